//! `evaluate`: the scoreboard and what each feature is worth, as tables or as JSON.

use std::io::{self, Write};

use clap::{ArgAction, Args};
use serde::Serialize;

use super::common::Common;
use super::failure::Failure;
use super::{figures, gauge, output, sources};
use crate::analysis::score::{
    Apart, Count, Importances, McNemar, OddsRatios, PartScore, Ratio, Sureness, importances, odds_ratios,
};
use crate::analysis::{Scoreboard, Spread};
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

/// What `--json` prints.
#[derive(Serialize)]
struct Evaluated {
    #[serde(flatten)]
    score: Scoreboard,
    importance: Apart<Importances>,
    odds_ratios: Option<OddsRatios>,
}

impl EvaluateArgs {
    /// Prints the scoreboard of the model on the list.
    pub fn run(self, common: &Common) -> Result<(), Failure> {
        let flags = self.missing_age.clone().unwrap_or_default();
        let run = sources::answering(common, flags, sources::list(common)?)?;
        let found = Evaluated {
            score: Scoreboard::new(&run, run.network(), self.threshold),
            importance: gauge::shares("what each feature is worth", |known| {
                importances(&run, run.network(), self.threshold, known)
            }),
            odds_ratios: odds_ratios(&run, run.network()),
        };
        output::write(None, |out| {
            if self.json {
                serde_json::to_writer(&mut *out, &found)?;
                return writeln!(out);
            }
            table(out, &run, &found.score)?;
            worth(out, &run, &found.importance)?;
            found.odds_ratios.map_or(Ok(()), |odds| odds_table(out, &odds))
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

/// What each feature is worth, where anybody is asked.
fn worth(out: &mut dyn Write, run: &Run, parts: &Apart<Importances>) -> io::Result<()> {
    let shuffles = |part: &Importances| part.shuffles.to_string();
    let times = if parts.train.shuffles == parts.test.shuffles {
        shuffles(&parts.train)
    } else {
        format!("{} and {}", shuffles(&parts.train), shuffles(&parts.test))
    };
    writeln!(out, "\nwhat is lost when a feature is shuffled, {times} times by seed {}: mean (sd)", run.recipe().seed)?;
    let cell = |spread: Option<Spread>, places: usize| {
        let write = |Spread { mean, sd, .. }: Spread| {
            format!("{} ({})", figures::places(mean, places), figures::places(sd, places))
        };
        spread.map_or_else(none, write)
    };
    let mut rows = vec![["", "right, train", "right, test", "loss, train", "loss, test"].map(str::to_owned).to_vec()];
    rows.extend(parts.train.features.iter().zip(&parts.test.features).map(|(train, test)| {
        let mut row = vec![train.feature.name().to_owned()];
        row.extend([train, test].map(|part| cell(part.correct_drop, 1)));
        row.extend([train, test].map(|part| cell(part.loss_rise, 4)));
        row
    }));
    let columns = [Align::Left(13), Align::Right(15), Align::Right(15), Align::Right(18), Align::Right(18)];
    write!(out, "{}", plain::table(&columns, &rows))
}

/// What each input does to the odds of having lived.
fn odds_table(out: &mut dyn Write, odds: &OddsRatios) -> io::Result<()> {
    let rows = odds.rows;
    match (odds.intervals, odds.away) {
        (Sureness::Given, _) => writeln!(out, "\nodds ratios with 95 % intervals (Wald), over {rows} training rows")?,
        (Sureness::NotAtTheLikeliest, away) => writeln!(
            out,
            "\nodds ratios, without intervals: these are not the likeliest weights, which lie\nabout {} standard errors away",
            away.map_or_else(none, |away| figures::places(away, 2)),
        )?,
        (Sureness::Singular, _) => writeln!(
            out,
            "\nodds ratios, without intervals: one input follows from the others, or hardly any\nanswer is open"
        )?,
    }
    let scaled = odds.inputs.iter().any(|input| input.per_sd.is_some());
    let cell = |ratio: Option<Ratio>| {
        let number = |value: f64| figures::places(value, 4);
        ratio.map_or_else(none, |Ratio { ratio, interval }| match interval {
            Some([from, to]) => format!("{} ({} - {})", number(ratio), number(from), number(to)),
            None => number(ratio),
        })
    };
    let line = |name: &str, per_unit: String, per_sd: String| {
        let mut line = vec![name.to_owned(), per_unit];
        line.extend(scaled.then_some(per_sd));
        line
    };
    let mut lines = vec![line("", "one more".to_owned(), "one sd more".to_owned())];
    lines.extend(odds.inputs.iter().map(|input| line(&input.input, cell(input.per_unit), cell(input.per_sd))));
    write!(out, "{}", plain::table(&[Align::Left(17), Align::Right(28), Align::Right(28)], &lines))
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
        assert!(text.contains("< 0.0001 %"), "{text}");
        assert!(text.contains("1.2500e301 over 3270000"), "{text}");
        let hits = text.lines().find(|line| line.starts_with("said lived, lived"));
        let hits = hits.unwrap().split_whitespace().skip(3);
        assert_eq!(hits.collect::<Vec<_>>(), ["90", "42"], "{text}");
    }
}
