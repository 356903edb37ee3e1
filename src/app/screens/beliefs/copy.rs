//! What `y` copies on the Beliefs screen: the picture as numbers, a line a year or a line a step.

use std::fmt::Write as _;

use crate::analysis::Attribute;
use crate::analysis::beliefs::{Asker, Axis};
use crate::app::Core;
use crate::app::screens::beliefs::{BeliefView, Beliefs};
use crate::data::number::exact;
use crate::data::{Port, Sex};
use crate::nn::math;

/// p along the strips, or over the map, with commas between; first what is held.
pub(super) fn text(on: &Beliefs, core: &Core) -> String {
    let run = core.run();
    let mut text = format!("# {}, epoch {}", run.name, run.epoch());
    let held = on.held_person(core);
    for attribute in on.held_attributes(core) {
        let value = attribute.of(&held.passenger());
        let _ = write!(text, ", {} {}", key(attribute), shown(attribute, value));
    }
    text.push('\n');
    let mut asker = Asker::new(run.network(), run.encoder(), held);
    if on.beliefs_view(core) == BeliefView::Strips {
        text.push_str("age,p of women,p of men\n");
        for year in 0..Axis(Attribute::Age).steps() {
            asker.set(Attribute::Age, year as f64);
            let p = [Sex::Female, Sex::Male].map(|sex| {
                asker.set(Attribute::Sex, Attribute::code(sex));
                probability(&mut asker)
            });
            let _ = writeln!(text, "{year},{},{}", p[0], p[1]);
        }
        return text;
    }
    let [along, up] = on.beliefs_axes(core);
    let columns: Vec<f64> = starts(along).collect();
    let heads: Vec<String> = columns.iter().map(|&x| shown(along, Some(x))).collect();
    let _ = writeln!(text, "{} \\ {},{}", key(up), key(along), heads.join(","));
    for y in starts(up) {
        let line: Vec<String> = columns.iter().map(|&x| probability(asker.place([along, up], [x, y]))).collect();
        let _ = writeln!(text, "{},{}", shown(up, Some(y)), line.join(","));
    }
    text
}

/// The values of an axis, a step each.
fn starts(attribute: Attribute) -> impl Iterator<Item = f64> {
    let axis = Axis(attribute);
    (0..axis.steps()).map(move |step| axis.start(step))
}

/// p with every digit; empty where there is no answer.
fn probability(asker: &mut Asker<'_>) -> String {
    asker.logit().map_or_else(String::new, |z| exact(math::sigmoid(z)))
}

/// The attribute's column in the list, for the head of a table.
fn key(attribute: Attribute) -> &'static str {
    if matches!(attribute, Attribute::Title) { "title" } else { attribute.column().header() }
}

/// A value as the list writes it.
fn shown(attribute: Attribute, value: Option<f64>) -> String {
    let Some(value) = value else {
        return String::new();
    };
    let place = value as usize;
    match attribute {
        Attribute::Sex => Sex::ALL[place.min(1)].name().to_owned(),
        Attribute::Port => Port::ALL[place.min(2)].code().to_owned(),
        Attribute::Title => match crate::analysis::attribute::TITLES.get(place) {
            Some(title) => (*title).to_owned(),
            None => value.to_string(),
        },
        Attribute::Age
        | Attribute::Class
        | Attribute::Siblings
        | Attribute::Parents
        | Attribute::Fare
        | Attribute::Cabin => exact(value),
    }
}
