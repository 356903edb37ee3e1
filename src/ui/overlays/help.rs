//! The help of a screen, made from the key table.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::Screen;
use crate::app::keys::{BINDINGS, Group, Scope};
use crate::app::words::{Word, explore, help as words, recipe};
use crate::ui::context::Context;
use crate::ui::text;

/// Cells of the keys.
const KEYS: usize = 26;

/// Draws the page from line `top` on.
pub fn draw(context: &mut Context<'_>, area: Rect, top: usize) {
    let lines = lines(context);
    let screen = context.say(match context.app.screen {
        Screen::Explore => explore::EXPLORE,
        Screen::Train => explore::TRAIN,
        Screen::Recipe => recipe::RECIPE,
    });
    let title = context.fill(words::TITLE, &[screen]);
    let size = (84, lines.len() as u16 + 2);
    let footer = context.say(words::CLOSE);
    let inside = super::open(context, area, size, &title, footer);
    let page = usize::from(inside.height);
    context.hits.set_overlay_page(page);
    let top = top.min(lines.len().saturating_sub(page));
    let mut pen = context.pen(inside);
    for (y, line) in lines.iter().skip(top).take(page).enumerate() {
        pen.line(1, y as u16, line);
    }
}

fn lines(context: &Context<'_>) -> Vec<Line<'static>> {
    let theme = context.theme;
    let mut lines = Vec::new();
    for group in Group::ALL {
        let mut seen: Vec<(Word, String)> = Vec::new();
        for binding in BINDINGS.iter().filter(|binding| binding.group == group) {
            let here = match binding.scope {
                Scope::Everywhere => true,
                Scope::Screen(screen) => screen == context.app.screen,
                Scope::Panel(panel) => panel.screen() == context.app.screen,
            };
            let row = (binding.help, binding.label(false));
            // One key may stand in the table twice, under another hint.
            if here && !seen.contains(&row) {
                seen.push(row);
            }
        }
        if seen.is_empty() {
            continue;
        }
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        lines.push(Line::styled(context.say(group.title()), theme.heading));
        for (word, keys) in seen {
            lines.push(Line::from(vec![
                Span::styled(text::pad_right(&keys, KEYS), theme.key),
                Span::styled(context.say(word), theme.text),
            ]));
        }
    }
    lines.push(Line::default());
    for word in [words::SHIFT_DRAG, words::MEMORY] {
        for row in text::wrap(context.say(word), 80) {
            lines.push(Line::styled(row, theme.muted));
        }
    }
    lines
}
