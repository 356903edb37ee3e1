//! From a typed line to conditions.

use super::error::{ExpressionError, Problem};
use crate::data::column::Column;
use crate::data::filter::condition::{Condition, Operator};
use crate::data::filter::quick::Quick;
use crate::data::passenger::{Port, Sex};

type Parsed<T> = Result<T, ExpressionError>;

/// Reads the whole line; each condition comes with its text.
pub(super) fn conditions(source: &str) -> Parsed<Vec<(String, Condition)>> {
    let mut line = Parser { letters: source.chars().collect(), at: 0 };
    let mut conditions = Vec::new();
    loop {
        line.skip_blanks();
        if line.peek().is_none() {
            return Ok(conditions);
        }
        conditions.push(line.condition()?);
    }
}

struct Parser {
    letters: Vec<char>,
    at: usize,
}

impl Parser {
    fn condition(&mut self) -> Parsed<(String, Condition)> {
        let start = self.at;
        let name = self.take_while(|letter| !letter.is_whitespace() && !is_operator(letter));
        let end = self.at;
        self.skip_blanks();
        let operator_at = self.at;
        let Some(operator) = self.operator()? else {
            // The blanks may separate this word from the next condition.
            self.at = end;
            return word(&name, start).map(|condition| (name, condition));
        };
        if name.is_empty() {
            return Err(ExpressionError::new(start, Problem::NoColumn));
        }
        let column = column(&name).ok_or_else(|| ExpressionError::new(start, Problem::UnknownColumn(name.clone())))?;
        self.skip_blanks();
        let value_at = self.at;
        let value = self.value(column)?;
        let condition = compare(column, operator, &value).map_err(|problem| {
            let at = if matches!(problem, Problem::NotAnOperator { .. }) { operator_at } else { value_at };
            ExpressionError::new(at, problem)
        })?;
        let value: String = self.letters[value_at..self.at].iter().collect();
        Ok((format!("{name}{}{value}", operator.symbol()), condition))
    }

    fn operator(&mut self) -> Parsed<Option<Operator>> {
        let Some(first) = self.peek().filter(|&letter| is_operator(letter)) else {
            return Ok(None);
        };
        let at = self.at;
        self.at += 1;
        let equals = self.peek() == Some('=');
        let (operator, length) = match (first, equals) {
            ('=', false) => (Operator::Equal, 1),
            ('=', true) => (Operator::Equal, 2),
            ('!', true) => (Operator::Unequal, 2),
            ('!', false) => return Err(ExpressionError::new(at, Problem::LoneBang)),
            ('<', false) => (Operator::Less, 1),
            ('<', true) => (Operator::AtMost, 2),
            ('>', false) => (Operator::Greater, 1),
            ('>', true) => (Operator::AtLeast, 2),
            ('≠', _) => (Operator::Unequal, 1),
            ('≤', _) => (Operator::AtMost, 1),
            ('≥', _) => (Operator::AtLeast, 1),
            _ => (Operator::Contains, 1),
        };
        self.at = at + length;
        Ok(Some(operator))
    }

    /// A value up to the next blank, or between quotation marks.
    fn value(&mut self, column: Column) -> Parsed<String> {
        let start = self.at;
        let Some(first) = self.peek() else {
            return Err(ExpressionError::new(start, Problem::NoValue(column)));
        };
        if first != '"' {
            return Ok(self.take_while(|letter| !letter.is_whitespace()));
        }
        self.at += 1;
        let value = self.take_while(|letter| letter != '"');
        if self.peek().is_none() {
            return Err(ExpressionError::new(start, Problem::OpenQuote));
        }
        self.at += 1;
        if value.is_empty() {
            return Err(ExpressionError::new(start, Problem::NoValue(column)));
        }
        Ok(value)
    }

    fn peek(&self) -> Option<char> {
        self.letters.get(self.at).copied()
    }

    fn skip_blanks(&mut self) {
        self.take_while(char::is_whitespace);
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> String {
        let start = self.at;
        while self.peek().is_some_and(&wanted) {
            self.at += 1;
        }
        self.letters[start..self.at].iter().collect()
    }
}

const fn is_operator(letter: char) -> bool {
    matches!(letter, '=' | '!' | '<' | '>' | '~' | '≠' | '≤' | '≥')
}

fn word(word: &str, at: usize) -> Parsed<Condition> {
    if let Some(quick) = Quick::named(word) {
        return Ok(Condition::Word(quick));
    }
    Err(ExpressionError::new(
        at,
        match column(word) {
            Some(column) => Problem::NoOperator(column),
            None => Problem::UnknownWord(word.to_owned()),
        },
    ))
}

/// Columns also answer to the short titles that the table prints above them.
fn column(name: &str) -> Option<Column> {
    Column::named(name).or_else(|| match name.to_lowercase().as_str() {
        "was" => Some(Column::Survived),
        "cls" => Some(Column::Class),
        "port" => Some(Column::Embarked),
        _ => None,
    })
}

/// What kind of values a column has, and so which comparisons make sense.
enum ValueKind {
    Number,
    Text,
    /// A few values by name; the text lists what may be typed.
    Choice(fn(&str) -> Option<Meaning>, &'static str),
}

/// What such a name stands for in the list.
enum Meaning {
    Number(f64),
    Text(&'static str),
}

const fn kind(column: Column) -> ValueKind {
    match column {
        Column::Id
        | Column::Class
        | Column::Age
        | Column::SibSp
        | Column::Parch
        | Column::Fare
        | Column::Z
        | Column::P
        | Column::Loss => ValueKind::Number,
        Column::Name | Column::Ticket | Column::Cabin => ValueKind::Text,
        Column::Sex => ValueKind::Choice(sex, "f, m, ?"),
        Column::Embarked => ValueKind::Choice(port, "s, c, q, ?"),
        Column::Survived | Column::Said => ValueKind::Choice(outcome, "lived, died, ?"),
        Column::Right => ValueKind::Choice(verdict, "yes, no, ?"),
    }
}

fn compare(column: Column, operator: Operator, value: &str) -> Result<Condition, Problem> {
    let only = |operators: &[Operator], allowed: &'static str| {
        if operators.contains(&operator) {
            Ok(())
        } else {
            Err(Problem::NotAnOperator { column, operator: operator.symbol(), allowed })
        }
    };
    let equality = [Operator::Equal, Operator::Unequal];
    if value == "?" {
        only(&equality, "=? !=?")?;
        return Ok(Condition::Missing { column, missing: operator == Operator::Equal });
    }
    match kind(column) {
        ValueKind::Number => {
            if operator == Operator::Contains {
                only(&[], "= != < <= > >=")?;
            }
            let number = number(value).ok_or_else(|| Problem::NotANumber { column, value: value.to_owned() })?;
            Ok(Condition::Number { column, operator, number })
        }
        ValueKind::Text => {
            only(&[Operator::Equal, Operator::Unequal, Operator::Contains], "= != or ~")?;
            Ok(Condition::Text { column, operator, text: value.to_lowercase() })
        }
        ValueKind::Choice(read, allowed) => {
            only(&equality, "= !=")?;
            match read(&value.to_lowercase()) {
                Some(Meaning::Number(number)) => Ok(Condition::Number { column, operator, number }),
                Some(Meaning::Text(text)) => Ok(Condition::Text { column, operator, text: text.to_lowercase() }),
                None => Err(Problem::NotAValue { column, value: value.to_owned(), allowed }),
            }
        }
    }
}

/// A finite number; the screen's own minus sign is understood, for people copy from it.
fn number(value: &str) -> Option<f64> {
    value.replace('−', "-").parse().ok().filter(|number: &f64| number.is_finite())
}

fn sex(value: &str) -> Option<Meaning> {
    let sex = match value {
        "m" | "male" | "man" | "men" => Sex::Male,
        "f" | "female" | "w" | "woman" | "women" => Sex::Female,
        _ => return None,
    };
    Some(Meaning::Text(sex.name()))
}

fn port(value: &str) -> Option<Meaning> {
    Port::parse(value).map(|port| Meaning::Text(port.code()))
}

fn outcome(value: &str) -> Option<Meaning> {
    match value {
        "1" | "yes" | "lived" | "survived" => Some(Meaning::Number(1.0)),
        "0" | "no" | "died" => Some(Meaning::Number(0.0)),
        _ => None,
    }
}

fn verdict(value: &str) -> Option<Meaning> {
    match value {
        "1" | "yes" | "right" => Some(Meaning::Number(1.0)),
        "0" | "no" | "wrong" => Some(Meaning::Number(0.0)),
        _ => None,
    }
}
