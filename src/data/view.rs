//! Which rows of the list are shown, and in what order: sort, filter, and where a row stands.
//!
//! A view holds row numbers only. The owner calls [`View::rebuild`] when the sort or filter has changed,
//! or when the network has and [`View::depends_on_network`].

use std::iter::once;

use super::column::Column;
use super::facts::Facts;
use super::filter::Filter;
use super::list::PassengerList;
use super::text::{goes_on, natural_key};
use super::value::Value;

/// The order of a view; missing values come last either way, equal ones keep file order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Sort {
    /// What is sorted by.
    pub column: Column,
    /// Largest first.
    pub descending: bool,
}

impl Default for Sort {
    fn default() -> Self {
        Self { column: Column::Id, descending: false }
    }
}

/// The rows that are shown, in their order.
#[derive(Debug, Clone)]
pub struct View {
    sort: Sort,
    filter: Filter,
    rows: Vec<u32>,
    /// For each row of the list its position in `rows`, or [`HIDDEN`].
    positions: Vec<u32>,
}

const HIDDEN: u32 = u32::MAX;

impl View {
    /// Everybody, by passenger id, which is file order wherever Kaggle's order is kept.
    pub fn new(list: &PassengerList) -> Self {
        let mut view =
            Self { sort: Sort::default(), filter: Filter::default(), rows: Vec::new(), positions: Vec::new() };
        view.rebuild(list, &Facts::default());
        view
    }

    /// The order asked for.
    pub const fn sort(&self) -> Sort {
        self.sort
    }

    /// Asks for another order, from the next [`View::rebuild`].
    pub const fn set_sort(&mut self, sort: Sort) {
        self.sort = sort;
    }

    /// The filter asked for.
    pub const fn filter(&self) -> &Filter {
        &self.filter
    }

    /// Asks for another filter, from the next [`View::rebuild`].
    pub fn set_filter(&mut self, filter: Filter) {
        self.filter = filter;
    }

    /// Finds and orders the rows anew.
    pub fn rebuild(&mut self, list: &PassengerList, facts: &Facts<'_>) {
        self.rows.clear();
        self.rows.extend((0..list.len()).filter(|&row| self.filter.matches(list, facts, row)).map(|row| row as u32));
        self.order(list, facts);
        self.positions.clear();
        self.positions.resize(list.len(), HIDDEN);
        for (position, &row) in self.rows.iter().enumerate() {
            self.positions[row as usize] = position as u32;
        }
    }

    fn order(&mut self, list: &PassengerList, facts: &Facts<'_>) {
        let Sort { column, descending } = self.sort;
        let value = |row: u32| Value::of(list, row as usize, column, facts.live);
        // A column holds one kind.
        let kind = self.rows.iter().map(|&row| value(row)).find(|value| !value.is_missing());
        if matches!(kind, Some(Value::Text(_))) {
            sort_by_text(&mut self.rows, descending, |row| match value(row) {
                Value::Text(text) => Some(text),
                Value::Number(_) | Value::Missing => None,
            });
        } else {
            sort_by_key(&mut self.rows, |row| match value(row) {
                Value::Number(number) => turned(number_key(number), u64::MAX, descending),
                Value::Text(_) | Value::Missing => u64::MAX,
            });
        }
    }

    /// The rows shown, by row number from 0, in the order shown.
    pub fn rows(&self) -> &[u32] {
        &self.rows
    }

    /// Where a row of the list is shown, if it is.
    pub fn position_of(&self, row: usize) -> Option<usize> {
        self.positions.get(row).filter(|&&position| position != HIDDEN).map(|&position| position as usize)
    }

    /// Whether another network, or another step of it, may change the rows or their order.
    pub fn depends_on_network(&self) -> bool {
        !self.sort.column.is_raw() || self.filter.depends_on_network()
    }
}

/// A key for the other direction where that is asked for; `last`, which no value has, stays behind all.
fn turned<K: std::ops::Sub<Output = K>>(key: K, last: K, descending: bool) -> K {
    if descending { last - key } else { key }
}

/// A whole number that stands to others as a number does to others.
const fn number_key(number: f64) -> u64 {
    let bits = number.to_bits();
    if number.is_sign_negative() { !bits } else { bits | 1 << 63 }
}

/// Sorts rows, given as they stand in the file, by keys that are computed once each; equal ones keep their order.
fn sort_by_key<K: Ord + Copy>(rows: &mut [u32], key: impl Fn(u32) -> K) -> Vec<(K, u32)> {
    let mut keyed: Vec<(K, u32)> = rows.iter().map(|&row| (key(row), row)).collect();
    if !keyed.is_sorted() {
        keyed.sort_by_key(|(key, _)| *key);
        for (row, (_, sorted)) in rows.iter_mut().zip(&keyed) {
            *row = *sorted;
        }
    }
    keyed
}

/// Sorts rows by texts: what the first letters leave equal is settled by the next ones.
fn sort_by_text<'a>(rows: &mut [u32], descending: bool, text: impl Fn(u32) -> Option<&'a str>) {
    const MISSING: u128 = u128::MAX;
    let all = rows.last().map_or(0, |last| *last as usize + 1);
    let mut keys = vec![MISSING; all];
    let (mut part, mut open) = (0, once(0..rows.len()).collect::<Vec<_>>());
    while !open.is_empty() {
        let mut asked = vec![false; all];
        for row in open.iter().flat_map(|alike| &rows[alike.clone()]) {
            asked[*row as usize] = true;
        }
        // In the order of the file: texts lie far apart, and to go from one to any other takes longer than all else.
        for row in (0..all).filter(|row| asked[*row]) {
            let key = text(row as u32).map(|text| turned(natural_key(text, part), MISSING, descending));
            keys[row] = key.unwrap_or(MISSING);
        }
        let mut next = Vec::new();
        for alike in open {
            let mut at = alike.start;
            for alike in sort_by_key(&mut rows[alike], |row| keys[row as usize]).chunk_by(|(a, _), (b, _)| a == b) {
                let key = alike[0].0;
                if alike.len() > 1 && key != MISSING && goes_on(turned(key, MISSING, descending)) {
                    next.push(at..at + alike.len());
                }
                at += alike.len();
            }
        }
        (open, part) = (next, part + 1);
    }
}

#[cfg(test)]
mod tests {
    use super::super::facts::LiveRow;
    use super::*;
    use crate::data::filter::{Expression, Quick};
    use crate::data::read::Labels;

    fn sorted(column: Column, descending: bool) -> (PassengerList, View) {
        let list = PassengerList::embedded();
        let mut view = View::new(&list);
        view.set_sort(Sort { column, descending });
        view.rebuild(&list, &Facts::default());
        (list, view)
    }

    #[test]
    fn a_new_view_shows_everybody_in_file_order() {
        let list = PassengerList::embedded();
        let view = View::new(&list);
        assert!(view.rows().iter().copied().eq(0..891));
        assert_eq!((view.position_of(890), view.position_of(891)), (Some(890), None));
        assert!(!view.depends_on_network() && view.filter().is_empty());
    }

    #[test]
    fn missing_values_come_last_both_ways_and_ties_keep_file_order() {
        for descending in [false, true] {
            let (list, view) = sorted(Column::Age, descending);
            let ages: Vec<Option<f64>> = view.rows().iter().map(|&row| list.passenger(row as usize).age).collect();
            assert!(ages[..714].iter().all(Option::is_some));
            assert!(ages[714..].iter().all(Option::is_none));
            let ordered =
                ages[..714].is_sorted_by(|left, right| if descending { left >= right } else { left <= right });
            assert!(ordered);
            for pair in view.rows().windows(2) {
                let same = |row: u32| list.passenger(row as usize).age;
                assert!(same(pair[0]) != same(pair[1]) || pair[0] < pair[1]);
            }
        }
    }

    #[test]
    fn every_column_sorts_to_the_whole_list() {
        for &column in Column::ALL {
            for descending in [false, true] {
                let (_, view) = sorted(column, descending);
                let mut rows = view.rows().to_vec();
                rows.sort_unstable();
                assert!(rows.into_iter().eq(0..891), "{column:?}");
            }
        }
        let (list, view) = sorted(Column::Name, false);
        assert_eq!(list.passenger(view.rows()[0] as usize).name, "Abbing, Mr. Anthony");
        // A small v sorts as a V.
        let melkebeke = view.position_of(868).unwrap();
        let next = view.rows()[melkebeke + 1] as usize;
        assert_eq!(list.passenger(868).name, "van Melkebeke, Mr. Philemon");
        assert!(list.passenger(next).name.starts_with('V'));
    }

    #[test]
    fn positions_follow_the_rows() {
        let (list, mut view) = sorted(Column::Fare, true);
        let mut filter = Filter::default();
        filter.quick.toggle(Quick::Women);
        view.set_filter(filter);
        view.rebuild(&list, &Facts::default());
        assert_eq!(view.rows().len(), 314);
        for (position, &row) in view.rows().iter().enumerate() {
            assert_eq!(view.position_of(row as usize), Some(position));
        }
        assert_eq!(view.position_of(0), None, "Mr. Braund is filtered out");
    }

    /// While training plays, a view that depends on the network must be rebuilt, and no other.
    #[test]
    fn only_live_columns_and_words_depend_on_the_network() {
        let list = PassengerList::embedded();
        let mut view = View::new(&list);
        for &column in Column::ALL {
            view.set_sort(Sort { column, descending: false });
            assert_eq!(view.depends_on_network(), !column.is_raw(), "{column:?}");
        }
        view.set_sort(Sort::default());
        for (source, depends) in [("age>3 women train", false), ("wrong", true), ("p>.5", true), ("flipped", true)] {
            let expression = Expression::parse(source).unwrap();
            view.set_filter(Filter { expression, ..Filter::default() });
            assert_eq!(view.depends_on_network(), depends, "{source}");
        }
    }

    #[test]
    fn the_network_s_columns_sort_by_what_it_says() {
        let list = PassengerList::embedded();
        let mut live = vec![LiveRow::default(); 891];
        live[7].p = Some(0.9);
        live[3].p = Some(0.1);
        live[5].p = Some(f64::NAN);
        let mut view = View::new(&list);
        view.set_sort(Sort { column: Column::P, descending: true });
        view.rebuild(&list, &Facts { live: Some(&live), ..Facts::default() });
        assert_eq!(view.rows()[..4], [7, 3, 0, 1]);
    }

    #[test]
    fn a_list_whose_ids_are_out_of_order_is_shown_by_id() {
        let source = "PassengerId,Survived,Sex,Age\n9,0,male,\n4,0,male,\n";
        let list = PassengerList::read("a.csv", source.as_bytes(), Labels::Required).unwrap();
        assert_eq!(View::new(&list).rows(), [1, 0]);
    }
}
