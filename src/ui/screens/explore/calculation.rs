//! The same prediction as arithmetic with the numbers put in, and as the post's code.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::{App, ExplorePanel, Panel};
use crate::data::{Passenger, Sex};
use crate::explain::names;
use crate::explain::numbers;
use crate::explain::words::{Word, explore as words, network};
use crate::nn::Trace;
use crate::training::MissingAge;
use crate::ui::context::Context;
use crate::ui::text;
use crate::ui::theme::Theme;
use crate::ui::widgets::panel::Panel as Frame;

/// Widest number of the arithmetic: a sign, three digits, six decimals.
const FIELD: usize = 9;

/// Widest weight: `−0.01658771`.
const WEIGHT: usize = 11;

/// Widest input value: `−0.60305357`.
const VALUE: usize = 11;

/// The rows the panel would like, with its borders: heading, terms, sum, p, verdict, then the code.
pub fn height(app: &App) -> u16 {
    let network = app.network();
    let terms = network.layer(network.depth() - 1).inputs as u16 + 1;
    let hidden: u16 = (0..network.depth() - 1).map(|layer| network.layer(layer).outputs as u16 + 1).sum();
    let encoder = app.run().encoder();
    let scaled = encoder.inputs().iter().filter(|input| input.scale().is_some()).count() as u16;
    let code = if network.depth() == 1 { CODE as u16 + scaled } else { 0 };
    1 + hidden + scaled + u16::from(scaled > 0) + terms + 3 + code + 2
}

/// The panel's border.
pub fn frame<'a>(context: &Context<'a>, area: Rect) -> (Panel, Rect, Frame<'a>) {
    let frame = Frame::new(context.theme, context.say(words::CALCULATION)).footer(context.say(words::COPIES));
    (Panel::Explore(ExplorePanel::Calculation), area, frame)
}

/// The lines that fit: the code goes first, then hidden layers become a line each, then small terms
/// are added up; sum, chance and verdict always stay.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let inner = Frame::inner(area);
    let width = usize::from(inner.width.saturating_sub(2));
    let lines = lines(context.app, context.theme, width, usize::from(inner.height));
    let mut pen = context.pen(inner);
    for (y, line) in lines.iter().enumerate() {
        pen.line(1, y as u16, line);
    }
}

/// The heading, then sum, chance and verdict.
const ALWAYS: usize = 4;
/// An empty line and the three lines of the function.
const CODE: usize = 4;

fn lines(app: &App, theme: &Theme, width: usize, room: usize) -> Vec<Line<'static>> {
    let person = app.passenger();
    let mut lines = vec![Line::styled(who(app, &person), theme.heading)];
    let Some(trace) = app.trace() else {
        let why =
            if app.run().recipe().missing_age == MissingAge::Drop { words::NO_SUM_DROPPED } else { words::NO_SUM_2 };
        lines.push(Line::styled(say(app, words::NO_SUM_1), theme.text));
        lines.push(Line::styled(say(app, why), theme.text));
        lines.push(Line::styled(what_was(app, &person), theme.text));
        return lines;
    };
    let depth = app.network().depth();
    let terms = app.network().layer(depth - 1).inputs + 1;
    let hidden: usize = (0..depth - 1).map(|layer| app.network().layer(layer).outputs + 1).sum();
    let scaled = scaled_inputs(app, theme, &trace);
    let open = ALWAYS + hidden + scaled.len() + terms <= room;
    if open {
        lines.extend(scaled);
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
    let scaled = app.run().encoder().inputs().iter().filter(|input| input.scale().is_some());
    if depth == 1 && lines.len() + CODE + scaled.count() <= room {
        let mut code = vec![Line::default()];
        self::code(app, theme, &trace, &mut code);
        // Half a line of code computes something else.
        if code.iter().all(|line| text::line_width(line) <= width) {
            lines.extend(code);
        }
    }
    lines
}

fn say(app: &App, word: Word) -> String {
    app.settings.say(word).to_owned()
}

/// `Mr. Braund, 22, male`.
fn who(app: &App, person: &Passenger<'_>) -> String {
    let sex = say(
        app,
        match person.sex {
            Sex::Male => words::MALE,
            Sex::Female => words::FEMALE,
        },
    );
    let about = match person.age {
        Some(age) => app.settings.language.fill(words::AGE_YEARS, &[numbers::full(age), sex]),
        None => app.settings.language.fill(words::AGE_UNKNOWN, &[sex]),
    };
    format!("{}, {about}", polite_name(person.name))
}

/// `Braund, Mr. Owen Harris` as `Mr. Braund`; any other form as it stands.
fn polite_name(name: &str) -> String {
    let Some((family, rest)) = name.split_once(',') else {
        return name.to_owned();
    };
    match rest.trim_start().split_once('.') {
        Some((title, _)) => format!("{title}. {family}"),
        None => name.to_owned(),
    }
}

fn hidden_layer(app: &App, theme: &Theme, trace: &Trace, layer: usize, lines: &mut Vec<Line<'static>>) {
    let activation = app.network().layer(layer).activation.name();
    let title = [(layer + 1).to_string(), activation.to_owned()];
    lines.push(Line::styled(app.settings.language.fill(words::LAYER, &title), theme.muted));
    for (neuron, (&z, &a)) in trace.layers[layer].z.iter().zip(&trace.layers[layer].a).enumerate() {
        let name = text::pad_right(&names::neuron(app.network(), layer, neuron), 6);
        lines.push(Line::from(vec![
            Span::styled(format!("  {name} {activation}("), theme.muted),
            Span::styled(numbers::fixed(z, 6, FIELD), theme.sum),
            Span::styled(") = ", theme.muted),
            Span::styled(numbers::fixed(a, 6, FIELD), theme.activation),
        ]));
    }
}

/// How the list's values became the inputs, where they are scaled, and by whose figures:
/// `age (22 − 29.782700) / 12.905488`.
fn scaled_inputs(app: &App, theme: &Theme, trace: &Trace) -> Vec<Line<'static>> {
    let heading = Line::styled(say(app, words::SCALED_BY), theme.muted);
    let inputs = app.run().encoder().inputs().iter().zip(&trace.inputs).enumerate();
    let lines: Vec<Line<'static>> = inputs
        .filter_map(|(index, (input, &value))| {
            let (mean, sd) = input.scale()?;
            let raw = numbers::compact(input.unscaled(value), 9);
            let name = app.names().source(0, index);
            let (mean, sd) = (numbers::decimal(mean, 6), numbers::decimal(sd, 6));
            let value = numbers::decimal(value, 6);
            let text = format!(" {name} = ({raw} − {mean}) / {sd} = {value}");
            Some(Line::styled(text, theme.muted))
        })
        .collect();
    let heading = (!lines.is_empty()).then_some(heading);
    heading.into_iter().chain(lines).collect()
}

/// A hidden layer in one line: how many of its neurons pass anything on.
fn folded_layer(app: &App, theme: &Theme, trace: &Trace, layer: usize) -> Line<'static> {
    let activation = app.network().layer(layer).activation.name();
    let values = &trace.layers[layer].a;
    let on = values.iter().filter(|a| **a != 0.0).count();
    let number = (layer + 1).to_string();
    let values = [number, activation.to_owned(), on.to_string(), values.len().to_string()];
    Line::styled(app.settings.language.fill(words::LAYER_FOLDED, &values), theme.muted)
}

/// The products of the last layer, in at most `room` lines, and their sum with its sigmoid.
fn last_layer(app: &App, theme: &Theme, trace: &Trace, (width, room): (usize, usize), lines: &mut Vec<Line<'static>>) {
    let last = app.network().depth() - 1;
    let weights = app.network().layer(last);
    let values = if last == 0 { &trace.inputs } else { &trace.layers[last - 1].a };
    let label_width = (0..=values.len()).map(|input| text::width(&app.names().source(last, input))).max().unwrap_or(4);
    let term = |input: usize| match values.get(input) {
        Some(&value) => (value, weights.weight(0, input)),
        None => (1.0, weights.biases[0]),
    };
    let size = |input: &usize| {
        let (value, weight) = term(*input);
        (value * weight).abs()
    };
    let mut shown: Vec<usize> = (0..=values.len()).collect();
    let mut small = Vec::new();
    if shown.len() > room {
        shown.sort_by(|a, b| size(b).total_cmp(&size(a)));
        small = shown.split_off(room.saturating_sub(1));
        shown.sort_unstable();
    }
    for input in shown {
        let (value, weight) = term(input);
        let product = value * weight;
        let push = if product < 0.0 { theme.minus } else { theme.plus };
        let role = if input == values.len() { theme.bias } else { theme.input };
        let weight_role = if input == values.len() { theme.bias } else { theme.weight };
        lines.push(Line::from(vec![
            Span::styled(format!(" {}", text::pad_right(&app.names().source(last, input), label_width)), theme.muted),
            Span::styled(text::pad_left(&numbers::factor(value), VALUE), role),
            Span::styled(" × ", theme.muted),
            Span::styled(text::pad_left(&numbers::factor(weight), WEIGHT), weight_role),
            Span::styled(" = ", theme.muted),
            Span::styled(numbers::fixed(product, 6, FIELD), if product == 0.0 { theme.text } else { push }),
        ]));
    }
    if !small.is_empty() {
        let rest: f64 = small.iter().map(|&input| term(input).0 * term(input).1).sum();
        let name = app.settings.language.fill(words::MORE_TERMS, &[small.len().to_string()]);
        lines.push(Line::from(vec![
            Span::styled(text::pad_left(&name, label_width + VALUE + WEIGHT + 4), theme.muted),
            Span::styled(" = ", theme.muted),
            Span::styled(numbers::fixed(rest, 6, FIELD), theme.text),
        ]));
    }
    sum_and_chance(app, theme, trace, (label_width + VALUE + WEIGHT + 4, width), lines);
}

/// The sum, and the sigmoid of it; `before` cells stand before the sign of equality.
fn sum_and_chance(
    app: &App,
    theme: &Theme,
    trace: &Trace,
    (before, width): (usize, usize),
    lines: &mut Vec<Line<'static>>,
) {
    let z = trace.logit();
    let sum_label = text::pad_left(&say(app, words::SUM_Z), before);
    lines.push(Line::from(vec![
        Span::styled(format!("{sum_label} = "), theme.muted),
        Span::styled(numbers::fixed(z, 6, FIELD), theme.sum),
    ]));
    let formula = super::curve::formula_with(crate::nn::Activation::Sigmoid, z, 6);
    let p = trace.p();
    let percent = format!(", {:.0} %", p * 100.0);
    // Where there is no room behind it, the line begins further left than the others.
    let before = before.min(width.saturating_sub(3 + FIELD + text::width(&percent)));
    let left = format!("p = {formula}");
    let before = before.max(text::width(&left));
    lines.push(Line::from(vec![
        Span::styled(text::pad_left(&left, before), theme.text),
        Span::styled(" = ", theme.muted),
        Span::styled(numbers::fixed(p, 6, FIELD), theme.activation),
        Span::styled(percent, theme.heading),
    ]));
}

fn what_was(app: &App, person: &Passenger<'_>) -> String {
    let word = match (person.survived, person.sex) {
        (None, _) => return String::new(),
        (Some(true), Sex::Male) => words::HE_LIVED,
        (Some(true), Sex::Female) => words::SHE_LIVED,
        (Some(false), Sex::Male) => words::HE_DIED,
        (Some(false), Sex::Female) => words::SHE_DIED,
    };
    say(app, word)
}

fn verdict(app: &App, theme: &Theme, person: &Passenger<'_>, lines: &mut Vec<Line<'static>>) {
    let live = app.shown().row(app.who);
    let fate = say(app, if live.said { network::LIVED } else { network::DIED });
    let word = if live.said { words::ABOVE } else { words::BELOW };
    let sentence = app.settings.language.fill(word, &[fate]);
    let style = if live.said { theme.lived } else { theme.died };
    let mut spans = vec![
        Span::raw("  "),
        Span::styled(sentence, style),
        Span::raw("  "),
        Span::styled(what_was(app, person), theme.text),
    ];
    if person.survived.is_some() {
        let (mark, style) = if live.right { (" ✓", theme.right) } else { (" ✗", theme.wrong) };
        spans.push(Span::styled(mark, style));
    }
    lines.push(Line::from(spans));
}

/// The network as a function in Python, the numbers as they are now.
fn code(app: &App, theme: &Theme, trace: &Trace, lines: &mut Vec<Line<'static>>) {
    let weights = app.network().layer(0);
    let names = app.run().encoder().input_names();
    let identifiers: Vec<String> = names.iter().map(|name| name.to_lowercase()).collect();
    let number = |value: f64| numbers::ascii(&numbers::factor(value));
    let mut terms = String::new();
    for (input, name) in identifiers.iter().enumerate() {
        let weight = number(weights.weight(0, input));
        if input > 0 {
            terms.push('+');
        }
        terms.push_str(name);
        terms.push('*');
        terms.push_str(&weight);
    }
    let bias = weights.biases[0];
    let sign = if bias < 0.0 { '-' } else { '+' };
    let said = if app.shown().row(app.who).said { "lived" } else { "died" };
    let result = format!("# {} ▸ {said}", numbers::fixed(trace.p(), 6, 8).trim());
    lines.push(Line::styled(format!("def predict({}):", identifiers.join(", ")), theme.muted));
    let encoder = app.run().encoder();
    for (name, input) in identifiers.iter().zip(encoder.inputs()) {
        if let Some((mean, sd)) = input.scale() {
            let (mean, sd) = (numbers::decimal(mean, 6), numbers::decimal(sd, 6));
            let line = format!("  {name} = ({name} - {mean})/{sd}");
            lines.push(Line::styled(line, theme.muted));
        }
    }
    lines.push(Line::styled(format!("  z = {terms}{sign}{}", number(bias.abs())), theme.muted));
    lines.push(Line::from(vec![
        Span::styled("  return 1/(1+exp(-z))   ", theme.muted),
        Span::styled(result, theme.muted),
    ]));
}

#[cfg(test)]
mod tests {
    use super::polite_name;

    #[test]
    fn people_are_addressed_by_title_and_family_name() {
        assert_eq!(polite_name("Braund, Mr. Owen Harris"), "Mr. Braund");
        assert_eq!(polite_name("Rothes, the Countess. of (Lucy)"), "the Countess. Rothes");
        assert_eq!(polite_name("Anna"), "Anna");
    }
}
