//! Runs made of runs: the same past with an open future, with parameters set by hand, or all of it again.

use std::sync::Arc;

use super::Run;
use crate::nn::Parameter;
use crate::training::change::Edit;
use crate::training::timeline::Timeline;

impl Run {
    /// A run with the same past up to the cursor and an open future.
    #[must_use]
    pub fn branch(&self, name: impl Into<String>) -> Self {
        self.branch_on(name.into(), self.timeline.branch())
    }

    /// A branch in which some parameters have other values from the cursor's epoch on, that epoch
    /// included; what the optimiser remembers stays. None where a value, or a loss that comes of it,
    /// is not finite, or where the network has no such parameter.
    #[must_use]
    pub fn branch_with(&self, name: impl Into<String>, edits: &[(Parameter, f64)]) -> Option<Self> {
        let shape = self.network().shape();
        let edits: Option<Vec<Edit>> = edits
            .iter()
            .map(|&(parameter, value)| (shape.has(parameter) && value.is_finite()).then(|| Edit::new(parameter, value)))
            .collect();
        let timeline = self.timeline.branch_with(&edits?)?;
        let mut branch = self.branch_on(name.into(), timeline);
        if branch.epoch() == 0 && branch.initial.is_some() {
            branch.initial = Some(branch.network().parameters().to_vec());
        }
        Some(branch)
    }

    /// The same run once more, its future included.
    #[must_use]
    pub fn duplicate(&self, name: impl Into<String>) -> Self {
        Self { name: name.into(), ..self.clone() }
    }

    fn branch_on(&self, name: String, timeline: Timeline) -> Self {
        Self {
            name,
            list: Arc::clone(&self.list),
            recipe: self.recipe.clone(),
            encoder: self.encoder.clone(),
            timeline,
            initial: self.initial.clone(),
            saved: None,
            replay_differed: self.replay_differed,
        }
    }
}
