//! The ready-made fields of a race, with a one-line story each.

use crate::app::core::race::Field;
use crate::app::popups::RaceMenu;
use crate::explain::words::runs as words;
use crate::ui::prelude::*;

/// Draws the list.
pub fn draw(context: &mut Context<'_>, area: Rect, menu: &RaceMenu) {
    let (app, theme) = (context.app, context.theme);
    let say = |word| app.core.settings.say(word);
    let title = context.fill(words::RACE_CHOICE, &[&app.core.run().name]);
    let frame = Frame::new(theme, title).footer(say(words::RACE_CHOICE_KEYS));
    let inside = super::parts::open(context, area, (76, Field::ALL.len() as u16 * 3 + 1), frame);
    let rows = Field::ALL.iter().map(|&field| {
        let (name, story) = (field.title(), field.story());
        let lines = [(name, theme.heading), (story, theme.muted)];
        let lines = lines.map(|(word, style)| Line::from(Span::styled(say(word), style)));
        TableRow::new([Text::from_iter(lines)]).gap(1)
    });
    super::parts::choices(context, inside, [TableColumn::left(Constraint::Fill(1))], rows, (0, menu.selected));
}
