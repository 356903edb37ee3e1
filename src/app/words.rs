//! The language catalogue: every word the screen shows, in English and Japanese side by side, so that
//! the compiler refuses a text that lacks a language. Numbers and formatting stay with the caller.

pub mod beliefs;
pub mod card;
pub mod commands;
pub mod diagnosis;
pub mod edit;
pub mod explore;
pub mod figures;
pub mod files;
pub mod filter;
pub mod gradients;
pub mod help;
pub mod landscape;
pub mod list;
pub mod models;
pub mod network;
pub mod notices;
pub mod presets;
pub mod recipe;
pub mod runs;
pub mod score;
pub mod sweep;
pub mod time;
pub mod train;
pub mod what_if;

use strum::VariantArray;

/// A language the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, VariantArray)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Japanese.
    Japanese,
}

impl Language {
    /// Every language, the first one by default.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The code used by `--lang`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Japanese => "ja",
        }
    }

    /// The language with this code.
    pub fn from_key(key: &str) -> Option<Self> {
        let is_named = |language: &Self| language.key() == key;
        Self::ALL.iter().copied().find(is_named)
    }

    /// The next language, going round.
    #[must_use]
    pub const fn next(self) -> Self {
        Self::ALL[(self as usize + 1) % Self::ALL.len()]
    }

    /// The language a POSIX locale such as `ja_JP.UTF-8` asks for; English for any other.
    pub fn from_locale(locale: &str) -> Self {
        if locale.starts_with("ja") { Self::Japanese } else { Self::English }
    }

    /// Whether labels of this language are two cells wide.
    pub const fn is_wide(self) -> bool {
        matches!(self, Self::Japanese)
    }

    /// A text in this language, as it stands.
    pub const fn say(self, word: Word) -> &'static str {
        match self {
            Self::English => word.en,
            Self::Japanese => word.ja,
        }
    }

    /// A text in this language with `{0}`, `{1}` … replaced by `values`.
    pub fn fill<S: AsRef<str>>(self, word: Word, values: &[S]) -> String {
        let mut text = self.say(word).to_owned();
        for (index, value) in values.iter().enumerate() {
            text = text.replace(&format!("{{{index}}}"), value.as_ref());
        }
        text
    }
}

/// One text in every language; places for values are written `{0}`, `{1}` ….
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    en: &'static str,
    ja: &'static str,
}

/// A text with its values, so that a notice already on the screen follows a change of language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    word: Word,
    values: Vec<String>,
    place: Option<Box<Self>>,
}

impl Message {
    /// A text that needs no values.
    pub const fn plain(word: Word) -> Self {
        Self { word, values: Vec::new(), place: None }
    }

    /// A text with its values in order.
    pub fn new<const N: usize>(word: Word, values: [String; N]) -> Self {
        Self { word, values: values.into(), place: None }
    }

    /// A text with any number of values.
    pub const fn of(word: Word, values: Vec<String>) -> Self {
        Self { word, values, place: None }
    }

    /// The same with the place it is about before it.
    #[must_use]
    pub fn at(self, place: Self) -> Self {
        Self { place: Some(Box::new(place)), ..self }
    }

    /// The text in a language.
    pub fn text(&self, language: Language) -> String {
        let own = language.fill(self.word, &self.values);
        match &self.place {
            Some(place) => place.text(language) + &own,
            None => own,
        }
    }
}

/// Declares texts as constants, one line a text: `NAME: "English", "日本語";`.
macro_rules! words {
    ($($name:ident: $en:literal, $ja:literal;)*) => {
        $(#[doc = concat!("`", $en, "`")] pub const $name: $crate::app::words::Word = $crate::app::words::Word { en: $en, ja: $ja };)*
        /// Every text of this area with its name, for the tests of the catalogue.
        #[cfg(test)]
        pub const ALL: &[(&str, $crate::app::words::Word)] = &[$((stringify!($name), $name)),*];
    };
}
use words;

#[cfg(test)]
mod tests {
    use super::*;

    fn every_word() -> impl Iterator<Item = (&'static str, Word)> {
        [
            beliefs::ALL,
            card::ALL,
            commands::ALL,
            diagnosis::ALL,
            edit::ALL,
            explore::ALL,
            figures::ALL,
            files::ALL,
            filter::ALL,
            gradients::ALL,
            help::ALL,
            landscape::ALL,
            list::ALL,
            models::ALL,
            network::ALL,
            notices::ALL,
            presets::ALL,
            recipe::ALL,
            recipe::errors::ALL,
            recipe::features::ALL,
            recipe::lines::ALL,
            runs::ALL,
            score::ALL,
            sweep::ALL,
            time::ALL,
            train::ALL,
            what_if::ALL,
        ]
        .into_iter()
        .flatten()
        .copied()
    }

    fn places(text: &str) -> Vec<char> {
        let mut places: Vec<char> = text
            .char_indices()
            .filter(|&(at, c)| c == '{' && text[at..].len() > 2)
            .filter_map(|(at, _)| text[at + 1..].chars().next())
            .collect();
        places.sort_unstable();
        places.dedup();
        places
    }

    #[test]
    fn no_text_is_missing_in_either_language() {
        for (name, word) in every_word() {
            assert!(!word.en.is_empty() && !word.ja.is_empty(), "{name} lacks a language");
        }
    }

    #[test]
    fn both_languages_have_places_for_the_same_values() {
        // An error's own English sentence stands in the first place, its values for other languages behind it.
        for (name, word) in every_word().filter(|(_, word)| word.en != "{0}") {
            assert_eq!(places(word.en), places(word.ja), "{name}");
        }
    }

    #[test]
    fn values_go_to_their_places_in_any_order() {
        let word = Word { en: "{0} of {1}", ja: "{1}人中{0}人" };
        assert_eq!(Language::English.fill(word, &["3", "9"]), "3 of 9");
        assert_eq!(Language::Japanese.fill(word, &["3", "9"]), "9人中3人");
    }

    #[test]
    fn a_locale_chooses_the_language() {
        assert_eq!(Language::from_locale("ja_JP.UTF-8"), Language::Japanese);
        assert_eq!(Language::from_locale("C"), Language::English);
    }
}
