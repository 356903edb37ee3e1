//! One map: the loss as colours with lines of equal height, and what stands on it, with axes and the largest stable
//! learning rate below.

mod axes;
mod limit;
mod marks;

pub(in crate::ui) use marks::{PROBE, glyph};

use super::names;
use super::relief::{self, Relief};
use crate::analysis::landscape::{Grid, Plane};
use crate::app::LandscapePanel;
use crate::app::LandscapeTarget;
use crate::app::screens::landscape::Choice;
use crate::app::screens::landscape::map::Map;
use crate::app::screens::landscape::twin::NoTwin;
use crate::explain::words::landscape as words;
use crate::ui::prelude::*;
use crate::ui::theme::Ramp;
use crate::ui::widgets::heat_map;

/// Its frame: what it is of on the left, what is held on the right.
pub fn frame<'a>(context: &Context<'a>, panel: LandscapePanel, area: Rect) -> Frame<'a> {
    let app = context.app;
    let Some(run) = names::run_of(app, panel) else {
        return Frame::new(context.theme, context.say(words::BESIDE));
    };
    let map = app.screens.landscape.seen(&app.core).map(panel);
    let mut info = map.map_or_else(String::new, |map| held(context, map));
    if app.screens.landscape.seen(&app.core).zoom() > 0 {
        let times = 1_u32 << app.screens.landscape.seen(&app.core).zoom();
        let times = context.fill(words::MAGNIFIED, &[times.to_string()]);
        info = format!("{times} · {info}");
    }
    // The number stands below as well: it gives way to what is held.
    let [long, short] = names::titles(app, run, map);
    let room = usize::from(area.width.saturating_sub(9));
    let title = if text::width(&long) + text::width(&info) <= room { long } else { short };
    Frame::new(context.theme, title).info(info)
}

/// What is held and what not: `slice at b −0.0012`.
fn held(context: &Context<'_>, map: &Map) -> String {
    let app = context.app;
    let count = app.core.network().parameters().len();
    let choice = app.screens.landscape.seen(&app.core).choice(app.core.network(), app.core.spot());
    if app.screens.landscape.seen(&app.core).best() && map.has_best() {
        return context.say(words::AT_BEST).to_owned();
    }
    match (choice, map.plane()) {
        (Choice::Parameters(a, b), Some(plane)) if count == 3 => {
            let other = 3 - a - b;
            let value = numbers::fixed(plane.base()[other], 4, 7);
            let name = app.core.names().parameter(app.core.network().parameter_at(other));
            let held = format!("{name} {value}");
            context.fill(words::SLICE, &[held])
        }
        (Choice::Parameters(..), _) if count > 2 => context.fill(words::SLICE_OTHERS, &[(count - 2).to_string()]),
        (Choice::Parameters(..), _) => String::new(),
        (Choice::Random, _) => {
            let seed = app.core.run().recipe().seed.to_string();
            context.fill(words::RANDOM_AXES, &[seed])
        }
        (Choice::Principal, _) => context.say(words::PRINCIPAL_AXES).to_owned(),
    }
}

/// Its content.
pub fn draw(context: &mut Context<'_>, panel: LandscapePanel, inner: Rect) {
    let app = context.app;
    let why = match app.screens.landscape.seen(&app.core).twin() {
        Some(Err(NoTwin::NothingToScale)) if panel == LandscapePanel::Beside => Some(words::NOTHING_TO_SCALE),
        Some(Err(NoTwin::CannotBegin)) if panel == LandscapePanel::Beside => Some(words::CANNOT_BEGIN),
        _ => None,
    };
    let map = app.screens.landscape.seen(&app.core).map(panel);
    let ready = map.and_then(|map| Some((map, map.plane()?)));
    let (Some((map, plane)), None) = (ready, why) else {
        let choice = app.screens.landscape.seen(&app.core).choice(app.core.network(), app.core.spot());
        let word = match (why, choice) {
            (Some(why), _) => why,
            (None, Choice::Principal) if map.is_some() => words::NO_PATH,
            (None, _) => words::COMPUTING,
        };
        // The map is noted all the same: it is begun once its size is known.
        note_map(context, panel, inner);
        let room = usize::from(inner.width.saturating_sub(4));
        let lines = text::wrapped(context.say(word), room, context.theme.muted);
        let top = inner.height.saturating_sub(lines.len() as u16) / 2;
        return context.lines(inner.below(top), lines.into_iter().map(Line::centered));
    };
    let area = map_area(inner);
    axes::draw(context, panel, map, plane, inner, area);
    limit::draw(context, panel, map.bends(), inner);
    note_map(context, panel, inner);
    if cells(context, panel, map, plane, area) {
        marks::draw(context, panel, map, plane, area);
    }
}

/// Where in a panel the map itself stands: below the upper axis' name, above the other's and the limit.
const fn map_area(inner: Rect) -> Rect {
    Rect {
        x: inner.x + axes::LABELS,
        y: inner.y + 1,
        width: inner.width.saturating_sub(axes::LABELS),
        height: inner.height.saturating_sub(3),
    }
}

fn note_map(context: &mut Context<'_>, panel: LandscapePanel, inner: Rect) {
    let per_cell = context.theme.heat.per_cell(Ramp::Loss);
    context.note(map_area(inner), LandscapeTarget::LossMap { panel, per_cell });
}

/// The grid to draw: that of these axes, whatever stretch of them it was computed for.
fn fitting<'a>(context: &Context<'_>, map: &'a Map, plane: &Plane) -> Option<&'a Grid> {
    let best = context.app.screens.landscape.seen(&context.app.core).best() && map.has_best();
    map.grid().filter(|grid| grid.plane.axes() == plane.axes() && grid.best == best)
}

/// Draws the losses, or says that the first of them are being computed: then there is nothing to mark yet.
fn cells(context: &mut Context<'_>, panel: LandscapePanel, map: &Map, plane: &Plane, area: Rect) -> bool {
    let theme = context.theme;
    let scale = context.app.screens.landscape.seen(&context.app.core).scale(panel);
    let (Some(scale), Some(grid)) = (scale, fitting(context, map, plane)) else {
        let line = Line::from(Span::styled(context.say(words::COMPUTING), theme.muted));
        context.line(area.below(area.height / 2), line.centered());
        return false;
    };
    let per_cell = theme.heat.per_cell(Ramp::Loss);
    let has_lines = relief::has_lines(theme);
    let levels = relief::levels(theme, &scale, area.height.into());
    let steps = (!has_lines).then_some(&*levels);
    let (columns, lines) = (usize::from(area.width), usize::from(area.height * per_cell));
    heat_map::draw(theme, Ramp::Loss, area, context.buf, |x, y| {
        // Drawn from above.
        let [x, y] = [usize::from(x), lines - 1 - usize::from(y)];
        let loss = grid.value_at([plane.across.cell(x, columns), plane.up.cell(y, lines)])?;
        Some(relief::step(&scale, steps, loss))
    });
    let over = Relief::of(map, plane, grid, &levels, [f64::from(area.width), f64::from(area.height)]);
    for line in over.lines.iter().filter(|_| has_lines) {
        heat_map::contour(area, context.buf, line, (0.0, theme.text));
    }
    for (at, word) in &over.labels {
        heat_map::label(area, context.buf, *at, word, theme.text);
    }
    true
}
