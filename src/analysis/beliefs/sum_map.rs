//! The sum z of the answer, or of a neuron, over two attributes: a grid that is asked for in slices
//! where the network is large, coarsely first.

use super::{Asker, Axis};
use crate::analysis::Attribute;

/// Whose sums are on the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// The answer's.
    Answer,
    /// A hidden neuron's.
    Neuron {
        /// Its layer.
        layer: usize,
        /// Its place in the layer.
        neuron: usize,
    },
}

/// A grid of sums. Column 0 and line 0 are the beginnings of the axes: lines count upwards.
#[derive(Debug, Clone, PartialEq)]
pub struct SumMap {
    axes: [Axis; 2],
    subject: Subject,
    columns: usize,
    lines: usize,
    z: Vec<f64>,
    /// Coarse squares this wide are asked for first; 1 where there is time for all at once.
    coarse: usize,
    done: usize,
}

impl SumMap {
    /// A grid of this size of which about so many sums may be asked for at once.
    pub fn new(axes: [Attribute; 2], subject: Subject, (columns, lines): (usize, usize), at_once: usize) -> Self {
        let wanted = |coarse: usize| columns.div_ceil(coarse) * lines.div_ceil(coarse);
        let coarse = [1, 2, 4, 8, 16].into_iter().find(|&coarse| wanted(coarse) <= at_once).unwrap_or(16);
        Self { axes: axes.map(Axis), subject, columns, lines, z: vec![f64::NAN; columns * lines], coarse, done: 0 }
    }

    /// Columns and lines.
    pub const fn size(&self) -> (usize, usize) {
        (self.columns, self.lines)
    }

    /// The attributes along and up.
    pub const fn axes(&self) -> [Attribute; 2] {
        [self.axes[0].0, self.axes[1].0]
    }

    /// Whether sums are still to be asked for.
    pub fn is_pending(&self) -> bool {
        self.done < self.all()
    }

    /// Asks for the coarse picture, which is all of it where there is time for that.
    pub fn begin(&mut self, asker: &mut Asker<'_>) {
        self.go_on(asker, self.squares());
    }

    /// Asks for up to `count` more sums.
    pub fn go_on(&mut self, asker: &mut Asker<'_>, count: usize) {
        let end = (self.done + count).min(self.all());
        for index in self.done..end {
            let coarse = if index < self.squares() { self.coarse } else { 1 };
            let index = if index < self.squares() { index } else { index - self.squares() };
            let across = self.columns.div_ceil(coarse);
            self.ask(asker, (index % across * coarse, index / across * coarse), coarse);
        }
        self.done = end;
    }

    /// z at a place of the grid; none where there is no answer.
    pub fn z(&self, column: usize, line: usize) -> Option<f64> {
        let z = *self.z.get(line * self.columns + column)?;
        Some(z).filter(|z| !z.is_nan())
    }

    /// The value of an attribute in the middle of a column or line.
    pub fn value(&self, axis: usize, index: usize) -> f64 {
        let count = [self.columns, self.lines][axis].max(1);
        self.axes[axis].value((index as f64 + 0.5) / count as f64)
    }

    /// Asks in the middle of a square and writes the sum all over it.
    fn ask(&mut self, asker: &mut Asker<'_>, (column, line): (usize, usize), size: usize) {
        let middle = |at: usize, most: usize| (at + size / 2).min(most - 1);
        let values = [self.value(0, middle(column, self.columns)), self.value(1, middle(line, self.lines))];
        asker.place(self.axes.map(|axis| axis.0), values);
        let z = asker.sum(self.subject);
        for line in line..(line + size).min(self.lines) {
            for column in column..(column + size).min(self.columns) {
                self.z[line * self.columns + column] = z.unwrap_or(f64::NAN);
            }
        }
    }

    /// The coarse sums.
    const fn squares(&self) -> usize {
        self.columns.div_ceil(self.coarse) * self.lines.div_ceil(self.coarse)
    }

    /// All sums to be asked for.
    const fn all(&self) -> usize {
        if self.coarse == 1 { self.squares() } else { self.squares() + self.columns * self.lines }
    }
}
