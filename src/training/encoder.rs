//! From a passenger to the numbers a network is shown, and back to what they mean: filling and
//! scaling, with statistics of training rows only.

use serde::{Deserialize, Serialize};

use super::feature::Feature;
use super::recipe::{MissingAge, Recipe, Scaling};
use crate::data::{Moments, Passenger, PassengerList, Split, median};

/// How passengers become inputs under one recipe.
#[derive(Debug, Clone, PartialEq)]
pub struct Encoder {
    inputs: Vec<Input>,
    missing_age: MissingAge,
    scaling: Scaling,
}

/// One input of the network and what its numbers mean.
#[derive(Debug, Clone, PartialEq)]
pub struct Input {
    /// The feature it belongs to.
    pub feature: Feature,
    /// Which of the feature's parts it is, an index into [`Feature::parts`]; 0 where it has none.
    pub part: usize,
    /// The mean over training rows, after filling, before scaling.
    pub mean: f64,
    /// The population standard deviation over the same rows.
    pub sd: f64,
    /// What a missing value is filled with (years for all features made of age); none where rows
    /// without an age are left out, or where nothing can be missing.
    pub fill: Option<f64>,
    scaled: bool,
}

/// The statistics of one feature; what is not given is computed from the open list.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeatureStatistics {
    /// The feature.
    pub name: Feature,
    /// The mean of its training rows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mean: Option<f64>,
    /// Their population standard deviation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sd: Option<f64>,
    /// What a missing value is filled with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fill: Option<f64>,
}

/// What becomes of a passenger under a recipe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The network is asked.
    Asked,
    /// No age, and the recipe counts such a passenger as predicted "died".
    Died,
    /// No age, and the recipe leaves such a passenger out of everything.
    Dropped,
}

impl Input {
    /// Its name: the feature's, with the part where there are several, such as `embarked=S`.
    pub fn name(&self) -> String {
        match self.feature.parts().get(self.part) {
            Some(part) => format!("{}={part}", self.feature.name()),
            None => self.feature.name().to_owned(),
        }
    }

    /// The mean and standard deviation it is scaled by, where it is.
    pub fn scale(&self) -> Option<(f64, f64)> {
        self.scaled.then_some((self.mean, self.sd))
    }

    /// Whether scaling makes it 0 for everyone, because all training rows are alike in it.
    pub fn is_constant(&self) -> bool {
        self.scaled && self.sd == 0.0
    }

    /// What the network is shown for an unscaled value.
    #[inline]
    pub fn scaled(&self, raw: f64) -> f64 {
        match self.scale() {
            None => raw,
            Some((_, 0.0)) => 0.0,
            Some((mean, sd)) => (raw - mean) / sd,
        }
    }

    /// The unscaled value behind what the network is shown.
    pub fn unscaled(&self, input: f64) -> f64 {
        match self.scale() {
            None => input,
            Some((mean, sd)) => input * sd + mean,
        }
    }

    /// Whether the list does not give the passenger's value and a mean or median stands in for it.
    pub fn is_filled(&self, passenger: &Passenger<'_>) -> bool {
        self.fill.is_some() && self.feature.source(passenger).is_none()
    }

    /// The unscaled value of a passenger, filled where it is missing and filling is the policy.
    pub fn raw(&self, passenger: &Passenger<'_>) -> Option<f64> {
        let source = self.feature.source(passenger).or(self.fill)?;
        Some(self.feature.value(source, self.part, passenger))
    }

    /// What the network is shown of a passenger; none where the policy for missing ages leaves them out.
    pub fn shown(&self, passenger: &Passenger<'_>) -> Option<f64> {
        Some(self.scaled(self.raw(passenger)?))
    }
}

impl Encoder {
    /// The encoder of a recipe, with the statistics of the list's training rows.
    pub fn fit(recipe: &Recipe, list: &PassengerList) -> Self {
        Self::fit_given(recipe, list, &recipe.split_of(list), &[])
    }

    /// As [`Self::fit`], but statistics that are given win over those of the list.
    pub(super) fn fit_given(recipe: &Recipe, list: &PassengerList, split: &Split, given: &[FeatureStatistics]) -> Self {
        let mut encoder = Self { inputs: Vec::new(), missing_age: recipe.missing_age, scaling: recipe.scaling };
        let filling = matches!(recipe.missing_age, MissingAge::Mean | MissingAge::Median);
        let known = filling || !recipe.needs_age();
        let rows = split.training(list).filter(|passenger| known || passenger.age.is_some());
        for &feature in &recipe.features {
            let given = given.iter().find(|given| given.name == feature);
            for part in 0..feature.parts().len().max(1) {
                encoder.inputs.push(input(feature, part, recipe, rows.clone(), given));
            }
        }
        encoder
    }

    /// The inputs in the network's order.
    pub fn inputs(&self) -> &[Input] {
        &self.inputs
    }

    /// The names of the inputs in the network's order.
    pub fn input_names(&self) -> Vec<String> {
        self.inputs.iter().map(Input::name).collect()
    }

    /// What is done about a missing age.
    pub const fn missing_age(&self) -> MissingAge {
        self.missing_age
    }

    /// Whether numeric features are standardised.
    pub const fn scaling(&self) -> Scaling {
        self.scaling
    }

    /// What becomes of this passenger.
    pub fn standing(&self, passenger: &Passenger<'_>) -> Standing {
        let needs_age = || self.inputs.iter().any(|input| input.feature.needs_age());
        match self.missing_age {
            MissingAge::Died if passenger.age.is_none() && needs_age() => Standing::Died,
            MissingAge::Drop if passenger.age.is_none() && needs_age() => Standing::Dropped,
            MissingAge::Mean | MissingAge::Median | MissingAge::Died | MissingAge::Drop => Standing::Asked,
        }
    }

    /// What the network is shown; none where the policy leaves this passenger out.
    pub fn encode(&self, passenger: &Passenger<'_>) -> Option<Vec<f64>> {
        let mut inputs = Vec::with_capacity(self.inputs.len());
        self.encode_into(passenger, &mut inputs).then_some(inputs)
    }

    /// The same in the place of what was there, and whether there is anything; for many passengers.
    pub(super) fn encode_into(&self, passenger: &Passenger<'_>, inputs: &mut Vec<f64>) -> bool {
        inputs.clear();
        inputs.extend(self.inputs.iter().map_while(|input| input.shown(passenger)));
        inputs.len() == self.inputs.len()
    }

    /// The same before scaling, for the screen.
    pub fn raw(&self, passenger: &Passenger<'_>) -> Option<Vec<f64>> {
        self.inputs.iter().map(|input| input.raw(passenger)).collect()
    }

    /// The statistics as a model file keeps them, one entry for each feature.
    pub(super) fn statistics(&self) -> Vec<FeatureStatistics> {
        let firsts = self.inputs.iter().filter(|input| input.part == 0);
        firsts
            .map(|input| {
                let numeric = input.feature.is_numeric();
                FeatureStatistics {
                    name: input.feature,
                    mean: numeric.then_some(input.mean),
                    sd: numeric.then_some(input.sd),
                    fill: input.fill,
                }
            })
            .collect()
    }
}

/// One input with its statistics over these training rows.
fn input<'a>(
    feature: Feature,
    part: usize,
    recipe: &Recipe,
    rows: impl Iterator<Item = Passenger<'a>> + Clone,
    given: Option<&FeatureStatistics>,
) -> Input {
    let policy = match recipe.missing_age {
        _ if !feature.can_be_missing() => Fill::None,
        MissingAge::Median if feature.needs_age() => Fill::Median,
        MissingAge::Died | MissingAge::Drop if feature.needs_age() => Fill::None,
        MissingAge::Mean | MissingAge::Median | MissingAge::Died | MissingAge::Drop => Fill::Mean,
    };
    let known = || -> Vec<f64> { rows.clone().filter_map(|passenger| feature.source(&passenger)).collect() };
    let fill = match policy {
        Fill::None => None,
        Fill::Mean | Fill::Median if given.is_some_and(|given| given.fill.is_some()) => {
            given.and_then(|given| given.fill)
        }
        Fill::Mean => Some(Moments::of(known().into_iter()).mean),
        Fill::Median => {
            let mut known = known();
            known.sort_by(f64::total_cmp);
            Some(median(&known).unwrap_or(0.0))
        }
    };
    let values = rows.filter_map(|passenger| {
        let source = feature.source(&passenger).or(fill)?;
        Some(feature.value(source, part, &passenger))
    });
    // Looked at more than once, which is quicker than to go over the passengers again.
    let values = values.collect::<Vec<f64>>().into_iter();
    let own = match fill {
        // Filling with the mean keeps the mean. Taking the very same number, rather than adding up
        // the filled rows again, makes a filled value exactly 0 once it is scaled.
        Some(fill) if policy == Fill::Mean && feature.is_its_source() => Moments::around(fill, values),
        Some(_) | None => Moments::of(values),
    };
    Input {
        feature,
        part,
        mean: given.and_then(|given| given.mean).unwrap_or(own.mean),
        sd: given.and_then(|given| given.sd).unwrap_or(own.sd),
        fill,
        scaled: recipe.scaling == Scaling::Standard && feature.is_numeric(),
    }
}

/// How a missing value is filled.
#[derive(PartialEq, Eq)]
enum Fill {
    None,
    Mean,
    Median,
}
