//! What was typed into a line: read as its value, or answered with what is wrong.

use std::borrow::Cow;

use crate::data::PassengerList;
use crate::explain::errors::of_recipe;
use crate::explain::words::{Message, Word, errors, recipe as words};
use crate::training::{Recipe, RecipePatch, Setting};

/// The recipe with this line as it was typed.
///
/// # Errors
/// What is wrong with the text, or with the recipe it would make.
pub fn read(line: Setting, text: &str, recipe: &Recipe, list: &PassengerList) -> Result<Recipe, Message> {
    let text = text.trim().replace('−', "-");
    let patch = line.read(&as_flag(line, &text)).map_err(|_| Message::new(refusal(line), [text]))?;
    let typed = Recipe::from(patch.over(RecipePatch::from(recipe.clone())));
    // What follows from the value may be needed for it to be allowed: no momentum, no Nesterov.
    let mut possible = typed.clone().settled();
    line.copy(&typed, &mut possible);
    match possible.validate(list.len()) {
        Ok(()) => Ok(typed),
        Err(error) => Err(of_recipe(&error)),
    }
}

/// What was typed as a flag has it: `16 16` as `16,16`, the word for nothing or all in one language.
fn as_flag(line: Setting, text: &str) -> Cow<'_, str> {
    if line == Setting::Batch && is(text, words::FULL) {
        "full".into()
    } else if line == Setting::Hidden && (is(text, words::NONE) || text == "0") {
        "none".into()
    } else if line == Setting::Hidden {
        let widths = text.split([',', ' ', '、', '-', '×']).filter(|width| !width.is_empty());
        widths.collect::<Vec<_>>().join(",").into()
    } else {
        text.into()
    }
}

/// What to answer to a text that is no value of a line.
fn refusal(line: Setting) -> Word {
    if line == Setting::Hidden {
        errors::NOT_WIDTHS
    } else if line == Setting::Batch {
        errors::NOT_A_BATCH
    } else if matches!(line, Setting::TrainRows | Setting::Seed) {
        errors::NOT_WHOLE
    } else {
        errors::NOT_A_NUMBER
    }
}

/// Whether a word was typed, in any language; nothing at all counts as the word.
fn is(text: &str, word: Word) -> bool {
    use crate::explain::words::Language::{English, Japanese};
    text.is_empty() || [English, Japanese].into_iter().any(|language| text.eq_ignore_ascii_case(language.say(word)))
}
