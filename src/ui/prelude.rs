//! The words that panels and popups are written in.

pub use ratatui::layout::{Constraint, Rect};
pub use ratatui::style::Style;
pub use ratatui::text::{Line, Span, Text};

pub use super::context::{Context, Pane, window};
pub use super::layout::RectExt;
pub use super::text;
pub use super::widgets::frame::Frame;
pub use super::widgets::table::{Table, TableColumn, TableRow};
pub use crate::explain::numbers;
