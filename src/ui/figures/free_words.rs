//! Words on a chart, where no line goes through them.

use super::canvas::Canvas;
use super::drawing::{Drawing, Type};
use crate::ui::text;

/// The size of these words.
const SIZE: f64 = 13.0;

/// What words on a chart keep off: its lines, and each other.
pub(super) struct FreeWords {
    field: Canvas,
    lines: Vec<Vec<(f64, f64)>>,
    taken: Vec<Canvas>,
}

impl FreeWords {
    /// No words yet, on a chart with these lines.
    pub const fn new(field: Canvas, lines: Vec<Vec<(f64, f64)>>) -> Self {
        Self { field, lines, taken: Vec::new() }
    }

    /// Writes words above or below a level, as far to the right as they are free.
    pub fn at_level(&mut self, drawing: &mut Drawing, words: &str, y: f64, set: impl Fn(f64) -> Type) {
        let width = width(words);
        let Canvas { left, right, .. } = self.field;
        let steps = ((right - left - width) / 10.0).max(0.0) as u32;
        let starts = (0..=steps).map(|step| right - 8.0 - width - 10.0 * f64::from(step));
        self.write(drawing, words, starts.flat_map(|x| [(x, y - 5.0), (x, y + SIZE + 2.0)]), set);
    }

    /// Writes words beside a point.
    pub fn at_point(&mut self, drawing: &mut Drawing, words: &str, (x, y): (f64, f64), set: impl Fn(f64) -> Type) {
        let width = width(words);
        let columns = [x - width / 2.0, x + 10.0, x - width - 10.0];
        let rows = [y - 12.0, y + SIZE + 10.0, y - 30.0, y + SIZE + 28.0];
        let places = rows.into_iter().flat_map(|y| columns.map(|x| (x, y)));
        self.write(drawing, words, places, set);
    }

    /// At the first of these places that is free of lines, else over them at the first that is free of words.
    fn write(
        &mut self,
        drawing: &mut Drawing,
        words: &str,
        places: impl Iterator<Item = (f64, f64)>,
        set: impl Fn(f64) -> Type,
    ) {
        let field = |(x, y): (f64, f64)| Canvas { left: x, top: y - SIZE, right: x + width(words), bottom: y + 4.0 };
        let places: Vec<_> = places.filter(|&place| self.has_no_words(field(place))).collect();
        let free = places.iter().find(|&&place| self.has_no_lines(field(place)));
        if let Some(&place) = free.or(places.first()) {
            drawing.text(place, words, set(SIZE));
            self.taken.push(field(place));
        }
    }

    fn has_no_words(&self, place: Canvas) -> bool {
        let Canvas { left, top, right, bottom } = self.field;
        let is_inside = left <= place.left && place.right <= right && top <= place.top && place.bottom <= bottom;
        let is_apart = |other: &Canvas| {
            let along = place.left < other.right && other.left < place.right;
            !(along && place.top < other.bottom && other.top < place.bottom)
        };
        is_inside && self.taken.iter().all(is_apart)
    }

    fn has_no_lines(&self, place: Canvas) -> bool {
        !self.lines.iter().any(|line| line.windows(2).any(|ends| crosses(place, ends[0], ends[1])))
    }
}

/// About how wide words are.
fn width(words: &str) -> f64 {
    text::width(words) as f64 * SIZE * 0.54
}

/// Whether a straight line goes through a place.
fn crosses(place: Canvas, one: (f64, f64), other: (f64, f64)) -> bool {
    let (from, to) = if one.0 <= other.0 { (one, other) } else { (other, one) };
    let (left, right) = (from.0.max(place.left), to.0.min(place.right));
    if left > right {
        return false;
    }
    let at = |x: f64| if to.0 > from.0 { from.1 + (to.1 - from.1) * (x - from.0) / (to.0 - from.0) } else { from.1 };
    let ends = if to.0 > from.0 { [at(left), at(right)] } else { [from.1, to.1] };
    ends[0].min(ends[1]) < place.bottom && ends[0].max(ends[1]) > place.top
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_crosses_a_place_where_it_goes_through_it() {
        let place = Canvas { left: 10.0, top: 10.0, right: 20.0, bottom: 20.0 };
        assert!(crosses(place, (0.0, 0.0), (30.0, 30.0)));
        assert!(crosses(place, (15.0, 30.0), (15.0, 0.0)), "upright");
        assert!(!crosses(place, (0.0, 0.0), (30.0, 9.0)));
        assert!(!crosses(place, (21.0, 15.0), (30.0, 15.0)));
    }
}
