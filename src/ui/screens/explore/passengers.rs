//! The passenger table: all rows, the file's columns and what the network says, on as many columns as fit.

mod cells;
mod columns;
mod empty;

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::core::listing::fitted_top;
use crate::app::overlay::Overlay;
use crate::app::{ExplorePanel, ExploreTarget, Panel};
use crate::data::Column;
use crate::data::search::count;
use crate::explain::words::list as words;
use crate::training::MissingAge;
use crate::ui::context::Context;
use crate::ui::widgets::panel::Panel as Frame;
use crate::ui::{describe, pen::Pen, text};

/// Cells of a border around its title and its fact: corners, blanks, a dash between them, the mark of the
/// focus, and the blank before the filter.
const AROUND_WORDS: usize = 11;

/// The panel's border and what stands in it.
pub fn frame<'a>(context: &Context<'a>, area: Rect) -> (Panel, Rect, Frame<'a>) {
    let app = context.app;
    let rows = app.core.view.rows().len();
    let total = app.core.list.len();
    let aged = app.core.list.passengers().filter(|passenger| passenger.age.is_some()).count();
    let info = if app.core.view.filter().is_empty() {
        let place = app.core.view.position_of(app.core.who).map_or(0, |place| place + 1);
        context.fill(words::OF, &[place.to_string(), total.to_string(), aged.to_string()])
    } else {
        context.fill(words::SHOWN, &[rows.to_string(), total.to_string()])
    };
    // The count in figures alone, where the filter needs the room.
    let brief = format!("{rows}/{total}");
    let title = context.say(words::TITLE);
    let taken = text::width(title) + text::width(&brief) + AROUND_WORDS;
    let filter = describe::filter_in(app, usize::from(area.width).saturating_sub(taken));
    let mut title = Line::raw(title);
    if !filter.is_empty() {
        title.push_span(Span::styled(format!(" {filter}"), context.theme.now));
    }
    let frame = Frame::new(context.theme, title).info(info).brief(brief);
    (Panel::Explore(ExplorePanel::Passengers), area, frame)
}

/// A list of fewer rows than this has none to spare for a note.
const ROOM_FOR_NOTE: u16 = 8;

/// The line at the foot of the list: the search, or what a star means.
fn foot(context: &Context<'_>, inner: Rect) -> Option<Line<'static>> {
    let app = context.app;
    if let Some(Overlay::Search { field, .. }) = &app.core.overlay {
        return Some(search_line(context, field.text()));
    }
    if app.core.view.rows().is_empty() {
        return None;
    }
    let note = match app.core.run().recipe().missing_age {
        MissingAge::Died => words::NOTE_DIED,
        MissingAge::Drop => words::NOTE_DROP,
        MissingAge::Mean | MissingAge::Median => return None,
    };
    let matters = app.core.list.passengers().any(|passenger| passenger.age.is_none());
    (matters && inner.height > ROOM_FOR_NOTE)
        .then(|| Line::styled(format!("  {}", context.say(note)), context.theme.muted))
}

/// The search as it is typed.
fn search_line(context: &Context<'_>, needle: &str) -> Line<'static> {
    let app = context.app;
    let rows = app.core.view.rows();
    let matches = count(&app.core.list, rows, needle);
    let found = if needle.is_empty() {
        String::new()
    } else {
        format!("  {}", context.fill(words::MATCHES, &[matches.to_string()]))
    };
    Line::from(vec![
        Span::styled(format!(" /{needle}"), context.theme.heading),
        Span::styled(" ", context.theme.cursor),
        Span::styled(found, context.theme.muted),
        Span::styled(format!("  {}", context.say(words::ENTER_KEEPS)), context.theme.muted),
    ])
}

/// The rows.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let inner = Frame::inner(area);
    let app = context.app;
    let shown = columns::chosen(app, usize::from(inner.width));
    context.hits.set_columns(columns::candidates(app, usize::from(inner.width)));
    let foot = foot(context, inner);
    let body = inner.height.saturating_sub(u16::from(foot.is_some()));
    if let Some(foot) = foot {
        context.pen(inner).line(0, body, &foot);
    }
    let inner = Rect { height: body, ..inner };
    let page = usize::from(inner.height.saturating_sub(1));
    context.hits.set_page(ExplorePanel::Passengers, page);
    if app.core.view.rows().is_empty() {
        empty::draw(context, inner);
        return;
    }
    heads(context, inner, &shown);
    let rows = app.core.view.rows();
    let place = app.core.view.position_of(app.core.who);
    let top = place.map_or(app.core.listing.top, |place| fitted_top(app.core.listing.top, place, page, rows.len()));
    let top = top.min(rows.len().saturating_sub(page));
    for (line, &row) in rows.iter().skip(top).take(page).enumerate() {
        let y = line as u16 + 1;
        let row = row as usize;
        let line_area = Rect { y: inner.y + y, height: 1, ..inner };
        draw_row(context, line_area, row, &shown);
        context.note(line_area, ExploreTarget::Row(top + line));
    }
    scroll_mark(context, area, top, page, rows.len());
}

/// The headings; a mark shows the sort, the column under the cursor is reversed while the list has the focus.
fn heads(context: &mut Context<'_>, inner: Rect, shown: &[(Column, u16)]) {
    let app = context.app;
    let theme = *context.theme;
    let sort = app.core.view.sort();
    let mut x = 1;
    for &(column, width) in shown {
        let mut heading = context.say(words::heading(column)).to_owned();
        if column == Column::Right {
            heading.clear();
        }
        if sort.column == column {
            heading.push(if sort.descending { '▾' } else { '▴' });
        }
        let width = usize::from(width);
        let heading = text::cut(&heading, width).into_owned();
        let padded =
            if cells::is_number(column) { text::pad_left(&heading, width) } else { text::pad_right(&heading, width) };
        let here = app.core.focus() == Panel::Explore(ExplorePanel::Passengers) && column == app.core.listing.column;
        let style = if here { theme.heading.patch(theme.pointer) } else { theme.muted };
        let mut pen = context.pen(inner);
        pen.text(x, 0, &padded, style);
        context.note(Rect::new(inner.x + x, inner.y, width as u16, 1), ExploreTarget::Head(column));
        x += width as u16 + 1;
    }
}

fn draw_row(context: &mut Context<'_>, area: Rect, row: usize, shown: &[(Column, u16)]) {
    let app = context.app;
    let theme = *context.theme;
    let selected = row == app.core.who;
    let mut pen = Pen::new(context.buf, area);
    if selected {
        pen.text(0, 0, "▸", theme.text);
    }
    let mut x = 1;
    for &(column, width) in shown {
        let cell = cells::cell(app, &theme, row, column, usize::from(width));
        let end = pen.text(x, 0, &cell.text, cell.style);
        debug_assert!(end <= x + width, "a cell is wider than its column");
        x += width + 1;
    }
    if selected {
        pen.restyle(0, 0, area.width, theme.cursor);
    }
}

/// A mark on the right border where the list is scrolled to, when it is longer than the panel.
fn scroll_mark(context: &mut Context<'_>, area: Rect, top: usize, page: usize, len: usize) {
    if len <= page || area.height < 4 {
        return;
    }
    let track = usize::from(area.height - 3);
    let at = (top * track + (len - page) / 2) / (len - page).max(1);
    let style = context.theme.muted;
    let mut pen = context.pen(area);
    pen.text(area.width - 1, 1 + at.min(track) as u16, "┃", style);
}
