//! From values to cells along one side of a plot, and back.

use crate::nn::math;

/// Far outside any screen, but still a number that can be drawn towards.
const FAR: f64 = 1e6;

/// A side of a plot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// From left to right: two dots a cell.
    Along,
    /// From the lower end up: four dots a cell.
    Up,
}

impl Side {
    /// Dots in a cell.
    pub const fn dots(self) -> f64 {
        match self {
            Self::Along => 2.0,
            Self::Up => 4.0,
        }
    }
}

/// Where values lie along a side, in cells from the middle of the first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct CellScale {
    low: f64,
    cell: f64,
    logarithmic: bool,
}

impl CellScale {
    /// The value in the middle of the first cell, and how much a cell is.
    pub const fn new(low: f64, cell: f64) -> Self {
        Self { low, cell, logarithmic: false }
    }

    /// Both values at the outermost dots.
    pub fn between(min: f64, max: f64, cells: u16, side: Side) -> Self {
        let dots = (f64::from(cells) * side.dots() - 1.0).max(1.0);
        let dot = (max - min) / dots;
        Self::new(min + dot * (side.dots() - 1.0) / 2.0, dot * side.dots())
    }

    /// The same, said of the logarithms of values.
    pub const fn of_logarithms(self) -> Self {
        Self { logarithmic: true, ..self }
    }

    /// How many cells from the middle of the first; not a number where the value is none.
    pub fn cells(self, value: f64) -> f64 {
        let value = if self.logarithmic { math::log10(value) } else { value };
        ((value - self.low) / self.cell).clamp(-FAR, FAR)
    }

    /// The value so many cells from the middle of the first.
    pub fn value(self, cells: f64) -> f64 {
        let value = self.low + self.cell * cells;
        if self.logarithmic { math::pow(10.0, value) } else { value }
    }
}
