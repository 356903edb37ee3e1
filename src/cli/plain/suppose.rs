//! `if age 30`: a person of one's own, begun as the chosen passenger, and what would turn the answer.

use crate::analysis::Attribute;
use crate::analysis::attribute::TITLES;
use crate::app::core::what_if;
use crate::app::{App, Core};
use crate::data::{Port, Sex};
use crate::explain::numbers;
use crate::explain::words::{Language, features, network, people, plain as words, what_if as form};

fn name(language: Language, attribute: Attribute) -> &'static str {
    language.say(features::name(attribute.feature()))
}

/// The words of a choice, each at the place of its value; none of a quantity.
fn choices(language: Language, attribute: Attribute) -> Vec<String> {
    let say = |word| language.say(word).to_owned();
    match attribute {
        Attribute::Sex => Sex::ALL.iter().map(|&sex| say(people::sex(sex))).collect(),
        Attribute::Port => Port::ALL.iter().map(|port| port.code().to_owned()).collect(),
        Attribute::Title => TITLES.map(str::to_owned).into(),
        Attribute::Cabin => vec![say(form::NO), say(form::YES)],
        Attribute::Age | Attribute::Fare | Attribute::Class | Attribute::Siblings | Attribute::Parents => Vec::new(),
    }
}

/// A value as it is said.
fn value(language: Language, attribute: Attribute, value: f64) -> String {
    let choices = choices(language, attribute);
    choices.get(value as usize).cloned().unwrap_or_else(|| numbers::full(value))
}

/// Changes one attribute of the person, by its name and value in any language; else why not.
pub(super) fn change(app: &mut App, typed: &str, to: &str) -> Result<(), String> {
    let core = &mut app.core;
    let language = core.settings.language;
    let fields = what_if::fields(core.run().encoder());
    let is_named = |attribute: &Attribute| {
        let in_any = Language::ALL.iter().any(|&language| name(language, *attribute).eq_ignore_ascii_case(typed));
        in_any || attribute.column().header().eq_ignore_ascii_case(typed)
    };
    let Some(field) = fields.iter().copied().find(is_named) else {
        let names: Vec<&str> = fields.iter().map(|&field| name(language, field)).collect();
        let example = format!("{} {}", names.first().unwrap_or(&""), 30);
        return Err(language.fill(words::UNKNOWN_FIELD, &[typed, &names.join(", "), &example]));
    };
    let ((least, most), own) = (field.range(), choices(language, field));
    let place = |&language: &Language| {
        let choices = choices(language, field);
        choices.iter().position(|choice| choice.eq_ignore_ascii_case(to)).map(|place| place as f64)
    };
    let number = || to.parse().ok().filter(|number| (least..=most).contains(number));
    let value = if own.is_empty() { number() } else { Language::ALL.iter().find_map(place) };
    let person = core.what_if.as_mut();
    match (value, person) {
        (Some(value), Some(person)) if field.suits(&person.person, value) => {
            person.set(field, Some(value));
            Ok(())
        }
        (Some(_) | None, _) => {
            let range = [least, most].map(numbers::full);
            let can_be = if own.is_empty() { language.fill(words::RANGE, &range) } else { own.join(", ") };
            // What is named alone lacks its value.
            let to = if to.is_empty() { numbers::MISSING } else { to };
            Err(language.fill(words::UNKNOWN_VALUE, &[name(language, field), to, &can_be]))
        }
    }
}

/// What the network says of the person, and the least change that turns it.
pub(super) fn told(core: &Core) -> String {
    let language = core.settings.language;
    let (Some(own), Some(answer)) = (&core.what_if, core.what_if_answer()) else {
        return String::new();
    };
    let fact =
        |field: Attribute, at: f64| language.fill(words::FACT, &[name(language, field), &value(language, field, at)]);
    let fields = what_if::fields(core.run().encoder());
    let facts: Vec<String> = fields.iter().filter_map(|&field| Some(fact(field, own.value(field)?))).collect();
    let says = language.say(if answer.says { network::LIVED } else { network::DIED });
    let first = match &answer.trace {
        None => language.fill(words::WHAT_IF_NO_ANSWER, &[&facts.join(", "), says]),
        Some(trace) => language.fill(words::WHAT_IF, &[&facts.join(", "), &numbers::decimal(trace.p(), 6), says]),
    };
    let then = match answer.nearest() {
        None => language.say(words::NO_FLIP).to_owned(),
        Some((field, flip)) => {
            let values =
                [name(language, field).to_owned(), value(language, field, flip.shown), numbers::decimal(flip.p, 6)];
            language.fill(words::NEAREST, &values)
        }
    };
    format!("{first}\n{then}")
}
