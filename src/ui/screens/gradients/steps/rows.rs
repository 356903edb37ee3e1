//! The rows of the table: a parameter each, in the order its network is read.

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Whose;
use super::columns::{CHECK, Columns, GRADIENT, NUMBER, Written};
use crate::analysis::gradient::{Check, Step};
use crate::app::core::pointer::Spot;
use crate::app::{App, Target};
use crate::explain::numbers;
use crate::explain::numbers::Digits;
use crate::explain::update::Stage;
use crate::explain::words::gradients as words;
use crate::nn::Parameter;
use crate::ui::context::Context;
use crate::ui::text;

/// The step of the passenger, or the batch's.
fn step_of(app: &App, whose: Whose) -> Option<&Step> {
    let lens = app.screens.gradients.lens(&app.core);
    match whose {
        Whose::Person => lens.one().and_then(Result::ok).map(|one| &one.step),
        Whose::Batch => lens.batch().map(|batch| &batch.step),
    }
}

/// The steps both tables show, so that a column is written alike in both.
fn steps(app: &App) -> Vec<&Step> {
    [Whose::Person, Whose::Batch].into_iter().filter_map(|whose| step_of(app, whose)).collect()
}

/// Where the parameters of some rows lie.
fn indices(app: &App, places: Range<usize>) -> Vec<usize> {
    let shape = app.core.network().shape();
    places.map(|place| shape.index(shape.parameter_read(place))).collect()
}

/// The headings.
pub(super) fn draw_head(context: &mut Context<'_>, inner: Rect, columns: &Columns) {
    let style = context.theme.heading;
    let (first, second) = match (columns.first, columns.second) {
        (true, true) => ("m", "v"),
        _ => ("v", "v"),
    };
    let check = if columns.check == CHECK { context.say(words::CHECK) } else { "" };
    let mut heads = Vec::new();
    if columns.now {
        heads.push((context.say(words::NOW), NUMBER));
    }
    heads.push((context.say(words::GRADIENT_COLUMN), GRADIENT));
    heads.push((check, columns.check));
    if columns.first {
        heads.push((first, NUMBER));
    }
    if columns.second {
        heads.push((second, NUMBER));
    }
    if columns.step {
        heads.push((context.say(words::STEP), NUMBER));
    }
    if columns.new {
        heads.push((context.say(words::NEW_COLUMN), NUMBER));
    }
    let mut x = (1 + columns.name) as u16;
    let mut pen = context.pen(inner);
    for (head, width) in heads {
        x = pen.text(x, 0, &text::pad_left(head, width), style);
    }
}

/// The rows around the parameter pointed at, reversed in the table of what is looked at.
pub(super) fn draw_rows(
    context: &mut Context<'_>,
    area: Rect,
    columns: &Columns,
    (whose, is_first): (Whose, bool),
    places: Range<usize>,
) {
    let app = context.app;
    let lens = app.screens.gradients.lens(&app.core);
    let network = app.core.network();
    let shape = network.shape();
    let here = shape.reading_place(app.core.spot().parameter(network));
    let step = step_of(app, whose);
    let written = Written::of(&steps(app), &indices(app, places.clone()));
    for (y, place) in places.enumerate() {
        let parameter = shape.parameter_read(place);
        let index = shape.index(parameter);
        let check = match whose {
            Whose::Person => lens.one().and_then(Result::ok).and_then(|one| one.check(index)),
            Whose::Batch => lens.batch().and_then(|batch| batch.check(index)),
        };
        let row = Rect { y: area.y + y as u16, height: 1, ..area };
        let end = draw_row(context, row, (columns, written), (index, place == here), step, check);
        if place == here && is_first {
            let style = context.theme.cursor;
            context.pen(row).restyle(0, 0, end, style);
        }
        let spot = Spot::of(parameter, network);
        context.note(row, Target::Spot(spot));
    }
}

fn draw_row(
    context: &mut Context<'_>,
    row: Rect,
    (columns, written): (&Columns, Written),
    (index, here): (usize, bool),
    step: Option<&Step>,
    check: Option<Check>,
) -> u16 {
    let app = context.app;
    let theme = *context.theme;
    let parameter = app.core.network().parameter_at(index);
    let gradients = &app.screens.gradients;
    let name = columns.name_of(app, parameter);
    let is_bias = matches!(parameter, Parameter::Bias { .. });
    let role = if is_bias { theme.bias } else { theme.weight };
    let width = NUMBER - 1;
    let now = app.core.network().parameters()[index];
    let mut cells: Vec<(String, usize, Style)> = Vec::new();
    if columns.now {
        cells.push((numbers::signed(now, 6, width), NUMBER, role));
    }
    if let Some(step) = step {
        let terms = step.terms(index);
        let mut put = |stage: Stage, value: f64, digits: Digits, cells_wide: usize, style: Style| {
            let shown = if gradients.shows(stage) { digits.write(value, cells_wide - 1) } else { String::new() };
            cells.push((shown, cells_wide, style));
        };
        let hue = theme.push(Some(terms.gradient));
        put(Stage::Gradient, terms.gradient, written.gradient, GRADIENT, hue);
        let (mark, style) = match check {
            _ if !gradients.shows(Stage::Gradient) => ("", theme.right),
            None => ("…", theme.muted),
            Some(check) if check.agrees() && check.crossings == 0 => (super::super::agrees(app), theme.right),
            Some(_) => ("!", theme.notice),
        };
        // Under the middle of its head where it has one.
        let mark = if columns.check == CHECK { format!("{mark}  ") } else { mark.to_owned() };
        cells.push((mark, columns.check, style));
        let reached = gradients.shows(Stage::Update);
        let write = |value: f64, digits: Digits| {
            let shown = reached.then(|| digits.write(value, width));
            shown.unwrap_or_default()
        };
        if let Some((_, first)) = terms.first.filter(|_| columns.first) {
            cells.push((write(first, written.first), NUMBER, theme.text));
        }
        if let Some((_, second)) = terms.second.filter(|_| columns.second) {
            // A mean of squares pushes nothing: it has no sign.
            let shown = write(second, written.second).replace('+', " ");
            cells.push((shown, NUMBER, theme.text));
        }
        if columns.step {
            cells.push((write(terms.step(), written.step), NUMBER, theme.text));
        }
        if columns.new {
            cells.push((write(terms.after, Digits::Six), NUMBER, role));
        }
    }
    let mut pen = context.pen(row);
    let mark = if here { "▸" } else { " " };
    let mut x = pen.text(0, 0, mark, theme.text);
    x = pen.text(x, 0, &text::pad_right(&name, columns.name), role);
    for (shown, width, style) in cells {
        x = pen.text(x, 0, &text::pad_left(&shown, width), style);
    }
    x
}
