//! A recipe as a TOML file: read with the place of what is wrong in it.

use super::RecipeError;
use crate::training::RecipePatch;

/// What is wrong with a recipe file, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misread {
    /// The line, counted from 1.
    pub line: usize,
    /// The character in that line, counted from 1.
    pub column: usize,
    /// What is wrong there.
    pub message: String,
}

impl RecipePatch {
    /// The settings a file names.
    ///
    /// # Errors
    /// What is no recipe, with its place.
    pub fn from_toml(text: &str) -> Result<Self, Misread> {
        toml::from_str(text).map_err(|error| {
            let before = error.span().map_or("", |span| &text[..span.start]);
            Misread {
                line: line_after(before),
                column: 1 + before.rsplit('\n').next().map_or(0, |rest| rest.chars().count()),
                message: error.message().to_owned(),
            }
        })
    }
}

impl RecipeError {
    /// The line of a recipe file that names the setting this is about; none where it does not.
    pub fn line_in(&self, text: &str) -> Option<usize> {
        let table = toml::de::DeTable::parse(text).ok()?;
        let mut settings = table.get_ref().iter();
        let (key, _) = settings.find(|(key, _)| key.get_ref() == self.setting().key())?;
        Some(line_after(&text[..key.span().start]))
    }
}

fn line_after(text: &str) -> usize {
    1 + text.matches('\n').count()
}
