//! The first row: a tab for each screen, and the run on it in a few words.

use ratatui::layout::Rect;

use super::context::Context;
use super::describe;
use crate::app::{Screen, Target};

/// Draws the tabs and the run.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let app = context.app;
    let theme = *context.theme;
    let mut x = 0;
    for &screen in Screen::ALL {
        let label = format!(" {} {} ", screen.digit(), context.say(screen.title()));
        let style = if screen == app.core.screen { theme.tab_active } else { theme.tab };
        let start = x;
        x = context.pen(area).text(x, 0, &label, style);
        context.note(Rect::new(area.x + start, area.y, x - start, 1), Target::Tab(screen));
    }
    let room = usize::from(area.width.saturating_sub(x + 3));
    let run = describe::run_in(app, room);
    context.pen(area).right(0, 1, &run, theme.muted);
}
