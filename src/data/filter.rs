//! Which passengers are meant: quick filters that a key switches, and an expression that is typed.
//!
//! Quick filters of one group widen each other (women or men); groups and conditions narrow.
//! A filter only answers yes or no for a row; order and positions are the view's.

mod condition;
mod expression;
mod quick;

pub use condition::Operator;
pub use expression::{Expression, ExpressionError};
pub use quick::{Quick, QuickSet, THE_POST};

use super::facts::Facts;
use super::list::PassengerList;

/// All that restricts a view; the default lets everybody through.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Filter {
    /// The quick filters that are on.
    pub quick: QuickSet,
    /// The typed conditions.
    pub expression: Expression,
}

impl Filter {
    /// Whether it lets everybody through.
    pub const fn is_empty(&self) -> bool {
        self.quick.is_empty() && self.expression.is_empty()
    }

    /// Whether this row of the list is let through.
    pub fn matches(&self, list: &PassengerList, facts: &Facts<'_>, row: usize) -> bool {
        self.quick.matches(list, facts, row) && self.expression.matches(list, facts, row)
    }

    /// Whether another network may let others through.
    pub fn depends_on_network(&self) -> bool {
        self.quick.iter().any(Quick::depends_on_network) || self.expression.depends_on_network()
    }

    /// The text of each condition: one for each group of quick filters in these words ("class1|class2"), then the typed
    /// ones.
    pub fn conditions<'a>(&self, word: impl Fn(Quick) -> &'a str) -> Vec<String> {
        let groups = self.quick.groups().map(|group| group.iter().map(&word).collect::<Vec<_>>().join("|"));
        groups.chain(self.expression.conditions().map(str::to_owned)).collect()
    }

    /// The same without the condition at this index of [`Filter::conditions`]; beyond the end, the same.
    #[must_use]
    pub fn without(&self, index: usize) -> Self {
        let groups = self.quick.groups().count();
        let mut rest = self.clone();
        if let Some(group) = self.quick.groups().nth(index) {
            rest.quick = self.quick.difference(group);
        } else {
            rest.expression = self.expression.without(index - groups);
        }
        rest
    }

    /// The rows let through, in file order.
    pub(super) fn rows<'a>(&'a self, list: &'a PassengerList, facts: &'a Facts<'_>) -> impl Iterator<Item = u32> + 'a {
        (0..list.len()).filter(|&row| self.matches(list, facts, row)).map(|row| row as u32)
    }
}

/// For each condition of a filter how many rows would match without it, and the first three of them:
/// what an empty table says instead of nothing.
pub fn without_each<'a>(
    list: &PassengerList,
    facts: &Facts<'_>,
    filter: &Filter,
    word: impl Fn(Quick) -> &'a str,
) -> Vec<(String, usize, Vec<u32>)> {
    let conditions = filter.conditions(word).into_iter().enumerate();
    conditions
        .map(|(index, condition)| {
            let rest = filter.without(index);
            let mut rows = rest.rows(list, facts);
            let first: Vec<u32> = rows.by_ref().take(3).collect();
            let count = first.len() + rows.count();
            (condition, count, first)
        })
        .collect()
}
