//! What every drawing function is handed: the state, the colours, and where to note what it drew.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::layout::RectExt as _;
use super::theme::Theme;
use super::widgets::frame::{self, Frame};
use super::widgets::table::Table;
use super::widgets::text_field::TextFieldView;
use super::{text, writing};
use crate::app::core::listing::fitted_top;
use crate::app::core::text_field::TextField;
use crate::app::present::covers;
use crate::app::tour::Tour;
use crate::app::{App, Area, Command, Hits, Panel, PresentPart, Target};
use crate::explain::words::{Word, present as words};

/// The state to draw and the buffer to draw it into.
pub(super) struct Context<'a> {
    /// The state.
    pub app: &'a App,
    /// The colours.
    pub theme: &'a Theme,
    /// The cells.
    pub buf: &'a mut Buffer,
    /// Where things stand, for the mouse and for paging.
    pub hits: &'a mut Hits,
}

impl Context<'_> {
    /// A text in the user's language.
    pub fn say(&self, word: Word) -> &'static str {
        self.app.core.settings.say(word)
    }

    /// A text in the user's language with its values.
    pub fn fill<S: AsRef<str>>(&self, word: Word, values: &[S]) -> String {
        self.app.core.settings.fill(word, values)
    }

    /// Draws a widget, as far as the screen has its area.
    pub fn draw(&mut self, widget: impl Widget, area: Rect) {
        widget.render(area.intersection(self.buf.area), self.buf);
    }

    /// Writes a line into the first row of an area.
    pub fn line<'l>(&mut self, area: Rect, line: impl Into<Line<'l>>) {
        writing::line(&line.into(), area, self.buf);
    }

    /// Writes a span at the beginning of a row; gives back what is left of the row.
    pub fn span(&mut self, row: Rect, span: &Span<'_>) -> Rect {
        writing::span(span, row, self.buf)
    }

    /// Writes lines below each other, as many as there are rows.
    pub fn lines<'l>(&mut self, area: Rect, lines: impl IntoIterator<Item = Line<'l>>) {
        for (row, line) in area.rows().zip(lines) {
            self.line(row, line);
        }
    }

    /// Writes words into the first row of an area.
    pub fn text(&mut self, area: Rect, words: impl AsRef<str>, style: Style) {
        self.line(area, Span::styled(words.as_ref(), style));
    }

    /// Writes words so that they end where the first row of an area ends.
    pub fn text_at_right(&mut self, area: Rect, words: impl AsRef<str>, style: Style) {
        self.line(area, Line::from(Span::styled(words.as_ref(), style)).right_aligned());
    }

    /// Writes sentences below each other, wrapped; gives back how many rows they take.
    pub fn paragraph(&mut self, area: Rect, words: &str, style: Style) -> u16 {
        let lines = text::wrapped(words, area.width.into(), style);
        let rows = lines.len() as u16;
        self.lines(area, lines);
        rows
    }

    /// Draws a line of text being typed, with its cursor where it has the keys.
    pub fn field(&mut self, area: Rect, field: &TextField, has_keys: bool) {
        let mut view = TextFieldView::new(field.text(), field.cursor(), self.theme.text);
        if has_keys {
            view = view.cursor(self.theme.cursor);
        }
        self.draw(view, area.row(0));
    }

    /// Draws a table and notes its rows; gives back where its columns lie.
    pub fn table(&mut self, area: Rect, table: Table<'_>) -> Vec<Rect> {
        let (targets, columns) = table.render(area.intersection(self.buf.area), self.buf);
        for (at, target) in targets {
            self.note(at, target);
        }
        columns
    }

    /// The rows of a list that are shown so that the selected one is among them; noted as a panel's page.
    pub fn page(&mut self, panel: impl Into<Panel>, selected: usize, rows: u16, len: usize) -> Range<usize> {
        self.hits.set_page(panel, rows.into());
        window(selected, rows.into(), len)
    }

    /// A mark on the border right of a list where it is scrolled to, when it is longer than its area.
    pub fn scroll_mark(&mut self, list: Rect, shown: &Range<usize>, len: usize) {
        let hidden = len.saturating_sub(shown.len());
        if hidden > 0 && list.height > 1 {
            let track = usize::from(list.height - 1);
            let at = (shown.start * track + hidden / 2) / hidden;
            let border = Rect { x: list.right(), width: 1, ..list };
            self.text(border.below(at.min(track) as u16), "┃", self.theme.muted);
        }
    }

    /// Whether a panel has the keys.
    pub fn has_keys(&self, panel: impl Into<Panel>) -> bool {
        self.app.core.focus() == panel.into()
    }

    /// Notes that `target` stands in `area`.
    pub fn note(&mut self, area: Rect, target: impl Into<Target>) {
        let area = area.intersection(self.buf.area);
        let Rect { x, y, width, height } = area;
        self.hits.add(Area { x, y, width, height }, target);
    }

    /// Where a panel stands in this frame.
    pub fn place_of(&self, panel: Panel) -> Option<Rect> {
        let Area { x, y, width, height } = self.hits.find(|target| target == Target::Panel(panel))?;
        Some(Rect { x, y, width, height })
    }

    fn is_covered(&self, pane: &Pane) -> bool {
        pane.panel.is_some_and(|panel| covers(self.app, panel))
    }

    /// Draws panels that share their borders and notes them: all their frames, the focused one bright, then what
    /// is inside each.
    pub fn panes(&mut self, panes: &[Pane]) {
        // The card of the tour has the keys while it waits for a nod.
        let focus = Some(self.app.core.focus()).filter(|_| !Tour::has_keys(self.app));
        let mut frames = Vec::new();
        for pane in panes {
            if let Some(panel) = pane.panel {
                self.note(pane.area, Target::Panel(panel));
            }
            let frame = if self.is_covered(pane) {
                Frame::new(self.theme, self.say(self.app.core.screen.title()))
            } else {
                (pane.frame)(self, pane.area)
            };
            frames.push((pane.area, frame.focused(pane.panel.is_some() && pane.panel == focus)));
        }
        frame::draw_all(&frames, self.buf);
        for pane in panes {
            let draw = if self.is_covered(pane) { cover } else { pane.draw };
            draw(self, Frame::inner(pane.area));
        }
    }
}

/// The frame of a panel around an area.
type DrawFrame = for<'a> fn(&Context<'a>, Rect) -> Frame<'a>;

/// What is inside a frame.
type DrawInside = fn(&mut Context<'_>, Rect);

/// A panel in its place.
pub(super) struct Pane {
    panel: Option<Panel>,
    area: Rect,
    frame: DrawFrame,
    draw: DrawInside,
}

impl Pane {
    /// A panel with its frame and its inside.
    pub fn new(panel: impl Into<Panel>, area: Rect, frame: DrawFrame, draw: DrawInside) -> Self {
        Self { panel: Some(panel.into()), ..Self::still(area, frame, draw) }
    }

    /// A panel that never has the keys.
    pub const fn still(area: Rect, frame: DrawFrame, draw: DrawInside) -> Self {
        Self { panel: None, area, frame, draw }
    }
}

/// What lies over a panel that would give away what is kept from a class.
fn cover(context: &mut Context<'_>, inner: Rect) {
    let words = context.fill(words::COVERED, &[context.app.keys.label(Command::Present(PresentPart::Next))]);
    let inner = inner.inset();
    let lines = text::wrapped(&words, inner.width.into(), context.theme.text);
    let above = inner.height.saturating_sub(lines.len() as u16) / 2;
    context.lines(inner.below(above), lines.into_iter().map(Line::centered));
}

/// The rows of a list that are shown so that the selected one is among them.
pub fn window(selected: usize, rows: usize, len: usize) -> Range<usize> {
    // What is found may have become less than where the cursor stands.
    let top = fitted_top(0, selected.min(len.saturating_sub(1)), rows, len);
    top..len.min(top + rows)
}

#[cfg(test)]
mod tests {
    use super::window;

    /// What is found can become less behind a cursor's back: a number in a text changed, or the language.
    #[test]
    fn a_cursor_beyond_a_list_shows_its_end() {
        assert_eq!(window(7, 20, 1), 0..1);
        assert_eq!(window(30, 5, 12), 7..12);
        assert_eq!(window(3, 5, 0), 0..0);
        assert_eq!(window(3, 5, 12), 0..5);
    }
}
