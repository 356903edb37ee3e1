//! What is so, in sentences: who is chosen, their calculation, what a step changed, the scoreboard, the lists to choose
//! from.

use super::order::Order;
use crate::analysis::Scoreboard;
use crate::analysis::score::PartScore;
use crate::app::tour::Card;
use crate::app::{App, Core, Screen, glossary};
use crate::explain::people;
use crate::explain::prediction::{self, NeuronAccount};
use crate::explain::words::{Language, Word, explore, network, plain as words, presets as preset_words, tour};
use crate::explain::{names, numbers};
use crate::training::{MissingAge, Part, Preset};

/// So many of those who changed sides are named on each side, at the most.
const NAMED: usize = 20;

/// Every order with what it does.
pub(super) fn help(core: &Core) -> String {
    let language = core.settings.language;
    let line = |order: &Order| {
        let mut names: Vec<&str> = [language, Language::default()].map(|language| language.say(order.word())).into();
        names.dedup();
        language.fill(words::HELP_LINE, &[&names.join(", "), language.say(order.says())])
    };
    let lines = Order::ALL.iter().map(line).chain([language.say(words::HELP_MORE).to_owned()]);
    lines.collect::<Vec<_>>().join("\n")
}

/// A word of the glossary, what it means and its formula with the numbers of now; all words where none is named.
pub(super) fn word(app: &App, named: &str) -> String {
    let terms = glossary::terms();
    let titles: Vec<String> = terms.iter().map(|term| term.title.text(app)).collect();
    let named = named.to_lowercase();
    let found = |fits: &dyn Fn(&str) -> bool| titles.iter().position(|title| fits(&title.to_lowercase()));
    let at = found(&|title| title == named)
        .or_else(|| found(&|title| title.starts_with(&named)))
        .or_else(|| found(&|title| title.contains(&named)));
    match at.filter(|_| !named.is_empty()) {
        Some(at) => {
            let lines = [Some(titles[at].clone()), Some(terms[at].text.text(app)), terms[at].formula(app)];
            lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
        }
        None => app.core.settings.fill(words::WORDS, &[&titles.join(", ")]),
    }
}

/// Which screen the keys act on.
pub(super) fn place(app: &App) -> String {
    let screen: Screen = app.core.screen;
    format!("{}.", app.core.settings.say(screen.title()))
}

fn fate(core: &Core, lived: bool) -> String {
    core.settings.say(if lived { network::LIVED } else { network::DIED }).to_owned()
}

/// The chosen passenger, and what the network says of them.
pub(super) fn person(core: &Core) -> String {
    let (language, person) = (core.settings.language, core.passenger());
    let sex = language.say(crate::explain::words::people::sex(person.sex)).to_owned();
    let about = match person.age {
        Some(age) => language.fill(explore::AGE_YEARS, &[numbers::full(age), sex]),
        None => language.fill(explore::AGE_UNKNOWN, &[sex]),
    };
    // A list need not have names.
    let name = (!person.name.is_empty()).then(|| language.fill(words::NAMED_PERSON, &[person.name.to_owned()]));
    let who = language.fill(words::PERSON, &[person.id.to_string(), name.unwrap_or_default(), about]);
    format!("{who}\n{}", verdict(core))
}

/// That the answer is kept from a class, and how it is told.
pub(super) fn kept_back(core: &Core) -> String {
    core.settings.language.fill(words::KEPT_BACK, &[core.settings.say(Order::Tell.word())])
}

/// The answer beside what became of the person.
fn verdict(core: &Core) -> String {
    let (language, person) = (core.settings.language, core.passenger());
    if core.hides_answer(core.who) {
        return kept_back(core);
    }
    let live = core.shown().row(core.who);
    let Some(p) = live.p else {
        let policy = core.run().recipe().missing_age;
        let why = if policy == MissingAge::Drop { explore::NO_SUM_DROPPED } else { explore::NO_SUM_2 };
        let fate = people::fate(&person).map_or("", |word| language.say(word));
        return [language.say(explore::NO_SUM_1), language.say(why), fate].join(" ");
    };
    let was = person.survived.map_or_else(|| numbers::MISSING.to_owned(), |lived| fate(core, lived));
    let chance = format!("{} %", numbers::decimal(p * 100.0, 2));
    let says = language.fill(network::VERDICT_SAYS, &[chance, fate(core, live.said), was]);
    if person.survived.is_none() {
        return says;
    }
    format!("{says} {}", language.say(if live.right { words::IS_RIGHT } else { words::IS_WRONG }))
}

/// Every number between the chosen passenger and the answer.
pub(super) fn calculation(core: &Core) -> String {
    let Some(trace) = core.trace() else {
        return person(core);
    };
    let (language, names) = (core.settings.language, core.names());
    let mut lines = vec![people::introduced(language, &core.passenger())];
    lines.extend(prediction::scaled(core.run().encoder(), &trace, |index| names.input(index)));
    let number = |value: f64| numbers::decimal(value, 6);
    for neuron in NeuronAccount::all(names, &trace) {
        if core.network().depth() > 1 {
            lines.push(language.fill(words::NEURON, &[names::neuron(core.network(), neuron.place.0, neuron.place.1)]));
        }
        lines.extend(neuron.terms.iter().map(|term| {
            let weight = numbers::factor(term.weight);
            if term.is_bias {
                return language.fill(words::BIAS, &[weight]);
            }
            let values = [term.name.clone(), numbers::factor(term.value), weight, number(term.product())];
            language.fill(words::TERM, &values)
        }));
        if neuron.is_output && core.hides_answer(core.who) {
            continue;
        }
        lines.push(language.fill(words::SUM, &[number(neuron.z)]));
        let formula = prediction::formula_with(neuron.activation, neuron.z, 6);
        let becomes = if neuron.is_output { words::SIGMOID } else { words::RELU };
        lines.push(language.fill(becomes, &[formula, number(neuron.a)]));
    }
    lines.push(verdict(core));
    lines.join("\n")
}

/// What the ledger counts: losses and right answers before and now, how many changed sides, and who.
pub(super) fn changed(core: &Core, names_them: bool) -> String {
    let (language, run, shown) = (core.settings.language, core.run(), core.shown());
    let (before, now) = (run.metrics_at(shown.ledger_from), run.metrics());
    let mut lines =
        vec![language.fill(words::EPOCH, &[core.run_name(), run.epoch().to_string(), shown.ledger_from.to_string()])];
    let parts = [
        (words::TRAIN_ROWS, before.train, now.train, &shown.ledger.train),
        (words::TEST_ROWS, before.test, now.test, &shown.ledger.test),
    ];
    for (part, before, now, flips) in parts.into_iter().filter(|(_, _, now, _)| now.total > 0) {
        let [right, wrong] = [flips.now_right.len(), flips.now_wrong.len()];
        let loss = |part: Part| numbers::decimal(part.loss, 6);
        let counts = [before.correct, now.correct, now.total].map(|count| count.to_string());
        let sides = [right + wrong, right, wrong].map(|count| count.to_string());
        let mut values = vec![language.say(part).to_owned(), loss(before), loss(now)];
        values.extend(counts.into_iter().chain(sides));
        lines.push(language.fill(words::CHANGE, &values));
        let sides = [(words::NOW_RIGHT, &flips.now_right), (words::NOW_WRONG, &flips.now_wrong)];
        let names_them = names_them && !core.presenter.is_on;
        for (word, rows) in sides.into_iter().filter(|(_, rows)| names_them && !rows.is_empty()) {
            let mut who: Vec<String> =
                rows.iter().take(NAMED).map(|&row| people::introduced(language, &core.list.passenger(row))).collect();
            if rows.len() > NAMED {
                who.push(format!("+{}", rows.len() - NAMED));
            }
            lines.push(language.fill(word, &[who.join("; ")]));
        }
    }
    lines.join("\n")
}

/// How good it is, part by part, beside the rules that know nothing.
pub(super) fn score(core: &Core) -> String {
    let (language, run) = (core.settings.language, core.run());
    let score = Scoreboard::new(run, run.network(), 0.5);
    let [died, women] = [score.baselines.everyone_died, score.baselines.women_live];
    let parts = [
        (words::TEST_ROWS, &score.test, died.test, women.test),
        (words::TRAIN_ROWS, &score.train, died.train, women.train),
    ];
    let parts = parts.into_iter().filter(|(_, part, ..)| part.total > 0);
    let line = |(name, part, died, women): (
        Word,
        &PartScore,
        crate::analysis::score::Count,
        crate::analysis::score::Count,
    )| {
        let percent = |share: f64| format!("{} %", numbers::decimal(share * 100.0, 1));
        let number =
            |value: Option<f64>| value.map_or_else(|| numbers::MISSING.to_owned(), |value| numbers::decimal(value, 4));
        let [from, to] = part.wilson.unwrap_or_default().map(percent);
        let values = [
            language.say(name).to_owned(),
            part.correct.to_string(),
            part.total.to_string(),
            numbers::percent(part.correct as usize, part.total as usize).trim().to_owned(),
            from,
            to,
            died.correct.to_string(),
            women.correct.to_string(),
            number(part.loss),
            part.loss_rows.to_string(),
            number(part.auc),
        ];
        language.fill(words::SCORE, &values)
    };
    parts.map(line).collect::<Vec<_>>().join("\n")
}

/// The presets, numbered.
pub(super) fn presets(core: &Core) -> String {
    let language = core.settings.language;
    let line = |(at, &preset): (usize, &Preset)| {
        let [title, story] = [preset_words::title(preset), core.story(preset)].map(|word| language.say(word));
        language.fill(words::PRESET, &[&(at + 1).to_string(), title, story])
    };
    Preset::ALL.iter().enumerate().map(line).collect::<Vec<_>>().join("\n")
}

/// Every parameter, numbered.
pub(super) fn weights(core: &Core) -> String {
    let (language, network, names) = (core.settings.language, core.network(), core.names());
    let line = |(at, &value): (usize, &f64)| {
        let name = names.spelt(network.shape().parameter_read(at));
        language.fill(words::WEIGHT, &[(at + 1).to_string(), name, numbers::factor(value)])
    };
    network.parameters().iter().enumerate().map(line).collect::<Vec<_>>().join("\n")
}

/// The lessons of the tour, numbered, and how many predictions were right.
pub(super) fn lessons(app: &App) -> String {
    let language = app.core.settings.language;
    let line = |(at, lesson): (usize, &crate::app::tour::Lesson)| {
        let tally = crate::app::tour::tally(app, lesson).map(|tally| tally.replace(" · ", ", "));
        let listed = [Some(lesson.name_listed(app)), tally].into_iter().flatten().collect::<Vec<_>>().join(", ");
        let word = if app.tour.progress.is_done(&lesson.name) { words::LESSON_DONE } else { words::LESSON };
        language.fill(word, &[(at + 1).to_string(), listed])
    };
    let (made, right) = app.tour.progress.guesses();
    let guessed = language.fill(tour::GUESSED, &[right.to_string(), made.to_string()]);
    app.tour.lessons().iter().enumerate().map(line).chain([guessed]).collect::<Vec<_>>().join("\n")
}

/// What a panel holds; of a long table how long it is, for nobody listens to so many numbers unasked.
pub(super) fn held(core: &Core, panel: String) -> String {
    const MOST: usize = 40;
    let lines = panel.lines().count();
    if lines > MOST { core.settings.fill(words::MORE_LINES, &[lines.to_string()]) } else { panel }
}

/// Whether the tour waits for an answer or for a task.
pub(super) fn waits(card: &Card) -> bool {
    card.task == Some(false) || (!card.choices.is_empty() && !card.is_answered)
}

/// The keys that choose whoever a part of a name finds: the list is searched on Explore, and one stays where one is.
pub(super) fn keys_to_find(core: &Core, part: &str) -> String {
    let typed: Vec<String> = part.split_whitespace().map(|word| format!("text:{word}")).collect();
    let back = Screen::ALL.iter().position(|screen| *screen == core.screen).map_or(1, |place| place + 1);
    format!("1 / {} Enter {back}", typed.join(" Space "))
}
