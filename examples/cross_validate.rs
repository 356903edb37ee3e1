//! Chooses the settings of the preset "Everything": `cargo run --release --example cross_validate`.
//!
//! 10-fold cross-validation on rows 1–600 of the list; rows 601–891 are never read. Row n is held out in
//! fold n mod 10. Every setting of the grid is trained on the other nine tenths from the seeds 1–3, and
//! the held-out rows are counted at some epochs. The setting with the most right answers wins; of equals
//! the one with the smaller held-out loss.
#![expect(clippy::print_stdout, reason = "an example's result is what it prints")]

use std::error::Error;
use std::sync::Arc;

use titanic_tui::data::{Labels, PassengerList};
use titanic_tui::nn::OptimizerKind;
use titanic_tui::training::{Preset, Recipe, Run};

const LIST: &str = include_str!("../data/titanic.csv");
const TRAINING_ROWS: usize = 600;
const FOLDS: usize = 10;
const SEEDS: [u64; 3] = [1, 2, 3];
const EPOCHS: [u64; 6] = [50, 100, 200, 300, 500, 1000];

/// What a setting came to at one epoch: right answers over all folds, the mean over the seeds, and the
/// mean loss.
#[derive(Clone, Copy, Default)]
pub struct Held {
    /// Of all training rows.
    pub right: f64,
    loss: f64,
}

fn main() -> Result<(), Box<dyn Error>> {
    let folds = folds()?;
    println!("right of {TRAINING_ROWS} held-out rows, mean over seeds, at epochs {EPOCHS:?}");
    let mut best: Option<(Held, String, u64)> = None;
    for recipe in grid() {
        let name = format!(
            "hidden {:?}, {} {}, l2 {}",
            recipe.hidden,
            recipe.optimizer.name(),
            recipe.learning_rate,
            recipe.l2
        );
        let held = cross_validate(&recipe, &folds, &EPOCHS)?;
        let cells: Vec<String> = held.iter().map(|held| format!("{:.1} ({:.4})", held.right, held.loss)).collect();
        println!("{name:42} {}", cells.join("  "));
        for (held, epochs) in held.into_iter().zip(EPOCHS) {
            let better = best.as_ref().is_none_or(|(best, ..)| {
                held.right > best.right || (held.right == best.right && held.loss < best.loss)
            });
            if better {
                best = Some((held, name.clone(), epochs));
            }
        }
    }
    if let Some((held, name, epochs)) = best {
        println!("\nchosen: {name}, {epochs} epochs: {:.1}, loss {:.4}", held.right, held.loss);
    }
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

/// A list for each fold: 540 rows to train on, then the 60 held out.
///
/// # Errors
/// Where the list inside cannot be read.
pub fn folds() -> Result<Vec<Arc<PassengerList>>, Box<dyn Error>> {
    let mut lines = LIST.lines();
    let header = lines.next().ok_or("the list is empty")?;
    let rows: Vec<&str> = lines.take(TRAINING_ROWS).collect();
    let fold = |fold: usize| {
        let numbered = || rows.iter().enumerate();
        let kept = numbered().filter(|(row, _)| row % FOLDS != fold);
        let held = numbered().filter(|(row, _)| row % FOLDS == fold);
        let rows = kept.chain(held).map(|(_, row)| *row);
        let text = [header].into_iter().chain(rows).collect::<Vec<_>>().join("\n");
        let list = PassengerList::read("fold", text.as_bytes(), Labels::Required)?;
        Ok(Arc::new(list))
    };
    (0..FOLDS).map(fold).collect()
}

/// What this recipe comes to at each of these epochs, which rise.
///
/// # Errors
/// Where the recipe cannot be trained.
pub fn cross_validate(recipe: &Recipe, folds: &[Arc<PassengerList>], at: &[u64]) -> Result<Vec<Held>, Box<dyn Error>> {
    let mut held = vec![Held::default(); at.len()];
    for list in folds {
        for seed in SEEDS {
            let recipe = Recipe { seed, train_rows: Some(TRAINING_ROWS - TRAINING_ROWS / FOLDS), ..recipe.clone() };
            let mut run = Run::from_recipe("fold", Arc::clone(list), recipe)?;
            for (held, epochs) in held.iter_mut().zip(at) {
                while run.last_epoch() < *epochs {
                    run.train()?;
                }
                let test = run.metrics().test;
                held.right += f64::from(test.correct) / SEEDS.len() as f64;
                held.loss += test.loss / (SEEDS.len() * FOLDS) as f64;
            }
        }
    }
    Ok(held)
}
