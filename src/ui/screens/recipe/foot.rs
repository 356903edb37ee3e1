//! The foot of the form: one sentence for the line in focus, and what changing it costs; while a value
//! is typed, what is wrong with it.

use super::{cost, form, notes};
use crate::app::popups::Popup;
use crate::explain::words::recipe as words;
use crate::training::Setting;
use crate::ui::layout::WIDE;
use crate::ui::prelude::*;

/// The rows of the foot of a form in `area`, with its borders.
pub const fn height(area: Rect) -> u16 {
    match area.height {
        0..26 => 5,
        26..32 => 6,
        _ => 7,
    }
}

/// The border, named after the line in focus.
pub fn frame<'a>(context: &Context<'a>, _: Rect) -> Frame<'a> {
    let line = context.app.screens.recipe.line;
    Frame::new(context.theme, context.say(words::label(line)))
}

/// Writes the sentences that fit; what must be known first comes first.
pub fn draw(context: &mut Context<'_>, inner: Rect) {
    let is_narrow = context.buf.area.width < WIDE || context.app.core.zoomed;
    let mut below = inner.inset();
    for (sentence, style) in sentences(context, is_narrow) {
        below = below.below(context.paragraph(below, &sentence, style));
    }
}

fn sentences(context: &Context<'_>, narrow: bool) -> Vec<(String, Style)> {
    let app = context.app;
    let theme = context.theme;
    let line = app.screens.recipe.line;
    let does = context.say(words::sentence(line)).to_owned();
    if let Some(Popup::RecipeLine(typed)) = app.popups.top() {
        if let Some(error) = app.screens.recipe.typing_error(&app.core, typed.field.text()) {
            let error = format!("! {}", app.core.settings.tell(&error));
            return vec![(error, theme.notice), (does, theme.muted)];
        }
        let value = form::value(context, line, &app.screens.recipe.wanted_recipe(&app.core));
        let keys = context.fill(words::TYPE_KEYS, &[value]);
        return vec![(does, theme.text), (keys, theme.muted)];
    }
    let wanted = app.screens.recipe.wanted_recipe(&app.core);
    let price = if notes::blind(&wanted).is_some() && matches!(line, Setting::Init | Setting::Hidden) {
        (context.say(words::ZEROS_EXPLAINED).to_owned(), theme.notice)
    } else if let Some(names) = notes::constant(app).filter(|_| is_about_inputs(line)) {
        (context.fill(words::CONSTANT_EXPLAINED, &[names]), theme.notice)
    } else if let Some(words) = notes::crawl(app, words::CRAWLS_EXPLAINED).filter(|_| line == Setting::LearningRate) {
        (words, theme.notice)
    } else if narrow && app.screens.recipe.has_waiting(&app.core) {
        (cost::short(app), theme.waiting)
    } else if line.acts_at_once() && !app.screens.recipe.waiting_lines(&app.core).contains(&line) {
        (context.say(words::ACTS_AT_ONCE).to_owned(), theme.muted)
    } else {
        (context.say(words::NEEDS_NEW_RUN).to_owned(), theme.muted)
    };
    vec![(does, theme.text), price]
}

const fn is_about_inputs(line: Setting) -> bool {
    matches!(line, Setting::Features | Setting::Scaling)
}
