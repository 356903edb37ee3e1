//! What each feature is worth to a network: its values are dealt anew among the people of a part, and what the network
//! then no longer gets right it had got right by them (permutation importance; Breiman 2001).
//!
//! A feature is shuffled alone, all its inputs together. What another feature tells as well is not missed, so two that
//! say the same are each worth little.

use serde::Serialize;

use super::{Apart, fence};
use crate::analysis::Spread;
use crate::data::number::defined;
use crate::kernel::{Kernel, PackedRows};
use crate::nn::rng::Random;
use crate::nn::{Loss, Network, Rows};
use crate::training::{Feature, Run};

/// After those of the splits and of the maps.
const STREAM: u64 = u64::MAX - 4;

/// How often each feature is shuffled, on lists that are not long.
const SHUFFLES: usize = 20;

/// What the features are worth on one part of the list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Importances {
    /// How many people the network is asked about; who counts as died has no inputs to shuffle.
    pub rows: usize,
    /// How often each feature was shuffled.
    pub shuffles: usize,
    /// One for each feature, in the order of the recipe.
    pub features: Vec<Importance>,
}

/// What is lost without one feature.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Importance {
    /// The feature.
    pub feature: Feature,
    /// How many right answers fewer there are.
    pub correct_drop: Option<Spread>,
    /// How much greater the mean loss is; none where there is none.
    pub loss_rise: Option<Spread>,
}

/// What each feature is worth to a network of this run's shape, at a threshold on p, by the run's seed. A long list takes a
/// while, so `known` hears after each feature which share of the work is done.
pub fn importances(run: &Run, network: &Network, threshold: f64, mut known: impl FnMut(f64)) -> Apart<Importances> {
    let parts = Apart { train: run.training_rows(), test: run.test_rows() };
    let (people, features) = (run.list().len() as f64, shuffled_features(run).count() as f64);
    let mut done = 0.0;
    parts.map(|rows| {
        let features = shuffled_features(run).map(|feature| {
            let worth = importance(run, rows, (network, threshold), feature);
            done += rows.len() as f64;
            known(done / (people * features));
            worth
        });
        Importances { rows: rows.len(), shuffles: shuffles(rows.len()), features: features.collect() }
    })
}

/// The features of a run that can be shuffled, in the order of its recipe.
pub fn shuffled_features(run: &Run) -> impl Iterator<Item = Feature> {
    run.encoder().inputs().iter().filter(|input| input.part == 0).map(|input| input.feature)
}

/// What one feature is worth on one of the run's parts.
pub fn importance(run: &Run, rows: &Rows, (network, threshold): (&Network, f64), feature: Feature) -> Importance {
    let (loss, kernel) = (run.recipe().loss, Kernel::new(network.shape()));
    let mut judge = Judge { network, loss, kernel, fence: fence(threshold) };
    let (correct, loss) = judge.measure(rows);
    // The same orders for every feature: they differ by what they are worth, not by luck.
    let mut random = Random::new(run.recipe().seed, STREAM);
    let mut order: Vec<usize> = rows.all().collect();
    let tries = (0..shuffles(rows.len())).map(|_| {
        random.shuffle(&mut order);
        let (left, worse) = judge.measure(&shuffled(run, rows, feature, &order));
        (correct - left, worse - loss)
    });
    let (drops, rises): (Vec<f64>, Vec<f64>) = tries.collect();
    let loss_rise = Spread::of(&rises).filter(|spread| defined(spread.mean).is_some());
    Importance { feature, correct_drop: Spread::of(&drops), loss_rise }
}

/// How often each feature is shuffled among so many people: less often on long lists, where they leave little to luck.
pub fn shuffles(rows: usize) -> usize {
    /// Over how many people a feature is shuffled, all tries together.
    const PEOPLE: usize = 2_000_000;
    (PEOPLE / rows.max(1)).clamp(2, SHUFFLES)
}

/// Everyone with what they are, but for one feature, which they have from whoever stands in their place in the order.
fn shuffled(run: &Run, rows: &Rows, feature: Feature, order: &[usize]) -> Rows {
    let mut shuffled = Rows::new(rows.width());
    let mut mixed = Vec::with_capacity(rows.width());
    for (row, &other) in order.iter().enumerate() {
        let values = run.encoder().inputs().iter().zip(rows.inputs(row).iter().zip(rows.inputs(other)));
        mixed.clear();
        mixed.extend(values.map(|(input, (own, dealt))| if input.feature == feature { dealt } else { own }));
        shuffled.push(&mixed, rows.label(row), rows.place(row));
    }
    shuffled
}

struct Judge<'a> {
    network: &'a Network,
    loss: Loss,
    kernel: Kernel,
    fence: f64,
}

impl Judge<'_> {
    /// How many answers are right, and the mean loss of those that are numbers.
    fn measure(&mut self, rows: &Rows) -> (f64, f64) {
        let (mut correct, mut sum, mut count) = (0.0, 0.0, 0.0);
        self.kernel.logits(self.network, &PackedRows::merged(rows), |row, z| {
            let label = rows.label(row);
            if let Some(z) = defined(z) {
                correct += f64::from(u8::from((z > self.fence) == (label > 0.5)));
                sum += self.loss.from_logit(z, label);
                count += 1.0;
            }
        });
        (correct, sum / count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Scoreboard;
    use crate::nn::Parameter;
    use crate::training::tests::{published, run_of};
    use crate::training::{Recipe, Scaling};

    fn recipe() -> Recipe {
        let features = vec![Feature::Title, Feature::Sex, Feature::Fare];
        Recipe { features, scaling: Scaling::Standard, hidden: vec![3], learning_rate: 0.5, ..Recipe::default() }
    }

    #[test]
    fn a_feature_without_weight_is_worth_nothing_and_the_only_one_everything() {
        let run = run_of(recipe());
        let mut network = run.network().clone();
        network.parameters_mut().fill(0.0);
        for (parameter, value) in [
            // Only the sex counts, which stands behind the five titles.
            (Parameter::Weight { layer: 0, neuron: 0, input: 5 }, 2.0),
            (Parameter::Weight { layer: 1, neuron: 0, input: 0 }, 3.0),
            (Parameter::Bias { layer: 1, neuron: 0 }, -2.0),
        ] {
            let index = network.index(parameter);
            network.parameters_mut()[index] = value;
        }
        let worth = importances(&run, &network, 0.5, |_| ());
        let board = Scoreboard::new(&run, &network, 0.5);
        for (part, score) in [(&worth.train, board.train), (&worth.test, board.test)] {
            let [title, sex, fare] = part.features.as_slice() else { panic!("{part:?}") };
            for other in [title, fare] {
                assert_eq!(other.correct_drop.unwrap().most, 0.0);
                assert_eq!(other.loss_rise.unwrap().most, 0.0);
            }
            // A woman's value comes to a woman as often as women are aboard: the expected count by hand.
            let rows = if part.rows == 600 { run.training_rows() } else { run.test_rows() };
            let women = rows.all().filter(|&row| rows.inputs(row)[5] == 1.0).count() as f64;
            let lived = rows.all().filter(|&row| rows.label(row) == 1.0).count() as f64;
            let all = rows.len() as f64;
            let expected = f64::from(score.correct) - (women * lived + (all - women) * (all - lived)) / all;
            let drop = sex.correct_drop.unwrap();
            let error = drop.sd / (part.shuffles as f64).sqrt();
            assert!((drop.mean - expected).abs() < 4.0 * error && expected > 50.0, "{drop:?} {expected}");
            assert_eq!((part.rows, part.shuffles), (score.total as usize, 20));
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_bits_and_another_others() {
        let mut run = run_of(recipe());
        (0..50).for_each(|_| run.train().unwrap());
        let worth = importances(&run, run.network(), 0.5, |_| ());
        assert_eq!(worth, importances(&run, run.network(), 0.5, |_| ()));
        let other = run_of(Recipe { seed: 2, ..recipe() });
        assert_ne!(worth, importances(&other, run.network(), 0.5, |_| ()));
    }

    #[test]
    fn all_inputs_of_a_feature_come_from_the_same_person() {
        let run = run_of(recipe());
        let rows = run.training_rows();
        let order: Vec<usize> = rows.all().rev().collect();
        let mixed = shuffled(&run, rows, Feature::Title, &order);
        for row in mixed.all() {
            assert_eq!(mixed.inputs(row)[..5], rows.inputs(order[row])[..5]);
            assert_eq!(mixed.inputs(row)[5..], rows.inputs(row)[5..]);
            assert_eq!((mixed.label(row), mixed.place(row)), (rows.label(row), rows.place(row)));
        }
    }

    #[test]
    fn only_who_is_asked_is_shuffled_and_long_lists_fewer_times() {
        let run = published();
        let worth = importances(&run, run.network(), 0.5, |_| ());
        assert_eq!((worth.train.rows, worth.test.rows), (474, 240));
        assert_eq!([0, 100_000, 200_000, 10_000_000].map(shuffles), [20, 20, 10, 2]);
        let mut network = run.network().clone();
        network.parameters_mut().fill(f64::MAX);
        let wild = importances(&run, &network, 0.5, |_| ());
        assert!(wild.train.features.iter().all(|feature| feature.loss_rise.is_none()), "{wild:?}");
    }
}
