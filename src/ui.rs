//! Stand-in until this layer lands.

use ratatui::Frame;

use crate::app::{App, Hits};

/// The picture of the state.
pub fn view(app: &App, frame: &mut Frame<'_>) -> Hits {
    frame.render_widget(format!("titanic-tui stand-in {}", app.seen), frame.area());
    Hits::default()
}
