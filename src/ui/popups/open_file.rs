//! Opening a file: a line for the path, and what is to be said about it.

use crate::app::popups::OpenForm;
use crate::explain::words::runs as words;
use crate::ui::prelude::*;

/// Which file is opened, and what is wrong with it.
pub fn draw(context: &mut Context<'_>, area: Rect, form: &OpenForm) {
    let theme = context.theme;
    let frame = Frame::new(theme, context.say(words::OPEN_TITLE)).footer(context.say(words::OPEN_KEYS));
    let inside = super::parts::open(context, area, (super::parts::WIDE, 8), frame);
    super::parts::path_line(context, inside, &form.field);
    let (first, second) = match &form.problem {
        None => {
            let muted = |word| (context.say(word).to_owned(), theme.muted);
            (muted(words::WHERE_FROM), muted(words::BARE_TENSORS))
        }
        Some(why) => {
            let why = context.fill(words::FAILED, &[why.text(context.app.core.settings.language)]);
            ((why, theme.notice), (context.say(words::OPEN_REMEDY).to_owned(), theme.text))
        }
    };
    let below = inside.inset().below(2);
    let rows = context.paragraph(below, &first.0, first.1);
    context.paragraph(below.below(rows), &second.0, second.1);
}
