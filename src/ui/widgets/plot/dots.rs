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

/// A line: its pattern, and whether it is two dots thick.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Brush {
    /// How it is broken.
    pub pattern: Pattern,
    /// Whether it is two dots thick.
    pub thick: bool,
}

impl Brush {
    const fn draws_at(self, place: u16) -> bool {
        match self.pattern {
            Pattern::Solid => true,
            Pattern::Dashed => place % 6 < 4 - self.thick as u16,
            Pattern::Dotted => place.is_multiple_of(2 + 2 * self.thick as u16),
        }
    }
}

/// What a cell holds: the dots of lines, and those between the ends of bands.
#[derive(Debug, Clone, Copy, Default)]
struct DotCell {
    lines: CellDots,
    fill: CellDots,
}

/// Dots of a cell, and the series that lends them its colour.
#[derive(Debug, Clone, Copy, Default)]
struct CellDots {
    bits: u8,
    owner: usize,
}

impl DotCell {
    /// What is seen of it: among the dots of another's band no line would be told from them.
    const fn seen(self) -> CellDots {
        let Self { lines, fill } = self;
        match lines.bits {
            0 => fill,
            bits if lines.owner == fill.owner => CellDots { bits: bits | fill.bits, ..lines },
            _ => lines,
        }
    }
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
    pub const fn pen(&mut self, owner: usize, brush: Brush) -> DotPen<'_> {
        DotPen { dots: self, owner, brush }
    }

    /// The Braille glyph of a cell and the series whose style it takes; nothing where no dot is.
    pub fn glyph(&self, column: u16, row: u16) -> Option<(char, usize)> {
        let cell = self.cells[self.index(column, row)].seen();
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
    brush: Brush,
}

impl DotPen<'_> {
    /// A straight line, both ends included, cut off at the edges.
    pub fn line(&mut self, from: (f64, f64), to: (f64, f64)) {
        let Some(((x0, y0), (x1, y1))) = self.clip(from, to) else {
            return;
        };
        let (dx, dy) = (x1 - x0, y1 - y0);
        let steps = dx.abs().max(dy.abs()).round();
        let steep = dy.abs() > 2.0 * dx.abs() + 1.0;
        for step in 0..=steps as u32 {
            let t = if steps > 0.0 { f64::from(step) / steps } else { 0.0 };
            let (x, y) = (nearest(x0 + dx * t), nearest(y0 + dy * t));
            // By place, not by length along the line: then dashes stand still while a curve moves.
            if self.brush.draws_at(if steep { y } else { x }) {
                self.press(x, y);
            }
        }
    }

    /// A column of a band: its ends, and where lines are unbroken every fourth dot between them. Of a broken one the ends
    /// alone, so that two bands upon each other are a field and an outline.
    pub fn band(&mut self, x: f64, top: f64, bottom: f64) {
        let Some(((x, top), (_, bottom))) = self.clip((x, top), (x, bottom)) else {
            return;
        };
        let (x, top, bottom) = (x.round() as u16, top.round() as u16, bottom.round() as u16);
        if self.brush.pattern == Pattern::Solid {
            (top..=bottom).filter(|y| (x + 2 * y).is_multiple_of(4)).for_each(|y| self.dot(x, y, false));
        }
        for end in [top, bottom] {
            if self.brush.draws_at(x) {
                self.press(x, end);
            }
        }
    }

    /// A dot, or where the line is thick the four dots it lies between.
    fn press(&mut self, x: u16, y: u16) {
        self.dot(x, y, true);
        if self.brush.thick {
            let (right, below) = (x + 1 < self.dots.columns * 2, y + 1 < self.dots.rows * 4);
            let more = [(right, x + 1, y), (below, x, y + 1), (right && below, x + 1, y + 1)];
            more.into_iter().filter(|(inside, ..)| *inside).for_each(|(_, x, y)| self.dot(x, y, true));
        }
    }

    /// A dot of a line or of what is between the ends of a band. Where two series go through the same cells, every third
    /// keeps the hue of the one below.
    fn dot(&mut self, x: u16, y: u16, is_line: bool) {
        let index = self.dots.index(x / 2, y / 4);
        let cell = &mut self.dots.cells[index];
        let dots = if is_line { &mut cell.lines } else { &mut cell.fill };
        if dots.bits == 0 || !(x / 2).is_multiple_of(3) {
            dots.owner = self.owner;
        }
        dots.bits |= BITS[usize::from(y % 4)][usize::from(x % 2)];
    }

    /// The part of a line inside the grid, moved to the first of the dots a thick one lies between.
    fn clip(&self, (x0, y0): (f64, f64), (x1, y1): (f64, f64)) -> Option<((f64, f64), (f64, f64))> {
        let right = f64::from(self.dots.columns) * 2.0 - 1.0;
        let bottom = f64::from(self.dots.rows) * 4.0 - 1.0;
        let half = if self.brush.thick { 0.5 } else { 0.0 };
        clip((x0 - half, y0 - half), (x1 - half, y1 - half), (right, bottom), 0.499 + half)
    }
}

/// The dot nearest to a place that is not before the first one; to round is a call on most processors.
fn nearest(place: f64) -> u16 {
    (place + 0.5) as u16
}

/// The part of a line inside the grid (Liang and Barsky), a little around it included and then drawn on the edge.
fn clip(
    (x0, y0): (f64, f64),
    (x1, y1): (f64, f64),
    (right, bottom): (f64, f64),
    around: f64,
) -> Option<((f64, f64), (f64, f64))> {
    let is_inside = |x: f64, y: f64| (0.0..=right).contains(&x) && (0.0..=bottom).contains(&y);
    if is_inside(x0, y0) && is_inside(x1, y1) {
        return Some(((x0, y0), (x1, y1)));
    }
    let (dx, dy) = (x1 - x0, y1 - y0);
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    let sides = [(-dx, x0 + around), (dx, right + around - x0), (-dy, y0 + around), (dy, bottom + around - y0)];
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

    const THIN: Brush = Brush { pattern: Pattern::Solid, thick: false };
    const DASHED: Brush = Brush { pattern: Pattern::Dashed, thick: false };

    fn picture(columns: u16, rows: u16, brush: Brush, draw: impl FnOnce(&mut DotPen<'_>)) -> Vec<String> {
        let mut dots = Dots::new(columns, rows);
        draw(&mut dots.pen(0, brush));
        let glyph = |column, row| dots.glyph(column, row).map_or(' ', |(glyph, _)| glyph);
        (0..rows).map(|row| (0..columns).map(|column| glyph(column, row)).collect()).collect()
    }

    #[test]
    fn lines_are_drawn_dot_by_dot() {
        let level = |pen: &mut DotPen<'_>| pen.line((0.0, 0.0), (5.0, 0.0));
        assert_eq!(picture(3, 1, THIN, level), ["⠉⠉⠉"]);
        let upright = |pen: &mut DotPen<'_>| pen.line((1.0, 7.0), (1.0, 0.0));
        assert_eq!(picture(1, 2, THIN, upright), ["⢸", "⢸"]);
        let slope = |pen: &mut DotPen<'_>| pen.line((0.0, 3.0), (3.0, 0.0));
        assert_eq!(picture(2, 1, THIN, slope), ["⡠⠊"]);
    }

    #[test]
    fn a_thick_line_lies_in_the_middle_of_the_cells_it_goes_through() {
        let thick = Brush { thick: true, ..THIN };
        let level = |pen: &mut DotPen<'_>| pen.line((0.5, 1.5), (4.5, 1.5));
        assert_eq!(picture(3, 1, thick, level), ["⠶⠶⠶"]);
        let upright = |pen: &mut DotPen<'_>| pen.line((2.5, 1.5), (2.5, 5.5));
        assert_eq!(picture(2, 2, thick, upright), [" ⣶", " ⠿"]);
        let dashed = |pen: &mut DotPen<'_>| pen.line((0.5, 1.5), (16.5, 1.5));
        assert_eq!(picture(9, 1, Brush { thick: true, ..DASHED }, dashed), ["⠶⠶ ⠶⠶ ⠶⠶ "]);
    }

    #[test]
    fn dashes_are_two_cells_on_and_one_off() {
        let line = |pen: &mut DotPen<'_>| pen.line((0.0, 1.0), (17.0, 1.0));
        assert_eq!(picture(9, 1, DASHED, line), ["⠒⠒ ⠒⠒ ⠒⠒ "]);
        assert_eq!(picture(3, 1, Brush { pattern: Pattern::Dotted, thick: false }, line), ["⠂⠂⠂"]);
    }

    #[test]
    fn where_two_bands_are_both_hues_are_seen_and_no_fill_hides_a_line() {
        let mut dots = Dots::new(4, 6);
        for (owner, [top, bottom]) in [[0.0, 19.0], [4.0, 23.0]].into_iter().enumerate() {
            (0..8).for_each(|x| dots.pen(owner, THIN).band(f64::from(x), top, bottom));
        }
        let owners = |row| (0..4).map(|column| dots.glyph(column, row).unwrap().1).collect::<Vec<_>>();
        assert_eq!([owners(0), owners(1)], [[0; 4], [1; 4]], "the upper ends");
        assert_eq!([owners(2), owners(3)], [[0, 1, 1, 0]; 2], "both");
        assert_eq!([owners(4), owners(5)], [[0; 4], [1; 4]], "the lower ends");
    }

    /// Or the test losses of a run that swings are a shade within those of training.
    #[test]
    fn a_broken_band_is_an_outline_that_is_clear_within_a_filled_one() {
        let outline = picture(3, 3, DASHED, |pen| (0..6).for_each(|x| pen.band(f64::from(x), 1.0, 9.0)));
        assert_eq!(outline, ["⠒⠒ ", "   ", "⠒⠒ "]);
        let mut dots = Dots::new(3, 5);
        for (owner, brush, [top, bottom]) in [(0, DASHED, [5.0, 13.0]), (1, THIN, [0.0, 19.0])] {
            (0..6).for_each(|x| dots.pen(owner, brush).band(f64::from(x), top, bottom));
        }
        let row = |row| (0..3).map(|column| dots.glyph(column, row).unwrap().0).collect::<String>();
        assert_eq!([1, 2, 3].map(row), ["⠒⠒⠅", "⠅⡂⠅", "⠒⠒⠅"]);
    }

    #[test]
    fn what_lies_outside_is_cut_off_and_what_crosses_is_drawn_to_the_edge() {
        let crossing = |pen: &mut DotPen<'_>| pen.line((-1e6, 1.0), (1e6, 1.0));
        assert_eq!(picture(3, 1, THIN, crossing), ["⠒⠒⠒"]);
        let outside = |pen: &mut DotPen<'_>| pen.line((0.0, 9.0), (5.0, 9.0));
        assert_eq!(picture(3, 1, THIN, outside), ["   "]);
        let steep = |pen: &mut DotPen<'_>| pen.line((0.0, 0.0), (2.0, 1e6));
        assert_eq!(picture(2, 1, THIN, steep), ["⡇ "]);
    }
}
