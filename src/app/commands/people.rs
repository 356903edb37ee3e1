//! What the user does with the list: the cursor *who*, search, sort, filter, export.

use crate::app::commands::settle;
use crate::app::core::movement::step;
use crate::app::{Core, ExplorePanel, Notice};
use crate::data::{Column, Filter, Quick, Sort, search};
use crate::explain::words::{Message, notices};

/// Moves *who* by rows of the list as it is sorted and filtered.
pub(in crate::app) fn step_who(core: &mut Core, by: isize) {
    settle::settle(core);
    let rows = core.view.rows();
    if rows.is_empty() {
        return;
    }
    let at = core.view.position_of(core.who).map_or_else(
        // Somebody the filter hides: the list is entered at its first row.
        || {
            if by > 0 { step(0, by - 1, rows.len()) } else { 0 }
        },
        |at| step(at, by, rows.len()),
    );
    select(core, at);
}

/// Puts *who* on a place of the view.
pub(in crate::app) fn select(core: &mut Core, place: usize) {
    if let Some(&row) = core.view.rows().get(place) {
        core.who = row as usize;
        let page = core.hits.page(ExplorePanel::Passengers);
        let len = core.view.rows().len();
        core.listing.top = crate::app::core::listing::fitted_top(core.listing.top, place, page, len);
        core.touch();
    }
}

/// Puts *who* on a row of the list; a filter that hides it goes.
pub(in crate::app) fn go_to(core: &mut Core, row: usize) {
    if row < core.list.len() {
        core.who = row;
        if core.view.position_of(row).is_none() {
            core.view.set_filter(Filter::default());
        }
        rebuild_and_keep_place(core);
    }
}

/// Goes to the next or previous match of what was last searched.
pub(in crate::app) fn search_again(core: &mut Core, forward: bool) {
    let rows = core.view.rows();
    let at = core.view.position_of(core.who).unwrap_or(0);
    let count = rows.len().max(1);
    let from = if forward { (at + 1) % count } else { (at + count - 1) % count };
    let needle = core.listing.needle.clone();
    match search(&core.list, rows, from, &needle, forward) {
        Some(place) => select(core, place),
        None => core.tell(Notice::info(Message::new(notices::NO_MATCH, [needle]))),
    }
}

pub(in crate::app) fn sort_by_column(core: &mut Core) {
    sort_by(core, Sort { column: core.listing.column, descending: false });
}

pub(in crate::app) fn reverse_sort(core: &mut Core) {
    let sort = core.view.sort();
    sort_by(core, Sort { descending: !sort.descending, ..sort });
}

/// A click on a column's head: sorts by it, and turns the order round the second time.
pub(in crate::app) fn sort_at(core: &mut Core, column: Column) {
    let sort = core.view.sort();
    core.listing.column = column;
    sort_by(core, Sort { column, descending: sort.column == column && !sort.descending });
}

fn sort_by(core: &mut Core, sort: Sort) {
    core.view.set_sort(sort);
    rebuild_and_keep_place(core);
}

/// Filters the list. Who is filtered out gives way to the first who is not, and comes back when
/// the filter goes, unless the user has moved on.
pub(in crate::app) fn set_filter(core: &mut Core, filter: Filter) {
    let is_empty = filter.is_empty();
    core.view.set_filter(filter);
    rebuild_and_keep_place(core);
    match core.displaced {
        Some((before, after)) if is_empty => {
            core.displaced = None;
            if core.who == after {
                core.who = before;
                rebuild_and_keep_place(core);
            }
        }
        _ if core.view.position_of(core.who).is_none() && !core.view.rows().is_empty() => {
            let before = match core.displaced {
                Some((before, after)) if core.who == after => before,
                _ => core.who,
            };
            select(core, 0);
            core.displaced = Some((before, core.who));
        }
        _ => {}
    }
}

pub(in crate::app) fn toggle_quick(core: &mut Core, quick: Quick) {
    let mut filter = core.view.filter().clone();
    filter.quick.toggle(quick);
    set_filter(core, filter);
}

fn rebuild_and_keep_place(core: &mut Core) {
    settle::settle(core);
    settle::rebuild_view(core);
    match core.view.position_of(core.who) {
        Some(place) => select(core, place),
        None => core.listing.top = 0,
    }
    core.touch();
}
