//! A run in a few words, and the names of its parts, for titles and bars.

use crate::app::App;
use crate::app::recipe::show;
use crate::explain::words::{explore as words, features, recipe as recipes, runs, time};
use crate::nn::{Network, OptimizerKind};
use crate::training::{Batch, Feature, MissingAge, Part, Scaling};
use crate::ui::text;

/// The run on the screen: `published 2→1 · age, sex raw` or `run A · 2→1 scaled · rate 0.5 · zeros`.
pub fn run(app: &App) -> String {
    run_parts(app).join(" · ")
}

/// As much of it as there is room for, whole facts only, the most telling first; nothing where not
/// even the first fits.
pub fn run_in(app: &App, room: usize) -> String {
    let mut parts = run_parts(app);
    while !parts.is_empty() && text::width(&parts.join(" · ")) > room {
        parts.pop();
    }
    parts.join(" · ")
}

fn run_parts(app: &App) -> Vec<String> {
    let language = app.core.settings.language;
    let recipe = app.core.run().recipe();
    let shape = shape(app);
    let scaling = language.say(match recipe.scaling {
        Scaling::None => words::RAW,
        Scaling::Standard => words::SCALED,
    });
    if app.core.is_published() {
        let features: Vec<_> = recipe.features.iter().map(|&f| feature(app, f)).collect();
        let features = features.join(language.say(recipes::AND));
        return vec![format!("{} {shape}", language.say(words::PUBLISHED)), format!("{features} {scaling}")];
    }
    let mut made = shape;
    if !recipe.hidden.is_empty() {
        made = format!("{made} {}", recipe.activation.name());
    }
    let mut parts = vec![app.core.run_name(), format!("{made} {scaling}"), step(app)];
    if let Batch::Rows(rows) = recipe.batch {
        parts.push(language.fill(recipes::BATCHES_OF, &[rows.to_string()]));
    }
    let (l1, l2) = app.core.run().regularisation();
    for (name, strength) in [("L1", l1), ("L2", l2)] {
        if strength != 0.0 {
            parts.push(format!("{name} {}", show::number(strength)));
        }
    }
    // The published weights came from no recipe, and the run's name tells of them.
    if !app.core.begins_published() {
        parts.push(format!("{} {}", language.say(words::START), recipe.init().name()));
    }
    parts
}

/// How a step is made: `rate 0.5`, `rate 0.5 μ 0.9`, `adam 0.01`.
fn step(app: &App) -> String {
    let recipe = app.core.run().recipe();
    let rate = show::number(app.core.run().learning_rate());
    match recipe.optimizer {
        OptimizerKind::Gd if recipe.momentum == 0.0 => {
            format!("{} {rate}", app.core.settings.say(words::RATE))
        }
        OptimizerKind::Gd => {
            let momentum = show::number(recipe.momentum);
            format!("{} {rate} μ {momentum}", app.core.settings.say(words::RATE))
        }
        optimizer @ (OptimizerKind::Rmsprop | OptimizerKind::Adam) => {
            format!("{} {rate}", optimizer.name())
        }
    }
}

/// In what a run's recipe differs from those of other runs: `rate 0.5`, `2-8-1 adam`; nothing where
/// all are alike.
pub fn difference(app: &App, among: &[usize], run: usize) -> String {
    let language = app.core.settings.language;
    let facts = |run: usize| -> Option<[String; 5]> {
        let run = &app.core.runs.get(run)?.run;
        let recipe = run.recipe();
        let hidden = match recipe.hidden.as_slice() {
            [] => language.say(runs::NO_HIDDEN).to_owned(),
            widths => {
                let inputs = recipe.inputs().to_string();
                let widths = widths.iter().map(usize::to_string);
                let all: Vec<String> = [inputs].into_iter().chain(widths).collect();
                format!("{}-1", all.join("-"))
            }
        };
        let scaling = language.say(match recipe.scaling {
            Scaling::None => words::RAW,
            Scaling::Standard => words::SCALED,
        });
        let mut optimizer = recipe.optimizer.name().to_owned();
        if recipe.momentum > 0.0 {
            let kind = if recipe.nesterov { "nesterov" } else { "momentum" };
            optimizer = format!("{kind} {}", recipe.momentum);
        }
        let rate = format!("{} {}", language.say(words::RATE), run.learning_rate());
        let seed = language.fill(runs::SEED, &[recipe.seed.to_string()]);
        Some([hidden, scaling.to_owned(), optimizer, rate, seed])
    };
    let Some(mine) = facts(run) else {
        return String::new();
    };
    let others: Vec<_> = among.iter().filter_map(|&other| facts(other)).collect();
    let tells = |at: &usize| others.iter().any(|other| other[*at] != mine[*at]);
    let told: Vec<&str> = (0..mine.len()).filter(tells).map(|at| mine[at].as_str()).collect();
    told.join(" ")
}

/// The network's shape: `2→1`, `2-3-1`.
pub fn shape(app: &App) -> String {
    shape_of(app.core.network())
}

/// The shape of any network.
pub fn shape_of(network: &Network) -> String {
    let inputs = network.layer(0).inputs;
    let mut widths: Vec<String> = vec![inputs.to_string()];
    widths.extend(network.layers().map(|layer| layer.outputs.to_string()));
    widths.join(if network.depth() == 1 { "→" } else { "-" })
}

/// A feature's short name in the user's language.
pub fn feature(app: &App, feature: Feature) -> &'static str {
    app.core.settings.say(features::name(feature))
}

/// A loss, with how many people it is over where the count beside it is over others: `0.5987/474`.
pub fn loss_over(loss: &str, part: Part) -> String {
    if is_apart(part) { format!("{loss}/{}", part.loss_rows) } else { loss.to_owned() }
}

/// Whether there is a loss, and it is over other people than the count.
pub const fn is_apart(part: Part) -> bool {
    part.loss_rows != 0 && part.loss_rows != part.total
}

/// All parts, then fewer and fewer of them with how many more there are: `a, b`, `a +1`; nothing of none.
pub fn fewer_and_fewer(parts: &[String], between: &str) -> impl Iterator<Item = String> {
    (1..=parts.len()).rev().map(move |shown| match parts.len() - shown {
        0 => parts.join(between),
        more => format!("{} +{more}", parts[..shown].join(between)),
    })
}

/// What the list is filtered by: as many conditions as there is room for, whole, and how many more there
/// are; nothing without a filter.
pub fn filter_in(app: &App, room: usize) -> String {
    let conditions = app.core.view.filter().conditions();
    let fitting = fewer_and_fewer(&conditions, " ").find(|words| text::width(words) <= room);
    fitting.unwrap_or_else(|| text::cut(&conditions.join(" "), room).into_owned())
}

/// Whether the losses are over fewer people than the counts.
pub fn counts_apart(app: &App) -> bool {
    let metrics = app.core.run().metrics();
    [metrics.train, metrics.test].iter().any(|part| part.loss_rows != part.total)
}

/// How many people the counts and losses are over, and by which policy for missing ages.
pub fn people_counted(app: &App) -> String {
    let metrics = app.core.run().metrics();
    let language = app.core.settings.language;
    let rows = [metrics.train.loss_rows.to_string(), metrics.test.loss_rows.to_string()];
    match app.core.run().recipe().missing_age {
        MissingAge::Died => language.fill(time::LOSSES_WITH_AGE, &rows),
        MissingAge::Drop => language.fill(time::ONLY_WITH_AGE, &rows),
        MissingAge::Mean => language.say(time::AGES_MEAN).to_owned(),
        MissingAge::Median => language.say(time::AGES_MEDIAN).to_owned(),
    }
}
