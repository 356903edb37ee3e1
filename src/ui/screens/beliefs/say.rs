//! Sentences of the Beliefs screen: values of attributes, people in a few words, what the network
//! says of them. Draws nothing.

use crate::analysis::Attribute;
use crate::analysis::attribute::TITLES;
use crate::analysis::beliefs::{Asker, Axis, Crossings};
use crate::app::screens::beliefs::BeliefView;
use crate::app::{App, Parts};
use crate::data::{Person, Port, Sex};
use crate::explain::numbers;
use crate::explain::people::{addressed, short, surname};
use crate::explain::runs;
use crate::explain::words::features;
use crate::explain::words::{Word, beliefs as words, people as sexes};
use crate::nn::math;
use crate::training::Standing;

/// A value of an attribute in a word or two: `35`, `female`, `S`.
pub fn value(app: &App, attribute: Attribute, value: Option<f64>) -> String {
    let say = |word: Word| app.core.settings.say(word).to_owned();
    let Some(value) = value else {
        return say(words::UNKNOWN);
    };
    let place = value as usize;
    match attribute {
        Attribute::Sex => say(sexes::sex(Sex::ALL[place.min(1)])),
        Attribute::Port => Port::ALL[place.min(2)].code().to_owned(),
        Attribute::Title => TITLES[place.min(TITLES.len() - 1)].to_owned(),
        Attribute::Cabin if place == 0 => say(words::CABIN_NO),
        Attribute::Cabin => say(words::CABIN_YES),
        Attribute::Age | Attribute::Fare => numbers::compact(value, 6),
        Attribute::Class | Attribute::Siblings | Attribute::Parents => numbers::decimal(value, 0),
    }
}

/// The value at one end of an axis, 0 its beginning and 1 its end.
pub fn end(app: &App, attribute: Attribute, share: f64) -> String {
    rounded(app, attribute, Axis(attribute).value(share))
}

/// A value as an axis is labelled with it: in whole numbers.
pub fn rounded(app: &App, attribute: Attribute, at: f64) -> String {
    if attribute.is_continuous() { numbers::decimal(at, 0) } else { value(app, attribute, Some(at)) }
}

/// An attribute's name.
pub fn name(app: &App, attribute: Attribute) -> &'static str {
    app.core.settings.say(features::name(attribute.feature()))
}

/// Titles of a picture, from the longest to the shortest: `with` what is held, or `plain` where nothing is.
pub fn titles(app: &App, plain: String, with: impl Fn(String) -> String) -> Vec<String> {
    let held = held(app);
    if held.is_empty() { vec![plain] } else { held.into_iter().map(with).collect() }
}

/// Titles of the map.
pub(in crate::ui) fn map_titles(app: &App) -> Vec<String> {
    let names = app.screens.beliefs.beliefs_axes(&app.core).map(|axis| name(app, axis).to_owned());
    let plain = app.core.settings.fill(words::MAP, &names);
    titles(app, plain, |held| {
        let [along, up] = names.clone();
        app.core.settings.fill(words::MAP_HELD, &[along, up, held])
    })
}

/// Titles of the strips.
pub(in crate::ui) fn strip_titles(app: &App) -> Vec<String> {
    let plain = app.core.settings.say(words::STRIPS).to_owned();
    titles(app, plain, |held| app.core.settings.fill(words::STRIPS_HELD, &[held]))
}

/// What is held and whose it is: `as Mr. Braund: class 3, fare 7.25`, then fewer of the values and how many
/// more there are: `as Mr. Braund: class 3 +1`.
fn held(app: &App) -> Vec<String> {
    let held = app.screens.beliefs.held_attributes(&app.core);
    let person = app.screens.beliefs.held_person(&app.core);
    let passenger = person.passenger();
    let varies_sex = app.screens.beliefs.beliefs_axes(&app.core).contains(&Attribute::Sex)
        && Attribute::Title.of(&passenger).is_some_and(|title| title < 4.0);
    let values: Vec<String> = held
        .into_iter()
        .map(|attribute| {
            let value = value(app, attribute, attribute.of(&passenger));
            match attribute {
                // Held while the sex varies, a title goes with it.
                Attribute::Title if varies_sex => app.core.settings.say(words::TITLE_FOLLOWS).to_owned(),
                // These say what they are.
                Attribute::Sex | Attribute::Title => value,
                Attribute::Age
                | Attribute::Class
                | Attribute::Siblings
                | Attribute::Parents
                | Attribute::Fare
                | Attribute::Port
                | Attribute::Cabin => format!("{} {value}", name(app, attribute)),
            }
        })
        .collect();
    let language = app.core.settings.language;
    let typical = app.screens.beliefs.beliefs_view(&app.core) == BeliefView::Typical;
    let said = |values: String| {
        if typical {
            language.fill(words::AS_TYPICAL, &[values])
        } else {
            language.fill(words::AS_WHO, &[values, addressed(app.core.passenger().name)])
        }
    };
    runs::fewer_and_fewer(&values, language.say(words::AND)).map(said).collect()
}

/// Sex and age of the cursor on a strip: `woman of 35`.
pub(super) fn woman_of(app: &App, sex: Sex, age: usize) -> String {
    let word = sexes::aged(sex);
    app.core.settings.fill(word, &[age.to_string()])
}

/// What the network says of somebody: `z −0.002090, p .499478: dies`.
pub fn says(app: &App, person: &Person) -> String {
    let run = app.core.run();
    let language = app.core.settings.language;
    match Asker::new(run.network(), run.encoder(), person.clone()).logit() {
        None if !Attribute::Title.suits(person, Attribute::Title.of(&person.passenger()).unwrap_or_default()) => {
            language.say(words::NO_SUCH_TITLE).to_owned()
        }
        None => language.say(words::NO_ANSWER).to_owned(),
        Some(z) => {
            let p = numbers::chance(math::sigmoid(z));
            let verdict = language.say(verdict(z)).to_owned();
            language.fill(words::SAYS, &[numbers::decimal(z, 6), p, verdict])
        }
    }
}

const fn verdict(z: f64) -> Word {
    if z > 0.0 { words::SAYS_LIVES } else { words::SAYS_DIES }
}

/// The chosen passenger: `Braund, m 22: p .380588, died ✓`.
pub fn who(app: &App) -> String {
    let language = app.core.settings.language;
    let passenger = app.core.passenger();
    let row = app.core.shown().row(app.core.who);
    let right = if row.right { "✓" } else { "✗" };
    let fate = match passenger.survived {
        Some(true) => language.say(words::LIVED),
        Some(false) => language.say(words::DIED),
        None => "?",
    };
    let says = match (row.p, app.core.run().encoder().standing(&passenger)) {
        (Some(p), _) => {
            let p = numbers::chance(p);
            language.fill(words::WHO_P, &[p.as_str(), fate, right])
        }
        (None, Standing::Dropped) => language.say(words::LEFT_OUT).to_owned(),
        (None, _) => language.fill(words::COUNTED_DIED, &[right]),
    };
    let sex_and_age = match passenger.age {
        Some(_) => short(language, &passenger),
        None => language.say(sexes::letter(passenger.sex)).to_owned(),
    };
    let values = [surname(passenger.name).to_owned(), sex_and_age, says];
    language.fill(words::WHO, &values)
}

/// That the cursor stands at a typical value, where it goes with somebody whose own is not known.
pub(super) fn shown_at(app: &App) -> Option<[String; 2]> {
    if !app.screens.beliefs.cursor_follows_who(&app.core) {
        return None;
    }
    let who = app.core.passenger();
    let mut axes =
        app.screens.beliefs.beliefs_axes(&app.core).into_iter().zip(app.screens.beliefs.beliefs_cursor(&app.core));
    let (attribute, step) = axes.find(|(attribute, _)| attribute.of(&who).is_none())?;
    let values = [name(app, attribute).to_owned(), value(app, attribute, Some(Axis(attribute).start(step)))];
    let long = app.core.settings.fill(words::SHOWN_AT, &values);
    let short = app.core.settings.fill(words::SHOWN_AT_SHORT, &values);
    Some([long, short])
}

/// The what-if person: `you, f 29: z 0.0990, p .5247: lives`.
pub(super) fn you(app: &App) -> Option<String> {
    let person = &app.core.what_if.as_ref()?.person;
    let language = app.core.settings.language;
    let values = [language.say(words::YOU).to_owned(), short(language, &person.passenger()), says(app, person)];
    Some(language.fill(words::WHO, &values))
}

/// How many real people are at the cursor, and what became of them.
pub fn here(app: &App) -> String {
    let language = app.core.settings.language;
    let rows = app.screens.beliefs.people_at_cursor(&app.core);
    if rows.is_empty() {
        return language.say(words::NOBODY).to_owned();
    }
    let lived = |alive: bool| {
        let fates = rows.iter().map(|&row| app.core.list.passenger(row).survived);
        fates.filter(|&fate| fate == Some(alive)).count().to_string()
    };
    language.fill(words::HERE, &[lived(true), lived(false)])
}

/// What the recipe does with people without an age.
pub fn policy(app: &App) -> String {
    let language = app.core.settings.language;
    let encoder = app.core.run().encoder();
    let Some(input) = encoder.inputs().iter().find(|input| input.feature.needs_age()) else {
        return language.say(words::POLICY_UNUSED).to_owned();
    };
    let fill = input.fill.map_or_else(String::new, |fill| numbers::decimal(fill, 2));
    language.fill(words::policy(encoder.missing_age()), &[fill])
}

/// Women or men.
pub fn sex(app: &App, sex: Sex) -> &'static str {
    app.core.settings.say(sexes::many(sex))
}

/// Where the answer turns along a strip: `women 34.88`, `men −6.90 (never)`.
pub(in crate::ui) fn turns(app: &App, of: Sex, crossings: &Crossings) -> String {
    let language = app.core.settings.language;
    let name = sex(app, of);
    match crossings {
        Crossings::At(ages) => {
            let ages: Vec<String> = ages.iter().map(|&age| numbers::decimal(age, 2)).collect();
            language.fill(words::TURNS, &[name, &ages.join(" ")])
        }
        Crossings::Outside(age) => language.fill(words::NEVER_OUTSIDE, &[name, &numbers::decimal(*age, 2)]),
        Crossings::Never => language.fill(words::NEVER, &[name]),
    }
}

/// One of three texts, by which part is shown.
pub(in crate::ui) const fn by_part(app: &App, [both, train, test]: [Word; 3]) -> Word {
    match app.core.parts {
        Parts::Both => both,
        Parts::Train => train,
        Parts::Test => test,
    }
}
