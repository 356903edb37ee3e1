//! A small map for each hidden neuron, over the same two attributes as the large picture: what it
//! gives on, and the fold where it turns on. Activations are no probabilities; each has its scale.

use super::plot::{self, MapArea};
use super::{people, say};
use crate::analysis::beliefs::{Axis, Subject, share};
use crate::app::BeliefsTarget;
use crate::app::screens::beliefs::{NEURON_WORDS, neurons};
use crate::app::{App, BeliefsPanel};
use crate::explain::names;
use crate::explain::words::beliefs as words;
use crate::nn::Activation;
use crate::ui::prelude::*;
use crate::ui::theme::Ramp;
use crate::ui::widgets::heat_map;

/// The least cells and rows of a small map, its margin included.
const LEAST: (u16, u16) = (15, 3);
/// The most: beyond, a map says nothing more.
const MOST: (u16, u16) = (56, 18);
/// Rows of words with each: above and below.
const WORDS: u16 = NEURON_WORDS;

/// The border.
pub fn frame<'a>(context: &Context<'a>, area: Rect) -> Frame<'a> {
    framed(context, area, false)
}

/// The border where there is no large picture beside it, whose title says what is held.
pub(super) fn frame_alone<'a>(context: &Context<'a>, area: Rect) -> Frame<'a> {
    framed(context, area, true)
}

fn framed<'a>(context: &Context<'a>, area: Rect, is_alone: bool) -> Frame<'a> {
    let app = context.app;
    if neurons::count(&app.core) == 0 {
        return Frame::new(context.theme, context.say(words::NEURONS_NONE));
    }
    let names = app.screens.beliefs.beliefs_axes(&app.core).map(|axis| say::name(app, axis));
    let plain = context.fill(words::NEURONS, &names);
    let titles = if is_alone {
        let with = |held| context.fill(words::BOTH, &[plain.clone(), held]);
        say::titles(app, plain.clone(), with)
    } else {
        vec![plain]
    };
    let axes = app.screens.beliefs.beliefs_axes(&app.core);
    let ends = axes.map(|axis| [0.0, 1.0].map(|end| say::end(app, axis, end)));
    let [[left, right], [low, high]] = ends;
    let [along, up] = names.map(str::to_owned);
    let info = context.fill(words::MAPS_AXES, &[along, left, right, up, low, high]);
    let frame = Frame::titled(context.theme, titles).info(info);
    if app.screens.beliefs.enlarged {
        return frame.footer(context.say(words::SHRINK));
    }
    let page = Page::of(app, Frame::inner(area));
    let count = neurons::count(&app.core);
    if page.count < count {
        let shown = page.shown(count);
        let values = [page.first + 1, page.first + shown, count, count - shown];
        let values = values.map(|number| number.to_string());
        frame.footer(context.fill(words::PAGE_OF, &values))
    } else {
        frame.footer(context.say(words::ENLARGE))
    }
}

/// Which maps are shown, and how large.
struct Page {
    size: (u16, u16),
    per_row: usize,
    /// How many fit.
    count: usize,
    first: usize,
}

impl Page {
    /// All of them where there is room, else as many as fit; in rows as equal as can be, and as large
    /// as that allows.
    fn of(app: &App, inner: Rect) -> Self {
        let all = neurons::count(&app.core);
        let across = usize::from((inner.width / (LEAST.0 + 1)).max(1));
        let down = usize::from((inner.height / (LEAST.1 + WORDS)).max(1));
        let count = all.min(across * down).max(1);
        let layouts = (1..=down).filter(|rows| count.div_ceil(*rows) <= across);
        let best = layouts.min_by_key(|&rows| {
            let per_row = count.div_ceil(rows);
            let (width, height) = Self::size(inner, rows, per_row);
            let area = u32::from(width) * u32::from(height);
            (rows * per_row - count, std::cmp::Reverse(area))
        });
        let rows = best.unwrap_or(1);
        let per_row = count.div_ceil(rows);
        Self {
            size: Self::size(inner, rows, per_row),
            per_row,
            count,
            first: neurons::in_focus(&app.core) / count * count,
        }
    }

    /// Cells and rows of each map where so many share the panel; none is higher than it looks wide.
    fn size(inner: Rect, rows: usize, per_row: usize) -> (u16, u16) {
        let cells = |cells: u16, among: usize| usize::from(cells) / among.max(1);
        let width = (cells(inner.width, per_row) as u16).saturating_sub(1).min(MOST.0);
        let height = (cells(inner.height, rows) as u16).saturating_sub(WORDS);
        (width, height.min(MOST.1).min(width / 2))
    }

    fn shown(&self, all: usize) -> usize {
        self.count.min(all - self.first)
    }
}

/// The small maps, or the enlarged one.
pub fn draw(context: &mut Context<'_>, inner: Rect) {
    let app = context.app;
    let count = neurons::count(&app.core);
    if count == 0 {
        context.paragraph(inner.inset(), context.say(words::NO_HIDDEN), context.theme.muted);
        return;
    }
    if app.screens.beliefs.enlarged {
        return enlarged(context, inner);
    }
    let page = Page::of(app, inner);
    context.hits.set_page(BeliefsPanel::Neurons, page.per_row);
    let (width, height) = page.size;
    for place in 0..page.shown(count) {
        let (column, row) = ((place % page.per_row) as u16, (place / page.per_row) as u16);
        let at = inner.from(column * (width + 1)).below(row * (height + WORDS));
        let at = Rect { width: width.min(at.width), height: (height + WORDS).min(at.height), ..at };
        small(context, at, page.first + place);
    }
}

/// What a neuron is called and whom it is on for, in so many cells.
fn caption(context: &Context<'_>, index: usize, cells: usize) -> String {
    let app = context.app;
    let Some((layer, neuron)) = neurons::place(&app.core, index) else {
        return String::new();
    };
    let name = names::neuron(app.core.network(), layer, neuron);
    let state = app.core.shown().neuron(layer, neuron).unwrap_or_default();
    let is_gate = app.core.network().layer(layer).activation.has_corner();
    let long = if state.dead {
        context.fill(words::NEURON_DEAD, &[name.clone(), state.training_rows.to_string()])
    } else if state.saturated {
        context.fill(words::NEURON_SATURATED, &[name.as_str()])
    } else {
        let values = [name.clone(), state.on_rows.to_string(), state.rows.to_string()];
        context.fill(if is_gate { words::NEURON_ON } else { words::NEURON_ABOVE }, &values)
    };
    if text::width(&long) <= cells {
        return long;
    }
    if state.dead {
        return context.fill(words::NEURON_DEAD_SHORT, &[name]);
    }
    let counts = format!("{name} {}/{}", state.on_rows, state.rows);
    if !is_gate {
        return counts;
    }
    let values = [name, state.on_rows.to_string(), state.rows.to_string()];
    let short = context.fill(words::NEURON_ON_SHORT, &values);
    if text::width(&short) <= cells { short } else { counts }
}

/// The activation and the two values its colours run between.
fn scale(app: &App, index: usize) -> (Activation, (f64, f64)) {
    let layer = neurons::place(&app.core, index).map_or(0, |(layer, _)| layer);
    let activation = app.core.network().layer(layer).activation;
    (activation, app.screens.beliefs.picture(&app.core).neurons.scale(index, activation))
}

fn scale_words(context: &Context<'_>, index: usize) -> String {
    let (_, (low, high)) = scale(context.app, index);
    let values = [low, high].map(|value| numbers::compact(value, 6));
    context.fill(words::SCALE, &values)
}

/// One small map with its words.
fn small(context: &mut Context<'_>, area: Rect, index: usize) {
    let (app, theme) = (context.app, context.theme);
    let is_here = neurons::in_focus(&app.core) == index && context.has_keys(BeliefsPanel::Neurons);
    let beside = area.from(1);
    let cells = usize::from(beside.width);
    let caption = caption(context, index, cells);
    context.text(area, if is_here { "▸" } else { " " }, theme.text);
    context.text(beside, text::cut(&caption, cells), if is_here { theme.pointer } else { theme.text });
    let scale_words = scale_words(context, index);
    context.text(beside.below(area.height.saturating_sub(1)), text::cut(&scale_words, cells), theme.muted);
    context.note(area, BeliefsTarget::SmallMap(index));
    let plot = Rect { height: area.height.saturating_sub(WORDS), ..beside.below(1) };
    let maps = &app.screens.beliefs.picture(&app.core).neurons;
    let plot = MapArea { area: plot, axes: app.screens.beliefs.beliefs_axes(&app.core) };
    let z = plot::sums(maps.size, &plot, |column, line| maps.z(index, column, line));
    let (activation, ends) = scale(app, index);
    plot::draw(context, &plot, &z, Ramp::Activation, share(activation, ends));
    // A band of one row would be hidden under its own line; its edge shows without one.
    let up = Axis(plot.axes[1]);
    if !up.has_bands() || usize::from(plot.area.height) >= 2 * up.steps() {
        plot::contour(context, &plot, &z, theme.text);
    }
    if ends == (0.0, 0.0) {
        all_off(context, plot.area, index);
    }
}

/// Says why a map is empty: for whom its neuron is on, if it is on for anybody.
fn all_off(context: &mut Context<'_>, area: Rect, index: usize) {
    let app = context.app;
    let Some((layer, neuron)) = neurons::place(&app.core, index) else {
        return;
    };
    let state = app.core.shown().neuron(layer, neuron).unwrap_or_default();
    if state.dead {
        return;
    }
    let fits = |word| {
        let lines = text::wrapped(context.say(word), area.width.into(), context.theme.muted);
        (lines.len() <= usize::from(area.height)).then_some(lines)
    };
    let long = (state.on_rows > 0).then(|| fits(words::NEURON_OUTSIDE)).flatten();
    let lines = long.or_else(|| fits(words::NEURON_OFF)).unwrap_or_default();
    context.lines(area, lines);
}

/// One neuron over the whole panel.
fn enlarged(context: &mut Context<'_>, inner: Rect) {
    let app = context.app;
    let theme = context.theme;
    let index = neurons::in_focus(&app.core);
    let axes = app.screens.beliefs.beliefs_axes(&app.core);
    let caption = caption(context, index, usize::from(inner.width));
    let (activation, ends) = scale(app, index);
    let parts =
        [caption, scale_words(context, index), context.say(words::FOLD).to_owned(), activation.name().to_owned()];
    let head = people::fitting(&parts, " · ", inner.inset().width.into());
    context.text(inner.inset(), head, theme.text);
    let room = Rect { height: inner.height.saturating_sub(3), ..inner.below(2) };
    let plot = MapArea::in_area(room, axes);
    plot::note(context, &plot);
    if let Some(map) = &app.screens.beliefs.picture(&app.core).map {
        let z = plot::sums(map.size(), &plot, |column, line| map.z(column, line));
        plot::draw(context, &plot, &z, Ramp::Activation, share(activation, ends));
        let (layer, neuron) = neurons::place(&app.core, index).unwrap_or_default();
        let subject = Subject::Neuron { layer, neuron };
        plot::axes(context, &plot, subject, "a", |z| numbers::compact(activation.value(z), 5));
        plot::contour(context, &plot, &z, theme.here);
    }
    let who = app.core.passenger();
    let place = axes.map(|axis| axis.of(&who));
    if let [Some(x), Some(y)] = place {
        let at = plot.cell_of([x, y]);
        heat_map::mark(context.buf, at, "▴", theme.pointer);
    }
    here(context, inner, index);
}

/// z and a of this neuron for the chosen passenger.
fn here(context: &mut Context<'_>, inner: Rect, index: usize) {
    let app = context.app;
    let (Some((layer, neuron)), Some(trace)) = (neurons::place(&app.core, index), app.core.trace()) else {
        return;
    };
    let name = crate::explain::people::addressed(app.core.passenger().name);
    let trace = &trace.layers[layer];
    let values = [name, numbers::decimal(trace.z[neuron], 4), numbers::decimal(trace.a[neuron], 4)];
    let words = context.fill(words::NEURON_HERE, &values);
    context.text(inner.from(1).below(inner.height.saturating_sub(1)), words, context.theme.text);
}
