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

impl ModelFile {
    /// Read.
    pub fn read(_reader: impl std::io::Read) -> Result<Self, std::io::Error> {
        Ok(Self { epoch: 0 })
    }
}
impl Run {
    /// From.
    pub fn from_model(
        _name: &str,
        _list: std::sync::Arc<crate::data::PassengerList>,
        _model: ModelFile,
    ) -> Result<Self, std::io::Error> {
        Ok(Self)
    }
}
