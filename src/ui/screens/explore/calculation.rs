//! The same prediction as arithmetic with the numbers put in, and as the post's code.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::App;
use crate::app::core::pointer::Spot;
use crate::data::Passenger;
use crate::explain::names;
use crate::explain::prediction::{self, NeuronAccount, Summand};
use crate::explain::words::{Word, explore as words, network};
use crate::explain::{numbers, people};
use crate::nn::Trace;
use crate::training::MissingAge;
use crate::ui::context::Context;
use crate::ui::layout::RectExt as _;
use crate::ui::text;
use crate::ui::theme::Theme;
use crate::ui::widgets::frame::Frame;

/// Widest number of the arithmetic: a sign, three digits, six decimals.
const FIELD: usize = 9;

/// Widest weight: `−0.01658771`.
const WEIGHT: usize = 11;

/// Widest input value: `−0.60305357`.
const VALUE: usize = 11;

/// The rows the panel would like, with its borders, of at most so many: with every hidden neuron, else with a line a
/// hidden layer; then the code where there is room.
pub fn height(app: &App, most: u16) -> u16 {
    let network = app.core.network();
    let last = network.depth() - 1;
    let terms = network.layer(last).inputs as u16 + 1;
    let hidden: u16 = (0..last).map(|layer| network.layer(layer).outputs as u16 + 1).sum();
    let encoder = app.core.run().encoder();
    let scaled = encoder.inputs().iter().filter(|input| input.scale().is_some()).count() as u16;
    let code = if last == 0 { CODE as u16 + scaled } else { 0 };
    let always = ALWAYS as u16 + terms + 2;
    let open = always + hidden + scaled + u16::from(scaled > 0) + code;
    if open <= most { open } else { (always + last as u16 + code).min(most) }
}

/// The panel's border.
pub fn frame<'a>(context: &Context<'a>, _: Rect) -> Frame<'a> {
    Frame::new(context.theme, context.say(words::CALCULATION)).footer(context.say(words::COPIES))
}

/// The lines that fit: the code goes first, then hidden layers become a line each, then small terms
/// are added up; sum, chance and verdict always stay.
pub fn draw(context: &mut Context<'_>, inner: Rect) {
    let room = (usize::from(inner.inset().width), usize::from(inner.height));
    let lines = lines(context.app, context.theme, room.0, room.1);
    if context.app.core.presenter.is_on {
        spread(context, inner.inset(), lines);
    } else {
        context.lines(inner.from(1), lines);
    }
}

/// In front of a class, in the middle and with room between the lines, at the same place before the answer and after.
fn spread(context: &mut Context<'_>, area: Rect, lines: Vec<Line<'_>>) {
    let is_told = context.app.core.has_reached(Spot::Verdict);
    let before = lines.len() - usize::from(is_told);
    let apart = (area.height / (before as u16 + 1)).clamp(1, 5);
    let width = lines[..before].iter().map(text::line_width).max().unwrap_or(0) as u16;
    let spare = area.height.saturating_sub(apart * (before as u16 + 1));
    let mut left = area.below((spare + apart - 1) / 2).from(area.width.saturating_sub(width) / 2);
    for line in lines {
        context.line(left, line);
        left = left.below(apart);
    }
}

/// The heading, then sum, chance and verdict.
const ALWAYS: usize = 4;
/// An empty line and the three lines of the function.
const CODE: usize = 4;

fn lines(app: &App, theme: &Theme, width: usize, room: usize) -> Vec<Line<'static>> {
    let person = app.core.passenger();
    let mut lines = vec![Line::styled(people::introduced(app.core.settings.language, &person), theme.heading)];
    let Some(trace) = app.core.trace() else {
        let why = if app.core.run().recipe().missing_age == MissingAge::Drop {
            words::NO_SUM_DROPPED
        } else {
            words::NO_SUM_2
        };
        lines.push(Line::styled(say(app, words::NO_SUM_1), theme.text));
        if app.core.has_reached(Spot::Verdict) {
            lines.push(Line::styled(say(app, why), theme.text));
            lines.push(Line::styled(people::fate(&person).map_or("", |word| app.core.settings.say(word)), theme.text));
        }
        return lines;
    };
    let depth = app.core.network().depth();
    let terms = app.core.network().layer(depth - 1).inputs + 1;
    let hidden: usize = (0..depth - 1).map(|layer| app.core.network().layer(layer).outputs + 1).sum();
    let scaled = prediction::scaled(app.core.run().encoder(), &trace, |index| app.core.names().input(index));
    let heads = usize::from(!scaled.is_empty());
    let open = ALWAYS + hidden + heads + scaled.len() + terms <= room;
    if open && heads > 0 {
        lines.push(Line::styled(say(app, words::SCALED_BY), theme.muted));
        lines.extend(scaled.iter().map(|line| Line::styled(format!(" {line}"), theme.muted)));
    }
    for layer in 0..depth - 1 {
        if open {
            hidden_layer(app, theme, &trace, layer, &mut lines);
        } else {
            lines.push(folded_layer(app, theme, &trace, layer));
        }
    }
    let left = (room + 1).saturating_sub(lines.len() + ALWAYS).max(1);
    last_layer(app, theme, &trace, (width, left), &mut lines);
    verdict(app, theme, &person, &mut lines);
    let is_alone = !app.core.presenter.is_on;
    if depth == 1 && is_alone && app.core.has_reached(Spot::Verdict) && lines.len() + CODE + scaled.len() <= room {
        let code = prediction::code(
            app.core.network(),
            app.core.run().encoder(),
            &trace,
            app.core.shown().row(app.core.who).said,
        );
        // Half a line of code computes something else.
        if code.iter().all(|line| text::width(line) <= width) {
            lines.push(Line::default());
            lines.extend(code.into_iter().map(|line| Line::styled(line, theme.muted)));
        }
    }
    lines
}

/// A number once the slow flow has come to where it stands; before that as many cells, in no hue that would tell its sign.
fn once(app: &App, theme: &Theme, spot: Spot, number: String, style: Style) -> Span<'static> {
    if app.core.has_reached(spot) {
        return Span::styled(number, style);
    }
    Span::styled(text::pad_left(numbers::NOT_YET, text::width(&number)), theme.muted)
}

fn say(app: &App, word: Word) -> String {
    app.core.settings.say(word).to_owned()
}

fn hidden_layer(app: &App, theme: &Theme, trace: &Trace, layer: usize, lines: &mut Vec<Line<'static>>) {
    let activation = app.core.network().layer(layer).activation.name();
    let title = [(layer + 1).to_string(), activation.to_owned()];
    lines.push(Line::styled(app.core.settings.fill(words::LAYER, &title), theme.muted));
    for (neuron, (&z, &a)) in trace.layers[layer].z.iter().zip(&trace.layers[layer].a).enumerate() {
        let name = text::pad_right(&names::neuron(app.core.network(), layer, neuron), 6);
        lines.push(Line::from(vec![
            Span::styled(format!("  {name} {activation}("), theme.muted),
            once(app, theme, Spot::Sum { layer, neuron }, numbers::fixed(z, 6, FIELD), theme.sum),
            Span::styled(") = ", theme.muted),
            once(app, theme, Spot::Activation { layer, neuron }, numbers::fixed(a, 6, FIELD), theme.activation),
        ]));
    }
}

/// A hidden layer in one line: how many of its neurons are on, where they can be off.
fn folded_layer(app: &App, theme: &Theme, trace: &Trace, layer: usize) -> Line<'static> {
    let activation = app.core.network().layer(layer).activation;
    let values = &trace.layers[layer].a;
    let number = (layer + 1).to_string();
    if !activation.has_corner() {
        let title = [number, format!("{} × {}", values.len(), activation.name())];
        return Line::styled(app.core.settings.fill(words::LAYER, &title), theme.muted);
    }
    let on = values.iter().filter(|a| **a > 0.0).count();
    let on = once(app, theme, Spot::Activation { layer, neuron: 0 }, on.to_string(), theme.muted);
    let values = [number, activation.name().to_owned(), on.content.into_owned(), values.len().to_string()];
    Line::styled(app.core.settings.fill(words::LAYER_FOLDED, &values), theme.muted)
}

fn verdict(app: &App, theme: &Theme, person: &Passenger<'_>, lines: &mut Vec<Line<'static>>) {
    if !app.core.has_reached(Spot::Verdict) {
        return;
    }
    let live = app.core.shown().row(app.core.who);
    let fate = say(app, if live.said { network::LIVED } else { network::DIED });
    let word = if live.said { words::ABOVE } else { words::BELOW };
    let sentence = app.core.settings.fill(word, &[fate]);
    let style = if live.said { theme.lived } else { theme.died };
    let mut spans = vec![
        Span::raw("  "),
        Span::styled(sentence, style),
        Span::raw("  "),
        Span::styled(people::fate(person).map_or("", |word| app.core.settings.say(word)), theme.text),
    ];
    if person.survived.is_some() {
        let (mark, style) = if live.right { (" ✓", theme.right) } else { (" ✗", theme.wrong) };
        spans.push(Span::styled(mark, style));
    }
    lines.push(Line::from(spans));
}

/// The products of the last layer, in at most `room` lines, their sum, and the sigmoid of it.
fn last_layer(app: &App, theme: &Theme, trace: &Trace, (width, room): (usize, usize), lines: &mut Vec<Line<'static>>) {
    let layer = app.core.network().depth() - 1;
    let output = NeuronAccount::of(app.core.names(), trace, (layer, 0));
    let (at_sum, at_answer) = (Spot::Sum { layer, neuron: 0 }, Spot::Activation { layer, neuron: 0 });
    let names = output.terms.iter().map(|term| text::width(&term.name)).max().unwrap_or(4);
    // A blank behind the names, as a negative value begins where its column does; without it, where that is all there is.
    let label_width = names + usize::from(names + VALUE + WEIGHT + FIELD + 8 <= width);
    // So many cells stand before the sign of equality.
    let before = label_width + VALUE + WEIGHT + 4;
    let result = |label: String, value: f64, at: Spot, style| {
        Line::from(vec![
            Span::styled(text::pad_left(&label, before), theme.muted),
            Span::styled(" = ", theme.muted),
            once(app, theme, at, numbers::fixed(value, 6, FIELD), style),
        ])
    };
    // Which products are the largest is not told before they are.
    let is_reached = app.core.has_reached(Spot::Product { layer, neuron: 0, input: 0 });
    let (shown, rest) = output.in_lines(room, if is_reached { Summand::product } else { |term| term.weight });
    for term in shown {
        let (product, weight) = (term.product(), if term.is_bias { theme.bias } else { theme.weight });
        let (neuron, input) = (0, term.input);
        let comes_from = match (layer, term.is_bias) {
            (0, _) | (_, true) => Spot::Input(input),
            _ => Spot::Activation { layer: layer - 1, neuron: input },
        };
        lines.push(Line::from(vec![
            Span::styled(format!(" {}", text::pad_right(&term.name, label_width)), theme.muted),
            once(
                app,
                theme,
                comes_from,
                text::pad_left(&numbers::factor(term.value), VALUE),
                if term.is_bias { theme.bias } else { theme.input },
            ),
            Span::styled(" × ", theme.muted),
            Span::styled(text::pad_left(&numbers::factor(term.weight), WEIGHT), weight),
            Span::styled(" = ", theme.muted),
            once(
                app,
                theme,
                Spot::Product { layer, neuron, input },
                numbers::fixed(product, 6, FIELD),
                theme.push(Some(product)),
            ),
        ]));
    }
    if !rest.is_empty() {
        let name = app.core.settings.fill(words::MORE_TERMS, &[rest.len().to_string()]);
        let at = Spot::Product { layer, neuron: 0, input: 0 };
        lines.push(result(name, rest.iter().map(|term| term.product()).sum(), at, theme.text));
    }
    lines.push(result(say(app, words::SUM_Z), output.z, at_sum, theme.sum));
    let formula = prediction::formula_with(output.activation, output.z, 6);
    let formula = once(app, theme, at_sum, formula, theme.text);
    let label = "p = ";
    let left = text::width(label) + text::width(&formula.content);
    let percent = once(app, theme, at_answer, format!(", {:.0} %", output.a * 100.0), theme.heading);
    // Where there is no room behind it, the line begins further left than the others.
    let before = before.min(width.saturating_sub(3 + FIELD + text::width(&percent.content))).max(left);
    lines.push(Line::from(vec![
        Span::styled(text::pad_left(label, before + text::width(label) - left), theme.text),
        formula,
        Span::styled(" = ", theme.muted),
        once(app, theme, at_answer, numbers::fixed(output.a, 6, FIELD), theme.activation),
        percent,
    ]));
}
