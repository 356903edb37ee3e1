//! The lessons of the tour, to choose one from.

use crate::app::popups::behaviour::{Next, PopupBehaviour};
use crate::app::{App, tour};

/// The lessons.
#[derive(Debug, Clone)]
pub struct LessonMenu {
    /// The row under the cursor.
    pub selected: usize,
}

impl LessonMenu {
    /// At the lesson to go on with.
    pub(in crate::app) fn of(app: &App) -> Self {
        Self { selected: app.tour.next_lesson() }
    }
}

impl PopupBehaviour for LessonMenu {
    fn list(&self, app: &App) -> Option<(usize, usize)> {
        Some((self.selected, app.tour.lessons().len()))
    }

    fn select(&mut self, _app: &mut App, row: usize) {
        self.selected = row;
    }

    fn enter(&mut self, app: &mut App) -> Next {
        tour::begin(app, self.selected);
        Next::Closes
    }
}
