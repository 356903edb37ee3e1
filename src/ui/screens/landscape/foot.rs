//! Below the maps: both runs compared, the numbers here or under the probe, and what colours and glyphs mean.

use super::{compare, map, names, relief};
use crate::analysis::landscape::Plane;
use crate::app::App;
use crate::app::LandscapePanel;
use crate::app::screens::landscape::Choice;
use crate::app::screens::landscape::map::{Landmark, Map};
use crate::app::screens::landscape::twin::Twin;
use crate::explain::runs;
use crate::explain::words::landscape as words;
use crate::ui::prelude::*;
use crate::ui::theme::Ramp;
use crate::ui::widgets::heat_map;

/// Below this width sentences are short.
const BRIEF: u16 = 100;

/// Its frame: the epoch, and whom the losses are over, so that they do not reach over the border
/// between the two maps above.
pub(super) fn frame_below_two<'a>(context: &Context<'a>, area: Rect) -> Frame<'a> {
    frame(context, area.width, area.width / 2)
}

/// The same below one map, which leaves more room.
pub(super) fn frame_below_one<'a>(context: &Context<'a>, area: Rect) -> Frame<'a> {
    frame(context, area.width, area.width / 4 * 3)
}

fn frame<'a>(context: &Context<'a>, width: u16, reach: u16) -> Frame<'a> {
    let room = reach.saturating_sub(7);
    let app = context.app;
    let epoch = context.fill(words::EPOCH, &[numbers::whole(app.core.run().epoch())]);
    let people = app.core.run().training_rows().len().to_string();
    let people = context.fill(words::SURFACE, &[people]);
    // Else the time bar says which people those are.
    let counted = (width < BRIEF).then(|| runs::people_counted(app.core.settings.language, app.core.run()));
    let both = counted.as_ref().map(|counted| format!("{people} · {counted}"));
    let fits = |info: &String| text::width(info) <= usize::from(room);
    let info = [both, counted, Some(people)].into_iter().flatten().find(fits);
    Frame::new(context.theme, epoch).info(info.unwrap_or_default())
}

/// Its three lines, and where there is room a fourth that explains their words.
pub fn draw(context: &mut Context<'_>, inner: Rect) {
    let brief = inner.width < BRIEF;
    let area = inner.inset();
    let room = usize::from(area.width);
    let compared = text::cut_line(compare::line(context, brief), room);
    let used = text::line_width(&compared) + 3;
    let rule = rules(context).into_iter().flatten().find(|rule| used + text::width(rule) <= room);
    context.line(area, compared);
    context.text_at_right(area, rule.unwrap_or_default(), context.theme.muted);
    here(context, area.below(1));
    legend(context, area.below(2), brief);
    let explained = explain(context, room);
    context.text(area.below(3), explained, context.theme.muted);
}

/// What the words above mean, as far as there is room: those that are on the screen now.
fn explain(context: &Context<'_>, room: usize) -> String {
    let landscape = context.app.screens.landscape.seen(&context.app.core);
    let maps = [LandscapePanel::Landscape, LandscapePanel::Beside].map(|panel| landscape.map(panel));
    let maps = || maps.into_iter().flatten();
    let has_condition = maps().any(|map| names::condition_of(context.app, map).is_some());
    let is_off = maps().any(|map| map.marks().iter().any(|mark| !mark.on));
    let twin = landscape.twin().and_then(Result::ok);
    let axes = match landscape.choice(context.app.core.network(), context.app.core.spot()) {
        Choice::Principal => Some(words::WHAT_MAIN),
        Choice::Random => Some(words::WHAT_RANDOM),
        Choice::Parameters(..) => None,
    };
    let has_path = maps().any(|map| map.trail().len() > 1);
    let words = [
        has_path.then_some(words::WHAT_PATH),
        has_condition.then_some(words::WHAT_CONDITION),
        Some(words::WHAT_RAW),
        axes,
        (is_off && !landscape.best()).then_some(words::WHAT_OFF),
        twin.is_some_and(Twin::has_own_rate).then_some(words::RATE_RULE_LONG),
    ];
    words.into_iter().flatten().fold(String::new(), |said, word| {
        let gap = if said.is_empty() { "" } else { " · " };
        let more = format!("{said}{gap}{}", context.say(word));
        if text::width(&more) <= room { more } else { said }
    })
}

/// By which rule the twin's rate was chosen, and from where it was begun, the longest first.
fn rules(context: &Context<'_>) -> [Option<String>; 2] {
    let Some(Ok(twin)) = context.app.screens.landscape.seen(&context.app.core).twin() else {
        return [None, None];
    };
    let rate = context.say(if twin.has_own_rate() { words::RATE_RULE } else { words::RATE_SAME });
    let from = twin.is_converted().then(|| {
        let from = context.fill(words::FROM_SAME, &[numbers::whole(twin.start())]);
        format!("{from}, {rate}")
    });
    [from, Some(rate.to_owned())]
}

/// The numbers at ● or under the probe of the focused map, and on the right what does not lie on it.
fn here(context: &mut Context<'_>, area: Rect) {
    let (app, theme) = (context.app, context.theme);
    let panel = app.core.focus_on.landscape;
    let known = app.screens.landscape.seen(&app.core).map(panel).and_then(|map| Some((map, map.plane()?)));
    let (Some((map, plane)), Some(run)) = (known, names::run_of(app, panel)) else {
        return;
    };
    let probed = map.probed().filter(|_| app.screens.landscape.has_probe(&app.core));
    let (sign, place, loss) = match probed {
        Some(probed) => (map::PROBE, probed.place, probed.loss),
        None => (map::glyph(Landmark::Now), plane.place_of(run.network().parameters()), run.metrics().train.loss),
    };
    let [across, up] = names::axes(app);
    let number = |axis: usize| {
        let span = [plane.across, plane.up][axis];
        // Where both axes have one unit, a weight of raw ages is small on it.
        let decimals = names::decimals(span).max(4) + 2;
        numbers::fixed(place[axis], decimals, decimals + 4)
    };
    // Between two losses of the probe all digits count; what stands on the time bar stands here alike.
    let loss = if probed.is_some() { numbers::decimal(loss, 6) } else { numbers::loss(loss) };
    let values = [across, number(0), up, number(1), loss];
    let style = if probed.is_some() { theme.pointer } else { theme.here };
    let said = Span::styled(context.fill(words::HERE, &values), theme.text);
    let mut line = Line::from_iter([Span::styled(sign, style), Span::raw(" "), said]);
    let aside = aside(context, map, plane);
    let room = usize::from(area.width);
    let free = |line: &Line<'_>| room.saturating_sub(text::line_width(line) + text::width(&aside) + 3);
    if let Some(descent) = map.descent() {
        let said = format!("   {}", context.fill(words::SLOPE, &descent.slope().map(|part| numbers::decimal(part, 6))));
        if text::width(&said) <= free(&line) {
            line.push_span(Span::styled(said, theme.text));
        }
    }
    if probed.is_some() {
        let next = if panel == LandscapePanel::Beside { words::TWIN_ENTER } else { words::PROBE_ENTER };
        let next = format!("   {}", context.say(next));
        if text::width(&next) <= free(&line) {
            line.push_span(Span::styled(next, theme.muted));
        }
    }
    let line = text::cut_line(line, room);
    let free = room.saturating_sub(text::line_width(&line) + 3);
    context.line(area, line);
    context.text_at_right(area, text::cut(&aside, free), theme.muted);
}

/// What is above or below the slice, and what is beyond the map.
fn aside(context: &Context<'_>, map: &Map, plane: &Plane) -> String {
    let best = context.app.screens.landscape.seen(&context.app.core).best() && map.has_best();
    let named = |wanted: &dyn Fn(bool, [f64; 2]) -> bool| -> String {
        let found = map.marks().iter().filter(|mark| wanted(mark.on, mark.place));
        let glyphs: Vec<String> = found.map(|mark| sign(mark.kind)).collect();
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

/// A glyph within words, where the start's alone would be read as a number.
fn sign(kind: Landmark) -> String {
    let glyph = map::glyph(kind);
    if kind == Landmark::Start { format!("“{glyph}”") } else { glyph.to_owned() }
}

/// The ramp of the focused map as one bar with the losses lines are drawn at on it, and what the glyphs mean.
fn legend(context: &mut Context<'_>, area: Rect, brief: bool) {
    let (app, theme) = (context.app, context.theme);
    let (seen, panel) = (app.screens.landscape.seen(&app.core), app.core.focus_on.landscape);
    let (Some(scale), Some(grid)) = (seen.scale(panel), seen.map(panel).and_then(Map::grid)) else {
        return;
    };
    let marks = marks(app, brief);
    let (low, high) = scale.ends();
    let rows = grid.lines / usize::from(theme.heat.per_cell(Ramp::Loss));
    let levels = relief::levels(theme, &scale, rows);
    let written: Vec<String> = levels.iter().map(|level| names::short(level.loss, level.decimals)).collect();
    let ends = [low, high].map(|loss| names::short(loss, if loss < 10.0 { 2 } else { 0 }));
    let of = names::run_of(app, panel).map_or_else(String::new, |run| names::scaling(app, run));
    let before = format!("{} {} ", context.fill(words::LEGEND_LOSS, &[of]), ends[0]);
    let around = text::width(&before) + text::width(&ends[1]) + 1;
    let room = usize::from(area.width).saturating_sub(around + text::width(&marks) + 3);
    // As wide as its losses need to stand apart, and no wider than it need be.
    let wanted = 2 * written.iter().map(|word| word.len() + 2).sum::<usize>();
    let bar = area.row(0).from(text::width(&before) as u16);
    let bar = Rect { width: room.min(wanted) as u16, ..bar };
    context.text(area, &before, theme.muted);
    let share = |x: u16| (f64::from(x) + 0.5) / f64::from(bar.width);
    heat_map::draw(theme, Ramp::Loss, bar, context.buf, |x, _| Some(share(x)));
    let mut free = 0.0;
    // In ASCII they would be read as more of the ramp.
    let labelled = if app.core.settings.ascii { 0 } else { levels.len() };
    for (level, word) in levels.iter().zip(&written).take(labelled) {
        let half = 0.5 * word.len() as f64;
        let at = level.share * f64::from(bar.width);
        if at - half >= free && at + half <= f64::from(bar.width) {
            heat_map::label(bar, context.buf, [level.share, 0.5], word, theme.text);
            free = at + half + 1.0;
        }
    }
    context.text(area.row(0).from(bar.x - area.x + bar.width), format!(" {}", ends[1]), theme.muted);
    context.text_at_right(area, marks, theme.muted);
}

/// What the glyphs on the focused map mean.
fn marks(app: &App, brief: bool) -> String {
    let Some(map) = app.screens.landscape.seen(&app.core).map(app.core.focus_on.landscape) else {
        return String::new();
    };
    let mut parts = Vec::new();
    let kinds = [Landmark::Start, Landmark::Now, Landmark::Best, Landmark::Published];
    for kind in kinds.into_iter().filter(|&kind| map.marks().iter().any(|mark| mark.kind == kind)) {
        let loss = map.optimal_loss().filter(|_| !brief);
        let loss = loss.map_or_else(String::new, numbers::loss);
        let said = app.core.settings.fill(kind.word(), &[loss]);
        parts.push(format!("{} {}", map::glyph(kind), said.trim_end()));
        if kind == Landmark::Now && map.descent().is_some() && !brief {
            parts.push(app.core.settings.say(words::DOWNHILL).to_owned());
        }
    }
    parts.join("  ")
}
