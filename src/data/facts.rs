//! What is known about the rows beside the list itself; who has a network says it, row by row.

use std::fmt::Debug;

use super::split::Split;

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

/// What the network at hand says about every row, worked out when it is asked for.
pub trait LiveRows: Debug {
    /// The sum before the last sigmoid.
    fn z(&self, row: usize) -> Option<f64>;

    /// The probability of having lived.
    fn p(&self, row: usize) -> Option<f64>;

    /// This row's loss.
    fn loss(&self, row: usize) -> Option<f64>;

    /// Whether what it says is right.
    fn is_right(&self, row: usize) -> bool;

    /// Whether it says that this person lived.
    fn says_lived(&self, row: usize) -> bool {
        self.z(row).is_some_and(|z| z > 0.0)
    }

    /// All of it.
    fn row(&self, row: usize) -> LiveRow {
        LiveRow {
            z: self.z(row),
            p: self.p(row),
            said: self.says_lived(row),
            right: self.is_right(row),
            loss: self.loss(row),
        }
    }
}

/// What is known about the rows beside the list itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct Facts<'a> {
    /// What the network says; none when there is no network.
    pub live: Option<&'a dyn LiveRows>,
    /// Which rows are trained on; none says that all are tested on.
    pub split: Option<&'a Split>,
    /// For each row whether its prediction has changed sides; may be empty.
    pub flipped: &'a [bool],
}

#[cfg(test)]
impl LiveRows for Vec<LiveRow> {
    fn z(&self, row: usize) -> Option<f64> {
        self[row].z
    }

    fn p(&self, row: usize) -> Option<f64> {
        self[row].p
    }

    fn loss(&self, row: usize) -> Option<f64> {
        self[row].loss
    }

    fn is_right(&self, row: usize) -> bool {
        self[row].right
    }
}
