//! The last row: the keys that do something now. On narrow screens a notice takes its place until the
//! next key.

use super::ascii;
use super::time_bar;
use crate::app::core::playback::PlayState;
use crate::app::keys::{Heading, Key};
use crate::app::{Command, Notice, keys};
use crate::explain::words::commands;
use crate::ui::prelude::*;
use crate::ui::theme::Theme;

/// Draws as many hints as fit, the way to help always last.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let theme = context.theme;
    let notice = context.app.core.notice.as_ref();
    let yields = notice.is_some_and(Notice::yields_to_hints)
        && !matches!(context.app.core.playback.state(), PlayState::Seeking(_));
    // In front of a class no bar has a row for it.
    let takes_row = area.width < 100 || context.app.core.presenter.is_on;
    if takes_row && !yields && time_bar::notice(context, area) {
        return;
    }
    let app = context.app;
    // Where letters are text, another key leads to the help.
    let takes_text = app.popups.top().is_some_and(|popup| popup.typed().is_some());
    let keys = app.keys.keys(Command::Help);
    let is_free = |key: &&Key| !takes_text || !matches!(key, Key::Char(_));
    let key = keys.iter().find(is_free).map(|key| key.label()).unwrap_or_default();
    let hint = |key: &str, words: &str| {
        let key = Span::styled(key.to_owned(), theme.key);
        Line::from_iter([key, Span::raw(" "), Span::styled(words.to_owned(), theme.key_hint)])
    };
    let help = hint(&key, context.say(commands::HINT_HELP));
    let last = usize::from(area.width).saturating_sub(text::line_width(&help) + 2);
    let others = keys::hints(app).into_iter().filter(|(binding, _)| binding.keys[0].1 != Command::Help);
    let mut shown: Vec<(Heading, Line<'_>)> = Vec::new();
    for (binding, word) in others {
        let hint = hint(&ascii::key_label(binding.label(true), app.core.settings.ascii), context.say(word));
        shown.push((binding.group, hint));
        if text::line_width(&grouped(theme, &shown)) > last {
            shown.pop();
            break;
        }
    }
    let mut line = grouped(theme, &shown);
    line.extend(help);
    context.line(area, line);
}

/// Hints of one group beside each other, the groups in the order of their first hints, and a line after each.
fn grouped<'a>(theme: &Theme, hints: &[(Heading, Line<'a>)]) -> Line<'a> {
    let mut groups: Vec<Heading> = Vec::new();
    for (group, _) in hints {
        if !groups.contains(group) {
            groups.push(*group);
        }
    }
    let mut line = Line::raw(" ");
    for group in groups {
        let own = hints.iter().filter(|(other, _)| *other == group);
        for (at, (_, hint)) in own.enumerate() {
            line.push_span(if at > 0 { "  " } else { "" });
            line.extend(hint.clone());
        }
        line.push_span(Span::styled(" │ ", theme.muted));
    }
    line
}
