//! Where everything stands on the picture of a network in columns: the inputs, the layers with or without their small
//! maps, the lines between them, σ. Arithmetic on cells; draws nothing.

use super::cells::{BOX, BOX_ROWS, CURVE, FLOW, MOST_MAP, OUTPUT, PILL, SHAPE};
use super::model::{Scene, Way};
use crate::app::core::pointer::Spot;
use crate::ui::text;

/// Cells of an input in a row: its name and the value that goes in; in a box it has as many at most.
pub(super) const INPUT: u16 = 17;
/// Cells of an open neuron: shape and six digits …
pub(super) const LEAST_OPEN: u16 = SHAPE + 6 + 1;
/// … of its name and value in one row …
pub(super) const WORDS: u16 = 12;
/// … and of one that is folded.
pub(super) const FOLDED: u16 = 2;
/// Cells of a layer's pills towards σ, with what flows there.
pub(super) const PILLS: u16 = PILL + 1 + FLOW + 1;
const LEAST_FAN: u16 = 5;
/// Lines are at least so long where neurons have their maps …
const FAN_BESIDE_MAPS: u16 = 6;
/// … and so long before σ has its curve.
const FAN_BESIDE_CURVE: u16 = 14;
const MOST_FAN: u16 = 34;
/// A fan that holds the number pointed at: `[−0.13]`.
const POINTED_FAN: u16 = 7;
/// The most rows from one node to the next.
const MOST_PITCH: u16 = 9;

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

    /// The cells of a column with its words.
    fn column(self) -> u16 {
        if self.above_words { self.width.max(WORDS) } else { self.width + 1 + LEAST_OPEN }
    }

    /// The rows of a node.
    pub fn rows(self) -> u16 {
        self.height + u16::from(self.above_words)
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

    /// Inputs in boxes where there are rows for that.
    fn of_inputs(scene: &Scene<'_>, height: u16) -> Self {
        let inputs = &scene.columns[0];
        if inputs.len() as u16 * (BOX_ROWS + 1) > height {
            return Self::rows(INPUT, 1);
        }
        let label = inputs.iter().map(|input| text::width(&input.label(usize::MAX)) as u16).max();
        Self { width: (label.unwrap_or(0) + BOX).clamp(8, INPUT), block: BOX_ROWS, ..Self::rows(0, 1) }
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

/// Where everything stands.
pub(super) struct Lanes {
    /// The inputs, then the hidden layers.
    pub columns: Vec<Lane>,
    /// The cells of the lines before each layer; none before the last where it has pills.
    pub fans: Vec<u16>,
    /// Where σ begins, and its cells.
    pub output: (u16, u16),
    pub middle: u16,
}

impl Lanes {
    pub fn of(scene: &Scene<'_>, (width, height): (u16, u16)) -> Self {
        let network = scene.network;
        let hidden = network.depth() - 1;
        let inputs = ColumnShape::of_inputs(scene, height);
        let rows = usize::from(height.saturating_sub(2)).max(1);
        let has_pills = hidden == 1
            && network.layer(0).outputs <= rows
            && width >= inputs.width + LEAST_FAN + LEAST_OPEN + PILLS + 1 + OUTPUT;
        let mut fans = vec![LEAST_FAN; hidden + usize::from(!has_pills)];
        if let Some(fan) = pointed(scene).and_then(|(layer, _)| fans.get_mut(layer)) {
            *fan = POINTED_FAN;
        }
        let right = OUTPUT + if has_pills { PILLS + 1 } else { 0 };
        let room = width.saturating_sub(inputs.width + right);
        let shapes = with_tiles(scene, height, room.saturating_sub(fans.len() as u16 * FAN_BESIDE_MAPS))
            .unwrap_or_else(|| in_rows(scene, rows, room.saturating_sub(fans.iter().sum())));
        let mut spare = room.saturating_sub(shapes.iter().map(|shape| shape.width).sum());
        // σ has its curve where the lines are long enough without its cells.
        let curve = CURVE.0 - OUTPUT;
        let has_curve = spare >= fans.len() as u16 * FAN_BESIDE_CURVE + curve;
        spare -= if has_curve { curve } else { 0 };
        let more = spare.saturating_sub(fans.iter().sum()) / fans.len() as u16;
        for fan in &mut fans {
            *fan = (*fan + more).min(MOST_FAN);
        }
        let mut columns = vec![Lane::new(0, inputs, network.layer(0).inputs + 1, height)];
        for (layer, shape) in shapes.into_iter().enumerate() {
            let x = columns[layer].end() + fans[layer];
            columns.push(Lane::new(x, shape, network.layer(layer).outputs, height));
        }
        let output = columns[hidden].end() + if has_pills { PILLS + 1 } else { fans[hidden] };
        let output = (output, if has_curve { CURVE.0 } else { OUTPUT });
        Self { columns, fans, output, middle: (height / 2).clamp(2, height.saturating_sub(5).max(2)) }
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
fn with_tiles(scene: &Scene<'_>, height: u16, room: u16) -> Option<Vec<ColumnShape>> {
    scene.maps.as_ref()?;
    let network = scene.network;
    let shape = |layer: usize, above_words: bool| {
        let tile = Tile::of(pitch(network.layer(layer).outputs, height), above_words)?;
        Some(ColumnShape { width: tile.column(), block: tile.rows(), tile: Some(tile), per_row: 1 })
    };
    [false, true].into_iter().find_map(|above_words| {
        let shapes: Option<Vec<ColumnShape>> =
            (0..network.depth() - 1).map(|layer| shape(layer, above_words)).collect();
        shapes.filter(|shapes| shapes.iter().map(|shape| shape.width).sum::<u16>() <= room)
    })
}

/// The hidden layers with a row a neuron, or several where there are more than so many rows.
fn in_rows(scene: &Scene<'_>, rows: usize, room: u16) -> Vec<ColumnShape> {
    let network = scene.network;
    let hidden = network.depth() - 1;
    let focus = scene.pointed.neuron().map_or(0, |(layer, _)| layer).min(hidden - 1);
    let most = SHAPE + digits(scene.way) + 1 + bar_cells(scene.way);
    let mut shapes: Vec<ColumnShape> = (0..hidden)
        .map(|layer| match network.layer(layer).outputs.div_ceil(rows) {
            1 => ColumnShape::rows(most, 1),
            per_row => ColumnShape::rows(per_row as u16 * FOLDED, per_row),
        })
        .collect();
    // Where they do not all fit, bars and decimals give way first, then the digits of the layers not pointed at.
    let total = |shapes: &[ColumnShape]| shapes.iter().map(|shape| shape.width).sum::<u16>();
    let open = |shape: &ColumnShape| shape.per_row == 1;
    let folded = total(&shapes) - most * shapes.iter().filter(|shape| open(shape)).count() as u16;
    let each = room.saturating_sub(folded) / shapes.iter().filter(|shape| open(shape)).count().max(1) as u16;
    for shape in shapes.iter_mut().filter(|shape| open(shape)) {
        shape.width = each.clamp(LEAST_OPEN, most);
    }
    for layer in (0..hidden).filter(|&layer| layer != focus) {
        if total(&shapes) > room && shapes[layer].per_row == 1 {
            shapes[layer].width = FOLDED;
        }
    }
    shapes
}

/// Digits of a value where there is room.
const fn digits(way: Way) -> u16 {
    match way {
        Way::Forward => 6,
        Way::Backward => 10,
    }
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
