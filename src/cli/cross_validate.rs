//! `cross-validate`: how good a recipe is, told by the training rows alone.

use std::io::{self, Write};

use clap::{ArgAction, Args};
use serde::Serialize;

use super::common::Common;
use super::failure::Failure;
use super::{figures, gauge, output, sources};
use crate::analysis::cross_validation::Fold;
use crate::analysis::{CrossValidation, Spread};
use crate::explain::plain::{self, Align};
use crate::training::{MAX_EPOCHS, RecipePatch, StopRule};

/// Arguments of `cross-validate`.
#[derive(Debug, Args)]
pub struct CrossValidateArgs {
    /// Into how many folds the training rows are dealt
    #[arg(long, value_name = "K", default_value_t = 10)]
    folds: usize,
    /// How many epochs each network is trained
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(..=MAX_EPOCHS))]
    epochs: u64,
    /// JSON instead of a table
    #[arg(
        long, value_name = "true|false", action = ArgAction::Set, default_value_t = false, num_args = 0..=1,
        require_equals = true, default_missing_value = "true",
        hide_possible_values = true, hide_default_value = true
    )]
    json: bool,
    #[command(flatten)]
    recipe: RecipePatch,
}

/// What `--json` prints.
#[derive(Serialize)]
struct Printed<'a> {
    rows: usize,
    seed: u64,
    epochs: u64,
    folds: &'a [Fold],
    correct: u32,
    total: u32,
    accuracy: Option<Spread>,
    loss: Option<Spread>,
}

impl CrossValidateArgs {
    /// Trains a network for each fold, and tells what each says of its own.
    pub fn run(self, common: &Common) -> Result<(), Failure> {
        let run = sources::to_train(common, self.recipe, sources::list(common)?)?;
        if run.recipe().stop != StopRule::Never {
            common.note(
                "every network of a cross-validation is trained for all epochs; stop and patience say nothing here",
            );
        }
        let validation = CrossValidation::new(&run, self.folds, self.epochs).map_err(Failure::input)?;
        let validation = gauge::validated(validation)?;
        for (at, fold) in validation.judged().iter().enumerate().filter(|(_, fold)| fold.epoch < self.epochs) {
            let (fold, epoch) = (at + 1, fold.epoch);
            common.note(&format!("the network of fold {fold} overflowed after epoch {epoch} and counts as it stood"));
        }
        output::write(None, |out| {
            if self.json {
                serde_json::to_writer(&mut *out, &printed(&validation))?;
                writeln!(out)
            } else {
                table(out, &validation)
            }
        })
    }
}

fn printed(validation: &CrossValidation) -> Printed<'_> {
    let (correct, total) = validation.counted();
    Printed {
        rows: validation.rows(),
        seed: validation.recipe().seed,
        epochs: validation.epochs(),
        folds: validation.judged(),
        correct,
        total,
        accuracy: validation.accuracy(),
        loss: validation.loss(),
    }
}

fn table(out: &mut dyn Write, validation: &CrossValidation) -> io::Result<()> {
    writeln!(
        out,
        "{} training rows in {} folds by seed {}, {} epochs each; no test row takes part",
        validation.rows(),
        validation.count(),
        validation.recipe().seed,
        validation.epochs(),
    )?;
    let row = |name: String, right: String, loss: String| vec![name, right, loss];
    let mut rows = vec![row("fold".to_owned(), "right".to_owned(), "loss".to_owned())];
    rows.extend(validation.judged().iter().zip(1..).map(|(Fold { held, .. }, number)| {
        let right = if held.total == 0 { "-".to_owned() } else { figures::count(held.correct, held.total) };
        row(number.to_string(), right, figures::places(held.loss, 4))
    }));
    let part = |name: &str, of: fn(&Spread) -> f64| {
        let right = validation.accuracy().map_or_else(|| "-".to_owned(), |spread| figures::percent(of(&spread)));
        let loss = validation.loss().map_or_else(|| "-".to_owned(), |spread| figures::places(of(&spread), 4));
        row(name.to_owned(), right, loss)
    };
    rows.extend([
        part("mean", |spread| spread.mean),
        part("sd", |spread| spread.sd),
        part("least", |spread| spread.least),
        part("most", |spread| spread.most),
    ]);
    let (correct, total) = validation.counted();
    rows.push(row("all".to_owned(), figures::count(correct, total), String::new()));
    write!(out, "{}", plain::table(&[Align::Left(6), Align::Right(18), Align::Right(8)], &rows))
}
