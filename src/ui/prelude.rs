//! The words that panels and popups are written in.

pub(super) use ratatui::layout::{Constraint, Rect};
pub(super) use ratatui::style::Style;
pub(super) use ratatui::text::{Line, Span, Text};

pub(super) use super::context::{Context, Pane, window};
pub(super) use super::layout::RectExt;
pub(super) use super::text;
pub(super) use super::widgets::frame::Frame;
pub(super) use super::widgets::table::{Table, TableColumn, TableRow};
pub(super) use crate::explain::numbers;
