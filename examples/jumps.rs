//! How long jumps among a million epochs take: `cargo run --release --example jumps [EPOCHS]`.
//!
//! Trains fewer epochs than a million and lets key frames take the same share of memory, so that they
//! lie as far apart as at the full length.
#![expect(clippy::print_stdout, reason = "an example's result is what it prints")]

use std::error::Error;
use std::sync::Arc;
use std::time::{Duration, Instant};

use titanic_tui::data::PassengerList;
use titanic_tui::nn::OptimizerKind;
use titanic_tui::training::{FRAME_BYTES, Feature, MAX_EPOCHS, Recipe, Run, Scaling};

fn main() -> Result<(), Box<dyn Error>> {
    let epochs: u64 = match std::env::args().nth(1) {
        Some(text) => text.parse()?,
        None => 20_000,
    };
    let list = Arc::new(PassengerList::embedded());
    println!("network and optimiser | parameters | µs an epoch | key frames every | jump: median | worst");
    for (hidden, optimizer, momentum) in [
        (vec![8], OptimizerKind::Gd, 0.0),
        (vec![16, 16], OptimizerKind::Gd, 0.0),
        (vec![16, 16], OptimizerKind::Gd, 0.9),
        (vec![16, 16], OptimizerKind::Adam, 0.0),
    ] {
        let recipe = Recipe {
            features: vec![
                Feature::Age,
                Feature::Sex,
                Feature::Pclass,
                Feature::Sibsp,
                Feature::Parch,
                Feature::Fare,
                Feature::Embarked,
            ],
            scaling: Scaling::Standard,
            hidden: hidden.clone(),
            optimizer,
            momentum,
            learning_rate: 0.01,
            ..Recipe::default()
        };
        let mut run = Run::from_recipe("jumps", Arc::clone(&list), recipe)?;
        run.set_history_bytes((FRAME_BYTES as u64 * epochs / MAX_EPOCHS) as usize);
        let begun = Instant::now();
        for _ in 0..epochs {
            run.train()?;
        }
        let epoch = begun.elapsed() / epochs as u32;
        let mut jumps: Vec<Duration> = (1..200_u64)
            .map(|jump| {
                let begun = Instant::now();
                run.seek(jump * 7_919_777 % epochs);
                begun.elapsed()
            })
            .collect();
        jumps.sort();
        println!(
            "9-{hidden:?}-1 {} {momentum} | {} | {} | {} | {:.1?} | {:.1?}",
            optimizer.name(),
            run.network().parameters().len(),
            epoch.as_micros(),
            run.key_frame_stride(),
            jumps[jumps.len() / 2],
            jumps[jumps.len() - 1],
        );
    }
    Ok(())
}
