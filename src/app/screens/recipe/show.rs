//! What a line says, as text in a language: for the form, and for notices that name a change.

use crate::data::PassengerList;
use crate::explain::words::{Language, features, recipe as words};
use crate::training::{Batch, HeldOut, Recipe, Setting};

pub use crate::training::recipe::number;

/// The value of a line, whether it says something under this recipe or not.
pub fn value(language: Language, line: Setting, recipe: &Recipe, list: &PassengerList) -> String {
    let say = |word| language.say(word).to_owned();
    let switch = |on| say(if on { words::ON } else { words::OFF });
    match line {
        Setting::Features => features(language, recipe),
        Setting::MissingAge => say(words::policy(recipe.missing_age)),
        Setting::Scaling => say(words::scaling(recipe.scaling)),
        Setting::TrainRows => {
            let train = recipe.train_rows_of(list);
            format!("{train} / {}", list.len().saturating_sub(train))
        }
        Setting::Split => say(words::split(recipe.split)),
        Setting::Hidden if recipe.hidden.is_empty() => say(words::NONE),
        Setting::Init => recipe.init().name().to_owned(),
        Setting::Loss => say(words::loss(recipe.loss)),
        Setting::Nesterov => switch(recipe.nesterov),
        Setting::WeightDecay => number(recipe.weight_decay()),
        Setting::Batch if recipe.batch == Batch::Full => say(words::FULL),
        Setting::Shuffle => switch(recipe.shuffle),
        Setting::Stop => say(words::stop(recipe.stop)),
        Setting::HeldOut if recipe.held_out == HeldOut::Nobody => say(words::NONE),
        Setting::Hidden
        | Setting::Activation
        | Setting::Seed
        | Setting::Optimizer
        | Setting::Momentum
        | Setting::LearningRate
        | Setting::Batch
        | Setting::L1
        | Setting::L2
        | Setting::Patience
        | Setting::HeldOut => line.text(recipe),
    }
}

/// `age, sex`.
fn features(language: Language, recipe: &Recipe) -> String {
    let names = recipe.features.iter().map(|&feature| language.say(features::name(feature)));
    names.collect::<Vec<_>>().join(language.say(words::AND))
}
