//! Which rows of the list are shown, and in what order: sort, filter, and where a row stands.
//!
//! A view holds row numbers only. The owner calls [`View::rebuild`] when the sort or filter has changed,
//! or when the network has and [`View::depends_on_network`].

use super::column::Column;
use super::filter::Filter;
use super::list::PassengerList;
use super::value::Value;

/// What the network at hand says about one row.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct LiveRow {
    /// The sum before the last sigmoid; none where the recipe leaves the row out.
    pub z: Option<f64>,
    /// The probability of having lived.
    pub p: Option<f64>,
    /// Whether the network says that this person lived.
    pub said: bool,
    /// Whether that is right.
    pub right: bool,
    /// This row's loss.
    pub loss: Option<f64>,
}

/// What is known about the rows beside the list itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct Facts<'a> {
    /// One for each row of the list, or empty when there is no network.
    pub live: &'a [LiveRow],
    /// How many rows from the first are trained on.
    pub train_rows: usize,
    /// For each row whether its prediction has changed sides; may be empty.
    pub flipped: &'a [bool],
}

/// The order of a view; missing values come last either way, equal ones keep file order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Sort {
    /// What is sorted by.
    pub column: Column,
    /// Largest first.
    pub descending: bool,
}

impl Default for Sort {
    fn default() -> Self {
        Self {
            column: Column::Id,
            descending: false,
        }
    }
}

/// The rows that are shown, in their order.
#[derive(Debug, Clone)]
pub struct View {
    sort: Sort,
    filter: Filter,
    rows: Vec<u32>,
    /// For each row of the list its position in `rows`, or [`HIDDEN`].
    positions: Vec<u32>,
}

const HIDDEN: u32 = u32::MAX;

impl View {
    /// Everybody, by passenger id, which is file order wherever Kaggle's order is kept.
    pub fn new(list: &PassengerList) -> Self {
        let mut view = Self {
            sort: Sort::default(),
            filter: Filter::default(),
            rows: Vec::new(),
            positions: Vec::new(),
        };
        view.rebuild(list, &Facts::default());
        view
    }

    /// The order asked for.
    pub const fn sort(&self) -> Sort {
        self.sort
    }

    /// Asks for another order, from the next [`View::rebuild`].
    pub const fn set_sort(&mut self, sort: Sort) {
        self.sort = sort;
    }

    /// The filter asked for.
    pub const fn filter(&self) -> &Filter {
        &self.filter
    }

    /// Asks for another filter, from the next [`View::rebuild`].
    pub fn set_filter(&mut self, filter: Filter) {
        self.filter = filter;
    }

    /// Finds and orders the rows anew.
    pub fn rebuild(&mut self, list: &PassengerList, facts: &Facts<'_>) {
        self.rows.clear();
        self.rows.extend(
            (0..list.len())
                .filter(|&row| self.filter.matches(list, facts, row))
                .map(|row| row as u32),
        );
        self.order(list, facts);
        self.positions.clear();
        self.positions.resize(list.len(), HIDDEN);
        for (position, &row) in self.rows.iter().enumerate() {
            self.positions[row as usize] = position as u32;
        }
    }

    fn order(&mut self, list: &PassengerList, facts: &Facts<'_>) {
        let Sort { column, descending } = self.sort;
        let mut keyed: Vec<(Value<'_>, u32)> = self
            .rows
            .iter()
            .map(|&row| (Value::of(list, row as usize, column, facts.live), row))
            .collect();
        keyed.sort_by(|(left, _), (right, _)| {
            let order = left.order(*right);
            let both_there = !left.is_missing() && !right.is_missing();
            if descending && both_there {
                order.reverse()
            } else {
                order
            }
        });
        self.rows.clear();
        self.rows.extend(keyed.iter().map(|&(_, row)| row));
    }

    /// The rows shown, by row number from 0, in the order shown.
    pub fn rows(&self) -> &[u32] {
        &self.rows
    }

    /// Where a row of the list is shown, if it is.
    pub fn position_of(&self, row: usize) -> Option<usize> {
        self.positions
            .get(row)
            .filter(|&&position| position != HIDDEN)
            .map(|&position| position as usize)
    }

    /// Whether another network, or another step of it, may change the rows or their order.
    pub fn depends_on_network(&self) -> bool {
        !self.sort.column.is_raw() || self.filter.depends_on_network()
    }
}
