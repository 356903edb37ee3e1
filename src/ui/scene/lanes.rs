//! Where everything stands on the picture of a network in columns: the inputs, the layers with or without their small
//! maps, the lines between them, σ. Arithmetic on cells; draws nothing.

use super::cells::{BOX, BOX_ROWS, CURVES, MOST_MAP, OUTPUT, PRECISIONS, Precision, SHAPE};
use super::model::{Node, Scene, Way};
use crate::app::core::pointer::Spot;
use crate::ui::text;

/// Cells of an input in a row at most: its name and the value that goes in; in a box it has as many.
const INPUT: u16 = 17;
/// Cells of a value that goes in, with a blank on both sides.
const INPUT_VALUE: u16 = 8;
/// Cells of an open neuron: shape and six digits …
const LEAST_OPEN: u16 = SHAPE + 6 + 1;
/// … of its name and value in one row …
pub(super) const WORDS: u16 = 12;
/// … and of one that is folded.
pub(super) const FOLDED: u16 = 2;
const LEAST_FAN: u16 = 5;
/// Lines are at least so long where neurons have their maps …
const FAN_BESIDE_MAPS: u16 = 6;
/// … so long before a number gives up decimals for them …
const FAN_BESIDE_NUMBERS: u16 = 10;
/// … so long before σ has its curve …
const FAN_BESIDE_CURVE: u16 = 14;
/// … and so long before the small maps grow, and the lines towards σ.
const LONG_FAN: u16 = 30;
/// Rows above and below the curve: the sum and the answer.
const ANSWERED: u16 = 6;
/// A fan that holds the number pointed at: `[−0.13]`.
const POINTED_FAN: u16 = 7;
/// The most rows from one node to the next.
const MOST_PITCH: u16 = 9;
/// The most cells of a small map: as many as it has columns.
const MOST_TILE: u16 = 24;
/// Neurons so many rows apart have room for what flows below its weight.
const APART: u16 = 3;

/// The small map of each neuron of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tile {
    pub width: u16,
    pub height: u16,
    /// Whether name and value stand below it, else beside it.
    pub above_words: bool,
}

impl Tile {
    /// As high as the rows from one node to the next allow, less one that stays free.
    fn of(pitch: u16, above_words: bool) -> Option<Self> {
        let height = pitch.saturating_sub(1 + u16::from(above_words)).min(MOST_MAP);
        let width = 2 * height + 2;
        (height > u16::from(above_words)).then_some(Self { width, height, above_words })
    }

    /// The cells of a column with its words, of which the value has a row for itself where there are two.
    const fn column(self, value: u16) -> u16 {
        if self.above_words {
            return if self.width > WORDS { self.width } else { WORDS };
        }
        let words = if self.height > 1 { value + 1 } else { SHAPE + value + 1 };
        self.width + 1 + if words > LEAST_OPEN { words } else { LEAST_OPEN }
    }

    /// The rows of a node.
    pub const fn rows(self) -> u16 {
        self.height + self.above_words as u16
    }
}

/// How a column looks: its cells, how many nodes share a row, the rows of a node.
#[derive(Debug, Clone, Copy)]
pub(super) struct ColumnShape {
    pub width: u16,
    /// Nodes in each row; 1 when it is open.
    pub per_row: usize,
    /// Rows of each node.
    pub block: u16,
    pub tile: Option<Tile>,
}

impl ColumnShape {
    /// A row a node.
    const fn rows(width: u16, per_row: usize) -> Self {
        Self { width, per_row, block: 1, tile: None }
    }

    /// Takes as many of the cells that long lines, or shorter ones, leave over as make its small maps larger, or are a
    /// bar; returns how many.
    fn widened(&mut self, way: Way, [long, short]: [u16; 2]) -> u16 {
        let more = match &mut self.tile {
            Some(tile) if tile.above_words => 0,
            Some(tile) => {
                let more = (4 * tile.height).min(MOST_TILE).saturating_sub(tile.width).min(long);
                tile.width += more;
                more
            }
            None if self.per_row == 1 && short >= bar_cells(way) => bar_cells(way),
            None => 0,
        };
        self.width += more;
        more
    }

    /// Inputs in boxes where there are rows for that.
    fn of_inputs(scene: &Scene<'_>, height: u16) -> Self {
        let inputs = &scene.columns[0];
        let label = inputs.iter().map(|input| text::width(&input.label(usize::MAX)) as u16).max().unwrap_or(0);
        if inputs.len() as u16 * (BOX_ROWS + 1) > height {
            return Self::rows((label + INPUT_VALUE).min(INPUT), 1);
        }
        Self { width: (label + BOX).clamp(8, INPUT), block: BOX_ROWS, ..Self::rows(0, 1) }
    }
}

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

/// Rows from one node to the next, where so many share the height.
const fn pitch(count: usize, height: u16) -> u16 {
    let pitch = height.saturating_sub(2) / if count > 1 { count as u16 } else { 1 };
    if pitch > MOST_PITCH { MOST_PITCH } else { pitch }
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
        let with = |fan: u16, pills: Option<Pills>, precision: Precision, tiles: bool| {
            let mut fans = vec![fan; hidden + usize::from(pills.is_none())];
            if let Some(fan) = pointed(scene).and_then(|(layer, _)| fans.get_mut(layer)) {
                *fan = (*fan).max(POINTED_FAN);
            }
            let taken = fans.iter().sum::<u16>() + pills.map_or(0, |pills| pills.width(precision) + 1);
            let room = room.checked_sub(taken)?;
            let shapes =
                if tiles { with_tiles(scene, height, room, precision)? } else { in_rows(scene, rows, room, precision) };
            let spare = room.checked_sub(shapes.iter().map(|shape| shape.width).sum())?;
            Some(Self { shapes, fans, pills, precision, spare })
        };
        // Before values lose decimals, lines get short.
        let long = [six, four, three].map(|precision| (precision, FAN_BESIDE_NUMBERS));
        let short = [(three, FAN_BESIDE_MAPS), (least, FAN_BESIDE_NUMBERS)];
        let roomy = long.into_iter().chain(short).find_map(|(precision, fan)| {
            let tried = [true, false].into_iter().flat_map(|tiles| forms.iter().map(move |&form| (form, tiles)));
            tried.into_iter().find_map(|(form, tiles)| with(fan, form, precision, tiles).filter(Self::has_values))
        });
        roomy
            .or_else(|| with(FAN_BESIDE_MAPS, pill(false), least, true))
            .or_else(|| with(LEAST_FAN, pill(false), least, false))
            .or_else(|| with(LEAST_FAN, None, least, false))
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
        let inputs = ColumnShape::of_inputs(scene, height);
        let middle = Middle::of(scene, height, width.saturating_sub(inputs.width + OUTPUT));
        let Middle { mut shapes, mut fans, mut pills, precision, mut spare } = middle;
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

/// The hidden layers with small maps: with words beside them or, where that is too wide, below; none where there is
/// no room for either.
fn with_tiles(scene: &Scene<'_>, height: u16, room: u16, precision: Precision) -> Option<Vec<ColumnShape>> {
    scene.maps.as_ref()?;
    let network = scene.network;
    let shape = |layer: usize, above_words: bool| {
        let tile = Tile::of(pitch(network.layer(layer).outputs, height), above_words)?;
        Some(ColumnShape { width: tile.column(precision.value), block: tile.rows(), tile: Some(tile), per_row: 1 })
    };
    [false, true].into_iter().find_map(|above_words| {
        let shapes: Option<Vec<ColumnShape>> =
            (0..network.depth() - 1).map(|layer| shape(layer, above_words)).collect();
        shapes.filter(|shapes| shapes.iter().map(|shape| shape.width).sum::<u16>() <= room)
    })
}

/// The hidden layers with a row a neuron, or several where there are more than so many rows.
fn in_rows(scene: &Scene<'_>, rows: usize, room: u16, precision: Precision) -> Vec<ColumnShape> {
    let network = scene.network;
    let hidden = network.depth() - 1;
    let focus = scene.pointed.neuron().map_or(0, |(layer, _)| layer).min(hidden - 1);
    // Where neurons stand apart, a name has a row for itself.
    let crowded = scene.columns[1..=hidden].iter().filter(|column| rows / column.len() < 2);
    let names = crowded.map(|column| name_cells(column)).max().unwrap_or(0);
    let most = names + SHAPE + precision.value + 1;
    let mut shapes: Vec<ColumnShape> = (0..hidden)
        .map(|layer| match network.layer(layer).outputs.div_ceil(rows) {
            1 => ColumnShape::rows(most, 1),
            per_row => ColumnShape::rows(per_row as u16 * FOLDED, per_row),
        })
        .collect();
    // Where they do not all fit, names and decimals give way first, then the digits of the layers not pointed at.
    let total = |shapes: &[ColumnShape]| shapes.iter().map(|shape| shape.width).sum::<u16>();
    let open = |shape: &ColumnShape| shape.per_row == 1;
    let folded = total(&shapes) - most * shapes.iter().filter(|shape| open(shape)).count() as u16;
    let each = room.saturating_sub(folded) / shapes.iter().filter(|shape| open(shape)).count().max(1) as u16;
    for shape in shapes.iter_mut().filter(|shape| open(shape)) {
        // Whole names or none.
        shape.width = if each < most { each.clamp(LEAST_OPEN, (most - names).max(LEAST_OPEN)) } else { most };
    }
    for layer in (0..hidden).filter(|&layer| layer != focus) {
        if total(&shapes) > room && shapes[layer].per_row == 1 {
            shapes[layer].width = FOLDED;
        }
    }
    shapes
}

/// Cells of a column's longest name with a blank.
pub(super) fn name_cells(column: &[Node]) -> u16 {
    column.iter().map(|node| text::width(&node.name) as u16).max().unwrap_or(0) + 1
}

/// Cells of a bar: gradients differ by powers of ten, and no bar shows that.
pub(super) const fn bar_cells(way: Way) -> u16 {
    match way {
        Way::Forward => 7,
        Way::Backward => 0,
    }
}

/// The neuron whose weight or product is pointed at.
pub(super) const fn pointed(scene: &Scene<'_>) -> Option<(usize, usize)> {
    match scene.pointed {
        Spot::Weight { layer, neuron, .. } | Spot::Product { layer, neuron, .. } => Some((layer, neuron)),
        Spot::Input(_) | Spot::Sum { .. } | Spot::Activation { .. } | Spot::Verdict => None,
    }
}
