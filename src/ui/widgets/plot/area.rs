//! The cells of a plot and what is written beside them: from data to cells and dots, and back for the mouse.

use ratatui::layout::Rect;

use super::axis::Tick;
use super::scale::CellScale;

/// The cells of a plot that hold its data.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::ui) struct PlotArea {
    /// The cells inside the axes.
    pub data: Rect,
    /// What is written along, from the left.
    pub along: Vec<Tick>,
    /// What is written up, from below.
    pub up: Vec<Tick>,
    x: CellScale,
    y: CellScale,
    /// There is no x outside.
    bounds: (f64, f64),
}

/// Where a curve leaves a plot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui) enum Beyond {
    /// There are greater values.
    Top,
    /// There are lesser ones.
    Bottom,
}

impl PlotArea {
    pub(super) fn new(
        data: Rect,
        (x, along): (CellScale, Vec<Tick>),
        (y, up): (CellScale, Vec<Tick>),
        bounds: (f64, f64),
    ) -> Self {
        // Nothing sticks out beyond the last x there is.
        let width = inside(x.cells(bounds.1), data.width).map_or(data.width, |last| last + 1);
        let data = Rect { width, ..data };
        Self { data, along, up, x, y, bounds }
    }

    /// The column of the frame that shows this x, unless it lies outside.
    pub fn column(&self, x: f64) -> Option<u16> {
        Some(self.data.x + inside(self.x.cells(x), self.data.width)?)
    }

    /// The row of the frame that shows this y, unless it lies outside.
    pub fn row(&self, y: f64) -> Option<u16> {
        Some(self.data.bottom() - 1 - inside(self.y.cells(y), self.data.height)?)
    }

    /// Beyond which edge of the dots this y lies, if it does.
    pub fn edge_before(&self, y: f64) -> Option<Beyond> {
        let dot = self.dot_y(y);
        let below = 4.0 * f64::from(self.data.height) - 0.5;
        if dot < -0.5 { Some(Beyond::Top) } else { (dot > below).then_some(Beyond::Bottom) }
    }

    /// The x in the middle of a column of the frame, of those inside.
    pub fn x_at(&self, column: u16) -> f64 {
        let column = column.clamp(self.data.left(), self.data.right().saturating_sub(1).max(self.data.left()));
        self.x_of(f64::from(column - self.data.x))
    }

    /// How far a point lies along and up, from 0 at one edge to 1 at the other.
    pub fn shares(&self, x: f64, y: f64) -> [f64; 2] {
        let share = |cells: f64, of: u16| (cells + 0.5) / f64::from(of);
        [share(self.x.cells(x), self.data.width), share(self.y.cells(y), self.data.height)]
    }

    /// The x at the left and at the right edge.
    pub fn ends_along(&self) -> (f64, f64) {
        (self.x_of(-0.5), self.x_of(f64::from(self.data.width) - 0.5))
    }

    /// Dot columns from the left edge; not a number where `x` is none.
    pub(super) fn dot_x(&self, x: f64) -> f64 {
        2.0 * self.x.cells(x) + 0.5
    }

    /// Dot rows from the top edge; not a number where `y` is none.
    pub(super) fn dot_y(&self, y: f64) -> f64 {
        4.0 * (f64::from(self.data.height) - 1.0 - self.y.cells(y)) + 1.5
    }

    /// The x of a dot column.
    pub(super) fn x_of_dot(&self, dot: u16) -> f64 {
        self.x_of((f64::from(dot) - 0.5) / 2.0)
    }

    fn x_of(&self, cells: f64) -> f64 {
        self.x.value(cells).max(self.bounds.0).min(self.bounds.1)
    }
}

/// The cell so many from the first; halves go up.
fn inside(cells: f64, of: u16) -> Option<u16> {
    let cell = (cells + 0.5).floor();
    (0.0..f64::from(of)).contains(&cell).then_some(cell as u16)
}
