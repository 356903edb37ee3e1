//! The sweep of hidden widths over seeds: which runs, how far, and what came out. Trained in slices.

/// A sweep under way, or what came of it.
#[derive(Debug, Clone, Default)]
pub struct Sweep {}

impl Sweep {
    /// Whether there is training to do.
    pub const fn is_running(&self) -> bool {
        false
    }
}
