//! How sharply the loss bends where a network is, and the largest stable rate that follows from it: at once
//! without hidden layers, else found bit by bit.

use crate::analysis::curvature::{bends, condition, has_limit, stable_below};
use crate::analysis::landscape::{Sharpness, Surface};
use crate::training::Run;

/// How sharply the loss bends at an epoch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bends {
    /// The epoch, as the map's own run counts.
    pub epoch: u64,
    /// The rate of the step that leaves it.
    pub rate: f64,
    /// The largest stable rate, where there is one.
    pub limit: Option<f64>,
    /// The largest eigenvalue over the smallest, where all of them are known and the loss bends upwards in every direction.
    pub condition: Option<f64>,
    /// Whether the optimiser is one that such a limit holds for.
    pub has_limit: bool,
}

/// The bends known last, and those being found.
#[derive(Debug, Default)]
pub(super) struct Bending {
    known: Option<Bends>,
    job: Option<Job>,
}

/// The sharpest bend of one network, while it is being found.
#[derive(Debug)]
struct Job {
    epoch: u64,
    at: Vec<f64>,
    l2: f64,
    sharpness: Sharpness,
}

impl Bending {
    pub(super) const fn known(&self) -> Option<Bends> {
        self.known
    }

    /// Takes over where a run is now; in a `hurry` nothing is begun that takes long.
    pub(super) fn measure(&mut self, run: &Run, surface: &Surface, hurry: bool) {
        let network = run.network();
        let has_limit = has_limit(run);
        let rate = run.learning_rate();
        if let Some(all) = bends(run, network) {
            self.job = None;
            self.known = Some(Bends {
                epoch: run.epoch(),
                rate,
                limit: stable_below(all[0]).filter(|_| has_limit),
                condition: condition(&all),
                has_limit,
            });
            return;
        }
        let (_, l2) = run.regularisation();
        let begun = self
            .job
            .as_ref()
            .is_some_and(|job| job.epoch == run.epoch() && job.at == network.parameters() && job.l2 == l2);
        if !begun && !hurry && !surface.is_empty() && has_limit {
            self.job = Some(Job {
                epoch: run.epoch(),
                at: network.parameters().to_vec(),
                l2,
                sharpness: Sharpness::new(surface.clone(), network, l2),
            });
        }
        match &mut self.known {
            Some(bends) if has_limit => bends.rate = rate,
            bends => {
                *bends =
                    (!has_limit).then_some(Bends { epoch: run.epoch(), rate, limit: None, condition: None, has_limit });
            }
        }
        if let Some(job) = &self.job
            && let Some(sharpest) = job.sharpness.result()
        {
            self.known =
                Some(Bends { epoch: job.epoch, rate, limit: stable_below(sharpest), condition: None, has_limit: true });
        }
    }

    /// Whether some are being found.
    pub(super) fn is_pending(&self) -> bool {
        let job = self.job.as_ref();
        job.is_some_and(|job| job.sharpness.result().is_none())
    }

    /// Goes on for about so many nanoseconds; true once they are found.
    pub(super) fn advance(&mut self, nanoseconds: u64) -> bool {
        self.job.as_mut().is_some_and(|job| job.sharpness.advance(nanoseconds))
    }
}
