//! A closer look: everything that is seen of the run at the cursor, with its numbers and what to do.

use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::explain::observation;
use crate::explain::words::diagnosis as words;
use crate::ui::context::Context;
use crate::ui::text;

/// Cells of the text.
const WIDTH: u16 = 74;

/// Draws the popup.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let app = context.app;
    let theme = *context.theme;
    let room = usize::from(WIDTH);
    let plain = |words: &str| -> Vec<Line<'_>> {
        let rows = text::wrap(words, room).into_iter();
        rows.map(|row| Line::styled(row, theme.text)).collect()
    };
    let mut lines = observation::calm(app.core.settings.language, app.core.run(), app.core.shown().observations())
        .map_or_else(Vec::new, |words| plain(&words));
    for seen in app.core.shown().observations() {
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        let warns = observation::warns(seen);
        let style = if warns { theme.notice } else { theme.now };
        let sign = if warns { "! " } else { "" };
        let heading = format!("{sign}{}", observation::line(app.core.settings.language, app.core.run(), seen));
        lines.extend(text::wrap(&heading, room).into_iter().map(|row| Line::styled(row, style)));
        let why = observation::why(app.core.settings.language, app.core.run(), seen);
        lines.extend(plain(&why));
    }
    let title = context.fill(words::TITLE, &[app.core.run().epoch().to_string()]);
    let footer = context.say(words::CLOSES);
    let size = (WIDTH + 4, lines.len() as u16 + 2);
    let inside = super::open(context, area, size, &title, footer);
    let mut pen = context.pen(inside);
    for (y, line) in lines.iter().enumerate() {
        pen.line(1, y as u16, line);
    }
}
