//! What a lesson may name: in a text as `{chance}`, in a condition as `epoch >= 10`. One table of names, each with how
//! it is worked out from the state of the program; nothing here is ever typed into a lesson. For the writers of
//! lessons, `data/lessons/README.md` says what each is.

use std::sync::Arc;

use crate::analysis::diagnosis::{largest_stable_rate, neuron_states};
use crate::analysis::gradient::{PersonGradient, Step};
use crate::analysis::score::{Baselines, Count, Cuts, PartScore, answers};
use crate::analysis::what_if::Reply;
use crate::analysis::{Attribute, ahead};
use crate::app::App;
use crate::app::at_place::{HERE, activation, hidden, input, neuron, output_bias, parameter, sum, term, values};
use crate::data::{Passenger, Person, Sex, THE_POST};
use crate::explain::numbers;
use crate::explain::people::addressed;
use crate::explain::words::{network as words, people as kinds};
use crate::nn::{Activation, Network, Parameter, math};
use crate::training::{Recipe, Run};

/// What a quantity is just now.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum QuantityValue {
    /// A number, and how it is written.
    Number(f64, String),
    /// One of a few words: the same in every language, and as it is written.
    Word(String, String),
}

/// A row of the table: its name, and how it is found; the text is what stands after a dot.
type NamedQuantity = (&'static str, fn(&App, &str) -> Option<QuantityValue>);

/// Finds a quantity by its name, with what stands after its first dot.
pub(super) fn find(name: &str) -> Option<(NamedQuantity, &str)> {
    let (head, of) = name.split_once('.').unwrap_or((name, ""));
    QUANTITIES.iter().find(|(known, _)| *known == head).map(|&quantity| (quantity, of))
}

/// All of them.
const QUANTITIES: &[NamedQuantity] = &[
    // The list.
    ("rows", |app, _| Some(whole(app.core.list.len()))),
    ("missing_ages", |app, _| Some(whole(people(app).filter(|person| person.age.is_none()).count()))),
    ("lived", |app, whom| Some(whole(lived(app, whom)?.0))),
    ("people", |app, whom| Some(whole(lived(app, whom)?.1))),
    ("share", |app, whom| lived(app, whom).and_then(|(lived, all)| share(lived as u32, all as u32))),
    ("train_rows", |app, _| Some(whole(app.core.run().split().train_rows()))),
    ("test_rows", |app, _| Some(whole(app.core.run().metrics().test.total as usize))),
    ("listed", |app, _| Some(whole(app.core.view.rows().len()))),
    ("eight_right", |app, _| Some(whole(eight(app).filter(|&row| is_right(app, row) == Some(true)).count()))),
    // The passenger.
    ("passenger", |app, _| Some(whole(app.core.passenger().id as usize))),
    ("name", |app, _| Some(same(&addressed(app.core.passenger().name)))),
    ("sex", |app, _| {
        Some(word(app.core.passenger().sex.name(), app.core.settings.say(kinds::sex(app.core.passenger().sex))))
    }),
    ("age", |app, _| app.core.passenger().age.map(short)),
    ("was", |app, _| Some(fate(app, app.core.passenger().survived?))),
    ("said", |app, _| Some(fate(app, app.core.trace()?.logit() > 0.0))),
    ("input", |app, of| {
        Some(short(if of == HERE { term(app, of)?.value } else { app.core.trace()?.inputs[input(app, of)?] }))
    }),
    ("scaled", |app, of| {
        let at = input(app, of)?;
        let is_scaled = app.core.run().encoder().inputs()[at].scale().is_some();
        is_scaled.then_some(app.core.trace()?.inputs[at]).map(short)
    }),
    ("values", |app, _| Some(same(&values(&app.core.trace()?.inputs)))),
    ("product", |app, of| Some(six(term(app, of)?.product()))),
    ("z", |app, of| Some(six(neuron(app, of)?.z))),
    ("activation", |app, function| Some(same(&activation(app, function)?))),
    ("p", |app, _| Some(six(app.core.trace()?.p()))),
    ("chance", |app, _| Some(chance(app.core.trace()?.p()))),
    ("other_sex_chance", |app, _| Some(chance(other_sex(app)?))),
    ("flip_age", |app, _| {
        reply(app).along(Attribute::Age)?.flip?.fence.map(|age| number(age, numbers::decimal(age, 2)))
    }),
    ("neurons_on", |app, _| {
        Some(whole(app.core.trace()?.layers[..hidden(app)].first()?.a.iter().filter(|&&a| a > 0.0).count()))
    }),
    // The network and its run.
    ("weight", |app, of| Some(six(term(app, of)?.weight))),
    ("bias", |app, of| Some(six(neuron(app, of)?.terms.last()?.weight))),
    ("layers", |app, _| Some(whole(hidden(app)))),
    ("neurons", |app, _| (hidden(app) > 0).then(|| whole(app.core.network().layer(0).outputs))),
    ("dead", |app, _| {
        Some(whole(
            neuron_states(app.core.run(), app.core.network()).iter().flatten().filter(|neuron| neuron.dead).count(),
        ))
    }),
    ("inputs", |app, _| Some(whole(app.core.network().shape().inputs()))),
    ("learning_rate", |app, _| Some(short(app.core.run().learning_rate()))),
    ("epoch", |app, _| Some(whole(app.core.run().epoch() as usize))),
    ("last_epoch", |app, _| Some(whole(app.core.run().last_epoch() as usize))),
    ("loss", |app, part| {
        Some(loss(match part {
            "test" => app.core.run().metrics().test.loss,
            _ => app.core.run().metrics().train.loss,
        }))
    }),
    ("right", |app, part| Some(whole(of_part(app.core.run(), part).0 as usize))),
    ("accuracy", |app, part| of_part(app.core.run(), part).1),
    ("knows_nothing", |_, _| Some(loss(math::ln(2.0)))),
    ("everyone_died", |app, _| Some(count(Baselines::new(app.core.run()).everyone_died.test))),
    ("women_live", |app, _| Some(count(Baselines::new(app.core.run()).women_live.test))),
    ("sigmoid", |_, z| Some(chance(math::sigmoid(z.parse().ok()?)))),
    ("parameters", |app, _| Some(whole(app.core.network().parameters().len()))),
    ("parameters_with", |app, width| {
        let hidden = vec![width.parse().ok()?];
        // Whatever a lesson says, no wider than a network can be.
        Recipe { hidden: hidden.clone(), ..Recipe::default() }.validate_alone().ok()?;
        let network = Network::new(app.core.network().shape().inputs(), &hidden, Activation::Relu);
        Some(whole(network.parameters().len()))
    }),
    ("loss_at", |app, epoch| Some(loss(ahead::at(app.core.run(), epoch.parse().ok()?)?.train.loss))),
    ("right_at", |app, epoch| Some(whole(ahead::at(app.core.run(), epoch.parse().ok()?)?.test.correct as usize))),
    ("first_loss", |app, rate| Some(loss(ahead::first_at(app.core.run(), rate.parse().ok()?)?.train.loss))),
    ("largest_rate", |app, when| {
        let run = app.core.run();
        match when {
            "start" => largest_stable_rate(run, &run.network_at(run.first_epoch())).map(short),
            _ => largest_stable_rate(run, run.network()).map(short),
        }
    }),
    ("steady_rate", |app, _| ahead::steady_rate(app.core.run()).map(short)),
    ("steady_at", |app, factor| Some(yes(ahead::holds_at(app.core.run(), factor.parse().ok()?)))),
    ("over_fitted", |app, _| ahead::over_fitted(app.core.run()).map(loss)),
    ("published_right", |app, _| {
        Some(whole(Run::published(Arc::clone(&app.core.list)).metrics().test.correct as usize))
    }),
    ("pointer", |app, _| Some(pointer(app))),
    // Gradients.
    ("person_loss", |app, _| Some(loss(PersonGradient::of(app.core.run(), app.core.who).ok()?.loss))),
    ("sum", |app, of| Some(same(&sum(&neuron(app, of)?)))),
    ("score", |app, what| score(app, what)),
    ("delta", |app, _| {
        Some(six(PersonGradient::of(app.core.run(), app.core.who).ok()?.delta(output_bias(app.core.network()))))
    }),
    ("gradient", |app, of| Some(six(Step::of_batch(app.core.run()).gradient[parameter(app, of)?]))),
    ("step", |app, of| {
        let step = Step::of_batch(app.core.run());
        let at = parameter(app, of)?;
        Some(six(step.terms(at).step()))
    }),
    ("stage", |app, _| Some(whole(app.screens.gradients.stage as usize))),
    // What the screens stand at.
    ("screen", |app, _| Some(same(app.core.screen.key()))),
    ("panel", |app, _| Some(same(&app.core.focus().key()))),
    ("popup", |app, _| Some(same(app.popups.top().map_or("none", |popup| popup.key())))),
    ("curve", |app, _| Some(same(app.screens.explore.curve.function.into()))),
    ("slider", |app, _| app.screens.explore.curve.slider().map(|z| number(z, numbers::decimal(z, 2)))),
    ("slider_chance", |app, _| app.screens.explore.curve.slider().map(|z| chance(math::sigmoid(z)))),
    ("cut", |app, _| {
        let cut = app.screens.score.threshold();
        Some(number(cut, numbers::decimal(cut, 3)))
    }),
    ("right_at_cut", |app, _| {
        app.screens.score.board(&app.core).map(|board| whole(board.counted.score.test.confusion.correct() as usize))
    }),
    ("right_by_cut", |app, cut| {
        let test = answers(app.core.run(), app.core.network()).test;
        Some(whole(Cuts::new(&test).right(cut.parse().ok()?) as usize))
    }),
    ("you", |app, _| {
        Some(yes(app
            .core
            .what_if
            .as_ref()
            .is_some_and(|what_if| what_if.person != Person::like(&app.core.list.passenger(what_if.begun)))))
    }),
    ("you_chance", |app, _| app.core.what_if_answer()?.trace.as_ref().map(|trace| chance(trace.p()))),
    ("runs", |app, _| Some(whole(app.core.runs.listed().count()))),
    ("twins", |app, _| twins(app).map(yes)),
    ("begun", |app, _| Some(same(&addressed(begun(app)?.name)))),
    // The tour itself.
    ("looks", |app, _| Some(whole(app.tour.looks() as usize))),
    ("guessed", |app, _| Some(whole(app.tour.progress.guesses().0))),
    ("guessed_right", |app, _| Some(whole(app.tour.progress.guesses().1))),
];

fn number(value: f64, shown: String) -> QuantityValue {
    QuantityValue::Number(value, shown)
}

fn whole(value: usize) -> QuantityValue {
    number(value as f64, numbers::whole(value))
}

fn yes(is: bool) -> QuantityValue {
    whole(usize::from(is))
}

fn six(value: f64) -> QuantityValue {
    number(value, numbers::decimal(value, 6))
}

fn short(value: f64) -> QuantityValue {
    number(value, numbers::short(value))
}

fn loss(value: f64) -> QuantityValue {
    number(value, numbers::decimal(value, 4))
}

/// A probability as a percentage; it compares as a probability.
fn chance(p: f64) -> QuantityValue {
    number(p, format!("{:.0} %", p * 100.0))
}

fn share(of: u32, all: u32) -> Option<QuantityValue> {
    (all > 0).then(|| number(f64::from(of) / f64::from(all), numbers::percent(of as usize, all as usize)))
}

fn count(count: Count) -> QuantityValue {
    whole(count.correct as usize)
}

fn word(key: &str, shown: &str) -> QuantityValue {
    QuantityValue::Word(key.to_owned(), shown.to_owned())
}

fn same(key: &str) -> QuantityValue {
    word(key, key)
}

fn fate(app: &App, lived: bool) -> QuantityValue {
    if lived {
        word("lived", app.core.settings.say(words::LIVED))
    } else {
        word("died", app.core.settings.say(words::DIED))
    }
}

fn people(app: &App) -> impl Iterator<Item = Passenger<'_>> {
    app.core.list.passengers()
}

/// How many of the women, the men, or all lived, and how many they are.
fn lived(app: &App, whom: &str) -> Option<(usize, usize)> {
    let is_one = |person: &Passenger<'_>| match whom {
        "" => true,
        "women" => person.sex == Sex::Female,
        "boys" => person.sex == Sex::Male && person.age.is_some_and(|age| age < 10.0),
        _ => person.sex == Sex::Male,
    };
    if !matches!(whom, "" | "women" | "men" | "boys") {
        return None;
    }
    let of = people(app).filter(is_one);
    Some(of.fold((0, 0), |(lived, all), person| (lived + usize::from(person.survived == Some(true)), all + 1)))
}

/// The rows of the post's eight people.
fn eight(app: &App) -> impl Iterator<Item = usize> {
    let is_one = |person: &Passenger<'_>| THE_POST.contains(&person.id);
    people(app).enumerate().filter(move |(_, person)| is_one(person)).map(|(row, _)| row)
}

fn is_right(app: &App, row: usize) -> Option<bool> {
    let person = app.core.list.passenger(row);
    let logit = app.core.run().logit(app.core.network(), &person);
    Some((logit.is_some_and(|z| z > 0.0)) == person.survived?)
}

/// A ratio over the test rows at the threshold of Score.
fn score(app: &App, what: &str) -> Option<QuantityValue> {
    let test = answers(app.core.run(), app.core.network()).test;
    let score = PartScore::new(&test, app.core.run().recipe().loss, app.screens.score.threshold());
    let (tp, confusion) = (score.confusion.tp, &score.confusion);
    match what {
        "precision" => share(tp, tp + confusion.fp),
        "recall" => share(tp, confusion.lived()),
        "auc" => score.auc.map(loss),
        _ => None,
    }
}

/// p of the selected passenger, were they of the other sex.
fn other_sex(app: &App) -> Option<f64> {
    let passenger = app.core.passenger();
    let sex = if passenger.sex == Sex::Male { Sex::Female } else { Sex::Male };
    app.core.run().logit(app.core.network(), &Passenger { sex, ..passenger }).map(math::sigmoid)
}

/// All that is asked of the network about the selected passenger.
fn reply(app: &App) -> Reply {
    let run = app.core.run();
    let person = Person::like(&app.core.passenger());
    Reply::new(run.encoder(), run.network(), run.list(), run.split(), &person, 0)
}

/// Whether the person in the hand was begun as one, and another is selected, of whom the network is told the same and
/// who fared otherwise.
fn twins(app: &App) -> Option<bool> {
    let (encoder, first, second) = (app.core.run().encoder(), begun(app)?, app.core.passenger());
    let is_told_the_same = encoder.encode(&first)? == encoder.encode(&second)?;
    Some(is_told_the_same && first.survived? != second.survived?)
}

/// The passenger that the person in the hand was begun as.
fn begun(app: &App) -> Option<Passenger<'_>> {
    Some(app.core.list.passenger(app.core.what_if.as_ref()?.begun))
}

/// What the pointer is on: an input by its name where it is a weight of one, else `bias` or `other`.
fn pointer(app: &App) -> QuantityValue {
    let network = app.core.network();
    same(&match app.core.spot().parameter(network) {
        Parameter::Bias { .. } => "bias".to_owned(),
        Parameter::Weight { layer: 0, input, .. } => app.core.run().encoder().inputs()[input].name(),
        Parameter::Weight { .. } => "other".to_owned(),
    })
}

/// How many rows of a part are right, and their share.
fn of_part(run: &Run, part: &str) -> (u32, Option<QuantityValue>) {
    let metrics = run.metrics();
    let part = if part == "test" { metrics.test } else { metrics.train };
    (part.correct, share(part.correct, part.total))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writers_of_lessons_are_told_every_quantity() {
        let told = include_str!("../../data/lessons/README.md");
        for (name, _) in QUANTITIES {
            let is_told = [format!("`{name}`"), format!("`{name}.")].iter().any(|name| told.contains(name));
            assert!(is_told, "{name}");
        }
    }
}
