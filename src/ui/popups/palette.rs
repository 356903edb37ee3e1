//! The command palette: every action by name, and a number for an epoch.

use crate::app::popups::palette::{CommandPalette, PaletteRow, rows};
use crate::app::{Command, Screen};
use crate::explain::words::help as words;
use crate::ui::prelude::*;

/// Draws the field and the actions that match it.
pub fn draw(context: &mut Context<'_>, area: Rect, palette: &CommandPalette) {
    let theme = context.theme;
    let rows = rows(context.app, palette.field.text());
    let frame = Frame::new(theme, context.say(words::PALETTE_TITLE)).footer(context.say(words::PALETTE_KEYS));
    let inside = super::parts::open(context, area, (72, (rows.len() as u16 + 4).clamp(8, 20)), frame);
    context.text(inside.inset(), ":", theme.key);
    context.field(inside.from(3).less(1), &palette.field, true);
    let list = inside.below(2);
    context.hits.set_popup_page(list.height.into());
    if rows.is_empty() {
        context.text(list.inset(), context.say(words::PALETTE_EMPTY), theme.muted);
        return;
    }
    let selected = palette.selected.min(rows.len() - 1);
    let shown = window(selected, list.height.into(), rows.len());
    context.scroll_mark(list, &shown, rows.len());
    let shown_rows = rows[shown.clone()].iter().map(|row| {
        let label = |command| context.app.keys.label(command);
        let key = match row {
            PaletteRow::Command(_, key) => key.clone(),
            PaletteRow::Epoch(_) => String::new(),
            PaletteRow::Preset(_) => label(Command::Presets),
            PaletteRow::Setting(_) => label(Command::Show(Screen::Recipe)),
            PaletteRow::Panel(panel) => label(Command::Show(panel.screen())),
            PaletteRow::Lesson(_) => label(Command::Lessons),
            PaletteRow::Term(_) => label(Command::Glossary),
        };
        let name = row.name(context.app);
        TableRow::new([Span::styled(name, theme.text), Span::styled(key, theme.key)])
    });
    let shown_rows: Vec<_> = shown_rows.collect();
    let columns = [TableColumn::left(Constraint::Fill(1)), TableColumn::right(Constraint::Max(12))];
    super::parts::choices(context, list, columns, shown_rows, (shown.start, selected));
}
