//! The filter: a line of conditions, and quick filters to switch on and off.

use crate::app::Target;
use crate::app::popups::FilterForm;
use crate::data::{Expression, Quick};
use crate::explain::words::Message;
use crate::explain::words::list as words;
use crate::ui::prelude::*;

/// Draws the popup; what is typed filters the list behind it at once.
pub fn draw(context: &mut Context<'_>, area: Rect, form: &FilterForm) {
    let (app, theme) = (context.app, context.theme);
    let half = Quick::ALL.len().div_ceil(2);
    let frame = Frame::new(theme, context.say(words::FILTER_TITLE)).footer(context.say(words::FILTER_KEYS));
    let inside = super::parts::open(context, area, (74, half as u16 + 7), frame);
    let label = context.say(words::FILTER_LINE);
    context.text(inside.inset(), label, if form.selected == 0 { theme.heading } else { theme.muted });
    let line = inside.row(0).from(text::width(label) as u16 + 3).less(1);
    context.field(line, &form.line, form.selected == 0);
    context.note(line, Target::PopupRow(0));
    let (note, style) = match Expression::parse(form.line.text()) {
        Err(error) => (format!("! {}", Message::sentence(&error).text(app.core.settings.language)), theme.notice),
        Ok(expression) if expression.is_empty() => (context.say(words::FILTER_EXAMPLE).to_owned(), theme.muted),
        Ok(_) => (String::new(), theme.muted),
    };
    let below = inside.inset().below(1);
    context.text(below, text::cut(&note, below.width.into()), style);
    let values = [app.core.view.rows().len().to_string(), app.core.list.len().to_string()];
    context.text(below.below(1), context.fill(words::FILTER_RESULT, &values), theme.now);
    let columns = inside.below(4).layout::<2>(&ratatui::layout::Layout::horizontal([Constraint::Fill(1); 2]));
    for (place, (quicks, column)) in Quick::ALL.chunks(half).zip(columns).enumerate() {
        let rows = quicks.iter().map(|&quick| {
            let is_on = app.core.view.filter().quick.contains(quick);
            let name = Span::styled(context.say(words::quick(quick)), theme.text);
            TableRow::new([super::parts::checkbox(theme, is_on), name])
        });
        let rows: Vec<_> = rows.collect();
        let boxes = [Constraint::Length(3), Constraint::Fill(1)].map(TableColumn::left);
        super::parts::choices(context, column, boxes, rows, (1 + place * half, form.selected));
    }
}
