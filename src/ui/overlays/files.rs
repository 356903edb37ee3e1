//! Saving a run and opening one: a line for the path, and what is to be said about it.

use crate::app::core::text_field::TextField;
use crate::app::overlay::{OpenForm, Refused, SaveForm, Saving};
use crate::explain::words::runs as words;
use crate::ui::prelude::*;

const WIDTH: u16 = 76;

/// What is saved, where, and whether that worked.
pub fn save(context: &mut Context<'_>, area: Rect, form: &SaveForm) {
    let theme = context.theme;
    let slot = context.app.core.runs.get(form.run);
    let (name, epoch) = slot.map(|slot| (slot.run.name.clone(), slot.run.epoch())).unwrap_or_default();
    let title = context.fill(words::SAVE_TITLE, &[name, epoch.to_string()]);
    let count = Saving::ALL.len() as u16;
    let frame = Frame::new(theme, title).footer(context.say(words::SAVE_KEYS));
    let inside = super::popup::open(context, area, (WIDTH, count + 6), frame);
    path_line(context, inside, &form.field);
    let rows = Saving::ALL.iter().map(|&what| TableRow::new([Span::styled(context.say(what.word()), theme.text)]));
    let rows: Vec<_> = rows.collect();
    let selected = Saving::ALL.iter().position(|&what| what == form.what).unwrap_or(0);
    super::popup::choices(context, inside.below(2), [TableColumn::left(Constraint::Fill(1))], rows, (0, selected));
    let (said, style) = match &form.refused {
        None => (context.say(words::WHERE_FROM).to_owned(), theme.muted),
        Some(Refused::Exists) => (context.say(words::EXISTS).to_owned(), theme.notice),
        Some(Refused::Failed(why)) => {
            (context.fill(words::FAILED, &[why.text(context.app.core.settings.language)]), theme.notice)
        }
    };
    context.paragraph(inside.inset().below(count + 2), &said, style);
}

/// Which file is opened, and what is wrong with it.
pub fn open(context: &mut Context<'_>, area: Rect, form: &OpenForm) {
    let theme = context.theme;
    let frame = Frame::new(theme, context.say(words::OPEN_TITLE)).footer(context.say(words::OPEN_KEYS));
    let inside = super::popup::open(context, area, (WIDTH, 8), frame);
    path_line(context, inside, &form.field);
    let (first, second) = match &form.problem {
        None => {
            let muted = |word| (context.say(word).to_owned(), theme.muted);
            (muted(words::WHERE_FROM), muted(words::BARE_TENSORS))
        }
        Some(why) => {
            let why = context.fill(words::FAILED, &[why.text(context.app.core.settings.language)]);
            ((why, theme.notice), (context.say(words::OPEN_REMEDY).to_owned(), theme.text))
        }
    };
    let below = inside.inset().below(2);
    let rows = context.paragraph(below, &first.0, first.1);
    context.paragraph(below.below(rows), &second.0, second.1);
}

/// The label and the field on the first row.
fn path_line(context: &mut Context<'_>, inside: Rect, field: &TextField) {
    let label = context.say(words::PATH);
    context.text(inside.inset(), label, context.theme.heading);
    context.field(inside.from(text::width(label) as u16 + 3).less(1), field, true);
}
