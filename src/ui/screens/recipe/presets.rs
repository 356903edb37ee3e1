//! The presets as a panel: the same list and stories as the popup, the story in full under the cursor.

use crate::app::RecipePanel;
use crate::app::RecipeTarget;
use crate::app::core::runs::Origin;
use crate::explain::words::{presets as stories, recipe as words};
use crate::training::Preset;
use crate::ui::prelude::*;

/// Cells beside the stories.
const BESIDE: u16 = 6;

/// The border.
pub fn frame<'a>(context: &Context<'a>, _: Rect) -> Frame<'a> {
    Frame::new(context.theme, context.say(words::PRESETS)).footer(context.say(words::PRESETS_KEYS))
}

/// The rows it would like in `area`, with its borders.
pub fn height(context: &Context<'_>, area: Rect) -> u16 {
    rows_of_all(context, Frame::inner(area)) + 2
}

fn rows_of_all(context: &Context<'_>, inner: Rect) -> u16 {
    let rows = Preset::ALL.iter().map(|&preset| 1 + story(context, preset, inner).len());
    rows.sum::<usize>() as u16
}

fn story(context: &Context<'_>, preset: Preset, inner: Rect) -> Vec<Line<'static>> {
    let room = usize::from(inner.width.saturating_sub(BESIDE));
    text::wrapped(context.say(context.app.core.story(preset)), room, context.theme.muted)
}

/// A mark before the run on the screen; every story in full, or only the one under the cursor, as there
/// is room.
pub fn draw(context: &mut Context<'_>, inner: Rect) {
    let (app, theme) = (context.app, context.theme);
    let has_keys = context.has_keys(RecipePanel::Presets);
    let all = rows_of_all(context, inner) <= inner.height;
    let rows = Preset::ALL.iter().enumerate().map(|(index, &preset)| {
        let is_here = index == app.screens.recipe.preset;
        let sign = if app.core.runs.active().origin == Origin::Preset(preset) { "●" } else { " " };
        let mut lines = vec![Line::from(Span::styled(context.say(stories::title(preset)), theme.text))];
        if all || is_here {
            lines.extend(story(context, preset, inner));
        }
        TableRow::new([Text::from(Span::styled(sign, theme.now)), Text::from(lines)])
            .target(RecipeTarget::Preset(index))
            .marked(is_here)
            .cursor(is_here && has_keys)
    });
    let columns = [Constraint::Length(1), Constraint::Fill(1)].map(TableColumn::left);
    let table = Table::new(theme, columns, rows).roomy();
    context.table(inner, table);
}
