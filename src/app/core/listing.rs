//! The list panel's own state: which columns, which one is under the cursor, how far it is scrolled,
//! what was searched. Which rows match is `data::View`'s business.

use crate::data::Column;

/// A ready-made choice of columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ColumnSet {
    /// What tells the story, as many as fit.
    #[default]
    Story,
    /// All twelve columns of the file, then what the network says.
    Everything,
    /// The network's numbers.
    Network,
}

impl ColumnSet {
    const fn next(self) -> Self {
        match self {
            Self::Story => Self::Everything,
            Self::Everything => Self::Network,
            Self::Network => Self::Story,
        }
    }
}

/// The state of the list panel.
#[derive(Debug, Clone, PartialEq)]
pub struct Listing {
    /// The choice of columns.
    pub set: ColumnSet,
    /// The column under the cursor.
    pub column: Column,
    /// The first row shown, before it is fitted to the selection.
    pub top: usize,
    /// What was last searched, for `n` and `N`.
    pub needle: String,
    hidden: Vec<Column>,
    added: Vec<Column>,
}

impl Default for Listing {
    fn default() -> Self {
        Self {
            set: ColumnSet::default(),
            column: Column::Id,
            top: 0,
            needle: String::new(),
            hidden: Vec::new(),
            added: Vec::new(),
        }
    }
}

impl Listing {
    /// Goes to the next choice of columns.
    pub(in crate::app) fn next_set(&mut self) {
        self.set = self.set.next();
    }

    /// Hides a column that is shown, or shows one that is not.
    pub(in crate::app) fn toggle(&mut self, column: Column, shown: bool) {
        self.hidden.retain(|&other| other != column);
        self.added.retain(|&other| other != column);
        if shown {
            self.hidden.push(column);
        } else {
            self.added.push(column);
        }
    }

    /// Whether the user hid the column.
    pub fn is_hidden(&self, column: Column) -> bool {
        self.hidden.contains(&column)
    }

    /// Whether the user asked for the column.
    pub fn is_added(&self, column: Column) -> bool {
        self.added.contains(&column)
    }

    /// Moves the column cursor along `columns`, the ones the panel has now.
    pub(in crate::app) fn move_column(&mut self, columns: &[Column], forward: bool) {
        let at = columns.iter().position(|&column| column == self.column);
        let next = match (at, forward) {
            (Some(at), true) => (at + 1).min(columns.len().saturating_sub(1)),
            (Some(at), false) => at.saturating_sub(1),
            (None, _) => 0,
        };
        if let Some(&column) = columns.get(next) {
            self.column = column;
        }
    }
}

/// The first row to show so that row `selected` of `len` is among the `page` rows shown, moving as little as can be.
pub fn fitted_top(top: usize, selected: usize, page: usize, len: usize) -> usize {
    let page = page.max(1);
    let lowest = selected.saturating_sub(page - 1);
    top.clamp(lowest, selected.max(lowest)).min(len.saturating_sub(page).max(lowest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_selected_row_is_always_in_sight(
            top in 0_usize..1000, selected in 0_usize..500, page in 1_usize..60
        ) {
            let len = 500;
            let first = fitted_top(top, selected, page, len);
            prop_assert!(first <= selected && selected < first + page);
        }
    }

    #[test]
    fn a_row_in_sight_does_not_move_the_list() {
        assert_eq!(fitted_top(10, 15, 20, 891), 10);
    }
}
