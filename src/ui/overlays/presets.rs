//! The presets: ready-made runs with a one-line story each.

use ratatui::layout::Rect;

use crate::app::core::runs::Origin;
use crate::explain::words::presets as words;
use crate::training::Preset;
use crate::ui::context::Context;
use crate::ui::text;

/// Draws the list; a mark stands before the run on the screen.
pub fn draw(context: &mut Context<'_>, area: Rect, selected: usize) {
    let theme = *context.theme;
    let title = context.say(words::TITLE);
    let footer = context.say(words::CHOOSE);
    let count = Preset::ALL.len() as u16;
    // A blank row between them, where there is room.
    let pitch = if area.height > count * 3 + 2 { 3 } else { 2 };
    let size = (78, count * pitch + 2);
    let inside = super::open(context, area, size, title, footer);
    let origin = context.app.core.runs.active().origin;
    for (index, preset) in Preset::ALL.iter().copied().enumerate() {
        let y = index as u16 * pitch;
        let here = if origin == Origin::Preset(preset) { "●" } else { " " };
        let name = context.say(words::title(preset));
        let story = context.say(words::story(preset));
        let width = inside.width;
        let mut pen = context.pen(inside);
        pen.text(1, y, if index == selected { "▸" } else { " " }, theme.text);
        pen.text(3, y, here, theme.now);
        pen.text(5, y, name, theme.heading);
        let story = text::cut(story, usize::from(width).saturating_sub(6));
        pen.text(5, y + 1, &story, theme.muted);
        super::choice(context, inside, (y, 2), index, selected);
    }
}
