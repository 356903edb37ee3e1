//! What stands on a map: the path, the steepest way down, the networks of note and the probe.

use ratatui::layout::Position;
use ratatui::style::Modifier;

use crate::analysis::landscape::Plane;
use crate::app::LandscapePanel;
use crate::app::screens::landscape::map::{Landmark, Map};
use crate::ui::prelude::*;
use crate::ui::screens::landscape::relief;
use crate::ui::widgets::heat_map;

/// The glyph of the probe.
pub(in crate::ui) const PROBE: &str = "×";

/// The glyph of something on a map.
pub const fn glyph(kind: Landmark) -> &'static str {
    match kind {
        Landmark::Start => "0",
        Landmark::Published => "◇",
        Landmark::Best => "✧",
        Landmark::Now => "●",
    }
}

/// Draws them.
pub fn draw(context: &mut Context<'_>, panel: LandscapePanel, map: &Map, plane: &Plane, area: Rect) {
    let theme = *context.theme;
    heat_map::trail(area, context.buf, relief::trail(map, plane).into_iter(), [theme.muted, theme.here]);
    let probe = context.app.screens.landscape.seen(&context.app.core).probe();
    let probe = probe.filter(|(on, _)| *on == panel).map(|(_, place)| place);
    downhill(context, map, plane, area);
    let best = context.app.screens.landscape.seen(&context.app.core).best() && map.has_best();
    for mark in map.marks() {
        let Some(at) = position(plane, mark.place, area) else {
            continue;
        };
        let style = match mark.kind {
            Landmark::Now => theme.here.add_modifier(Modifier::BOLD),
            // What only stands above or below the slice is drawn thin.
            Landmark::Start | Landmark::Published | Landmark::Best if mark.on || best => {
                theme.here.add_modifier(Modifier::BOLD)
            }
            Landmark::Start | Landmark::Published | Landmark::Best => plain(theme.text),
        };
        heat_map::mark(context.buf, at, glyph(mark.kind), style);
    }
    if let Some(at) = probe.and_then(|place| position(plane, place, area)) {
        heat_map::mark(context.buf, at, PROBE, theme.pointer);
    }
}

/// The steepest way down from the probe, or from where the network is; where the loss falls for less than a cell only the
/// head, beside it.
fn downhill(context: &mut Context<'_>, map: &Map, plane: &Plane, area: Rect) {
    let theme = context.theme;
    let shape = [f64::from(area.width), 2.0 * f64::from(area.height)];
    let Some((piece, head)) = map.descent().and_then(|descent| relief::downhill(plane, descent, shape)) else {
        return;
    };
    let [Some(from), Some(end)] = piece.map(|at| cell_of(at, area)) else { return };
    let cells = [piece[1][0] - piece[0][0], piece[1][1] - piece[0][1]];
    let is_short = cells[0].abs() * f64::from(area.width) < 1.0 && cells[1].abs() * f64::from(area.height) < 1.0;
    let at = if is_short {
        let [right, up] = relief::step_of(head);
        let [x, y] = [i32::from(from.x) + right, i32::from(from.y) - up].map(|cell| cell.max(0) as u16);
        Position::new(x, y)
    } else {
        heat_map::trail(area, context.buf, [(piece, 1.0)].into_iter(), [theme.here; 2]);
        end
    };
    if area.contains(at) {
        heat_map::mark(context.buf, at, head, theme.here.add_modifier(Modifier::BOLD));
    }
}

fn plain(style: Style) -> Style {
    style.remove_modifier(Modifier::BOLD)
}

/// The cell of a place on the map, if it is there.
fn position(plane: &Plane, place: [f64; 2], area: Rect) -> Option<Position> {
    cell_of(relief::share(plane, place), area)
}

fn cell_of([x, y]: [f64; 2], area: Rect) -> Option<Position> {
    let cell = |share: f64, count: u16| {
        let at = (share * f64::from(count)).floor();
        (at >= 0.0 && at < f64::from(count)).then_some(at as u16)
    };
    let (column, row) = (cell(x, area.width)?, cell(y, area.height)?);
    Some(Position::new(area.x + column, area.y + area.height - 1 - row))
}
