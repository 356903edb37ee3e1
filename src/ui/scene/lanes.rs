//! Where everything stands on the picture of a network in columns: the inputs, the layers with or without their small
//! maps, the lines between them, σ. Arithmetic on cells; draws nothing.

use super::cells::{CURVES, OUTPUT, PRECISIONS, Precision, SHAPE};
use super::model::Scene;
use super::shapes::{ColumnShape, FORMS, LEAST_OPEN, in_rows, more_for_values, pitch, with_tiles};
use crate::app::core::pointer::Spot;

/// Cells of the lines between two columns at the least …
const LEAST_FAN: u16 = 5;
/// … and where maps stand for names …
const SHORT_FAN: u16 = 4;
/// … so many where numbers have all their decimals …
const FAN_BESIDE_DECIMALS: u16 = 6;
/// … so many where there is room to choose …
const FAN_BESIDE_NUMBERS: u16 = 10;
/// … so many before σ has its curve …
const FAN_BESIDE_CURVE: u16 = 14;
/// … and so many before the small maps grow, and the lines towards σ.
const LONG_FAN: u16 = 30;
/// Rows above and below the curve: the sum and the answer.
const ANSWERED: u16 = 6;
/// A fan that holds the number pointed at: `[−0.13]`.
const POINTED_FAN: u16 = 7;
/// Neurons so many rows apart have room for what flows below its weight.
const APART: u16 = 3;

/// Where a column stands: the inputs, or a layer.
pub(super) struct Lane {
    pub x: u16,
    pub shape: ColumnShape,
    /// The first node's row.
    pub top: u16,
    /// Rows from one to the next: few nodes stand apart, so that their lines can be told apart.
    pub pitch: u16,
    /// Rows there are; what comes after gathers in the last.
    pub rows: usize,
}

impl Lane {
    fn new(x: u16, shape: ColumnShape, count: usize, height: u16) -> Self {
        let room = height.saturating_sub(2).max(1);
        let used = count.div_ceil(shape.per_row) as u16;
        if used > room {
            // Inputs keep a row each as long as the panel has rows at all, also the heading's.
            return Self { x, shape, top: 0, pitch: 1, rows: usize::from(height.max(2) - 1) };
        }
        let pitch = pitch(usize::from(used), height).max(1);
        let top = 1 + room.saturating_sub((used - 1) * pitch + shape.block) / 2;
        Self { x, shape, top, pitch, rows: usize::from(used) }
    }

    /// The first row of a node.
    pub fn first_row(&self, place: usize) -> u16 {
        self.top + (place / self.shape.per_row).min(self.rows - 1) as u16 * self.pitch
    }

    /// The row where lines meet a node: the middle of its box or map.
    pub fn row(&self, place: usize) -> u16 {
        let rows = self.shape.tile.map_or(self.shape.block, |tile| tile.height);
        self.first_row(place) + (rows - 1) / 2
    }

    pub const fn end(&self) -> u16 {
        self.x + self.shape.width
    }

    pub const fn is_open(&self) -> bool {
        self.shape.per_row == 1 && self.shape.width >= LEAST_OPEN
    }
}

/// How the weights of the last hidden layer stand towards σ, with what flows there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pills {
    /// Cells of the line before a pill.
    pub line: u16,
    /// Whether what flows stands below its weight, else beside it.
    pub are_above: bool,
}

impl Pills {
    /// Up to the line that gathers them.
    pub const fn width(self, precision: Precision) -> u16 {
        self.line + precision.pill() + if self.are_above { 0 } else { precision.flow + 2 }
    }
}

/// Where everything stands.
pub(super) struct Lanes {
    /// The inputs, then the hidden layers.
    pub columns: Vec<Lane>,
    /// The cells of the lines before each layer; none before the last where it has pills.
    pub fans: Vec<u16>,
    pub pills: Option<Pills>,
    pub precision: Precision,
    /// Where σ begins, and its cells.
    pub output: (u16, u16),
    pub middle: u16,
}

/// How hidden neurons are drawn: with small maps and names, with maps alone, or without maps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Faces {
    Named,
    Bare,
    Rows,
}

/// What is drawn between the inputs and σ.
struct Middle {
    shapes: Vec<ColumnShape>,
    /// The least cells of each fan.
    fans: Vec<u16>,
    pills: Option<Pills>,
    precision: Precision,
    /// What is left for longer lines.
    spare: u16,
}

impl Middle {
    /// With all decimals where that leaves the lines some length, small maps where there is room for both; what there is
    /// no room for at all gives up decimals, names, digits.
    fn of(scene: &Scene<'_>, height: u16, room: u16) -> Self {
        let [six, four, three, least] = PRECISIONS;
        let hidden = scene.network.depth() - 1;
        let rows = usize::from(height.saturating_sub(2)).max(1);
        let has_pills = hidden == 1 && scene.network.layer(0).outputs <= rows;
        let pill = |are_above: bool| has_pills.then_some(Pills { line: 0, are_above });
        let is_apart = has_pills && pitch(scene.network.layer(0).outputs, height) >= APART;
        let forms = if is_apart { vec![pill(false), pill(true)] } else { vec![pill(false)] };
        let with = |fan: u16, pills: Option<Pills>, precision: Precision, faces: Faces| {
            let mut fans = vec![fan; hidden + usize::from(pills.is_none())];
            // The number pointed at may lie over a map.
            let needs_room = |layer: usize| faces == Faces::Rows || layer == hidden;
            if let Some(fan) =
                pointed(scene).filter(|&(layer, _)| needs_room(layer)).and_then(|(layer, _)| fans.get_mut(layer))
            {
                *fan = (*fan).max(POINTED_FAN);
            }
            let taken = fans.iter().sum::<u16>() + pills.map_or(0, |pills| pills.width(precision) + 1);
            let room = room.checked_sub(taken)?;
            let shapes = match faces {
                Faces::Rows => in_rows(scene, rows, room, precision),
                Faces::Named => with_tiles(scene, height, (room, precision), &FORMS.map(Some))?,
                Faces::Bare => with_tiles(scene, height, (room, precision), &[None])?,
            };
            let spare = room.checked_sub(shapes.iter().map(|shape| shape.width).sum())?;
            Some(Self { shapes, fans, pills, precision, spare })
        };
        // Before numbers lose decimals, lines get short.
        let with_fans = |precision| [FAN_BESIDE_NUMBERS, FAN_BESIDE_DECIMALS].map(|fan| (precision, fan));
        let whole = [six, four, three].into_iter().flat_map(with_fans);
        let roomy = whole.chain([(least, FAN_BESIDE_NUMBERS)]).find_map(|(precision, fan)| {
            let faces = [Faces::Named, Faces::Rows];
            let tried = faces.into_iter().flat_map(|face| forms.iter().map(move |&form| (form, face)));
            tried.into_iter().find_map(|(form, face)| with(fan, form, precision, face).filter(Self::has_values))
        });
        let bare =
            || (SHORT_FAN..=FAN_BESIDE_DECIMALS).rev().find_map(|fan| with(fan, pill(false), least, Faces::Bare));
        roomy
            .or_else(bare)
            .or_else(|| with(LEAST_FAN, pill(false), least, Faces::Rows))
            .or_else(|| with(LEAST_FAN, None, least, Faces::Rows))
            .unwrap_or_else(|| {
                let shapes = in_rows(scene, rows, 0, least);
                Self { shapes, fans: vec![LEAST_FAN; hidden + 1], pills: None, precision: least, spare: 0 }
            })
    }

    /// Whether every neuron that has a row shows its value with all its decimals.
    fn has_values(&self) -> bool {
        let whole = |shape: &ColumnShape| shape.tile.is_some() || shape.width > SHAPE + self.precision.value;
        self.shapes.iter().all(|shape| shape.per_row > 1 || whole(shape))
    }
}

impl Lanes {
    pub fn of(scene: &Scene<'_>, (width, height): (u16, u16)) -> Self {
        let network = scene.network;
        let mut inputs = ColumnShape::of_inputs(scene, height);
        let middle = Middle::of(scene, height, width.saturating_sub(inputs.width + OUTPUT));
        let Middle { mut shapes, mut fans, mut pills, precision, mut spare } = middle;
        if inputs.block > 1 {
            let more = more_for_values(scene, inputs.width, spare);
            inputs.width += more;
            spare -= more;
        }
        // What is left over makes the lines longer, then the curve in σ, the small maps and what leads to σ larger.
        let count = fans.len() as u16;
        let least: u16 = fans.iter().sum();
        let left = |spare: u16, fan: u16| (spare + least).saturating_sub(count * fan);
        let mut curves = [LONG_FAN, FAN_BESIDE_CURVE].into_iter().zip(CURVES);
        let fits =
            |&(fan, (cells, rows)): &(u16, (u16, u16))| left(spare, fan) >= cells - OUTPUT && rows + ANSWERED <= height;
        let output = curves.find(fits).map_or(OUTPUT, |(_, (cells, _))| cells);
        spare -= output - OUTPUT;
        for shape in &mut shapes {
            let more = shape.widened(scene.way, [LONG_FAN, FAN_BESIDE_CURVE].map(|fan| left(spare, fan)));
            spare -= more;
        }
        if let Some(pills) = &mut pills {
            pills.line = left(spare, LONG_FAN) / 3;
            spare -= pills.line;
        }
        for fan in &mut fans {
            *fan += spare / count;
        }
        let mut columns = vec![Lane::new(0, inputs, network.layer(0).inputs + 1, height)];
        for (layer, shape) in shapes.into_iter().enumerate() {
            let x = columns[layer].end() + fans[layer];
            columns.push(Lane::new(x, shape, network.layer(layer).outputs, height));
        }
        let last = columns[network.depth() - 1].end();
        let at = last + pills.map_or_else(|| fans[network.depth() - 1], |pills| pills.width(precision) + 1);
        let middle = (height / 2).clamp(2, height.saturating_sub(5).max(2));
        Self { columns, fans, pills, precision, output: (at, output), middle }
    }

    /// Where the lines into a neuron end.
    pub fn end(&self, layer: usize, neuron: usize) -> (u16, u16) {
        self.columns.get(layer + 1).map_or((self.output.0, self.middle), |column| (column.x, column.row(neuron)))
    }

    /// The cells from the first to the last.
    pub const fn width(&self) -> u16 {
        self.output.0 + self.output.1
    }
}

/// The neuron whose weight or product is pointed at.
pub(super) const fn pointed(scene: &Scene<'_>) -> Option<(usize, usize)> {
    match scene.pointed {
        Spot::Weight { layer, neuron, .. } | Spot::Product { layer, neuron, .. } => Some((layer, neuron)),
        Spot::Input(_) | Spot::Sum { .. } | Spot::Activation { .. } | Spot::Verdict => None,
    }
}
