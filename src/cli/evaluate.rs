//! `evaluate`: the scoreboard, as a table or as JSON.

use std::io::{self, Write};

use clap::{ArgAction, Args};

use super::common::Common;
use super::failure::Failure;
use super::{figures, output, sources};
use crate::analysis::Scoreboard;
use crate::analysis::score::{Apart, Count, McNemar, PartScore};
use crate::explain::plain::{self, Align};
use crate::training::{RecipePatch, Run, Setting};

/// Arguments of `evaluate`.
#[derive(Debug, Args)]
pub struct EvaluateArgs {
    /// A missing age: mean, median, died or drop [default: the model's policy]
    #[arg(long, value_name = "POLICY", value_parser = |text: &str| Setting::MissingAge.read(text))]
    missing_age: Option<RecipePatch>,
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

impl EvaluateArgs {
    /// Prints the scoreboard of the model on the list.
    pub fn run(self, common: &Common) -> Result<(), Failure> {
        let flags = self.missing_age.clone().unwrap_or_default();
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
    writeln!(
        out,
        "{}, epoch {}; threshold {}; missing age: {}",
        run.name,
        run.epoch(),
        score.threshold,
        score.missing_age.name(),
    )?;
    let columns = [Align::Left(17), Align::Right(20), Align::Right(20)];
    write!(out, "{}", plain::table(&columns, &rows(score)))
}

fn rows(score: &Scoreboard) -> Vec<Vec<String>> {
    let row = |name: &str, [train, test]: [String; 2]| vec![name.to_owned(), train, test];
    let parts = |name: &str, cell: &dyn Fn(&PartScore) -> String| row(name, [&score.train, &score.test].map(cell));
    let rule = |name: &str, rule: Apart<Count>| {
        let counts = [rule.train, rule.test];
        row(name, counts.map(|part| count(part.correct, part.total)))
    };
    let test = |name: &str, cell: &dyn Fn(&McNemar) -> String| {
        row(name, [&score.mcnemar.train, &score.mcnemar.test].map(cell))
    };
    vec![
        row("", ["train", "test"].map(str::to_owned)),
        parts("right", &|part| count(part.correct, part.total)),
        parts("95 % interval", &|part| {
            part.wilson.map_or_else(none, |[from, to]| format!("{:.1} - {:.1} %", from * 100.0, to * 100.0))
        }),
        parts("said died, died", &|part| part.confusion.tn.to_string()),
        parts("said lived, died", &|part| part.confusion.fp.to_string()),
        parts("said died, lived", &|part| part.confusion.fn_.to_string()),
        parts("said lived, lived", &|part| part.confusion.tp.to_string()),
        parts("precision", &|part| {
            let c = part.confusion;
            count(c.tp, c.tp + c.fp)
        }),
        parts("recall", &|part| {
            let c = part.confusion;
            count(c.tp, c.tp + c.fn_)
        }),
        parts("F1", &|part| part.f1.map_or_else(none, figures::percent)),
        parts("loss", &|part| over(part.loss, part.loss_rows)),
        parts("AUC", &|part| over(part.auc, part.loss_rows)),
        rule("everyone died", score.baselines.everyone_died),
        rule("women live", score.baselines.women_live),
        test("rule : network", &|test| format!("{} : {}", test.to_the_rule, test.to_the_network)),
        test("so uneven by luck", &|test| plain::chance(test.p)),
    ]
}

fn none() -> String {
    "-".to_owned()
}

fn count(correct: u32, total: u32) -> String {
    if total == 0 { none() } else { figures::count(correct, total) }
}

fn over(value: Option<f64>, rows: u32) -> String {
    value.map_or_else(none, |value| format!("{} over {rows}", figures::places(value, 4)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::PassengerList;

    /// What stands in the cells is what the text below the heading is made of, told apart by blanks.
    #[test]
    fn columns_stay_apart_at_seven_digits_and_a_tiny_chance_is_not_none() {
        let run = Run::published(std::sync::Arc::new(PassengerList::embedded()));
        let mut score = Scoreboard::new(&run, run.network(), 0.5);
        for part in [&mut score.train, &mut score.test] {
            (part.correct, part.total) = (2_323_130, 3_270_000);
            (part.loss_rows, part.loss) = (3_270_000, Some(1.25e301));
        }
        score.mcnemar.train = McNemar { to_the_rule: 7_628_800, to_the_network: 2_492_700, p: 0.0 };
        let mut out = Vec::new();
        table(&mut out, &run, &score).unwrap();
        let text = String::from_utf8(out).unwrap();
        for line in text.lines().skip(2) {
            assert!(line.len() <= 80, "{line}");
            let cells = line.split("  ").filter(|cell| !cell.is_empty());
            assert_eq!(cells.count(), 3, "{line}");
        }
        assert!(text.contains("2323130/3270000 (71.04 %)  2323130/3270000 (71.04 %)"));
        assert!(text.contains("7628800 : 2492700"), "{text}");
        assert!(text.contains("< 1e-298 %"), "{text}");
        assert!(text.contains("1.2500e301 over 3270000"), "{text}");
        let hits = text.lines().find(|line| line.starts_with("said lived, lived"));
        let hits = hits.unwrap().split_whitespace().skip(3);
        assert_eq!(hits.collect::<Vec<_>>(), ["90", "42"], "{text}");
    }
}
