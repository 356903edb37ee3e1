//! What stands around a map: the names of its axes, round numbers along them, and whether they matter.

use crate::analysis::landscape::Plane;
use crate::app::LandscapePanel;
use crate::app::screens::landscape::map::Map;
use crate::explain::words::landscape as words;
use crate::ui::prelude::*;
use crate::ui::screens::landscape::names;

/// The fewest rows from one number to the next, and the fewest columns.
const ROWS_APART: f64 = 3.0;
const COLUMNS_APART: f64 = 8.0;

/// Cells of the labels left of a map, with a blank.
pub(super) const LABELS: u16 = 7;

/// Draws the axes of a map in `area`, which stands in `inner`.
pub fn draw(context: &mut Context<'_>, panel: LandscapePanel, map: &Map, plane: &Plane, inner: Rect, area: Rect) {
    let (app, theme) = (context.app, context.theme);
    let [across_titles, up_titles] = names::axis_titles(app, map);
    let name = |axis, arrow: &'static str, name: String| {
        let style = if names::is_pointed_at(app, axis) { theme.pointer } else { theme.text };
        Line::from_iter([Span::styled(arrow, theme.muted), Span::styled(name, style)])
    };
    let room = usize::from(area.width);
    let shortest = up_titles.last().map_or(0, |name| text::width(name));
    let wanted = hardly(context, map).or_else(|| own_scale(context, panel));
    let said = wanted.into_iter().flatten().find(|said| shortest + text::width(said) + 4 <= room).unwrap_or_default();
    let left = room.saturating_sub(2 + text::width(&said) + 2 * usize::from(!said.is_empty()));
    let up = name(1, "↑ ", fitting(&up_titles, left));
    let beside = inner.from(LABELS);
    context.line(beside, up);
    context.text_at_right(beside, said, theme.muted);
    let rows = usize::from(area.height);
    let (ticks, decimals) = plane.up.ticks(rows, ROWS_APART);
    for value in ticks {
        let row = ((1.0 - plane.up.share(value)) * rows as f64).clamp(0.0, (rows - 1) as f64) as u16;
        context.text(inner.below(1 + row), numbers::fixed(value, decimals, usize::from(LABELS - 1)), theme.muted);
    }
    let below = beside.below(1 + area.height).row(0);
    let (ticks, decimals) = plane.across.ticks(room, COLUMNS_APART);
    let labels: Vec<(u16, String)> = ticks
        .into_iter()
        .map(|value| {
            let label = numbers::decimal(value, decimals);
            let column = (plane.across.share(value) * room as f64) as u16;
            (column.saturating_sub(text::width(&label) as u16 / 2), label)
        })
        .collect();
    // A word, not a number, so the name keeps a blank before the border.
    let name_at = |name: &str| below.width.saturating_sub(text::width(name) as u16 + 3);
    let is_free = |(start, label): &&(u16, String), name: &str| start + (text::width(label) as u16) < name_at(name);
    // Without two numbers an axis says little.
    let suits = |name: &&String| {
        text::width(name) + 2 <= room / 2 && labels.iter().filter(|label| is_free(label, name)).count() >= 2
    };
    let across = across_titles.iter().find(suits).or(across_titles.last());
    let across = text::cut(across.map_or("", String::as_str), room / 2).into_owned();
    for (start, label) in labels.iter().filter(|label| is_free(label, &across)) {
        context.text(below.from(*start), label, theme.muted);
    }
    context.line(below.from(name_at(&across)), name(0, "→ ", across));
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

/// Between which losses the colours of this map lie, where another map beside it has others.
fn own_scale(context: &Context<'_>, panel: LandscapePanel) -> Option<Vec<String>> {
    let seen = context.app.screens.landscape.seen(&context.app.core);
    seen.map(LandscapePanel::Beside)?;
    let (low, high) = seen.scale(panel)?.ends();
    let long = context.fill(words::OWN_SCALE, &[low, high].map(|loss| names::short(loss, 2)));
    Some(vec![long, context.say(words::OWN_SCALE_BRIEF).to_owned()])
}
