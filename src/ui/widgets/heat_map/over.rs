//! What stands over a field: marks, words, lines of equal height and paths. Each takes the ground it is on into account,
//! so that it can be read on every colour.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Style};
use ratatui::symbols::Marker;
use ratatui::widgets::Widget;
use ratatui::widgets::canvas::{Canvas, Line};

use super::contours::LinePiece;
use crate::ui::theme::Rgb;

const BLACK: Rgb = Rgb(0, 0, 0);
const WHITE: Rgb = Rgb(255, 255, 255);

/// The colour of the field in a cell, if it has one.
fn ground(cell: &Cell) -> Option<Rgb> {
    let below = Rgb::fixed(cell.bg)?;
    let above = Rgb::fixed(cell.fg).filter(|_| matches!(cell.symbol(), "▀" | "▌"));
    Some(above.map_or(below, |above| above.with(below, u8::midpoint)))
}

/// Black or white, whichever can be read on a ground.
fn ink_on(ground: Rgb) -> Rgb {
    if ground.brightness() > 110 { BLACK } else { WHITE }
}

/// Puts a glyph on the map; on colours it is drawn in black or white, whichever can be read.
pub fn mark(buf: &mut Buffer, at: Position, glyph: &str, style: Style) {
    let Some(cell) = buf.cell_mut(at) else { return };
    if let Some(ground) = ground(cell) {
        let shown = Style::reset().bg(ground.color()).fg(ink_on(ground).color());
        cell.set_symbol(glyph).set_style(shown).modifier = style.add_modifier;
    } else {
        cell.set_symbol(glyph).set_style(Style::reset()).set_style(style);
    }
}

/// Writes a word around a place of the map, letter by letter as marks.
pub(in crate::ui) fn label(area: Rect, buf: &mut Buffer, [x, y]: [f64; 2], word: &str, style: Style) {
    let left = (x * f64::from(area.width) - 0.5 * word.chars().count() as f64).round() as u16;
    let row = ((1.0 - y) * f64::from(area.height)) as u16;
    for (place, letter) in (left..area.width).zip(word.chars()) {
        mark(buf, Position::new(area.x + place, area.y + row), letter.encode_utf8(&mut [0; 4]), style);
    }
}

/// Draws a line of equal height in thin dots, so much of the way from its ground to black or white.
pub(in crate::ui) fn contour(area: Rect, buf: &mut Buffer, pieces: &[LinePiece], (strength, style): (f64, Style)) {
    dots(area, buf, pieces.iter().map(|piece| (*piece, 1.0)), |cell, _| match ground(cell) {
        Some(ground) => {
            let ink = ground.towards(ink_on(ground), strength);
            Style::reset().bg(ground.color()).fg(ink.color())
        }
        None => style,
    });
}

/// Draws a path of pieces, each with how bright it is from 0 to 1, over a ground dark enough for it; without colours in
/// two looks, the `faint` one below one half.
pub(in crate::ui) fn trail(
    area: Rect,
    buf: &mut Buffer,
    pieces: impl Iterator<Item = (LinePiece, f64)>,
    [faint, bright]: [Style; 2],
) {
    dots(area, buf, pieces, |cell, brightness| match ground(cell) {
        Some(ground) => {
            let ground = ground.towards(BLACK, f64::from(ground.brightness().saturating_sub(40)) / 255.0);
            let ink = ground.towards(WHITE, 0.35 + 0.65 * brightness);
            Style::reset().bg(ground.color()).fg(ink.color())
        }
        None if brightness < 0.5 => faint,
        None => bright,
    });
}

/// Draws pieces of lines as Braille, each cell in the look that its newest piece has there.
fn dots(
    area: Rect,
    buf: &mut Buffer,
    pieces: impl Iterator<Item = (LinePiece, f64)>,
    look: impl Fn(&Cell, f64) -> Style,
) {
    let area = area.intersection(buf.area);
    let pieces: Vec<(LinePiece, f64)> = pieces.collect();
    let mut drawn = Buffer::empty(area);
    let canvas = Canvas::default().marker(Marker::Braille).x_bounds([0.0, 1.0]).y_bounds([0.0, 1.0]);
    let painted = canvas.paint(|canvas| {
        for &([[x1, y1], [x2, y2]], value) in &pieces {
            // The value goes through the canvas as a grey: it is how much of the ink is seen.
            let grey = (255.0 * value) as u8;
            canvas.draw(&Line::new(x1, y1, x2, y2, Color::Rgb(grey, grey, grey)));
        }
    });
    painted.render(area, &mut drawn);
    for at in area.positions() {
        let dots = &drawn[at];
        if dots.symbol() != " "
            && let Some(Rgb(grey, ..)) = Rgb::fixed(dots.fg)
        {
            let style = look(&buf[at], f64::from(grey) / 255.0);
            buf[at].set_symbol(dots.symbol()).set_style(style);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::theme::{Ramp, Theme, ThemeName};

    /// A field of one colour in each of six cells.
    fn drawn(theme: &Theme, ramp: Ramp) -> Buffer {
        let mut buf = Buffer::empty(Rect::new(0, 0, 6, 1));
        for x in 0..6 {
            let color = theme.heat.color(ramp, f64::from(x) / 5.0).map(Rgb::color);
            buf[(x, 0)].set_symbol("▀").set_fg(color.unwrap()).set_bg(color.unwrap());
        }
        buf
    }

    #[test]
    fn a_mark_can_be_read_on_every_ground() {
        for (name, ramps) in [
            (ThemeName::Dark, &[Ramp::Belief, Ramp::Loss, Ramp::Activation][..]),
            (ThemeName::Light, &[Ramp::Belief, Ramp::Loss, Ramp::Activation]),
            (ThemeName::Contrast, &[Ramp::Belief, Ramp::Loss, Ramp::Activation]),
        ] {
            let theme = Theme::of(name);
            for &ramp in ramps {
                let mut buf = drawn(&theme, ramp);
                for x in 0..6 {
                    mark(&mut buf, Position::new(x, 0), "●", Style::new());
                    let [ink, ground] = [buf[(x, 0)].fg, buf[(x, 0)].bg].map(|color| Rgb::fixed(color).unwrap());
                    let gap = ink.brightness().abs_diff(ground.brightness());
                    assert!(gap > 90, "{name:?} {ramp:?}: {ink:?} on {ground:?}");
                }
            }
        }
    }

    #[test]
    fn a_path_is_brighter_the_newer_it_is_on_every_height() {
        let theme = Theme::of(ThemeName::Dark);
        let brightness = |age: f64| {
            let mut buf = drawn(&theme, Ramp::Loss);
            let piece = [[0.0, 0.5], [1.0, 0.5]];
            trail(buf.area, &mut buf, [(piece, age)].into_iter(), [Style::new(); 2]);
            (0..6).map(|x| Rgb::fixed(buf[(x, 0)].fg).unwrap().brightness()).collect::<Vec<_>>()
        };
        let [old, new] = [0.0, 1.0].map(brightness);
        assert!(old.iter().zip(&new).all(|(old, new)| *old + 40 < *new), "{old:?} {new:?}");
    }

    #[test]
    fn without_colours_an_old_path_is_faint() {
        let theme = Theme::of(ThemeName::Mono);
        let looks = [theme.muted, theme.here];
        let mut buf = Buffer::empty(Rect::new(0, 0, 4, 1));
        let pieces = [([[0.0, 0.5], [0.4, 0.5]], 0.2), ([[0.6, 0.5], [1.0, 0.5]], 0.9)];
        trail(buf.area, &mut buf, pieces.into_iter(), looks);
        assert_eq!(buf[(0, 0)].style().add_modifier, theme.muted.add_modifier);
        assert_eq!(buf[(3, 0)].style().add_modifier, theme.here.add_modifier);
    }
}
