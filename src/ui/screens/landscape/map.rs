//! One map: bands of the loss, contour by contour, and what stands on it, with axes and the largest stable
//! learning rate below.

use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::names;
use crate::analysis::landscape::{Bands, Grid, Plane};
use crate::app::landscape::Choice;
use crate::app::landscape::map::{Bends, Kind, Map};
use crate::app::landscape::twin::NoTwin;
use crate::app::recipe_form::show;
use crate::app::words::landscape as words;
use crate::app::{Panel, Target};
use crate::training::{Run, Scaling};
use crate::ui::context::Context;
use crate::ui::widgets::heat_map::{self, Height};
use crate::ui::widgets::panel::Panel as Frame;
use crate::ui::{numbers, text};

/// From this condition number on a valley is called a ravine.
const RAVINE: f64 = 100.0;
/// Cells of the labels left of a map, with a blank.
const LABELS: u16 = 7;

/// The glyph of the probe.
pub const PROBE: &str = "×";

/// The glyph of something on a map.
pub const fn glyph(kind: Kind) -> &'static str {
    match kind {
        Kind::Path => "∘",
        Kind::Start => "0",
        Kind::Published => "P",
        Kind::Best => "✧",
        Kind::Now => "●",
    }
}

/// Its frame: what it is of on the left, what is held on the right.
pub fn frame<'a>(context: &Context<'a>, panel: Panel) -> Frame<'a> {
    let app = context.app;
    let Some(run) = names::run_of(app, panel) else {
        return Frame::new(context.theme, context.say(words::BESIDE));
    };
    let map = app.landscape.map(panel);
    let condition = map.and_then(Map::bends).and_then(|bends| bends.condition);
    let title = match (run.recipe().scaling, condition) {
        (Scaling::None, Some(condition)) if condition >= RAVINE => words::RAVINE,
        (Scaling::Standard, Some(condition)) if condition < RAVINE => words::BOWL,
        (Scaling::None, _) => words::RAW,
        (Scaling::Standard, _) => words::SCALED,
    };
    let mut info = map.map_or_else(String::new, |map| held(context, map));
    if app.landscape.zoom() > 0 {
        let times = 1_u32 << app.landscape.zoom();
        let times = context.fill(words::MAGNIFIED, &[times.to_string()]);
        info = format!("{info} · {times}");
    }
    Frame::new(context.theme, context.say(title)).info(info)
}

/// What is held and what not: `slice at b −0.0012`.
fn held(context: &Context<'_>, map: &Map) -> String {
    let app = context.app;
    let count = app.network().parameters().len();
    let choice = app.landscape.choice(app.network(), app.spot);
    if app.landscape.best() && map.has_best() {
        return context.say(words::AT_BEST).to_owned();
    }
    match (choice, map.plane()) {
        (Choice::Parameters(a, b), Some(plane)) if count == 3 => {
            let other = 3 - a - b;
            let value = numbers::fixed(plane.base()[other], 4, 7);
            let held = format!("{} {value}", names::parameter(app, other));
            context.fill(words::SLICE, &[held])
        }
        (Choice::Parameters(..), _) if count > 2 => {
            context.fill(words::SLICE_OTHERS, &[(count - 2).to_string()])
        }
        (Choice::Parameters(..), _) => String::new(),
        (Choice::Random, _) => {
            let seed = app.run().recipe().seed.to_string();
            context.fill(words::RANDOM_AXES, &[seed])
        }
        (Choice::Principal, _) => context.say(words::PRINCIPAL_AXES).to_owned(),
    }
}

/// Its content.
pub fn draw(context: &mut Context<'_>, panel: Panel, inner: Rect) {
    let app = context.app;
    let why = match app.landscape.twin() {
        Some(Err(NoTwin::NothingToScale)) if panel == Panel::Beside => {
            Some(words::NOTHING_TO_SCALE)
        }
        Some(Err(NoTwin::CannotBegin)) if panel == Panel::Beside => Some(words::CANNOT_BEGIN),
        _ => None,
    };
    let map = app.landscape.map(panel);
    let ready = map.and_then(|map| Some((map, map.plane()?)));
    let (Some((map, plane)), None) = (ready, why) else {
        let choice = app.landscape.choice(app.network(), app.spot);
        let word = match (why, choice) {
            (Some(why), _) => why,
            (None, Choice::Principal) if map.is_some() => words::NO_PATH,
            (None, _) => words::COMPUTING,
        };
        // The map is noted all the same: it is begun once its size is known.
        note_map(context, panel, inner);
        let said = context.say(word);
        let muted = context.theme.muted;
        let room = usize::from(inner.width.saturating_sub(4));
        let lines = text::wrap(said, room);
        let top = (inner.height.saturating_sub(lines.len() as u16)) / 2;
        let mut pen = context.pen(inner);
        for (row, line) in lines.iter().enumerate() {
            pen.centred(top + row as u16, line, muted);
        }
        return;
    };
    let area = map_area(inner);
    axes(context, map, plane, inner, area);
    limit(context, panel, map.bends(), inner);
    note_map(context, panel, inner);
    if cells(context, map, plane, area) {
        marks(context, panel, map, plane, area);
    }
}

/// Where in a panel the map itself stands: below the upper axis' name, above the other's and the limit.
const fn map_area(inner: Rect) -> Rect {
    Rect {
        x: inner.x + LABELS,
        y: inner.y + 1,
        width: inner.width.saturating_sub(LABELS),
        height: inner.height.saturating_sub(3),
    }
}

fn note_map(context: &mut Context<'_>, panel: Panel, inner: Rect) {
    let per_cell = context.theme.heat.per_cell();
    context.note(map_area(inner), Target::LossMap { panel, per_cell });
}

fn axes(context: &mut Context<'_>, map: &Map, plane: &Plane, inner: Rect, area: Rect) {
    let theme = *context.theme;
    let [across, up] = names::axes(context.app, map);
    let name_style = |axis| {
        if names::is_pointed_at(context.app, axis) {
            theme.pointer
        } else {
            theme.text
        }
    };
    let styles = [name_style(0), name_style(1)];
    let label = |value: f64, decimals: usize| {
        let width = usize::from(LABELS - 1);
        numbers::fixed(value, decimals, width)
    };
    let decimals = names::decimals(plane.up);
    let rows = area.height;
    let mut pen = context.pen(inner);
    let end = pen.text(LABELS, 0, "↑ ", theme.muted);
    pen.text(end, 0, &up, styles[1]);
    for (row, value) in [
        (0, plane.up.to),
        (rows / 2, plane.up.middle()),
        (rows - 1, plane.up.from),
    ] {
        pen.text(0, 1 + row, &label(value, decimals), theme.muted);
    }
    let below = 1 + rows;
    let decimals = names::decimals(plane.across);
    let from = numbers::decimal(plane.across.from, decimals);
    let to = numbers::decimal(plane.across.to, decimals);
    pen.text(LABELS, below, &from, theme.muted);
    pen.right(below, 0, &to, theme.muted);
    let name = format!("→ {across}");
    let room = usize::from(area.width).saturating_sub(from.len() + to.len() + 2);
    let name = text::cut(&name, room);
    let x = LABELS + (area.width.saturating_sub(text::width(&name) as u16)) / 2;
    let arrow = pen.text(x, below, "→ ", theme.muted);
    pen.text(arrow, below, name.trim_start_matches("→ "), styles[0]);
}

/// `lr 0.005, limit 0.007586 at epoch 50 · condition 8814`; the epoch, which stands in the foot as well,
/// gives way first.
fn limit(context: &mut Context<'_>, panel: Panel, bends: Option<Bends>, inner: Rect) {
    let room = usize::from(inner.width.saturating_sub(2));
    let line = if let Some(bends) = bends {
        let is_now = names::run_of(context.app, panel).map(Run::epoch) == Some(bends.epoch);
        let long = bends_line(context, panel, bends, true);
        if is_now && text::line_width(&long) > room {
            bends_line(context, panel, bends, false)
        } else {
            long
        }
    } else {
        let rate = names::run_of(context.app, panel).map(Run::learning_rate);
        let rate = rate.map_or_else(String::new, show::number);
        Line::styled(
            context.fill(words::LIMIT_LATER, &[rate]),
            context.theme.muted,
        )
    };
    let line = text::cut_line(&line, room);
    context.pen(inner).line(1, inner.height - 1, &line);
}

fn bends_line(context: &Context<'_>, panel: Panel, bends: Bends, dated: bool) -> Line<'static> {
    let theme = *context.theme;
    let rate = show::number(bends.rate);
    let (words, style) = match bends.limit {
        Some(limit) => {
            let over = bends.rate > limit;
            let word = match (over, dated) {
                (true, true) => words::OVER_LIMIT,
                (true, false) => words::OVER_LIMIT_BRIEF,
                (false, true) => words::LIMIT,
                (false, false) => words::LIMIT_BRIEF,
            };
            let epoch = match (panel, context.app.landscape.twin()) {
                // The twin's epochs count from where it began.
                (Panel::Beside, Some(Ok(twin))) => twin.start() + bends.epoch,
                _ => bends.epoch,
            };
            let said = context.fill(word, &[rate, significant(limit), epoch.to_string()]);
            (said, if over { theme.notice } else { theme.text })
        }
        None if bends.has_limit => (context.fill(words::LIMIT_CONCAVE, &[rate]), theme.muted),
        None => (context.fill(words::LIMIT_NONE, &[rate]), theme.muted),
    };
    let condition = bends.condition.map(|condition| {
        let decimals = if condition < 100.0 { 2 } else { 0 };
        let shown = numbers::decimal(condition, decimals);
        context.fill(words::CONDITION, &[shown])
    });
    let mut spans = vec![Span::styled(words, style)];
    if let Some(condition) = condition {
        spans.push(Span::styled(" · ", theme.muted));
        spans.push(Span::styled(condition, theme.text));
    }
    Line::from(spans)
}

/// A positive number with four digits that count: `0.007586`, `6.811`.
fn significant(value: f64) -> String {
    let (mut decimals, mut size) = (3, value);
    while size < 1.0 && decimals < 12 {
        size *= 10.0;
        decimals += 1;
    }
    while size >= 10.0 && decimals > 0 {
        size /= 10.0;
        decimals -= 1;
    }
    numbers::decimal(value, decimals)
}

/// The grid to draw: that of these axes, whatever stretch of them it was computed for.
fn fitting<'a>(context: &Context<'_>, map: &'a Map, plane: &Plane) -> Option<&'a Grid> {
    let best = context.app.landscape.best() && map.has_best();
    map.grid()
        .filter(|grid| grid.plane.axes() == plane.axes() && grid.best == best)
}

/// Draws the losses, or says that the first of them are being computed: then there is nothing to mark yet.
fn cells(context: &mut Context<'_>, map: &Map, plane: &Plane, area: Rect) -> bool {
    let (Some(bands), Some(grid)) = (context.app.landscape.bands(), fitting(context, map, plane))
    else {
        let said = context.say(words::COMPUTING);
        let muted = context.theme.muted;
        context.pen(area).centred(area.height / 2, said, muted);
        return false;
    };
    let columns = usize::from(area.width);
    let lines = usize::from(area.height * context.theme.heat.per_cell());
    // Drawn from above; a cell more on each side lets the outer ones see whether they are an edge.
    let band = |x: usize, y: usize| -> Option<usize> {
        let place = [
            plane.across.cell(x, columns),
            plane.up.cell(lines - 1 - y, lines),
        ];
        grid.value_at(place).map(|loss| bands.of(loss))
    };
    let known: Vec<Option<usize>> = (0..lines)
        .flat_map(|y| (0..columns).map(move |x| (x, y)))
        .map(|(x, y)| band(x, y))
        .collect();
    let at = |x: usize, y: usize| known.get(y * columns + x).copied().flatten();
    heat_map::draw_bands(context.theme, area, context.buf, |x, y| {
        let (x, y) = (usize::from(x), usize::from(y));
        let band = at(x, y)?;
        let beside = [
            (x > 0).then(|| at(x - 1, y)),
            (x + 1 < columns).then(|| at(x + 1, y)),
            (y > 0).then(|| at(x, y - 1)),
            (y + 1 < lines).then(|| at(x, y + 1)),
        ];
        let edge = beside
            .into_iter()
            .flatten()
            .flatten()
            .any(|other| other < band);
        Some(Height {
            band,
            of: Bands::COUNT,
            edge,
        })
    });
    true
}

fn marks(context: &mut Context<'_>, panel: Panel, map: &Map, plane: &Plane, area: Rect) {
    let theme = *context.theme;
    let best = context.app.landscape.best() && map.has_best();
    for mark in map.marks() {
        let Some(at) = position(plane, mark.place, area) else {
            continue;
        };
        let style = match mark.kind {
            Kind::Path => theme.text,
            Kind::Now => theme.here.add_modifier(Modifier::BOLD),
            // What only stands above or below the slice is drawn thin.
            Kind::Start | Kind::Published | Kind::Best if mark.on || best => {
                theme.here.add_modifier(Modifier::BOLD)
            }
            Kind::Start | Kind::Published | Kind::Best => plain(theme.text),
        };
        heat_map::mark(context.buf, at, glyph(mark.kind), style);
    }
    if let Some((on, place)) = context.app.landscape.probe()
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
    Some(Position::new(
        area.x + column,
        area.y + area.height - 1 - row,
    ))
}
