//! One frame: the whole screen from the whole state.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget as _;

use super::context::Context;
use super::layout::RectExt as _;
use super::theme::Theme;
use super::widgets::popup;
use super::{hints, last_pass, layout, popups, present, screens, text, time_bar, top_bar, tour, writing};
use crate::app::{App, Hits};
use crate::explain::words::explore as words;

/// Draws `app` and returns where things stand.
pub fn view(app: &App, frame: &mut ratatui::Frame<'_>) -> Hits {
    let area = frame.area();
    view_buffer(app, area, frame.buffer_mut())
}

/// Draws `app` into an area of a buffer and returns where things stand.
pub fn view_buffer(app: &App, area: Rect, buf: &mut Buffer) -> Hits {
    let theme = Theme::for_settings(&app.core.settings);
    let mut hits = Hits::default();
    if theme.base != Style::new() {
        for row in area.rows() {
            for cell in writing::cells(row, buf) {
                cell.set_style(theme.base);
            }
        }
    }
    if area.width < layout::LEAST.width || area.height < layout::LEAST.height {
        too_small(app, &theme, area, buf);
    } else {
        let mut context = Context { app, theme: &theme, buf, hits: &mut hits };
        let (screen, bottom) = around(&mut context, area);
        let (screen, card) = tour::dock(app, screen);
        screens::draw(&mut context, popups::beside(app, screen));
        tour::draw(&mut context, screen, card);
        hints::draw(&mut context, bottom);
        popups::draw(&mut context, screen);
    }
    last_pass::fit(&app.core.settings, buf);
    hits
}

/// Draws what stands around the screen; gives back the places of the screen and of the hints.
fn around(context: &mut Context<'_>, area: Rect) -> (Rect, Rect) {
    if context.app.core.presenter.is_on {
        let [screen, slate, bottom] = present::parts(context.app, area);
        present::draw(context, slate);
        return (screen, bottom);
    }
    let [top, screen, time, bottom] = layout::parts(area);
    top_bar::draw(context, top);
    time_bar::draw(context, time);
    (screen, bottom)
}

/// One line: what is needed and what there is.
fn too_small(app: &App, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let needed = format!("{}×{}", layout::LEAST.width, layout::LEAST.height);
    let there = format!("{}×{}", area.width, area.height);
    let settings = &app.core.settings;
    let long = settings.fill(words::TOO_SMALL, &[needed.clone(), there]);
    let short = settings.fill(words::TOO_SMALL_SHORT, &[needed]);
    let words = if text::width(&long) <= usize::from(area.width) { long } else { short };
    let at = popup::centered(area.row(area.height / 2), text::width(&words) as u16, 1);
    Line::from(Span::styled(words, theme.text)).render(at, buf);
}
