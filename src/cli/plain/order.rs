//! What can be asked, and how a typed word is understood: whole or begun, in any language.

use strum::VariantArray;

use crate::explain::words::{Language, texts};

texts!("plain.Order.word");
texts!("plain.Order.says");

/// What can be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, VariantArray)]
pub(super) enum Order {
    Help,
    Who,
    Next,
    Previous,
    Hear,
    Step,
    Back,
    Start,
    Changed,
    If,
    Score,
    Presets,
    Weights,
    Gradient,
    Word,
    Tour,
    Lessons,
    Show,
    Press,
    Tell,
    Language,
    Quit,
}

impl Order {
    /// All of them, in the order they are told.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// What a word asks for: the order of this name, else the first whose name begins with it.
    pub fn find(word: &str) -> Option<Self> {
        let word = word.to_lowercase();
        let named = |fits: &dyn Fn(&str) -> bool| {
            let of = |order: &Self| Language::ALL.iter().any(|&language| fits(language.say(order.word())));
            Self::ALL.iter().copied().find(of)
        };
        named(&|name| name == word).or_else(|| named(&|name| name.starts_with(&word)))
    }
}
