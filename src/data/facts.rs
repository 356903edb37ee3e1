//! What is known about the rows beside the list itself; who has a network says it, row by row.

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
