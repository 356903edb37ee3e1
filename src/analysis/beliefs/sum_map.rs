//! The sum z of the answer, or of a neuron, over two attributes: a grid.

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
    columns: usize,
    lines: usize,
    z: Vec<f64>,
}

impl SumMap {
    /// Asks for a grid of this size.
    pub fn ask(
        asker: &mut Asker<'_>,
        axes: [Attribute; 2],
        subject: Subject,
        (columns, lines): (usize, usize),
    ) -> Self {
        let mut map = Self { axes: axes.map(Axis), columns, lines, z: Vec::new() };
        let [along, up] = [(0, columns), (1, lines)]
            .map(|(axis, count)| -> Vec<f64> { (0..count).map(|index| map.value(axis, index)).collect() });
        let people = asker.gather(axes, up.iter().flat_map(|&up| along.iter().map(move |&along| [along, up])));
        map.z = asker.answers(subject, &people);
        map
    }

    /// Columns and lines.
    pub const fn size(&self) -> (usize, usize) {
        (self.columns, self.lines)
    }

    /// The attributes along and up.
    pub const fn axes(&self) -> [Attribute; 2] {
        [self.axes[0].0, self.axes[1].0]
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
}
