//! `predict`: one person from flags, or every passenger of a file.

mod explain;
mod person;

use std::path::{Path, PathBuf};

use clap::{ArgAction, Args};
use serde::Serialize;

use self::explain::explain;
use self::person::{Asked, PersonFlags};
use super::common::Common;
use super::evaluate::threshold;
use super::failure::Failure;
use super::{figures, gauge, output, sources};
use crate::analysis::score::fence;
use crate::data::Labels;
use crate::data::number::{defined, exact};
use crate::nn::math;
use crate::training::{RecipePatch, Run, Standing, check_columns};

/// Why somebody has no p, though the model's policy asks the network about them.
pub const OVERFLOWS: &str = "a sum on the way to p overflows";

/// Arguments of `predict`.
#[derive(Debug, Args)]
pub struct PredictArgs {
    /// A list in Kaggle's columns, - for standard input; Survived may be missing
    #[arg(value_name = "FILE.csv", conflicts_with_all = ["person", "explain", "json"])]
    file: Option<PathBuf>,
    /// Write PassengerId,p,Survived here [default: standard output]
    #[arg(short, long, value_name = "OUT", requires = "file")]
    output: Option<PathBuf>,
    #[command(flatten)]
    person: PersonFlags,
    /// Predicted to have lived when p is above this
    #[arg(long, value_name = "T", default_value_t = 0.5, allow_negative_numbers = true, value_parser = threshold)]
    threshold: f64,
    /// Every step with its numbers
    #[arg(
        long, value_name = "true|false", action = ArgAction::Set, num_args = 0..=1,
        require_equals = true, default_missing_value = "true", hide_possible_values = true
    )]
    explain: Option<bool>,
    /// JSON instead of a sentence
    #[arg(
        long, value_name = "true|false", action = ArgAction::Set, num_args = 0..=1,
        require_equals = true, default_missing_value = "true", hide_possible_values = true
    )]
    json: Option<bool>,
}

/// What `--json` prints.
#[derive(Serialize)]
struct Prediction {
    p: Option<f64>,
    logit: Option<f64>,
    /// None where the policy for missing ages leaves this person out of everything.
    predicted: Option<u8>,
    threshold: f64,
    /// What the network is shown; null what is not known.
    inputs: Vec<Option<f64>>,
}

impl PredictArgs {
    /// Predicts the person or the file.
    pub fn run(self, common: &Common) -> Result<(), Failure> {
        if self.file.is_none() && self.person.is_empty() {
            return Err(Failure::usage("predict whom? Say --age and --sex, or name a file; --help tells more"));
        }
        common.check_streams(self.file.as_deref())?;
        let run = sources::answering(common, RecipePatch::default(), sources::list(common)?)?;
        match &self.file {
            Some(path) => self.file(common, &run, path),
            None => self.person(common, &run),
        }
    }

    fn file(&self, common: &Common, run: &Run, path: &Path) -> Result<(), Failure> {
        let list = sources::read_list(common, path, Labels::Optional)?;
        check_columns(run.recipe(), &list).map_err(Failure::input)?;
        let fence = fence(self.threshold);
        output::write(self.output.as_deref(), |out| {
            writeln!(out, "PassengerId,p,Survived")?;
            let mut overflown = 0;
            gauge::for_each(list.passengers(), self.output.is_none(), |passenger| {
                let logit = run.logit(run.network(), &passenger);
                let p = logit.map(|z| exact(math::sigmoid(z))).unwrap_or_default();
                let standing = run.encoder().standing(&passenger);
                overflown += usize::from(standing == Standing::Asked && logit.is_none());
                let said = said(standing, logit, fence);
                let said = said.map(|lived| lived.to_string()).unwrap_or_default();
                writeln!(out, "{},{p},{said}", passenger.id)
            })?;
            if overflown > 0 {
                common.note(&format!("{overflown} of {} have no p: {OVERFLOWS}", list.len()));
            }
            Ok(())
        })
    }

    fn person(&self, common: &Common, run: &Run) -> Result<(), Failure> {
        let person = Asked::new(&self.person, run);
        for remark in &person.remarks {
            common.note(remark);
        }
        let trace = person.inputs().map(|inputs| run.network().forward(&inputs));
        let logit = trace.as_ref().and_then(|trace| defined(trace.logit()));
        let predicted = said(person.standing, logit, fence(self.threshold));
        let explained = self.explain == Some(true);
        output::write(None, |out| {
            if self.json == Some(true) {
                let answer = Prediction {
                    p: logit.map(math::sigmoid),
                    logit,
                    predicted,
                    threshold: self.threshold,
                    inputs: person.shown.clone(),
                };
                serde_json::to_writer(&mut *out, &answer)?;
                return writeln!(out);
            }
            if let Some(trace) = trace.as_ref().filter(|_| explained) {
                explain(out, run, &person, trace)?;
            }
            let sentence = match (person.standing, logit) {
                (Standing::Asked, None) => format!("no prediction: {OVERFLOWS}"),
                _ => sentence(logit, predicted, self.threshold),
            };
            writeln!(out, "{sentence}")
        })
    }
}

/// 1 lived, 0 died, none where the policy leaves the person out of everything.
fn said(standing: Standing, logit: Option<f64>, fence: f64) -> Option<u8> {
    match standing {
        Standing::Asked => logit.map(|z| u8::from(z > fence)),
        Standing::Died => Some(0),
        Standing::Dropped => None,
    }
}

fn sentence(logit: Option<f64>, predicted: Option<u8>, threshold: f64) -> String {
    let fate = match predicted {
        Some(1) => "survived",
        Some(_) => "did not survive",
        None => return "no prediction: the model leaves out people without an age".to_owned(),
    };
    let Some(p) = logit.map(math::sigmoid) else {
        return format!("predicted: {fate} (no age, which the model counts as died)");
    };
    let side = if predicted == Some(1) { "above" } else { "not above" };
    format!("predicted: {fate}, {} (p = {}, {side} {threshold})", rounded(p, threshold), figures::decimals(p))
}

/// The percentage in as few digits as leave it on its own side of the threshold.
fn rounded(p: f64, threshold: f64) -> String {
    let (percent, fence) = (p * 100.0, threshold * 100.0);
    let mut places = 0;
    loop {
        let text = format!("{percent:.places$}");
        if places == 9 || text.parse() != Ok(fence) {
            return format!("{text} %");
        }
        places += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_probability_is_never_rounded_onto_the_threshold() {
        assert_eq!(rounded(0.380_588, 0.5), "38 %");
        assert_eq!(rounded(0.499_478, 0.5), "49.9 %");
        assert_eq!(rounded(0.415, 0.415), "42 %");
    }
}
