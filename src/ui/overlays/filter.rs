//! The filter: a line of conditions, and quick filters to switch on and off.

use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::app::Target;
use crate::app::core::text_field::TextField;
use crate::data::{Expression, Quick};
use crate::explain::errors::of_filter;
use crate::explain::words::list as words;
use crate::ui::context::Context;
use crate::ui::text;
use crate::ui::widgets::text_field::TextFieldView;

/// Draws the popup; what is typed filters the list behind it at once.
pub fn draw(context: &mut Context<'_>, area: Rect, field: &TextField, selected: usize) {
    let theme = *context.theme;
    let rows = Quick::ALL.len().div_ceil(2) as u16;
    let title = context.say(words::FILTER_TITLE);
    let footer = context.say(words::FILTER_KEYS);
    let inside = super::open(context, area, (72, rows + 7), title, footer);
    let label = context.say(words::FILTER_LINE);
    let label_width = text::width(label) as u16;
    let mut pen = context.pen(inside);
    pen.text(1, 0, label, if selected == 0 { theme.heading } else { theme.muted });
    let line = Rect {
        x: inside.x + label_width + 3,
        width: inside.width.saturating_sub(label_width + 4),
        height: 1,
        ..inside
    };
    let mut typed = TextFieldView::new(field.text(), field.cursor(), theme.text);
    if selected == 0 {
        typed = typed.cursor(theme.cursor);
    }
    typed.render(line, context.buf);
    context.note(line, Target::OverlayRow(0));
    let width = usize::from(inside.width).saturating_sub(2);
    let (note, style) = match Expression::parse(field.text()) {
        Err(error) => {
            let why = of_filter(&error.problem).text(context.app.core.settings.language);
            (format!("! {why}"), theme.notice)
        }
        Ok(expression) if expression.is_empty() => (context.say(words::FILTER_EXAMPLE).to_owned(), theme.muted),
        Ok(_) => (String::new(), theme.muted),
    };
    let mut pen = context.pen(inside);
    pen.text(1, 1, &text::cut(&note, width), style);
    let values = [context.app.core.view.rows().len().to_string(), context.app.core.list.len().to_string()];
    let result = context.fill(words::FILTER_RESULT, &values);
    context.pen(inside).text(1, 2, &result, theme.now);
    let column = inside.width / 2;
    for (index, &quick) in Quick::ALL.iter().enumerate() {
        let (column_at, y) = (index as u16 / rows * column, 4 + index as u16 % rows);
        let on = context.app.core.view.filter().quick.contains(quick);
        let mark = if on { "[x]" } else { "[ ]" };
        let name = context.say(words::quick(quick));
        let mut pen = context.pen(inside);
        let end = pen.text(column_at + 1, y, mark, if on { theme.now } else { theme.muted });
        let name = text::cut(name, usize::from(column).saturating_sub(6));
        pen.text(end + 1, y, &name, theme.text);
        if selected == index + 1 {
            pen.restyle(column_at, y, column, theme.cursor);
        }
        let row = Rect { x: inside.x + column_at, y: inside.y + y, width: column, height: 1 };
        context.note(row, Target::OverlayRow(index + 1));
    }
}
