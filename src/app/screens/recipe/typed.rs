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
    } else if matches!(line, Setting::TrainRows | Setting::Seed | Setting::Patience) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::popups::Popup;
    use crate::app::screens::recipe::tests::{app_on, full};
    use crate::explain::words::Language;
    use crate::training::{Batch, Preset};

    #[test]
    fn what_is_typed_wrongly_is_answered_and_changes_nothing() {
        let wrong = [
            (Setting::Hidden, "16,x", "16,x"),
            (Setting::Hidden, "65", "1 to 64"),
            (Setting::Hidden, "8,0", "1 to 64"),
            (Setting::Hidden, "1,1,1,1,1,1,1", "6 are possible"),
            (Setting::TrainRows, "0", "choose 1 to 891"),
            (Setting::TrainRows, "892", "choose 1 to 891"),
            (Setting::TrainRows, "many", "no whole number"),
            (Setting::Seed, "9223372036854775808", "at most"),
            (Setting::Seed, "-1", "no whole number"),
            (Setting::Momentum, "1", "below 1"),
            (Setting::Momentum, "-0.1", "at least 0"),
            (Setting::LearningRate, "0", "above 0"),
            (Setting::LearningRate, "−1", "above 0"),
            (Setting::LearningRate, "inf", "finite"),
            (Setting::LearningRate, "NaN", "finite"),
            (Setting::LearningRate, "fast", "no number"),
            (Setting::Batch, "0", "at least 1"),
            (Setting::Batch, "half", "no batch"),
            (Setting::Patience, "0", "choose 1 to 1000000"),
            (Setting::Patience, "1e3", "no whole number"),
            (Setting::L1, "-0.1", "0 or more"),
            (Setting::L2, "1e999", "0 or more"),
        ];
        let mut app = app_on(full());
        for (line, text, says) in wrong {
            let error = read(line, text, &full(), &app.core.list).unwrap_err();
            let said = error.text(Language::English);
            assert!(said.contains(says), "{line:?} {text}: {said}");
            assert_ne!(said, error.text(Language::Japanese), "{said}");
            app.screens.recipe.line = line;
            let is_taken = app.screens.recipe.take_typed(&mut app.core, text);
            assert!(!is_taken, "{line:?} {text} stays to be mended");
            assert_eq!(app.screens.recipe.wanted_recipe(&app.core), full());
        }
    }

    #[test]
    fn what_is_typed_rightly_is_taken() {
        let list = PassengerList::embedded();
        let take = |line, text| read(line, text, &full(), &list).unwrap();
        assert_eq!(take(Setting::Hidden, "16,16").hidden, [16, 16]);
        assert_eq!(take(Setting::Hidden, " 8 4-2 ").hidden, [8, 4, 2]);
        for none in ["", "none", "なし", "0"] {
            assert!(take(Setting::Hidden, none).hidden.is_empty(), "{none}");
        }
        for full in ["", "full", "FULL", "全件"] {
            assert_eq!(take(Setting::Batch, full).batch, Batch::Full, "{full}");
        }
        assert_eq!(take(Setting::Batch, "7").batch, Batch::Rows(7));
        assert_eq!(take(Setting::LearningRate, "1e-3").learning_rate, 0.001);
        assert_eq!(take(Setting::TrainRows, "891").train_rows, Some(891));
        let still = Recipe { nesterov: true, ..full() };
        let still = read(Setting::Momentum, "0", &still, &list);
        assert_eq!(still.unwrap().momentum, 0.0, "Nesterov gives way");
    }

    #[test]
    fn a_field_left_as_it_opened_changes_nothing() {
        for &preset in Preset::ALL {
            let recipe = preset.recipe();
            let mut app = app_on(recipe.clone());
            for line in Setting::ALL.iter().copied().filter(|line| line.is_typed()) {
                app.screens.recipe.line = line;
                if let Some(Popup::RecipeLine(typed)) = app.screens.recipe.edit_line(&mut app.core) {
                    assert!(app.screens.recipe.take_typed(&mut app.core, typed.field.text()), "{line:?}");
                }
                assert!(!app.screens.recipe.has_waiting(&app.core), "{line:?} of {preset:?}");
                assert_eq!(app.screens.recipe.present_recipe(&app.core), recipe);
            }
        }
    }
}
