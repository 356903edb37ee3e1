//! `submit`: the file Kaggle takes, `PassengerId,Survived`, a row for each passenger of the test list.

use std::path::PathBuf;

use clap::Args;

use super::common::Common;
use super::failure::Failure;
use super::predict::OVERFLOWS;
use super::{output, sources};
use crate::data::{Labels, Passenger, PassengerList};
use crate::training::{RecipePatch, Standing, check_columns};

/// Arguments of `submit`.
#[derive(Debug, Args)]
pub struct SubmitArgs {
    /// The test list [default: the 418 passengers inside the program]
    #[arg(value_name = "TEST.csv")]
    test: Option<PathBuf>,
    /// Write here [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl SubmitArgs {
    /// Predicts every passenger of the test list.
    pub fn run(self, common: &Common) -> Result<(), Failure> {
        common.check_streams(self.test.as_deref())?;
        let test = match &self.test {
            Some(path) => sources::read_list(common, path, Labels::Optional)?,
            None => PassengerList::embedded_test(),
        };
        let run = sources::answering(common, RecipePatch::default(), sources::list(common)?)?;
        check_columns(run.recipe(), &test).map_err(Failure::input)?;
        let logits: Vec<_> = test.passengers().map(|person| run.logit(run.network(), &person)).collect();
        let asked = |person: &Passenger<'_>| run.encoder().standing(person) == Standing::Asked;
        let without = test.passengers().zip(&logits).filter(|(_, z)| z.is_none());
        let (overflown, unasked): (Vec<_>, Vec<_>) = without.partition(|(person, _)| asked(person));
        if let (count @ 1.., Some((first, _))) = (overflown.len(), overflown.first()) {
            return Err(Failure::usage(format!(
                "{count} of {} have no p, passenger {} first: {OVERFLOWS}; Kaggle takes no file without them",
                test.len(),
                first.id
            )));
        }
        let unasked = unasked.len();
        output::write(self.output.as_deref(), |out| {
            writeln!(out, "PassengerId,Survived")?;
            for (person, logit) in test.passengers().zip(&logits) {
                let lived = logit.is_some_and(|logit| logit > 0.0);
                writeln!(out, "{},{}", person.id, u8::from(lived))?;
            }
            Ok(())
        })?;
        if unasked > 0 {
            common.note(&format!("{unasked} of {} have no age and are predicted 0", test.len()));
        }
        Ok(())
    }
}
