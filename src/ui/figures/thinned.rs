//! Which of a crowd's marks are drawn: as many as the sheet can tell apart, however many people there are.

use std::collections::HashMap;
use std::hash::Hash;

/// So many marks are drawn whatever their places: on a list of this size everybody is there.
const WHOLE: usize = 2_000;

/// The places that are taken, by kind of mark.
#[derive(Debug)]
pub(super) struct Thinned<K> {
    /// Width and height of a place, in pixels.
    place: f64,
    /// The most marks of a kind in a place, once everybody cannot be there.
    most: u8,
    taken: HashMap<(i64, i64, K), u8>,
    drawn: usize,
    merged: bool,
}

impl<K> Thinned<K> {
    /// No marks yet, on places so wide that take so many of each kind.
    pub fn new(place: f64, most: u8) -> Self {
        Self { place, most, taken: HashMap::new(), drawn: 0, merged: false }
    }
}

impl<K: Eq + Hash> Thinned<K> {
    /// Takes a place for a mark of this kind; false where those there stand for this one too.
    pub fn has_room(&mut self, (x, y): (f64, f64), kind: K) -> bool {
        let place = |at: f64| (at / self.place).floor() as i64;
        let count = self.taken.entry((place(x), place(y), kind)).or_default();
        if *count >= self.most && self.drawn >= WHOLE {
            self.merged = true;
            return false;
        }
        *count = count.saturating_add(1);
        self.drawn += 1;
        true
    }

    /// Whether marks stand for more than one.
    pub const fn is_merged(&self) -> bool {
        self.merged
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_drawn_of_a_crowd_follows_the_sheet_and_not_the_crowd() {
        let drawn = |people: u32| {
            let mut crowd = Thinned::new(2.0, 4);
            let at = |i: u32| (f64::from(i % 97), f64::from(i % 89));
            let drawn = (0..people).filter(|&i| crowd.has_room(at(i), i % 2)).count();
            (drawn, crowd.is_merged())
        };
        assert_eq!(drawn(891), (891, false), "everybody, while there is room");
        assert_eq!(drawn(200_000), drawn(400_000));
        assert!(drawn(200_000).0 <= WHOLE + 49 * 45 * 2 * 4);
    }
}
