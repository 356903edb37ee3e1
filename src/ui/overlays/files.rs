//! Saving a run and opening one: a line for the path, and what is to be said about it.

use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::app::Target;
use crate::app::core::text_field::TextField;
use crate::app::overlay::{OpenForm, Refused, SaveForm, Saving};
use crate::explain::words::runs as words;
use crate::ui::context::Context;
use crate::ui::text;
use crate::ui::widgets::text_field::TextFieldView;

const WIDTH: u16 = 76;

/// What is saved, where, and whether that worked.
pub fn save(context: &mut Context<'_>, area: Rect, form: &SaveForm) {
    let theme = *context.theme;
    let (name, epoch) =
        context.app.core.runs.get(form.run).map(|slot| (slot.run.name.clone(), slot.run.epoch())).unwrap_or_default();
    let title = context.fill(words::SAVE_TITLE, &[name, epoch.to_string()]);
    let rows = Saving::ALL.len() as u16;
    let footer = context.say(words::SAVE_KEYS);
    let inside = super::open(context, area, (WIDTH, rows + 6), &title, footer);
    path_line(context, inside, &form.field);
    for (index, what) in Saving::ALL.iter().copied().enumerate() {
        let y = 2 + index as u16;
        let words = context.say(what.word());
        let chosen = what == form.what;
        let width = inside.width;
        let mut pen = context.pen(inside);
        pen.text(1, y, if chosen { "▸" } else { " " }, theme.text);
        let words = text::cut(words, usize::from(width).saturating_sub(4));
        pen.text(3, y, &words, theme.text);
        if chosen {
            pen.restyle(0, y, width, theme.cursor);
        }
        let row = Rect { y: inside.y + y, height: 1, ..inside };
        context.note(row, Target::OverlayRow(index));
    }
    let said = match &form.refused {
        None => (context.say(words::WHERE_FROM).to_owned(), theme.muted),
        Some(Refused::Exists) => (context.say(words::EXISTS).to_owned(), theme.notice),
        Some(Refused::Failed(why)) => {
            (context.fill(words::FAILED, &[why.text(context.app.core.settings.language)]), theme.notice)
        }
    };
    say(context, inside, rows + 2, &said.0, said.1);
}

/// Which file is opened, and what is wrong with it.
pub fn open(context: &mut Context<'_>, area: Rect, form: &OpenForm) {
    let theme = *context.theme;
    let (title, footer) = (context.say(words::OPEN_TITLE), context.say(words::OPEN_KEYS));
    let inside = super::open(context, area, (WIDTH, 8), title, footer);
    path_line(context, inside, &form.field);
    match &form.problem {
        None => {
            let words = context.say(words::WHERE_FROM);
            let rows = say(context, inside, 2, words, theme.muted);
            let words = context.say(words::BARE_TENSORS);
            say(context, inside, 2 + rows, words, theme.muted);
        }
        Some(why) => {
            let why = context.fill(words::FAILED, &[why.text(context.app.core.settings.language)]);
            let rows = say(context, inside, 2, &why, theme.notice);
            let remedy = context.say(words::OPEN_REMEDY);
            say(context, inside, 2 + rows, remedy, theme.text);
        }
    }
}

/// The label and the field on the first row.
fn path_line(context: &mut Context<'_>, inside: Rect, field: &TextField) {
    let theme = *context.theme;
    let label = context.say(words::PATH);
    let start = text::width(label) as u16 + 3;
    context.pen(inside).text(1, 0, label, theme.heading);
    let line = Rect { x: inside.x + start, width: inside.width.saturating_sub(start + 1), height: 1, ..inside };
    TextFieldView::new(field.text(), field.cursor(), theme.text).cursor(theme.cursor).render(line, context.buf);
}

/// Writes a sentence in as many rows as it takes, and tells how many.
fn say(context: &mut Context<'_>, inside: Rect, y: u16, words: &str, style: ratatui::style::Style) -> u16 {
    let lines = text::wrap(words, usize::from(inside.width).saturating_sub(2));
    let mut pen = context.pen(inside);
    for (row, line) in lines.iter().enumerate() {
        pen.text(1, y + row as u16, line, style);
    }
    lines.len() as u16
}
