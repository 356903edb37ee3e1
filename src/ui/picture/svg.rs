//! A frame as a drawing. Each glyph is placed by its cell and not by the font, so that the picture is
//! whole in every viewer: boxes, blocks and Braille are shapes, words are text of a given length.

mod color;
mod film;
mod glyphs;
mod ink;
mod lines;
mod path;
mod shape;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

pub use color::SvgColors;
pub use film::film;

use super::{Placed, rows};
use crate::ui::theme::Rgb;
use glyphs::shapes;
use ink::{Fit, Inks, TextLook};
use path::Px;
use shape::{HEIGHT, PIXEL, WIDTH};

/// Around the frame.
const MARGIN: i32 = 12 * PIXEL;
/// From the top of a cell to the line the letters stand on.
const BASELINE: i32 = 14 * PIXEL;
/// Letters of this size are as wide as a cell in most monospaced fonts.
const FONT: &str = "font-size=\"15\" font-family=\"'DejaVu Sans Mono','SF Mono',Menlo,Consolas,\
    'Noto Sans Mono','Noto Sans Mono CJK JP','Noto Sans CJK JP','Hiragino Sans','Yu Gothic',\
    monospace\"";

/// The frame as a complete SVG document.
pub fn svg(buf: &Buffer, colors: SvgColors) -> String {
    document(buf.area, colors, |out| draw(buf, colors, out))
}

/// A document with room for frames of this size, and what is written into it.
fn document(frame: Rect, colors: SvgColors, content: impl FnOnce(&mut String)) -> String {
    let width = Px(i32::from(frame.width) * WIDTH + 2 * MARGIN);
    let height = Px(i32::from(frame.height) * HEIGHT + 2 * MARGIN);
    let background = colors.background();
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" {FONT}>\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"6\" fill=\"{background}\"/>\n"
    );
    content(&mut out);
    out.push_str("</svg>\n");
    out
}

/// The glyphs of a frame and what lies behind them, as elements.
fn draw(buf: &Buffer, colors: SvgColors, out: &mut String) {
    let mut inks = Inks::default();
    for (row, top) in rows(buf).zip((0..).map(|row| MARGIN + row * HEIGHT)) {
        draw_row(row, top, colors, &mut inks);
    }
    inks.write(out);
}

fn draw_row<'a>(row: impl Iterator<Item = Placed<'a>>, top: i32, colors: SvgColors, inks: &mut Inks) {
    let mut word: Option<Letters> = None;
    for placed in row {
        let (ink, behind) = colors.of(placed.cell);
        let left = MARGIN + i32::from(placed.column) * WIDTH;
        let width = i32::from(placed.columns) * WIDTH;
        if let Some(behind) = behind.filter(|behind| *behind != colors.background()) {
            inks.background(behind, left, top, width, HEIGHT);
        }
        let modifier = placed.cell.modifier;
        for (line, y) in [(Modifier::UNDERLINED, 16), (Modifier::CROSSED_OUT, 9)] {
            if modifier.contains(line) {
                let rule = shape::Piece::Rect { x: 0, y: y * PIXEL, width, height: PIXEL, quarters: 4 };
                inks.shape(ink, left, top, rule);
            }
        }
        let letter = Letters::of(&placed, ink, left, width);
        if let (Some(word), Some(letter)) = (&mut word, &letter)
            && word.takes(letter)
        {
            word.text.push_str(&letter.text);
            word.width += letter.width;
            continue;
        }
        if let Some(word) = std::mem::replace(&mut word, letter) {
            word.draw(top, inks);
        }
        let glyph = placed.cell.symbol().chars().next().unwrap_or(' ');
        for shape in shapes(glyph) {
            inks.shape(ink, left, top, shape);
        }
    }
    if let Some(word) = word {
        word.draw(top, inks);
    }
}

/// Characters set in one go: a word of one look, or a single glyph of a width of its own.
struct Letters {
    text: String,
    left: i32,
    width: i32,
    color: Rgb,
    look: TextLook,
}

impl Letters {
    /// The glyph as the beginning of a word; none if it is blank or drawn as a shape.
    fn of(placed: &Placed<'_>, color: Rgb, left: i32, width: i32) -> Option<Self> {
        let symbol = placed.cell.symbol();
        let glyph = symbol.chars().next().filter(|glyph| !glyph.is_whitespace())?;
        if glyph == '\u{2800}' || !shapes(glyph).is_empty() {
            return None;
        }
        let modifier = placed.cell.modifier;
        let look = TextLook {
            bold: modifier.contains(Modifier::BOLD),
            italic: modifier.contains(Modifier::ITALIC),
            setting: match placed.columns {
                1 if has_width_of_cell(glyph) => Fit::Word,
                1 => Fit::Single,
                _ => Fit::Wide,
            },
        };
        Some(Self { text: symbol.to_owned(), left, width, color, look })
    }

    fn takes(&self, next: &Self) -> bool {
        self.look.setting == Fit::Word
            && (self.color, self.look) == (next.color, next.look)
            && self.left + self.width == next.left
    }

    fn draw(self, top: i32, inks: &mut Inks) {
        inks.text(self.color, self.look, self.left, top + BASELINE, self.width, &self.text);
    }
}

/// Letters, digits and signs that monospaced fonts have themselves; the rest comes from a font of
/// other widths.
const fn has_width_of_cell(glyph: char) -> bool {
    matches!(glyph, '\0'..='\u{4ff}' | '–' | '—' | '‘'..='‟' | '…' | '−')
}

#[cfg(test)]
mod tests;
