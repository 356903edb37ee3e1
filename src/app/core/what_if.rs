//! A person of one's own: who it is, where the form stands, and what the network answers. What keys
//! do to them stands in `popups::what_if`.

use crate::analysis::Attribute;
use crate::analysis::what_if::{Reply, Sizes};
use crate::app::core::prepared::Prepared;
use crate::app::core::runs::Moment;
use crate::data::{Passenger, Person};
use crate::training::{Encoder, Feature, Run};

/// How many of the people most alike are looked for.
pub const NEIGHBOURS: usize = 5;

/// The most changes that can be taken back.
const MOST_CHANGES: usize = 100;

/// A person who was not aboard, and where the form stands.
#[derive(Debug, Clone, PartialEq)]
pub struct WhatIf {
    /// Who it is.
    pub person: Person,
    /// The field under the cursor.
    pub field: Attribute,
    /// The passenger they were begun as, a row of the list.
    pub begun: usize,
    /// The age that stands in where the list knows none.
    pub assumed_age: Option<f64>,
    answer: Prepared<(Moment, Person), Reply>,
    /// The number being typed, and the person before that.
    typed: Option<(String, Person)>,
    past: Vec<Person>,
    future: Vec<Person>,
    /// The field the last change was made in, so that a series of steps is taken back at once.
    changing: Option<Attribute>,
}

impl WhatIf {
    /// Brings the form and its answer up to date with a run.
    pub(in crate::app) fn follow(&mut self, run: &Run, moment: Moment) {
        let mean = Sizes::of(Attribute::Age, run.list(), run.split()).mean();
        self.settle(run.encoder(), mean);
        let answer = Reply::new(run.encoder(), run.network(), run.list(), run.split(), &self.person, NEIGHBOURS);
        self.answer.put((moment, self.person.clone()), answer);
    }

    /// This person, begun as the passenger at `row`.
    pub fn new(person: Person, row: usize) -> Self {
        Self {
            person,
            field: Attribute::Age,
            begun: row,
            assumed_age: None,
            answer: Prepared::default(),
            typed: None,
            past: Vec::new(),
            future: Vec::new(),
            changing: None,
        }
    }

    /// Fits the form to a recipe: an age where one is needed, a field the network looks at. `mean` is the age of those
    /// whose age nobody knows.
    fn settle(&mut self, encoder: &Encoder, mean: f64) {
        if self.person.age.is_none() && !knows_unknown(encoder) {
            let mut inputs = encoder.inputs().iter();
            let fill = inputs.find(|input| input.feature.needs_age()).and_then(|input| input.fill);
            // Where nothing stands in for a missing age, two decimals are as good as all.
            let age = fill.unwrap_or((mean * 100.0).round() / 100.0);
            self.person.age = Some(age);
            self.assumed_age = Some(age);
        }
        if !self.field.is_seen_by(encoder)
            && let Some(&first) = fields(encoder).first()
        {
            self.field = first;
        }
    }

    /// Whether the user made them another than the passenger they were begun as.
    pub(in crate::app) fn differs_from(&self, begun: &Passenger<'_>) -> bool {
        let mut begun = Person::like(begun);
        begun.age = begun.age.or(self.assumed_age);
        self.person != begun
    }

    /// What a network says of them, once it was asked.
    pub(in crate::app) fn answer(&self, network: Moment) -> Option<&Reply> {
        let fits = |(of, person): &(Moment, Person)| *of == network && *person == self.person;
        self.answer.get_where(fits)
    }

    /// The number being typed.
    pub fn typed(&self) -> Option<&str> {
        self.typed.as_ref().map(|(typed, _)| typed.as_str())
    }

    /// Their value of an attribute.
    pub fn value(&self, attribute: Attribute) -> Option<f64> {
        attribute.of(&self.person.passenger())
    }

    /// Gives them another value; none is the age nobody knows.
    pub fn set(&mut self, attribute: Attribute, value: Option<f64>) {
        self.typed = None;
        self.change(attribute, value);
    }

    fn change(&mut self, attribute: Attribute, value: Option<f64>) {
        let before = self.person.clone();
        match value {
            Some(value) => attribute.set(&mut self.person, value),
            None => self.person.age = None,
        }
        if attribute == Attribute::Age {
            self.assumed_age = None;
        }
        if self.person == before {
            return;
        }
        if self.changing != Some(attribute) {
            self.remember(before);
        }
        self.changing = Some(attribute);
    }

    fn remember(&mut self, before: Person) {
        self.past.push(before);
        if self.past.len() > MOST_CHANGES {
            self.past.remove(0);
        }
        self.future.clear();
    }

    /// Makes them like another person, as one change.
    pub(in crate::app) fn become_like(&mut self, row: usize, passenger: &Passenger<'_>) {
        let before = std::mem::replace(&mut self.person, Person::like(passenger));
        self.begun = row;
        self.typed = None;
        self.changing = None;
        self.assumed_age = None;
        if before != self.person {
            self.remember(before);
        }
    }

    /// Takes back the change made last; false where there is none.
    pub(in crate::app) fn undo(&mut self) -> bool {
        let Some(before) = self.past.pop() else {
            return false;
        };
        self.future.push(std::mem::replace(&mut self.person, before));
        self.rest();
        true
    }

    /// Does again what was taken back last; false where there is nothing.
    pub(in crate::app) fn redo(&mut self) -> bool {
        let Some(after) = self.future.pop() else {
            return false;
        };
        self.past.push(std::mem::replace(&mut self.person, after));
        self.rest();
        true
    }

    /// Ends typing, with the value typed so far, and the series of changes.
    pub(in crate::app) fn rest(&mut self) {
        self.typed = None;
        self.changing = None;
    }

    /// Ends typing as if it had not begun; false where nothing is being typed.
    pub(in crate::app) fn drop_typed(&mut self) -> bool {
        let Some((_, before)) = self.typed.take() else {
            return false;
        };
        if self.person != before {
            self.person = before;
            self.past.pop();
        }
        self.rest();
        true
    }

    /// A step of so many, to whole numbers; choices go one on.
    pub(in crate::app) fn step(&mut self, by: f64, encoder: &Encoder) {
        let field = self.field;
        let (least, most) = field.range();
        let value = match self.value(field) {
            None if by < 0.0 => return,
            None => least,
            Some(value) if !field.is_quantity() => {
                // A title of the other sex is passed over; at the end one stays where one is.
                let mut next = value + by.signum();
                while (least..=most).contains(&next) && !field.suits(&self.person, next) {
                    next += by.signum();
                }
                if !(least..=most).contains(&next) {
                    return;
                }
                next
            }
            Some(value) if by > 0.0 => value.floor() + by,
            Some(value) => value.ceil() + by,
        };
        let unknown = field == Attribute::Age && value < least && knows_unknown(encoder);
        self.set(field, (!unknown).then(|| value.clamp(least, most)));
    }

    /// To the least or the greatest value of the field.
    pub(in crate::app) fn go_to_end(&mut self, last: bool, encoder: &Encoder) {
        let (least, most) = self.field.range();
        let unknown = !last && self.field == Attribute::Age && knows_unknown(encoder);
        let mut end = if last { most } else { least };
        while !self.field.suits(&self.person, end) && (least..=most).contains(&end) {
            end += if last { -1.0 } else { 1.0 };
        }
        self.set(self.field, (!unknown).then_some(end));
    }

    /// Takes a character of a number; false where it is no part of one.
    pub(in crate::app) fn type_in(&mut self, c: char) -> bool {
        let mut typed = self.typed().unwrap_or_default().to_owned();
        let fits = match c {
            '0'..='9' => typed.len() < 7,
            '.' => self.typed.is_some() && !typed.contains('.') && self.field.is_continuous(),
            _ => false,
        };
        if !self.field.is_quantity() || !(fits || c.is_ascii_digit()) {
            return false;
        }
        if fits {
            typed.push(c);
        }
        self.take(typed);
        true
    }

    /// Deletes the last character of the number; false where the field is no number.
    pub(in crate::app) fn backspace(&mut self) -> bool {
        if !self.field.is_quantity() {
            return false;
        }
        let value = self.value(self.field).unwrap_or_default();
        let mut typed = self.typed().map_or_else(|| hundredths(value), str::to_owned);
        typed.pop();
        self.take(typed);
        true
    }

    /// Follows what is typed; nothing typed yet leaves the value as it is.
    fn take(&mut self, typed: String) {
        let before = self.typed.take().map(|(_, before)| before);
        let before = before.unwrap_or_else(|| {
            self.changing = None;
            self.person.clone()
        });
        if let Ok(value) = typed.parse::<f64>() {
            let hundredth = (value * 100.0).round() / 100.0;
            self.change(self.field, Some(hundredth));
        }
        self.typed = Some((typed, before));
    }
}

/// The attributes a network is shown, in the order of the form.
pub fn fields(encoder: &Encoder) -> Vec<Attribute> {
    let seen = |attribute: &Attribute| attribute.is_seen_by(encoder);
    Attribute::ALL.iter().copied().filter(seen).collect()
}

/// Whether the recipe asks if there is an age, so that having none is a value of its own.
fn knows_unknown(encoder: &Encoder) -> bool {
    let mut inputs = encoder.inputs().iter();
    inputs.any(|input| input.feature == Feature::AgeMissing)
}

/// At most two decimals, and none that say nothing: `34.87`, `35`.
fn hundredths(value: f64) -> String {
    ((value * 100.0).round() / 100.0).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::PassengerList;
    use crate::training::{Recipe, Run};
    use std::sync::Arc;

    fn begun(features: &[Feature], row: usize) -> (WhatIf, Run) {
        let list = Arc::new(PassengerList::embedded());
        let recipe = Recipe { features: features.to_vec(), ..Recipe::default() };
        let run = Run::from_recipe("", Arc::clone(&list), recipe).unwrap();
        let mut what_if = WhatIf::new(Person::like(&list.passenger(row)), row);
        what_if.settle(run.encoder(), 29.782_7);
        (what_if, run)
    }

    fn typed(what_if: &mut WhatIf, keys: &str) -> Option<f64> {
        for c in keys.chars() {
            what_if.type_in(c);
        }
        what_if.person.age
    }

    #[test]
    fn what_is_typed_replaces_the_value_and_holds_it_in_the_range() {
        let (mut what_if, _) = begun(&[Feature::Age], 3);
        assert_eq!(typed(&mut what_if, "34"), Some(34.0));
        assert_eq!(typed(&mut what_if, ".876"), Some(34.88));
        assert!(!what_if.type_in('.'), "one point is enough");
        what_if.rest();
        assert!(!what_if.type_in('.'), "a point alone is time's");
        assert_eq!(typed(&mut what_if, "999"), Some(80.0));
        what_if.backspace();
        what_if.backspace();
        assert_eq!(what_if.person.age, Some(9.0));
        what_if.backspace();
        assert_eq!((what_if.typed(), what_if.person.age), (Some(""), Some(9.0)));
        assert!(what_if.drop_typed());
        assert_eq!(what_if.person.age, Some(34.88), "as before this typing");
        assert!(what_if.undo());
        assert_eq!(what_if.person.age, Some(35.0));
        assert!(!what_if.undo() && what_if.redo() && !what_if.redo());
    }

    #[test]
    fn steps_go_to_whole_numbers_and_a_series_of_them_is_one_change() {
        let (mut what_if, run) = begun(&[Feature::Age, Feature::Sex], 3);
        what_if.set(Attribute::Age, Some(34.87));
        what_if.step(-1.0, run.encoder());
        assert_eq!(what_if.person.age, Some(34.0));
        what_if.step(10.0, run.encoder());
        what_if.step(-100.0, run.encoder());
        assert_eq!(what_if.person.age, Some(0.0));
        what_if.undo();
        assert_eq!(what_if.person.age, Some(35.0));
    }

    #[test]
    fn no_age_is_a_value_only_where_the_recipe_asks_for_it() {
        let (mut what_if, run) = begun(&[Feature::Age], 5);
        let age = what_if.person.age.unwrap();
        assert!((age - 29.782_7).abs() < 1e-4 && what_if.assumed_age == Some(age));
        what_if.go_to_end(false, run.encoder());
        assert_eq!(what_if.person.age, Some(0.0));
        let (mut what_if, run) = begun(&[Feature::Age, Feature::AgeMissing], 5);
        assert_eq!(what_if.person.age, None);
        what_if.step(-1.0, run.encoder());
        assert_eq!(what_if.person.age, None);
        what_if.step(1.0, run.encoder());
        assert_eq!(what_if.person.age, Some(0.0));
        what_if.step(-1.0, run.encoder());
        assert_eq!(what_if.person.age, None);
    }
}
