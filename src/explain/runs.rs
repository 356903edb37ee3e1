//! A run in a few words, for titles and bars: its network, how its steps are made, in what it differs from others,
//! and whom its losses are over.

use super::words::{Language, explore as words, features, recipe as recipes, runs, time};
use crate::nn::Network;
use crate::training::recipe::number;
use crate::training::{Batch, Part, Recipe, Run};

/// What a run is made of, the most telling first: `2→1 scaled`, `rate 0.5`, `batches of 32`, `L2 0.01`.
pub fn parts(language: Language, run: &Run) -> Vec<String> {
    let (l1, l2) = run.regularisation();
    recipe_parts(language, &Recipe { learning_rate: run.learning_rate(), l1, l2, ..run.recipe().clone() })
}

/// The same of a recipe.
pub fn recipe_parts(language: Language, recipe: &Recipe) -> Vec<String> {
    let mut made = shape(&Network::new(recipe.inputs(), &recipe.hidden, recipe.activation));
    if !recipe.hidden.is_empty() {
        made = format!("{made} {}", recipe.activation.name());
    }
    let mut parts = vec![format!("{made} {}", language.say(words::scaling(recipe.scaling))), step(language, recipe)];
    if let Batch::Rows(rows) = recipe.batch {
        parts.push(language.fill(recipes::BATCHES_OF, &[rows.to_string()]));
    }
    let strengths = [("L1", recipe.l1), ("L2", recipe.l2)].into_iter().filter(|(_, strength)| *strength != 0.0);
    parts.extend(strengths.map(|(name, strength)| format!("{name} {}", number(strength))));
    parts
}

/// A recipe's features and whether they are scaled: `age, sex raw`.
pub fn data(language: Language, recipe: &Recipe) -> String {
    let names: Vec<&str> = recipe.features.iter().map(|&feature| language.say(features::name(feature))).collect();
    format!("{} {}", names.join(language.say(recipes::AND)), language.say(words::scaling(recipe.scaling)))
}

/// How a step is made: `rate 0.5`, `rate 0.5 μ 0.9`, `adam 0.01`, `adamw 0.01 λ 0.01`.
fn step(language: Language, recipe: &Recipe) -> String {
    let optimizer = recipe.optimizer;
    let by = if optimizer.is_adaptive() { optimizer.name() } else { language.say(words::RATE) };
    let mut step = format!("{by} {}", number(recipe.learning_rate));
    for (name, value) in [("μ", recipe.momentum), ("λ", recipe.weight_decay())] {
        if value != 0.0 {
            step = format!("{step} {name} {}", number(value));
        }
    }
    step
}

/// In what a run's recipe differs from those of other runs: `rate 0.5`, `2-8-1 adam`; nothing where
/// all are alike.
pub fn difference<'a>(language: Language, run: &Run, others: impl Iterator<Item = &'a Run>) -> String {
    let facts = |run: &Run| -> [String; 5] {
        let recipe = run.recipe();
        let hidden =
            if recipe.hidden.is_empty() { language.say(runs::NO_HIDDEN).to_owned() } else { shape(run.network()) };
        let optimizer = match (recipe.momentum > 0.0, recipe.nesterov) {
            (true, true) => format!("nesterov {}", recipe.momentum),
            (true, false) => format!("momentum {}", recipe.momentum),
            (false, _) => recipe.optimizer.name().to_owned(),
        };
        let rate = format!("{} {}", language.say(words::RATE), run.learning_rate());
        let seed = language.fill(runs::SEED, &[recipe.seed.to_string()]);
        [hidden, language.say(words::scaling(recipe.scaling)).to_owned(), optimizer, rate, seed]
    };
    let mine = facts(run);
    let others: Vec<_> = others.map(facts).collect();
    let tells = |at: &usize| others.iter().any(|other| other[*at] != mine[*at]);
    let told: Vec<&str> = (0..mine.len()).filter(tells).map(|at| mine[at].as_str()).collect();
    told.join(" ")
}

/// A network's shape: `2→1`, `2-3-1`.
pub fn shape(network: &Network) -> String {
    let mut widths = vec![network.layer(0).inputs.to_string()];
    widths.extend(network.layers().map(|layer| layer.outputs.to_string()));
    widths.join(if network.depth() == 1 { "→" } else { "-" })
}

/// A loss, with how many people it is over where the count beside it is over others: `0.5987/474`.
pub fn loss_over(loss: &str, part: Part) -> String {
    if is_apart(part) { format!("{loss}/{}", part.loss_rows) } else { loss.to_owned() }
}

/// Whether there is a loss, and it is over other people than the count.
pub const fn is_apart(part: Part) -> bool {
    part.loss_rows != 0 && part.loss_rows != part.total
}

/// Whether the losses are over fewer people than the counts.
pub fn counts_apart(run: &Run) -> bool {
    let metrics = run.metrics();
    [metrics.train, metrics.test].iter().any(|part| part.loss_rows != part.total)
}

/// How many people the counts and losses are over, and by which policy for missing ages.
pub fn people_counted(language: Language, run: &Run) -> String {
    let metrics = run.metrics();
    let rows = [metrics.train.loss_rows.to_string(), metrics.test.loss_rows.to_string()];
    language.fill(time::counted(run.recipe().missing_age), &rows)
}

/// All parts, then fewer and fewer of them with how many more there are: `a, b`, `a +1`; nothing of none.
pub fn fewer_and_fewer(parts: &[String], between: &str) -> impl Iterator<Item = String> {
    (1..=parts.len()).rev().map(move |shown| match parts.len() - shown {
        0 => parts.join(between),
        more => format!("{} +{more}", parts[..shown].join(between)),
    })
}
