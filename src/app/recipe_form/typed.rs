//! What was typed into a line: read as its value, or answered with what is wrong.

use super::{Line, settled, show};
use crate::app::words::{Message, recipe as words};
use crate::data::PassengerList;
use crate::training::{Batch, Recipe};

/// The text the field begins with: the value, as it may be typed.
pub fn text(line: Line, recipe: &Recipe, list: &PassengerList) -> String {
    match line {
        Line::Split => recipe.train_rows_of(list).to_string(),
        Line::Hidden => show::widths(&recipe.hidden),
        Line::Seed => recipe.seed.to_string(),
        Line::Momentum => show::number(recipe.momentum),
        Line::LearningRate => show::number(recipe.learning_rate),
        Line::L1 => show::number(recipe.l1),
        Line::L2 => show::number(recipe.l2),
        Line::Batch => match recipe.batch {
            Batch::Full => "full".to_owned(),
            Batch::Rows(rows) => rows.to_string(),
        },
        Line::Features
        | Line::MissingAge
        | Line::Scaling
        | Line::Activation
        | Line::Init
        | Line::Loss
        | Line::Optimizer
        | Line::Nesterov
        | Line::Shuffle => String::new(),
    }
}

/// The recipe with this line as it was typed.
///
/// # Errors
/// What is wrong with the text, or with the recipe it would make.
pub fn read(line: Line, text: &str, recipe: &Recipe, list: &PassengerList) -> Result<Recipe, Message> {
    let text = text.trim().replace('−', "-");
    let mut typed = recipe.clone();
    match line {
        Line::Split => typed.train_rows = Some(whole(&text)?),
        Line::Hidden => typed.hidden = widths(&text)?,
        Line::Seed => typed.seed = whole(&text)?,
        Line::Momentum => typed.momentum = decimal(&text)?,
        Line::LearningRate => typed.learning_rate = decimal(&text)?,
        Line::L1 => typed.l1 = decimal(&text)?,
        Line::L2 => typed.l2 = decimal(&text)?,
        Line::Batch => typed.batch = batch(&text)?,
        Line::Features
        | Line::MissingAge
        | Line::Scaling
        | Line::Activation
        | Line::Init
        | Line::Loss
        | Line::Optimizer
        | Line::Nesterov
        | Line::Shuffle => {}
    }
    // What follows from the value may be needed for it to be allowed: no momentum, no Nesterov.
    let mut possible = settled(typed.clone());
    line.copy(&typed, &mut possible);
    match possible.validate(list.len()) {
        Ok(()) => Ok(typed),
        Err(error) => Err(words::errors::recipe(&error)),
    }
}

fn whole<T: std::str::FromStr>(text: &str) -> Result<T, Message> {
    text.parse().map_err(|_| Message::new(words::errors::NOT_WHOLE, [text.to_owned()]))
}

fn decimal(text: &str) -> Result<f64, Message> {
    text.parse().map_err(|_| Message::new(words::errors::NOT_A_NUMBER, [text.to_owned()]))
}

/// `16,16` or `16 16`; `none`, `0` or nothing for no hidden layer.
fn widths(text: &str) -> Result<Vec<usize>, Message> {
    if is(text, words::NONE) || text == "0" {
        return Ok(Vec::new());
    }
    let parts = text.split([',', ' ', '、', '-', '×']);
    let widths: Result<_, _> = parts.filter(|part| !part.is_empty()).map(str::parse).collect();
    widths.map_err(|_| Message::new(words::errors::NOT_WIDTHS, [text.to_owned()]))
}

fn batch(text: &str) -> Result<Batch, Message> {
    if is(text, words::FULL) {
        return Ok(Batch::Full);
    }
    let rows = text.parse().map(Batch::Rows);
    rows.map_err(|_| Message::new(words::errors::NOT_A_BATCH, [text.to_owned()]))
}

/// Whether a word was typed, in any language; nothing at all counts as the word.
fn is(text: &str, word: crate::app::words::Word) -> bool {
    use crate::app::Language::{English, Japanese};
    text.is_empty() || [English, Japanese].into_iter().any(|language| text.eq_ignore_ascii_case(language.say(word)))
}
