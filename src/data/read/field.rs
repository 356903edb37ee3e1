//! One field of a file to one typed value: what is accepted, what is missing, what is refused.
//!
//! Whole numbers may be written with a zero fraction ("3.0"), as tools write a column that has gaps.

use super::Labels;
use super::error::FieldProblem;
use crate::data::column::RawColumn;
use crate::data::passenger::{Port, Sex};

type Typed<T> = Result<T, FieldProblem>;

/// Older than anybody who ever lived; a larger number is a slip.
const OLDEST: f64 = 150.0;

/// Text as it stands; control characters (line ends of an open quotation mark, escapes) are refused.
pub(super) fn text(bytes: &[u8]) -> Typed<&str> {
    let text = std::str::from_utf8(bytes).map_err(|_| FieldProblem::NotUtf8)?;
    if text.contains('\n') {
        Err(FieldProblem::LineBreak)
    } else if text.contains(char::is_control) {
        Err(FieldProblem::ControlCharacter)
    } else {
        Ok(text)
    }
}

/// A text without blanks around it.
pub(super) fn trimmed(text: &str) -> &str {
    match text.as_bytes() {
        [b'!'..=b'~'] | [b'!'..=b'~', .., b'!'..=b'~'] => text,
        _ => text.trim(),
    }
}

/// What a field says; nothing where it says in one of the usual ways that it does not know.
pub(super) fn known(text: &str) -> &str {
    const MISSING: [&str; 6] = ["NA", "NaN", "N/A", "NULL", "?", "-"];
    // What is long, or begins as a number does, is none of these, and is seen so at once.
    let may_be_one = text.len() <= 4 && text.bytes().next().is_some_and(|first| !first.is_ascii_digit());
    if may_be_one && MISSING.iter().any(|mark| text.eq_ignore_ascii_case(mark)) { "" } else { text }
}

pub(super) fn id(text: &str) -> Typed<u32> {
    whole(text)?.ok_or(FieldProblem::NoId)
}

/// Hears of a word that is not Kaggle's own, and of what it was taken for.
type Hear<'a> = &'a mut dyn FnMut(RawColumn, &str, &'static str);

/// What the word stands for, by its place among lists of words, and the first of them.
fn meant(text: &str, words: &[&'static [&'static str]]) -> Option<(usize, &'static str)> {
    let is_one = |list: &[&'static str]| list.iter().any(|word| text.eq_ignore_ascii_case(word));
    words.iter().position(|list| is_one(list)).map(|at| (at, words[at][0]))
}

pub(super) fn survived(text: &str, labels: Labels, hear: Hear<'_>) -> Typed<Option<bool>> {
    const WORDS: [&[&str]; 2] =
        [&["0", "no", "false", "died", "dead", "perished"], &["1", "yes", "true", "lived", "alive", "survived"]];
    match (without_zero_fraction(text), labels) {
        ("", Labels::Required) => Err(FieldProblem::NoOutcome),
        ("", Labels::Optional) => Ok(None),
        ("0", _) => Ok(Some(false)),
        ("1", _) => Ok(Some(true)),
        (word, _) => {
            let (outcome, to) = meant(word, &WORDS).ok_or(FieldProblem::NotAnOutcome)?;
            hear(RawColumn::Survived, word, to);
            Ok(Some(outcome == 1))
        }
    }
}

pub(super) fn class(text: &str, hear: Hear<'_>) -> Typed<Option<u8>> {
    const WORDS: [&[&str]; 3] = [
        &["1", "1st", "first", "I", "first class", "1st class"],
        &["2", "2nd", "second", "II", "second class", "2nd class"],
        &["3", "3rd", "third", "III", "third class", "3rd class"],
    ];
    match without_zero_fraction(text) {
        "" => Ok(None),
        "1" => Ok(Some(1)),
        "2" => Ok(Some(2)),
        "3" => Ok(Some(3)),
        word => {
            let (class, to) = meant(word, &WORDS).ok_or(FieldProblem::NotAClass)?;
            hear(RawColumn::Pclass, word, to);
            Ok(Some(class as u8 + 1))
        }
    }
}

/// `one_is` is whom a 1 stands for; a 0 is the other.
pub(super) fn sex(text: &str, one_is: Option<Sex>, hear: Hear<'_>) -> Typed<Sex> {
    const WORDS: [&[&str]; 2] = [&["male", "m", "man"], &["female", "f", "woman"]];
    if let Some(sex) = Sex::parse(text) {
        return Ok(sex);
    }
    let code = match without_zero_fraction(text) {
        "1" => Some(true),
        "0" => Some(false),
        word => meant(word, &[&["false"], &["true"]]).map(|(at, _)| at == 1),
    };
    let sex = match (code, one_is) {
        (Some(is), Some(one)) => Sex::ALL.iter().copied().find(|sex| (*sex == one) == is),
        (Some(_), None) => return Err(FieldProblem::UnsaidSex),
        (None, _) => meant(text, &WORDS).map(|(at, _)| Sex::ALL[at]),
    };
    let sex = sex.ok_or(if text.is_empty() { FieldProblem::NoSex } else { FieldProblem::NotASex })?;
    hear(RawColumn::Sex, text, sex.name());
    Ok(sex)
}

pub(super) fn port(text: &str) -> Typed<Option<Port>> {
    if text.is_empty() {
        return Ok(None);
    }
    Port::parse(text).map(Some).ok_or(FieldProblem::NotAPort)
}

pub(super) fn age(text: &str, marks: DecimalMarks<'_>) -> Typed<Option<f64>> {
    match decimal(text, marks)? {
        Some(age) if age > OLDEST => Err(FieldProblem::TooOld),
        age => Ok(age),
    }
}

pub(super) fn fare(text: &str, marks: DecimalMarks<'_>) -> Typed<Option<f64>> {
    decimal(text, marks)
}

/// Whether a decimal comma is allowed, and what stood before decimals so far.
pub(super) type DecimalMarks<'a> = (bool, &'a mut Option<char>);

/// A number that may be written with a decimal comma, where that is allowed, if all are: else the comma may part thousands.
fn decimal(text: &str, (comma, seen): DecimalMarks<'_>) -> Typed<Option<f64>> {
    let (value, mark) = match text.split_once(',') {
        Some((whole, fraction)) if comma && !text.contains('.') => (number(&format!("{whole}.{fraction}"))?, ','),
        Some(_) => return number(text),
        None => (number(text)?, '.'),
    };
    if text.contains(mark) && *seen.get_or_insert(mark) != mark {
        return Err(FieldProblem::MixedDecimals);
    }
    Ok(value)
}

pub(super) fn count(text: &str) -> Typed<Option<u32>> {
    whole(text)
}

/// A finite number that is not below zero.
fn number(text: &str) -> Typed<Option<f64>> {
    if text.is_empty() {
        return Ok(None);
    }
    let number: f64 = text.parse().map_err(|_| not_a_number(text))?;
    if !number.is_finite() {
        // A number with digits was meant, only too large; "NaN" and "inf" are words.
        let digits = text.contains(|letter: char| letter.is_ascii_digit());
        return Err(if digits { FieldProblem::TooLarge } else { FieldProblem::NotFinite });
    }
    if number < 0.0 {
        return Err(FieldProblem::Negative);
    }
    // −0 becomes 0: nothing about a person is less than nothing.
    Ok(Some(number + 0.0))
}

/// A whole number that is not below zero, however it is written, and leaves the largest u32 free as a mark.
fn whole(text: &str) -> Typed<Option<u32>> {
    if let Ok(number) = text.parse()
        && number < u32::MAX
    {
        return Ok(Some(number));
    }
    match number(text)? {
        Some(number) if number.fract() != 0.0 => Err(FieldProblem::NotWhole),
        Some(number) if number >= f64::from(u32::MAX) => Err(FieldProblem::TooLarge),
        number => Ok(number.map(|number| number as u32)),
    }
}

fn without_zero_fraction(text: &str) -> &str {
    if text.len() < 2 {
        return text;
    }
    match text.split_once('.') {
        Some((whole, zeros)) if !whole.is_empty() && zeros.bytes().all(|byte| byte == b'0') => whole,
        _ => text,
    }
}

fn not_a_number(text: &str) -> FieldProblem {
    let with_point = text.replace(',', ".");
    if with_point != text && with_point.parse::<f64>().is_ok() {
        FieldProblem::DecimalComma { with_point }
    } else {
        FieldProblem::NotANumber
    }
}
