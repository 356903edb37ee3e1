//! A deep network with a row a neuron and the strongest lines between the layers; a layer with more neurons
//! than rows is folded to one glyph a neuron, as high as its value.

use super::cells::{BOX, BOX_ROWS, CURVE, Cells, FLOW, MOST_MAP, OUTPUT, OUTPUT_ROWS, PILL, SHAPE};
use super::model::{Node, Scene, Way};
use crate::app::core::pointer::Spot;
use crate::explain::words::network as words;
use crate::nn::Network;
use crate::ui::text;
use ratatui::layout::Rect;

/// Cells of an input in a row: its name and the value that goes in; in a box it has as many at most.
const INPUT: u16 = 17;
/// Cells of an open neuron: shape and six digits …
const LEAST_OPEN: u16 = SHAPE + 6 + 1;
/// … of its name and value in one row …
const WORDS: u16 = 12;
/// … and of one that is folded.
const FOLDED: u16 = 2;
/// Cells of a layer's pills towards σ, with what flows there.
const PILLS: u16 = PILL + 1 + FLOW + 1;
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

/// Heights of a folded neuron.
const BLOCKS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// The rows that show every neuron: a heading, the widest column, what is not drawn.
pub fn height(network: &Network) -> u16 {
    let inputs = network.layer(0).inputs + 1;
    let widest = network.layers().map(|layer| layer.outputs).max().unwrap_or(1).max(inputs);
    (widest.min(16) as u16 + 2).max(OUTPUT_ROWS + 2)
}

/// The small map of each neuron of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Tile {
    width: u16,
    height: u16,
    /// Whether name and value stand below it, else beside it.
    above_words: bool,
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
    fn rows(self) -> u16 {
        self.height + u16::from(self.above_words)
    }
}

/// How a column looks: its cells, how many nodes share a row, the rows of a node.
#[derive(Debug, Clone, Copy)]
struct Look {
    width: u16,
    /// Nodes in each row; 1 when it is open.
    per_row: usize,
    /// Rows of each node.
    block: u16,
    tile: Option<Tile>,
}

impl Look {
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
struct Lane {
    x: u16,
    look: Look,
    /// The first node's row.
    top: u16,
    /// Rows from one to the next: few nodes stand apart, so that their lines can be told apart.
    pitch: u16,
    /// Rows there are; what comes after gathers in the last.
    rows: usize,
}

/// Rows from one node to the next, where so many share the height.
const fn pitch(count: usize, height: u16) -> u16 {
    let pitch = height.saturating_sub(2) / if count > 1 { count as u16 } else { 1 };
    if pitch > MOST_PITCH { MOST_PITCH } else { pitch }
}

impl Lane {
    fn new(x: u16, look: Look, count: usize, height: u16) -> Self {
        let room = height.saturating_sub(2).max(1);
        let used = count.div_ceil(look.per_row) as u16;
        if used > room {
            // Inputs keep a row each as long as the panel has rows at all, also the heading's.
            return Self { x, look, top: 0, pitch: 1, rows: usize::from(height.max(2) - 1) };
        }
        let pitch = pitch(usize::from(used), height).max(1);
        let top = 1 + room.saturating_sub((used - 1) * pitch + look.block) / 2;
        Self { x, look, top, pitch, rows: usize::from(used) }
    }

    /// The first row of a node.
    fn first_row(&self, place: usize) -> u16 {
        self.top + (place / self.look.per_row).min(self.rows - 1) as u16 * self.pitch
    }

    /// The row where lines meet a node: the middle of its box or map.
    fn row(&self, place: usize) -> u16 {
        let rows = self.look.tile.map_or(self.look.block, |tile| tile.height);
        self.first_row(place) + (rows - 1) / 2
    }

    const fn end(&self) -> u16 {
        self.x + self.look.width
    }

    const fn is_open(&self) -> bool {
        self.look.per_row == 1 && self.look.width >= LEAST_OPEN
    }
}

/// Where everything stands.
struct Lanes {
    /// The inputs, then the hidden layers.
    columns: Vec<Lane>,
    /// The cells of the lines before each layer; none before the last where it has pills.
    fans: Vec<u16>,
    /// Where σ begins, and its cells.
    output: (u16, u16),
    middle: u16,
}

impl Lanes {
    fn of(scene: &Scene<'_>, (width, height): (u16, u16)) -> Self {
        let network = scene.network;
        let hidden = network.depth() - 1;
        let inputs = Look::of_inputs(scene, height);
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
        let looks = with_tiles(scene, height, room.saturating_sub(fans.len() as u16 * FAN_BESIDE_MAPS))
            .unwrap_or_else(|| in_rows(scene, rows, room.saturating_sub(fans.iter().sum())));
        let mut spare = room.saturating_sub(looks.iter().map(|look| look.width).sum());
        // σ has its curve where the lines are long enough without its cells.
        let curve = CURVE.0 - OUTPUT;
        let has_curve = spare >= fans.len() as u16 * FAN_BESIDE_CURVE + curve;
        spare -= if has_curve { curve } else { 0 };
        let more = spare.saturating_sub(fans.iter().sum()) / fans.len() as u16;
        for fan in &mut fans {
            *fan = (*fan + more).min(MOST_FAN);
        }
        let mut columns = vec![Lane::new(0, inputs, network.layer(0).inputs + 1, height)];
        for (layer, look) in looks.into_iter().enumerate() {
            let x = columns[layer].end() + fans[layer];
            columns.push(Lane::new(x, look, network.layer(layer).outputs, height));
        }
        let output = columns[hidden].end() + if has_pills { PILLS + 1 } else { fans[hidden] };
        let output = (output, if has_curve { CURVE.0 } else { OUTPUT });
        Self { columns, fans, output, middle: (height / 2).clamp(2, height.saturating_sub(5).max(2)) }
    }

    /// Where the lines into a neuron end.
    fn end(&self, layer: usize, neuron: usize) -> (u16, u16) {
        self.columns.get(layer + 1).map_or((self.output.0, self.middle), |column| (column.x, column.row(neuron)))
    }

    /// The cells from the first to the last.
    const fn width(&self) -> u16 {
        self.output.0 + self.output.1
    }
}

/// The hidden layers with small maps: with words beside them or, where that is too wide, below; none where there is
/// no room for either.
fn with_tiles(scene: &Scene<'_>, height: u16, room: u16) -> Option<Vec<Look>> {
    scene.maps.as_ref()?;
    let network = scene.network;
    let look = |layer: usize, above_words: bool| {
        let tile = Tile::of(pitch(network.layer(layer).outputs, height), above_words)?;
        Some(Look { width: tile.column(), block: tile.rows(), tile: Some(tile), per_row: 1 })
    };
    [false, true].into_iter().find_map(|above_words| {
        let looks: Option<Vec<Look>> = (0..network.depth() - 1).map(|layer| look(layer, above_words)).collect();
        looks.filter(|looks| looks.iter().map(|look| look.width).sum::<u16>() <= room)
    })
}

/// The hidden layers with a row a neuron, or several where there are more than so many rows.
fn in_rows(scene: &Scene<'_>, rows: usize, room: u16) -> Vec<Look> {
    let network = scene.network;
    let hidden = network.depth() - 1;
    let focus = scene.pointed.neuron().map_or(0, |(layer, _)| layer).min(hidden - 1);
    let most = SHAPE + digits(scene.way) + 1 + bar_cells(scene.way);
    let mut looks: Vec<Look> = (0..hidden)
        .map(|layer| match network.layer(layer).outputs.div_ceil(rows) {
            1 => Look::rows(most, 1),
            per_row => Look::rows(per_row as u16 * FOLDED, per_row),
        })
        .collect();
    // Where they do not all fit, bars and decimals give way first, then the digits of the layers not pointed at.
    let total = |looks: &[Look]| looks.iter().map(|look| look.width).sum::<u16>();
    let open = |look: &Look| look.per_row == 1;
    let folded = total(&looks) - most * looks.iter().filter(|look| open(look)).count() as u16;
    let each = room.saturating_sub(folded) / looks.iter().filter(|look| open(look)).count().max(1) as u16;
    for look in looks.iter_mut().filter(|look| open(look)) {
        look.width = each.clamp(LEAST_OPEN, most);
    }
    for layer in (0..hidden).filter(|&layer| layer != focus) {
        if total(&looks) > room && looks[layer].per_row == 1 {
            looks[layer].width = FOLDED;
        }
    }
    looks
}

/// Digits of a value where there is room.
const fn digits(way: Way) -> u16 {
    match way {
        Way::Forward => 6,
        Way::Backward => 10,
    }
}

/// Cells of a bar: gradients differ by powers of ten, and no bar shows that.
const fn bar_cells(way: Way) -> u16 {
    match way {
        Way::Forward => 7,
        Way::Backward => 0,
    }
}

/// The neuron whose weight or product is pointed at.
const fn pointed(scene: &Scene<'_>) -> Option<(usize, usize)> {
    match scene.pointed {
        Spot::Weight { layer, neuron, .. } | Spot::Product { layer, neuron, .. } => Some((layer, neuron)),
        Spot::Input(_) | Spot::Sum { .. } | Spot::Activation { .. } | Spot::Verdict => None,
    }
}

/// Draws it in the middle of the panel, with a last line that says what is not drawn.
pub fn draw(cells: &mut Cells<'_, '_>) {
    let places = Lanes::of(cells.scene, (cells.area.width, cells.area.height));
    let whole = cells.area;
    let left = whole.width.saturating_sub(places.width()) / 2;
    cells.area = Rect { x: whole.x + left, width: whole.width - left, ..whole };
    let mut drawn = Vec::new();
    for (layer, &fan) in places.fans.iter().enumerate() {
        let from = &places.columns[layer];
        let place = |neuron: usize, input: usize| (from.row(input), places.end(layer, neuron).1);
        drawn.push(cells.fan((from.end(), fan), layer, place));
    }
    inputs(cells, &places.columns[0]);
    let mut from = 0;
    for (layer, column) in places.columns[1..].iter().enumerate() {
        from = heading(cells, column, layer, from);
        for (neuron, node) in cells.scene.columns[layer + 1].iter().enumerate() {
            hidden(cells, column, node, (layer, neuron));
        }
    }
    if places.fans.len() < places.columns.len() {
        pills(cells, &places);
    }
    cells.output((places.output.0, places.middle), places.output.1);
    pointed_number(cells, &places);
    cells.area = whole;
    foot(cells, &drawn);
}

fn inputs(cells: &mut Cells<'_, '_>, column: &Lane) {
    let style = cells.context.theme.muted;
    let count = cells.scene.columns[0].len();
    if column.look.block == BOX_ROWS {
        for input in 0..count {
            cells.input((0, column.row(input)), column.look.width, input);
        }
        return;
    }
    if column.top > 0 {
        let title = cells.context.say(words::INPUTS);
        cells.text(0, 0, title, style);
    }
    for input in 0..count {
        let y = column.row(input);
        if count > column.rows && input + 1 == column.rows {
            let more = cells.context.fill(words::MORE_ROWS, &[(count - input).to_string()]);
            cells.text(0, y, &more, style);
            break;
        }
        cells.input_row(y, INPUT - 1, input);
    }
}

/// Writes a layer's heading so that it keeps apart from what ends before column `from`; returns its end.
fn heading(cells: &mut Cells<'_, '_>, column: &Lane, layer: usize, from: u16) -> u16 {
    let style = cells.context.theme.muted;
    let values = [(layer + 1).to_string(), cells.scene.columns[layer + 1].len().to_string()];
    for heading in [cells.context.fill(words::LAYER, &values), values.join(" · ")] {
        // Over a folded column it stands in the middle; there are lines to both sides.
        let over = (text::width(&heading) as u16).saturating_sub(column.look.width) / 2;
        let x = column.x.saturating_sub(if column.is_open() { 0 } else { over });
        if x >= from {
            return cells.text(x, 0, &heading, style) + 1;
        }
    }
    from
}

fn hidden(cells: &mut Cells<'_, '_>, column: &Lane, node: &Node, (layer, neuron): (usize, usize)) {
    let per_row = column.look.per_row;
    let (x, y) = (column.x + (neuron % per_row) as u16 * FOLDED, column.first_row(neuron));
    let share = node.share.unwrap_or_default();
    let spot = Spot::Activation { layer, neuron };
    if let Some(tile) = column.look.tile {
        cells.map((x, y), (tile.width, tile.height), (layer, neuron));
        mapped(cells, (x, y), tile, node);
        cells.note((x, y), (column.look.width, tile.rows()), spot);
    } else if column.is_open() {
        let way = cells.scene.way;
        let bar = bar_cells(way).min(column.look.width - LEAST_OPEN);
        cells.face((x, y), column.look.width - bar - SHAPE - 1, node);
        if !node.is_off {
            let theme = cells.context.theme;
            let style = if share < 0.0 { theme.minus } else { theme.plus };
            let length = (share.abs() * f64::from(bar)).round() as usize;
            cells.text(column.end() - bar, y, &"▪".repeat(length), style);
        }
        cells.note((x, y), (column.look.width, 1), spot);
    } else {
        let height = (share.abs() * 7.0).round() as usize;
        let glyph = match node.share {
            _ if node.is_off => "·",
            Some(_) => BLOCKS[height.min(7)],
            None => " ",
        };
        cells.text(x, y, glyph, node.style.patch(node.mark));
        cells.note((x, y), (FOLDED, 1), spot);
    }
}

/// Name and value of a neuron with its map at a place.
fn mapped(cells: &mut Cells<'_, '_>, (x, y): (u16, u16), tile: Tile, node: &Node) {
    let middle = y + (tile.height - 1) / 2;
    if tile.above_words {
        let value = cells.scene.value(node, 5);
        cells.text(x, y + tile.height, &node.name, node.style);
        let room = usize::from(WORDS - 1).saturating_sub(text::width(&node.name));
        let x = x + text::width(&node.name) as u16;
        cells.text(x, y + tile.height, &text::pad_left(&value, room), node.style.patch(node.mark));
    } else {
        cells.face((x + tile.width + 1, middle), 6, node);
        if tile.height > 1 {
            cells.text(x + tile.width + 1, middle + 1, &node.name, cells.context.theme.muted);
        }
    }
}

/// The weight of each neuron towards σ and what flows there, gathered by one line.
fn pills(cells: &mut Cells<'_, '_>, places: &Lanes) {
    let column = &places.columns[1];
    let rows: Vec<u16> = (0..cells.scene.network.layer(1).inputs).map(|input| column.row(input)).collect();
    for (input, &y) in rows.iter().enumerate() {
        let end = cells.pill((column.end(), y), 3, (1, 0, input));
        cells.flow((end + 1, y), FLOW, (1, 0, input));
    }
    cells.gather(column.end() + PILLS, &rows, places.middle, cells.context.theme.muted);
}

/// The parameter pointed at, on its line where that enters the neuron.
fn pointed_number(cells: &mut Cells<'_, '_>, places: &Lanes) {
    let Some((layer, neuron)) = pointed(cells.scene).filter(|(layer, _)| *layer < places.fans.len()) else { return };
    let theme = *cells.context.theme;
    let (Spot::Weight { input, .. } | Spot::Product { input, .. }) = cells.scene.pointed else { return };
    let edge = cells.scene.edge(layer, neuron, input);
    let (end, y) = places.end(layer, neuron);
    let room = usize::from(places.fans[layer].saturating_sub(2)).min(7);
    let pill = format!("[{}]", cells.scene.weight(edge, 4, room).trim_start());
    let role = if edge.is_bias { theme.bias } else { theme.weight };
    let x = end.saturating_sub(text::width(&pill) as u16);
    cells.text(x, y, &pill, role.patch(theme.pointer));
}

fn foot(cells: &mut Cells<'_, '_>, drawn: &[(usize, usize)]) {
    let mut notes = cells.scene.notes.clone();
    if let Some(word) = cells.scene.strongest
        && drawn.iter().any(|(shown, all)| shown < all)
    {
        let counts: Vec<String> = drawn.iter().map(|(shown, all)| format!("{shown}/{all}")).collect();
        notes.push(cells.context.fill(word, &[counts.join(", ")]));
    }
    // Whole parts only, the later ones first to stay.
    let ends = (0..notes.len()).map(|from| notes[from..].join(" · "));
    let fits = |words: &String| text::width(words) <= usize::from(cells.area.width);
    let sentence = ends.into_iter().find(fits).unwrap_or_default();
    let y = cells.area.height.saturating_sub(1);
    let style = cells.context.theme.muted;
    cells.text(0, y, &sentence, style);
}
