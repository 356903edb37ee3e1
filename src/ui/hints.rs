//! The last row: the keys that do something now. On narrow screens a notice takes its place until the
//! next key.

use super::ascii;
use super::time_bar;
use crate::app::core::playback::PlayState;
use crate::app::keys::{Binding, Heading, Key};
use crate::app::{App, Command, Notice, Target, keys, layers};
use crate::explain::words::{Word, commands, tour};
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
    let left = if takes_row && !yields { time_bar::notice(context, area) } else { None };
    let app = context.app;
    // Where letters are text, another key leads to the help.
    let takes_text = app.popups.takes_text();
    let (command, words) = match (takes_text, app.popups.is_help()) {
        (false, true) => (Command::Glossary, commands::HINT_WORDS),
        (true, _) | (false, false) => (Command::Help, commands::HINT_HELP),
    };
    let is_free = |key: Key| !takes_text || !matches!(key, Key::Char(_));
    // The narrower scopes stand last.
    let rows = app.keys.rows().iter().rev().filter(|binding| binding.applies(app));
    let bound = rows.flat_map(|binding| &*binding.keys).find(|&&(key, of)| of == command && is_free(key));
    let key = bound.map(|(key, _)| key.label()).unwrap_or_default();
    let help = hint(context, vec![(key, command)], context.say(words).to_owned());
    if let Some(left) = left {
        // The way to help stays where it fits.
        let at = left.width.saturating_sub(width(&help) as u16 + 1);
        if at > 1 {
            put(context, left.from(at), help);
        }
        return;
    }
    let last = usize::from(area.width).saturating_sub(width(&help) + 2);
    let others = keys::hints(app).into_iter().filter(|(binding, _)| binding.keys[0].1 != Command::Help);
    let others: Vec<(&Binding, Word)> = others.collect();
    let hint_of = |(binding, word): (&Binding, Word)| (binding.group, hint(context, binding.brief(), said(app, word)));
    let mut shown = Vec::new();
    let mut taken = 1;
    for &other in &others {
        let (group, hint) = hint_of(other);
        let begins = !shown.iter().any(|(other, _)| *other == group);
        taken += width(&hint) + text::width(if begins { AFTER_GROUP } else { BETWEEN });
        if taken > last {
            break;
        }
        shown.push((group, hint));
    }
    // Without it nobody finds the panels that have no room of their own.
    let leads_on = others.iter().skip(shown.len()).find(|(binding, _)| binding.keys[0].1 == Command::FocusNext);
    if let Some(&leads_on) = leads_on {
        shown.push(hint_of(leads_on));
    }
    let mut line = grouped(theme, &shown);
    while shown.len() > 1 && width(&line) > last {
        shown.remove(shown.len() - 2);
        line = grouped(theme, &shown);
    }
    put(context, area.row(0), line.into_iter().chain(help));
}

/// Writes hints, and notes what a click on them does.
fn put<'a>(context: &mut Context<'_>, mut rest: Rect, hints: impl IntoIterator<Item = (Span<'a>, Option<Command>)>) {
    for (span, command) in hints {
        if let Some(command) = command {
            context.note(Rect { width: text::width(&span.content) as u16, ..rest }, Target::Hint(command));
        }
        rest = context.span(rest, &span);
    }
}

/// The pieces of a hint: its keys and its words, each with what a click on it does. Words of two keys do nothing.
type Hint<'a> = Vec<(Span<'a>, Option<Command>)>;

/// The words of a hint; of the panels also which this is, and of how many.
fn said(app: &App, word: Word) -> String {
    // What the card says of the same key.
    let leaves = word == commands::HINT_BACK && layers::leaves_tour(app);
    let words = app.core.settings.say(if leaves { tour::LEAVE } else { word });
    if word != commands::HINT_PANEL {
        return words.to_owned();
    }
    let panels = app.core.screen.panels();
    let at = panels.iter().position(|&panel| panel == app.core.focus()).unwrap_or(0);
    format!("{words} {}/{}", at + 1, panels.len())
}

fn hint<'a>(context: &Context<'a>, keys: Vec<(String, Command)>, words: String) -> Hint<'a> {
    let theme = context.theme;
    let only = if let [(_, command)] = keys[..] { Some(command) } else { None };
    let mut hint: Hint<'_> = Vec::new();
    for (label, command) in keys {
        let label = ascii::key_label(label, context.app.core.settings.ascii);
        let joined = hint.last().is_some_and(|(key, _)| key.content.ends_with(char::is_alphabetic));
        if joined && label.starts_with(char::is_alphabetic) {
            hint.push((Span::styled("/", theme.key), None));
        }
        hint.push((Span::styled(label, theme.key), Some(command)));
    }
    hint.extend([(Span::raw(" "), only), (Span::styled(words, theme.key_hint), only)]);
    hint
}

fn width(hint: &Hint<'_>) -> usize {
    hint.iter().map(|(span, _)| text::width(&span.content)).sum()
}

/// Between hints of one group.
const BETWEEN: &str = "  ";
/// After a group.
const AFTER_GROUP: &str = " │ ";

/// Hints of one group beside each other, the groups in the order of their first hints, and a line after each.
fn grouped<'a>(theme: &Theme, hints: &[(Heading, Hint<'a>)]) -> Hint<'a> {
    let mut groups: Vec<Heading> = Vec::new();
    for (group, _) in hints {
        if !groups.contains(group) {
            groups.push(*group);
        }
    }
    let mut line = vec![(Span::raw(" "), None)];
    for group in groups {
        let own = hints.iter().filter(|(other, _)| *other == group);
        for (at, (_, hint)) in own.enumerate() {
            line.push((Span::raw(if at > 0 { BETWEEN } else { "" }), None));
            line.extend(hint.iter().cloned());
        }
        line.push((Span::styled(AFTER_GROUP, theme.muted), None));
    }
    line
}
