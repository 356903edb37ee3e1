//! Stand-in until this layer lands.

use serde::{Deserialize, Serialize};

/// A run.
#[derive(Debug, Clone)]
pub struct Run;

/// A model.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ModelFile {
    /// Epoch.
    pub epoch: u64,
}
