//! What there is to say of the sweep of widths: one width in full, how ours came about, and what is not claimed.

use super::numbers;
use super::words::{Language, recipe as recipe_words, sweep as words};
use crate::analysis::sweep::{AUTHOR, Sweep, spread};
use crate::training::SplitRule;

/// What the author's chart says of a width: of his training and test rows, in per cent.
pub fn author(width: usize) -> Option<(f64, f64)> {
    AUTHOR.iter().find(|(known, ..)| *known == width).map(|&(_, train, test)| (train, test))
}

/// The width at `row` in full, with what the author says of it where the list is his.
pub fn details(language: Language, sweep: &Sweep, row: usize, is_his: bool) -> Vec<String> {
    let width = sweep.plan().widths[row];
    let outcomes = sweep.outcomes(row);
    let mut sentences = Vec::new();
    let test = spread(outcomes.iter().map(|outcome| outcome.test.0));
    let train = spread(outcomes.iter().map(|outcome| outcome.train.0));
    if let (Some((test, least, most)), Some((train, ..)), Some(any)) = (test, train, outcomes.first()) {
        let dead: usize = outcomes.iter().map(|outcome| outcome.dead).sum();
        let values = [
            width.to_string(),
            numbers::full(test),
            any.test.1.to_string(),
            least.to_string(),
            most.to_string(),
            numbers::full(train),
            any.train.1.to_string(),
            dead.to_string(),
            (width * outcomes.len()).to_string(),
        ];
        sentences.push(language.fill(words::DETAIL, &values));
    }
    if let Some((train, test)) = author(width).filter(|_| is_his) {
        let count = |percent: f64, rows: f64| (percent * rows / 100.0).round() as u32;
        let counts = (count(train, 600.0), count(test, 291.0));
        let his = language.fill(words::HIS, &[counts.0.to_string(), counts.1.to_string()]);
        let meaning = match counts {
            (364, 185) => words::HIS_DIED,
            (475, 226) => words::HIS_WOMEN,
            _ => words::HIS_NEITHER,
        };
        sentences.push(his + language.say(meaning));
    }
    sentences
}

/// How ours came about, and what is not claimed of the author's.
pub fn caveats(language: Language, sweep: &Sweep, is_his: bool) -> Vec<String> {
    let plan = sweep.plan();
    let recipe = language.fill(words::RECIPE, &[numbers::whole(plan.epochs), plan.seeds.to_string()]);
    let drawn = (plan.split != SplitRule::First)
        .then(|| language.fill(words::DRAWN, &[language.say(recipe_words::split(plan.split))]));
    let honest = is_his.then(|| language.say(words::HONEST).to_owned());
    [Some(recipe), drawn, honest].into_iter().flatten().collect()
}
