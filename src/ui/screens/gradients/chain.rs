//! The chain rule with its numbers for the parameter pointed at, its step, and why, in one sentence.

use ratatui::layout::Rect;

use crate::analysis::gradient::NoGradient;
use crate::app::{App, GradientsPanel};
use crate::explain::prediction::{NeuronAccount, Summand, formula_with};
use crate::explain::update::{Entry, Mark, Stage};
use crate::explain::words::{explore, gradients as words, network as explained};
use crate::explain::{names, numbers};
use crate::nn::Parameter;
use crate::ui::context::Context;
use crate::ui::layout::RectExt as _;
use crate::ui::text;
use crate::ui::widgets::frame::Frame;

/// Cells of a number.
const VALUE: usize = 11;

/// The panel's border: which parameter.
pub fn frame<'a>(context: &Context<'a>, _: Rect) -> Frame<'a> {
    let app = context.app;
    let parameter = app.core.spot().parameter(app.core.network());
    let name = app.core.names().spelt(parameter);
    let name = match app.core.names().letter(parameter) {
        Some(letter) => format!("{letter} = {name}"),
        None => name,
    };
    let title = context.fill(words::CHAIN, &[name]);
    Frame::new(context.theme, title).info(context.say(explore::COPIES))
}

/// The lines of the chain and the sentence below them; nothing where there is no gradient.
fn account(app: &App) -> (Vec<Entry>, String) {
    app.screens
        .gradients
        .account(&app.core, app.core.names())
        .map(|update| (update.lines(), update.why()))
        .unwrap_or_default()
}

/// The rows it would like at a width, with its borders.
pub fn height(context: &Context<'_>, width: u16) -> u16 {
    let app = context.app;
    let room = usize::from(width.saturating_sub(4)).max(8);
    let (lines, why) = account(app);
    let why = if why.is_empty() { 0 } else { text::wrap(&why, room).len() + 1 };
    (lines.len() + why + 2).max(9) as u16
}

/// The lines reached so far, and the sentence below them. Where there is too little room, what comes
/// first in the calculation goes first.
pub fn draw(context: &mut Context<'_>, inner: Rect) {
    let app = context.app;
    let width = usize::from(inner.inset().width);
    let rows = usize::from(inner.height);
    if let (false, Some(Err(why))) = (app.screens.gradients.batch, app.screens.gradients.lens(&app.core).one()) {
        return draw_reason(context, inner.inset(), why);
    }
    let (mut lines, why) = account(app);
    // Before the last step, what this one is.
    let stage = app.screens.gradients.stage;
    let (why, style) = match stage {
        Stage::Update => (why.as_str(), context.theme.text),
        Stage::Forward | Stage::Loss | Stage::Delta | Stage::Gradient => {
            (context.say(stage.says()), context.theme.muted)
        }
    };
    let mut why = text::wrapped(why, width.max(1), style);
    if stage == Stage::Forward
        && let Some(whole) = forward(app, usize::MAX)
    {
        lines = whole;
        // What goes forward is told in numbers before it is told in words.
        if lines.len() + why.len() > rows {
            why.clear();
            lines = forward(app, rows).unwrap_or(lines);
        }
    }
    let air = usize::from(lines.len() + why.len() < rows);
    let room = rows.saturating_sub(why.len() + air);
    context.hits.set_page(GradientsPanel::Chain, room);
    if lines.len() <= room {
        for (row, line) in inner.rows().zip(&lines) {
            draw_line(context, row, line);
        }
    } else {
        draw_part(context, Rect { height: room as u16, ..inner }, &lines);
    }
    context.lines(inner.from(1).below((lines.len().min(room) + air) as u16), why);
}

/// Before anything flows back: the sum whose σ is the answer, product by product, and before it the sum of the hidden
/// neuron that the parameter feeds; none of the batch.
fn forward(app: &App, room: usize) -> Option<Vec<Entry>> {
    let one = app.screens.gradients.lens(&app.core).one()?.ok().filter(|_| !app.screens.gradients.batch)?;
    let (names, network) = (app.core.names(), app.core.network());
    let (Parameter::Weight { layer, neuron, .. } | Parameter::Bias { layer, neuron }) =
        app.core.spot().parameter(network);
    let output = (network.depth() - 1, 0);
    let fed = Some((layer, neuron)).filter(|&place| place != output);
    let sums: Vec<_> = fed.into_iter().chain([output]).map(|at| NeuronAccount::of(names, &one.of.trace, at)).collect();
    let mut left = room.checked_sub(2 * sums.len())?;
    let mut lines = Vec::new();
    let mut put = |label: String, value: f64, mark: Mark| {
        lines.push(Entry { stage: Stage::Forward, label, value: Some(value), mark });
    };
    for (place, sum) in sums.iter().enumerate() {
        // The first leaves the last a line at the least.
        let (shown, rest) =
            sum.in_lines(left.checked_sub(sums.len() - 1 - place).filter(|&lines| lines > 0)?, Summand::product);
        left -= shown.len() + usize::from(!rest.is_empty());
        let is_sum_alone = shown.is_empty();
        for term in shown {
            let [value, weight] = [term.value, term.weight].map(numbers::short);
            put(format!("{} {value} × {weight}", term.name), term.product(), Mark::Flow);
        }
        if !rest.is_empty() {
            let word = if is_sum_alone { words::PRODUCTS } else { words::OTHERS };
            let others = app.core.settings.fill(word, &[rest.len().to_string()]);
            put(others, rest.iter().map(|term| term.product()).sum(), Mark::Flow);
        }
        let name = names::neuron(network, sum.place.0, sum.place.1);
        let [label, name] = if sum.is_output {
            [app.core.settings.say(words::Z_SUM).to_owned(), "p".to_owned()]
        } else {
            [app.core.settings.fill(explained::SUM_OF_NEURON, &[&name]), name]
        };
        put(label, sum.z, Mark::None);
        put(format!("{name} = {}", formula_with(sum.activation, sum.z, numbers::DECIMALS)), sum.a, Mark::None);
    }
    Some(lines)
}

/// As many of the lines reached as there is room for, the last unless it is scrolled, and how many there
/// are above and below.
fn draw_part(context: &mut Context<'_>, inner: Rect, lines: &[Entry]) {
    let gradients = &context.app.screens.gradients;
    let lines: Vec<&Entry> = lines.iter().filter(|line| gradients.shows(line.stage)).collect();
    let rows = usize::from(inner.height);
    if rows < 3 {
        return;
    }
    let last_first = if lines.len() > rows { lines.len() + 1 - rows } else { 0 };
    let first = last_first.saturating_sub(gradients.chain_up);
    let above = usize::from(first > 0);
    let fits = rows - above;
    let below = usize::from(lines.len() - first > fits);
    let shown = (lines.len() - first).min(fits - below);
    for (row, line) in inner.below(above as u16).rows().zip(&lines[first..first + shown]) {
        draw_line(context, row, line);
    }
    let rest = lines.len() - first - shown;
    for (count, word, y) in [(first, words::LINES_ABOVE, 0), (rest, words::LINES_BELOW, rows - 1)] {
        if count > 0 {
            let more = context.fill(word, &[count.to_string()]);
            context.text(inner.from(1).below(y as u16), more, context.theme.muted);
        }
    }
}

fn draw_line(context: &mut Context<'_>, row: Rect, line: &Entry) {
    let theme = context.theme;
    let gradients = &context.app.screens.gradients;
    if !gradients.shows(line.stage) {
        return;
    }
    // What is new at this micro-step is bright, what was there before is not.
    let style = if line.stage == gradients.stage { theme.text } else { theme.muted };
    let row = row.from(1);
    let room = usize::from(row.width);
    let Some(value) = line.value else {
        return context.text(row, text::cut(&line.label, room), style);
    };
    let (shown, hue) = match line.mark {
        Mark::None => (numbers::unsigned_flow(value, VALUE), theme.text),
        Mark::Parameter => (numbers::flow(value, VALUE), theme.text),
        Mark::Flow | Mark::Agrees | Mark::Differs => (numbers::flow(value, VALUE), theme.push(Some(value))),
    };
    let agrees = super::agrees(context.app);
    let shown = shown.trim_start();
    let x = room.saturating_sub(text::width(shown) + 1 + text::width(agrees));
    // Where the rule does not fit, the name of what it gives says enough beside the number.
    let fits = text::width(&line.label) < x;
    let name = || line.label.split([' ', '　']).next().unwrap_or_default();
    context.text(row, if fits { &line.label } else { name() }, style);
    let beside = row.from(x as u16);
    context.text(beside, shown, hue);
    let beside = beside.from(text::width(shown) as u16 + 1);
    match line.mark {
        Mark::Agrees => context.text(beside, agrees, theme.right),
        Mark::Differs => context.text(beside, "!", theme.notice),
        Mark::None | Mark::Parameter | Mark::Flow => {}
    }
}

/// Why nothing flows back for this person.
fn draw_reason(context: &mut Context<'_>, mut area: Rect, why: NoGradient) {
    let theme = context.theme;
    let paragraphs: &[_] = match why {
        NoGradient::CountedDead | NoGradient::LeftOut => &[words::NO_AGE, words::no_gradient(why), words::WALK_ON],
        NoGradient::NoLabel => &[words::no_gradient(why), words::WALK_ON],
    };
    for (index, &word) in paragraphs.iter().enumerate() {
        let style = if index + 1 == paragraphs.len() { theme.muted } else { theme.text };
        area = area.below(context.paragraph(area, context.say(word), style) + 1);
    }
}
