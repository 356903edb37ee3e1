//! A deep network with a row a neuron and the strongest lines between the layers; a layer with more neurons
//! than rows is folded to one glyph a neuron, as high as its value.

use super::cells::{Cells, FLOW, OUTPUT, OUTPUT_ROWS, PILL, SHAPE};
use super::model::{Node, Scene, Way};
use crate::app::core::pointer::Spot;
use crate::explain::words::network as words;
use crate::nn::Network;
use crate::ui::text;

/// Cells of an input: its name and the value that goes in.
const INPUT: u16 = 17;
/// Cells of an open neuron: shape and six digits …
const LEAST_OPEN: u16 = SHAPE + 6 + 1;
/// … and of one that is folded.
const FOLDED: u16 = 2;
/// Cells of a layer's pills towards σ, with what flows there.
const PILLS: u16 = PILL + 1 + FLOW + 1;
const LEAST_FAN: u16 = 5;
const MOST_FAN: u16 = 14;
/// A fan that holds the number pointed at: `[−0.13]`.
const POINTED_FAN: u16 = 7;
/// Of more lines than this between two layers only the strongest are drawn …
const CROWD: usize = 27;
/// … namely this many.
const STRONGEST: usize = 10;

/// Heights of a folded neuron.
const BLOCKS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// The rows that show every neuron: a heading, the widest column, what is not drawn.
pub fn height(network: &Network) -> u16 {
    let inputs = network.layer(0).inputs + 1;
    let widest = network.layers().map(|layer| layer.outputs).max().unwrap_or(1).max(inputs);
    (widest.min(16) as u16 + 2).max(OUTPUT_ROWS + 2)
}

/// Where a column stands: the inputs, or a layer.
struct Lane {
    x: u16,
    width: u16,
    /// Nodes in each row; 1 when it is open.
    per_row: usize,
    /// The first node's row.
    top: u16,
    /// Rows from one to the next: few nodes stand apart, so that their lines can be told apart.
    pitch: u16,
    /// Rows there are; what comes after gathers in the last.
    rows: usize,
}

impl Lane {
    fn new(x: u16, (width, per_row): (u16, usize), count: usize, height: u16) -> Self {
        let room = height.saturating_sub(2).max(1);
        let used = count.div_ceil(per_row) as u16;
        if used > room {
            // Inputs keep a row each as long as the panel has rows at all, also the heading's.
            return Self { x, width, per_row, top: 0, pitch: 1, rows: usize::from(height.max(2) - 1) };
        }
        let pitch = (room / used).clamp(1, 3);
        let top = 1 + room.saturating_sub((used - 1) * pitch + 1) / 2;
        Self { x, width, per_row, top, pitch, rows: usize::from(used) }
    }

    fn row(&self, place: usize) -> u16 {
        self.top + (place / self.per_row).min(self.rows - 1) as u16 * self.pitch
    }

    const fn end(&self) -> u16 {
        self.x + self.width
    }

    const fn is_open(&self) -> bool {
        self.per_row == 1 && self.width >= LEAST_OPEN
    }
}

/// Where everything stands.
struct Lanes {
    /// The inputs, then the hidden layers.
    columns: Vec<Lane>,
    /// The cells of the lines before each layer; none before the last where it has pills.
    fans: Vec<u16>,
    output: u16,
    middle: u16,
}

impl Lanes {
    fn of(scene: &Scene<'_>, (width, height): (u16, u16)) -> Self {
        let network = scene.network;
        let hidden = network.depth() - 1;
        let rows = usize::from(height.saturating_sub(2)).max(1);
        let has_pills = hidden == 1
            && network.layer(0).outputs <= rows
            && width >= INPUT + LEAST_FAN + LEAST_OPEN + PILLS + 1 + OUTPUT;
        let mut fans = vec![LEAST_FAN; hidden + usize::from(!has_pills)];
        if let Some(fan) = pointed(scene).and_then(|(layer, _)| fans.get_mut(layer)) {
            *fan = POINTED_FAN;
        }
        let right = OUTPUT + if has_pills { PILLS + 1 } else { 0 };
        let room = width.saturating_sub(INPUT + right + fans.iter().sum::<u16>());
        let focus = scene.pointed.neuron().map_or(0, |(layer, _)| layer).min(hidden - 1);
        let most = SHAPE + digits(scene.way) + 1 + bar_cells(scene.way);
        let mut widths: Vec<(u16, usize)> = (0..hidden)
            .map(|layer| match network.layer(layer).outputs.div_ceil(rows) {
                1 => (most, 1),
                per_row => (per_row as u16 * FOLDED, per_row),
            })
            .collect();
        // Where they do not all fit, bars and decimals give way first, then the digits of the layers not pointed at.
        let total = |widths: &[(u16, usize)]| widths.iter().map(|&(width, _)| width).sum::<u16>();
        let open = |&(_, per_row): &(u16, usize)| per_row == 1;
        let folded = total(&widths) - most * widths.iter().filter(|width| open(width)).count() as u16;
        let each = room.saturating_sub(folded) / widths.iter().filter(|width| open(width)).count().max(1) as u16;
        for (width, _) in widths.iter_mut().filter(|width| open(width)) {
            *width = each.clamp(LEAST_OPEN, most);
        }
        for layer in (0..hidden).filter(|&layer| layer != focus) {
            if total(&widths) > room && widths[layer].1 == 1 {
                widths[layer].0 = FOLDED;
            }
        }
        let more = room.saturating_sub(total(&widths)) / fans.len() as u16;
        for fan in &mut fans {
            *fan = (*fan + more).min(MOST_FAN);
        }
        let mut columns = vec![Lane::new(0, (INPUT, 1), network.layer(0).inputs + 1, height)];
        for (layer, &width) in widths.iter().enumerate() {
            let x = columns[layer].end() + fans[layer];
            columns.push(Lane::new(x, width, network.layer(layer).outputs, height));
        }
        let output = columns[hidden].end() + if has_pills { PILLS + 1 } else { fans[hidden] };
        Self { columns, fans, output, middle: (height / 2).clamp(2, height.saturating_sub(5).max(2)) }
    }

    /// Where the lines into a neuron end.
    fn end(&self, layer: usize, neuron: usize) -> (u16, u16) {
        self.columns.get(layer + 1).map_or((self.output, self.middle), |column| (column.x, column.row(neuron)))
    }
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

/// Draws it, with a last line that says what is not drawn.
pub fn draw(cells: &mut Cells<'_, '_>) {
    let places = Lanes::of(cells.scene, (cells.area.width, cells.area.height));
    let most = |all: usize| if all > CROWD { STRONGEST } else { all };
    let mut drawn = Vec::new();
    for (layer, &fan) in places.fans.iter().enumerate() {
        let from = &places.columns[layer];
        let place = |neuron: usize, input: usize| (from.row(input), places.end(layer, neuron).1);
        drawn.push(cells.fan((from.end(), fan), layer, most, place));
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
    cells.output(places.output, places.middle);
    pointed_number(cells, &places);
    foot(cells, &drawn);
}

fn inputs(cells: &mut Cells<'_, '_>, column: &Lane) {
    let style = cells.context.theme.muted;
    let count = cells.scene.columns[0].len();
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
        let over = (text::width(&heading) as u16).saturating_sub(column.width) / 2;
        let x = column.x.saturating_sub(if column.is_open() { 0 } else { over });
        if x >= from {
            return cells.text(x, 0, &heading, style) + 1;
        }
    }
    from
}

fn hidden(cells: &mut Cells<'_, '_>, column: &Lane, node: &Node, (layer, neuron): (usize, usize)) {
    let (x, y) = (column.x + (neuron % column.per_row) as u16 * FOLDED, column.row(neuron));
    let share = node.share.unwrap_or_default();
    let spot = Spot::Activation { layer, neuron };
    if column.is_open() {
        let way = cells.scene.way;
        let bar = bar_cells(way).min(column.width - LEAST_OPEN);
        cells.face((column.x, y), column.width - bar - SHAPE - 1, node);
        if !node.is_off {
            let theme = cells.context.theme;
            let style = if share < 0.0 { theme.minus } else { theme.plus };
            let length = (share.abs() * f64::from(bar)).round() as usize;
            cells.text(column.end() - bar, y, &"▪".repeat(length), style);
        }
        cells.note((column.x, y), (column.width, 1), spot);
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
