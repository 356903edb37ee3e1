//! What can be taken along: a row for each drawing and table, with the file it becomes.

use ratatui::layout::Rect;

use crate::app::figure::Export;
use crate::explain::words::figures as words;
use crate::ui::context::Context;

/// Cells of the file's name.
const FILE: u16 = 16;

/// Draws the list.
pub fn draw(context: &mut Context<'_>, area: Rect, selected: usize) {
    let theme = *context.theme;
    let title = context.say(words::MENU);
    let file = Export::ALL.get(selected).map(|export| export.file());
    let footer = context.fill(words::MENU_FOOT, file.as_slice());
    let inside = super::open(context, area, (70, Export::ALL.len() as u16 + 2), title, &footer);
    for (index, export) in Export::ALL.into_iter().enumerate() {
        let y = index as u16;
        let words = context.say(export.title());
        let mut pen = context.pen(inside);
        pen.text(1, y, if index == selected { "▸" } else { " " }, theme.text);
        pen.text(3, y, &export.file(), theme.text);
        pen.text(3 + FILE, y, words, theme.muted);
        super::choice(context, inside, (y, 1), index, selected);
    }
}
