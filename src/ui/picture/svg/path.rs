//! Rectangles and lines that grow together where they touch, written as the data of a path.

use std::fmt::{self, Write as _};

use super::shape::PIXEL;

#[derive(Debug, Clone, Copy)]
pub(super) struct Rect {
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
}

/// Level lines as (y, from, to), upright ones as (x, from, to).
#[derive(Debug, Default)]
pub(super) struct Strokes {
    pub level: Vec<(i32, i32, i32)>,
    pub upright: Vec<(i32, i32, i32)>,
}

/// Adds a rectangle, or widens the one it continues.
pub(super) fn add_rect(rects: &mut Vec<Rect>, rect: Rect) {
    match rects.last_mut() {
        Some(last) if (last.y, last.height, last.x + last.width) == (rect.y, rect.height, rect.x) => {
            last.width += rect.width;
        }
        _ => rects.push(rect),
    }
}

impl Strokes {
    /// The lines, each run of touching ones as one.
    pub fn path(mut self) -> String {
        let mut path = String::new();
        for (y, from, to) in runs(&mut self.level) {
            push(&mut path, format_args!("M{} {}H{}", Px(from), Px(y), Px(to)));
        }
        for (x, from, to) in runs(&mut self.upright) {
            push(&mut path, format_args!("M{} {}V{}", Px(x), Px(from), Px(to)));
        }
        path
    }
}

fn runs(lines: &mut [(i32, i32, i32)]) -> Vec<(i32, i32, i32)> {
    lines.sort_unstable();
    let mut runs: Vec<(i32, i32, i32)> = Vec::new();
    for &(place, from, to) in &*lines {
        match runs.last_mut() {
            Some(last) if last.0 == place && last.2 >= from => last.2 = last.2.max(to),
            _ => runs.push((place, from, to)),
        }
    }
    runs
}

/// Rectangles as the data of a path.
pub(super) struct Outline<'a>(pub &'a [Rect]);

impl fmt::Display for Outline<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|&Rect { x, y, width, height }| {
            write!(f, "M{} {}h{}v{}h-{}z", Px(x), Px(y), Px(width), Px(height), Px(width))
        })
    }
}

/// Units written as pixels, exactly.
#[derive(Debug, Clone, Copy)]
pub(super) struct Px(pub i32);

impl fmt::Display for Px {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, eighths) = (self.0.div_euclid(PIXEL), self.0.rem_euclid(PIXEL));
        let fraction = ["", ".125", ".25", ".375", ".5", ".625", ".75", ".875"];
        write!(f, "{whole}{}", fraction[eighths as usize])
    }
}

/// Writes into a string, which cannot fail.
pub(super) fn push(out: &mut String, text: fmt::Arguments<'_>) {
    out.write_fmt(text).expect("a string takes whatever is written");
}
