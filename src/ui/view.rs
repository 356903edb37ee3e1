//! One frame: the whole screen from the whole state.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::context::Context;
use super::pen::Pen;
use super::theme::Theme;
use super::{ascii, hints, layout, overlays, screens, time_bar, top_bar};
use crate::app::{App, Hits};
use crate::explain::words::explore as words;

/// Draws `app` and returns where things stand.
pub fn view(app: &App, frame: &mut Frame<'_>) -> Hits {
    let area = frame.area();
    view_buffer(app, area, frame.buffer_mut())
}

/// Draws `app` into an area of a buffer and returns where things stand.
pub fn view_buffer(app: &App, area: Rect, buf: &mut Buffer) -> Hits {
    let theme = Theme::for_settings(&app.core.settings);
    let mut hits = Hits::default();
    buf.set_style(area, theme.base);
    if area.width < layout::LEAST.width || area.height < layout::LEAST.height {
        too_small(app, &theme, area, buf);
    } else {
        let parts = layout::of(area);
        let mut context = Context { app, theme: &theme, buf, hits: &mut hits };
        top_bar::draw(&mut context, parts.top);
        screens::draw(&mut context, overlays::beside(app, parts.screen));
        time_bar::draw(&mut context, parts.time);
        hints::draw(&mut context, parts.hints);
        overlays::draw(&mut context, parts.screen);
    }
    if app.core.settings.ascii {
        ascii::to_ascii(buf);
    }
    hits
}

/// One line: what is needed and what there is.
fn too_small(app: &App, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let needed = format!("{}×{}", layout::LEAST.width, layout::LEAST.height);
    let there = format!("{}×{}", area.width, area.height);
    let language = app.core.settings.language;
    let long = language.fill(words::TOO_SMALL, &[needed.clone(), there]);
    let short = language.fill(words::TOO_SMALL_SHORT, &[needed]);
    let fits = super::text::width(&long) <= usize::from(area.width);
    let mut pen = Pen::new(buf, area);
    let row = area.height / 2;
    pen.centred(row, if fits { &long } else { &short }, theme.text);
}
