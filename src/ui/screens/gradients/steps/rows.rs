//! The rows of the table: a parameter each, in the order its network is read.

use std::ops::Range;

use super::StepOf;
use super::columns::{Columns, GRADIENT, Holds, NUMBER, Written};
use crate::analysis::gradient::{Check, Step, Terms};
use crate::app::core::pointer::Spot;
use crate::app::{App, Target};
use crate::explain::numbers::Digits;
use crate::explain::update::Stage;
use crate::explain::words::{gradients as words, network};
use crate::nn::Parameter;
use crate::ui::prelude::*;
use crate::ui::theme::Theme;
use crate::ui::widgets::signed_bar::SignedBar;

/// The step of the passenger, or the batch's.
fn step_of(app: &App, whose: StepOf) -> Option<&Step> {
    let lens = app.screens.gradients.lens(&app.core);
    match whose {
        StepOf::Person => lens.one().and_then(Result::ok).map(|one| &one.step),
        StepOf::Batch => lens.batch().map(|batch| &batch.step),
    }
}

/// The steps both tables show, so that a column is written alike in both.
fn steps(app: &App) -> Vec<&Step> {
    [StepOf::Person, StepOf::Batch].into_iter().filter_map(|whose| step_of(app, whose)).collect()
}

/// Where the parameters of some rows lie.
fn indices(app: &App, places: Range<usize>) -> Vec<usize> {
    let shape = app.core.network().shape();
    places.map(|place| shape.index(shape.parameter_read(place))).collect()
}

/// The head of a column.
fn head(context: &Context<'_>, columns: &Columns, of: Holds) -> &'static str {
    match of {
        Holds::Now => context.say(words::NOW),
        Holds::Input => context.say(words::INPUT_COLUMN),
        Holds::Product => context.say(words::PRODUCT_COLUMN),
        // A blank between it and the border; numbers need none.
        Holds::Delta if context.app.screens.gradients.shows(Stage::Delta) => "δ ",
        Holds::Gradient => context.say(words::GRADIENT_COLUMN),
        Holds::Check if columns.heads_check => context.say(words::CHECK),
        // Without numbers there is nothing to head.
        Holds::Check | Holds::Delta => "",
        Holds::First if columns.shown.contains(&Holds::Second) => "m",
        Holds::First | Holds::Second => "v",
        Holds::Step => context.say(words::STEP),
        Holds::New => context.say(words::NEW_COLUMN),
    }
}

/// The bars beside the rows of a table, where there is room for them: as one person's gradient is many times the batch's,
/// each table has its own measure.
pub(super) fn bar(app: &App, columns: &Columns, width: u16, whose: StepOf) -> Option<SignedBar> {
    let free = usize::from(width).saturating_sub(columns.width(app) + 2);
    if app.screens.gradients.shows(Stage::Gradient) {
        let step = step_of(app, whose)?;
        return SignedBar::of(step.gradient.iter().copied(), free);
    }
    let network = app.core.network();
    let products = (0..network.parameters().len()).filter_map(|index| product(app, whose, network.parameter_at(index)));
    SignedBar::of(products, free)
}

/// What flows through a parameter of one person.
fn product(app: &App, whose: StepOf, parameter: Parameter) -> Option<f64> {
    let lens = app.screens.gradients.lens(&app.core);
    let one = lens.one().and_then(Result::ok).filter(|_| whose == StepOf::Person)?;
    let network = app.core.network();
    Some(one.of.input(parameter) * network.parameters()[network.index(parameter)])
}

/// The rows around the parameter pointed at: in the first table under heads, and reversed.
pub(super) fn draw(
    context: &mut Context<'_>,
    area: Rect,
    columns: &Columns,
    (whose, is_first): (StepOf, bool),
    places: Range<usize>,
) {
    let (app, theme) = (context.app, context.theme);
    let lens = app.screens.gradients.lens(&app.core);
    let network = app.core.network();
    let shape = network.shape();
    let here = shape.reading_place(app.core.spot().parameter(network));
    let step = step_of(app, whose);
    let both = steps(app);
    let written = Written::of(&both, &indices(app, places.clone()));
    let one = match whose {
        StepOf::Person => lens.one().and_then(Result::ok).map(|one| &one.of),
        StepOf::Batch => None,
    };
    let has_gradient = app.screens.gradients.shows(Stage::Gradient);
    let bar = bar(app, columns, area.width, whose);
    let rows = places.map(|place| {
        let parameter = shape.parameter_read(place);
        let index = shape.index(parameter);
        let check = match whose {
            StepOf::Person => lens.one().and_then(Result::ok).and_then(|one| one.check(index)),
            StepOf::Batch => lens.batch().and_then(|batch| batch.check(index)),
        };
        let role = if matches!(parameter, Parameter::Bias { .. }) { theme.bias } else { theme.weight };
        let name = Span::styled(columns.name_of(app, parameter), role);
        let of_step = step.map(|step| step.terms(index));
        let flows = one.map(|one| [one.input(parameter), network.parameters()[index], one.delta(parameter)]);
        let cells = columns.shown.iter().map(|&of| {
            flowing(app, theme, of, flows)
                .unwrap_or_else(|| cell(app, theme, of, (of_step, index), (check, columns), written, role))
        });
        let length = if has_gradient { of_step.map(|terms| terms.gradient) } else { product(app, whose, parameter) };
        let bar = bar.as_ref().zip(length).map(|(bar, length)| bar.line(theme, length));
        TableRow::new([name].into_iter().chain(cells).map(Line::from).chain(bar))
            .target(Target::Spot(Spot::of(parameter, network)))
            .marked(place == here)
            .cursor(place == here && is_first)
    });
    let heads = columns.shown.iter().map(|&of| {
        let head = Span::styled(if is_first { head(context, columns, of) } else { "" }, theme.heading);
        TableColumn::right(Constraint::Length(columns.cells(app, of) as u16)).head(head)
    });
    let columns = [TableColumn::left(Constraint::Length(columns.name as u16))].into_iter().chain(heads);
    let word = context.say(if has_gradient { words::GRADIENT_COLUMN } else { network::PRODUCT });
    let over = |bar: &SignedBar| {
        let measured = context.fill(words::UP_TO, &[word, &numbers::short(bar.most())]);
        let fits = has_gradient && text::width(&measured) <= bar.width();
        let shown = bar.head(if fits { &measured } else { word });
        Span::styled(if is_first { shown } else { String::new() }, theme.heading)
    };
    let bars = bar.as_ref().map(|bar| TableColumn::left(Constraint::Fill(1)).head(over(bar)));
    let columns = columns.chain(bars);
    let table = Table::new(theme, columns, rows);
    context.table(area, table);
}

/// What flows through a parameter of one person before there is a gradient: `[input, weight, δ]`; none for what is known
/// of the batch as well.
fn flowing(app: &App, theme: &Theme, of: Holds, flows: Option<[f64; 3]>) -> Option<Span<'static>> {
    let number = |value: f64, style| Span::styled(numbers::fixed(value, numbers::DECIMALS, NUMBER), style);
    let shown = match (of, flows) {
        (Holds::Input, Some([input, ..])) => Span::styled(numbers::short(input), theme.input),
        (Holds::Product, Some([input, weight, _])) => number(weight * input, theme.push(Some(weight * input))),
        (Holds::Delta, Some([.., delta])) if app.screens.gradients.shows(Stage::Delta) => {
            number(delta, theme.push(Some(delta)))
        }
        (Holds::Input | Holds::Product | Holds::Delta, _) => Span::raw(""),
        (Holds::Now | Holds::Gradient | Holds::Check | Holds::First | Holds::Second | Holds::Step | Holds::New, _) => {
            return None;
        }
    };
    Some(shown)
}

/// What stands in a column, as far as the stage has come.
fn cell(
    app: &App,
    theme: &Theme,
    of: Holds,
    (terms, index): (Option<Terms>, usize),
    (check, columns): (Option<Check>, &Columns),
    written: Written,
    role: Style,
) -> Span<'static> {
    let now = app.core.network().parameters()[index];
    let Some(terms) = terms.filter(|_| of != Holds::Now) else {
        let shown = if of == Holds::Now { numbers::signed(now, 6, NUMBER) } else { String::new() };
        return Span::styled(shown, role);
    };
    let stage = if matches!(of, Holds::Gradient | Holds::Check) { Stage::Gradient } else { Stage::Update };
    if !app.screens.gradients.shows(stage) {
        return Span::raw("");
    }
    let number = |value: f64, digits: Digits, style| Span::styled(digits.write(value, NUMBER), style);
    match of {
        Holds::Now | Holds::Input | Holds::Product | Holds::Delta => Span::raw(""),
        Holds::Gradient => {
            Span::styled(written.gradient.write(terms.gradient, GRADIENT), theme.push(Some(terms.gradient)))
        }
        Holds::Check => {
            let (mark, style) = match check {
                None => ("…", theme.muted),
                Some(check) if check.agrees() && check.crossings == 0 => (super::super::agrees(app), theme.right),
                Some(_) => ("!", theme.notice),
            };
            // Under the middle of its head where it has one.
            Span::styled(format!("{mark}{}", if columns.heads_check { "  " } else { "" }), style)
        }
        Holds::First => {
            terms.first.map_or_else(|| Span::raw(""), |(_, after)| number(after, written.first, theme.text))
        }
        Holds::Second => {
            let after = terms.second.map_or(0.0, |(_, after)| after);
            // A mean of squares pushes nothing: it has no sign.
            Span::styled(written.second.write(after, NUMBER).replace('+', " "), theme.text)
        }
        Holds::Step => number(terms.step(), written.step, theme.text),
        Holds::New => number(terms.after, Digits::Six, role),
    }
}
