//! The last row: the keys that do something now. On narrow screens a notice takes its place until the
//! next key.

use ratatui::layout::Rect;

use super::context::Context;
use super::time_bar;
use super::{ascii, text};
use crate::app::core::playback::State;
use crate::app::overlay::Overlay;
use crate::app::{Command, Notice, keys};
use crate::explain::words::commands;

/// Draws as many hints as fit, the way to help always last.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let theme = *context.theme;
    let notice = context.app.core.notice.as_ref();
    let yields =
        notice.is_some_and(Notice::yields_to_hints) && !matches!(context.app.core.playback.state(), State::Seeking(_));
    if area.width < 100 && !yields && time_bar::notice(context, area) {
        return;
    }
    let app = context.app;
    // Where letters are text, another key leads to the help.
    let takes_text = app.core.overlay.as_ref().is_some_and(Overlay::takes_text);
    let key = if takes_text { "F1" } else { "?" };
    let words = context.say(commands::HINT_HELP);
    let help_width = (text::width(key) + 1 + text::width(words)) as u16;
    let last = area.width.saturating_sub(help_width + 3);
    let mut x = 1;
    for (binding, word) in keys::hints(app) {
        if binding.keys[0].1 == Command::Help {
            continue;
        }
        let label = ascii::key_label(binding.label(true), app.core.settings.ascii);
        let words = context.say(word);
        let width = (text::width(&label) + 1 + text::width(words)) as u16;
        if x + width > last {
            break;
        }
        let mut pen = context.pen(area);
        x = pen.text(x, 0, &label, theme.key);
        x = pen.text(x + 1, 0, words, theme.key_hint) + 2;
    }
    let mut pen = context.pen(area);
    x = pen.text(x, 0, key, theme.key);
    pen.text(x + 1, 0, words, theme.key_hint);
}
