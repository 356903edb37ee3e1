//! A deep network in columns: a neuron a row with its small map where there is room, and the strongest lines between
//! the layers; a layer with more neurons than rows is folded to one glyph a neuron, as high as its value.

use ratatui::layout::Rect;

use super::cells::{ANSWER, BOX_ROWS, Cells, OUTPUT_ROWS, SHAPE};
use super::lanes::{Lane, Lanes, Pills, pointed};
use super::model::Node;
use super::shapes::{FOLDED, Tile, WORDS, bar_cells, names_in};
use crate::app::core::pointer::Spot;
use crate::explain::words::network as words;
use crate::nn::Network;
use crate::ui::text;

/// A fan so long shows the number pointed at with all decimals.
const LONG: u16 = 14;
/// The cells of a map that the number pointed at may hide.
const MOST_OVER: u16 = 4;
/// A column so wide has a blank after its heading.
const HEADED: u16 = 15;
/// Heights of a folded neuron.
const BLOCKS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// The rows that show every neuron: a heading, the widest column, what is not drawn.
pub fn height(network: &Network) -> u16 {
    let inputs = network.layer(0).inputs + 1;
    let widest = network.layers().map(|layer| layer.outputs).max().unwrap_or(1).max(inputs);
    (widest.min(16) as u16 + 2).max(OUTPUT_ROWS + 2)
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
            hidden(cells, column, places.precision.value, node, (layer, neuron));
        }
    }
    if let Some(form) = places.pills {
        pills(cells, &places, form);
    }
    let end = cells.output((places.output.0, places.middle), places.output.1);
    // As many rows above the middle of σ as below it: there stands the sum.
    let above = end - ANSWER - places.middle;
    if places.pills.is_none() && places.middle > above + 1 {
        output_bias(cells, (places.output.0, places.middle - above - 1));
    }
    pointed_number(cells, &places);
    cells.area = whole;
    // Where the answer reaches the last row, the rest of it belongs to the answer.
    let room = if end < whole.height { whole.width } else { left + places.output.0 - 1 };
    foot(cells, &drawn, room);
}

fn inputs(cells: &mut Cells<'_, '_>, column: &Lane) {
    let style = cells.context.theme.muted;
    let count = cells.scene.columns[0].len();
    if column.shape.block == BOX_ROWS {
        for input in 0..count {
            cells.input((0, column.row(input)), column.shape.width, input);
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
        cells.input_row(y, column.shape.width - 1, input);
    }
}

/// Writes a layer's heading so that it keeps apart from what ends before column `from`; returns its end.
fn heading(cells: &mut Cells<'_, '_>, column: &Lane, layer: usize, from: u16) -> u16 {
    let style = cells.context.theme.muted;
    let values = [(layer + 1).to_string(), cells.scene.columns[layer + 1].len().to_string()];
    for heading in [cells.context.fill(words::LAYER, &values), values.join(" · ")] {
        // Over a folded column it stands in the middle; there are lines to both sides.
        let over = (text::width(&heading) as u16).saturating_sub(column.shape.width) / 2;
        let x = column.x.saturating_sub(if column.is_open() { 0 } else { over });
        if x >= from {
            return cells.text(x, 0, &heading, style) + 1;
        }
    }
    from
}

fn hidden(cells: &mut Cells<'_, '_>, column: &Lane, value: u16, node: &Node, (layer, neuron): (usize, usize)) {
    let per_row = column.shape.per_row;
    let (x, y) = (column.x + (neuron % per_row) as u16 * FOLDED, column.first_row(neuron));
    let share = node.share.unwrap_or_default();
    let spot = Spot::Activation { layer, neuron };
    if let Some(tile) = column.shape.tile {
        if column.pitch == 1 {
            cells.strip((x, y), tile.width, (layer, neuron));
        } else {
            cells.map((x, y), (tile.width, tile.height), (layer, neuron));
        }
        mapped(cells, (x, y), (tile, value), (layer, neuron));
        cells.note((x, y), (column.shape.width, tile.rows()), spot);
    } else if column.is_open() {
        // The value first, then the name, where it has no row of its own, then the shape, then a bar.
        let digits = value.min(column.shape.width - SHAPE - 1);
        let spare = column.shape.width - 1 - digits;
        let muted = cells.context.theme.muted;
        let beside = if column.pitch > 1 { 0 } else { spare };
        let (form, name) = names_in(&cells.scene.columns[layer + 1], beside);
        if column.pitch > 1 {
            cells.text(x + SHAPE, y + 1, &node.name, muted);
        }
        cells.text(x, y, form(&node.name), muted);
        let shape = if name + SHAPE > spare { 0 } else { SHAPE };
        if shape > 0 {
            cells.text(x + name, y, node.shape, node.style);
        }
        cells.value((x + name + shape, y), digits, node);
        let bar = bar_cells(cells.scene.way).min(spare - name - shape);
        if !node.is_off {
            let theme = cells.context.theme;
            let style = theme.push(Some(share));
            let length = (share.abs() * f64::from(bar)).round() as usize;
            cells.text(column.end() - bar, y, &"▪".repeat(length), style);
        }
        cells.note((x, y), (column.shape.width, 1), spot);
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
fn mapped(cells: &mut Cells<'_, '_>, (x, y): (u16, u16), (tile, digits): (Tile, u16), (layer, neuron): (usize, usize)) {
    let muted = cells.context.theme.muted;
    let scene = cells.scene;
    let (column, node) = (&scene.columns[layer + 1], &scene.columns[layer + 1][neuron]);
    let middle = y + (tile.height - 1) / 2;
    if tile.above_words {
        let value = cells.scene.value(node, 5);
        cells.text(x, y + tile.height, &node.name, node.style);
        let room = usize::from(WORDS - 1).saturating_sub(text::width(&node.name));
        let x = x + text::width(&node.name) as u16;
        cells.text(x, y + tile.height, &text::pad_left(&value, room), node.style.patch(node.mark));
    } else if tile.height > 1 {
        let x = x + tile.width + 1;
        cells.text(x, middle, node.shape, node.style);
        cells.text(x + SHAPE, middle, &node.name, muted);
        let value = text::pad_left(&cells.scene.value(node, digits.into()), digits.into());
        cells.text(x, middle + 1, &value, node.style.patch(node.mark));
    } else {
        let (x, (form, name)) = (x + tile.width + 1, names_in(column, tile.names));
        cells.text(x, middle, form(&node.name), muted);
        cells.value((x + name, middle), digits, node);
    }
}

/// Above the sum what is added to it for everybody, where that has no line of its own.
fn output_bias(cells: &mut Cells<'_, '_>, (x, y): (u16, u16)) {
    let layer = cells.scene.network.depth() - 1;
    let input = cells.scene.network.layer(layer).inputs;
    let edge = cells.scene.edge(layer, 0, input);
    let spot = Spot::Weight { layer, neuron: 0, input };
    let style = cells.pointed(spot, cells.context.theme.bias);
    let end = cells.text(x, y, &format!("b {}", cells.scene.weight(edge, 6, 9)), style);
    cells.note((x, y), (end - x, 1), spot);
}

/// The weight of each neuron towards σ and what flows there, gathered by one line.
fn pills(cells: &mut Cells<'_, '_>, places: &Lanes, form: Pills) {
    let column = &places.columns[1];
    let precision = places.precision;
    let neurons = cells.scene.network.layer(1).inputs;
    let mut rows: Vec<u16> = (0..neurons).map(|input| column.row(input)).collect();
    // The bias below them, or where only the last line is left there, above.
    let each = if form.are_above { 2 } else { 1 };
    let below = rows[neurons - 1] + column.shape.block.max(each);
    let bias = if below + each < cells.area.height { Some(below) } else { rows[0].checked_sub(each) };
    rows.extend(bias);
    let (x, heaviest) = (column.end() + form.line, cells.scene.heaviest(1));
    for (input, &y) in rows.iter().enumerate() {
        let edge = cells.scene.edge(1, 0, input);
        if edge.is_bias {
            // In the row of the heading it may have no room of its own.
            if y > 0 || column.shape.width >= HEADED {
                cells.bias_name((x, y));
            }
        } else {
            cells.line((column.end(), x), y, (1, heaviest), edge);
        }
        let end = cells.pill((x, y), precision.decimals.into(), (1, 0, input));
        let flow = if form.are_above { (end - precision.flow - 1, y + 1) } else { (end + 1, y) };
        cells.flow(flow, precision.flow, (1, 0, input));
    }
    let end = column.end() + form.width(precision);
    cells.gather(end, &rows, places.middle, cells.context.theme.muted);
}

/// The parameter pointed at, on its line where that enters the neuron.
fn pointed_number(cells: &mut Cells<'_, '_>, places: &Lanes) {
    let Some((layer, neuron)) = pointed(cells.scene).filter(|(layer, _)| *layer < places.fans.len()) else { return };
    let theme = *cells.context.theme;
    let (Spot::Weight { input, .. } | Spot::Product { input, .. }) = cells.scene.pointed else { return };
    let edge = cells.scene.edge(layer, neuron, input);
    let (end, y) = places.end(layer, neuron);
    // Six decimals where that leaves the line half of its length.
    let fan = places.fans[layer];
    let from = &places.columns[layer];
    let inputs = cells.scene.columns[layer].len();
    // Where no input stands in its row, it may begin before the line does.
    let is_free = layer == 0 && (0..inputs).all(|input| from.row(input).abs_diff(y) > from.shape.block / 2);
    // Else it may end over the neuron's map.
    let over =
        places.columns.get(layer + 1).and_then(|column| column.shape.tile).map_or(0, |tile| tile.width.min(MOST_OVER));
    let (decimals, room) = if fan >= LONG || is_free { (6, 9) } else { (4, (fan + over).saturating_sub(2).min(7)) };
    let pill = format!("[{}]", cells.scene.weight(edge, decimals, room.into()).trim_start());
    let role = if edge.is_bias { theme.bias } else { theme.weight };
    let least = if is_free { 0 } else { from.end() };
    let x = end.saturating_sub(text::width(&pill) as u16).max(least);
    cells.text(x, y, &pill, role.patch(theme.pointer));
}

fn foot(cells: &mut Cells<'_, '_>, drawn: &[(usize, usize)], room: u16) {
    let scene = cells.scene;
    let mut notes = scene.notes.clone();
    if drawn.iter().any(|(shown, all)| shown < all) {
        // What is not known yet chooses no lines.
        for (word, is_known) in [(words::STRONGEST_BY_WEIGHT, false), (scene.strongest, true)] {
            let layers = drawn.iter().enumerate().filter(|(layer, _)| scene.flows_into(*layer) == is_known);
            let counts: Vec<String> = layers.map(|(_, (shown, all))| format!("{shown}/{all}")).collect();
            if !counts.is_empty() {
                notes.push(cells.context.fill(word, &[counts.join(", ")]));
            }
        }
    }
    // Whole parts only, the later ones first to stay.
    let ends = (0..notes.len()).map(|from| notes[from..].join(" · "));
    let fits = |words: &String| text::width(words) <= usize::from(room);
    let sentence = ends.into_iter().find(fits).unwrap_or_default();
    let y = cells.area.height.saturating_sub(1);
    let style = cells.context.theme.muted;
    cells.text(0, y, &sentence, style);
}
