//! What is written into a plot besides its curves: lines to compare with, and markers.

use ratatui::style::Style;
use ratatui::text::Span;

use super::area::PlotArea;

/// A line to compare with, drawn in glyphs wherever no dot is.
#[derive(Debug, Clone)]
pub struct Reference<'a> {
    /// Where it lies.
    pub at: Place,
    /// Its colour.
    pub style: Style,
    /// What it means.
    pub label: Option<Span<'a>>,
    /// The same in fewer cells, for the margin.
    pub brief: Option<Span<'a>>,
}

/// Where a line to compare with lies.
#[derive(Debug, Clone, Copy)]
pub(in crate::ui) enum Place {
    /// Along, at this y.
    Level(f64),
    /// Up, at this x.
    Upright(f64),
}

impl<'a> Reference<'a> {
    /// A row of single dots through the plot at this y, exactly where a curve would have it.
    pub const fn level(y: f64, style: Style) -> Self {
        Self { at: Place::Level(y), style, label: None, brief: None }
    }

    /// `┊` through the plot at this x.
    pub(in crate::ui) const fn upright(x: f64, style: Style) -> Self {
        Self { at: Place::Upright(x), style, label: None, brief: None }
    }

    /// What a level means, in a style of the label's own, else of the line.
    #[must_use]
    pub fn label(self, label: impl Into<Span<'a>>) -> Self {
        Self { label: Some(label.into()), ..self }
    }

    /// The same in fewer cells, for the margin: it stands there where curves leave its row no room.
    #[must_use]
    pub(in crate::ui) fn brief(self, label: impl Into<Span<'a>>) -> Self {
        Self { brief: Some(label.into()), ..self }
    }
}

/// A glyph of one cell at a point: `●` here and now, `○` someone else's, `◆` you, `✧` the best.
#[derive(Debug, Clone)]
pub(in crate::ui) struct Marker<'a> {
    /// Where it stands along.
    pub x: f64,
    /// Where it stands up.
    pub y: f64,
    /// The glyph.
    pub glyph: &'a str,
    /// Its colour.
    pub style: Style,
    /// The colour of the lines to both axes, where it has them.
    pub guides: Option<Style>,
    /// What is written beside it where there is room.
    pub label: Option<Span<'a>>,
}

impl<'a> Marker<'a> {
    /// A glyph at a point; it is not drawn where the point lies outside the plot.
    pub const fn new(x: f64, y: f64, glyph: &'a str, style: Style) -> Self {
        Self { x, y, glyph, style, guides: None, label: None }
    }

    /// Lines under the dots from the point to both axes.
    #[must_use]
    pub const fn guides(mut self, style: Style) -> Self {
        self.guides = Some(style);
        self
    }

    /// What is written beside it, in a style of the label's own, else of the glyph.
    #[must_use]
    pub fn label(self, label: impl Into<Span<'a>>) -> Self {
        Self { label: Some(label.into()), ..self }
    }

    pub(super) fn place(&self, plot: &PlotArea) -> Option<(u16, u16)> {
        plot.column(self.x).zip(plot.row(self.y))
    }
}
