//! How a column of the picture looks: a row a node or a box each, with small maps or folded, and how its neurons are
//! called there. Arithmetic on cells; knows no places.

use super::cells::{BOX, BOX_ROWS, MOST_MAP, Precision, SHAPE};
use super::model::{Node, Scene, Way};
use crate::ui::text;

/// Cells of an input in a row at most: its name and the value that goes in; in a box it has as many.
const INPUT: u16 = 16;
/// Cells of a value that goes in, with a blank on both sides.
const INPUT_VALUE: u16 = 8;
/// Cells of an open neuron: shape and six digits …
pub(super) const LEAST_OPEN: u16 = SHAPE + 6 + 1;
/// … of its name and value in one row …
pub(super) const WORDS: u16 = 12;
/// … and of one that is folded.
pub(super) const FOLDED: u16 = 2;
/// Room for a value with all its decimals.
const WHOLE: usize = 16;
/// The most rows from one node to the next.
const MOST_PITCH: u16 = 9;
/// The most cells of a small map: as many as it has columns; and of one in a single row.
const MOST_TILE: u16 = 24;
/// See [`MOST_TILE`].
const MOST_STRIP: u16 = 8;

/// The small map of each neuron of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tile {
    pub width: u16,
    pub height: u16,
    /// Whether name and value stand below it, else beside it.
    pub above_words: bool,
    /// Cells of a name before the value, where the map has but one row.
    pub names: u16,
}

impl Tile {
    /// As high as the rows from one node to the next allow, less one that stays free where it is not the only one.
    fn of(pitch: u16, above_words: bool, names: u16) -> Option<Self> {
        let free = u16::from(above_words) + u16::from(pitch > 1);
        let height = pitch.saturating_sub(free).min(MOST_MAP);
        let width = 2 * height + 2;
        (height > u16::from(above_words)).then_some(Self { width, height, above_words, names })
    }

    /// The cells of a column with its words, of which the value has a row for itself where there are two.
    const fn column(self, value: u16) -> u16 {
        if self.above_words {
            return if self.width > WORDS { self.width } else { WORDS };
        }
        let words = if self.height == 1 {
            self.names + value + 1
        } else if value < LEAST_OPEN {
            LEAST_OPEN
        } else {
            value + 1
        };
        self.width + 1 + words
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
    pub fn widened(&mut self, way: Way, [long, short]: [u16; 2]) -> u16 {
        let more = match &mut self.tile {
            Some(tile) if tile.above_words => 0,
            Some(tile) => {
                let most = (4 * tile.height).clamp(MOST_STRIP, MOST_TILE);
                let more = most.saturating_sub(tile.width).min(long);
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
    pub fn of_inputs(scene: &Scene<'_>, height: u16) -> Self {
        let inputs = &scene.columns[0];
        let label = inputs.iter().map(|input| text::width(&input.label(usize::MAX)) as u16).max().unwrap_or(0);
        if inputs.len() as u16 * (BOX_ROWS + 1) > height {
            return Self::rows((label + INPUT_VALUE).min(INPUT), 1);
        }
        Self { width: input_box(scene, usize::MAX).min(INPUT), block: BOX_ROWS, ..Self::rows(0, 1) }
    }
}

/// Cells of a box for the name of any of the inputs, with what the list says, if that has so many cells.
pub(super) fn input_box(scene: &Scene<'_>, label: usize) -> u16 {
    let cells = |input: &Node| text::width(&input.label(label)) as u16 + BOX;
    scene.columns[0].iter().map(cells).max().unwrap_or(0).max(8)
}

/// How many more cells such a box takes for any of the values that go in with all its decimals, if so many are free.
pub(super) fn more_for_values(scene: &Scene<'_>, boxes: u16, free: u16) -> u16 {
    let widest = scene.columns[0].iter().map(|input| text::width(&scene.value(input, WHOLE)) as u16 + 2).max();
    let more = widest.unwrap_or(0).saturating_sub(boxes);
    if more <= free { more } else { 0 }
}

/// Rows from one node to the next, where so many share the height.
pub(super) const fn pitch(count: usize, height: u16) -> u16 {
    let pitch = height.saturating_sub(2) / if count > 1 { count as u16 } else { 1 };
    if pitch > MOST_PITCH { MOST_PITCH } else { pitch }
}

/// The hidden layers with small maps: with words beside them, called in one of some forms, or, where that is too wide,
/// below; none where there is no room for either.
pub(super) fn with_tiles(
    scene: &Scene<'_>,
    height: u16,
    (room, precision): (u16, Precision),
    forms: &[Option<Form>],
) -> Option<Vec<ColumnShape>> {
    scene.maps.as_ref()?;
    let network = scene.network;
    let shape = |layer: usize, above_words: bool, form: Option<Form>| {
        let names = form.map_or(0, |form| name_cells(&scene.columns[layer + 1], form));
        let tile = Tile::of(pitch(network.layer(layer).outputs, height), above_words, names)?;
        Some(ColumnShape { width: tile.column(precision.value), block: tile.rows(), tile: Some(tile), per_row: 1 })
    };
    let beside = forms.iter().map(|&form| (false, form));
    beside.chain([(true, None)]).find_map(|(above_words, form)| {
        let shapes: Option<Vec<ColumnShape>> =
            (0..network.depth() - 1).map(|layer| shape(layer, above_words, form)).collect();
        shapes.filter(|shapes| shapes.iter().map(|shape| shape.width).sum::<u16>() <= room)
    })
}

/// The hidden layers with a row a neuron, or several where there are more than so many rows.
pub(super) fn in_rows(scene: &Scene<'_>, rows: usize, room: u16, precision: Precision) -> Vec<ColumnShape> {
    let network = scene.network;
    let hidden = network.depth() - 1;
    let focus = scene.pointed.neuron().map_or(0, |(layer, _)| layer).min(hidden - 1);
    // Where neurons stand apart, a name has a row for itself.
    let crowded = scene.columns[1..=hidden].iter().filter(|column| rows / column.len() < 2);
    let names = crowded.map(|column| name_cells(column, FORMS[0])).max().unwrap_or(0);
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

/// How a neuron is called.
pub(super) type Form = fn(&str) -> &str;

/// Whole, and by its number in the layer alone.
pub(super) const FORMS: [Form; 2] = [|name| name, |name| name.rsplit('.').next().unwrap_or(name)];

/// Cells of a column's longest name with a blank.
fn name_cells(column: &[Node], form: Form) -> u16 {
    column.iter().map(|node| text::width(form(&node.name)) as u16).max().unwrap_or(0) + 1
}

/// How the neurons of a column are called where there are so many cells for it, if at all, and the cells it takes.
pub(super) fn names_in(column: &[Node], room: u16) -> (Form, u16) {
    let forms = FORMS.into_iter().map(|form| (form, name_cells(column, form)));
    forms.into_iter().find(|&(_, cells)| cells <= room).unwrap_or((|_| "", 0))
}

/// Cells of a bar: gradients differ by powers of ten, and no bar shows that.
pub(super) const fn bar_cells(way: Way) -> u16 {
    match way {
        Way::Forward => 7,
        Way::Backward => 0,
    }
}
