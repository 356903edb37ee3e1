//! The passenger table: all rows, the file's columns and what the network says, on as many columns as fit.

mod columns;
mod empty;

use crate::app::ExplorePanel;
use crate::app::ExploreTarget;
use crate::app::core::listing::fitted_top;
use crate::app::popups::Popup;
use crate::data::Column;
use crate::data::search::count;
use crate::explain::words::list as words;
use crate::training::MissingAge;
use crate::ui::prelude::*;
use crate::ui::widgets::frame::outer;
use crate::ui::{describe, passenger};

/// Cells of a border around its title and its fact: corners, blanks, a dash between them, the mark of the
/// focus, and the blank before the filter.
const AROUND_WORDS: usize = 11;

/// The panel's border and what stands in it.
pub fn frame<'a>(context: &Context<'a>, area: Rect) -> Frame<'a> {
    let app = context.app;
    let rows = app.core.view.rows().len();
    let total = app.core.list.len();
    let info = if app.core.view.filter().is_empty() {
        let place = app.core.view.position_of(app.core.who).map_or(0, |place| place + 1);
        context.fill(words::OF, &[place.to_string(), total.to_string(), app.core.list.aged().to_string()])
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
    Frame::new(context.theme, title).info(info).info(brief)
}

/// A list of fewer rows than this has none to spare for a note.
const ROOM_FOR_NOTE: u16 = 8;

/// The line at the foot of the list: the search, or what a star means.
fn foot(context: &Context<'_>, inner: Rect) -> Option<Line<'static>> {
    let app = context.app;
    if let Some(Popup::SearchLine(search)) = app.popups.top() {
        return Some(search_line(context, search.field.text()));
    }
    if app.core.view.rows().is_empty() {
        return None;
    }
    let note = match app.core.run().recipe().missing_age {
        MissingAge::Died => words::NOTE_DIED,
        MissingAge::Drop => words::NOTE_DROP,
        MissingAge::Mean | MissingAge::Median => return None,
    };
    let matters = app.core.list.aged() < app.core.list.len();
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
pub fn draw(context: &mut Context<'_>, inner: Rect) {
    let (app, theme) = (context.app, context.theme);
    let shown = columns::chosen(app, usize::from(inner.width));
    context.hits.set_columns(columns::candidates(app, usize::from(inner.width)));
    let foot = foot(context, inner);
    let body = inner.height.saturating_sub(u16::from(foot.is_some()));
    if let Some(foot) = foot {
        context.line(inner.below(body), foot);
    }
    let panel = outer(inner);
    let track = Rect { y: panel.y + 1, width: panel.width - 1, height: panel.height.saturating_sub(2), ..panel };
    let inner = Rect { height: body, ..inner };
    let page = usize::from(inner.height.saturating_sub(1));
    context.hits.set_page(ExplorePanel::Passengers, page);
    let rows = app.core.view.rows();
    if rows.is_empty() {
        empty::draw(context, inner);
        return;
    }
    let place = app.core.view.position_of(app.core.who);
    let top = place.map_or(app.core.listing.top, |place| fitted_top(app.core.listing.top, place, page, rows.len()));
    let top = top.min(rows.len().saturating_sub(page));
    let people = rows.iter().enumerate().skip(top).take(page).map(|(place, &row)| {
        let row = row as usize;
        let cells = shown.iter().map(|&(column, width)| cell(context, row, column, width));
        TableRow::new(cells).target(ExploreTarget::Row(place)).marked(row == app.core.who).cursor(row == app.core.who)
    });
    let heads = shown.iter().map(|&(column, width)| head(context, column, width));
    let table = Table::new(theme, heads, people);
    let places = context.table(inner, table);
    for (&(column, _), place) in shown.iter().zip(places) {
        context.note(place.row(0), ExploreTarget::Head(column));
    }
    context.scroll_mark(track, &(top..top + page), rows.len());
}

/// What stands in a column of a row: here a chance has a bar, and who the network is wrong about stands out.
fn cell(context: &Context<'_>, row: usize, column: Column, width: u16) -> Line<'static> {
    let (app, theme) = (context.app, context.theme);
    let cell = passenger::cell(app, theme, row, column);
    if !matches!(column, Column::Name | Column::P) || app.core.is_withheld(row) {
        return cell.into();
    }
    let live = app.core.shown().row(row);
    let is_wrong = !live.right && app.core.list.passenger(row).survived.is_some();
    match (column, live.p) {
        (Column::Name, _) if is_wrong => cell.style(theme.wrong).into(),
        (Column::P, Some(p)) => {
            let room = usize::from(width).saturating_sub(passenger::CHANCE);
            let hue = if live.said { theme.lived } else { theme.died };
            // In one cell it stands up; of ASCII without what would be read as part of the number.
            let heights: &[&str] = if app.core.settings.ascii {
                &[" ", ".", ":", "#"]
            } else {
                &["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
            };
            let bar = match room {
                0 => String::new(),
                columns::SHORT_BAR => {
                    format!("{} ", heights[((p * heights.len() as f64) as usize).min(heights.len() - 1)])
                }
                _ => text::pad_right(&text::bar(p * (room - 1) as f64), room),
            };
            Line::from_iter([Span::styled(bar, hue), cell])
        }
        _ => cell.into(),
    }
}

/// A column: a mark shows the sort, the one under the cursor is reversed while the list has the focus.
fn head<'a>(context: &Context<'a>, column: Column, width: u16) -> TableColumn<'a> {
    let (app, theme) = (context.app, context.theme);
    let sort = app.core.view.sort();
    let sign = match (sort.column == column, sort.descending) {
        (false, _) => "",
        (true, true) => "▾",
        (true, false) => "▴",
    };
    let heading = if column == Column::Right { "" } else { context.say(words::heading(column)) };
    let heading = format!("{heading}{sign}");
    let cells = usize::from(width);
    let is_number = passenger::is_number(column);
    let heading = if is_number { text::pad_left(&heading, cells) } else { text::pad_right(&heading, cells) };
    let here = context.has_keys(ExplorePanel::Passengers) && column == app.core.listing.column;
    let style = if here { theme.heading.patch(theme.pointer) } else { theme.muted };
    let of = if is_number { TableColumn::right } else { TableColumn::left };
    of(Constraint::Length(width)).head(Span::styled(heading, style))
}
