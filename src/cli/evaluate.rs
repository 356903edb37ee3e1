//! `evaluate`: the scoreboard, as a table or as JSON.

use std::io::{self, Write};

use clap::{ArgAction, Args};

use super::common::Common;
use super::failure::Failure;
use super::recipe_flags::named;
use super::{figures, output, sources};
use crate::analysis::Scoreboard;
use crate::analysis::score::{McNemar, PartScore, Rule};
use crate::training::{MissingAge, RecipePatch, Run};

/// Arguments of `evaluate`.
#[derive(Debug, Args)]
pub struct Evaluate {
    /// A missing age: mean, median, died or drop [default: the model's policy]
    #[arg(long, value_name = "POLICY", value_parser = named::<MissingAge>)]
    missing_age: Option<MissingAge>,
    /// Predicted to have lived when p is above this
    #[arg(long, value_name = "T", default_value_t = 0.5, allow_negative_numbers = true, value_parser = threshold)]
    threshold: f64,
    /// JSON instead of a table
    #[arg(
        long, value_name = "true|false", action = ArgAction::Set, default_value_t = false, num_args = 0..=1,
        require_equals = true, default_missing_value = "true",
        hide_possible_values = true, hide_default_value = true
    )]
    json: bool,
}

impl Evaluate {
    /// Prints the scoreboard of the model on the list.
    pub fn run(self, common: &Common) -> Result<(), Failure> {
        let flags = RecipePatch {
            missing_age: self.missing_age,
            ..RecipePatch::default()
        };
        let run = sources::answering(common, flags, sources::list(common)?)?;
        let score = Scoreboard::new(&run, run.network(), self.threshold);
        output::write(None, |out| {
            if self.json {
                serde_json::to_writer(&mut *out, &score)?;
                writeln!(out)
            } else {
                table(out, &run, &score)
            }
        })
    }
}

/// A probability that is not certain.
pub fn threshold(text: &str) -> Result<f64, String> {
    match text.parse() {
        Ok(value) if (0.0..=1.0).contains(&value) => Ok(value),
        _ => Err("expected a number from 0 to 1".to_owned()),
    }
}

fn table(out: &mut dyn Write, run: &Run, score: &Scoreboard) -> io::Result<()> {
    let (train, test) = (&score.train, &score.test);
    writeln!(
        out,
        "{}, epoch {}; threshold {}; missing age: {}",
        run.name,
        run.epoch(),
        score.threshold,
        score.missing_age.name(),
    )?;
    let mut row = |name: &str, cell: &dyn Fn(&PartScore) -> String| {
        writeln!(out, "{name:<16}{:>20}{:>20}", cell(train), cell(test))
    };
    row("", &|part| {
        if std::ptr::eq(part, train) {
            "train".into()
        } else {
            "test".into()
        }
    })?;
    row("right", &|part| count(part.correct, part.total))?;
    row("95 % interval", &|part| {
        part.wilson.map_or_else(none, |[from, to]| {
            format!("{:.1} - {:.1} %", from * 100.0, to * 100.0)
        })
    })?;
    row("said died, died", &|part| part.confusion.tn.to_string())?;
    row("said lived, died", &|part| part.confusion.fp.to_string())?;
    row("said died, lived", &|part| part.confusion.fn_.to_string())?;
    row("said both lived", &|part| part.confusion.tp.to_string())?;
    row("precision", &|part| ratio(part.precision))?;
    row("recall", &|part| ratio(part.recall))?;
    row("F1", &|part| ratio(part.f1))?;
    row("loss", &|part| over(part.loss, part.loss_rows))?;
    row("AUC", &|part| over(part.auc, part.loss_rows))?;
    let mut rule = |name: &str, rule: Rule| {
        let cells = [rule.train, rule.test].map(|part| count(part.correct, part.total));
        writeln!(out, "{name:<16}{:>20}{:>20}", cells[0], cells[1])
    };
    rule("everyone died", score.baselines.everyone_died)?;
    rule("women live", score.baselines.women_live)?;
    let split = |part: &McNemar| {
        let p = if part.p < 0.001 {
            format!("{:.1e}", part.p)
        } else {
            format!("{:.4}", part.p)
        };
        format!("{} : {}, p {p}", part.to_the_rule, part.to_the_network)
    };
    let (train, test) = (split(&score.mcnemar.train), split(&score.mcnemar.test));
    writeln!(out, "{:<16}{train:>20}{test:>20}", "rule : network")
}

fn none() -> String {
    "-".to_owned()
}

fn count(correct: u32, total: u32) -> String {
    if total == 0 {
        none()
    } else {
        figures::count(correct, total)
    }
}

fn ratio(value: Option<f64>) -> String {
    value.map_or_else(none, figures::percent)
}

fn over(value: Option<f64>, rows: u32) -> String {
    value.map_or_else(none, |value| format!("{value:.4} over {rows}"))
}
