//! Draws a plot from the lowest layer up: the grid, lines to compare with, the curves, the cursor, markers, and labels
//! that stand only where they hide nothing.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::Span;

use super::area::PlotArea;
use super::notes::{Marker, Place, Reference};
use super::series::Series;
use super::{Dots, text};

/// A point of the grid.
pub(in crate::ui) const GRID: &str = "·";

/// What stands in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Content {
    /// At most a line that a label may interrupt.
    Nothing,
    /// A curve.
    Curve,
    /// A marker, the cursor or a label.
    Taken,
}

/// The plot while it is drawn, from the lowest layer up.
pub(super) struct Layers<'b> {
    plot: &'b PlotArea,
    /// The data, and the cells right of it that hold names of curves.
    field: Rect,
    contents: Vec<Content>,
    buf: &'b mut Buffer,
}

impl<'b> Layers<'b> {
    pub fn new(plot: &'b PlotArea, right: u16, buf: &'b mut Buffer) -> Self {
        let field = Rect { width: right - plot.data.x, ..plot.data };
        Self { plot, field, contents: vec![Content::Nothing; field.area() as usize], buf }
    }

    /// A faint line of points through every tick, as dense upwards as along.
    pub fn draw_grid(&mut self, style: Style) {
        let plot = self.plot;
        let upright: Vec<u16> = plot.along.iter().filter_map(|tick| plot.column(tick.value)).collect();
        for &column in &upright {
            plot.data.rows().for_each(|row| self.put(column, row.y, GRID, style));
        }
        // Where both meet none stands beside another.
        let every_second = (plot.data.left()..plot.data.right()).step_by(2);
        let along: Vec<u16> =
            every_second.filter(|&column| upright.iter().all(|&other| column.abs_diff(other) != 1)).collect();
        for row in plot.up.iter().filter_map(|tick| plot.row(tick.value)) {
            for &column in &along {
                self.put(column, row, GRID, style);
            }
        }
    }

    pub fn draw_references(&mut self, references: &[Reference<'_>]) {
        /// At the very dot row of the value: a line in the middle of the row could stand on the wrong side of a curve.
        const DOTS: [&str; 4] = ["⠉", "⠒", "⠤", "⣀"];
        for reference in references {
            match reference.at {
                Place::Level(y) => {
                    let Some(row) = self.plot.row(y) else { continue };
                    let dot = self.plot.dot_y(y) - 4.0 * f64::from(row - self.plot.data.y);
                    let glyph = DOTS[dot.clamp(0.0, 3.0) as usize];
                    self.draw_level(y, self.plot.data.right(), glyph, reference.style);
                }
                Place::Upright(x) => self.draw_upright(x, self.plot.data.top(), reference.style),
            }
        }
    }

    pub fn draw_guides(&mut self, markers: &[Marker<'_>]) {
        for marker in markers {
            if let Some((style, (column, row))) = marker.guides.zip(marker.place(self.plot)) {
                self.draw_level(marker.y, column, "┄", style);
                self.draw_upright(marker.x, row, style);
            }
        }
    }

    /// From the left edge up to a column.
    fn draw_level(&mut self, y: f64, to: u16, glyph: &str, style: Style) {
        let Some(row) = self.plot.row(y) else { return };
        for column in self.plot.data.left()..to {
            self.put(column, row, glyph, style);
        }
    }

    /// From a row down to the lower edge.
    fn draw_upright(&mut self, x: f64, from: u16, style: Style) {
        let Some(column) = self.plot.column(x) else {
            return;
        };
        for row in from..self.plot.data.bottom() {
            self.put(column, row, "┊", style);
        }
    }

    pub fn draw_dots(&mut self, dots: &Dots, series: &[Series<'_>]) {
        let data = self.plot.data;
        for (x, y) in data.positions().map(|position| (position.x, position.y)) {
            if let Some((glyph, owner)) = dots.glyph(x - data.x, y - data.y) {
                self.put(x, y, glyph.encode_utf8(&mut [0; 4]), series[owner].style);
                self.set(x, y, Content::Curve);
            }
        }
    }

    pub fn draw_cursor(&mut self, x: f64, glyph: &str, style: Style) {
        let Some(column) = self.plot.column(x) else {
            return;
        };
        for row in self.plot.data.top()..self.plot.data.bottom() {
            self.put(column, row, glyph, style);
            self.set(column, row, Content::Taken);
        }
    }

    pub fn draw_markers(&mut self, markers: &[Marker<'_>]) {
        for marker in markers {
            if let Some((column, row)) = marker.place(self.plot) {
                self.put(column, row, marker.glyph, marker.style);
                self.set(column, row, Content::Taken);
            }
        }
    }

    /// Behind their ends, the higher curve's first; a row or two off where that is taken.
    pub fn label_series(&mut self, series: &[Series<'_>], ends: &[Option<(f64, f64)>]) {
        let plot = self.plot;
        let ends = series.iter().zip(ends);
        let mut labels: Vec<_> =
            ends.filter_map(|(series, end)| Some((series, series.label.as_ref()?, (*end)?))).collect();
        labels.sort_by(|(.., a), (.., b)| plot.dot_y(a.1).total_cmp(&plot.dot_y(b.1)));
        for (series, label, (x, y)) in labels {
            let Some((column, row)) = plot.column(x).zip(plot.row(y)) else { continue };
            let rows = [0, 1, -1, 2, -2].map(|rows| i32::from(row) + rows);
            let places = rows.map(|row| (i32::from(column) + 2, row));
            self.write(label, series.style, places);
        }
    }

    /// Beside them: right or left, on their row, above or below.
    pub fn label_markers(&mut self, markers: &[Marker<'_>]) {
        for marker in markers {
            let Some((label, (column, row))) = marker.label.as_ref().zip(marker.place(self.plot)) else {
                continue;
            };
            let (column, row) = (i32::from(column), i32::from(row));
            let columns = [column + 2, column - 1 - i32::from(cells(label))];
            let rows = [0, -1, 1, -2, 2].map(|rows| row + rows);
            let places = rows.into_iter().flat_map(|row| columns.map(|column| (column, row)));
            self.write(label, marker.style, places);
        }
    }

    /// On their level from the right end inwards, then a row above or below.
    pub fn label_references(&mut self, references: &[Reference<'_>]) {
        for reference in references {
            let (Place::Level(y), Some(label)) = (reference.at, &reference.label) else {
                continue;
            };
            let Some(row) = self.plot.row(y).map(i32::from) else {
                continue;
            };
            let (left, right) = (i32::from(self.plot.data.left()), i32::from(self.plot.data.right()));
            let inwards = move || (left..=right - i32::from(cells(label))).rev();
            let places = [row, row - 1, row + 1].into_iter().flat_map(|row| inwards().map(move |column| (column, row)));
            self.write(label, reference.style, places);
        }
    }

    /// Writes a label at the first place where it hides nothing; nowhere if there is none.
    fn write(&mut self, label: &Span<'_>, style: Style, places: impl IntoIterator<Item = (i32, i32)>) {
        let width = cells(label);
        let free = places.into_iter().find(|&(column, row)| self.is_free(column, row, width));
        let Some((column, row)) = free.map(|(column, row)| (column as u16, row as u16)) else {
            return;
        };
        // A line that it interrupts ends a cell before it and goes on a cell behind.
        let around = column.saturating_sub(1).max(self.field.left())..(column + width + 1).min(self.field.right());
        for column in around {
            self.put(column, row, " ", style);
            self.set(column, row, Content::Taken);
        }
        self.buf.set_stringn(column, row, &label.content, width.into(), style.patch(label.style));
    }

    fn put(&mut self, column: u16, row: u16, glyph: &str, style: Style) {
        let cell = &mut self.buf[(column, row)];
        // The look of what it covers must not shine through.
        (cell.fg, cell.modifier) = (Color::Reset, Modifier::empty());
        cell.set_symbol(glyph).set_style(style);
    }

    fn set(&mut self, column: u16, row: u16, content: Content) {
        let index = self.index(column, row);
        self.contents[index] = content;
    }

    /// Whether these cells are inside, and nothing stands in or beside them.
    fn is_free(&self, column: i32, row: i32, width: u16) -> bool {
        let (left, right) = (i32::from(self.field.left()), i32::from(self.field.right()));
        let end = column + i32::from(width);
        let rows = i32::from(self.field.top())..i32::from(self.field.bottom());
        left <= column
            && end <= right
            && rows.contains(&row)
            && ((column - 1).max(left)..(end + 1).min(right))
                .all(|column| self.contents[self.index(column as u16, row as u16)] == Content::Nothing)
    }

    const fn index(&self, column: u16, row: u16) -> usize {
        (row - self.field.y) as usize * self.field.width as usize + (column - self.field.x) as usize
    }
}

fn cells(label: &Span<'_>) -> u16 {
    text::width(&label.content).try_into().unwrap_or(u16::MAX)
}
