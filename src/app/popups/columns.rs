//! The columns of the list, their statistics, and which are shown. The cursor is the list's own.

use crate::app::App;
use crate::app::core::movement::{Motion, step};
use crate::app::popups::behaviour::{Next, PopupBehaviour};
use crate::data::Column;

/// The columns.
#[derive(Debug, Clone)]
pub struct ColumnMenu;

impl PopupBehaviour for ColumnMenu {
    fn list(&self, app: &App) -> Option<(usize, usize)> {
        let at = Column::ALL.iter().position(|&column| column == app.core.listing.column);
        Some((at.unwrap_or(0), Column::ALL.len()))
    }

    fn select(&mut self, app: &mut App, row: usize) {
        app.core.listing.column = Column::ALL[row];
    }

    fn toggles(&self) -> bool {
        true
    }

    /// Columns stand side by side in the list.
    fn go(&mut self, app: &mut App, motion: Motion) {
        let by = motion.rows(app.core.hits.popup_page()) + motion.across();
        let at = app.core.listing.column as usize;
        self.select(app, step(at, by, Column::ALL.len()));
    }

    fn enter(&mut self, app: &mut App) -> Next {
        let column = app.core.listing.column;
        let shown = app.core.hits.columns().contains(&column);
        app.core.listing.toggle(column, shown);
        Next::Stays
    }

    /// The first click selects, one on the selected row switches.
    fn click(&mut self, app: &mut App, row: usize) -> Next {
        let again = app.core.listing.column == Column::ALL[row];
        self.select(app, row);
        if again { self.enter(app) } else { Next::Stays }
    }
}
