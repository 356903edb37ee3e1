//! Panics while the screen is up, the way a defect would, so that `tests/pty.rs` can look at what is left.

use std::io;

use titanic_tui::terminal::guard::{self, TerminalScreen};

fn main() -> io::Result<()> {
    guard::install_hooks();
    let _screen = TerminalScreen::enter(true)?;
    panic!("the boat deck is full");
}
