//! Where a chart stands on a sheet.

/// A field of the sheet with a number along each side.
#[derive(Debug, Clone, Copy)]
pub(super) struct Canvas {
    /// Its left edge.
    pub left: f64,
    /// Its upper edge.
    pub top: f64,
    /// Its right edge.
    pub right: f64,
    /// Its lower edge.
    pub bottom: f64,
}

impl Canvas {
    /// The field most charts have, below the headline.
    pub const CHART: Self = Self { left: 90.0, top: 112.0, right: 920.0, bottom: 480.0 };

    /// The place at shares of the way along and up.
    pub fn place(&self, share: [f64; 2]) -> (f64, f64) {
        (self.left + (self.right - self.left) * share[0], self.bottom - (self.bottom - self.top) * share[1])
    }
}
