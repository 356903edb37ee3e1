//! Below the maps: both runs compared, the numbers here or under the probe, and what colours and glyphs mean.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{compare, map, names};
use crate::analysis::landscape::{Bands, Plane};
use crate::app::screens::landscape::Choice;
use crate::app::screens::landscape::map::{Kind, Map};
use crate::app::screens::landscape::twin::Twin;
use crate::app::{App, LandscapePanel};
use crate::explain::numbers;
use crate::explain::runs;
use crate::explain::words::landscape as words;
use crate::ui::context::Context;
use crate::ui::text;
use crate::ui::widgets::heat_map::{self, Height};
use crate::ui::widgets::panel::Panel as Frame;

/// Below this width sentences are short.
const BRIEF: u16 = 100;

/// Its frame: the epoch, and whom the losses are over, in at most `room` cells, so that it does not reach
/// over the border between the maps above.
pub fn frame<'a>(context: &Context<'a>, room: u16) -> Frame<'a> {
    let app = context.app;
    let epoch = context.fill(words::EPOCH, &[app.core.run().epoch().to_string()]);
    let people = app.core.run().training_rows().len().to_string();
    let people = context.fill(words::SURFACE, &[people]);
    let counted = runs::people_counted(app.core.settings.language, app.core.run());
    let fits = |info: &String| text::width(info) <= usize::from(room);
    let info = [format!("{people} · {counted}"), counted, people].into_iter().find(fits);
    Frame::new(context.theme, epoch).info(info.unwrap_or_default())
}

/// Its three lines, and where there is room a fourth that explains their words.
pub fn draw(context: &mut Context<'_>, inner: Rect) {
    let brief = inner.width < BRIEF;
    let room = usize::from(inner.width).saturating_sub(2);
    let compared = text::cut_line(&compare::line(context, brief), room);
    let used = text::line_width(&compared) + 3;
    let rules = rules(context).into_iter();
    let rule = rules.flatten().find(|rule| used + text::width(rule) <= room);
    let muted = context.theme.muted;
    let mut pen = context.pen(inner);
    pen.line(1, 0, &compared);
    if let Some(rule) = rule {
        pen.right(0, 1, &rule, muted);
    }
    here(context, inner, room);
    legend(context, inner, brief);
    if inner.height > 3 {
        explain(context, inner, room);
    }
}

/// What the words above mean, as far as there is room: those that are on the screen now.
fn explain(context: &mut Context<'_>, inner: Rect, room: usize) {
    let app = context.app;
    let maps = [LandscapePanel::Landscape, LandscapePanel::Beside]
        .map(|panel| app.screens.landscape.seen(&app.core).map(panel));
    let maps = || maps.into_iter().flatten();
    let has_condition = maps().any(|map| map.bends().is_some_and(|b| b.condition.is_some()));
    let best = app.screens.landscape.seen(&app.core).best();
    let is_off = maps().any(|map| {
        let marks = map.marks().iter();
        marks.filter(|mark| mark.kind != Kind::Path).any(|mark| !mark.on)
    });
    let twin = app.screens.landscape.seen(&app.core).twin().and_then(Result::ok);
    let axes = match app.screens.landscape.seen(&app.core).choice(app.core.network(), app.core.spot()) {
        Choice::Principal => Some(words::WHAT_MAIN),
        Choice::Random => Some(words::WHAT_RANDOM),
        Choice::Parameters(..) => None,
    };
    let rule = twin.is_some_and(Twin::has_own_rate);
    let words = [
        has_condition.then_some(words::WHAT_CONDITION),
        axes,
        (is_off && !best).then_some(words::WHAT_OFF),
        rule.then_some(words::RATE_RULE_LONG),
    ];
    let mut said = String::new();
    for word in words.into_iter().flatten() {
        let more = context.say(word);
        let gap = if said.is_empty() { "" } else { " · " };
        if text::width(&said) + text::width(gap) + text::width(more) <= room {
            said = format!("{said}{gap}{more}");
        }
    }
    let muted = context.theme.muted;
    context.pen(inner).text(1, 3, &said, muted);
}

/// By which rule the twin's rate was chosen, and from where it was begun, the longest first.
fn rules(context: &Context<'_>) -> [Option<String>; 2] {
    let Some(Ok(twin)) = context.app.screens.landscape.seen(&context.app.core).twin() else {
        return [None, None];
    };
    let rate = context.say(if twin.has_own_rate() { words::RATE_RULE } else { words::RATE_SAME });
    let from = twin.is_converted().then(|| {
        let from = context.fill(words::FROM_SAME, &[twin.start().to_string()]);
        format!("{from}, {rate}")
    });
    [from, Some(rate.to_owned())]
}

/// The numbers at ● or under the probe of the focused map, and on the right what does not lie on it.
fn here(context: &mut Context<'_>, inner: Rect, room: usize) {
    let app = context.app;
    let panel = app.core.focus_on.landscape;
    let known = app.screens.landscape.seen(&app.core).map(panel);
    let Some((map, plane)) = known.and_then(|map| Some((map, map.plane()?))) else {
        return;
    };
    let theme = *context.theme;
    let Some(run) = names::run_of(app, panel) else {
        return;
    };
    let probed = map.probed().filter(|_| app.screens.landscape.has_probe(&app.core));
    let (sign, place, loss) = match probed {
        Some(probed) => (map::PROBE, probed.place, probed.loss),
        None => (map::glyph(Kind::Now), plane.place_of(run.network().parameters()), run.metrics().train.loss),
    };
    let [across, up] = names::axes(app);
    let number = |axis: usize| {
        let span = [plane.across, plane.up][axis];
        // Where both axes have one unit, a weight of raw ages is small on it.
        let decimals = names::decimals(span).max(4) + 2;
        numbers::fixed(place[axis], decimals, decimals + 4)
    };
    let loss = numbers::fixed(loss, 6, 9);
    let values = [across, number(0), up, number(1), loss.trim_start().to_owned()];
    let said = context.fill(words::HERE, &values);
    let style = if probed.is_some() { theme.pointer } else { theme.here };
    let mut spans = vec![Span::styled(sign.to_owned(), style), Span::raw(" "), Span::styled(said, theme.text)];
    let next = match (panel, probed) {
        (LandscapePanel::Beside, _) => Some(words::TWIN_ENTER),
        (_, Some(_)) => Some(words::PROBE_ENTER),
        (_, None) => None,
    };
    let line = Line::from(spans.clone());
    let aside = aside(context, map, plane);
    if probed.is_some()
        && let Some(next) = next
    {
        spans.push(Span::styled(format!("   {}", context.say(next)), theme.muted));
    }
    let long = Line::from(spans);
    let left = room.saturating_sub(text::width(&aside) + 3);
    let line = if text::line_width(&long) <= left { long } else { line };
    let line = text::cut_line(&line, room);
    let used = text::line_width(&line);
    let mut pen = context.pen(inner);
    pen.line(1, 1, &line);
    let free = room.saturating_sub(used + 3);
    pen.right(1, 1, &text::cut(&aside, free), theme.muted);
}

/// What is above or below the slice, and what is beyond the map.
fn aside(context: &Context<'_>, map: &Map, plane: &Plane) -> String {
    let best = context.app.screens.landscape.seen(&context.app.core).best() && map.has_best();
    let named = |wanted: &dyn Fn(bool, [f64; 2]) -> bool| -> String {
        let of_note = map.marks().iter().filter(|mark| mark.kind != Kind::Path);
        let found = of_note.filter(|mark| wanted(mark.on, mark.place));
        let glyphs: Vec<&str> = found.map(|mark| map::glyph(mark.kind)).collect();
        glyphs.join(" ")
    };
    let off = named(&|on, place| !on && !best && plane.shows(place));
    let outside = named(&|_, place| !plane.shows(place));
    let mut parts = Vec::new();
    if !off.is_empty() {
        parts.push(context.fill(words::OFF, &[off]));
    }
    if !outside.is_empty() {
        parts.push(context.fill(words::OUTSIDE, &[outside]));
    }
    parts.join("  ")
}

fn legend(context: &mut Context<'_>, inner: Rect, brief: bool) {
    let app = context.app;
    let theme = *context.theme;
    let Some(bands) = app.screens.landscape.seen(&app.core).bands(app.core.focus_on.landscape) else {
        return;
    };
    let edges = names::edges(&bands);
    let loss = context.say(words::LEGEND_LOSS);
    let swatch = if brief { 1 } else { 2 };
    let mut x = context.pen(inner).text(1, 2, loss, theme.muted) + 1;
    for band in 0..Bands::COUNT {
        let at = Rect::new(inner.x + x, inner.y + 2, swatch, 1).intersection(inner);
        heat_map::draw_bands(&theme, at, context.buf, |_, _| Some(Height { band, of: Bands::COUNT, edge: false }));
        x += swatch;
        if let Some(edge) = edges.get(band) {
            x = context.pen(inner).text(x, 2, edge, theme.muted);
        }
    }
    let free = usize::from(inner.width.saturating_sub(x + 3));
    let marks = marks(app, brief);
    let marks = text::cut(&marks, free);
    context.pen(inner).right(2, 1, &marks, theme.muted);
}

/// What the glyphs on the focused map mean.
fn marks(app: &App, brief: bool) -> String {
    let Some(map) = app.screens.landscape.seen(&app.core).map(app.core.focus_on.landscape) else {
        return String::new();
    };
    let mut parts = Vec::new();
    for kind in [Kind::Start, Kind::Path, Kind::Now, Kind::Best, Kind::Published] {
        if !map.marks().iter().any(|mark| mark.kind == kind) {
            continue;
        }
        let loss = map.optimal_loss().filter(|_| !brief);
        let loss = loss.map_or_else(String::new, numbers::loss);
        let said = app.core.settings.language.fill(kind.word(), &[loss]);
        parts.push(format!("{} {}", map::glyph(kind), said.trim_end()));
    }
    parts.join("  ")
}
