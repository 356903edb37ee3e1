//! The name of a run, and the choice of a field for a race.

use crate::app::core::race::Field;
use crate::app::core::text_field::TextField;
use crate::explain::words::runs as words;
use crate::ui::prelude::*;

/// The line for the name of the run at `run`.
pub fn rename(context: &mut Context<'_>, area: Rect, field: &TextField, run: usize, taken: bool) {
    let theme = context.theme;
    let name = context.app.core.runs.get(run).map_or_else(String::new, |slot| slot.run.name.clone());
    let frame = Frame::new(theme, context.fill(words::RENAME_TITLE, &[name])).footer(context.say(words::RENAME_KEYS));
    let inside = super::popup::open(context, area, (56, 5), frame).inset();
    context.field(inside, field, true);
    let (word, style) = if taken { (words::NAME_TAKEN, theme.notice) } else { (words::RENAME_HINT, theme.muted) };
    context.text(inside.below(2), context.say(word), style);
}

/// The ready-made fields of a race.
pub fn race(context: &mut Context<'_>, area: Rect, selected: usize) {
    let theme = context.theme;
    let title = context.fill(words::RACE_CHOICE, &[&context.app.core.run().name]);
    let frame = Frame::new(theme, title).footer(context.say(words::RACE_CHOICE_KEYS));
    let inside = super::popup::open(context, area, (76, Field::ALL.len() as u16 * 3 + 1), frame);
    let rows = Field::ALL.iter().map(|&field| {
        let (name, story) = (field.title(), field.story());
        let lines = [(name, theme.heading), (story, theme.muted)];
        let lines = lines.map(|(word, style)| Line::from(Span::styled(context.say(word), style)));
        TableRow::new([Text::from_iter(lines)]).gap(1)
    });
    let rows: Vec<_> = rows.collect();
    super::popup::choices(context, inside, [TableColumn::left(Constraint::Fill(1))], rows, (0, selected));
}
