//! Search among the rows shown: part of a name in any case, or a passenger's number.

use super::list::PassengerList;
use super::text::contains_folded;

/// The position in `rows` of the first hit at `from` or after it (before it, when not `forward`), going
/// round at the end.
///
/// A needle that is a number finds the passenger with that id, any other finds names that contain it; an
/// empty one finds nobody. For the next hit search from `position + 1`, for the one before from
/// `position.wrapping_sub(1)`: a `from` beyond the end goes round too.
pub fn search(list: &PassengerList, rows: &[u32], from: usize, needle: &str, forward: bool) -> Option<usize> {
    let needle = Needle::new(needle)?;
    let hit = |&position: &usize| needle.is_in(list, rows[position]);
    if forward {
        let from = if from < rows.len() { from } else { 0 };
        (from..rows.len()).chain(0..from).find(hit)
    } else {
        let end = from.saturating_add(1).min(rows.len());
        (0..end).rev().chain((end..rows.len()).rev()).find(hit)
    }
}

/// How many of `rows` the needle finds; given the rows up to a hit, which one of them it is.
pub fn count(list: &PassengerList, rows: &[u32], needle: &str) -> usize {
    Needle::new(needle).map_or(0, |needle| rows.iter().filter(|&&row| needle.is_in(list, row)).count())
}

enum Needle {
    Id(u32),
    /// In lowercase.
    Name(String),
}

impl Needle {
    fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        Some(text.parse().map_or_else(|_| Self::Name(text.to_lowercase()), Self::Id))
    }

    fn is_in(&self, list: &PassengerList, row: u32) -> bool {
        let person = list.passenger(row as usize);
        match self {
            Self::Id(id) => person.id == *id,
            Self::Name(part) => contains_folded(person.name, part),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::view::View;

    fn embedded() -> (PassengerList, Vec<u32>) {
        let list = PassengerList::embedded();
        let rows = View::new(&list).rows().to_vec();
        (list, rows)
    }

    /// `/` then `n` `N` must walk over every hit once, both ways, and come back to the first.
    #[test]
    fn next_and_previous_walk_over_all_hits_in_a_circle() {
        let (list, rows) = embedded();
        let hits = count(&list, &rows, "  rIcE ");
        assert_eq!(hits, 9);
        let first = search(&list, &rows, 0, "rice", true).unwrap();
        assert_eq!(list.passenger(first).name, "Rice, Master. Eugene");
        let mut forward = vec![first];
        while forward.len() < hits {
            let last = forward[forward.len() - 1];
            forward.push(search(&list, &rows, last + 1, "rice", true).unwrap());
        }
        let last = forward[hits - 1];
        assert!(forward.is_sorted(), "{forward:?}");
        assert_eq!(search(&list, &rows, last + 1, "rice", true), Some(first));
        let mut at = first;
        let mut backward = Vec::new();
        for _ in 0..hits {
            at = search(&list, &rows, at.wrapping_sub(1), "rice", false).unwrap();
            backward.push(at);
        }
        backward.reverse();
        assert_eq!(backward, forward);
        assert_eq!(count(&list, &rows[..=forward[2]], "rice"), 3);
    }

    #[test]
    fn a_number_finds_that_passenger_alone() {
        let (list, rows) = embedded();
        assert_eq!(search(&list, &rows, 0, "610", true), Some(609));
        assert_eq!(count(&list, &rows, "6"), 1);
        assert_eq!(search(&list, &rows, 0, "892", true), None);
    }

    #[test]
    fn nothing_is_found_for_an_empty_needle_or_among_no_rows() {
        let (list, rows) = embedded();
        assert_eq!(search(&list, &rows, 0, "  ", true), None);
        assert_eq!(count(&list, &rows, ""), 0);
        for forward in [true, false] {
            assert_eq!(search(&list, &[], 0, "rice", forward), None);
            assert_eq!(search(&list, &[], usize::MAX, "rice", forward), None);
            assert_eq!(search(&list, &rows, 0, "nobody of this name", forward), None);
        }
    }

    #[test]
    fn hits_are_positions_in_the_order_shown_not_rows() {
        let (list, _) = embedded();
        assert_eq!(search(&list, &[5, 16, 0], 0, "braund", true), Some(2));
    }
}
