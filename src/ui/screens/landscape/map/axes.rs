//! What stands around a map: the names of its axes, the ends of their stretches, and whether they matter.

use ratatui::layout::Rect;

use super::LABELS;
use crate::analysis::landscape::Plane;
use crate::app::landscape::map::Map;
use crate::app::words::landscape as words;
use crate::ui::context::Context;
use crate::ui::screens::landscape::names;
use crate::ui::{numbers, text};

/// Draws the axes of a map in `area`, which stands in `inner`.
pub fn draw(context: &mut Context<'_>, map: &Map, plane: &Plane, inner: Rect, area: Rect) {
    let theme = *context.theme;
    let [across_titles, up_titles] = names::titles(context.app, map);
    let name_style = |axis| {
        if names::is_pointed_at(context.app, axis) {
            theme.pointer
        } else {
            theme.text
        }
    };
    let styles = [name_style(0), name_style(1)];
    let decimals = names::decimals(plane.up);
    let rows = area.height;
    let room = usize::from(area.width);
    let said = hardly(context, map, room, &up_titles);
    let left = room.saturating_sub(2 + text::width(&said) + 2 * usize::from(!said.is_empty()));
    let mut pen = context.pen(inner);
    let end = pen.text(LABELS, 0, "↑ ", theme.muted);
    pen.text(end, 0, &fitting(&up_titles, left), styles[1]);
    pen.right(0, 0, &said, theme.notice);
    for (row, value) in [
        (0, plane.up.to),
        (rows / 2, plane.up.middle()),
        (rows - 1, plane.up.from),
    ] {
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

/// That these axes hardly change the loss, with the least and the largest on the map, where that is so.
fn hardly(context: &Context<'_>, map: &Map, room: usize, titles: &[String]) -> String {
    /// Less than that is no hill.
    const HILL: f64 = 0.01;
    let ends = map.heights().and_then(|heights| heights.ends());
    let is_whole = context.app.landscape.zoom() == 0;
    let Some((low, high)) = ends.filter(|(low, high)| is_whole && high - low < HILL) else {
        return String::new();
    };
    let decimals = if high - low < 2e-4 { 6 } else { 4 };
    let values = [low, high].map(|loss| {
        let text = numbers::decimal(loss, decimals);
        text.strip_prefix('0').map_or(text.clone(), str::to_owned)
    });
    let name = titles.last().map_or(0, |name| text::width(name));
    [words::HARDLY, words::HARDLY_BRIEF]
        .map(|word| context.fill(word, &values))
        .into_iter()
        .find(|said| name + text::width(said) + 4 <= room)
        .unwrap_or_default()
}
