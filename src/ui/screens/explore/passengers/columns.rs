//! Which columns of the list are shown at a width, and how wide each is.

use crate::app::App;
use crate::app::core::listing::ColumnSet;
use crate::data::Column;
use crate::ui::passenger;

/// What tells the story even on the narrowest list, in the order shown.
const BASE: [Column; 8] =
    [Column::Id, Column::Name, Column::Sex, Column::Age, Column::P, Column::Said, Column::Survived, Column::Right];

/// What joins them as room grows, most telling first.
const EXTRAS: [Column; 9] = [
    Column::Class,
    Column::Fare,
    Column::Loss,
    Column::Embarked,
    Column::SibSp,
    Column::Parch,
    Column::Z,
    Column::Cabin,
    Column::Ticket,
];

/// The reading order of all columns.
const ORDER: [Column; 17] = [
    Column::Id,
    Column::Name,
    Column::Sex,
    Column::Age,
    Column::Class,
    Column::SibSp,
    Column::Parch,
    Column::Ticket,
    Column::Fare,
    Column::Cabin,
    Column::Embarked,
    Column::Z,
    Column::P,
    Column::Said,
    Column::Survived,
    Column::Right,
    Column::Loss,
];

const NETWORK: [Column; 8] =
    [Column::Id, Column::Name, Column::Z, Column::P, Column::Said, Column::Survived, Column::Right, Column::Loss];

/// The bar of a chance, and the blank after it.
const BAR: usize = 5;
/// One that stands up in a cell, and its blank.
pub(super) const SHORT_BAR: usize = 2;

/// Other columns join only while a name keeps this much.
const GOOD_NAME: usize = 24;

fn total(app: &App, columns: &[Column]) -> usize {
    1 + columns.iter().map(|&column| passenger::width(app, column) + 1).sum::<usize>()
}

/// The columns of the chosen set in reading order, as many as the story has room for.
pub fn candidates(app: &App, room: usize) -> Vec<Column> {
    let mut columns: Vec<Column> = match app.core.listing.set {
        ColumnSet::Everything => ORDER.to_vec(),
        ColumnSet::Network => NETWORK.to_vec(),
        ColumnSet::Story => {
            let mut columns = BASE.to_vec();
            for extra in EXTRAS {
                let spare = GOOD_NAME - passenger::LEAST_NAME;
                if total(app, &columns) + passenger::width(app, extra) + 1 + spare <= room {
                    columns.push(extra);
                }
            }
            columns
        }
    };
    columns.retain(|&column| !app.core.listing.is_hidden(column));
    for column in ORDER {
        if app.core.listing.is_added(column) && !columns.contains(&column) {
            columns.push(column);
        }
    }
    columns.sort_by_key(|column| ORDER.iter().position(|other| other == column));
    columns
}

/// The columns on the screen with their widths: those that fit, scrolled so that the column under
/// the cursor is among them; id and name stay.
pub fn chosen(app: &App, room: usize) -> Vec<(Column, u16)> {
    let all = candidates(app, room);
    let pinned: Vec<Column> =
        all.iter().copied().filter(|column| matches!(column, Column::Id | Column::Name)).collect();
    let rest: Vec<Column> = all.iter().copied().filter(|column| !pinned.contains(column)).collect();
    let at = rest.iter().position(|&column| column == app.core.listing.column).unwrap_or(0);
    let fits = |first: usize, last: usize| {
        let mut columns = pinned.clone();
        columns.extend(&rest[first..=last]);
        total(app, &columns) <= room
    };
    let mut first = 0;
    while first < at && !fits(first, at) {
        first += 1;
    }
    let mut columns = pinned.clone();
    for &column in &rest[first.min(rest.len())..] {
        columns.push(column);
        if total(app, &columns) > room {
            columns.pop();
            break;
        }
    }
    let spare = room.saturating_sub(total(app, &columns));
    // The bar of a chance and the blank after it, while a name keeps most of its room; else a bar of one cell.
    let bars = [(BAR + 10, BAR), (1, SHORT_BAR)].into_iter().filter(|_| columns.contains(&Column::P));
    let bar = bars.into_iter().find(|&(room, _)| room <= spare).map_or(0, |(_, bar)| bar);
    let cells = |column| {
        let least = passenger::width(app, column);
        if column == Column::Name {
            least + spare - bar
        } else if column == Column::P {
            least + bar
        } else {
            least
        }
    };
    columns.into_iter().map(|column| (column, cells(column) as u16)).collect()
}
