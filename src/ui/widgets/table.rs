//! Rows one can point at, in columns: how wide a column is (measured in cells), what is cut in it, and `▸` and the
//! stripe of the cursor. A list of choices is a table of one column. ratatui's `Table` knows neither the mouse nor `…`,
//! and would style every cell of every row four times.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Text};
use ratatui::widgets::Widget as _;

use crate::app::Target;
use crate::ui::layout::RectExt as _;
use crate::ui::theme::Theme;
use crate::ui::{text, writing};

/// Stands before the row that is chosen.
const MARK: &str = "▸";

/// A column: its head, its width, and on which side its cells stand. `Max` is as wide as what stands in it.
#[derive(Debug, Clone)]
pub(in crate::ui) struct TableColumn<'a> {
    head: Line<'a>,
    width: Constraint,
    is_right: bool,
}

impl<'a> TableColumn<'a> {
    /// A column whose cells begin on the left.
    pub fn left(width: Constraint) -> Self {
        Self { head: Line::default(), width, is_right: false }
    }

    /// A column whose cells end on the right, as numbers do.
    pub fn right(width: Constraint) -> Self {
        Self { is_right: true, ..Self::left(width) }
    }

    /// What stands over its cells.
    #[must_use]
    pub fn head(self, head: impl Into<Line<'a>>) -> Self {
        Self { head: head.into(), ..self }
    }

    /// Writes lines, none wider than the area, on the column's side.
    fn write(&self, lines: Vec<Line<'a>>, area: Rect, buf: &mut Buffer) {
        for (row, line) in area.rows().zip(lines) {
            let line = text::cut_line(line, row.width.into());
            let free = if self.is_right { row.width - text::line_width(&line) as u16 } else { 0 };
            writing::line(&line, row.from(free), buf);
        }
    }
}

/// A row: a cell for each column, of one line or more.
#[derive(Debug, Clone, Default)]
pub(in crate::ui) struct TableRow<'a> {
    cells: Vec<Text<'a>>,
    target: Option<Target>,
    gap: u16,
    is_heading: bool,
    is_marked: bool,
    has_cursor: bool,
}

impl<'a> TableRow<'a> {
    /// A row of these cells.
    pub fn new<T: Into<Text<'a>>>(cells: impl IntoIterator<Item = T>) -> Self {
        Self { cells: cells.into_iter().map(Into::into).collect(), ..Self::default() }
    }

    /// A line over the rows that follow, across all columns.
    pub fn heading(line: impl Into<Text<'a>>) -> Self {
        Self { is_heading: true, ..Self::new([line]) }
    }

    /// Whether it is a line over other rows.
    pub const fn is_heading(&self) -> bool {
        self.is_heading
    }

    /// What the mouse finds there.
    #[must_use]
    pub fn target(self, target: impl Into<Target>) -> Self {
        Self { target: Some(target.into()), ..self }
    }

    /// Whether `▸` stands before it.
    #[must_use]
    pub fn marked(self, is_marked: bool) -> Self {
        Self { is_marked, ..self }
    }

    /// Whether the keys act on it: its first line is one stripe.
    #[must_use]
    pub fn cursor(self, has_cursor: bool) -> Self {
        Self { has_cursor, ..self }
    }

    /// Empty lines after it.
    #[must_use]
    pub fn gap(self, gap: u16) -> Self {
        Self { gap, ..self }
    }

    fn height(&self) -> u16 {
        self.cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(1) as u16
    }
}

/// The rows that are shown, in columns with one blank between them.
#[derive(Debug, Clone)]
pub struct Table<'a> {
    theme: &'a Theme,
    columns: Vec<TableColumn<'a>>,
    rows: Vec<TableRow<'a>>,
    margin: u16,
    stripe: Option<usize>,
}

impl<'a> Table<'a> {
    /// These rows in these columns.
    pub fn new(
        theme: &'a Theme,
        columns: impl IntoIterator<Item = TableColumn<'a>>,
        rows: impl IntoIterator<Item = TableRow<'a>>,
    ) -> Self {
        let (columns, rows) = (columns.into_iter().collect(), rows.into_iter().collect());
        Self { theme, columns, rows, margin: 0, stripe: None }
    }

    /// Rows of a popup: a blank before the mark, after it, and at the right.
    #[must_use]
    pub(in crate::ui) const fn roomy(mut self) -> Self {
        self.margin = 1;
        self
    }

    /// The stripe ends with this many columns: what follows is a picture.
    #[must_use]
    pub(in crate::ui) const fn stripe(mut self, columns: usize) -> Self {
        self.stripe = Some(columns);
        self
    }

    /// Where the columns lie in an area.
    fn columns(&self, area: Rect) -> Vec<Rect> {
        let width = |(at, column): (usize, &TableColumn<'a>)| {
            let Constraint::Max(most) = column.width else {
                return column.width;
            };
            let whole = self.rows.iter().filter(|row| row.cells.len() == self.columns.len());
            let cells = whole.filter_map(|row| row.cells.get(at));
            let widest = cells.flat_map(|cell| cell.lines.iter().map(text::line_width)).max();
            let widest = widest.unwrap_or(0).max(text::line_width(&column.head)) as u16;
            Constraint::Length(widest.min(most))
        };
        let widths = self.columns.iter().enumerate().map(width);
        area.layout_vec(&Layout::horizontal(widths).spacing(1))
    }

    /// Draws the rows; gives back where those with a target stand, and where the columns lie.
    pub fn render(self, area: Rect, buf: &mut Buffer) -> (Vec<(Rect, Target)>, Vec<Rect>) {
        let inner = area.from(1 + 2 * self.margin).less(self.margin);
        let columns = self.columns(inner);
        let write = |cells: Vec<Text<'a>>, at: Rect, buf: &mut Buffer| {
            let count = cells.len();
            for (place, (cell, column)) in cells.into_iter().zip(&self.columns).enumerate() {
                // Where cells are missing, the last one has their room.
                let last = if place + 1 == count { columns.len() - 1 } else { place };
                let (x, end) = (columns[place].x, columns[last].right());
                column.write(cell.lines, Rect { x, width: end - x, ..at }, buf);
            }
        };
        let has_heads = self.columns.iter().any(|column| text::line_width(&column.head) > 0);
        if has_heads {
            let heads = self.columns.iter().map(|column| column.head.clone().into());
            write(heads.collect(), area.row(0), buf);
        }
        let mut rest = area.below(has_heads.into());
        let mut targets = Vec::new();
        for row in self.rows {
            let height = row.height();
            let at = Rect { height, ..rest }.intersection(rest);
            rest = rest.below(height + row.gap);
            if row.is_heading {
                (&row.cells[0]).render(at.from(1), buf);
            } else {
                write(row.cells, at, buf);
            }
            if row.is_marked && !at.is_empty() {
                buf.set_string(at.x + self.margin, at.y, MARK, self.theme.text);
            }
            if row.has_cursor {
                let end =
                    self.stripe.and_then(|count| columns.get(count - 1)).map_or(area.right(), |last| last.right());
                restyle(Rect { width: end - area.x, ..at.row(0) }, self.theme.cursor, buf);
            }
            targets.extend(row.target.map(|target| (at, target)));
        }
        (targets, columns)
    }
}

/// Gives cells this style instead of their own; what stands in them stays.
pub(in crate::ui) fn restyle(area: Rect, style: Style, buf: &mut Buffer) {
    buf.set_style(area, Style::reset().patch(style));
}

#[cfg(test)]
mod tests {
    use ratatui::style::Modifier;

    use super::*;
    use crate::ui::picture;
    use crate::ui::theme::ThemeName;

    const THEME: Theme = Theme::of(ThemeName::Terminal);

    fn people<'a>(rows: impl IntoIterator<Item = TableRow<'a>>) -> Table<'a> {
        let columns = [
            TableColumn::right(Constraint::Length(3)).head("id"),
            TableColumn::left(Constraint::Fill(1)).head("name"),
            TableColumn::right(Constraint::Max(9)).head("p"),
        ];
        Table::new(&THEME, columns, rows)
    }

    #[test]
    fn names_take_what_is_left_and_are_cut_between_glyphs_and_numbers_stand_on_the_right() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 17, 4));
        let rows = [["1", "Braund, Mr. Owen", ".09"], ["22", "乗客名簿乗客", ".4995"]].map(TableRow::new);
        let short = TableRow::new(["3", "no number for her"]);
        people(rows.into_iter().chain([short])).render(buf.area, &mut buf);
        assert_eq!(picture::text(&buf), "  id name       p\n   1 Braun…   .09\n  22 乗客…  .4995\n   3 no number f…\n");
    }

    #[test]
    fn the_row_of_the_cursor_is_one_stripe_and_every_row_knows_its_place() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 20, 5));
        let row = |at: usize, name: &'static str| {
            let lines = Text::from_iter([name, "story"]);
            TableRow::new(["1".into(), lines]).target(Target::PopupRow(at)).marked(at == 1).cursor(at == 1)
        };
        let rows = [TableRow::heading("people"), row(0, "Allen"), row(1, "Bonnell")];
        let table = Table::new(&THEME, [Constraint::Length(1), Constraint::Fill(1)].map(TableColumn::left), rows);
        let (targets, columns) = table.roomy().render(buf.area, &mut buf);
        let places: Vec<_> = targets.iter().map(|(at, _)| (at.y, at.height)).collect();
        assert_eq!(places, [(1, 2), (3, 2)]);
        assert_eq!((columns[1].x, columns[1].right()), (5, 19));
        assert_eq!(picture::text(&buf), " people\n   1 Allen\n     story\n ▸ 1 Bonnell\n     story\n");
        let reversed = |y: u16| (0..20).filter(|&x| buf[(x, y)].modifier.contains(Modifier::REVERSED)).count();
        assert_eq!([1, 2, 3, 4].map(reversed), [0, 0, 20, 0]);
    }
}
