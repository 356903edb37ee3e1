//! The help of a screen, made from the key table.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::Screen;
use crate::app::keys::{BINDINGS, Binding, Group, Scope};
use crate::app::words::{Word, help as words, what_if};
use crate::ui::context::Context;
use crate::ui::text;

/// Cells of the keys.
const KEYS: usize = 26;

/// Cells of the page with its frame, where there is room.
const WIDTH: u16 = 84;

/// Draws the page from line `top` on.
pub fn draw(context: &mut Context<'_>, area: Rect, top: usize) {
    let lines = lines(context, WIDTH.min(area.width).saturating_sub(4).into());
    let screen = context.say(if context.app.shows_what_if() {
        what_if::TITLE
    } else {
        context.app.screen.title()
    });
    let title = context.fill(words::TITLE, &[screen]);
    let size = (WIDTH, lines.len() as u16 + 2);
    let footer = context.say(words::CLOSE);
    let inside = super::open(context, area, size, &title, footer);
    let page = usize::from(inside.height);
    let last_top = lines.len().saturating_sub(page);
    context.hits.set_overlay_page(page);
    context.hits.set_overlay_last_top(last_top);
    let top = top.min(last_top);
    let mut pen = context.pen(inside);
    for (y, line) in lines.iter().skip(top).take(page).enumerate() {
        pen.line(1, y as u16, line);
    }
}

fn lines(context: &Context<'_>, width: usize) -> Vec<Line<'static>> {
    let theme = context.theme;
    let mut lines = Vec::new();
    if context.app.shows_what_if() {
        let own = |binding: &&Binding| binding.scope == Scope::WhatIf;
        let rows = BINDINGS.iter().filter(own);
        let rows = rows.map(|binding| (binding.help, binding.label(false)));
        section(context, width, what_if::TITLE, rows.collect(), &mut lines);
    }
    for group in Group::ALL {
        let mut seen: Vec<(Word, String)> = Vec::new();
        for binding in BINDINGS.iter().filter(|binding| binding.group == group) {
            let here = match binding.scope {
                Scope::Everywhere | Scope::Edit => true,
                // While it is open they stand at the top, under its own heading.
                Scope::WhatIf => !context.app.shows_what_if(),
                Scope::Screen(screen) => screen == context.app.screen,
                Scope::Panel(panel) => panel.screen() == context.app.screen,
                Scope::Race => context.app.screen == Screen::Train,
            };
            let row = (binding.help, binding.label(false));
            // One key may stand in the table twice, under another hint.
            if here && !seen.contains(&row) {
                seen.push(row);
            }
        }
        section(context, width, group.title(), seen, &mut lines);
    }
    lines.push(Line::default());
    for word in [words::SHIFT_DRAG, words::MEMORY] {
        for row in text::wrap(context.say(word), width) {
            lines.push(Line::styled(row, theme.muted));
        }
    }
    lines
}

/// A heading and its rows, after an empty line where something stands above; nothing without rows.
fn section(
    context: &Context<'_>,
    width: usize,
    title: Word,
    rows: Vec<(Word, String)>,
    lines: &mut Vec<Line<'static>>,
) {
    let theme = context.theme;
    if rows.is_empty() {
        return;
    }
    if !lines.is_empty() {
        lines.push(Line::default());
    }
    lines.push(Line::styled(context.say(title), theme.heading));
    for (word, keys) in rows {
        let wrapped = text::wrap(context.say(word), width.saturating_sub(KEYS));
        for (index, row) in wrapped.into_iter().enumerate() {
            let keys = if index == 0 { keys.as_str() } else { "" };
            lines.push(Line::from(vec![
                Span::styled(text::pad_right(keys, KEYS), theme.key),
                Span::styled(row, theme.text),
            ]));
        }
    }
}
