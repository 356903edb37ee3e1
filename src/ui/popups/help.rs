//! The help of a screen, made from the key table.

use super::glossary::explained;
use crate::app::keys::{Binding, Heading, Scope};
use crate::app::popups::HelpPage;
use crate::app::{App, Screen, glossary};
use crate::explain::words::{Word, help as words, landscape, what_if};
use crate::ui::prelude::*;

/// Cells of the keys.
const KEYS: usize = 26;

/// Cells of the page with its frame, where there is room.
const WIDTH: u16 = 84;

/// Draws the page.
pub fn draw(context: &mut Context<'_>, area: Rect, page: &HelpPage) {
    let lines = lines(context, WIDTH.min(area.width).saturating_sub(4).into());
    let screen =
        context.say(if context.app.popups.shows_what_if() { what_if::TITLE } else { context.app.core.screen.title() });
    let frame = Frame::new(context.theme, context.fill(words::TITLE, &[screen])).footer(context.say(words::CLOSE));
    let inside = super::parts::open(context, area, (WIDTH, lines.len() as u16 + 2), frame);
    let rows = usize::from(inside.height);
    let last_top = lines.len().saturating_sub(rows);
    context.hits.set_popup_page(rows);
    context.hits.set_popup_last_top(last_top);
    context.lines(inside.inset(), lines.into_iter().skip(page.top.min(last_top)));
}

fn lines(context: &Context<'_>, width: usize) -> Vec<Line<'static>> {
    let muted = |word| text::wrapped(context.say(word), width, context.theme.muted);
    let mut lines = explained(context, &glossary::terms()[glossary::here(context.app)], width);
    if context.app.popups.shows_what_if() {
        // All of them, those too that do nothing yet.
        let own = context.app.keys.rows().iter().filter(|binding| binding.scope == Scope::WhatIf);
        let own = own.map(|binding| (binding.help, binding.label())).collect();
        section(context, width, what_if::TITLE, own, &mut lines);
    }
    let own = rows(context, |binding| is_of_screen(binding, context.app));
    section(context, width, words::GROUP_SCREEN, own.clone(), &mut lines);
    lines.extend(notes(context.app).into_iter().flat_map(muted));
    for &group in Heading::ALL {
        let mut rows = rows(context, |binding| {
            let everywhere = match binding.scope {
                Scope::Everywhere | Scope::Edit => true,
                // While it is open they stand at the top, under its own heading.
                Scope::WhatIf => !context.app.popups.shows_what_if(),
                Scope::Tour => context.app.tour.is_open(),
                Scope::Present => context.app.core.presenter.is_on,
                // What a popup can do stands at its foot.
                Scope::Screen(_) | Scope::Panel(_) | Scope::Race | Scope::Popup => false,
            };
            everywhere && binding.group == group && !is_shadowed(binding, context.app)
        });
        rows.retain(|row| !own.contains(row));
        section(context, width, group.title(), rows, &mut lines);
    }
    lines.push(Line::default());
    lines.extend([words::SHIFT_DRAG, words::MEMORY].into_iter().flat_map(muted));
    lines
}

/// The words and keys of these bindings that do anything now. One key may stand in the table twice, under
/// another hint.
fn rows(context: &Context<'_>, wanted: impl Fn(&Binding) -> bool) -> Vec<(Word, String)> {
    let mut rows = Vec::new();
    for binding in context.app.keys.rows() {
        let row = (binding.help, binding.label());
        if wanted(binding) && (binding.when)(context.app) && !rows.contains(&row) {
            rows.push(row);
        }
    }
    rows
}

/// Whether a binding is one of the screen shown, in whichever of its panels.
fn is_of_screen(binding: &Binding, app: &App) -> bool {
    match binding.scope {
        Scope::Screen(screen) => screen == app.core.screen,
        Scope::Panel(panel) => panel.screen() == app.core.screen,
        Scope::Race => app.core.shows_race(),
        Scope::Everywhere | Scope::Edit | Scope::WhatIf | Scope::Popup | Scope::Tour | Scope::Present => false,
    }
}

/// Whether the screen shown has a meaning of its own for every key of a binding.
fn is_shadowed(binding: &Binding, app: &App) -> bool {
    binding.scope == Scope::Everywhere
        && binding.keys.iter().all(|&(key, _)| {
            app.keys.rows().iter().any(|other| {
                other.scope == Scope::Screen(app.core.screen)
                    && (other.when)(app)
                    && other.keys.iter().any(|&(own, _)| own == key)
            })
        })
}

/// What the words of the screen shown mean, where it has words of its own.
fn notes(app: &App) -> Vec<Word> {
    if app.core.screen != Screen::Landscape {
        return Vec::new();
    }
    let twin = app.screens.landscape.seen(&app.core).twin().and_then(Result::ok);
    let rule = twin.filter(|twin| twin.has_own_rate());
    let rule = rule.map(|_| landscape::RATE_RULE_LONG);
    let mut notes = vec![
        landscape::WHAT_LIMIT,
        landscape::WHAT_CONDITION,
        landscape::WHAT_OFF,
        landscape::WHAT_MAIN,
        landscape::WHAT_RANDOM,
    ];
    notes.extend(rule);
    notes
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
    lines.push(Span::styled(context.say(title), theme.heading).into());
    for (word, keys) in rows {
        let mut keys = keys.as_str();
        for row in text::wrap(context.say(word), width.saturating_sub(KEYS)) {
            let keys = Span::styled(text::pad_right(std::mem::take(&mut keys), KEYS), theme.key);
            lines.push(Line::from_iter([keys, Span::styled(row, theme.text)]));
        }
    }
}
