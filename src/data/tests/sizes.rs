//! Lists larger than any list is, files that are no lists, and values written as other programs write them.

use std::io::{self, Read};

use super::reading::{read, refusal};
use crate::data::read::limits;
use crate::data::{Labels, PassengerList};

/// Bytes without an end, in pieces of this.
struct Endless(&'static [u8], usize);

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        for byte in buffer.iter_mut() {
            *byte = self.0[self.1 % self.0.len()];
            self.1 += 1;
        }
        Ok(buffer.len())
    }
}

fn endless(start: &'static str, piece: &'static [u8]) -> (String, usize) {
    let mut piece = Endless(piece, 0);
    let source = start.as_bytes().chain(&mut piece);
    let error = PassengerList::read("list.csv", source, Labels::Required).unwrap_err();
    (error.to_string(), piece.1)
}

#[test]
fn an_endless_line_ends_at_its_limit_and_is_named() {
    let line = "longer than 1 MiB; check that it is a list with a line for each passenger";
    let quote = "longer than 1 MiB; close the quotation mark that is opened there";
    for (start, piece, message) in [
        ("", &b"\0"[..], "list.csv is no text".to_owned()),
        ("", b"a,", format!("list.csv, line 1: {line}")),
        ("Survived,Sex,Age\n0,male,3\n\n", b"1", format!("list.csv, line 4: {line}")),
        ("Survived,Sex,Age\n\n0,male,\"", b"x\n", format!("list.csv, line 3: {quote}")),
        ("Survived,Sex,Age\n", b"\n", "list.csv, line ".to_owned()),
    ] {
        let (said, read) = endless(start, piece);
        assert!(said.starts_with(&message), "{said}");
        assert!(read < 2 * limits::LINE, "{read} bytes were read");
    }
}

#[test]
fn a_field_has_a_limit_of_its_own_and_a_line_may_be_long() {
    let list = |name: usize| {
        let name = "x".repeat(name);
        read(format!("Survived,Sex,Age,Name\n0,male,3,a\n1,male,3,{name}\n"))
    };
    assert_eq!(list(limits::FIELD).unwrap().passenger(1).name.len(), limits::FIELD);
    assert_eq!(
        list(limits::FIELD + 1).unwrap_err().to_string(),
        "list.csv, line 3: field 4 is longer than 64 KiB; shorten it"
    );
}

#[test]
fn a_list_without_end_ends_at_its_limit() {
    let (said, _) = endless("Survived,Sex,Age\n", b"0,male,3\n");
    assert_eq!(said, "list.csv, line 4000002: the list goes on beyond 4000000 people or 1024 MiB; split it");
}

#[test]
fn what_is_no_text_is_called_by_its_name() {
    assert_eq!(
        refusal(b"PK\x03\x04\x14\0"),
        "list.csv is a spreadsheet or a zip archive; save the list as CSV, or unpack it (unzip -p FILE | titanic-tui -)"
    );
    assert_eq!(refusal(b"\x1f\x8b\x08"), "list.csv is packed with gzip, and damaged or cut short; fetch it again");
}

#[test]
fn counts_are_read_however_they_are_written() {
    for (text, count) in [("1e2", 100), ("-0", 0), ("-0.0", 0), ("3.0", 3), ("+2", 2)] {
        let list = read(format!("Survived,Sex,Age,SibSp\n0,male,3,{text}\n")).unwrap();
        assert_eq!(list.passenger(0).siblings_spouses, Some(count), "{text}");
    }
    for (text, why) in [
        ("1e10", "is too large"),
        ("-1e2", "is below zero"),
        ("1e-2", "is not a whole number"),
        ("many", "is not a number"),
    ] {
        let said = refusal(format!("Survived,Sex,Age,SibSp\n0,male,3,{text}\n"));
        assert!(said.contains(&format!("\"{text}\" {why}; ")), "{said}");
    }
}

#[test]
fn the_usual_marks_for_what_is_missing_are_understood() {
    for mark in ["", "NA", "nan", "N/A", "NULL", "?", "-", " na "] {
        let source = format!(
            "Survived,Sex,Age,Pclass,SibSp,Parch,Fare,Cabin,Embarked\n0,male{}\n",
            format!(",{mark}").repeat(7)
        );
        let list = read(&source).unwrap_or_else(|error| panic!("{error}"));
        let person = list.passenger(0);
        assert_eq!((person.age, person.fare, person.cabin), (None, None, None));
        assert_eq!((person.class, person.port), (None, None));
        assert_eq!((person.siblings_spouses, person.parents_children), (None, None));
    }
    assert_eq!(
        refusal("Survived,Sex,Age\nNA,male,3\n"),
        "list.csv, line 2, column Survived: \"NA\" means missing; write 0 for died or 1 for survived, \
         or take the row out"
    );
}
