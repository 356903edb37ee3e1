//! Whether a run can begin: its statistics and its answers for the rows of the list are numbers.

use super::{Run, TrainError};
use crate::nn::Pass;
use crate::training::limits::{self, Field};

impl Run {
    /// The run, once every number it begins with is one that can be worked with.
    pub(super) fn sound(self) -> Result<Self, TrainError> {
        for input in self.encoder.inputs() {
            let numbers = [("mean", Some(input.mean)), ("sd", Some(input.sd)), ("fill", input.fill)];
            for (name, value) in numbers {
                if let Some(value) = value.filter(|value| !limits::keeps(*value)) {
                    return Err(TrainError::TooLarge {
                        feature: input.feature.name(),
                        statistic: Field::new(name, value),
                    });
                }
            }
        }
        if self.metrics().is_finite() { Ok(self) } else { Err(self.no_result()) }
    }

    /// Who has no answer, and the largest number that leads there.
    fn no_result(&self) -> TrainError {
        let network = self.network();
        let set = &self.timeline.set;
        // Where each answer is a number and only their sum is none, any person stands for all.
        let (mut rows, mut row) = (&set.train, 0);
        let mut pass = Pass::new(network);
        for asked in [&set.test, &set.train] {
            pass.logits(network, asked, asked.all().rev(), |at, z| {
                if !z.is_finite() {
                    (rows, row) = (asked, at);
                }
            });
        }
        let parameters = network.parameters().iter().enumerate();
        let parameters = parameters.map(|(index, &value)| Field::of_parameter(network.shape(), index, value));
        let inputs = self.encoder.input_names().into_iter().zip(rows.inputs(row));
        let inputs = inputs.map(|(name, &value)| Field::new(format!("the input {name}"), value));
        let size = |field: &Field| {
            if field.value.is_nan() { f64::INFINITY } else { field.value.abs() }
        };
        let largest = parameters
            .chain(inputs)
            .max_by(|a, b| size(a).total_cmp(&size(b)))
            .unwrap_or_else(|| Field::new("the loss", f64::NAN));
        let id = self.list.passenger(rows.place(row)).id;
        TrainError::NoResult { id, largest }
    }
}
