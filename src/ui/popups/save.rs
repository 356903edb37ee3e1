//! Saving a run: a line for the path, what is saved, and what is to be said about it.

use crate::app::Refused;
use crate::app::popups::save::{SaveForm, Saving};
use crate::explain::words::runs as words;
use crate::ui::prelude::*;

/// What is saved, where, and whether that worked.
pub fn draw(context: &mut Context<'_>, area: Rect, form: &SaveForm) {
    let theme = context.theme;
    let slot = context.app.core.runs.get(form.run);
    let (name, epoch) = slot.map(|slot| (slot.run.name.clone(), slot.run.epoch())).unwrap_or_default();
    let title = context.fill(words::SAVE_TITLE, &[name, numbers::whole(epoch)]);
    let count = Saving::ALL.len() as u16;
    let frame = Frame::new(theme, title).footer(context.say(words::SAVE_KEYS));
    let inside = super::parts::open(context, area, (super::parts::WIDE, count + 6), frame);
    super::parts::path_line(context, inside, &form.field);
    let rows = Saving::ALL.iter().map(|&what| TableRow::new([Span::styled(context.say(what.word()), theme.text)]));
    let rows: Vec<_> = rows.collect();
    super::parts::choices(
        context,
        inside.below(2),
        [TableColumn::left(Constraint::Fill(1))],
        rows,
        (0, form.what as usize),
    );
    let (said, style) = match &form.refused {
        None => (context.say(words::WHERE_FROM).to_owned(), theme.muted),
        Some(Refused::Exists) => (context.say(words::EXISTS).to_owned(), theme.notice),
        Some(Refused::Failed(why)) => {
            (context.fill(words::FAILED, &[context.app.core.settings.tell(why)]), theme.notice)
        }
    };
    context.paragraph(inside.inset().below(count + 2), &said, style);
}
