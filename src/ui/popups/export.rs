//! What can be taken along: a row for each drawing and table, with the file it becomes.

use crate::app::figure::Export;
use crate::app::popups::ExportMenu;
use crate::explain::words::figures as words;
use crate::ui::prelude::*;

/// Draws the list.
pub fn draw(context: &mut Context<'_>, area: Rect, menu: &ExportMenu) {
    let theme = context.theme;
    let file = Export::ALL.get(menu.selected).map(|export| export.file());
    let frame = Frame::new(theme, context.say(words::MENU)).footer(context.fill(words::MENU_FOOT, file.as_slice()));
    let rows = Export::ALL.map(|export| {
        let title = context.say(export.title());
        TableRow::new([Span::styled(export.file(), theme.text), Span::styled(title, theme.muted)])
    });
    let inside = super::parts::open(context, area, (70, rows.len() as u16 + 2), frame);
    let columns = [Constraint::Length(15), Constraint::Fill(1)].map(TableColumn::left);
    super::parts::choices(context, inside, columns, rows, (0, menu.selected));
}
