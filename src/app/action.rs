//! What a user or the world can ask of the program, and what the program asks of the world.

use std::time::Duration;

use crossterm::event::{KeyEvent, MouseEvent};

/// One thing that happened.
#[derive(Debug, Clone)]
pub enum Action {
    Key(KeyEvent),
    Mouse(MouseEvent),
    Tick(Duration),
}
/// One thing only the edge of the program can do.
#[derive(Debug, Clone)]
pub enum Effect {
    Quit,
}
