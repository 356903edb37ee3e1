//! What was found in a file beside its rows: how it is written, which of its columns and words were taken for what.

use std::collections::BTreeSet;

use super::feed::Compression;
use crate::data::column::RawColumn;

/// So many rows that were passed over are told one by one.
const TOLD: usize = 20;

/// What was found in a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListReport {
    /// What stands between fields.
    pub delimiter: char,
    /// The name of what it is written in.
    pub encoding: &'static str,
    /// How it was packed.
    pub packing: Option<Compression>,
    /// The columns that were taken, with their names in the file.
    pub taken: Vec<(RawColumn, String)>,
    /// The names of the other columns.
    pub ignored: Vec<String>,
    /// Words that stand for values under another name, such as `m`, and what they were taken for.
    pub translated: BTreeSet<(RawColumn, String, &'static str)>,
    /// What stands before the decimals of ages and of fares, once one has some.
    pub(super) decimals: [Option<char>; 2],
    /// Rows without anything in them, which were passed over.
    pub empty_rows: usize,
    /// Rows that could not be read and were passed over on demand.
    pub skipped: usize,
    /// What was wrong with the first of them.
    pub told: Vec<String>,
}

impl ListReport {
    /// Adds a row that is passed over.
    pub(super) fn skip(&mut self, why: &impl ToString) {
        self.skipped += 1;
        if self.told.len() < TOLD {
            self.told.push(why.to_string());
        }
    }

    /// Remembers a word that is not Kaggle's.
    pub(super) fn translate(&mut self, column: RawColumn, word: &str, to: &'static str) {
        // It stands in nearly every row, so it is looked for before anything is made of it.
        let is_known =
            |(known, spelt, _): &(RawColumn, String, &str)| *known == column && spelt.eq_ignore_ascii_case(word);
        // A list has few such words; one with many has something else there.
        if self.translated.len() < 2 * TOLD && !self.translated.iter().any(is_known) {
            self.translated.insert((column, word.to_lowercase(), to));
        }
    }

    /// Whether anything of it is not as in Kaggle's own file.
    pub fn is_of_note(&self) -> bool {
        let renamed = |(column, name): &(RawColumn, String)| !name.eq_ignore_ascii_case(column.header());
        self.delimiter != ','
            || self.encoding != encoding_rs::UTF_8.name()
            || self.packing.is_some()
            || self.taken.iter().any(renamed)
            || !self.translated.is_empty()
            || self.empty_rows + self.skipped > 0
    }
}
