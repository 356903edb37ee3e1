//! The typed half of a filter: `age>60 sex=f class=1 died`, conditions that must all hold.
//!
//! Blanks separate conditions and may stand around an operator; a value with blanks goes in quotation marks.
//! Columns answer to their key and to Kaggle's name, quick filters to their word, all in any case.

mod error;
mod parse;

use std::fmt;

pub use error::ExpressionError;

use super::condition::Condition;
use crate::data::facts::Facts;
use crate::data::list::PassengerList;

/// A typed filter that has been understood; the default has no conditions.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Expression {
    /// Each condition with its text, without the blanks around its operator.
    conditions: Vec<(String, Condition)>,
}

impl Expression {
    /// Reads a line of conditions; an empty line has none.
    ///
    /// # Errors
    /// [`ExpressionError`] tells at which character the line stops making sense, and why.
    pub fn parse(source: &str) -> Result<Self, ExpressionError> {
        parse::conditions(source).map(|conditions| Self { conditions })
    }

    /// Whether there is no condition.
    pub const fn is_empty(&self) -> bool {
        self.conditions.is_empty()
    }

    /// The text of each condition, in order.
    pub fn conditions(&self) -> impl ExactSizeIterator<Item = &str> {
        self.conditions.iter().map(|(text, _)| text.as_str())
    }

    /// The same without the condition at this index; beyond the end, the same.
    #[must_use]
    pub fn without(&self, index: usize) -> Self {
        let mut rest = self.clone();
        if index < rest.conditions.len() {
            rest.conditions.remove(index);
        }
        rest
    }

    /// Whether a row of the list meets every condition.
    pub fn matches(&self, list: &PassengerList, facts: &Facts<'_>, row: usize) -> bool {
        self.conditions.iter().all(|(_, condition)| condition.matches(list, facts, row))
    }

    /// Whether another network may change the answer.
    pub fn depends_on_network(&self) -> bool {
        self.conditions.iter().any(|(_, condition)| condition.depends_on_network())
    }
}

impl fmt::Display for Expression {
    /// The line that gives this expression again.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, condition) in self.conditions().enumerate() {
            let blank = if index == 0 { "" } else { " " };
            write!(f, "{blank}{condition}")?;
        }
        Ok(())
    }
}
