//! What the user chose about the look of the program: theme, language, glyphs, mouse.

use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::explain::keyed::KeyedTexts;
use crate::explain::words::{Language, Message, Word, filled};

/// A set of colours; what the colours are stands in `ui::theme`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, VariantArray, IntoStaticStr, EnumString)]
#[strum(serialize_all = "lowercase")]
pub enum ThemeName {
    /// The terminal's own ground and text, in hues chosen for that ground.
    #[default]
    Terminal,
    /// Truecolor for a dark background.
    Dark,
    /// Truecolor for a light background.
    Light,
    /// High contrast.
    Contrast,
    /// No colour at all.
    Mono,
}

impl ThemeName {
    /// All themes in the order `T` walks them.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The name used by `--theme`.
    pub fn key(self) -> &'static str {
        self.into()
    }

    /// The theme with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        key.parse().ok()
    }

    /// The theme after this one, going round.
    #[must_use]
    pub(in crate::app) const fn next(self) -> Self {
        Self::ALL[(self as usize + 1) % Self::ALL.len()]
    }
}

/// What is known of the ground the terminal writes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ground {
    /// Nothing yet.
    #[default]
    Unknown,
    /// The terminal was asked, and gives no answer.
    Silent,
    /// Its red, green and blue.
    Color([u8; 3]),
}

/// How many colours the terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ColorDepth {
    /// Sixteen, which are the user's own.
    #[default]
    Sixteen,
    /// 240 more, the same in every terminal.
    Indexed,
    /// Any.
    True,
}

/// The user's choices.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// The colours.
    pub theme: ThemeName,
    /// The language.
    pub language: Language,
    /// Whether only ASCII characters are drawn.
    pub ascii: bool,
    /// Whether what flows is seen to move.
    pub motion: bool,
    /// What the terminal writes on.
    pub ground: Ground,
    /// What it can show.
    pub depth: ColorDepth,
    /// A word unlike any other session's, for the names of saved runs.
    pub session: String,
    /// The texts that name keys, where the user chose other keys.
    pub keyed: KeyedTexts,
}

impl Settings {
    /// A text in the chosen language, with the user's keys.
    pub fn say(&self, word: Word) -> &'static str {
        self.keyed.say(self.language.say(word))
    }

    /// Such a text with its values.
    pub fn fill<S: AsRef<str>>(&self, word: Word, values: &[S]) -> String {
        filled(self.say(word), values)
    }

    /// Such a text that was put together earlier.
    pub fn tell(&self, message: &Message) -> String {
        message.keyed(self.language, &self.keyed)
    }
}
