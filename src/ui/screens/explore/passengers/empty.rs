//! What the list says when nobody matches: why, what would bring people back, and which key does.

use crate::data::filter::without_each;
use crate::explain::words::list as words;
use crate::ui::prelude::*;

/// Draws the empty state.
pub fn draw(context: &mut Context<'_>, inner: Rect) {
    let app = context.app;
    let theme = context.theme;
    let facts = app.core.shown().facts(app.core.run().split());
    let filter = app.core.view.filter();
    let word = |quick| app.core.settings.say(words::in_filter(quick));
    let mut lines = vec![(context.fill(words::NOBODY, &[filter.conditions(word).join(" ")]), theme.text)];
    let mut without = without_each(&app.core.list, &facts, filter, word);
    // What brings somebody back is said first.
    without.sort_by_key(|&(_, count, _)| count == 0);
    for (condition, count, first) in without {
        let line = if count == 0 {
            context.fill(words::WITHOUT_NONE, &[condition])
        } else {
            let people: Vec<String> = first
                .iter()
                .map(|&row| {
                    let person = app.core.list.passenger(row as usize);
                    let family = person.name.split(',').next().unwrap_or_default();
                    let age = person.age.map_or("–".to_owned(), |age| age.to_string());
                    format!("{family} {age}")
                })
                .collect();
            context.fill(words::WITHOUT, &[condition, count.to_string(), people.join(", ")])
        };
        lines.push((line, theme.muted));
    }
    lines.push((context.say(words::CLEARS).to_owned(), theme.key_hint));
    // What one can do is said even where there is no room for every condition.
    let room = usize::from(inner.height);
    if lines.len() > room && room > 1 {
        lines.drain(room - 1..lines.len() - 1);
    }
    let lines = lines.into_iter().map(|(line, style)| Span::styled(line, style).into());
    context.lines(inner.from(1), lines);
}
