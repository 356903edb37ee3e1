//! Prints the README's table: each preset after its epochs, over the seeds 1–8, beside the rules that
//! need no network: `cargo run --release --example scores`.
#![expect(clippy::print_stdout, reason = "an example's result is what it prints")]

use std::error::Error;
use std::sync::Arc;

use titanic_tui::analysis::Baselines;
use titanic_tui::data::PassengerList;
use titanic_tui::explain::words::Language;
use titanic_tui::explain::words::presets;
use titanic_tui::training::{Part, Preset, Recipe, Run};

const SEEDS: std::ops::RangeInclusive<u64> = 1..=8;

fn main() -> Result<(), Box<dyn Error>> {
    print!("{}", table()?);
    Ok(())
}

/// The table, line by line; a test compares it with the README's.
///
/// # Errors
/// Where a preset cannot be trained.
pub fn table() -> Result<String, Box<dyn Error>> {
    let list = Arc::new(PassengerList::embedded());
    let mut lines = vec![
        "| what | network | epochs | training rows right | test rows right | over the seeds |".to_owned(),
        "|---|---|---:|---:|---:|---|".to_owned(),
    ];
    let rules = Baselines::new(&Run::published(Arc::clone(&list)));
    for (name, rule) in [("everyone died", rules.everyone_died), ("women live, men die", rules.women_live)] {
        let count = |correct: u32, total: u32| share(f64::from(correct), total);
        lines.push(format!(
            "| {name} | – | – | {} | {} | – |",
            count(rule.train.correct, rule.train.total),
            count(rule.test.correct, rule.test.total),
        ));
    }
    for &preset in Preset::ALL {
        let (mut train, mut test) = (Vec::new(), Vec::new());
        let mut before: Option<Run> = None;
        for seed in SEEDS {
            let start = start(preset, seed, &list)?;
            let run = match before.take() {
                // The same start without a shuffle is the same run, whatever the seed.
                Some(run) if is_same(&run, &start) => run,
                _ => trained(start, preset.epochs())?,
            };
            let metrics = run.metrics();
            before = Some(run);
            train.push(metrics.train);
            test.push(metrics.test);
        }
        lines.push(format!(
            "| {} | {} | {} | {} | {} | {} |",
            Language::English.say(presets::title(preset)),
            shape(&preset.recipe()),
            preset.epochs(),
            median(&train),
            median(&test),
            range(&test)
        ));
    }
    Ok(lines.join("\n") + "\n")
}

fn start(preset: Preset, seed: u64, list: &Arc<PassengerList>) -> Result<Run, Box<dyn Error>> {
    let list = Arc::clone(list);
    if preset == Preset::ThePost {
        return Ok(Run::published(list));
    }
    let recipe = Recipe { seed, ..preset.recipe() };
    Ok(Run::from_recipe(preset.key(), list, recipe)?)
}

fn is_same(run: &Run, start: &Run) -> bool {
    let first = run.network_at(0);
    !start.recipe().shuffle && first.parameters() == start.network().parameters()
}

fn trained(mut run: Run, epochs: u64) -> Result<Run, Box<dyn Error>> {
    while run.last_epoch() < epochs {
        run.train()?;
    }
    Ok(run)
}

/// `2-8-1`.
fn shape(recipe: &Recipe) -> String {
    let widths = [recipe.inputs()].into_iter().chain(recipe.hidden.clone());
    let widths: Vec<String> = widths.chain([1]).map(|width| width.to_string()).collect();
    widths.join("-")
}

fn sorted(parts: &[Part]) -> Vec<u32> {
    let mut counts: Vec<u32> = parts.iter().map(|part| part.correct).collect();
    counts.sort_unstable();
    counts
}

fn median(parts: &[Part]) -> String {
    let counts = sorted(parts);
    let middle = counts.len() / 2;
    let median = f64::midpoint(f64::from(counts[middle - 1]), f64::from(counts[middle]));
    share(median, parts[0].total)
}

fn range(parts: &[Part]) -> String {
    let counts = sorted(parts);
    match (counts[0], counts[counts.len() - 1]) {
        (least, most) if least == most => "the same from each".to_owned(),
        (least, most) => format!("{least}–{most}"),
    }
}

/// `226/291 (77.66 %)`.
fn share(count: f64, total: u32) -> String {
    format!("{count}/{total} ({:.2} %)", count / f64::from(total) * 100.0)
}
