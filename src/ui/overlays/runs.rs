//! The name of a run, and the choice of a field for a race.

use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::app::core::race::Field;
use crate::app::core::text_field::TextField;
use crate::explain::words::runs as words;
use crate::ui::context::Context;
use crate::ui::text;
use crate::ui::widgets::text_field::TextFieldView;

/// The line for the name of the run at `run`.
pub fn rename(context: &mut Context<'_>, area: Rect, field: &TextField, run: usize, taken: bool) {
    let theme = *context.theme;
    let name = context.app.core.runs.get(run).map_or_else(String::new, |slot| slot.run.name.clone());
    let title = context.fill(words::RENAME_TITLE, &[name]);
    let footer = context.say(words::RENAME_KEYS);
    let inside = super::open(context, area, (56, 5), &title, footer);
    let line = Rect { x: inside.x + 1, width: inside.width.saturating_sub(2), height: 1, ..inside };
    TextFieldView::new(field.text(), field.cursor(), theme.text).cursor(theme.cursor).render(line, context.buf);
    let (word, style) = if taken { (words::NAME_TAKEN, theme.notice) } else { (words::RENAME_HINT, theme.muted) };
    let words = context.say(word);
    context.pen(inside).text(1, 2, words, style);
}

/// The ready-made fields of a race.
pub fn race(context: &mut Context<'_>, area: Rect, selected: usize) {
    let theme = *context.theme;
    let title = context.fill(words::RACE_CHOICE, &[&context.app.core.run().name]);
    let footer = context.say(words::RACE_CHOICE_KEYS);
    let size = (76, Field::ALL.len() as u16 * 3 + 1);
    let inside = super::open(context, area, size, &title, footer);
    for (index, field) in Field::ALL.iter().copied().enumerate() {
        let y = index as u16 * 3;
        let (name, story) = (field.title(), field.story());
        let (name, story) = (context.say(name), context.say(story));
        let width = inside.width;
        let mut pen = context.pen(inside);
        pen.text(1, y, if index == selected { "▸" } else { " " }, theme.text);
        pen.text(3, y, name, theme.heading);
        let story = text::cut(story, usize::from(width).saturating_sub(4));
        pen.text(3, y + 1, &story, theme.muted);
        super::choice(context, inside, (y, 2), index, selected);
    }
}
