//! Draws a plot from the lowest layer up: the grid, lines to compare with, the curves, the cursor, markers, and labels
//! that stand only where they hide nothing.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::Span;

use super::area::{Beyond, PlotArea};
use super::notes::{Marker, Place, Reference};
use super::series::Series;
use super::{Dots, text};

/// A point of the grid.
pub(in crate::ui) const GRID: &str = "·";

/// What stands in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Content {
    /// At most the grid.
    Nothing,
    /// A level: its own name may interrupt it, and the name of a curve that ends there.
    Level,
    /// A curve.
    Curve,
    /// A marker, the cursor or a label.
    Taken,
}

/// A name that stands behind the end of a curve or of a level.
struct EndLabel<'a> {
    column: u16,
    row: u16,
    /// The row of dots of its value, by which names are in order.
    dot: f64,
    /// The later a curve is drawn, the more of its end is seen.
    layer: usize,
    text: Span<'a>,
    style: Style,
}

/// The plot while it is drawn, from the lowest layer up.
pub(super) struct Layers<'b> {
    plot: &'b PlotArea,
    /// The data, and the cells right of it that hold names of curves.
    field: Rect,
    contents: Vec<Content>,
    /// The rows of dots of levels that are named in the margin.
    named: Vec<f64>,
    /// The column of the cursor.
    cursor: Option<u16>,
    buf: &'b mut Buffer,
}

impl<'b> Layers<'b> {
    pub fn new(plot: &'b PlotArea, right: u16, buf: &'b mut Buffer) -> Self {
        let field = Rect { width: right - plot.data.x, ..plot.data };
        Self {
            plot,
            field,
            contents: vec![Content::Nothing; field.area() as usize],
            named: Vec::new(),
            cursor: None,
            buf,
        }
    }

    /// A faint line of points through every tick, as dense upwards as along. Where both meet the points are those of the
    /// line along, so that they are equally far apart all the way.
    pub fn draw_grid(&mut self, style: Style) {
        let (plot, data) = (self.plot, self.plot.data);
        let along: Vec<u16> = plot.up.iter().filter_map(|tick| plot.row(tick.value)).collect();
        for &row in &along {
            (data.left()..data.right()).step_by(2).for_each(|column| self.put(column, row, GRID, style));
        }
        for column in plot.along.iter().filter_map(|tick| plot.column(tick.value)) {
            let between = (data.top()..data.bottom()).filter(|row| !along.contains(row));
            between.for_each(|row| self.put(column, row, GRID, style));
        }
    }

    pub fn draw_references(&mut self, references: &[Reference<'_>]) {
        for reference in references {
            match reference.at {
                Place::Level(y) => {
                    let Some((row, glyph)) = self.level(y) else { continue };
                    self.draw_level(y, self.plot.data.right(), glyph, reference.style);
                    (self.plot.data.left()..self.plot.data.right())
                        .for_each(|column| self.set(column, row, Content::Level));
                }
                Place::Upright(x) => self.draw_upright(x, self.plot.data.top(), reference.style),
            }
        }
    }

    /// The row of a level and a line at its very dot row: one in the middle of the row could stand on the wrong side of a
    /// curve.
    fn level(&self, y: f64) -> Option<(u16, &'static str)> {
        const DOTS: [&str; 4] = ["⠉", "⠒", "⠤", "⣀"];
        let row = self.plot.row(y)?;
        let dot = self.plot.dot_y(y) - 4.0 * f64::from(row - self.plot.data.y);
        Some((row, DOTS[dot.clamp(0.0, 3.0) as usize]))
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

    pub fn draw_dots(&mut self, dots: &Dots, series: &[Series<'_>], references: &[Reference<'_>]) {
        let data = self.plot.data;
        for (x, y) in data.positions().map(|position| (position.x, position.y)) {
            if let Some((glyph, owner)) = dots.glyph(x - data.x, y - data.y) {
                self.put(x, y, glyph.encode_utf8(&mut [0; 4]), series[owner].style);
                self.set(x, y, Content::Curve);
            }
        }
        for reference in references {
            if let Place::Level(y) = reference.at {
                self.draw_through(y, reference.style);
            }
        }
    }

    /// Of a level that a curve goes along, every third cell shows the dots of both in the look of the level.
    fn draw_through(&mut self, y: f64, style: Style) {
        let Some((row, line)) = self.level(y) else { return };
        for column in (self.plot.data.left()..self.plot.data.right()).skip(2).step_by(3) {
            if self.contents[self.index(column, row)] == Content::Curve {
                let both = self.buf[(column, row)].symbol().chars().chain(line.chars());
                let bits = both.fold(0, |bits, glyph| bits | (u32::from(glyph) & 0xff));
                let glyph = char::from_u32(0x2800 + bits).unwrap_or(' ');
                self.put(column, row, glyph.encode_utf8(&mut [0; 4]), style);
            }
        }
    }

    /// The glyphs along the curves, those of one staggered against those of another.
    pub fn draw_marks(&mut self, series: &[Series<'_>]) {
        /// Cells from one glyph to the next of its curve.
        const APART: usize = 12;
        /// Cells that the mark at its end has for itself.
        const END: u16 = 4;
        let marked: Vec<_> = series.iter().filter_map(|series| Some((series, series.mark?))).collect();
        let count = marked.len();
        for (index, (series, glyph)) in marked.into_iter().enumerate() {
            let mut path = Vec::new();
            series.visit(std::iter::empty(), |x, y| path.push((x, y)));
            let offset = (2 * index + 1) * APART / (2 * count);
            let columns = self.plot.data.left()..self.plot.data.right().saturating_sub(END);
            for column in columns.skip(offset).step_by(APART) {
                let x = self.plot.x_at(column);
                let after = path.partition_point(|point| point.0 < x);
                let (Some(&(x1, y1)), Some(&(x0, y0))) = (path.get(after), path.get(after.saturating_sub(1))) else {
                    continue;
                };
                let y = if x1 > x0 { y0 + (y1 - y0) * (x - x0) / (x1 - x0) } else { y1 };
                // Of what swings it is on the upper edge.
                let swings = path.iter().filter(|point| self.plot.column(point.0) == Some(column));
                let y = swings.skip(1).map(|point| point.1).fold(y, f64::max);
                if let Some(row) = self.plot.row(y) {
                    self.put(column, row, glyph, series.style);
                }
            }
        }
    }

    /// `↑` at the upper edge over each stretch of a curve above it, `↓` at the lower one, and beside it how far it goes:
    /// of the farthest in any case, of others where there is room.
    pub fn draw_peaks(&mut self, series: &[Series<'_>], said: &dyn Fn(f64, f64) -> [String; 2]) {
        let plot = self.plot;
        let of = |series: &Series<'_>| {
            let style = series.style;
            let peaks = series.peaks_beyond(plot).into_iter();
            peaks.filter_map(move |(edge, point)| Some((edge, point, plot.column(point.0)?, style)))
        };
        let mut peaks: Vec<_> = series.iter().flat_map(of).collect();
        let beyond = |y: f64| (plot.shares(0.0, y)[1] - 0.5).abs();
        peaks.sort_by(|a, b| beyond(b.1.1).total_cmp(&beyond(a.1.1)));
        for (rank, &(edge, (x, y), column, style)) in peaks.iter().enumerate() {
            let (row, glyph) = match edge {
                Beyond::Top => (plot.data.top(), "↑"),
                Beyond::Bottom => (plot.data.bottom() - 1, "↓"),
            };
            // Only the cursor may stand where a curve ends.
            if self.contents[self.index(column, row)] == Content::Taken && self.cursor != Some(column) {
                continue;
            }
            self.put(column, row, glyph, style);
            self.set(column, row, Content::Taken);
            let most: &[Content] = if rank == 0 { &[Content::Level, Content::Curve] } else { &[Content::Level] };
            let forms = said(x, y).map(Span::raw);
            for (label, &most) in forms.iter().flat_map(|label| most.iter().map(move |most| (label, most))) {
                let (right, left) = (i32::from(column) + 2, i32::from(column) - 1 - i32::from(cells(label)));
                let places = [right, left, right + 1, left - 1, right + 2, left - 2];
                if self.write(label, style, places.map(|column| (column, i32::from(row))), most).is_some() {
                    break;
                }
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
        self.cursor = Some(column);
    }

    pub fn draw_markers(&mut self, markers: &[Marker<'_>]) {
        for marker in markers {
            if let Some((column, row)) = marker.place(self.plot) {
                self.put(column, row, marker.glyph, marker.style);
                self.set(column, row, Content::Taken);
            }
        }
    }

    /// The names of curves behind their ends, and of levels whose own row is full in the margin behind them: in the order
    /// of their values, each on its row, or as near as there is room with a line that leads to it.
    pub fn label_ends(&mut self, series: &[Series<'_>], ends: &[Option<(f64, f64)>], references: &[Reference<'_>]) {
        let plot = self.plot;
        let of_series = series.iter().zip(ends).enumerate().filter_map(|(at, (series, end))| {
            let ((x, y), text) = ((*end)?, series.label.clone()?);
            let (column, row, dot) = (plot.column(x)?, plot.row(y)?, plot.dot_y(y));
            Some(EndLabel { column, row, dot, layer: at + 1, text, style: series.style })
        });
        let mut labels: Vec<EndLabel<'_>> = of_series.collect();
        // In one order with the names of curves that reach as far as the margin.
        let margin = plot.data.right() - 1;
        let last = labels.iter().map(|label| label.column).max().filter(|column| column + 4 > margin);
        for reference in references {
            let (Place::Level(y), Some(text)) = (reference.at, reference.brief.clone()) else { continue };
            let inside = reference.label.as_ref().and_then(|label| self.place_inside(reference.at, label));
            if let (Some(row), None) = (plot.row(y), inside) {
                let column = last.unwrap_or(margin);
                labels.push(EndLabel { column, row, dot: plot.dot_y(y), layer: 0, text, style: reference.style });
            }
        }
        labels.sort_by(|a, b| a.column.cmp(&b.column).then(a.dot.total_cmp(&b.dot)));
        for group in labels.chunk_by(|a, b| a.column == b.column) {
            // As far up as those below need.
            let bottom = i32::from(plot.data.bottom());
            let latest = (0..bottom).rev().take(group.len()).collect::<Vec<_>>().into_iter().rev();
            let mut above = i32::from(plot.data.top()) - 1;
            for ((place, label), latest) in (0..).zip(group).zip(latest) {
                // Of those that end in one cell the one that is seen there keeps its row.
                let there = (0..).zip(group).filter(|(_, other)| other.row == label.row);
                let off = there.max_by_key(|(_, other)| other.layer).map_or(0, |(seen, _)| place - seen);
                let wanted = (i32::from(label.row) + off).min(latest).max(above + 1);
                let column = i32::from(label.column) + 2;
                let rows = [0, 1, -1, 2, -2].map(|rows| wanted + rows).into_iter().filter(|&row| row > above);
                let places = rows.map(|row| (column, row));
                if let Some((_, row)) = self.write(&label.text, label.style, places, Content::Level) {
                    self.lead(label, row);
                    if label.layer == 0 {
                        self.named.push(label.dot);
                    }
                    above = i32::from(row);
                }
            }
        }
    }

    /// A line from the row of a label's value to the row it stands on.
    fn lead(&mut self, label: &EndLabel<'_>, row: u16) {
        let (column, own) = (label.column + 1, label.row);
        if row == own || column >= self.field.right() {
            return;
        }
        let between = row.min(own) + 1..row.max(own);
        for row in between {
            let before = self.buf[(column, row)].symbol();
            let glyph = if matches!(before, "╰" | "╭" | "├") { "├" } else { "│" };
            self.put(column, row, glyph, label.style);
        }
        self.put(column, row, if row > own { "╰" } else { "╭" }, label.style);
    }

    /// Beside them: right or left, on their row, above or below, those first that lie on top; on no level, which would
    /// seem to be theirs.
    pub fn label_markers(&mut self, markers: &[Marker<'_>]) {
        for marker in markers.iter().rev() {
            let Some((label, (column, row))) = marker.label.as_ref().zip(marker.place(self.plot)) else {
                continue;
            };
            let (column, row) = (i32::from(column), i32::from(row));
            let columns = [column + 2, column - 1 - i32::from(cells(label))];
            let rows = [0, -1, 1, -2, 2].map(|rows| row + rows);
            let places = rows.into_iter().flat_map(|row| columns.map(|column| (column, row)));
            self.write(label, marker.style, places, Content::Nothing);
        }
    }

    /// On their level from the right end inwards; in short where that alone fits and the margin has it not.
    pub fn label_references(&mut self, references: &[Reference<'_>]) {
        for reference in references {
            let in_margin = |y: f64| self.named.contains(&self.plot.dot_y(y));
            if matches!(reference.at, Place::Level(y) if in_margin(y)) {
                continue;
            }
            let forms = [&reference.label, &reference.brief].into_iter().flatten();
            let mut fitting = forms.filter_map(|label| self.place_inside(reference.at, label));
            if let Some((label, place)) = fitting.next() {
                self.write(label, reference.style, [place], Content::Level);
            }
        }
    }

    /// Where a label of a level can stand on its own row, the farthest to the right.
    fn place_inside<'a>(&self, at: Place, label: &'a Span<'a>) -> Option<(&'a Span<'a>, (i32, i32))> {
        let Place::Level(y) = at else { return None };
        let (row, width) = (i32::from(self.plot.row(y)?), cells(label));
        let (left, right) = (i32::from(self.plot.data.left()), i32::from(self.plot.data.right()));
        let mut columns = (left..=right - i32::from(width)).rev();
        let column = columns.find(|&column| self.is_free(column, row, width, Content::Level))?;
        Some((label, (column, row)))
    }

    /// Writes a label at the first place where it hides no more than this, and says which; nowhere if there is none.
    fn write(
        &mut self,
        label: &Span<'_>,
        style: Style,
        places: impl IntoIterator<Item = (i32, i32)>,
        most: Content,
    ) -> Option<(u16, u16)> {
        let width = cells(label);
        let free = places.into_iter().find(|&(column, row)| self.is_free(column, row, width, most));
        let (column, row) = free.map(|(column, row)| (column as u16, row as u16))?;
        // A line that it interrupts ends a cell before it and goes on a cell behind.
        let around = column.saturating_sub(1).max(self.field.left())..(column + width + 1).min(self.field.right());
        for column in around {
            self.put(column, row, " ", style);
            self.set(column, row, Content::Taken);
        }
        self.buf.set_stringn(column, row, &label.content, width.into(), style.patch(label.style));
        Some((column, row))
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

    /// Whether these cells are inside, and no more than this stands in or beside them.
    fn is_free(&self, column: i32, row: i32, width: u16, most: Content) -> bool {
        let (left, right) = (i32::from(self.field.left()), i32::from(self.field.right()));
        let end = column + i32::from(width);
        let rows = i32::from(self.field.top())..i32::from(self.field.bottom());
        left <= column
            && end <= right
            && rows.contains(&row)
            && ((column - 1).max(left)..(end + 1).min(right))
                .all(|column| self.contents[self.index(column as u16, row as u16)] <= most)
    }

    const fn index(&self, column: u16, row: u16) -> usize {
        (row - self.field.y) as usize * self.field.width as usize + (column - self.field.x) as usize
    }
}

fn cells(label: &Span<'_>) -> u16 {
    text::width(&label.content).try_into().unwrap_or(u16::MAX)
}
