//! The language catalogue: every word the screen shows. The texts stand in `lang/`, a file a language. `build.rs`
//! makes a constant of each, and a function of each table by an enum's variants, so that neither a text that
//! lacks a language nor a variant without a text builds. Numbers and formatting stay with the caller.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use strum::VariantArray;

use super::keyed::KeyedTexts;
use super::sentences::Sentences;
use crate::analysis::Observation;
use crate::analysis::diagnosis::{Remedy, Rise};
use crate::analysis::gradient::NoGradient;
use crate::analysis::score::Group;
use crate::data::{Column, Quick, Sex, escape};
use crate::nn::{Activation, Init, Loss, OptimizerKind};
use crate::training::{Feature, Idle, MissingAge, Preset, Scaling, Setting, SplitRule, StopRule};

/// What `build.rs` made of a section of `lang/`, or of a table in it that is a function.
macro_rules! texts {
    ($section:expr) => {
        include!(concat!(env!("OUT_DIR"), "/words/", $section, ".rs"));
    };
}
pub(crate) use texts;

/// A module for each section, with those of its functions whose enums this floor knows.
macro_rules! sections {
    ($($section:ident $({ $($function:ident)* })?)*) => {$(
        #[doc = concat!("The texts of `", stringify!($section), "`.")]
        pub mod $section {
            texts!(stringify!($section));
            $(
                use super::*;
                $(texts!(concat!(stringify!($section), ".", stringify!($function)));)*
            )?
        }
    )*};
}

sections! {
    beliefs { policy }
    card
    commands
    config
    diagnosis { remedy short line rise }
    edit
    errors
    explore { activation scaling }
    features { name meaning }
    figures { policy }
    files
    folds
    gradients { no_gradient batch }
    handout { loss delta }
    help
    landscape
    list { heading quick in_filter }
    loading
    network
    notices
    panels
    people { sex letter many aged lived died pronoun possessive who_lived who_died }
    plain
    present
    presets { title story idea }
    recipe { label sentence idle policy scaling split stop stops drawn loss loss_formula step init }
    runs
    score { policy group }
    share
    sweep
    time { counted }
    tour
    train
    what_if
    worth
}

texts!("language");
texts!("keyed");

impl Language {
    /// Every language, the first one by default.
    pub const ALL: &[Self] = Self::VARIANTS;

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
        let asks = |language: &&Self| locale.starts_with(language.key());
        Self::ALL.iter().find(asks).copied().unwrap_or_default()
    }

    /// A text in this language, as it stands.
    pub const fn say(self, word: Word) -> &'static str {
        word.0[self as usize]
    }

    /// A text in this language with `{0}`, `{1}` … replaced by `values`.
    pub fn fill<S: AsRef<str>>(self, word: Word, values: &[S]) -> String {
        filled(self.say(word), values)
    }
}

/// All texts that name keys, with these keys instead of the usual ones, by the names of their commands.
pub fn keyed(keys: BTreeMap<String, String>) -> KeyedTexts {
    KeyedTexts::new(keys, KEYED)
}

/// A text with `{0}`, `{1}` … replaced by `values`.
pub fn filled<S: AsRef<str>>(text: &str, values: &[S]) -> String {
    let mut text = text.to_owned();
    for (index, value) in values.iter().enumerate() {
        text = text.replace(&format!("{{{index}}}"), value.as_ref());
    }
    text
}

impl Language {
    /// A sentence that was made in English, in this language as far as it knows it.
    pub fn translated(self, sentence: &str) -> String {
        static KNOWN: [OnceLock<Option<Sentences>>; Language::ALL.len()] = [const { OnceLock::new() }; _];
        let known = KNOWN[self as usize].get_or_init(|| self.sentences().map(Sentences::read));
        known.as_ref().map_or_else(|| sentence.to_owned(), |known| known.translated(sentence))
    }
}

/// One text in every language; places for values are written `{0}`, `{1}` ….
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word(pub(crate) [&'static str; Language::ALL.len()]);

/// A text with its values, so that a notice already on the screen follows a change of language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    told: Told,
    place: Option<Box<Self>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Told {
    /// A text of ours with its values.
    Words(Word, Vec<String>),
    /// What an error says in English.
    Sentence(String),
}

impl Message {
    /// A text that needs no values.
    pub const fn plain(word: Word) -> Self {
        Self::of(word, Vec::new())
    }

    /// A text with its values in order.
    pub fn new<const N: usize>(word: Word, values: [String; N]) -> Self {
        Self::of(word, values.into())
    }

    /// A text with any number of values.
    pub const fn of(word: Word, values: Vec<String>) -> Self {
        Self { told: Told::Words(word, values), place: None }
    }

    /// What an error says, harmless to a terminal.
    pub fn sentence(error: &impl ToString) -> Self {
        Self { told: Told::Sentence(escape(&error.to_string()).into_owned()), place: None }
    }

    /// The same with the place it is about before it.
    #[must_use]
    pub fn at(self, place: Self) -> Self {
        Self { place: Some(Box::new(place)), ..self }
    }

    /// The text in a language.
    pub fn text(&self, language: Language) -> String {
        self.keyed(language, &KeyedTexts::default())
    }

    /// The text in a language, with these keys.
    pub fn keyed(&self, language: Language, keys: &KeyedTexts) -> String {
        let own = match &self.told {
            Told::Words(word, values) => filled(keys.say(language.say(*word)), values),
            Told::Sentence(sentence) => language.translated(sentence),
        };
        match &self.place {
            Some(place) => place.keyed(language, keys) + &own,
            None => own,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_go_to_their_places_in_any_order() {
        let word = Word(["{0} of {1}", "{1}人中{0}人"]);
        assert_eq!(Language::English.fill(word, &["3", "9"]), "3 of 9");
        assert_eq!(Language::Japanese.fill(word, &["3", "9"]), "9人中3人");
    }

    #[test]
    fn a_locale_chooses_the_language() {
        assert_eq!(Language::from_locale("ja_JP.UTF-8"), Language::Japanese);
        assert_eq!(Language::from_locale("C"), Language::English);
    }
}
