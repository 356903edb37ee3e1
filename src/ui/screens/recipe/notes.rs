//! What follows from each line's value, in a few words: figures of the list, formulas, and warnings.

use crate::app::App;
use crate::app::screens::recipe::{Dataset, dataset, show};
use crate::explain::list_report;
use crate::explain::words::{features, recipe as words};
use crate::nn::{Activation, Init};
use crate::training::{Batch, HeldOut, MissingAge, Recipe, Scaling, Setting, SplitRule, StopRule};
use crate::ui::prelude::*;

/// The note beside a line, and whether it is a warning.
pub fn note(app: &App, line: Setting, wanted: &Recipe, waits: bool) -> (String, bool) {
    if let Some(warning) = warning(app, line, wanted) {
        return (warning, true);
    }
    if let Some(why) = line.idle(wanted) {
        return (say(app, words::idle(why)), false);
    }
    if waits {
        let before = was(app, line);
        return (fill(app, words::WAS, &[before]), false);
    }
    let Some(dataset) = app.screens.recipe.dataset(&app.core) else {
        return (String::new(), false);
    };
    (fact(app, line, wanted, dataset), false)
}

/// What a line says for the run on the screen.
pub fn was(app: &App, line: Setting) -> String {
    let base = app.screens.recipe.present_recipe(&app.core);
    if line == Setting::Init && app.core.begins_published() {
        return say(app, words::PUBLISHED);
    }
    match line.idle(&base) {
        Some(_) => numbers::MISSING.to_owned(),
        None => shown(app, line, &base),
    }
}

/// What a line says; so many features are too many to be named.
pub fn shown(app: &App, line: Setting, recipe: &Recipe) -> String {
    /// As many fit into the narrowest form, in either language.
    const NAMED: usize = 2;
    if line == Setting::Features && recipe.features.len() > NAMED {
        let count = recipe.features.len().to_string();
        return fill(app, words::FEATURE_COUNT, &[count]);
    }
    show::value(app.core.settings.language, line, recipe, &app.core.list)
}

/// Whether the form shows the published weights as the beginning.
pub(super) fn starts_published(app: &App) -> bool {
    app.core.begins_published() && !app.screens.recipe.has_waiting(&app.core)
}

/// What is wrong with a line's value, though it is allowed.
fn warning(app: &App, line: Setting, wanted: &Recipe) -> Option<String> {
    if line == Setting::Init {
        blind(wanted).map(|word| say(app, word))
    } else if line == Setting::Scaling {
        constant(app).map(|names| fill(app, words::CONSTANT, &[names]))
    } else if line == Setting::LearningRate {
        crawl(app, words::CRAWLS)
    } else if line == Setting::Split {
        unlike(app)
    } else {
        None
    }
}

/// What is said of a rate that would crawl, from the limit, the better rate, and the rate itself.
pub(super) fn crawl(app: &App, word: crate::explain::words::Word) -> Option<String> {
    let (limit, better) = (app.screens.recipe.stable_rate(&app.core)?, app.screens.recipe.better_rate(&app.core)?);
    let rate = app.screens.recipe.wanted_recipe(&app.core).learning_rate;
    let values = [numbers::compact(limit, 5), show::number(better), show::number(rate)];
    Some(fill(app, word, &values))
}

/// In what the parts of the list would differ.
fn unlike(app: &App) -> Option<String> {
    let of = app.screens.recipe.dataset(&app.core)?.unlike?;
    let (word, values) = list_report::kind(&of, (words::UNLIKE_LIVED, words::UNLIKE_CLASS));
    Some(fill(app, word, &values))
}

/// The features that are 0 for everyone, if there are any.
pub fn constant(app: &App) -> Option<String> {
    let constant = app.screens.recipe.dataset(&app.core)?.constant();
    let names = constant.iter().map(|&feature| app.core.settings.say(features::name(feature)));
    let names = names.collect::<Vec<_>>().join(app.core.settings.say(words::AND));
    (!names.is_empty()).then_some(names)
}

/// Why zeros with hidden layers learn little or nothing, if that is the recipe.
pub(super) fn blind(wanted: &Recipe) -> Option<crate::explain::words::Word> {
    let blind = wanted.init() == Init::Zeros && !wanted.hidden.is_empty();
    blind.then_some(match wanted.activation {
        // σ(0) is ½, so the outgoing weights move, all alike; where f(0) is 0, nothing does.
        Activation::Sigmoid => words::TWIN_ZEROS,
        Activation::Relu | Activation::LeakyRelu | Activation::Tanh | Activation::Linear => words::BLIND_ZEROS,
    })
}

fn fact(app: &App, line: Setting, recipe: &Recipe, dataset: &Dataset) -> String {
    match line {
        Setting::Features => {
            let made = recipe.features.iter().filter(|f| f.is_made()).count();
            let raw = recipe.features.len() - made;
            fill(app, words::RAW_AND_MADE, &[raw.to_string(), made.to_string()])
        }
        Setting::MissingAge => missing_age(app, recipe, dataset),
        Setting::Scaling => scaling(app, recipe, dataset),
        Setting::TrainRows => {
            let rows = recipe.train_rows_of(&app.core.list);
            if rows >= app.core.list.len() {
                return say(app, words::NO_TEST);
            }
            let held_out = recipe.held_out.of(rows);
            let in_order = recipe.split == SplitRule::First && held_out == 0;
            let word = if in_order { words::ROWS_TEACH } else { words::ROWS_DRAWN };
            fill(app, word, &[(rows - held_out).to_string()])
        }
        Setting::Split => say(app, words::drawn(recipe.split)),
        Setting::Hidden => {
            let parameters = dataset::parameters(recipe).to_string();
            fill(app, words::HAS_NUMBERS, &[parameters])
        }
        Setting::Activation => crate::explain::prediction::formula(recipe.activation).to_owned(),
        Setting::Init if starts_published(app) => say(app, words::AS_PUBLISHED),
        Setting::Init => say(app, words::init(recipe.init())),
        Setting::Seed => {
            let shuffles = recipe.shuffle && recipe.batch != Batch::Full;
            let draws = recipe.split != SplitRule::First || recipe.held_out != HeldOut::Nobody;
            let chance = recipe.init() != Init::Zeros || shuffles || draws;
            say(app, if chance { words::SAME_BITS } else { words::NO_CHANCE })
        }
        Setting::Loss => say(app, words::loss_formula(recipe.loss)),
        Setting::Optimizer => say(app, words::step(recipe.optimizer)),
        Setting::Momentum if recipe.momentum == 0.0 => say(app, words::NO_MOMENTUM),
        Setting::Momentum => {
            let momentum = show::number(recipe.momentum);
            fill(app, words::STEP_MOMENTUM, &[momentum])
        }
        Setting::Nesterov => say(app, words::LOOKS_AHEAD),
        Setting::WeightDecay if recipe.weight_decay() == 0.0 => say(app, words::NO_PULL),
        Setting::WeightDecay => say(app, words::DECAYS),
        // Where the limit can be computed it says more than the foot's sentence does again.
        Setting::LearningRate => match app.screens.recipe.stable_rate(&app.core) {
            Some(limit) => fill(app, words::STABLE_LIMIT, &[numbers::compact(limit, 7)]),
            None => say(app, words::AT_ONCE),
        },
        Setting::Batch => batch(app, recipe, dataset),
        Setting::Shuffle => say(app, if recipe.shuffle { words::NEW_ORDER } else { words::FILE_ORDER }),
        Setting::L1 | Setting::L2 => {
            let strength = if line == Setting::L1 { recipe.l1 } else { recipe.l2 };
            say(app, if strength == 0.0 { words::NO_PULL } else { words::AT_ONCE })
        }
        Setting::Stop if recipe.stop == StopRule::Plateau && dataset.held_out > 0 => say(app, words::STOPS_EARLY),
        Setting::Stop => say(app, words::stops(recipe.stop)),
        Setting::Patience if dataset.held_out > 0 => say(app, words::WATCHES_HELD_OUT),
        Setting::Patience => say(app, words::WATCHES_TRAIN),
        Setting::HeldOut if dataset.held_out == 0 => say(app, words::NOBODY_HELD_OUT),
        Setting::HeldOut => fill(app, words::SOME_HELD_OUT, &[dataset.held_out.to_string(), dataset.train.to_string()]),
    }
}

fn missing_age(app: &App, recipe: &Recipe, dataset: &Dataset) -> String {
    let people = dataset.ageless.to_string();
    match recipe.missing_age {
        MissingAge::Died => fill(app, words::COUNTED_DIED, &[people]),
        MissingAge::Drop => fill(app, words::LEFT_OUT, &[people]),
        MissingAge::Mean | MissingAge::Median => {
            let inputs = dataset.encoder.inputs().iter();
            let fill_with = inputs.filter(|input| input.feature.needs_age()).find_map(|input| input.fill);
            let age = numbers::decimal(fill_with.unwrap_or(f64::NAN), 2);
            fill(app, words::FILLED, &[age, people])
        }
    }
}

fn scaling(app: &App, recipe: &Recipe, dataset: &Dataset) -> String {
    if recipe.scaling == Scaling::None {
        return say(app, words::NOT_SCALED);
    }
    let inputs = dataset.encoder.inputs().iter();
    let scaled: Vec<_> = inputs.filter(|input| input.scale().is_some()).collect();
    let [input] = scaled[..] else {
        return fill(app, words::SCALES_MANY, &[scaled.len().to_string()]);
    };
    let (mean, sd) = (numbers::decimal(input.mean, 2), numbers::decimal(input.sd, 2));
    fill(app, words::SCALES, &[mean, sd])
}

fn batch(app: &App, recipe: &Recipe, dataset: &Dataset) -> String {
    match recipe.batch {
        Batch::Rows(rows) if rows < dataset.train => {
            let steps = dataset.train.div_ceil(rows.max(1));
            fill(app, words::STEPS, &[steps.to_string()])
        }
        Batch::Full | Batch::Rows(_) => {
            let word = if dataset.leaves_out(recipe) { words::AGED_A_STEP } else { words::EVERYONE_A_STEP };
            fill(app, word, &[dataset.train.to_string()])
        }
    }
}

fn say(app: &App, word: crate::explain::words::Word) -> String {
    app.core.settings.say(word).to_owned()
}

fn fill(app: &App, word: crate::explain::words::Word, values: &[String]) -> String {
    app.core.settings.fill(word, values)
}
