//! How large the numbers of a run may be. Training stops before it would leave these limits, so what it
//! saves can always be opened; what a file brings beyond them is refused, with its field and value.

use std::fmt;

use crate::nn::{Parameter, Shape};

/// The most epochs a run holds.
pub const MAX_EPOCHS: u64 = 1_000_000;
/// The largest size of a parameter, of a statistic, and of what an optimiser remembers of a gradient: far
/// beyond any use, and small enough that what screens make of it, squares above all, are still numbers.
pub(super) const MAX_NUMBER: f64 = 1e100;
/// The same for what an optimiser remembers of squared gradients.
pub(super) const MAX_SQUARE: f64 = 1e200;

/// Whether a number, which may be none, keeps within [`MAX_NUMBER`].
pub(super) fn keeps(number: f64) -> bool {
    number.abs() <= MAX_NUMBER
}

/// Whether this can be a running mean of squares.
pub(super) fn keeps_square(number: f64) -> bool {
    (0.0..=MAX_SQUARE).contains(&number)
}

/// A number of a file, as a sentence names it: short, whatever its size.
#[derive(Debug, Clone, PartialEq)]
pub struct NamedNumber {
    /// Where it stands, such as `layers[0].weights[1][0]`.
    pub name: String,
    /// What stands there.
    pub value: f64,
}

impl NamedNumber {
    pub(super) fn new(name: impl Into<String>, value: f64) -> Self {
        Self { name: name.into(), value }
    }

    /// Its value; in full, the largest numbers have three hundred digits.
    pub fn shown(&self) -> String {
        let value = self.value;
        if !value.is_finite() {
            return "–".to_owned();
        }
        if (1e-6..1e15).contains(&value.abs()) || value == 0.0 { value.to_string() } else { format!("{value:e}") }
    }

    /// A parameter of a network, by its index in the flat list.
    pub(super) fn of_parameter(shape: &Shape, index: usize, value: f64) -> Self {
        Self::new(
            match shape.parameter_at(index) {
                Parameter::Weight { layer, neuron, input } => format!("layers[{layer}].weights[{neuron}][{input}]"),
                Parameter::Bias { layer, neuron } => format!("layers[{layer}].biases[{neuron}]"),
            },
            value,
        )
    }
}

impl fmt::Display for NamedNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = &self.name;
        if self.value.is_finite() { write!(f, "{name} is {}", self.shown()) } else { write!(f, "{name} is not finite") }
    }
}
