//! One condition that a row meets or not, already understood: no text is parsed here.
//!
//! A missing value meets no comparison, not even "is not"; only `=?` asks for it.

use strum::VariantArray;

use super::quick::Quick;
use crate::data::column::Column;
use crate::data::facts::Facts;
use crate::data::list::PassengerList;
use crate::data::text::{contains_folded, equals_folded};
use crate::data::value::Value;

/// How a value is compared; each is written as its symbol.
#[derive(Debug, Clone, Copy, PartialEq, Eq, VariantArray)]
#[expect(missing_docs, reason = "each is its symbol")]
pub enum Operator {
    Equal,
    Unequal,
    Less,
    AtMost,
    Greater,
    AtLeast,
    Contains,
}

impl Operator {
    /// The one that compares numbers by this symbol.
    pub fn of_numbers(symbol: &str) -> Option<Self> {
        Self::VARIANTS.iter().copied().find(|&operator| operator != Self::Contains && operator.symbol() == symbol)
    }

    pub(super) const fn symbol(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::Unequal => "!=",
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::Greater => ">",
            Self::AtLeast => ">=",
            Self::Contains => "~",
        }
    }

    /// Whether it holds between two numbers.
    pub fn holds_for_numbers(self, left: f64, right: f64) -> bool {
        match self {
            Self::Equal => left == right,
            Self::Unequal => left != right,
            Self::Less => left < right,
            Self::AtMost => left <= right,
            Self::Greater => left > right,
            Self::AtLeast => left >= right,
            Self::Contains => false,
        }
    }

    fn holds_for_text(self, text: &str, folded: &str) -> bool {
        match self {
            Self::Equal => equals_folded(text, folded),
            Self::Unequal => !equals_folded(text, folded),
            Self::Contains => contains_folded(text, folded),
            Self::Less | Self::AtMost | Self::Greater | Self::AtLeast => false,
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Condition {
    Word(Quick),
    Missing {
        column: Column,
        missing: bool,
    },
    Number {
        column: Column,
        operator: Operator,
        number: f64,
    },
    /// The text is lowercase.
    Text {
        column: Column,
        operator: Operator,
        text: String,
    },
}

impl Condition {
    pub fn matches(&self, list: &PassengerList, facts: &Facts<'_>, row: usize) -> bool {
        match self {
            Self::Word(quick) => quick.matches(list, facts, row),
            Self::Missing { column, missing } => Value::of(list, row, *column, facts.live).is_missing() == *missing,
            Self::Number { column, operator, number } => match Value::of(list, row, *column, facts.live) {
                Value::Number(value) => operator.holds_for_numbers(value, *number),
                Value::Text(_) | Value::Missing => false,
            },
            Self::Text { column, operator, text } => match Value::of(list, row, *column, facts.live) {
                Value::Text(value) => operator.holds_for_text(value, text),
                Value::Number(_) | Value::Missing => false,
            },
        }
    }

    pub fn depends_on_network(&self) -> bool {
        match self {
            Self::Word(quick) => quick.depends_on_network(),
            Self::Missing { column, .. } | Self::Number { column, .. } | Self::Text { column, .. } => !column.is_raw(),
        }
    }
}
