//! The presets as a panel: the same list and stories as the popup, the story in full under the cursor.

use crate::app::core::runs::Origin;
use crate::app::{Panel, RecipePanel, RecipeTarget};
use ratatui::layout::Rect;

use crate::explain::words::{presets as stories, recipe as words};
use crate::training::Preset;
use crate::ui::context::Context;
use crate::ui::text;
use crate::ui::widgets::panel::Panel as Frame;

/// Where the stories begin.
const STORY: u16 = 5;

/// The border.
pub fn frame<'a>(context: &Context<'a>) -> Frame<'a> {
    Frame::new(context.theme, context.say(words::PRESETS)).footer(context.say(words::PRESETS_KEYS))
}

/// The rows it would like in `area`, with its borders.
pub fn height(context: &Context<'_>, area: Rect) -> u16 {
    let room = room(Frame::inner(area));
    let rows: usize = Preset::ALL.iter().copied().map(|preset| 1 + story(context, preset, room).len()).sum();
    rows as u16 + 2
}

fn room(inner: Rect) -> usize {
    usize::from(inner.width.saturating_sub(STORY + 1))
}

fn story(context: &Context<'_>, preset: Preset, room: usize) -> Vec<String> {
    text::wrap(context.say(stories::story(preset)), room)
}

/// A mark before the run on the screen; every story in full, or only the one under the cursor, as there
/// is room.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let inner = Frame::inner(area);
    let app = context.app;
    let theme = *context.theme;
    let selected = app.screens.recipe.preset;
    let origin = app.core.runs.active().origin;
    let has_keys = app.core.focus() == Panel::Recipe(RecipePanel::Presets);
    let all = height(context, area) <= area.height;
    let mut y = 0;
    for (index, preset) in Preset::ALL.iter().copied().enumerate() {
        let here = origin == Origin::Preset(preset);
        let story = if all || index == selected { story(context, preset, room(inner)) } else { Vec::new() };
        let title = context.say(stories::title(preset));
        let mut pen = context.pen(inner);
        pen.text(1, y, if index == selected { "▸" } else { " " }, theme.text);
        pen.text(3, y, if here { "●" } else { " " }, theme.now);
        pen.text(STORY, y, title, theme.text);
        if index == selected && has_keys {
            pen.restyle(0, y, inner.width, theme.cursor);
        }
        for (row, words) in story.iter().enumerate() {
            pen.text(STORY, y + 1 + row as u16, words, theme.muted);
        }
        let height = 1 + story.len() as u16;
        let place = Rect { y: inner.y + y, height: height.min(inner.height.saturating_sub(y)), ..inner };
        context.note(place, RecipeTarget::Preset(index));
        y += height;
    }
}
