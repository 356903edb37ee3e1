//! The data set that the recipe on the form makes, before it is run: the statistics of its features, who is
//! counted, and what it costs. Asked of the list only when a line about data changes.

use std::collections::HashSet;

use crate::analysis::{Unlike, unlike};
use crate::data::PassengerList;
use crate::nn::Shape;
use crate::training::{
    Encoder, Feature, HeldOut, MissingAge, Recipe, Run, Section, Setting, SplitRule, Standing, about_epoch_nanoseconds,
};

/// What a recipe's lines about data make of the list.
#[derive(Debug, Clone)]
pub struct Dataset {
    recipe: Recipe,
    /// Whether the encoder is the run's, which may have statistics of its own from a file.
    own: bool,
    /// How passengers would become inputs.
    pub encoder: Encoder,
    /// How many people would teach.
    pub train: usize,
    /// How many people would test.
    pub test: usize,
    /// How many people would be held out of training.
    pub held_out: usize,
    /// How many people on the list have no known age.
    pub ageless: usize,
    /// In what those who teach and test would differ by more than chance.
    pub unlike: Option<Unlike>,
    /// How many different people the network would be shown, to teach and otherwise.
    kinds: [usize; 2],
}

/// Of a list with more people than this nobody is looked for twice.
const MANY: usize = 10_000;

impl Dataset {
    /// The data set of a recipe for the list of a run.
    pub(super) fn of(recipe: &Recipe, run: &Run) -> Self {
        let list = run.list();
        let own = same_data(recipe, run.recipe());
        let encoder = if own { run.encoder().clone() } else { Encoder::fit(recipe, list) };
        let split = recipe.split_of(list);
        let (mut people, mut ageless) = ([0; 3], 0);
        let mut seen: [HashSet<_>; 3] = Default::default();
        for (row, passenger) in list.passengers().enumerate() {
            ageless += usize::from(passenger.age.is_none());
            if passenger.survived.is_some() && encoder.standing(&passenger) == Standing::Asked {
                let is_for = split.is_for(row) as usize;
                people[is_for] += 1;
                if list.len() <= MANY {
                    let inputs = encoder.encode(&passenger).unwrap_or_default();
                    seen[is_for].insert(inputs.into_iter().map(f64::to_bits).collect::<Vec<_>>());
                }
            }
        }
        let [train, held_out, test] = people;
        let [taught, watched, tested] = if list.len() <= MANY { seen.map(|seen| seen.len()) } else { people };
        let kinds = [taught, watched + tested];
        let unlike = unlike(list, &split);
        Self { recipe: recipe.clone(), own, encoder, train, test, held_out, ageless, unlike, kinds }
    }

    /// Whether those who teach and test are only those with an age.
    pub fn leaves_out(&self, recipe: &Recipe) -> bool {
        let keeps_all = matches!(recipe.missing_age, MissingAge::Mean | MissingAge::Median);
        self.ageless > 0 && recipe.needs_age() && !keeps_all
    }

    /// Whether this is still the data set of a recipe for the list of a run.
    pub(super) fn holds(&self, recipe: &Recipe, run: &Run) -> bool {
        let own = same_data(recipe, run.recipe());
        self.own == own && same_data(&self.recipe, recipe)
    }

    /// The features that scaling makes 0 for everyone, because all training rows are alike in them.
    pub fn constant(&self) -> Vec<Feature> {
        let inputs = self.encoder.inputs().iter();
        inputs.filter(|input| input.is_constant()).map(|input| input.feature).collect()
    }

    /// About how long an epoch of a recipe on this data set takes.
    pub fn nanoseconds(&self, recipe: &Recipe) -> u64 {
        about_epoch_nanoseconds(recipe, parameters(recipe), self.train, self.kinds)
    }
}

/// How many weights and biases a recipe's network has.
pub fn parameters(recipe: &Recipe) -> usize {
    Shape::new(recipe.inputs(), &recipe.hidden, recipe.activation).parameters()
}

/// Whether two recipes show the network the same numbers.
fn same_data(a: &Recipe, b: &Recipe) -> bool {
    let draws = a.split != SplitRule::First || a.held_out != HeldOut::Nobody;
    let decides = |setting: Setting| {
        setting.section() == Section::Data || setting == Setting::HeldOut || (draws && setting == Setting::Seed)
    };
    Setting::ALL.iter().filter(|setting| decides(**setting)).all(|setting| setting.same(a, b))
}

/// Whether a feature can be made on a list: whether the list has its columns.
pub fn available(feature: Feature, list: &PassengerList) -> bool {
    feature.columns().iter().all(|&column| list.has(column))
}
