//! What every drawing function is handed: the state, the colours, and where to note what it drew.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::pen::Pen;
use super::theme::Theme;
use super::widgets::panel::Panel as Frame;
use crate::app::{App, Area, Hits, Panel, Target};
use crate::explain::words::Word;

/// The state to draw and the buffer to draw it into.
pub struct Context<'a> {
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
        self.app.core.settings.language.fill(word, values)
    }

    /// A pen for an area.
    pub fn pen(&mut self, area: Rect) -> Pen<'_> {
        Pen::new(self.buf, area)
    }

    /// Notes that `target` stands in `area`.
    pub fn note(&mut self, area: Rect, target: impl Into<Target>) {
        let area = area.intersection(self.buf.area);
        let Rect { x, y, width, height } = area;
        self.hits.add(Area { x, y, width, height }, target);
    }

    /// Draws panels that share their borders and notes them; the focused one is bright.
    pub fn frames(&mut self, frames: Vec<(impl Into<Panel>, Rect, Frame<'_>)>) {
        let focus = self.app.core.focus();
        let mut drawn = Vec::new();
        for (panel, area, frame) in frames {
            let panel = panel.into();
            self.note(area, Target::Panel(panel));
            drawn.push((area, frame.focused(panel == focus)));
        }
        super::widgets::panel::draw_all(&drawn, self.buf);
    }
}
