//! The words of the program, to look one up.

use crate::app::core::text_field::TextField;
use crate::app::popups::behaviour::{Next, PopupBehaviour, fits, search};
use crate::app::{App, glossary};

/// The words.
#[derive(Debug, Clone)]
pub struct GlossaryPage {
    /// What was typed to find one.
    pub field: TextField,
    /// The word under the cursor, among those found.
    pub selected: usize,
}

impl GlossaryPage {
    /// At the word for where the user is.
    pub(in crate::app) fn here(app: &App) -> Self {
        Self::at(glossary::here(app))
    }

    /// At one of all words.
    pub(in crate::app) fn at(selected: usize) -> Self {
        Self { field: TextField::default(), selected }
    }
}

/// The words that have what was typed, those in whose title it stands before those that are explained with it.
pub fn found(app: &App, typed: &str) -> Vec<usize> {
    let needle = typed.trim().to_lowercase();
    let terms = glossary::terms().iter().enumerate();
    let rank = |(at, term): (usize, &glossary::GlossaryTerm)| {
        let title = term.title.text(app).to_lowercase();
        let has = |text: &str| text.contains(&needle);
        Some((fits(&needle, (&title, &title), || term.title.in_all(app) + &term.text.text(app), has)?, at))
    };
    let mut found: Vec<(usize, usize)> = terms.filter_map(rank).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, at)| at).collect()
}

impl PopupBehaviour for GlossaryPage {
    search!(self, app, found(app, self.field.text()).len());

    /// A click looks a word up.
    fn click(&mut self, app: &mut App, row: usize) -> Next {
        self.select(app, row);
        Next::Stays
    }
}
