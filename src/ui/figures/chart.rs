//! A pair of axes on a drawing: from numbers to places, and the labels around them.

use super::Look;
use super::drawing::{Anchor, Drawing, Stroke, Type};
use crate::explain::numbers;
use crate::ui::widgets::plot::ticks;

/// A field of the drawing with a number along each side.
#[derive(Debug, Clone, Copy)]
pub struct Chart {
    /// Left, top, right and bottom of the field.
    pub field: (f64, f64, f64, f64),
    /// The numbers at left and right.
    pub x: (f64, f64),
    /// The numbers at bottom and top.
    pub y: (f64, f64),
}

impl Chart {
    /// The field most charts have, below the headline.
    pub const FIELD: (f64, f64, f64, f64) = (90.0, 112.0, 920.0, 480.0);

    /// The place of a point.
    pub fn place(&self, x: f64, y: f64) -> (f64, f64) {
        let (left, top, right, bottom) = self.field;
        let along = |value: f64, (from, to): (f64, f64)| (value - from) / (to - from);
        (left + (right - left) * along(x, self.x), bottom - (bottom - top) * along(y, self.y))
    }

    /// Draws axes, ticks and their labels, and the names of both axes.
    pub fn axes(&self, drawing: &mut Drawing, look: &Look, names: (&str, &str)) {
        let (left, top, right, bottom) = self.field;
        let grid = Stroke::new(look.faint, 1.0);
        let label = Type::new(look.muted, 14.0);
        for tick in ticks(self.y.0, self.y.1, 5) {
            let (_, y) = self.place(self.x.0, tick);
            drawing.line((left, y), (right, y), grid);
            let text = numbers::compact(tick, 8);
            drawing.text((left - 8.0, y + 5.0), &text, label.anchored(Anchor::End));
        }
        for tick in ticks(self.x.0, self.x.1, 8) {
            let (x, _) = self.place(tick, self.y.0);
            drawing.line((x, bottom), (x, bottom + 5.0), Stroke::new(look.muted, 1.0));
            let text = numbers::compact(tick, 9);
            drawing.text((x, bottom + 22.0), &text, label.anchored(Anchor::Middle));
        }
        let line = Stroke::new(look.muted, 1.5);
        drawing.line((left, bottom), (right, bottom), line);
        drawing.line((left, top), (left, bottom), line);
        let middle = left.midpoint(right);
        drawing.text((middle, bottom + 46.0), names.0, label.anchored(Anchor::Middle));
        drawing.text((left, top - 14.0), names.1, label);
    }
}
