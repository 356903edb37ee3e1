//! A sheet to draw on, which becomes an SVG document. Knows shapes and words, not what they mean;
//! lengths are in pixels of a slide of 960 × 540. By hand: a dozen shapes, each written once and shortly.

use std::fmt::{self, Write as _};

use crate::ui::theme::Rgb;

/// Width of every drawing.
pub const WIDTH: f64 = 960.0;
/// Height of every drawing.
pub(super) const HEIGHT: f64 = 540.0;

/// What is nearer to each other, in pixels, is one place to the eye.
const DISTINCT: f64 = 0.25;

/// How a line is drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stroke {
    ink: Rgb,
    width: f64,
    dashed: bool,
    opacity: f64,
    clipped: bool,
}

impl Stroke {
    /// A whole line of this width.
    pub const fn new(ink: Rgb, width: f64) -> Self {
        Self { ink, width, dashed: false, opacity: 1.0, clipped: false }
    }

    /// Dashed where asked.
    #[must_use]
    pub const fn dashed(mut self, dashed: bool) -> Self {
        self.dashed = dashed;
        self
    }

    /// Seen within the field of the sheet alone, where asked.
    #[must_use]
    pub const fn clipped(mut self, clipped: bool) -> Self {
        self.clipped = clipped;
        self
    }

    /// Let through what is below.
    #[must_use]
    pub const fn opacity(mut self, opacity: f64) -> Self {
        self.opacity = opacity;
        self
    }
}

impl fmt::Display for Stroke {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, " stroke=\"{}\" stroke-width=\"{}\"", self.ink, Length(self.width))?;
        if self.dashed {
            f.write_str(" stroke-dasharray=\"6 4\"")?;
        }
        if self.opacity < 1.0 {
            write!(f, " stroke-opacity=\"{}\"", Length(self.opacity))?;
        }
        if self.clipped {
            f.write_str(" clip-path=\"url(#field)\"")?;
        }
        Ok(())
    }
}

/// Where a text is tied to its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    /// By its beginning.
    Start,
    /// By its middle.
    Middle,
    /// By its end.
    End,
}

/// How words are set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Type {
    ink: Rgb,
    size: f64,
    anchor: Anchor,
    bold: bool,
    rim: Option<Rgb>,
}

impl Type {
    /// Ordinary words of this size.
    pub const fn new(ink: Rgb, size: f64) -> Self {
        Self { ink, size, anchor: Anchor::Start, bold: false, rim: None }
    }

    /// Tied elsewhere.
    #[must_use]
    pub const fn anchored(mut self, anchor: Anchor) -> Self {
        self.anchor = anchor;
        self
    }

    /// With a rim that keeps fine lines away.
    #[must_use]
    pub const fn rimmed(mut self, ground: Rgb) -> Self {
        self.rim = Some(ground);
        self
    }

    /// Heavy.
    #[must_use]
    pub const fn bold(mut self) -> Self {
        self.bold = true;
        self
    }
}

/// A length with at most two decimals, so that the same picture is the same text.
struct Length(f64);

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = format!("{:.2}", self.0);
        let text = text.trim_end_matches('0').trim_end_matches('.');
        f.write_str(if text == "-0" { "0" } else { text })
    }
}

/// A sheet and all that is on it, the later over the earlier.
#[derive(Debug)]
pub(super) struct Drawing {
    ground: Rgb,
    title: String,
    body: String,
}

impl Drawing {
    /// An empty sheet; readers of the screen are told the title.
    pub fn new(ground: Rgb, title: &str) -> Self {
        Self { ground, title: title.to_owned(), body: String::new() }
    }

    /// The field that clipped strokes are seen in.
    pub fn field(&mut self, (left, top): (f64, f64), (right, bottom): (f64, f64)) {
        let (x, y, w, h) = (Length(left), Length(top), Length(right - left), Length(bottom - top));
        self.add(format_args!(
            "<clipPath id=\"field\"><rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\"/></clipPath>"
        ));
    }

    /// A straight line.
    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), stroke: Stroke) {
        let (x1, y1, x2, y2) = (Length(from.0), Length(from.1), Length(to.0), Length(to.1));
        self.add(format_args!("<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"{stroke}/>"));
    }

    /// A line with a head at its end.
    pub fn arrow(&mut self, from: (f64, f64), to: (f64, f64), stroke: Stroke) {
        /// How long the head is and how wide on each side.
        const HEAD: (f64, f64) = (9.0, 4.5);
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let length = (dx * dx + dy * dy).sqrt().max(f64::MIN_POSITIVE);
        let (dx, dy) = (dx / length, dy / length);
        let foot = (to.0 - HEAD.0 * dx, to.1 - HEAD.0 * dy);
        self.line(from, foot, stroke);
        let side = |way: f64| (foot.0 - way * HEAD.1 * dy, foot.1 + way * HEAD.1 * dx);
        self.filled([to, side(1.0), side(-1.0), to], stroke.ink);
    }

    /// A line through several points; a point that cannot be told from the one before it is left out, so
    /// that its length follows the sheet, not the data.
    pub fn curve(&mut self, points: impl IntoIterator<Item = (f64, f64)>, stroke: Stroke) {
        let path = path(points);
        if !path.is_empty() {
            self.add(format_args!("<path d=\"{path}\" fill=\"none\" stroke-linejoin=\"round\"{stroke}/>"));
        }
    }

    /// A piece of a surface made of such pieces: its edges are not smoothed, or the ground would shine
    /// through where two of them meet.
    pub fn tile(&mut self, at: (f64, f64), size: (f64, f64), fill: Rgb) {
        let (x, y, w, h) = (Length(at.0), Length(at.1), Length(size.0), Length(size.1));
        self.add(format_args!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" fill=\"{fill}\" shape-rendering=\"crispEdges\"/>"
        ));
    }

    /// A rectangle with corners so round.
    pub fn boxed(&mut self, middle: (f64, f64), size: (f64, f64), radius: f64, fill: Rgb, stroke: Stroke) {
        let (x, y) = (Length(middle.0 - size.0 / 2.0), Length(middle.1 - size.1 / 2.0));
        let (w, h, r) = (Length(size.0), Length(size.1), Length(radius));
        self.add(format_args!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" rx=\"{r}\" fill=\"{fill}\"{stroke}/>"
        ));
    }

    /// A circle.
    pub fn circle(&mut self, middle: (f64, f64), radius: f64, fill: Rgb, stroke: Stroke) {
        self.round(middle, radius, format_args!("{fill}\"{stroke}"));
    }

    /// A round spot without an edge.
    pub fn dot(&mut self, middle: (f64, f64), radius: f64, fill: Rgb) {
        self.round(middle, radius, format_args!("{fill}\""));
    }

    /// A ring.
    pub fn ring(&mut self, middle: (f64, f64), radius: f64, stroke: Stroke) {
        self.round(middle, radius, format_args!("none\"{stroke}"));
    }

    fn round(&mut self, middle: (f64, f64), radius: f64, filled: fmt::Arguments<'_>) {
        let (x, y, r) = (Length(middle.0), Length(middle.1), Length(radius));
        self.add(format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\" fill=\"{filled}/>"));
    }

    /// A cross of two strokes.
    pub fn cross(&mut self, (x, y): (f64, f64), arm: f64, stroke: Stroke) {
        self.line((x - arm, y - arm), (x + arm, y + arm), stroke);
        self.line((x - arm, y + arm), (x + arm, y - arm), stroke);
    }

    /// A square on its corner.
    pub fn diamond(&mut self, (x, y): (f64, f64), arm: f64, fill: Rgb) {
        self.filled([(x - arm, y), (x, y - arm), (x + arm, y), (x, y + arm), (x - arm, y)], fill);
    }

    /// A shape with these corners.
    pub fn filled(&mut self, corners: impl IntoIterator<Item = (f64, f64)>, fill: Rgb) {
        let path = path(corners);
        self.add(format_args!("<path d=\"{path}\" fill=\"{fill}\"/>"));
    }

    /// Words whose line stands at `y`.
    pub fn text(&mut self, (x, y): (f64, f64), words: &str, set: Type) {
        let anchor = match set.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let weight = if set.bold { " font-weight=\"bold\"" } else { "" };
        let (x, y, size, ink) = (Length(x), Length(y), Length(set.size), set.ink);
        let rim = set.rim.map(|ground| format!(" stroke=\"{ground}\" stroke-width=\"2.5\" paint-order=\"stroke\""));
        let (words, rim) = (Escaped(words), rim.unwrap_or_default());
        self.add(format_args!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" fill=\"{ink}\"{anchor}{weight}{rim}>{words}</text>"
        ));
    }

    /// The whole document.
    pub fn finish(self) -> String {
        let (width, height, ground) = (Length(WIDTH), Length(HEIGHT), self.ground);
        let (title, body) = (Escaped(&self.title), self.body);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
             height=\"{height}\" font-family=\"'Noto Sans','Noto Sans CJK JP','Hiragino Sans','Yu Gothic',\
             'Helvetica Neue',Arial,sans-serif\">\n<title>{title}</title>\n\
             <rect width=\"{width}\" height=\"{height}\" fill=\"{ground}\"/>\n{body}</svg>\n"
        )
    }

    fn add(&mut self, shape: fmt::Arguments<'_>) {
        writeln!(self.body, "{shape}").expect("memory can be written");
    }
}

/// The points as path data; those that are no place, or as good as the one before, are left out.
fn path(points: impl IntoIterator<Item = (f64, f64)>) -> String {
    let mut points = points.into_iter().filter(|(x, y)| x.is_finite() && y.is_finite()).peekable();
    let mut data = String::new();
    let mut kept: Option<(f64, f64)> = None;
    while let Some((x, y)) = points.next() {
        let apart = |(a, b): (f64, f64)| (x - a).abs().max((y - b).abs()) >= DISTINCT;
        if points.peek().is_some() && !kept.is_none_or(apart) {
            continue;
        }
        kept = Some((x, y));
        let command = if data.is_empty() { 'M' } else { 'L' };
        write!(data, "{command}{} {}", Length(x), Length(y)).expect("memory can be written");
    }
    data
}

/// Text that cannot be taken for markup.
struct Escaped<'a>(&'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                // Control characters have no place in XML.
                c if c.is_control() => f.write_str(" ")?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_break_the_document() {
        let mut drawing = Drawing::new(Rgb(255, 255, 255), "a < b & \"c\"");
        drawing.text((1.0, 2.0), "</svg>\u{7}", Type::new(Rgb(0, 0, 0), 12.0));
        let svg = drawing.finish();
        assert!(svg.contains("<title>a &lt; b &amp; &quot;c&quot;</title>"));
        assert!(svg.contains(">&lt;/svg&gt; </text>"));
        assert_eq!(svg.matches("</svg>").count(), 1);
    }

    #[test]
    fn lengths_are_short_and_never_minus_nothing() {
        let shown = [0.0, -0.001, 1.5, 2.0, -3.256].map(|px| Length(px).to_string());
        assert_eq!(shown, ["0", "0", "1.5", "2", "-3.26"]);
    }

    #[test]
    fn what_has_no_place_is_left_out_of_a_curve() {
        assert_eq!(path([(0.0, 1.0), (f64::NAN, 2.0), (3.0, 4.0)]), "M0 1L3 4");
    }

    #[test]
    fn a_line_is_as_long_as_the_sheet_tells_apart_and_keeps_both_ends() {
        let of = |count: u32| {
            path((0..=count).map(|i| {
                let share = f64::from(i) / f64::from(count);
                (90.0 + 368.0 * share, 480.0 - 368.0 * share)
            }))
        };
        let (some, many) = (of(100_000), of(1_000_000));
        assert!(some.starts_with("M90 480L") && some.ends_with("L458 112"));
        assert!(some.len() < 30_000 && many.len() < 30_000, "{} {}", some.len(), many.len());
        assert_eq!(of(4), "M90 480L182 388L274 296L366 204L458 112", "a short one is whole");
    }
}
