//! The mouse of a session: it points at words on the screen, as a hand does.

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use titanic_tui::app::{Action, Target};

use crate::session::Session;

impl Session {
    /// One mouse event at a cell.
    pub fn mouse(&mut self, kind: MouseEventKind, (column, row): (u16, u16)) -> &mut Self {
        self.act(Action::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }))
    }

    /// A press and a release of the left button at a cell.
    pub fn click_at(&mut self, at: (u16, u16)) -> &mut Self {
        self.mouse(MouseEventKind::Down(MouseButton::Left), at).mouse(MouseEventKind::Up(MouseButton::Left), at)
    }

    /// A click on the first cell of a text on the screen.
    #[track_caller]
    pub fn click(&mut self, text: &str) -> &mut Self {
        let at = self.cell_of(text);
        self.click_at(at)
    }

    /// Presses at the first cell, moves to the second, and lets go.
    pub fn drag(&mut self, from: (u16, u16), to: (u16, u16)) -> &mut Self {
        self.mouse(MouseEventKind::Down(MouseButton::Left), from)
            .mouse(MouseEventKind::Drag(MouseButton::Left), to)
            .mouse(MouseEventKind::Up(MouseButton::Left), to)
    }

    /// One notch of the wheel over a text.
    #[track_caller]
    pub fn wheel(&mut self, text: &str, down: bool) -> &mut Self {
        let at = self.cell_of(text);
        let kind = if down { MouseEventKind::ScrollDown } else { MouseEventKind::ScrollUp };
        self.mouse(kind, at)
    }

    /// The cell where a text begins; wide glyphs count for two.
    #[track_caller]
    pub fn cell_of(&self, text: &str) -> (u16, u16) {
        let area = self.buf.area;
        for y in area.top()..area.bottom() {
            let mut line = String::new();
            let mut starts = Vec::new();
            for x in area.left()..area.right() {
                starts.push((line.len(), x));
                line.push_str(self.buf[(x, y)].symbol());
            }
            if let Some(at) = line.find(text) {
                let begins = starts.iter().rev().find(|(start, _)| *start <= at);
                return (begins.map_or(0, |&(_, x)| x), y);
            }
        }
        panic!("`{text}` is not on\n{}", self.screen());
    }

    /// The area where something was drawn, as (left, right, row).
    #[track_caller]
    pub fn area_of(&self, wanted: impl Fn(Target) -> bool) -> (u16, u16, u16) {
        let area = self.app.core.hits.find(wanted).expect("it is on the screen");
        (area.x, area.x + area.width - 1, area.y)
    }
}
