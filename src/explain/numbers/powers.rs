//! Gradients and what flows back: six decimals, or a power of ten where those would show too little.

use super::{fixed, real_minus, signed};

/// Smaller than this, six decimals say too little of a number that stands alone.
const SMALL: f64 = 1e-4;
/// Smaller than this, six decimals show 0.
const NOTHING: f64 = 5e-7;
/// The most decimals of `2.64112e−5`.
const MOST_DIGITS: usize = 5;

/// How the numbers of one column are written: all with the same digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Digits {
    /// Six decimals.
    Six,
    /// So many decimals before the power of ten.
    Powers(usize),
}

impl Digits {
    /// What suits a column of so many cells: six decimals, unless one of its values would show as 0.
    pub fn of(values: impl Iterator<Item = f64>, width: usize) -> Self {
        let values: Vec<f64> = values.filter(|v| *v != 0.0 && v.is_finite()).collect();
        if values.iter().all(|value| value.abs() >= NOTHING) {
            return Self::Six;
        }
        let fits = |digits: &usize| {
            let cells = |&value: &f64| power(value, *digits).chars().count();
            values.iter().map(cells).max() <= Some(width)
        };
        Self::Powers((0..=MOST_DIGITS).rev().find(fits).unwrap_or(0))
    }

    /// A number of the column, with its sign.
    pub fn write(self, value: f64, width: usize) -> String {
        match self {
            Self::Powers(_) if value == 0.0 => format!("{:>width$}", "0"),
            Self::Powers(digits) if value.is_finite() => {
                format!("{:>width$}", power(value, digits))
            }
            Self::Six | Self::Powers(_) => signed(value, 6, width),
        }
    }
}

/// `+2.64e−5`.
fn power(value: f64, digits: usize) -> String {
    real_minus(&format!("{value:+.digits$e}"))
}

/// A number that pushes or is a parameter, by itself, with its sign: six decimals, or `+2.64112e−5`.
pub fn flow(value: f64, width: usize) -> String {
    alone(value, width, |value, width| signed(value, 6, width))
}

/// The same as [`flow`] without a plus.
pub fn unsigned_flow(value: f64, width: usize) -> String {
    let text = alone(value, width, |value, width| fixed(value, 6, width));
    format!("{:>width$}", text.trim_start().trim_start_matches('+'))
}

fn alone(value: f64, width: usize, six: impl Fn(f64, usize) -> String) -> String {
    if value == 0.0 || value.abs() >= SMALL || !value.is_finite() {
        return six(value, width);
    }
    let fits = |digits: &usize| power(value, *digits).chars().count() <= width;
    match (0..=MOST_DIGITS).rev().find(fits) {
        Some(digits) => format!("{:>width$}", power(value, digits)),
        None => six(value, width),
    }
}
