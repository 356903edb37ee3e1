//! Draws a plot from the lowest layer up: dots, lines under them, the cursor, markers, and labels that
//! look for cells where they hide nothing.

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::Span;

use super::area::PlotArea;
use super::dots::Dots;
use super::notes::{Marker, Place, Reference};
use super::series::Series;
use crate::ui::text;

/// The plot while it is drawn, from the lowest layer up.
pub(super) struct Layers<'b> {
    plot: PlotArea,
    /// Cells that no line and no label may take.
    taken: Vec<bool>,
    dots: Dots,
    buf: &'b mut Buffer,
}

impl<'b> Layers<'b> {
    pub fn new(plot: PlotArea, dots: Dots, buf: &'b mut Buffer) -> Self {
        Self { plot, taken: vec![false; plot.data.area() as usize], dots, buf }
    }

    pub fn draw_dots(&mut self, series: &[Series<'_>]) {
        for (x, y) in self.plot.data.positions().map(|position| (position.x, position.y)) {
            if let Some((glyph, owner)) = self.dot_glyph(x, y) {
                self.buf[(x, y)].set_char(glyph).set_style(series[owner].style);
            }
        }
    }

    pub fn draw_references(&mut self, references: &[Reference<'_>]) {
        /// One dot a cell, at the very dot row of the value: a line in the middle of the row could
        /// stand on the wrong side of a curve.
        const DOTS: [&str; 4] = ["⠁", "⠂", "⠄", "⡀"];
        for reference in references {
            match reference.at {
                Place::Level(y) => {
                    let dot = self.plot.dot_y(y).round() as usize % DOTS.len();
                    self.draw_level(y, self.plot.data.right(), DOTS[dot], reference.style);
                }
                Place::Upright(x) => self.draw_upright(x, self.plot.data.top(), reference.style),
            }
        }
    }

    pub fn draw_guides(&mut self, markers: &[Marker<'_>]) {
        for marker in markers {
            if let Some((style, (column, row))) = marker.guides.zip(marker.place(&self.plot)) {
                self.draw_level(marker.y, column, "┄", style);
                self.draw_upright(marker.x, row, style);
            }
        }
    }

    /// From the left edge up to a column.
    fn draw_level(&mut self, y: f64, to: u16, glyph: &str, style: Style) {
        let Some(row) = self.plot.row(y) else { return };
        for column in self.plot.data.left()..to {
            self.draw_under(column, row, glyph, style);
        }
    }

    /// From a row down to the lower edge.
    fn draw_upright(&mut self, x: f64, from: u16, style: Style) {
        let Some(column) = self.plot.column(x) else {
            return;
        };
        for row in from..self.plot.data.bottom() {
            self.draw_under(column, row, "┊", style);
        }
    }

    fn draw_under(&mut self, column: u16, row: u16, glyph: &str, style: Style) {
        if self.dot_glyph(column, row).is_none() {
            self.buf[(column, row)].set_symbol(glyph).set_style(style);
        }
    }

    pub fn draw_cursor(&mut self, x: f64, style: Style) {
        let Some(column) = self.plot.column(x) else {
            return;
        };
        for row in self.plot.data.top()..self.plot.data.bottom() {
            self.put(column, row, "┃", style);
        }
    }

    pub fn draw_markers(&mut self, markers: &[Marker<'_>]) {
        for marker in markers {
            if let Some((column, row)) = marker.place(&self.plot) {
                self.put(column, row, marker.glyph, marker.style);
            }
        }
    }

    /// On its level from the right end inwards, then a row above or below.
    pub fn label_references(&mut self, references: &[Reference<'_>]) {
        for reference in references {
            let (Place::Level(y), Some(label)) = (reference.at, &reference.label) else {
                continue;
            };
            let Some(row) = self.plot.row(y).map(i32::from) else {
                continue;
            };
            let (left, right) = (i32::from(self.plot.data.left()), i32::from(self.plot.data.right()));
            let inwards = || (left..right - i32::from(cells(label))).rev();
            let places: Vec<(i32, i32)> = [row, row - 1, row + 1]
                .into_iter()
                .flat_map(|row| inwards().map(move |column| (column, row)))
                .collect();
            self.write(label, reference.style, &places, &places);
        }
    }

    /// Near the end of the line: above it, below it, else upon it.
    pub fn label_series(&mut self, series: &[Series<'_>]) {
        for series in series {
            let Some((label, (column, row))) = series.label.as_ref().zip(series.end(&self.plot)) else {
                continue;
            };
            let width = i32::from(cells(label));
            let column = (i32::from(column) - width).max(i32::from(self.plot.data.left()));
            let row = i32::from(row);
            let places = [row - 1, row + 1, row - 2, row + 2].map(|row| (column, row));
            self.write(label, series.style, &places, &[(column, row)]);
        }
    }

    /// Writes a label at the first place where it hides nothing, else at the first of `otherwise`
    /// where it hides only dots.
    fn write(&mut self, label: &Span<'_>, style: Style, places: &[(i32, i32)], otherwise: &[(i32, i32)]) {
        let width = cells(label);
        if width.saturating_mul(3) > self.plot.data.width.saturating_mul(2) {
            // In a small plot the curve is worth more than its label.
            return;
        }
        let find = |places: &[(i32, i32)], over_dots| {
            let mut inside = places.iter().filter(|&&(column, row)| self.inside(column, row, width));
            inside.find(|&&(column, row)| self.is_free(column as u16, row as u16, width, over_dots)).copied()
        };
        let Some((column, row)) = find(places, false).or_else(|| find(otherwise, true)) else {
            return;
        };
        let (column, row) = (column as u16, row as u16);
        let end = column + width;
        for beside in [column.saturating_sub(1), end] {
            if self.inside(beside.into(), row.into(), 1) && self.is_free(beside, row, 1, false) {
                self.buf[(beside, row)].set_symbol(" ");
            }
        }
        for column in column..end {
            self.put(column, row, " ", style);
        }
        self.buf.set_stringn(column, row, &label.content, width.into(), style.patch(label.style));
    }

    fn put(&mut self, column: u16, row: u16, glyph: &str, style: Style) {
        let cell = &mut self.buf[(column, row)];
        // The look of the dots it covers must not shine through.
        (cell.fg, cell.modifier) = (Color::Reset, Modifier::empty());
        cell.set_symbol(glyph).set_style(style);
        let index = self.index(column, row);
        self.taken[index] = true;
    }

    fn inside(&self, column: i32, row: i32, width: u16) -> bool {
        let data = self.plot.data;
        let end = column + i32::from(width);
        column >= i32::from(data.left())
            && end <= i32::from(data.right())
            && (i32::from(data.top())..i32::from(data.bottom())).contains(&row)
    }

    /// Whether nothing stands in these cells, and no dot in or beside them unless a label may cover
    /// dots.
    fn is_free(&self, column: u16, row: u16, width: u16, over_dots: bool) -> bool {
        let end = column + width;
        let data = self.plot.data;
        let around = column.saturating_sub(1).max(data.left())..(end + 1).min(data.right());
        (column..end).all(|column| !self.is_taken(column, row))
            && (over_dots || around.into_iter().all(|column| self.dot_glyph(column, row).is_none()))
    }

    fn is_taken(&self, column: u16, row: u16) -> bool {
        self.taken[self.index(column, row)]
    }

    fn dot_glyph(&self, column: u16, row: u16) -> Option<(char, usize)> {
        self.dots.glyph(column - self.plot.data.x, row - self.plot.data.y)
    }

    const fn index(&self, column: u16, row: u16) -> usize {
        let data = self.plot.data;
        (row - data.y) as usize * data.width as usize + (column - data.x) as usize
    }
}

fn cells(label: &Span<'_>) -> u16 {
    text::width(&label.content).try_into().unwrap_or(u16::MAX)
}
