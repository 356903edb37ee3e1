//! The glyphs on a map: the path, the networks of note and the probe.

use ratatui::layout::Position;
use ratatui::style::Modifier;

use crate::analysis::landscape::Plane;
use crate::app::LandscapePanel;
use crate::app::screens::landscape::map::{Landmark, Map};
use crate::ui::prelude::*;
use crate::ui::widgets::heat_map;

/// The glyph of the probe.
pub(in crate::ui) const PROBE: &str = "×";

/// The glyph of something on a map.
pub const fn glyph(kind: Landmark) -> &'static str {
    match kind {
        Landmark::Path => "∘",
        Landmark::Start => "0",
        Landmark::Published => "◇",
        Landmark::Best => "✧",
        Landmark::Now => "●",
    }
}

/// Draws them.
pub fn draw(context: &mut Context<'_>, panel: LandscapePanel, map: &Map, plane: &Plane, area: Rect) {
    let theme = *context.theme;
    let best = context.app.screens.landscape.seen(&context.app.core).best() && map.has_best();
    for mark in map.marks() {
        let Some(at) = position(plane, mark.place, area) else {
            continue;
        };
        let style = match mark.kind {
            Landmark::Path => theme.text,
            Landmark::Now => theme.here.add_modifier(Modifier::BOLD),
            // What only stands above or below the slice is drawn thin.
            Landmark::Start | Landmark::Published | Landmark::Best if mark.on || best => {
                theme.here.add_modifier(Modifier::BOLD)
            }
            Landmark::Start | Landmark::Published | Landmark::Best => plain(theme.text),
        };
        heat_map::mark(context.buf, at, glyph(mark.kind), style);
    }
    if let Some((on, place)) = context.app.screens.landscape.seen(&context.app.core).probe()
        && on == panel
        && let Some(at) = position(plane, place, area)
    {
        heat_map::mark(context.buf, at, PROBE, theme.pointer);
    }
}

fn plain(style: Style) -> Style {
    style.remove_modifier(Modifier::BOLD)
}

/// The cell of a place on the map, if it is there.
fn position(plane: &Plane, place: [f64; 2], area: Rect) -> Option<Position> {
    let cell = |share: f64, count: u16| {
        let at = (share * f64::from(count)).floor();
        (at >= 0.0 && at < f64::from(count)).then_some(at as u16)
    };
    let column = cell(plane.across.share(place[0]), area.width)?;
    let row = cell(plane.up.share(place[1]), area.height)?;
    Some(Position::new(area.x + column, area.y + area.height - 1 - row))
}
