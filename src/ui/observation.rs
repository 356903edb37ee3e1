//! An observation in words with its numbers: in short for the time bar's flips, in a line, and why.

mod why;

pub use why::{calm, why};

use super::screens::landscape::names::condition;
use crate::analysis::Observation;
use crate::analysis::diagnosis::Neuron;
use crate::app::App;
use crate::explain::names;
use crate::explain::numbers;
use crate::explain::words::diagnosis as words;

/// More neurons than this are not listed by name.
const MOST_NAMES: usize = 8;

fn loss(value: f64) -> String {
    numbers::compact(value, 8)
}

fn small(value: f64) -> String {
    numbers::compact(value, 7)
}

fn names(app: &App, neurons: &[Neuron]) -> String {
    let mut names: Vec<String> =
        neurons.iter().take(MOST_NAMES).map(|at| names::neuron(app.core.network(), at.layer, at.neuron)).collect();
    if neurons.len() > MOST_NAMES {
        names.push("…".to_owned());
    }
    names.join(", ")
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

/// A word or two.
pub fn brief(app: &App, observation: &Observation) -> String {
    let value = match observation {
        Observation::Dead { neurons, .. } | Observation::Saturated { neurons, .. } => neurons.len().to_string(),
        Observation::Ravine { condition: ratio } => condition(*ratio),
        Observation::Diverged { .. }
        | Observation::Unstable { .. }
        | Observation::Vanishing { .. }
        | Observation::OverFitting { .. }
        | Observation::Plateau { .. }
        | Observation::Converged { .. } => String::new(),
    };
    app.core.settings.language.fill(words::short(observation), &[value])
}

/// The same where there is room to name what is counted.
pub fn spelt(app: &App, observation: &Observation) -> String {
    let fill = |word, count: usize| app.core.settings.language.fill(word, &[count.to_string()]);
    match observation {
        Observation::Dead { neurons, .. } => fill(words::DEAD_SPELT, neurons.len()),
        Observation::Saturated { neurons, .. } => fill(words::SATURATED_SPELT, neurons.len()),
        Observation::Diverged { .. }
        | Observation::Unstable { .. }
        | Observation::Vanishing { .. }
        | Observation::OverFitting { .. }
        | Observation::Ravine { .. }
        | Observation::Plateau { .. }
        | Observation::Converged { .. } => brief(app, observation),
    }
}

/// One line with the numbers that show it.
pub fn line(app: &App, observation: &Observation) -> String {
    let language = app.core.settings.language;
    match observation {
        Observation::Diverged { epoch, rate, .. } => {
            language.fill(words::DIVERGED, &[epoch.saturating_sub(1).to_string(), numbers::full(*rate)])
        }
        Observation::Unstable { from_loss, to_loss, epochs, rate, .. } => language
            .fill(words::UNSTABLE, &[loss(*from_loss), loss(*to_loss), epochs.to_string(), numbers::full(*rate)]),
        Observation::Dead { neurons, of } => {
            language.fill(words::DEAD, &[neurons.len().to_string(), of.to_string(), names(app, neurons)])
        }
        Observation::Saturated { neurons, of } => {
            language.fill(words::SATURATED, &[neurons.len().to_string(), of.to_string(), names(app, neurons)])
        }
        Observation::Vanishing { first, last } => language.fill(words::VANISHING, &[small(*first), small(*last)]),
        Observation::OverFitting { least, at, now, .. } => {
            language.fill(words::OVER_FITTING, &[loss(*least), at.to_string(), loss(*now)])
        }
        Observation::Ravine { condition: ratio } => language.fill(words::RAVINE, &[condition(*ratio)]),
        Observation::Plateau { from_loss, to_loss, epochs, gradient } => {
            language.fill(words::PLATEAU, &[loss(*from_loss), loss(*to_loss), epochs.to_string(), small(*gradient)])
        }
        Observation::Converged { gradient } => language.fill(words::CONVERGED, &[small(*gradient)]),
    }
}
