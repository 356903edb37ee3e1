//! A grid of Braille dots, two by four to a cell, and pens that draw lines into it.

/// The bit of each dot of a Braille cell, row by row, left and right.
pub(in crate::ui) const BITS: [[u8; 2]; 4] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]];

/// How the line of a series is drawn, so that series differ without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(in crate::ui) enum Pattern {
    /// An unbroken line.
    #[default]
    Solid,
    /// Two cells on, one off.
    Dashed,
    /// Every second dot.
    Dotted,
}

impl Pattern {
    const fn draws_at(self, place: u16) -> bool {
        match self {
            Self::Solid => true,
            Self::Dashed => place % 6 < 4,
            Self::Dotted => place.is_multiple_of(2),
        }
    }
}

/// What a cell holds: its dots, and the series that lends it its colour.
#[derive(Debug, Clone, Copy, Default)]
struct DotCell {
    bits: u8,
    owner: usize,
    owner_has_focus: bool,
}

/// The dots of a plot.
#[derive(Debug)]
pub(super) struct Dots {
    columns: u16,
    rows: u16,
    cells: Vec<DotCell>,
}

impl Dots {
    pub fn new(columns: u16, rows: u16) -> Self {
        let cells = vec![DotCell::default(); usize::from(columns) * usize::from(rows)];
        Self { columns, rows, cells }
    }

    /// A pen for one series.
    pub const fn pen(&mut self, owner: usize, has_focus: bool) -> DotPen<'_> {
        DotPen { dots: self, owner, has_focus }
    }

    /// The Braille glyph of a cell and the series whose style it takes; nothing where no dot is.
    pub fn glyph(&self, column: u16, row: u16) -> Option<(char, usize)> {
        let cell = self.cells[self.index(column, row)];
        let glyph = char::from_u32(0x2800 + u32::from(cell.bits)).filter(|_| cell.bits > 0)?;
        Some((glyph, cell.owner))
    }

    const fn index(&self, column: u16, row: u16) -> usize {
        row as usize * self.columns as usize + column as usize
    }
}

/// Draws the dots of one series. Coordinates are dots from the upper left corner and may lie anywhere.
#[derive(Debug)]
pub(super) struct DotPen<'a> {
    dots: &'a mut Dots,
    owner: usize,
    has_focus: bool,
}

impl DotPen<'_> {
    /// A straight line, both ends included, cut off at the edges.
    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), stroke: Pattern) {
        let right = f64::from(self.dots.columns) * 2.0 - 1.0;
        let bottom = f64::from(self.dots.rows) * 4.0 - 1.0;
        let Some(((x0, y0), (x1, y1))) = clip(from, to, right, bottom) else {
            return;
        };
        let (dx, dy) = (x1 - x0, y1 - y0);
        let steps = dx.abs().max(dy.abs()).round();
        let steep = dy.abs() > 2.0 * dx.abs() + 1.0;
        for step in 0..=steps as u32 {
            let t = if steps > 0.0 { f64::from(step) / steps } else { 0.0 };
            let (x, y) = ((x0 + dx * t).round() as u16, (y0 + dy * t).round() as u16);
            // By place, not by length along the line: then dashes stand still while a curve moves.
            if stroke.draws_at(if steep { y } else { x }) {
                self.dot(x, y);
            }
        }
    }

    fn dot(&mut self, x: u16, y: u16) {
        let index = self.dots.index(x / 2, y / 4);
        let cell = &mut self.dots.cells[index];
        cell.bits |= BITS[usize::from(y % 4)][usize::from(x % 2)];
        if self.has_focus || !cell.owner_has_focus {
            (cell.owner, cell.owner_has_focus) = (self.owner, self.has_focus);
        }
    }
}

/// The part of a line inside the grid (Liang and Barsky), half a dot around it included and then
/// drawn on the edge.
fn clip((x0, y0): (f64, f64), (x1, y1): (f64, f64), right: f64, bottom: f64) -> Option<((f64, f64), (f64, f64))> {
    let (dx, dy) = (x1 - x0, y1 - y0);
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    let sides = [(-dx, x0 + 0.499), (dx, right + 0.499 - x0), (-dy, y0 + 0.499), (dy, bottom + 0.499 - y0)];
    for (towards, room) in sides {
        if towards == 0.0 {
            if room < 0.0 {
                return None;
            }
        } else if towards < 0.0 {
            enter = enter.max(room / towards);
        } else {
            leave = leave.min(room / towards);
        }
    }
    let at = |t: f64| ((x0 + dx * t).clamp(0.0, right), (y0 + dy * t).clamp(0.0, bottom));
    (enter <= leave).then(|| (at(enter), at(leave)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(columns: u16, rows: u16, draw: impl FnOnce(&mut DotPen<'_>)) -> Vec<String> {
        let mut dots = Dots::new(columns, rows);
        draw(&mut dots.pen(0, false));
        let glyph = |column, row| dots.glyph(column, row).map_or(' ', |(glyph, _)| glyph);
        (0..rows).map(|row| (0..columns).map(|column| glyph(column, row)).collect()).collect()
    }

    #[test]
    fn lines_are_drawn_dot_by_dot() {
        let level = |pen: &mut DotPen<'_>| pen.line((0.0, 0.0), (5.0, 0.0), Pattern::Solid);
        assert_eq!(picture(3, 1, level), ["⠉⠉⠉"]);
        let upright = |pen: &mut DotPen<'_>| pen.line((1.0, 7.0), (1.0, 0.0), Pattern::Solid);
        assert_eq!(picture(1, 2, upright), ["⢸", "⢸"]);
        let slope = |pen: &mut DotPen<'_>| pen.line((0.0, 3.0), (3.0, 0.0), Pattern::Solid);
        assert_eq!(picture(2, 1, slope), ["⡠⠊"]);
    }

    #[test]
    fn dashes_are_two_cells_on_and_one_off() {
        let dashed = |pen: &mut DotPen<'_>| pen.line((0.0, 1.0), (17.0, 1.0), Pattern::Dashed);
        assert_eq!(picture(9, 1, dashed), ["⠒⠒ ⠒⠒ ⠒⠒ "]);
        let dotted = |pen: &mut DotPen<'_>| pen.line((0.0, 1.0), (5.0, 1.0), Pattern::Dotted);
        assert_eq!(picture(3, 1, dotted), ["⠂⠂⠂"]);
    }

    #[test]
    fn what_lies_outside_is_cut_off_and_what_crosses_is_drawn_to_the_edge() {
        let crossing = |pen: &mut DotPen<'_>| pen.line((-1e6, 1.0), (1e6, 1.0), Pattern::Solid);
        assert_eq!(picture(3, 1, crossing), ["⠒⠒⠒"]);
        let outside = |pen: &mut DotPen<'_>| pen.line((0.0, 9.0), (5.0, 9.0), Pattern::Solid);
        assert_eq!(picture(3, 1, outside), ["   "]);
        let steep = |pen: &mut DotPen<'_>| pen.line((0.0, 0.0), (2.0, 1e6), Pattern::Solid);
        assert_eq!(picture(2, 1, steep), ["⡇ "]);
    }
}
