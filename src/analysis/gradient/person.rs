//! The gradient of one person's loss, or why there is none.

use crate::nn::{Deltas, Loss, Parameter, Trace, backward};
use crate::training::{MissingAge, Run};

/// Everything that flows forward and back for one person.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonGradient {
    /// The forward pass.
    pub trace: Trace,
    /// 1 if the person lived, 0 if not.
    pub y: f64,
    /// The loss.
    pub loss: f64,
    /// Which loss it is.
    pub kind: Loss,
    /// δ = ∂loss/∂z of every neuron.
    pub deltas: Deltas,
    /// The slope of the loss by every parameter, lying like the network's parameters.
    pub gradient: Vec<f64>,
}

/// Why nothing flows back for a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoGradient {
    /// No age, and the recipe counts such people as died without asking the network.
    CountedDead,
    /// No age, and the recipe leaves such people out.
    LeftOut,
    /// The list does not say what became of them.
    NoLabel,
}

impl PersonGradient {
    /// The gradient of the person in a row of the list, at the run's cursor.
    ///
    /// # Errors
    /// Why there is none.
    pub fn of(run: &Run, row: usize) -> Result<Self, NoGradient> {
        let person = run.list().passenger(row);
        let Some(inputs) = run.encoder().encode(&person) else {
            return Err(match run.recipe().missing_age {
                MissingAge::Drop => NoGradient::LeftOut,
                MissingAge::Died | MissingAge::Mean | MissingAge::Median => NoGradient::CountedDead,
            });
        };
        let lived = person.survived.ok_or(NoGradient::NoLabel)?;
        let y = f64::from(u8::from(lived));
        let kind = run.recipe().loss;
        let trace = run.network().forward(&inputs);
        let mut gradient = vec![0.0; run.network().parameters().len()];
        let deltas = backward(run.network(), &trace, y, kind, &mut gradient);
        Ok(Self { loss: kind.from_logit(trace.logit(), y), trace, y, kind, deltas, gradient })
    }

    /// What enters at a parameter: the value its weight multiplies, 1 for a bias.
    pub fn input(&self, parameter: Parameter) -> f64 {
        match parameter {
            Parameter::Bias { .. } => 1.0,
            Parameter::Weight { layer: 0, input, .. } => self.trace.inputs[input],
            Parameter::Weight { layer, input, .. } => self.trace.layers[layer - 1].a[input],
        }
    }

    /// δ of the neuron a parameter feeds.
    pub fn delta(&self, parameter: Parameter) -> f64 {
        let (Parameter::Weight { layer, neuron, .. } | Parameter::Bias { layer, neuron }) = parameter;
        self.deltas.layers[layer][neuron]
    }

    /// ∂loss/∂p: the first factor of the chain rule. Not finite where p has rounded onto the wrong end.
    pub fn loss_slope(&self) -> f64 {
        let p = self.trace.p();
        match self.kind {
            Loss::CrossEntropy if self.y > 0.5 => -1.0 / p,
            Loss::CrossEntropy => 1.0 / (1.0 - p),
            Loss::SquaredError => 2.0 * (p - self.y),
        }
    }

    /// Whether p has rounded onto 0 or 1, or so near that ∂loss/∂p is no number: then δ, which training
    /// takes from z directly, is not the product of the two slopes.
    pub fn is_saturated(&self) -> bool {
        let p = self.trace.p();
        p == 0.0 || p == 1.0 || !self.loss_slope().is_finite()
    }

    /// ∂p/∂z = p(1 − p).
    pub fn sigmoid_slope(&self) -> f64 {
        let p = self.trace.p();
        p * (1.0 - p)
    }
}
