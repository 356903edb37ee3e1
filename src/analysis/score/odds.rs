//! What each input of a network without hidden layers does to the odds of having lived: exp(w), with Wald's 95 % interval
//! from the inverse of the observed information Xᵀ diag(p(1 − p)) X, as in logistic regression.

use serde::Serialize;

use super::wilson::Z;
use crate::analysis::curvature::{condition, eigenpairs};
use crate::kernel::Kernel;
use crate::nn::{Loss, Network, math};
use crate::training::Run;

/// The odds ratios of all inputs and how sure they are.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OddsRatios {
    /// One for each input, in the network's order.
    pub inputs: Vec<OddsRatio>,
    /// Over how many training rows the information is taken.
    pub rows: usize,
    /// Whether there are intervals.
    pub intervals: Sureness,
    /// How far a Newton step would carry the weight, or bias, that it carries farthest, in its standard errors: 0 at the
    /// weights that make the training rows likeliest; none where there are no standard errors.
    pub away: Option<f64>,
}

/// Whether intervals can be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sureness {
    /// Yes.
    Given,
    /// No: they are right about the likeliest weights alone, and these are others.
    NotAtTheLikeliest,
    /// No: one input follows from the others, or nobody's answer is open, and the information has no inverse.
    Singular,
}

/// What one input does to the odds.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OddsRatio {
    /// Its name, as in files.
    pub input: String,
    /// Its weight.
    pub weight: f64,
    /// The standard error of the weight.
    pub se: Option<f64>,
    /// Of one more of what the list counts in; none where all training rows are alike and scaling makes 0 of it.
    pub per_unit: Option<Ratio>,
    /// Of one standard deviation more, where it is scaled by that.
    pub per_sd: Option<Ratio>,
}

/// A factor on the odds.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Ratio {
    /// The factor.
    pub ratio: f64,
    /// Its 95 % interval.
    pub interval: Option<[f64; 2]>,
}

/// From this many standard errors on the weights are not the likeliest: nothing that an interval would show.
const NEAR: f64 = 0.01;

/// The odds ratios of a network of this run's shape; none with hidden layers, where a weight is none, and without
/// training rows.
pub fn odds_ratios(run: &Run, network: &Network) -> Option<OddsRatios> {
    let rows = run.training_rows().len();
    if network.depth() != 1 || rows == 0 {
        return None;
    }
    let packed = run.training_packed();
    let mut kernel = Kernel::new(network.shape());
    // By likelihood, whatever the network was trained by: else these are no standard errors.
    let mut slopes = vec![0.0; network.parameters().len()];
    kernel.gradient(network, packed, packed.all(), Loss::CrossEntropy, &mut slopes);
    let inverse = inverse(kernel.second_derivative(network, packed, Loss::CrossEntropy));
    let errors = |inverse: &Vec<Vec<f64>>| -> Vec<f64> {
        (0..slopes.len()).map(|index| (inverse[index][index] / rows as f64).sqrt()).collect()
    };
    let errors = inverse.as_ref().map(errors);
    let away = inverse.zip(errors.as_ref()).map(|(inverse, errors)| {
        let steps =
            inverse.iter().map(|line| line.iter().zip(&slopes).map(|(entry, slope)| entry * slope).sum::<f64>());
        steps.zip(errors).map(|(step, error)| step.abs() / error).fold(0.0, f64::max)
    });
    let intervals = match away {
        None => Sureness::Singular,
        Some(away) if away < NEAR => Sureness::Given,
        Some(_) => Sureness::NotAtTheLikeliest,
    };
    let errors = errors.filter(|_| intervals == Sureness::Given);
    let inputs = run.encoder().inputs().iter().enumerate().map(|(index, input)| {
        let (weight, se) = (network.parameters()[index], errors.as_ref().map(|errors| errors[index]));
        let per = |amount: f64| Ratio::new(weight * amount, se.map(|se| se * amount));
        let per_unit = match input.scale() {
            None => Some(per(1.0)),
            Some((_, sd)) => (sd > 0.0).then(|| per(1.0 / sd)),
        };
        OddsRatio { input: input.name(), weight, se, per_unit, per_sd: input.scale().map(|_| per(1.0)) }
    });
    Some(OddsRatios { inputs: inputs.collect(), rows, intervals, away })
}

impl Ratio {
    fn new(weight: f64, se: Option<f64>) -> Self {
        let interval = se.map(|se| [-Z, Z].map(|z| math::exp(z.mul_add(se, weight))));
        Self { ratio: math::exp(weight), interval }
    }
}

/// The inverse of a symmetric matrix that is positive; none where it is not, or nearly not, by its condition once units
/// are out of it: a square of an age is large beside a sex, and that alone makes nothing uncertain.
fn inverse(mut matrix: Vec<Vec<f64>>) -> Option<Vec<Vec<f64>>> {
    let size = matrix.len();
    let units: Vec<f64> = (0..size).map(|index| 1.0 / matrix[index][index].sqrt()).collect();
    if !units.iter().all(|unit| unit.is_finite()) {
        return None;
    }
    for (line, unit) in matrix.iter_mut().zip(&units) {
        line.iter_mut().zip(&units).for_each(|(entry, other)| *entry *= unit * other);
    }
    let pairs = eigenpairs(matrix);
    condition(&pairs.iter().map(|(value, _)| *value).collect::<Vec<_>>())?;
    let entry = |i: usize, j: usize| {
        units[i] * units[j] * pairs.iter().map(|(value, axis)| axis[i] * axis[j] / value).sum::<f64>()
    };
    Some((0..size).map(|i| (0..size).map(|j| entry(i, j)).collect()).collect())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::analysis::landscape::{Surface, optimum};
    use crate::data::{Labels, PassengerList};
    use crate::training::tests::{published, run_of};
    use crate::training::{Feature, MissingAge, Recipe, Scaling};

    /// At the likeliest weights.
    fn at_best(run: &Run) -> OddsRatios {
        let mut network = run.network().clone();
        let (best, _) = optimum(&mut Surface::new(run)).unwrap();
        network.parameters_mut().copy_from_slice(&best);
        odds_ratios(run, &network).unwrap()
    }

    fn is_near(found: f64, known: f64) {
        assert!((found / known - 1.0).abs() < 1e-6, "{found} is not {known}");
    }

    /// Of two groups the odds ratio is ad / bc and the standard error of its logarithm √(1/a + 1/b + 1/c + 1/d).
    #[test]
    fn of_a_table_of_four_they_are_those_by_hand() {
        let people = ["1,female,", "1,female,", "1,female,", "0,female,", "1,male,", "0,male,", "0,male,", "0,male,"];
        let text = format!("Survived,Sex,Age\n{}\n", people.join("\n"));
        let list = Arc::new(PassengerList::read("four", text.as_bytes(), Labels::Required).unwrap());
        let recipe = Recipe { features: vec![Feature::Sex], train_rows: Some(8), ..Recipe::default() };
        let found = at_best(&Run::from_recipe("", list, recipe).unwrap());
        assert_eq!((found.intervals, found.rows), (Sureness::Given, 8));
        let sex = &found.inputs[0];
        let error = (8.0_f64 / 3.0).sqrt();
        is_near(sex.se.unwrap(), error);
        let ratio = sex.per_unit.unwrap();
        is_near(ratio.ratio, 9.0);
        is_near(ratio.interval.unwrap()[0], 9.0 * math::exp(-1.959_964 * error));
        is_near(ratio.interval.unwrap()[1], 9.0 * math::exp(1.959_964 * error));
        assert_eq!(sex.per_sd, None);
    }

    /// By statsmodels 0.15.0: `Logit(survived, [age, sex, class, 1]).fit(tol=1e-14)` over the first 600 rows with an age,
    /// its `params`, `bse` and `exp(conf_int())`.
    const STATSMODELS: [(f64, f64, [f64; 2]); 3] = [
        (-0.029_026_263_372_386_33, 0.009_003_955_841_817_02, [0.954_398_77, 0.988_685_66]),
        (2.507_985_069_034_910_4, 0.243_919_652_417_089_63, [7.613_411_29, 19.807_463_34]),
        (-1.015_672_484_409_519_5, 0.160_955_156_232_954_24, [0.264_176_25, 0.496_482_93]),
    ];

    #[test]
    fn they_are_those_of_statsmodels_scaled_or_not() {
        let recipe = Recipe {
            features: vec![Feature::Age, Feature::Sex, Feature::Pclass],
            missing_age: MissingAge::Drop,
            ..Recipe::default()
        };
        let raw = at_best(&run_of(Recipe { scaling: Scaling::None, ..recipe.clone() }));
        let scaled_run = run_of(Recipe { scaling: Scaling::Standard, ..recipe });
        let scaled = at_best(&scaled_run);
        assert_eq!((raw.intervals, scaled.intervals, raw.rows), (Sureness::Given, Sureness::Given, 474));
        for (index, (weight, error, interval)) in STATSMODELS.into_iter().enumerate() {
            is_near(raw.inputs[index].weight, weight);
            is_near(raw.inputs[index].se.unwrap(), error);
            for found in [&raw, &scaled] {
                let ratio = found.inputs[index].per_unit.unwrap();
                is_near(ratio.ratio, math::exp(weight));
                ratio.interval.unwrap().into_iter().zip(interval).for_each(|(end, known)| is_near(end, known));
            }
        }
        let sd = scaled_run.encoder().inputs()[0].sd;
        is_near(scaled.inputs[0].per_sd.unwrap().ratio, math::exp(STATSMODELS[0].0 * sd));
        assert_eq!(scaled.inputs[1].per_sd, None, "a sex is not scaled");
    }

    #[test]
    fn weights_that_are_not_the_likeliest_have_no_interval_and_are_told() {
        let run = published();
        let found = odds_ratios(&run, run.network()).unwrap();
        assert_eq!(found.intervals, Sureness::NotAtTheLikeliest);
        assert!(found.away.unwrap() > NEAR, "{:?}", found.away);
        assert!(found.inputs.iter().all(|input| input.se.is_none() && input.per_unit.unwrap().interval.is_none()));
        is_near(found.inputs[1].per_unit.unwrap().ratio, math::exp(run.network().parameters()[1]));
    }

    #[test]
    fn inputs_that_follow_from_others_have_no_interval_and_hidden_layers_no_ratio() {
        let titles = run_of(Recipe { features: vec![Feature::Title], ..Recipe::default() });
        let found = odds_ratios(&titles, titles.network()).unwrap();
        assert_eq!((found.intervals, found.away), (Sureness::Singular, None));
        assert!(found.inputs.iter().all(|input| input.se.is_none() && input.per_unit.is_some()));
        let hidden = run_of(Recipe { hidden: vec![2], ..Recipe::default() });
        assert_eq!(odds_ratios(&hidden, hidden.network()), None);
    }
}
