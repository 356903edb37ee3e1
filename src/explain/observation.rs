//! An observation in words with its numbers: in a word or two, in a line, and what to make of it, said of this
//! very run. And what to say where nothing is seen.

use super::keyed::KeyedTexts;
use super::words::{Language, Word, diagnosis as words, errors, filled, recipe};
use super::{names, numbers};
use crate::analysis::Observation;
use crate::analysis::curvature::has_limit;
use crate::analysis::diagnosis::{Neuron, Remedy, largest_stable_rate, lately, remedies};
use crate::analysis::score::Baselines;
use crate::nn::{Init, Network};
use crate::training::{PUBLISHED_WEIGHTS, Run};

/// More neurons than this are not listed by name.
const MOST_NAMES: usize = 8;
/// A rate so many times below the largest stable one is small.
const SMALL: f64 = 100.0;

fn loss(value: f64) -> String {
    numbers::compact(value, 8)
}

/// Whether it is a trouble rather than an end well reached.
pub const fn warns(observation: &Observation) -> bool {
    !matches!(observation, Observation::Ravine { .. } | Observation::Plateau { .. } | Observation::Converged { .. })
}

/// Whether the run itself goes wrong now, so that it must be seen before anything else.
pub const fn is_urgent(observation: &Observation) -> bool {
    matches!(
        observation,
        Observation::Diverged { .. }
            | Observation::Unstable { .. }
            | Observation::Vanishing { .. }
            | Observation::OverFitting { .. }
    )
}

/// The numbers of an observation, in the places its texts have for them.
fn values(network: &Network, observation: &Observation) -> Vec<String> {
    let small = |value: f64| numbers::compact(value, 7);
    match observation {
        Observation::Diverged { epoch, rate, .. } => {
            vec![numbers::whole(epoch.saturating_sub(1)), numbers::full(*rate)]
        }
        Observation::Unstable { from_loss, to_loss, epochs, rate, .. } => {
            vec![loss(*from_loss), loss(*to_loss), numbers::whole(epochs), numbers::full(*rate)]
        }
        Observation::Dead { neurons, of } | Observation::Saturated { neurons, of } => {
            let named = neurons.iter().take(MOST_NAMES).map(|at| names::neuron(network, at.layer, at.neuron));
            let more = (neurons.len() > MOST_NAMES).then(|| "…".to_owned());
            let named: Vec<String> = named.chain(more).collect();
            vec![neurons.len().to_string(), of.to_string(), named.join(", ")]
        }
        Observation::Vanishing { first, last } => vec![small(*first), small(*last)],
        Observation::OverFitting { least, at, now, .. } => vec![loss(*least), at.to_string(), loss(*now)],
        Observation::Ravine { condition } => vec![numbers::condition(*condition)],
        Observation::Plateau { from_loss, to_loss, epochs, gradient } => {
            vec![loss(*from_loss), loss(*to_loss), numbers::whole(epochs), small(*gradient)]
        }
        Observation::Converged { gradient } => vec![small(*gradient)],
    }
}

/// A word or two.
pub fn brief(language: Language, run: &Run, observation: &Observation) -> String {
    language.fill(words::short(observation), &values(run.network(), observation))
}

/// The same where there is room to name what is counted.
pub fn spelt(language: Language, run: &Run, observation: &Observation) -> String {
    let word = if matches!(observation, Observation::Dead { .. }) {
        words::DEAD_SPELT
    } else if matches!(observation, Observation::Saturated { .. }) {
        words::SATURATED_SPELT
    } else {
        words::short(observation)
    };
    language.fill(word, &values(run.network(), observation))
}

/// One line with the numbers that show it.
pub fn line(language: Language, run: &Run, observation: &Observation) -> String {
    language.fill(words::line(observation), &values(run.network(), observation))
}

/// What an observation means, and what may help.
pub fn why(language: Language, keyed: &KeyedTexts, run: &Run, observation: &Observation) -> String {
    let mut said = meaning(language, run, observation);
    let helps: Vec<String> = remedies(run, observation)
        .into_iter()
        .map(|remedy| {
            let epoch = if let Remedy::Back(epoch) = remedy { numbers::whole(epoch) } else { String::new() };
            filled(keyed.say(language.say(words::remedy(remedy))), &[epoch])
        })
        .collect();
    if !helps.is_empty() {
        let helps = helps.join(language.say(recipe::AND));
        said.push(language.fill(words::MAY_HELP, &[helps]));
    }
    sentences(language, &said)
}

fn sentences(language: Language, said: &[String]) -> String {
    // Japanese sentences follow each other without a blank.
    said.join(if language.is_wide() { "" } else { " " })
}

fn meaning(language: Language, run: &Run, observation: &Observation) -> Vec<String> {
    let say = |word: Word| language.say(word).to_owned();
    let recipe = run.recipe();
    let twins = !recipe.hidden.is_empty() && recipe.init() == Init::Zeros;
    let mut said = Vec::new();
    match observation {
        Observation::Diverged { rate, limit, .. } => {
            said.push(say(words::DIVERGED_WHY));
            said.extend(limit.map(|limit| limit_of(language, *rate, limit)));
        }
        Observation::Unstable { rise, rate, limit, .. } => {
            said.push(say(words::rise(*rise)));
            said.extend(limit.map(|limit| limit_of(language, *rate, limit)));
            said.extend(single_steps(language, run));
            let (l1, l2) = run.regularisation();
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
            said.push(language.fill(words::RAVINE_WHY, &[numbers::condition(*ratio)]));
            said.extend(below_rule(language, run));
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
fn limit_of(language: Language, rate: f64, limit: f64) -> String {
    let word = if rate > limit { words::ABOVE_LIMIT } else { words::BELOW_LIMIT };
    let limit = numbers::compact(limit, 8);
    language.fill(word, &[limit])
}

/// Why a single step may raise the loss, where the rule of the steps has that in it.
fn single_steps(language: Language, run: &Run) -> Option<String> {
    if has_limit(run) {
        return None;
    }
    let recipe = run.recipe();
    let say = |word| language.say(word);
    let rule = if recipe.optimizer.is_adaptive() {
        recipe.optimizer.name()
    } else if recipe.momentum > 0.0 {
        say(words::WITH_MOMENTUM)
    } else {
        say(words::WITH_BATCHES)
    };
    Some(language.fill(words::SINGLE_STEPS, &[rule]))
}

fn has_whole_layer(dead: &[Neuron], widths: &[usize]) -> bool {
    widths.iter().enumerate().any(|(layer, &width)| {
        let here = dead.iter().filter(|neuron| neuron.layer == layer);
        here.count() == width
    })
}

/// That "women live" would be right more often on the training rows, where it would.
fn below_rule(language: Language, run: &Run) -> Option<String> {
    let rule = Baselines::new(run).women_live.train;
    let train = run.metrics().train;
    (train.total > 0 && train.correct < rule.correct).then(|| {
        let counts = [train.correct, rule.correct, train.total].map(|count| count.to_string());
        language.fill(words::BELOW_RULE, &counts)
    })
}

/// What there is to say where nothing is seen, or nothing was trained yet.
pub fn calm(language: Language, keyed: &KeyedTexts, run: &Run, seen: &[Observation]) -> Option<String> {
    if run.training_rows().is_empty() {
        return Some(language.say(errors::NO_TRAINING_ROWS).to_owned());
    }
    if run.epoch() == 0 {
        let is_published = run.network().parameters() == PUBLISHED_WEIGHTS;
        let word = if is_published { words::UNTRAINED_PUBLISHED } else { words::UNTRAINED };
        return Some(keyed.say(language.say(word)).to_owned());
    }
    if !seen.is_empty() {
        return None;
    }
    let mut said = vec![language.say(words::NOTHING).to_owned()];
    said.extend(lately(run).map(|(epoch, then)| {
        let values = [loss(then), numbers::whole(epoch), loss(run.metrics().train.loss)];
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
    said.extend(below_rule(language, run));
    Some(sentences(language, &said))
}
