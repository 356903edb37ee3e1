//! What to make of an observation: what it means, said of this very run, and what may help that the run
//! does not do already. And what to say where nothing is seen.

use super::{condition, loss, numbers};
use crate::analysis::Observation;
use crate::analysis::curvature::has_limit;
use crate::analysis::diagnosis::{Neuron, Remedy, Rise, largest_stable_rate, lately, remedies};
use crate::analysis::score::Baselines;
use crate::app::App;
use crate::explain::words::{Word, diagnosis as words, errors, recipe};
use crate::nn::{Init, OptimizerKind};

/// A rate so many times below the largest stable one is small.
const SMALL: f64 = 100.0;

/// What an observation means, and what may help.
pub fn why(app: &App, observation: &Observation) -> String {
    let mut said = meaning(app, observation);
    let language = app.core.settings.language;
    let helps: Vec<String> = remedies(app.core.run(), observation)
        .into_iter()
        .map(|remedy| {
            let epoch = if let Remedy::Back(epoch) = remedy { epoch.to_string() } else { String::new() };
            language.fill(words::remedy(remedy), &[epoch])
        })
        .collect();
    if !helps.is_empty() {
        let helps = helps.join(language.say(recipe::AND));
        said.push(language.fill(words::MAY_HELP, &[helps]));
    }
    sentences(app, &said)
}

fn sentences(app: &App, said: &[String]) -> String {
    // Japanese sentences follow each other without a blank.
    said.join(if app.core.settings.language.is_wide() { "" } else { " " })
}

fn meaning(app: &App, observation: &Observation) -> Vec<String> {
    let language = app.core.settings.language;
    let say = |word: Word| language.say(word).to_owned();
    let recipe = app.core.run().recipe();
    let twins = !recipe.hidden.is_empty() && recipe.init() == Init::Zeros;
    let mut said = Vec::new();
    match observation {
        Observation::Diverged { rate, limit, .. } => {
            said.push(say(words::DIVERGED_WHY));
            said.extend(limit.map(|limit| limit_of(app, *rate, limit)));
        }
        Observation::Unstable { rise, rate, limit, .. } => {
            said.push(say(match rise {
                Rise::AboveStart => words::ABOVE_START,
                Rise::Steps => words::STEPS_ROSE,
                Rise::Means => words::MEANS_ROSE,
            }));
            said.extend(limit.map(|limit| limit_of(app, *rate, limit)));
            said.extend(single_steps(app));
            let (l1, l2) = app.core.run().regularisation();
            said.extend((l1 > 0.0 || l2 > 0.0).then(|| say(words::PULLED)));
        }
        Observation::Dead { neurons, .. } => {
            said.push(say(words::DEAD_WHY));
            said.extend(has_whole_layer(neurons, &recipe.hidden).then(|| say(words::LAYER_OFF)));
        }
        Observation::Saturated { .. } => said.push(say(words::SATURATED_WHY)),
        Observation::Vanishing { .. } => said.push(say(words::VANISHING_WHY)),
        Observation::OverFitting { train_then, train_now, .. } => {
            said.push(language.fill(words::OVER_FITTING_WHY, &[loss(*train_then), loss(*train_now)]));
        }
        Observation::Ravine { condition: ratio } => {
            said.push(language.fill(words::RAVINE_WHY, &[condition(*ratio)]));
            said.extend(below_rule(app));
        }
        Observation::Plateau { from_loss, to_loss, .. } => {
            said.push(say(if to_loss < from_loss { words::PLATEAU_WHY } else { words::PLATEAU_MOVES }));
            said.extend(twins.then(|| say(words::TWINS)));
        }
        Observation::Converged { .. } => {
            said.push(say(words::CONVERGED_WHY));
            said.extend(twins.then(|| say(words::TWINS)));
        }
    }
    said
}

/// How the rate stands to the largest stable one where the run began.
fn limit_of(app: &App, rate: f64, limit: f64) -> String {
    let word = if rate > limit { words::ABOVE_LIMIT } else { words::BELOW_LIMIT };
    let limit = numbers::compact(limit, 8);
    app.core.settings.language.fill(word, &[limit])
}

/// Why a single step may raise the loss, where the rule of the steps has that in it.
fn single_steps(app: &App) -> Option<String> {
    if has_limit(app.core.run()) {
        return None;
    }
    let recipe = app.core.run().recipe();
    let say = |word| app.core.settings.say(word);
    let rule = match recipe.optimizer {
        OptimizerKind::Gd if recipe.momentum > 0.0 => say(words::WITH_MOMENTUM),
        OptimizerKind::Gd => say(words::WITH_BATCHES),
        OptimizerKind::Rmsprop | OptimizerKind::Adam => recipe.optimizer.name(),
    };
    Some(app.core.settings.language.fill(words::SINGLE_STEPS, &[rule]))
}

fn has_whole_layer(dead: &[Neuron], widths: &[usize]) -> bool {
    widths.iter().enumerate().any(|(layer, &width)| {
        let here = dead.iter().filter(|neuron| neuron.layer == layer);
        here.count() == width
    })
}

/// That "women live" would be right more often on the training rows, where it would.
fn below_rule(app: &App) -> Option<String> {
    let rule = Baselines::new(app.core.run()).women_live.train;
    let train = app.core.run().metrics().train;
    (train.total > 0 && train.correct < rule.correct).then(|| {
        let counts = [train.correct, rule.correct, train.total].map(|count| count.to_string());
        app.core.settings.language.fill(words::BELOW_RULE, &counts)
    })
}

/// What there is to say where nothing is seen, or nothing was trained yet.
pub fn calm(app: &App) -> Option<String> {
    let language = app.core.settings.language;
    let run = app.core.run();
    if run.training_rows().is_empty() {
        return Some(language.say(errors::NO_TRAINING_ROWS).to_owned());
    }
    if run.epoch() == 0 {
        return Some(language.say(words::UNTRAINED).to_owned());
    }
    if !app.core.shown().observations().is_empty() {
        return None;
    }
    let mut said = vec![language.say(words::NOTHING).to_owned()];
    said.extend(lately(run).map(|(epoch, then)| {
        let values = [loss(then), epoch.to_string(), loss(run.metrics().train.loss)];
        language.fill(words::LATELY, &values)
    }));
    let neurons: usize = run.recipe().hidden.iter().sum();
    if neurons > 0 {
        said.push(language.fill(words::NO_TROUBLED, &[neurons.to_string()]));
    }
    let rate = run.learning_rate();
    let limit = largest_stable_rate(run, run.network());
    said.extend(limit.filter(|limit| rate * SMALL <= *limit).map(|limit| {
        let values = [numbers::full(rate), numbers::compact(limit, 8)];
        language.fill(words::SMALL_STEPS, &values)
    }));
    said.extend(below_rule(app));
    Some(sentences(app, &said))
}
