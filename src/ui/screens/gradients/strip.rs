//! The micro-steps, the current one in brackets, and whose gradient it is: always on the screen.

use std::cmp::Ordering;

use ratatui::layout::Rect;

use crate::app::GradientsTarget;
use crate::app::screens::gradients::whose;
use crate::explain::update::Stage;
use crate::explain::words::gradients as words;
use crate::ui::context::Context;
use crate::ui::text;

/// Draws the strip into one row.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let theme = *context.theme;
    let now = context.app.screens.gradients.stage;
    let mut x = 0;
    for (index, stage) in Stage::ALL.iter().copied().enumerate() {
        let word = context.say(stage.word());
        let width = text::width(word) as u16 + 2;
        let mut pen = context.pen(area);
        if index > 0 {
            x = pen.text(x, 0, "─", theme.muted);
        }
        let (shown, style) = match stage.cmp(&now) {
            Ordering::Equal => (format!("[{word}]"), theme.pointer),
            Ordering::Less => (format!(" {word} "), theme.text),
            Ordering::Greater => (format!(" {word} "), theme.muted),
        };
        pen.text(x, 0, &shown, style);
        let place = Rect { x: area.x + x, width, ..area };
        context.note(place, GradientsTarget::Stage(stage));
        x += width;
    }
    draw_whose(context, area, x + 2);
}

/// `▸ 4 Futrelle, Mrs. … · f 35 · lived`, or the rows of the batch, at the right end.
fn draw_whose(context: &mut Context<'_>, area: Rect, from: u16) {
    let theme = *context.theme;
    let app = context.app;
    let room = usize::from(area.width.saturating_sub(from + 1));
    let batch = app.screens.gradients.lens(&app.core).batch();
    let shown = if app.screens.gradients.batch {
        let rows = whose::batch(&app.core, app.screens.gradients.lens(&app.core).batch());
        // The first of many says by itself that it is a batch.
        if batch.is_some_and(|batch| batch.rows.is_full) { context.fill(words::BATCH_IS, &[rows]) } else { rows }
    } else {
        let facts = whose::facts(&app.core);
        let person = app.core.passenger();
        let rest = room.saturating_sub(text::width(&facts) + 5);
        let name = format!("{} {}", person.id, person.name);
        format!("▸ {} · {facts}", text::cut(&name, rest))
    };
    let shown = text::cut(&shown, room).into_owned();
    let width = text::width(&shown) as u16;
    let mut pen = context.pen(area);
    let x = pen.right(0, 1, &shown, theme.heading.bold());
    let place = Rect { x: area.x + x, width, ..area };
    context.note(place, GradientsTarget::Whose);
}
