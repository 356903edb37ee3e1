//! The settings among which those of the preset "Everything" were chosen: `cargo run --release --example cross_validate`.
//!
//! Each of the grid is cross-validated in ten folds of the training rows from the seeds 1–3, at some epochs. The best has
//! the most right answers, and of equals the smaller loss.
#![expect(clippy::print_stdout, reason = "an example's result is what it prints")]

use std::error::Error;
use std::sync::Arc;

use titanic_tui::analysis::CrossValidation;
use titanic_tui::data::PassengerList;
use titanic_tui::nn::OptimizerKind;
use titanic_tui::training::{Preset, Recipe, Run};

const FOLDS: usize = 10;
const SEEDS: [u64; 3] = [1, 2, 3];
const EPOCHS: [u64; 6] = [50, 100, 200, 300, 500, 1000];

fn main() -> Result<(), Box<dyn Error>> {
    println!("right in all folds, mean over seeds, at epochs {EPOCHS:?}");
    let mut best = ((0.0, f64::INFINITY), String::new());
    for recipe in grid() {
        let Recipe { hidden, optimizer, learning_rate, l2, .. } = &recipe;
        let name = format!("hidden {hidden:?}, {} {learning_rate}, l2 {l2}", optimizer.name());
        let held = EPOCHS.map(|epochs| cross_validated(&recipe, epochs));
        let held = held.into_iter().collect::<Result<Vec<_>, _>>()?;
        let cells: Vec<String> = held.iter().map(|(right, loss)| format!("{right:.1} ({loss:.4})")).collect();
        println!("{name:42} {}", cells.join("  "));
        for ((right, loss), epochs) in held.into_iter().zip(EPOCHS) {
            if (right, -loss) > (best.0.0, -best.0.1) {
                best = ((right, loss), format!("{name}, {epochs} epochs"));
            }
        }
    }
    let ((right, loss), name) = best;
    println!("\nthe best: {name}: {right:.1}, loss {loss:.4}");
    Ok(())
}

fn grid() -> Vec<Recipe> {
    let base = Preset::Everything.recipe();
    let mut grid = Vec::new();
    for hidden in [vec![], vec![8], vec![16], vec![16, 16]] {
        for (optimizer, learning_rate) in [(OptimizerKind::Gd, 0.3), (OptimizerKind::Adam, 0.01)] {
            for l2 in [0.0, 0.001, 0.01] {
                grid.push(Recipe { hidden: hidden.clone(), optimizer, learning_rate, l2, ..base.clone() });
            }
        }
    }
    grid
}

/// Right answers over all folds and the mean loss of a fold, means over the seeds.
///
/// # Errors
/// Where the recipe cannot be trained.
pub fn cross_validated(recipe: &Recipe, epochs: u64) -> Result<(f64, f64), Box<dyn Error>> {
    let list = Arc::new(PassengerList::embedded());
    let (mut right, mut loss) = (0.0, 0.0);
    for seed in SEEDS {
        let run = Run::from_recipe("", Arc::clone(&list), Recipe { seed, ..recipe.clone() })?;
        let mut folds = CrossValidation::new(&run, FOLDS, epochs)?;
        while !folds.is_done() {
            folds.advance()?;
        }
        right += f64::from(folds.counted().0) / SEEDS.len() as f64;
        loss += folds.loss().map_or(f64::NAN, |spread| spread.mean) / SEEDS.len() as f64;
    }
    Ok((right, loss))
}
