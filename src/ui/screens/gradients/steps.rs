//! Every parameter with its gradient, its check, the optimiser's memory, its step and its new value: of
//! the person, and below it of the batch.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::figures;
use crate::analysis::gradient::{Check, Step};
use crate::app::gradients::{Stage, whose};
use crate::app::pointer::Spot;
use crate::app::recipe_form::show;
use crate::app::words::gradients as words;
use crate::app::{App, Panel, Target};
use crate::nn::Parameter;
use crate::ui::context::Context;
use crate::ui::text;
use crate::ui::widgets::panel::Panel as Frame;

/// Cells of a column of numbers, with the blank before it.
const NUMBER: usize = 10;
/// The gradient's, one more.
const GRADIENT: usize = 11;
/// Longest name shown whole.
const MOST_NAME: usize = 12;

/// Whose table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    Person,
    Batch,
}

/// The panel's border: how a step is made.
pub fn frame<'a>(context: &Context<'a>, width: u16) -> Frame<'a> {
    let rule = rule(context.app);
    let rate = show::number(context.app.run().learning_rate());
    let info = if width < 56 {
        format!("{rule} {rate}")
    } else {
        context.fill(words::RATE, &[rule, rate])
    };
    Frame::new(context.theme, context.say(words::STEPS)).info(info)
}

/// `gd`, `momentum 0.9`, `nesterov 0.9`, `adam`.
fn rule(app: &App) -> String {
    let recipe = app.run().recipe();
    match (recipe.momentum, recipe.nesterov) {
        (0.0, _) => recipe.optimizer.name().to_owned(),
        (momentum, true) => format!("nesterov {}", show::number(momentum)),
        (momentum, false) => format!("momentum {}", show::number(momentum)),
    }
}

/// The rows it would like, with its borders.
pub fn height(app: &App) -> u16 {
    let rows = app.network().parameters().len().min(60) as u16;
    if app.gradients.single {
        return rows + 3;
    }
    2 * rows + 6
}

/// Which columns there is room for.
#[expect(clippy::struct_excessive_bools, reason = "each is a column of its own")]
struct Columns {
    name: usize,
    /// Whether names say what is multiplied.
    long: bool,
    now: bool,
    check: usize,
    first: bool,
    second: bool,
    step: bool,
}

impl Columns {
    fn of(app: &App, width: usize) -> Self {
        let (first, second) = app.run().recipe().optimizer().keeps();
        let mut columns = Self {
            name: 0,
            long: true,
            now: true,
            check: 6,
            first,
            second,
            step: true,
        };
        columns.name = columns.longest_name(app);
        // What can be told from other columns goes first.
        let give_up: [fn(&mut Self); 6] = [
            |columns| columns.check = 2,
            |columns| columns.step = false,
            |columns| columns.long = false,
            |columns| columns.second = false,
            |columns| columns.first = false,
            |columns| columns.now = false,
        ];
        for give_up in give_up {
            if columns.width() > width {
                give_up(&mut columns);
                columns.name = columns.longest_name(app);
            }
        }
        if columns.width() > width {
            let over = columns.width() - width;
            columns.name = columns.name.saturating_sub(over).max(3);
        }
        columns
    }

    fn name_of(&self, app: &App, parameter: Parameter) -> String {
        if self.long {
            figures::long_name(app, parameter)
        } else {
            figures::name(app, parameter)
        }
    }

    fn longest_name(&self, app: &App) -> usize {
        let network = app.network();
        // Names of far layers are as long as those of near ones.
        let some = network.parameters().len().min(400);
        let names = (0..some).map(|index| self.name_of(app, network.parameter_at(index)));
        let longest = names.map(|name| text::width(&name)).max();
        longest.unwrap_or(4).min(MOST_NAME)
    }

    fn width(&self) -> usize {
        let optional = [self.now, self.first, self.second, self.step];
        let optional = optional.into_iter().filter(|shown| *shown).count();
        1 + self.name + GRADIENT + self.check + optional * NUMBER + NUMBER
    }
}

/// Both tables, or the one of what is looked at.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let inner = Frame::inner(area);
    let app = context.app;
    let width = usize::from(inner.width);
    let columns = Columns::of(app, width);
    draw_head(context, inner, &columns);
    let first = if app.gradients.batch {
        Whose::Batch
    } else {
        Whose::Person
    };
    let count = app.network().parameters().len();
    let below = usize::from(inner.height).saturating_sub(1);
    // A second table needs its caption, a row and the sentence.
    let both = !app.gradients.single && below >= 5;
    let rows = if both { (below - 2) / 2 } else { below };
    let rows = rows.min(count);
    context.hits.set_page(Panel::Steps, rows.max(1));
    let part = |y: usize, height: usize| Rect {
        y: inner.y + y as u16,
        height: height as u16,
        ..inner
    };
    draw_rows(context, part(1, rows), &columns, (first, true));
    if !both {
        return;
    }
    let spare = below.saturating_sub(2 * rows + 2);
    let at = 1 + rows + usize::from(spare > 0);
    let second = match first {
        Whose::Person => Whose::Batch,
        Whose::Batch => Whose::Person,
    };
    draw_caption(context, part(at, 1), second);
    draw_rows(context, part(at + 1, rows), &columns, (second, false));
    let rest = usize::from(inner.height).saturating_sub(at + 1 + rows);
    draw_comparison(context, part(at + 1 + rows, rest));
}

fn draw_head(context: &mut Context<'_>, inner: Rect, columns: &Columns) {
    let style = context.theme.heading;
    let (first, second) = match (columns.first, columns.second) {
        (true, true) => ("m", "v"),
        _ => ("v", "v"),
    };
    let check = if columns.check > 2 {
        context.say(words::CHECK)
    } else {
        ""
    };
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
    heads.push((context.say(words::NEW_COLUMN), NUMBER));
    let mut x = (1 + columns.name) as u16;
    let mut pen = context.pen(inner);
    for (head, width) in heads {
        x = pen.text(x, 0, &text::pad_left(head, width), style);
    }
}

/// The rows around the parameter pointed at, reversed in the table of what is looked at.
fn draw_rows(
    context: &mut Context<'_>,
    area: Rect,
    columns: &Columns,
    (whose, is_first): (Whose, bool),
) {
    let app = context.app;
    let lens = app.gradients.lens();
    let network = app.network();
    let count = network.parameters().len();
    let shape = network.shape();
    let here = shape.reading_place(app.spot.parameter(network));
    let rows = usize::from(area.height);
    let top = here
        .saturating_sub(rows / 2)
        .min(count.saturating_sub(rows));
    let step = match whose {
        Whose::Person => lens.one().and_then(Result::ok).map(|one| &one.step),
        Whose::Batch => lens.batch().map(|batch| &batch.step),
    };
    for (y, place) in (top..count.min(top + rows)).enumerate() {
        let parameter = shape.parameter_read(place);
        let index = shape.index(parameter);
        let check = match whose {
            Whose::Person => lens
                .one()
                .and_then(Result::ok)
                .and_then(|one| one.check(index)),
            Whose::Batch => lens.batch().and_then(|batch| batch.check(index)),
        };
        let row = Rect {
            y: area.y + y as u16,
            height: 1,
            ..area
        };
        let end = draw_row(context, row, columns, (index, place == here), step, check);
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
    columns: &Columns,
    (index, here): (usize, bool),
    step: Option<&Step>,
    check: Option<Check>,
) -> u16 {
    let app = context.app;
    let theme = *context.theme;
    let parameter = app.network().parameter_at(index);
    let gradients = &app.gradients;
    let name = columns.name_of(app, parameter);
    let is_bias = matches!(parameter, Parameter::Bias { .. });
    let role = if is_bias { theme.bias } else { theme.weight };
    let width = NUMBER - 1;
    let now = app.network().parameters()[index];
    let mut cells: Vec<(String, usize, Style)> = Vec::new();
    if columns.now {
        cells.push((figures::six(now, width), NUMBER, role));
    }
    if let Some(step) = step {
        let terms = step.terms(index);
        let mut put = |stage: Stage, value: f64, cells_wide: usize, style: Style| {
            let shown = if gradients.shows(stage) {
                figures::flow(value, cells_wide - 1)
            } else {
                String::new()
            };
            cells.push((shown, cells_wide, style));
        };
        let hue = theme.push(Some(terms.gradient));
        put(Stage::Gradient, terms.gradient, GRADIENT, hue);
        let (mark, style) = match check {
            _ if !gradients.shows(Stage::Gradient) => ("", theme.right),
            None => ("…", theme.muted),
            Some(check) if check.agrees() && check.crossings == 0 => ("✓", theme.right),
            Some(_) => ("!", theme.notice),
        };
        // Under the middle of its head where it has one.
        let mark = if columns.check > 2 {
            format!("{mark}  ")
        } else {
            mark.to_owned()
        };
        cells.push((mark, columns.check, style));
        let mut put = |value: f64, write: fn(f64, usize) -> String, style: Style| {
            let shown = if gradients.shows(Stage::Update) {
                write(value, width)
            } else {
                String::new()
            };
            cells.push((shown, NUMBER, style));
        };
        if let Some((_, first)) = terms.first.filter(|_| columns.first) {
            put(first, figures::flow, theme.text);
        }
        if let Some((_, second)) = terms.second.filter(|_| columns.second) {
            put(second, figures::flow, theme.text);
        }
        if columns.step {
            put(terms.step(), figures::six, theme.text);
        }
        put(terms.after, figures::six, role);
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

/// Whose rows the second table holds.
fn draw_caption(context: &mut Context<'_>, row: Rect, whose: Whose) {
    let app = context.app;
    let theme = *context.theme;
    let who = match whose {
        Whose::Batch => {
            let rows = whose::batch(app);
            if app
                .gradients
                .lens()
                .batch()
                .is_some_and(|batch| batch.rows.is_full)
            {
                context.fill(words::WHOLE_BATCH, &[rows])
            } else {
                rows
            }
        }
        Whose::Person => {
            let person = app.passenger();
            let name = format!("{} {}", person.id, person.name);
            let facts = whose::facts(app);
            let room = usize::from(row.width).saturating_sub(text::width(&facts) + 22);
            format!("{} · {facts}", text::cut(&name, room))
        }
    };
    let caption = context.fill(words::SAME_WEIGHTS, &[&who]);
    let room = usize::from(row.width) - 1;
    let caption = if text::width(&caption) <= room {
        caption
    } else {
        who
    };
    let shown = text::cut(&caption, room).into_owned();
    context.pen(row).text(1, 0, &shown, theme.muted);
}

/// How far one person moves the parameter pointed at, beside all together.
fn draw_comparison(context: &mut Context<'_>, row: Rect) {
    let app = context.app;
    let lens = app.gradients.lens();
    let (Some(Ok(one)), Some(batch)) = (lens.one(), lens.batch()) else {
        return;
    };
    if !app.gradients.shows(Stage::Update) {
        return;
    }
    let parameter = app.spot.parameter(app.network());
    let index = app.network().index(parameter);
    let (alone, together) = (one.step.terms(index).step(), batch.step.terms(index).step());
    let times = (alone / together).abs();
    if alone == 0.0 || together == 0.0 || !times.is_finite() {
        return;
    }
    let times = if times >= 9.95 {
        format!("{times:.0}")
    } else if times >= 0.095 {
        format!("{times:.1}")
    } else {
        figures::short(times)
    };
    let word = if (alone > 0.0) == (together > 0.0) {
        words::AS_FAR
    } else {
        words::AS_FAR_BACK
    };
    let values = [
        figures::name(app, parameter),
        times,
        batch.rows.rows.len().to_string(),
        whose::pronoun(app).to_owned(),
    ];
    let sentence = context.fill(word, &values);
    let style = context.theme.text;
    let lines = text::wrap(&sentence, usize::from(row.width).saturating_sub(2).max(1));
    let mut pen = context.pen(row);
    for (y, line) in lines.iter().enumerate() {
        pen.text(1, y as u16, line, style);
    }
}
