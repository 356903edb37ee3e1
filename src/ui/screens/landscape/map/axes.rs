//! What stands around a map: the names of its axes, the ends of their stretches, and whether they matter.

use ratatui::layout::Rect;

use super::LABELS;
use crate::analysis::landscape::Plane;
use crate::app::LandscapePanel;
use crate::app::screens::landscape::map::Map;
use crate::explain::numbers;
use crate::explain::words::landscape as words;
use crate::ui::context::Context;
use crate::ui::screens::landscape::names;
use crate::ui::text;

/// Draws the axes of a map in `area`, which stands in `inner`.
pub fn draw(context: &mut Context<'_>, panel: LandscapePanel, map: &Map, plane: &Plane, inner: Rect, area: Rect) {
    let theme = *context.theme;
    let [across_titles, up_titles] = names::titles(context.app, map);
    let name_style = |axis| {
        if names::is_pointed_at(context.app, axis) { theme.pointer } else { theme.text }
    };
    let styles = [name_style(0), name_style(1)];
    let decimals = names::decimals(plane.up);
    let rows = area.height;
    let room = usize::from(area.width);
    let name = up_titles.last().map_or(0, |name| text::width(name));
    let wanted = hardly(context, map).or_else(|| own_scale(context, panel));
    let said = wanted.into_iter().flatten();
    let said = said.into_iter().find(|said| name + text::width(said) + 4 <= room);
    let said = said.unwrap_or_default();
    let left = room.saturating_sub(2 + text::width(&said) + 2 * usize::from(!said.is_empty()));
    let mut pen = context.pen(inner);
    let end = pen.text(LABELS, 0, "↑ ", theme.muted);
    pen.text(end, 0, &fitting(&up_titles, left), styles[1]);
    pen.right(0, 0, &said, theme.muted);
    for (row, value) in [(0, plane.up.to), (rows / 2, plane.up.middle()), (rows - 1, plane.up.from)] {
        let label = numbers::fixed(value, decimals, usize::from(LABELS - 1));
        pen.text(0, 1 + row, &label, theme.muted);
    }
    let below = 1 + rows;
    let decimals = names::decimals(plane.across);
    let from = numbers::decimal(plane.across.from, decimals);
    let to = numbers::decimal(plane.across.to, decimals);
    pen.text(LABELS, below, &from, theme.muted);
    pen.right(below, 0, &to, theme.muted);
    let name = fitting(&across_titles, room.saturating_sub(from.len() + to.len() + 4));
    let x = LABELS + (area.width.saturating_sub(2 + text::width(&name) as u16)) / 2;
    let arrow = pen.text(x, below, "→ ", theme.muted);
    pen.text(arrow, below, &name, styles[0]);
}

/// The longest of these names that fits; the shortest is cut where none does.
fn fitting(names: &[String], room: usize) -> String {
    let fits = names.iter().find(|name| text::width(name) <= room);
    let last = fits.or(names.last());
    last.map_or_else(String::new, |name| text::cut(name, room).into_owned())
}

/// That these axes hardly change the loss, with the least and the largest on the map, where that is so; the
/// longest words first.
fn hardly(context: &Context<'_>, map: &Map) -> Option<Vec<String>> {
    /// Less than that is no hill.
    const HILL: f64 = 0.01;
    let (low, high) = map.heights()?.ends()?;
    if context.app.screens.landscape.seen(&context.app.core).zoom() > 0 || high - low >= HILL {
        return None;
    }
    let decimals = if high - low < 2e-4 { 6 } else { 4 };
    let values = [low, high].map(|loss| names::short(loss, decimals));
    let words = [words::HARDLY, words::HARDLY_BRIEF];
    Some(words.map(|word| context.fill(word, &values)).to_vec())
}

/// That the bands of this map are not those of the other one, and between which losses they lie.
fn own_scale(context: &Context<'_>, panel: LandscapePanel) -> Option<Vec<String>> {
    if !context.app.screens.landscape.seen(&context.app.core).has_own_bands() {
        return None;
    }
    let [first, .., last] = names::edges(&context.app.screens.landscape.seen(&context.app.core).bands(panel)?);
    let long = context.fill(words::OWN_SCALE, &[first, last]);
    Some(vec![long, context.say(words::OWN_SCALE_BRIEF).to_owned()])
}
