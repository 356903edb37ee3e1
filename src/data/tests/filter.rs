//! Filters over the real list, with counts that other tools give for it too.

use proptest::prelude::*;

use crate::data::filter::*;
use crate::data::{Facts, LiveRow, PassengerList, Split};

fn rows(list: &PassengerList, facts: &Facts<'_>, filter: &Filter) -> Vec<u32> {
    filter.rows(list, facts).collect()
}

fn typed(source: &str) -> Filter {
    let expression = Expression::parse(source).unwrap_or_else(|error| panic!("{source}: {error}"));
    Filter { expression, ..Filter::default() }
}

fn quick(quicks: &[Quick]) -> Filter {
    Filter { quick: quicks.iter().copied().collect(), ..Filter::default() }
}

/// A network that says "women live", with z and p to match.
fn women_live(list: &PassengerList) -> Vec<LiveRow> {
    list.passengers()
        .map(|person| {
            let said = person.sex == crate::data::Sex::Female;
            let z = if said { 1.5 } else { -1.5 };
            let p = person.age.map(|_| if said { 0.8 } else { 0.2 });
            let right = person.survived == Some(said);
            LiveRow { z: Some(z), p, said, right, loss: None }
        })
        .collect()
}

#[test]
fn quick_filters_widen_within_a_group_and_narrow_between_groups() {
    let list = PassengerList::embedded();
    let live = women_live(&list);
    let facts = Facts { live: Some(&live), split: Some(&Split::first(600)), flipped: &[] };
    for (quicks, expected) in [
        (&[][..], 891),
        (&[Quick::Women], 314),
        (&[Quick::Women, Quick::Men], 891),
        (&[Quick::Women, Quick::Survived], 233),
        (&[Quick::Men, Quick::Survived], 109),
        (&[Quick::Class1, Quick::Class2], 400),
        (&[Quick::Class1, Quick::Class2, Quick::Women, Quick::Died], 9),
        (&[Quick::Class3, Quick::Women, Quick::Survived], 72),
        (&[Quick::Train], 600),
        (&[Quick::Test, Quick::NoAge], 51),
        (&[Quick::Test, Quick::Right], 226),
        (&[Quick::Test, Quick::Wrong], 65),
        (&[Quick::Flipped], 0),
        (&[Quick::ThePost], 8),
    ] {
        assert_eq!(rows(&list, &facts, &quick(quicks)).len(), expected, "{quicks:?}");
    }
    let post = rows(&list, &facts, &quick(&[Quick::ThePost]));
    assert_eq!(post, [0, 1, 2, 3, 4, 6, 14, 75]);
    let lived: Vec<bool> = post.iter().map(|&row| list.passenger(row as usize).survived == Some(true)).collect();
    assert_eq!(lived, [false, true, true, true, false, false, false, false]);
}

#[test]
fn flipped_rows_are_those_the_caller_names() {
    let list = PassengerList::embedded();
    let mut flipped = vec![false; 891];
    flipped[609] = true;
    let facts = Facts { flipped: &flipped, ..Facts::default() };
    assert_eq!(rows(&list, &facts, &quick(&[Quick::Flipped])), [609]);
    assert!(quick(&[Quick::Flipped]).depends_on_network());
}

/// Without outcomes or without a network nobody is right and nobody is wrong.
#[test]
fn right_and_wrong_need_an_outcome_and_a_network() {
    let test = PassengerList::embedded_test();
    let live = vec![LiveRow::default(); test.len()];
    let facts = Facts { live: Some(&live), ..Facts::default() };
    for source in ["wrong", "right", "right=yes", "right=no", "died", "lived", "survived!=1"] {
        assert_eq!(rows(&test, &facts, &typed(source)).len(), 0, "{source}");
    }
    let train = PassengerList::embedded();
    assert_eq!(rows(&train, &Facts::default(), &typed("wrong")).len(), 0);
    assert_eq!(rows(&train, &Facts::default(), &typed("p=?")).len(), 891);
}

#[test]
fn expressions_mean_what_they_say() {
    let list = PassengerList::embedded();
    let live = women_live(&list);
    let facts = Facts { live: Some(&live), split: Some(&Split::first(600)), flipped: &[] };
    for (source, expected) in [
        ("", 891),
        ("   ", 891),
        ("age>60", 22),
        ("age > 60", 22),
        ("AGE >60  Sex= F", 3),
        ("age>=60 age<=62", 11),
        ("age=?", 177),
        ("age!=?", 714),
        ("noage", 177),
        ("age!=22", 687),
        ("cabin=?", 687),
        ("embarked=?", 2),
        ("embarked=cherbourg", 168),
        ("embarked!=s", 245),
        ("Pclass==1", 216),
        ("pclass≤2 class≠1", 184),
        ("fare=0", 15),
        ("name~\"mrs. \"", 125),
        ("name~MASTER", 40),
        ("ticket=1601", 7),
        ("ticket~pc", 60),
        ("cabin~c23", 4),
        ("women lived", 233),
        ("sex=female survived", 233),
        ("survived = 1 men", 109),
        ("sibsp>0 parch>0", 142),
        ("id=610", 1),
        ("passengerid<=8", 8),
        ("z>0", 314),
        ("z<−1", 577),
        ("p=?", 177),
        ("said=lived was=died", 81),
        ("right test", 226),
        ("right=no test", 65),
        ("class1 class2", 0),
        ("post died", 5),
    ] {
        assert_eq!(rows(&list, &facts, &typed(source)).len(), expected, "{source}");
    }
}

/// A wrong line must be told at the very character, for the screen marks it there.
#[test]
fn a_line_that_makes_no_sense_says_where_and_why() {
    for (source, at, message) in [
        ("Allen", 0, "\"Allen\" is no column and no word; for names write name~Allen"),
        ("women  Rosé", 7, "\"Rosé\" is no column and no word; for names write name~Rosé"),
        ("age", 0, "age needs a comparison, such as age>60"),
        ("men fare", 4, "fare needs a comparison, such as fare>100"),
        ("age>", 4, "a value is missing, such as age>60"),
        ("age> ", 5, "a value is missing, such as age>60"),
        ("age>old", 4, "\"old\" is not a number, which age needs (or ? for missing)"),
        ("age>nan", 4, "\"nan\" is not a number, which age needs (or ? for missing)"),
        (
            "height>2",
            0,
            "there is no column \"height\"; columns: id survived class name sex age sibsp parch ticket fare cabin embarked z p said right loss",
        ),
        (">5", 0, "a column must stand before this, such as age>60"),
        ("age!60", 3, "\"!\" needs a \"=\" behind it: != is not equal"),
        ("sex=x", 4, "sex cannot be \"x\"; it can be f, m, ?"),
        ("embarked=Paris", 9, "embarked cannot be \"Paris\"; it can be s, c, q, ?"),
        ("survived=2", 9, "survived cannot be \"2\"; it can be lived, died, ?"),
        ("sex>m", 3, "> does not go with sex here; use = !="),
        ("age~6", 3, "~ does not go with age here; use = != < <= > >="),
        ("name<B", 4, "< does not go with name here; use = != or ~"),
        ("age<?", 3, "< does not go with age here; use =? !=?"),
        ("name~\"van der", 5, "this quotation mark is not closed"),
        (
            "名前>3",
            0,
            "there is no column \"名前\"; columns: id survived class name sex age sibsp parch ticket fare cabin embarked z p said right loss",
        ),
    ] {
        let error = Expression::parse(source).expect_err(source);
        assert_eq!((error.at, error.to_string().as_str()), (at, message), "{source}");
        assert_eq!(error.to_string(), message);
    }
}

/// SCREENS section (k): what an empty table says instead of nothing.
#[test]
fn an_empty_result_tells_which_condition_to_drop() {
    let list = PassengerList::embedded();
    let filter = typed("sex=f class=1 died age > 60");
    let facts = Facts::default();
    assert!(rows(&list, &facts, &filter).is_empty());
    let without = without_each(&list, &facts, &filter, Quick::key);
    let texts: Vec<&str> = without.iter().map(|(text, _, _)| text.as_str()).collect();
    assert_eq!(texts, ["sex=f", "class=1", "died", "age>60"]);
    assert_eq!(texts, filter.conditions(Quick::key));
    let (_, count, first) = &without[3];
    assert_eq!((*count, first.as_slice()), (3, &[177, 297, 498][..]));
    assert_eq!(list.passenger(177).name, "Isham, Miss. Ann Elizabeth");
    assert_eq!(without[0].1, 11, "the men");
}

#[test]
fn a_group_of_quick_filters_is_one_condition() {
    let list = PassengerList::embedded();
    let mut filter = quick(&[Quick::Class1, Quick::Class2, Quick::Women]);
    filter.expression = Expression::parse("age>79").unwrap();
    let without = without_each(&list, &Facts::default(), &filter, Quick::key);
    let summary: Vec<_> = without.iter().map(|(text, count, _)| (text.as_str(), *count)).collect();
    assert_eq!(summary, [("women", 1), ("class1|class2", 0), ("age>79", 170)]);
    assert_eq!(filter.without(2).expression, Expression::default());
    assert_eq!(filter.without(9), filter);
    assert!(filter.without(2).without(1).without(0).is_empty());
}

#[test]
fn switching_a_quick_filter_twice_changes_nothing() {
    let mut set = QuickSet::default();
    for &quick in Quick::ALL {
        set.toggle(quick);
        assert!(set.contains(quick));
    }
    assert!(set.iter().eq(Quick::ALL.iter().copied()));
    for &quick in Quick::ALL {
        set.toggle(quick);
    }
    assert!(set.is_empty());
}

#[test]
fn every_quick_filter_can_be_typed_as_its_word() {
    for &quick in Quick::ALL {
        assert_eq!(Quick::named(quick.key()), Some(quick));
        assert!(Expression::parse(quick.key()).is_ok());
    }
}

proptest! {
    #[test]
    fn typing_anything_never_panics_and_errors_point_into_the_line(
        source in prop_oneof![
            any::<String>(),
            "(age|name|sex|p| |=|!|<|>|~|\\?|\"|f|1|é|名){0,12}",
        ],
    ) {
        match Expression::parse(&source) {
            Ok(expression) => {
                let again = Expression::parse(&expression.to_string());
                prop_assert_eq!(again.as_ref(), Ok(&expression), "what is shown can be typed again");
            }
            Err(error) => prop_assert!(error.at <= source.chars().count()),
        }
    }
}
