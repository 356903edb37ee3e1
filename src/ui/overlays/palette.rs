//! The command palette: every action by name, and a number for an epoch.

use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::app::Target;
use crate::app::core::listing::fitted_top;
use crate::app::core::text_field::TextField;
use crate::app::palette::{PaletteRow, palette_rows};
use crate::explain::words::{commands, help as words, presets};
use crate::ui::context::Context;
use crate::ui::text;
use crate::ui::widgets::text_field::TextFieldView;

/// Draws the field and the actions that match it.
pub fn draw(context: &mut Context<'_>, area: Rect, field: &TextField, selected: usize) {
    let theme = *context.theme;
    let rows = palette_rows(context.app, field.text());
    let height = (rows.len() as u16 + 4).clamp(8, 20);
    let title = context.say(words::PALETTE_TITLE);
    let footer = context.say(words::PALETTE_KEYS);
    let inside = super::open(context, area, (72, height), title, footer);
    let line = Rect { x: inside.x + 3, width: inside.width.saturating_sub(4), height: 1, ..inside };
    context.pen(inside).text(1, 0, ":", theme.key);
    TextFieldView::new(field.text(), field.cursor(), theme.text).cursor(theme.cursor).render(line, context.buf);
    let list = Rect { y: inside.y + 2, height: inside.height.saturating_sub(2), ..inside };
    let page = usize::from(list.height);
    context.hits.set_overlay_page(page);
    if rows.is_empty() {
        let words = context.say(words::PALETTE_EMPTY);
        context.pen(list).text(1, 0, words, theme.muted);
        return;
    }
    let selected = selected.min(rows.len() - 1);
    let top = fitted_top(0, selected, page, rows.len());
    for (line, row) in rows.iter().enumerate().skip(top).take(page) {
        let (name, key) = match row {
            PaletteRow::Command(command, key) => (context.say(command.title()).to_owned(), key.clone()),
            PaletteRow::Epoch(epoch) => (context.fill(commands::GO_TO_EPOCH, &[epoch.to_string()]), String::new()),
            PaletteRow::Preset(preset) => {
                let title = context.say(presets::title(*preset));
                (format!("p: {title}"), "p".to_owned())
            }
        };
        let y = (line - top) as u16;
        let width = list.width;
        let mut pen = context.pen(list);
        pen.text(1, y, if line == selected { "▸" } else { " " }, theme.text);
        let room = usize::from(width).saturating_sub(16);
        pen.text(3, y, &text::cut(&name, room), theme.text);
        pen.right(y, 1, &key, theme.key);
        if line == selected {
            pen.restyle(0, y, width, theme.cursor);
        }
        context.note(Rect { y: list.y + y, height: 1, ..list }, Target::OverlayRow(line));
    }
}
