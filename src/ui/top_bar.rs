//! The first row: a tab for each screen, and the run on it in a few words.

use super::describe;
use crate::app::{Command, Screen, Target};
use crate::ui::prelude::*;

/// Draws the tabs and the run.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let (app, theme) = (context.app, context.theme);
    let mut rest = area;
    for &screen in Screen::ALL {
        let label = format!(" {} {} ", app.keys.label(Command::Show(screen)), context.say(screen.title()));
        let width = text::width(&label) as u16;
        context.text(rest, label, if screen == app.core.screen { theme.tab_active } else { theme.tab });
        context.note(Rect { width: width.min(rest.width), ..rest }, Target::Tab(screen));
        rest = rest.from(width);
    }
    let run = describe::run_in(app, usize::from(rest.width.saturating_sub(3)));
    context.text_at_right(rest.less(1), run, theme.muted);
}
