//! The batch: its means, and the pulls of its people as they become the gradient.

use super::super::Stage;
use super::{Account, Mark};
use crate::app::gradients::lens::Batch;
use crate::app::gradients::whose;
use crate::explain::words::gradients as words;
use crate::nn::{Loss, Parameter};

impl Account<'_> {
    pub(super) fn of_batch(&mut self, batch: &Batch) {
        let rows = &batch.rows;
        let count = rows.rows.len();
        let people = count.to_string();
        self.put(Stage::Forward, self.word(words::MEAN_P), rows.p, Mark::None);
        self.put(Stage::Loss, self.word(words::MEAN_Y), rows.y, Mark::None);
        self.put(Stage::Loss, self.fill(words::MEAN_LOSS, &people), rows.loss, Mark::None);
        let delta = match self.app.run().recipe().loss {
            Loss::CrossEntropy => {
                format!("{} = p − y", self.word(words::MEAN_DELTA))
            }
            Loss::SquaredError => self.word(words::MEAN_DELTA),
        };
        self.put(Stage::Delta, delta, rows.delta, Mark::Flow);
        let one = match self.parameter {
            Parameter::Bias { .. } => format!("−δ ÷ {count}"),
            Parameter::Weight { .. } => {
                let source = whose::source(self.app, self.speech, self.parameter);
                format!("−δ × {source} ÷ {count}")
            }
        };
        self.say(Stage::Gradient, format!("{} {one}", self.word(words::ONE_PULLS)));
        let pulls = self.app.lens().pulls();
        let (up, down) = (pulls.up.len().to_string(), pulls.down.len().to_string());
        self.put(Stage::Gradient, self.fill(words::UP_SUM, &up), pulls.up_sum, Mark::Flow);
        self.put(Stage::Gradient, self.fill(words::DOWN_SUM, &down), pulls.down_sum, Mark::Flow);
        let index = self.app.network().index(self.parameter);
        self.put(Stage::Gradient, format!("∂L/∂{} = −(↑ + ↓)", self.name), batch.step.gradient[index], Mark::Flow);
    }
}
