//! What each feature is worth to the network on the screen, measured when the user asks, a feature of a part at a
//! time.

use crate::analysis::score::{Apart, Importance, OddsRatios, importance, odds_ratios, shuffled_features};
use crate::app::Core;
use crate::app::core::runs::Stamp;
use crate::nn::Network;
use crate::training::{Feature, Run};

/// A measurement, under way or done.
#[derive(Debug, Clone)]
pub struct WorthMeasured {
    /// What the run is called.
    pub name: String,
    /// How far its network was trained.
    pub epoch: u64,
    /// What its inputs do to the odds; none with hidden layers.
    pub odds: Option<OddsRatios>,
    /// What the features are worth, as far as that is known, in the order of the recipe.
    pub parts: Apart<Vec<Importance>>,
    /// How many people are asked.
    pub rows: Apart<usize>,
    stamp: Stamp,
    network: Network,
    threshold: f64,
    features: Vec<Feature>,
}

impl WorthMeasured {
    /// Whether all of it is measured; the test rows' last.
    fn is_whole(&self) -> bool {
        self.parts.test.len() == self.features.len()
    }

    /// The run it is about.
    pub fn run<'a>(&self, core: &'a Core) -> Option<&'a Run> {
        let past = self.stamp.moment.past;
        core.runs.all().iter().find(|slot| slot.past().is_of_same_slot(past)).map(|slot| &slot.run)
    }
}

/// The measurement asked for last.
#[derive(Debug, Clone, Default)]
pub struct WorthJob {
    measured: Option<WorthMeasured>,
}

impl WorthJob {
    /// What is known.
    pub const fn measured(&self) -> Option<&WorthMeasured> {
        self.measured.as_ref()
    }

    /// Whether there is something left to measure.
    pub(super) fn is_running(&self) -> bool {
        self.measured.as_ref().is_some_and(|measured| !measured.is_whole())
    }

    /// Whether Enter on the panel measures.
    pub fn starts(&self, core: &Core, threshold: f64) -> bool {
        let is_of = |measured: &WorthMeasured| measured.stamp == core.stamp() && measured.threshold == threshold;
        !self.measured.as_ref().is_some_and(is_of)
    }

    /// Enter on the panel.
    pub(super) fn open(&mut self, core: &mut Core, threshold: f64) {
        if !self.starts(core, threshold) {
            return;
        }
        let (run, network) = (core.run(), core.network());
        self.measured = Some(WorthMeasured {
            name: core.run_name(),
            epoch: run.epoch(),
            odds: odds_ratios(run, network),
            parts: Apart { train: Vec::new(), test: Vec::new() },
            rows: Apart { train: run.training_rows().len(), test: run.test_rows().len() },
            stamp: core.stamp(),
            network: network.clone(),
            threshold,
            features: shuffled_features(run).collect(),
        });
        core.touch();
    }

    /// One feature more.
    pub(super) fn slice(&mut self, core: &Core) {
        let Some(measured) = self.measured.as_mut().filter(|measured| !measured.is_whole()) else {
            return;
        };
        let Some(run) = measured.run(core) else {
            self.measured = None;
            return;
        };
        let (known, rows) = if measured.parts.train.len() < measured.features.len() {
            (&mut measured.parts.train, run.training_rows())
        } else {
            (&mut measured.parts.test, run.test_rows())
        };
        let asked = (&measured.network, measured.threshold);
        known.push(importance(run, rows, asked, measured.features[known.len()]));
    }

    /// What `y` copies on the panel: the table, tabs between its columns.
    pub(super) fn copied(&self) -> String {
        use std::fmt::Write as _;
        let mut text = String::from("feature\trows\tright lost\tsd\tloss gained\tsd\n");
        if let Some(measured) = &self.measured {
            for (part, worth) in [("train", &measured.parts.train), ("test", &measured.parts.test)] {
                for Importance { feature, correct_drop, loss_rise } in worth {
                    let _ = write!(text, "{}\t{part}", feature.name());
                    for spread in [correct_drop, loss_rise] {
                        let cells =
                            spread.map_or_else(|| "\t".to_owned(), |spread| format!("{}\t{}", spread.mean, spread.sd));
                        let _ = write!(text, "\t{cells}");
                    }
                    text.push('\n');
                }
            }
            for odds in measured.odds.iter().flat_map(|odds| &odds.inputs) {
                let ratio = odds.per_unit.map_or_else(String::new, |per| per.ratio.to_string());
                let _ = writeln!(text, "odds ratio of {}\t\t{ratio}", odds.input);
            }
        }
        text
    }
}
