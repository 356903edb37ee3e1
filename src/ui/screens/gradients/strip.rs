//! The micro-steps, the current one in brackets, and whose gradient it is: always on the screen.

use std::cmp::Ordering;

use crate::app::GradientsTarget;
use crate::app::screens::gradients::whose;
use crate::explain::update::Stage;
use crate::explain::words::gradients as words;
use crate::ui::prelude::*;

/// Draws the strip into one row.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let theme = context.theme;
    let now = context.app.screens.gradients.stage;
    let mut rest = area;
    for (index, stage) in Stage::ALL.iter().copied().enumerate() {
        let word = context.say(stage.word());
        if index > 0 {
            context.text(rest, "─", theme.muted);
            rest = rest.from(1);
        }
        let (shown, style) = match stage.cmp(&now) {
            Ordering::Equal => (format!("[{word}]"), theme.pointer),
            Ordering::Less => (format!(" {word} "), theme.text),
            Ordering::Greater => (format!(" {word} "), theme.muted),
        };
        context.text(rest, shown, style);
        let width = text::width(word) as u16 + 2;
        context.note(Rect { width, ..rest }, GradientsTarget::Stage(stage));
        rest = rest.from(width);
    }
    draw_whose(context, rest.from(2).less(1));
}

/// Cells that a name keeps, whatever is known of whom it names.
const LEAST_NAME: usize = 8;

/// `▸ 4 Futrelle, Mrs. … · f 35 · lived`, or the rows of the batch, at the right end.
fn draw_whose(context: &mut Context<'_>, area: Rect) {
    let app = context.app;
    let room = usize::from(area.width);
    let shown = if app.screens.gradients.batch {
        let rows = whose::batch(&app.core, app.screens.gradients.lens(&app.core).batch());
        // The first of many says by itself that it is a batch.
        if app.screens.gradients.lens(&app.core).batch().is_some_and(|batch| batch.of.is_full) {
            context.fill(words::BATCH_IS, &[rows])
        } else {
            rows
        }
    } else {
        let facts = whose::facts(&app.core);
        let person = app.core.passenger();
        let rest = room.saturating_sub(text::width(&facts) + 5);
        let name = format!("{} {}", person.id, person.name);
        // Whose it is comes before what is known of them.
        format!("▸ {} · {facts}", text::cut(&name, rest.max(LEAST_NAME)))
    };
    let shown = text::cut(&shown, room).into_owned();
    let at = area.from(area.width - text::width(&shown) as u16);
    context.text(at, shown, context.theme.heading.bold());
    context.note(at, GradientsTarget::Whose);
}
