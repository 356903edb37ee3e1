//! What a column holds over the rows shown: how many, how many different, the usual figures, a histogram.
//!
//! Figures only; bars and words are the screen's.

use super::column::Column;
use super::facts::Facts;
use super::histogram;
use super::list::PassengerList;
use super::moments::{Moments, median};
use super::value::Value;

/// How many of the most frequent values are kept.
const TOP: usize = 6;

/// A column at a glance.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnStats {
    /// Which column.
    pub column: Column,
    /// Rows that have a value.
    pub count: usize,
    /// Rows that have none.
    pub missing: usize,
    /// Different values.
    pub distinct: usize,
    /// Figures, where the column measures or counts something and has at least one value.
    pub numeric: Option<Numbers>,
    /// The most frequent values as [`cell_text`](super::cell_text) writes them, with their counts, the most
    /// frequent first, of equal ones the smaller value; at most six.
    pub top: Vec<(String, usize)>,
}

/// The figures of a numeric column.
#[derive(Debug, Clone, PartialEq)]
pub struct Numbers {
    /// The smallest value.
    pub min: f64,
    /// The largest value.
    pub max: f64,
    /// Sum by count.
    pub mean: f64,
    /// The middle value, or the mean of the two in the middle.
    pub median: f64,
    /// Population standard deviation, as scaling uses it.
    pub sd: f64,
    /// At most twelve bins of one round width: from (included), to (not included), how many.
    pub histogram: Vec<(f64, f64, usize)>,
}

impl ColumnStats {
    /// Looks at one column over these rows.
    pub fn of(list: &PassengerList, column: Column, facts: &Facts<'_>, rows: &[u32]) -> Self {
        let mut values: Vec<Value<'_>> = rows
            .iter()
            .map(|&row| Value::of(list, row as usize, column, facts.live))
            .filter(|value| !value.is_missing())
            .collect();
        // A stable sort of values that count as equal (names but for case) would make `top` depend on the
        // rows' order, so ties are settled by the exact text.
        values.sort_by(|left, right| left.order(*right).then_with(|| left.exact_order(*right)));
        let mut runs: Vec<(Value<'_>, usize)> =
            values.chunk_by(|left, right| left.exact_order(*right).is_eq()).map(|run| (run[0], run.len())).collect();
        let distinct = runs.len();
        runs.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
        runs.truncate(TOP);
        Self {
            column,
            count: values.len(),
            missing: rows.len() - values.len(),
            distinct,
            numeric: numbers(column, &values),
            top: runs.into_iter().map(|(value, count)| (value.to_string(), count)).collect(),
        }
    }
}

/// The figures of sorted values, where the column's values are amounts.
fn numbers(column: Column, values: &[Value<'_>]) -> Option<Numbers> {
    let whole = match column {
        Column::Class | Column::SibSp | Column::Parch => true,
        Column::Age | Column::Fare | Column::Z | Column::P | Column::Loss => false,
        // Ids name, answers choose, text is text: none has a mean worth showing.
        Column::Id
        | Column::Survived
        | Column::Name
        | Column::Sex
        | Column::Ticket
        | Column::Cabin
        | Column::Embarked
        | Column::Said
        | Column::Right => return None,
    };
    let sorted: Vec<f64> = values
        .iter()
        .filter_map(|value| match value {
            Value::Number(number) => Some(*number),
            Value::Text(_) | Value::Missing => None,
        })
        .collect();
    let (&min, &max) = (sorted.first()?, sorted.last()?);
    let moments = Moments::of(sorted.iter().copied());
    let median = median(&sorted)?;
    let histogram = histogram::round_bins(&sorted, whole);
    Some(Numbers { min, max, mean: moments.mean, median, sd: moments.sd, histogram })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::facts::LiveRow;

    fn of(column: Column) -> ColumnStats {
        let list = PassengerList::embedded();
        let rows: Vec<u32> = (0..891).collect();
        ColumnStats::of(&list, column, &Facts::default(), &rows)
    }

    #[test]
    fn age_is_as_everybody_publishes_it() {
        let stats = of(Column::Age);
        assert_eq!((stats.count, stats.missing, stats.distinct), (714, 177, 88));
        assert_eq!(stats.top[0], ("24".to_owned(), 30));
        let numbers = stats.numeric.unwrap();
        assert_eq!((numbers.min, numbers.max, numbers.median), (0.42, 80.0, 28.0));
        assert!((numbers.mean - 29.699_117_647).abs() < 1e-9, "{}", numbers.mean);
        assert!((numbers.sd - 14.516_321_151).abs() < 1e-9, "{}", numbers.sd);
        let counts: Vec<usize> = numbers.histogram.iter().map(|bin| bin.2).collect();
        assert_eq!(counts, [62, 102, 220, 167, 89, 48, 19, 6, 1]);
        assert_eq!(numbers.histogram[8], (80.0, 90.0, 1));
    }

    #[test]
    fn words_are_counted_most_frequent_first() {
        let stats = of(Column::Embarked);
        assert_eq!((stats.count, stats.missing, stats.distinct), (889, 2, 3));
        let top: Vec<_> = stats.top.iter().map(|(text, count)| (text.as_str(), *count)).collect();
        assert_eq!(top, [("S", 644), ("C", 168), ("Q", 77)]);
        assert_eq!(stats.numeric, None);
    }

    #[test]
    fn tickets_and_cabins_show_six_of_many_with_ties_by_value() {
        let tickets = of(Column::Ticket);
        assert_eq!((tickets.count, tickets.distinct, tickets.top.len()), (891, 681, 6));
        let texts: Vec<_> = tickets.top.iter().map(|(text, _)| text.as_str()).collect();
        assert_eq!(texts, ["1601", "347082", "CA. 2343", "347088", "3101295", "CA 2144"]);
        let cabins = of(Column::Cabin);
        assert_eq!((cabins.count, cabins.missing), (204, 687));
    }

    #[test]
    fn counts_of_relatives_get_whole_bins() {
        let numbers = of(Column::SibSp).numeric.unwrap();
        assert_eq!(numbers.histogram[0], (0.0, 1.0, 608));
        assert_eq!(numbers.histogram.len(), 9);
    }

    /// Before training, or without a network, a column of the network has nothing to count.
    #[test]
    fn a_column_without_values_says_so() {
        let stats = of(Column::P);
        assert_eq!((stats.count, stats.missing, stats.distinct), (0, 891, 0));
        assert!(stats.numeric.is_none() && stats.top.is_empty());
        let list = PassengerList::embedded();
        let live = vec![LiveRow { p: Some(0.5), ..LiveRow::default() }; 891];
        let facts = Facts { live: Some(&live), ..Facts::default() };
        let stats = ColumnStats::of(&list, Column::P, &facts, &[3, 4]);
        let numbers = stats.numeric.unwrap();
        assert_eq!((numbers.mean, numbers.sd, numbers.histogram.len()), (0.5, 0.0, 1));
        let none = ColumnStats::of(&list, Column::Age, &facts, &[]);
        assert_eq!((none.count, none.missing, none.numeric), (0, 0, None));
    }
}
