//! What a line says, as text in a language: for the form, and for notices that name a change.

use super::Line;
use crate::app::Language;
use crate::app::words::recipe as words;
use crate::data::PassengerList;
use crate::nn::Loss;
use crate::training::{Batch, MissingAge, Recipe, Scaling};

/// The value of a line, whether it says something under this recipe or not.
pub fn value(language: Language, line: Line, recipe: &Recipe, list: &PassengerList) -> String {
    let say = |word| language.say(word).to_owned();
    let switch = |on| say(if on { words::ON } else { words::OFF });
    match line {
        Line::Features => features(language, recipe),
        Line::MissingAge => say(match recipe.missing_age {
            MissingAge::Mean => words::MEAN,
            MissingAge::Median => words::MEDIAN,
            MissingAge::Died => words::DIED,
            MissingAge::Drop => words::DROP,
        }),
        Line::Scaling => say(match recipe.scaling {
            Scaling::None => words::NONE,
            Scaling::Standard => words::STANDARD,
        }),
        Line::Split => {
            let train = recipe.train_rows_of(list);
            format!("{train} / {}", list.len().saturating_sub(train))
        }
        Line::Hidden if recipe.hidden.is_empty() => say(words::NONE),
        Line::Hidden => widths(&recipe.hidden),
        Line::Activation => recipe.activation.name().to_owned(),
        Line::Init => recipe.init().name().to_owned(),
        Line::Seed => recipe.seed.to_string(),
        Line::Loss => say(match recipe.loss {
            Loss::CrossEntropy => words::CROSS_ENTROPY,
            Loss::SquaredError => words::SQUARED_ERROR,
        }),
        Line::Optimizer => recipe.optimizer.name().to_owned(),
        Line::Momentum => number(recipe.momentum),
        Line::Nesterov => switch(recipe.nesterov),
        Line::LearningRate => number(recipe.learning_rate),
        Line::Batch => match recipe.batch {
            Batch::Full => say(words::FULL),
            Batch::Rows(rows) => rows.to_string(),
        },
        Line::Shuffle => switch(recipe.shuffle),
        Line::L1 => number(recipe.l1),
        Line::L2 => number(recipe.l2),
    }
}

/// `age, sex`.
fn features(language: Language, recipe: &Recipe) -> String {
    let names = recipe.features.iter().map(|&feature| language.say(words::features::name(feature)));
    names.collect::<Vec<_>>().join(language.say(words::AND))
}

/// `16,16`, as it is typed.
pub fn widths(hidden: &[usize]) -> String {
    let widths: Vec<String> = hidden.iter().map(ToString::to_string).collect();
    widths.join(",")
}

/// A rate or penalty as it is typed; all of them are 0 or more, so there is no sign to mind.
pub fn number(value: f64) -> String {
    if value != 0.0 && value < 1e-6 { format!("{value:e}") } else { value.to_string() }
}
