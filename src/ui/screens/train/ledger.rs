//! The ledger: who changed sides between two epochs, by name, with p before and after.

use crate::app::TrainTarget;
use crate::app::{Parts, TrainPanel};
use crate::data::Column;
use crate::explain::words::{runs, train as words};
use crate::training::Watched;
use crate::ui::passenger;
use crate::ui::prelude::*;
use crate::ui::widgets::rail::{PLAIN, rail};

/// Cells of what is no name and no picture of a change.
const FIGURES: u16 = 34;
/// A picture of a change is drawn from this width on.
const LEAST_PICTURE: u16 = 24;

/// The border: which rows, between which epochs, how many.
pub fn frame<'a>(context: &Context<'a>, _: Rect) -> Frame<'a> {
    let app = context.app;
    let rows = context.say(match app.core.parts {
        Parts::Both if Watched::of(app.core.run()).is_held_out() => words::ROWS_BOTH_PARTS,
        Parts::Both => words::ROWS_BOTH,
        Parts::Train => words::ROWS_TRAIN,
        Parts::Test => words::ROWS_TEST,
    });
    let flips = app.core.shown().ledger_rows(app.core.parts);
    let gained = flips.gained();
    let lost = flips.len() - gained;
    if let Some(other) = other(context) {
        let mut values = between(context, other).to_vec();
        values.extend([gained.to_string(), lost.to_string()]);
        return Frame::new(context.theme, context.fill(runs::LEDGER, &[rows]))
            .info(context.fill(runs::BETWEEN, &values))
            .footer(context.say(runs::NEXT_HINT));
    }
    let values = [
        numbers::whole(app.core.shown().ledger_from),
        numbers::whole(app.core.run().epoch()),
        gained.to_string(),
        lost.to_string(),
    ];
    Frame::new(context.theme, context.fill(words::LEDGER, &[rows]))
        .info(context.fill(words::FROM_TO, &values))
        .info(format!("+{gained} −{lost}"))
        .footer(context.say(if flips.is_empty() { words::MARK_HINT } else { words::SHOWS_PERSON }))
}

/// The run the ledger compares with, where it does.
fn other(context: &Context<'_>) -> Option<usize> {
    let app = context.app;
    app.core.shown().against.as_ref().and(app.core.against)
}

/// Both runs with their epochs, the other one first.
fn between(context: &Context<'_>, other: usize) -> [String; 4] {
    let app = context.app;
    let epoch = app.core.runs.get(other).map_or(0, |slot| slot.run.epoch());
    [
        app.core.name_of(other),
        numbers::whole(epoch),
        app.core.name_of(app.core.runs.active_index()),
        numbers::whole(app.core.run().epoch()),
    ]
}

/// The people.
pub fn draw(context: &mut Context<'_>, mut area: Rect) {
    let (app, theme) = (context.app, context.theme);
    let flips = app.core.shown().ledger_rows(app.core.parts);
    // Where counts under different policies meet, each names its own.
    if let Some((there, here)) = other(context).and_then(|run| app.core.other_policy(run)) {
        context.text(area.from(1), context.fill(runs::POLICIES, &[there.name(), here.name()]), theme.muted);
        area = area.below(1);
    }
    context.hits.set_page(TrainPanel::Ledger, usize::from(area.height).saturating_sub(2));
    if flips.is_empty() {
        let epochs = [app.core.shown().ledger_from, app.core.run().epoch()].map(numbers::whole);
        let words = match other(context) {
            Some(other) => context.fill(runs::NOBODY_DIFFERS, &between(context, other)),
            None if !app.core.has_past() => context.say(words::NOBODY_YET).to_owned(),
            None => context.fill(words::NOBODY_CHANGED, &epochs),
        };
        let said = context.paragraph(area.inset(), &words, theme.muted);
        if other(context).is_none() {
            nearest(context, area.below(said + 1));
        }
        return;
    }
    let selected = app.screens.train.flip(&app.core);
    // Of each kind of flip that there is, a heading and then the people.
    let (gained, lost) = (flips.gained(), flips.len() - flips.gained());
    let (before_gained, before_lost) = (usize::from(gained > 0), usize::from(gained > 0) + usize::from(lost > 0));
    let entry_of = |flip: usize| flip + if flip < gained { before_gained } else { before_lost };
    // The heading above the first person stays in sight with them.
    let in_sight = if selected == 0 { 0 } else { entry_of(selected) };
    let picture = (area.width.saturating_sub(FIGURES) / 2).min(60);
    let picture = if picture < LEAST_PICTURE { 0 } else { picture };
    let has_head = picture > 0;
    let rows = usize::from(area.height).saturating_sub(has_head.into());
    let entries = window(in_sight, rows, flips.len() + before_lost).map(|entry| {
        if entry == 0 && gained > 0 {
            return heading(context, true, gained);
        }
        if entry == gained + before_gained {
            return heading(context, false, lost);
        }
        let at = entry - if entry < gained + before_gained { before_gained } else { before_lost };
        let is_here = at == selected;
        let has_cursor = is_here && context.has_keys(TrainPanel::Ledger);
        let row = flips.get(at).unwrap_or_default();
        person(context, row, picture).target(TrainTarget::Flip(at)).marked(is_here).cursor(has_cursor)
    });
    let entries: Vec<TableRow<'_>> = entries.collect();
    let columns = [Column::Id, Column::Name, Column::Sex, Column::Age].map(passenger::column);
    let change = [2 * passenger::CHANCE as u16 + 3, picture].map(|cells| TableColumn::left(Constraint::Length(cells)));
    let heads =
        if has_head { [context.say(words::BEFORE_AFTER).to_owned(), scale(picture)] } else { Default::default() };
    let change = change.into_iter().zip(heads).map(|(column, head)| column.head(Span::styled(head, theme.muted)));
    let columns = columns.into_iter().chain(change);
    context.table(area.less(1), Table::new(theme, columns, entries));
}

/// Nobody changed sides: those nearest to doing so, with their p.
fn nearest(context: &mut Context<'_>, area: Rect) {
    let (app, theme) = (context.app, context.theme);
    let shown = [Column::Id, Column::Name, Column::Sex, Column::Age, Column::P];
    let people = app.core.shown().nearest.iter().filter(|row| app.core.shows_row(**row));
    let people = people.take(usize::from(area.height).saturating_sub(1));
    let people = people.map(|&row| TableRow::new(shown.map(|column| passenger::cell(app, theme, row, column))));
    let people: Vec<TableRow<'_>> = people.collect();
    if people.is_empty() {
        return;
    }
    let heading = TableRow::heading(Span::styled(context.say(words::NEAREST), theme.muted));
    let table = Table::new(theme, shown.map(passenger::column), [heading].into_iter().chain(people));
    context.table(area.less(1), table);
}

/// What the cells of the pictures stand for: `0      0.5      1`.
fn scale(picture: u16) -> String {
    const HALF: &str = "0.5";
    let before = ((0.5 * f64::from(picture - 1)).round() as usize).saturating_sub(HALF.len() / 2);
    let after = usize::from(picture).saturating_sub(before + HALF.len());
    format!("{}{HALF}{:>after$}", text::pad_right("0", before), "1")
}

/// How many became right, or wrong.
fn heading<'a>(context: &Context<'a>, gained: bool, count: usize) -> TableRow<'a> {
    let style = if gained { context.theme.plus } else { context.theme.minus };
    let count = count.to_string();
    let words = match (other(context), gained) {
        (None, true) => context.fill(words::NOW_RIGHT, &[count]),
        (None, false) => context.fill(words::NOW_WRONG, &[count]),
        (Some(other), true) => context.fill(runs::RIGHT_HERE, &[context.app.core.name_of(other), count]),
        (Some(other), false) => context.fill(runs::RIGHT_THERE, &[context.app.core.name_of(other), count]),
    };
    TableRow::heading(Span::styled(words, style))
}

/// Who it is, with p before and after, and where there are cells for it the way from one to the other.
fn person<'a>(context: &Context<'a>, row: usize, picture: u16) -> TableRow<'a> {
    let (app, theme) = (context.app, context.theme);
    let cell = |column| passenger::cell(app, theme, row, column);
    let p = |row: crate::data::LiveRow| {
        row.p.map_or_else(|| text::pad_left(numbers::MISSING, passenger::CHANCE), numbers::chance)
    };
    let (before, after) = (p(app.core.shown().row_before(row)), p(app.core.shown().row(row)));
    let change = [(before, theme.muted), (" ▸ ".to_owned(), theme.muted), (after, theme.text)];
    let change = Line::from_iter(change.map(|(words, style)| Span::styled(words, style)));
    let [id, name, sex, age] =
        [Column::Id, Column::Name, Column::Sex, Column::Age].map(|column| Line::from(cell(column)));
    let ps = [app.core.shown().row_before(row).p, app.core.shown().row(row).p];
    let way = match ps {
        [Some(before), Some(after)] if picture > 0 => {
            let cell = |p: f64| (p * f64::from(picture - 1)).round() as u16;
            let (from, to) = (cell(before), cell(after));
            let marks = [(cell(0.5), "┊", theme.reference), (from, "○", theme.muted), (to, "●", theme.text)];
            rail(picture, [from.min(to), from.max(to)], PLAIN, theme.muted, &marks)
        }
        _ => Line::default(),
    };
    TableRow::new([id, name, sex, age, change, way])
}
