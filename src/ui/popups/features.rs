//! The features to be switched on and off: the columns of the list, and what is made of them.

use crate::app::popups::FeatureMenu;
use crate::app::screens::recipe::dataset;
use crate::explain::words::{features, recipe as words};
use crate::training::Feature;
use crate::ui::prelude::*;

/// Draws the popup; what is switched waits on the form behind it.
pub fn draw(context: &mut Context<'_>, area: Rect, menu: &FeatureMenu) {
    let theme = context.theme;
    let wanted = context.app.screens.recipe.wanted_recipe(&context.app.core);
    let mut rows = Vec::new();
    for (made, heading) in [(false, words::RAW_COLUMNS), (true, words::MADE_COLUMNS)] {
        rows.push(TableRow::heading(Span::styled(context.say(heading), theme.heading)));
        for &feature in Feature::ALL.iter().filter(|feature| feature.is_made() == made) {
            let available = dataset::available(feature, &context.app.core.list);
            let meaning = if available { features::meaning(feature) } else { words::NOT_ON_LIST };
            rows.push(TableRow::new([
                super::parts::checkbox(theme, wanted.features.contains(&feature)),
                Span::styled(context.say(features::name(feature)), if available { theme.text } else { theme.muted }),
                Span::styled(context.say(meaning), theme.muted),
            ]));
        }
    }
    let frame = Frame::new(theme, context.say(words::FEATURES_TITLE)).footer(context.say(words::FEATURES_KEYS));
    let inside = super::parts::open(context, area, (74, rows.len() as u16 + 2), frame);
    let columns = [Constraint::Length(3), Constraint::Length(14), Constraint::Fill(1)].map(TableColumn::left);
    super::parts::choices(context, inside, columns, rows, (0, menu.selected));
}
