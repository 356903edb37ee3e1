//! Collects what is drawn by how it is drawn, joins what touches, and writes it as SVG elements.

use std::collections::BTreeMap;

use super::path::{Outline, Px, Rect, Strokes, add_rect, push};
use super::shape::{Piece, Weight};
use crate::ui::theme::Rgb;

/// Everything drawn so far, in the order in which it is laid down.
#[derive(Debug, Default)]
pub(super) struct Inks {
    backgrounds: BTreeMap<Rgb, Vec<Rect>>,
    fills: BTreeMap<(Rgb, u8), Vec<Rect>>,
    lines: BTreeMap<(Rgb, Weight), Strokes>,
    curves: BTreeMap<Rgb, String>,
    polygons: BTreeMap<Rgb, String>,
    dots: BTreeMap<(Rgb, i32), String>,
    texts: BTreeMap<(Rgb, TextLook), String>,
}

/// What sets characters apart besides their colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct TextLook {
    pub bold: bool,
    pub italic: bool,
    pub setting: Fit,
}

/// How characters are fitted into their cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// From the left, stretched to the width of their cells.
    Word,
    /// One in the middle of its cell, for its width is the font's own.
    Single,
    /// One in the middle of two cells, a little larger to fill them.
    Wide,
}

impl Inks {
    /// Paints the background of a stretch.
    pub fn background(&mut self, color: Rgb, x: i32, y: i32, width: i32, height: i32) {
        add_rect(self.backgrounds.entry(color).or_default(), Rect { x, y, width, height });
    }

    /// Draws a shape of the cell whose upper left corner is given.
    pub fn shape(&mut self, color: Rgb, left: i32, top: i32, shape: Piece) {
        let at = |(x, y): (i32, i32)| format!("{} {}", Px(left + x), Px(top + y));
        match shape {
            Piece::Level { y, from, to, weight } => {
                let lines = self.lines.entry((color, weight)).or_default();
                lines.level.push((top + y, left + from, left + to));
            }
            Piece::Upright { x, from, to, weight } => {
                let lines = self.lines.entry((color, weight)).or_default();
                lines.upright.push((left + x, top + from, top + to));
            }
            Piece::Curve { from, to, radius, clockwise } => {
                let curve = if radius > 0 {
                    let radius = Px(radius);
                    format!("M{}A{radius} {radius} 0 0 {} {}", at(from), u8::from(clockwise), at(to))
                } else {
                    format!("M{}L{}", at(from), at(to))
                };
                self.curves.entry(color).or_default().push_str(&curve);
            }
            Piece::Rect { x, y, width, height, quarters } => {
                let rect = Rect { x: left + x, y: top + y, width, height };
                add_rect(self.fills.entry((color, quarters)).or_default(), rect);
            }
            Piece::Polygon([a, b, c, d]) => {
                let polygon = format!("M{}L{} {} {}z", at(a), at(b), at(c), at(d));
                self.polygons.entry(color).or_default().push_str(&polygon);
            }
            Piece::Dot { x, y, radius } => {
                // A line of no length with round ends: a circle in a tenth of the bytes.
                let dot = format!("M{}h0", at((x, y)));
                self.dots.entry((color, radius)).or_default().push_str(&dot);
            }
            Piece::Ring { x, y, radius } => {
                let (start, size, across) = (at((x - radius, y)), Px(radius), Px(2 * radius));
                let ring = format!("M{start}a{size} {size} 0 1 0 {across} 0a{size} {size} 0 1 0 -{across} 0");
                self.curves.entry(color).or_default().push_str(&ring);
            }
        }
    }

    /// Sets characters; the place is that of their baseline, and `width` what they must fill.
    pub fn text(&mut self, color: Rgb, look: TextLook, x: i32, y: i32, width: i32, text: &str) {
        let out = self.texts.entry((color, look)).or_default();
        let is_word = look.setting == Fit::Word;
        let x = if is_word { x } else { x + width / 2 };
        push(out, format_args!("<text x=\"{}\" y=\"{}\"", Px(x), Px(y)));
        if is_word && text.chars().nth(1).is_some() {
            push(out, format_args!(" textLength=\"{}\"", Px(width)));
        }
        out.push('>');
        for c in text.chars() {
            match c {
                '&' => out.push_str("&amp;"),
                '<' => out.push_str("&lt;"),
                '>' => out.push_str("&gt;"),
                // Not allowed in XML, however written.
                '\0'..='\x1f' | '\u{fffe}' | '\u{ffff}' => {}
                c => out.push(c),
            }
        }
        out.push_str("</text>\n");
    }

    /// Writes it all as elements, one a line.
    pub fn write(self, out: &mut String) {
        for (color, rects) in self.backgrounds {
            push(out, format_args!("<path fill=\"{color}\"{CRISP} d=\"{}\"/>\n", Outline(&rects)));
        }
        for ((color, quarters), rects) in self.fills {
            let opacity = ["0", ".25", ".5", ".75", "1"][usize::from(quarters.min(4))];
            push(
                out,
                format_args!("<path fill=\"{color}\" fill-opacity=\"{opacity}\"{CRISP} d=\"{}\"/>\n", Outline(&rects)),
            );
        }
        for ((color, weight), lines) in self.lines {
            let width = Px(weight.width());
            push(
                out,
                format_args!(
                    "<path fill=\"none\" stroke=\"{color}\" stroke-width=\"{width}\" d=\"{}\"/>\n",
                    lines.path()
                ),
            );
        }
        for (color, path) in self.curves {
            push(out, format_args!("<path fill=\"none\" stroke=\"{color}\" d=\"{path}\"/>\n"));
        }
        for (color, path) in self.polygons {
            push(out, format_args!("<path fill=\"{color}\" d=\"{path}\"/>\n"));
        }
        for ((color, radius), path) in self.dots {
            push(
                out,
                format_args!(
                    "<path fill=\"none\" stroke=\"{color}\" stroke-width=\"{}\" \
                     stroke-linecap=\"round\" d=\"{path}\"/>\n",
                    Px(2 * radius)
                ),
            );
        }
        for ((color, look), texts) in self.texts {
            let bold = if look.bold { " font-weight=\"700\"" } else { "" };
            let italic = if look.italic { " font-style=\"italic\"" } else { "" };
            let setting = match look.setting {
                Fit::Word => "",
                Fit::Single => " text-anchor=\"middle\"",
                Fit::Wide => " text-anchor=\"middle\" font-size=\"17\"",
            };
            push(out, format_args!("<g fill=\"{color}\"{bold}{italic}{setting}>\n{texts}</g>\n"));
        }
    }
}

/// Cells that touch must not show the background between them.
const CRISP: &str = " shape-rendering=\"crispEdges\"";
