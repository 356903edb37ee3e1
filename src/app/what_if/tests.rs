use super::*;
use crate::data::PassengerList;
use crate::training::{Recipe, Run};
use std::sync::Arc;

fn begun(features: &[Feature], row: usize) -> (WhatIf, Run) {
    let list = Arc::new(PassengerList::embedded());
    let recipe = Recipe { features: features.to_vec(), ..Recipe::default() };
    let run = Run::from_recipe("", Arc::clone(&list), recipe).unwrap();
    let what_if = WhatIf::like(row, &list.passenger(row), run.encoder(), 29.782_7);
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
    what_if.to_end(false, run.encoder());
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
