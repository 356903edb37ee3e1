//! The features to be switched on and off: the columns of the list, and what is made of them.

use ratatui::layout::Rect;

use crate::app::screens::recipe::facts;
use crate::explain::words::{features, recipe as words};
use crate::training::Feature;
use crate::ui::context::Context;
use crate::ui::text;

/// Cells of a feature's name.
const NAME: usize = 14;

/// Draws the popup; what is switched waits on the form behind it.
pub fn draw(context: &mut Context<'_>, area: Rect, selected: usize) {
    let title = context.say(words::FEATURES_TITLE);
    let footer = context.say(words::FEATURES_KEYS);
    let size = (72, Feature::ALL.len() as u16 + 4);
    let inside = super::open(context, area, size, title, footer);
    let theme = *context.theme;
    let wanted = context.app.screens.recipe.wanted_recipe(&context.app.core);
    let mut y = 0;
    let mut made = None;
    for (index, feature) in Feature::ALL.iter().copied().enumerate() {
        if made != Some(feature.is_made()) {
            made = Some(feature.is_made());
            let heading = if feature.is_made() { words::MADE_COLUMNS } else { words::RAW_COLUMNS };
            let heading = context.say(heading);
            context.pen(inside).text(1, y, heading, theme.heading);
            y += 1;
        }
        let on = wanted.features.contains(&feature);
        let available = facts::available(feature, &context.app.core.list);
        let mark = if on { "[x]" } else { "[ ]" };
        let name = text::pad_right(context.say(features::name(feature)), NAME);
        let meaning = context.say(if available { features::meaning(feature) } else { words::NOT_ON_LIST });
        let style = if available { theme.text } else { theme.muted };
        let mut pen = context.pen(inside);
        let x = pen.text(2, y, mark, if on { theme.now } else { theme.muted });
        let x = pen.text(x + 1, y, &name, style);
        pen.text(x + 1, y, meaning, theme.muted);
        super::choice(context, inside, (y, 1), index, selected);
        y += 1;
    }
}
