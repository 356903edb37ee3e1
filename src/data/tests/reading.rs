//! Lists from elsewhere: what is accepted, and that every refusal says where, what and what to do.

use std::io::{self, Read};

use csv::Terminator;
use proptest::prelude::*;

use crate::data::{Labels, PassengerList, Port, RawColumn, ReadError, Sex};

pub(super) fn read(source: impl AsRef<[u8]>) -> Result<PassengerList, ReadError> {
    PassengerList::read("list.csv", source.as_ref(), Labels::Required)
}

/// The whole message for a file that must be refused.
pub(super) fn refusal(source: impl AsRef<[u8]>) -> String {
    read(source).expect_err("this file is bad").to_string()
}

#[test]
fn columns_may_come_in_any_order_and_case_among_others() {
    let list = read("Age,boat,SEX,survived, Embarked \n,5,female,1,C\n0.42,,male,0,\n").unwrap();
    assert_eq!(list.len(), 2);
    let first = list.passenger(0);
    assert_eq!((first.id, first.age, first.sex), (1, None, Sex::Female));
    assert_eq!((first.survived, first.port), (Some(true), Some(Port::Cherbourg)));
    assert_eq!((first.name, first.ticket, first.cabin, first.class), ("", "", None, None));
    assert_eq!((first.fare, first.siblings_spouses, first.parents_children), (None, None, None));
    let second = list.passenger(1);
    assert_eq!((second.id, second.age, second.port), (2, Some(0.42), None));
    assert!(list.has(RawColumn::Embarked) && !list.has(RawColumn::PassengerId));
    assert!(!list.is_embedded());
}

#[test]
fn files_from_other_systems_read_the_same() {
    let plain = "Survived,Sex,Age,Name\n1,female,38,\"A, B\"\n0,male,,C\n";
    let expected = read(plain).unwrap();
    for variant in [
        plain.replace('\n', "\r\n"),
        format!("\u{feff}{plain}"),
        format!("\u{feff}{}", plain.replace('\n', "\r\n")),
        plain.trim_end().to_owned(),
        plain.replace('\n', "\r\n").trim_end().to_owned(),
        plain.replace('\n', "\n\n"),
        plain.replace('\n', "\r"),
        plain.trim_end().replace('\n', "\r"),
        plain.replace('\n', "\r\r"),
        plain.replace('\n', "\r\n\r\n"),
        plain.replace("0,male", "0.0, Male "),
    ] {
        let list = read(&variant).unwrap_or_else(|error| panic!("{variant:?}: {error}"));
        assert!(list.passengers().eq(expected.passengers()), "{variant:?}");
    }
}

#[test]
fn a_list_without_outcomes_is_read_where_that_is_allowed() {
    let optional = |source: &str| PassengerList::read("t.csv", source.as_bytes(), Labels::Optional);
    let list = optional("PassengerId,Sex,Age\n7,male,1\n3,female,2\n").unwrap();
    assert_eq!((list.passenger(0).id, list.passenger(0).survived), (7, None));
    assert!(!list.has(RawColumn::Survived));
    let list = optional("Survived,Sex,Age\n,male,1\n1,female,2\n").unwrap();
    assert_eq!((list.passenger(0).survived, list.passenger(1).survived), (None, Some(true)));
}

/// Each row: what stands in the file's third line, and the message behind "line 3, column ".
#[test]
fn a_bad_value_is_named_with_its_place_and_a_remedy() {
    let age = "write the age in years such as 34.5, or leave it empty if unknown";
    let fare = "write the fare in pounds such as 7.25, or leave it empty if unknown";
    for (row, message) in [
        ("2,0,3,x,male,abc,0,0,t,1,,S", format!("Age: \"abc\" is not a number; {age}")),
        ("2,0,3,x,male,inf,0,0,t,1,,S", format!("Age: \"inf\" is not a number to compute with; {age}")),
        ("2,0,3,x,male,-inf,0,0,t,1,,S", format!("Age: \"-inf\" is not a number to compute with; {age}")),
        ("2,0,3,x,male,1e999,0,0,t,1,,S", format!("Age: \"1e999\" is too large; {age}")),
        ("2,0,3,x,male,-1,0,0,t,1,,S", format!("Age: \"-1\" is below zero; {age}")),
        ("2,0,3,x,male,150.5,0,0,t,1,,S", format!("Age: \"150.5\" is over 150 years; {age}")),
        (
            "2,0,3,x,male,\"34,5\",0,0,t,1,,S",
            "Age: \"34,5\" has a decimal comma; write it with a point, 34.5".to_owned(),
        ),
        ("2,0,3,x,male,1,0,0,t,-0.1,,S", format!("Fare: \"-0.1\" is below zero; {fare}")),
        ("2,0,3,x,male,1,0,0,t,inf,,S", format!("Fare: \"inf\" is not a number to compute with; {fare}")),
        (
            "2,2,3,x,male,1,0,0,t,1,,S",
            "Survived: \"2\" is neither 0 nor 1; write 0 for died, 1 for survived".to_owned(),
        ),
        (
            "2,,3,x,male,1,0,0,t,1,,S",
            "Survived: empty; write 0 for died or 1 for survived, or take the row out".to_owned(),
        ),
        (
            "2,0,4,x,male,1,0,0,t,1,,S",
            "Pclass: \"4\" is no class; write 1, 2 or 3, or leave it empty if unknown".to_owned(),
        ),
        ("2,0,3,x,boy,1,0,0,t,1,,S", "Sex: \"boy\" is neither male nor female; write one of these words".to_owned()),
        ("2,0,3,x,,1,0,0,t,1,,S", "Sex: empty; write male or female, or take the row out".to_owned()),
        (
            "2,0,3,x,male,1,0,0,t,1,,X",
            "Embarked: \"X\" is no port; write S, C or Q, or leave it empty if unknown".to_owned(),
        ),
        (
            "2,0,3,x,male,1,1.5,0,t,1,,S",
            "SibSp: \"1.5\" is not a whole number; write a count such as 0 or 2, or leave it empty if unknown"
                .to_owned(),
        ),
        (
            "2,0,3,x,male,1,0,-2,t,1,,S",
            "Parch: \"-2\" is below zero; write a count such as 0 or 2, or leave it empty if unknown".to_owned(),
        ),
        (
            "2,0,3,x,male,1,0,4294967295,t,1,,S",
            "Parch: \"4294967295\" is too large; write a count such as 0 or 2, or leave it empty if unknown".to_owned(),
        ),
        (
            "1,0,3,x,male,1,0,0,t,1,,S",
            "PassengerId: \"1\" is already on line 2; give each passenger a number of their own".to_owned(),
        ),
        (
            ",0,3,x,male,1,0,0,t,1,,S",
            "PassengerId: empty; give every passenger a number, or leave the whole column out".to_owned(),
        ),
        (
            "2,0,3,a\u{1b}[31m,male,1,0,0,t,1,,S",
            "Name: \"a\\u{1b}[31m\" has an invisible control character in it; take it out".to_owned(),
        ),
        (
            "2,0,3,\"a\nb\",male,1,0,0,t,1,,S",
            "Name: \"a\\nb\" runs over the end of the line; close its quotation mark or take the line break out"
                .to_owned(),
        ),
    ] {
        let source = format!(
            "PassengerId,Survived,Pclass,Name,Sex,Age,SibSp,Parch,Ticket,Fare,Cabin,Embarked\n\
             1,0,3,n,male,22,1,0,t,7.25,,S\n{row}\n"
        );
        let expected = format!("list.csv, line 3, column {message}");
        assert_eq!(refusal(&source), expected);
        assert_eq!(refusal(source.replace('\n', "\r\n")).replace("\\r", ""), expected, "with CRLF");
        assert_eq!(refusal(source.trim_end()), expected, "without a last line end");
    }
}

#[test]
fn a_bad_header_is_named_with_what_was_found() {
    for (source, message) in [
        ("", "list.csv is empty; its first line must name the columns, at least Survived, Sex and Age"),
        ("\n\n", "list.csv is empty; its first line must name the columns, at least Survived, Sex and Age"),
        ("Survived,Sex,Age\n", "list.csv has a header but no passengers; put at least one below it"),
        (
            "Survived,Who,Age\n0,male,3\n",
            "list.csv, line 1: no column Sex; name it in the first line as Kaggle's list does; \
             found there: \"Survived\", \"Who\", \"Age\"",
        ),
        (
            "Sex,Age\nmale,3\n",
            "list.csv, line 1: no column Survived; name it in the first line; a list without outcomes can be predicted \
             (`predict FILE`, `submit FILE`), not trained on; found there: \"Sex\", \"Age\"",
        ),
        (
            "Survived,Sex,Age\r0,male,\"3\n\"\r",
            "list.csv, line 1: no column Age; the lines seem to end in CR alone; save it with LF or CRLF",
        ),
        (
            "Survived,Sex,Age,sex\n0,male,3,male\n",
            "list.csv, line 1: two columns are called Sex; rename or remove one of them",
        ),
    ] {
        assert_eq!(refusal(source), message, "{source:?}");
    }
}

#[test]
fn uneven_rows_and_open_quotation_marks_are_told_apart() {
    assert_eq!(
        refusal("Survived,Sex,Age\n0,male,3\n1,male\n"),
        "list.csv, line 3: 2 fields where the header has 3; put text that contains a comma in quotation \
         marks, and give every column a field"
    );
    assert_eq!(
        refusal("Survived,Sex,Age,Name\n0,male,3,Braund, Mr. Owen\n"),
        "list.csv, line 2: 5 fields where the header has 4; put text that contains a comma in quotation \
         marks, and give every column a field"
    );
    let open = "a quotation mark is opened and never closed; close it, and double those inside text";
    assert_eq!(
        refusal("Survived,Name,Sex,Age\n0,A,male,3\n\n1,\"B,male,3\n0,C,male,4\n"),
        format!("list.csv, line 4: {open}")
    );
    // In the last column it would otherwise quietly swallow the rest of the list.
    for end in ["", "\n", "\r\n"] {
        assert_eq!(
            refusal(format!("Survived,Sex,Age,Name\n1,male,3,\"B\n0,male,4,C{end}")),
            format!("list.csv, line 2: {open}")
        );
    }
    assert_eq!(refusal("\"Survived,Sex,Age\n1,male,3\n"), format!("list.csv, line 1: {open}"));
    // Here a later quotation mark happens to close it.
    assert_eq!(
        refusal("Survived,Name,Sex,Age\n0,A,male,3\n1,\"B,male,3\n0,\"\"C,male,\"4\n"),
        "list.csv, line 3: 2 fields where the header has 4; close the quotation mark that was opened there"
    );
}

#[test]
fn text_that_is_not_utf_8_is_refused_where_it_is_needed() {
    assert_eq!(
        refusal(b"Survived,Sex,Age,Name\n0,male,3,\xc3\xa9\n0,male,3,Andr\xe9\n"),
        "list.csv, line 3, column Name: \"Andr\u{fffd}\" is not UTF-8 text; save the file as UTF-8"
    );
    let ignored = read(b"Survived,Sex,Age,Boat\n0,male,3,\xc3\xa9\xe9\n");
    assert!(ignored.is_ok(), "a column nobody reads may hold anything");
}

#[test]
fn lines_are_counted_over_empty_ones_and_within_ignored_quotes() {
    let message = refusal("Survived,Sex,Age,Note\n\n0,male,3,\"a\nb\"\n\n\n2,male,3,\n");
    assert!(message.starts_with("list.csv, line 7, column Survived: \"2\""), "{message}");
    let message = refusal("Survived,Sex,Age\r\n\r\n0,male,3\r\n\r\n2,male,3");
    assert!(message.starts_with("list.csv, line 5, column Survived: \"2\""), "{message}");
}

#[test]
fn the_first_repeated_id_is_named_in_an_unsorted_list_too() {
    let message = refusal("PassengerId,Survived,Sex,Age\n9,0,male,\n4,0,male,\n9,0,male,\n4,0,male,\n");
    assert!(message.contains("line 4, column PassengerId: \"9\" is already on line 2"), "{message}");
}

#[test]
fn a_reader_that_fails_is_told_from_a_bad_file() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the disk is gone"))
        }
    }
    let error = PassengerList::read("a\u{7}.csv", Broken, Labels::Required).unwrap_err();
    assert_eq!(
        error.to_string(),
        "a\\u{7}.csv could not be read: the disk is gone; check that it is a file you may read"
    );
}

#[test]
fn long_values_are_cut_in_messages() {
    let message = refusal(format!("Survived,Sex,Age\n0,male,{}\n", "é".repeat(5_000)));
    assert!(message.chars().count() < 200, "{message}");
}

/// Fields that are nearly right, so that random files reach past the header.
fn field() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(vec![
            "", "0", "1", "2.0", "3", "male", "female", "S", "Q", "22", "0.42", "-0", "NaN", "1e400", "\"", "\"\"",
            "\"a,b\"", "\"a\nb\"", " ", "4294967295", "-1", "x",
        ]).prop_map(str::to_owned),
        1 => any::<String>(),
    ]
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes: Vec<u8>, header: bool) {
        let prefix: &[u8] = if header { b"Survived,Sex,Age,Name\n" } else { b"" };
        let file = [prefix, &bytes].concat();
        for labels in [Labels::Required, Labels::Optional] {
            if let Err(error) = PassengerList::read("f.csv", &file[..], labels) {
                let message = error.to_string();
                prop_assert!(!message.contains(char::is_control), "{message:?}");
                prop_assert!(message.starts_with("f.csv"), "{message:?}");
            }
        }
    }

    /// Whatever is accepted must hold what the types promise, or the maths further on would break.
    #[test]
    fn what_is_accepted_is_clean(
        rows in prop::collection::vec(prop::collection::vec(field(), 12), 0..6),
        columns in Just(RawColumn::ALL.to_vec()).prop_shuffle(),
        end in prop::sample::select(vec!["\n", "\r\n"]),
    ) {
        let headers = columns.iter().map(|column| column.header().to_owned()).collect::<Vec<_>>();
        let lines = std::iter::once(headers).chain(rows).map(|row| row.join(","));
        let file = lines.collect::<Vec<_>>().join(end);
        if let Ok(list) = PassengerList::read("f.csv", file.as_bytes(), Labels::Optional) {
            prop_assert!(!list.is_empty());
            for person in list.passengers() {
                prop_assert!(person.age.is_none_or(|age| (0.0..=150.0).contains(&age)));
                prop_assert!(person.fare.is_none_or(|fare| fare >= 0.0 && fare.is_finite()));
                prop_assert!(person.class.is_none_or(|class| (1..=3).contains(&class)));
                prop_assert!(!person.name.contains(char::is_control));
                prop_assert!(!person.ticket.contains(char::is_control));
            }
        }
    }

    /// A list of good values comes back as it was, whatever the order of its columns and its line ends.
    #[test]
    fn good_lists_come_back_as_they_were(
        people in prop::collection::vec(
            (any::<bool>(), any::<bool>(), prop::option::of(0.0..=150.0), prop::option::of(0.0..1e6),
             "[A-Za-z ,\"é名]{0,12}", prop::option::of(1_u8..=3)),
            1..20,
        ),
        crlf: bool,
    ) {
        let mut writer = csv::WriterBuilder::new()
            .terminator(if crlf { Terminator::CRLF } else { Terminator::Any(b'\n') })
            .from_writer(Vec::new());
        writer.write_record(["Fare", "Name", "Pclass", "Sex", "Survived", "Age"]).unwrap();
        let number = |value: Option<f64>| value.map_or(String::new(), |value| value.to_string());
        for (survived, female, age, fare, name, class) in &people {
            writer.write_record([
                number(*fare),
                name.clone(),
                class.map_or(String::new(), |class| class.to_string()),
                if *female { "female" } else { "male" }.to_owned(),
                u8::from(*survived).to_string(),
                number(*age),
            ]).unwrap();
        }
        let list = read(writer.into_inner().unwrap()).unwrap();
        prop_assert_eq!(list.len(), people.len());
        for (person, (survived, female, age, fare, name, class)) in list.passengers().zip(&people) {
            prop_assert_eq!(person.survived, Some(*survived));
            prop_assert_eq!(person.sex == Sex::Female, *female);
            prop_assert_eq!((person.age, person.fare), (*age, *fare));
            prop_assert_eq!((person.name, person.class), (name.as_str(), *class));
        }
    }
}
