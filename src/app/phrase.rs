//! The two ways in which a lesson names quantities: a text with places for them, and a condition on them.

use std::collections::BTreeMap;

use toml::Spanned;
use unicode_width::UnicodeWidthChar as _;

use crate::app::App;
use crate::app::quantity::{self, QuantityValue};
use crate::data::Operator;
use crate::explain::keyed::mark;
use crate::explain::words::Language;

/// A text in which `{name}` stands for a quantity.
#[derive(Debug, Clone, PartialEq)]
pub struct Phrase(Vec<TextPiece>);

#[derive(Debug, Clone, PartialEq)]
enum TextPiece {
    Words(String),
    Quantity(String),
    /// The usual key of a command, and the command.
    Key(String, String),
}

impl Phrase {
    /// Reads a text.
    ///
    /// # Errors
    /// What in it names no quantity.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        let mut pieces = Vec::new();
        let whole = joined(text);
        let mut rest = whole.as_str();
        while let Some((words, after)) = rest.split_once('{') {
            // A key may itself be a brace.
            let end = after.char_indices().skip(1).find(|&(_, c)| c == '}');
            let Some((name, after)) = end.map(|(at, _)| (&after[..at], &after[at + 1..])) else {
                return Err(rest[words.len()..].to_owned());
            };
            let place = if let Some((key, command)) = mark(name) {
                TextPiece::Key(key.to_owned(), command.to_owned())
            } else {
                known(name)?;
                TextPiece::Quantity(name.to_owned())
            };
            pieces.extend([TextPiece::Words(words.to_owned()), place]);
            rest = after;
        }
        pieces.push(TextPiece::Words(rest.to_owned()));
        Ok(Self(pieces))
    }

    /// The text, if each of its numbers is there.
    pub fn whole(&self, app: &App) -> Option<String> {
        let is_there = |piece: &TextPiece| match piece {
            TextPiece::Words(_) | TextPiece::Key(..) => true,
            TextPiece::Quantity(name) => value(app, name).is_some(),
        };
        self.0.iter().all(is_there).then(|| self.text(app))
    }

    /// The text with its numbers as they are now; where one is not there, `–`.
    pub fn text(&self, app: &App) -> String {
        let piece = |piece: &TextPiece| match piece {
            TextPiece::Words(words) => words.clone(),
            TextPiece::Key(key, command) => app.core.settings.keyed.key(command, key).to_owned(),
            TextPiece::Quantity(name) => match value(app, name) {
                Some(QuantityValue::Number(_, shown) | QuantityValue::Word(_, shown)) => shown.trim().to_owned(),
                None => crate::explain::numbers::MISSING.to_owned(),
            },
        };
        self.0.iter().map(piece).collect()
    }
}

/// A text in the languages it was written in, as it lies in a file.
pub(super) type RawText = BTreeMap<String, Spanned<String>>;

/// What is wrong at a byte of a file.
pub(super) type Wrong = (usize, String);

/// A text in the languages it was written in.
#[derive(Debug, Clone, PartialEq)]
pub struct Said([Option<Phrase>; Language::ALL.len()]);

impl Said {
    /// In the user's language, else in the first it was written in.
    pub fn text(&self, app: &App) -> String {
        let own = self.0[app.core.settings.language as usize].as_ref();
        own.or_else(|| self.0.iter().flatten().next()).map_or_else(String::new, |phrase| phrase.text(app))
    }

    /// In every language it has, to be searched.
    pub(in crate::app) fn in_all(&self, app: &App) -> String {
        self.0.iter().flatten().map(|phrase| phrase.text(app)).collect::<Vec<_>>().join("\n")
    }

    /// Whether every language of the program has it.
    pub fn is_complete(&self) -> bool {
        self.0.iter().all(Option::is_some)
    }

    /// Reads it from a table of languages that begins at a byte of its file.
    ///
    /// # Errors
    /// What is no language, and what names no quantity.
    pub(super) fn read(raw: RawText, at: usize) -> Result<Self, Wrong> {
        let mut texts = [const { None }; Language::ALL.len()];
        for (key, text) in raw {
            let keys = Language::ALL.iter().map(|language| language.key());
            let language =
                Language::from_key(&key).ok_or_else(|| (text.span().start, one_of(&key, "no language", keys)))?;
            let phrase = Phrase::read(text.as_ref());
            let unknown = |name| (text.span().start, format!("`{name}` names no quantity"));
            texts[language as usize] = Some(phrase.map_err(unknown)?);
        }
        if texts.iter().all(Option::is_none) {
            return Err((at, "a text needs a language, such as `{ en = \"…\" }`".to_owned()));
        }
        Ok(Self(texts))
    }
}

/// Something that holds or does not: `epoch >= 10`, `screen = score`, `right.test > women_live`, `loss < before`.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct TaskCondition {
    name: String,
    operator: Operator,
    than: Than,
}

/// What a quantity is compared with.
#[derive(Debug, Clone, PartialEq)]
enum Than {
    Number(f64),
    /// A word for what is a word, a quantity for what is a number.
    Name(String),
    /// Itself, as it was when the task was given.
    Before,
}

impl TaskCondition {
    /// Reads a condition.
    ///
    /// # Errors
    /// What of it is not understood.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        let parts: Vec<&str> = text.split_whitespace().collect();
        let [name, relation, than] = parts[..] else {
            return Err(text.to_owned());
        };
        known(name)?;
        let operator = Operator::of_numbers(relation).ok_or_else(|| relation.to_owned())?;
        let than = match than.parse::<f64>() {
            _ if than == "before" => Than::Before,
            Ok(number) => Than::Number(number),
            Err(_) => Than::Name(than.to_owned()),
        };
        Ok(Self { name: name.to_owned(), operator, than })
    }

    /// What the quantity is now, to be compared with later.
    pub(super) fn now(&self, app: &App) -> Option<QuantityValue> {
        value(app, &self.name)
    }

    /// Whether it is about a figure of the test rows.
    pub(super) fn is_of_test_rows(&self) -> bool {
        self.name.split_once('.').is_some_and(|(_, of)| of == "test")
    }

    /// Whether it asks for a quantity to stay as it was: the ground on which a task stands.
    pub(super) fn is_ground(&self) -> bool {
        (self.operator, &self.than) == (Operator::Equal, &Than::Before)
    }

    /// Whether it holds; what is not there fulfils nothing.
    pub(super) fn holds(&self, app: &App, before: Option<&QuantityValue>) -> bool {
        let Some(now) = self.now(app) else {
            return false;
        };
        let than = match (&self.than, &now) {
            (Than::Number(number), _) => Some(QuantityValue::Number(*number, String::new())),
            (Than::Name(name), QuantityValue::Word(..)) => Some(QuantityValue::Word(name.clone(), String::new())),
            (Than::Name(name), QuantityValue::Number(..)) => value(app, name),
            (Than::Before, _) => before.cloned(),
        };
        match (now, than) {
            (QuantityValue::Number(now, _), Some(QuantityValue::Number(than, _))) => {
                self.operator.holds_for_numbers(now, than)
            }
            (QuantityValue::Word(now, _), Some(QuantityValue::Word(than, _))) => match self.operator {
                Operator::Equal => now == than,
                Operator::Unequal => now != than,
                Operator::Less | Operator::AtMost | Operator::Greater | Operator::AtLeast | Operator::Contains => false,
            },
            (QuantityValue::Number(..), Some(QuantityValue::Word(..)))
            | (QuantityValue::Word(..), Some(QuantityValue::Number(..)))
            | (_, None) => false,
        }
    }
}

/// The lines of a text as one: with a blank between them, but not between the glyphs of a script that has none.
fn joined(text: &str) -> String {
    let mut whole = String::new();
    for line in text.trim().lines().map(str::trim) {
        if whole.ends_with(|last: char| last.width() == Some(1)) {
            whole.push(' ');
        }
        whole.push_str(line);
    }
    whole
}

fn known(name: &str) -> Result<(), String> {
    quantity::find(name).map(|_| ()).ok_or_else(|| name.to_owned())
}

fn value(app: &App, name: &str) -> Option<QuantityValue> {
    let ((_, value), of) = quantity::find(name)?;
    value(app, of)
}

/// That a name is not one of those there are.
pub(super) fn one_of<S: AsRef<str>>(name: &str, what: &str, known: impl Iterator<Item = S>) -> String {
    let known: Vec<String> = known.map(|name| name.as_ref().to_owned()).collect();
    format!("`{name}` is {what}; there are {}", known.join(", "))
}
