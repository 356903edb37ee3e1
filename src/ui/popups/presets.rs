//! The presets: ready-made runs with a one-line story each.

use crate::app::core::runs::Origin;
use crate::app::popups::PresetMenu;
use crate::explain::words::presets as words;
use crate::training::Preset;
use crate::ui::prelude::*;

/// Draws the list; a mark stands before the run on the screen.
pub fn draw(context: &mut Context<'_>, area: Rect, menu: &PresetMenu) {
    let (app, theme) = (context.app, context.theme);
    let say = |word| app.core.settings.say(word);
    let count = Preset::ALL.len() as u16;
    // A blank row between them, where there is room.
    let gap = u16::from(area.height > count * 3 + 2);
    let frame = Frame::new(theme, say(words::TITLE)).footer(say(words::CHOOSE));
    let inside = super::parts::open(context, area, (78, count * (2 + gap) + 2), frame);
    let origin = app.core.runs.active().origin;
    let rows = Preset::ALL.iter().map(|&preset| {
        let here = if origin == Origin::Preset(preset) { "●" } else { " " };
        let name = Span::styled(say(words::title(preset)), theme.heading);
        let story = Span::styled(say(app.core.story(preset)), theme.muted);
        TableRow::new([Text::from(Span::styled(here, theme.now)), Text::from_iter([name, story].map(Line::from))])
            .gap(gap)
    });
    let columns = [Constraint::Length(1), Constraint::Fill(1)].map(TableColumn::left);
    super::parts::choices(context, inside, columns, rows, (0, menu.selected));
}
