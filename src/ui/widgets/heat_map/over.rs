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

/// The colour of the field in a cell, if it has one.
fn ground(cell: &Cell) -> Option<Rgb> {
    let below = Rgb::fixed(cell.bg)?;
    let above = Rgb::fixed(cell.fg).filter(|_| matches!(cell.symbol(), "▀" | "▌"));
    Some(above.map_or(below, |above| above.with(below, u8::midpoint)))
}

/// What is drawn on a ground: at no strength as faint as can be seen, at full strength black or white, whichever stands
/// out more.
pub(in crate::ui) fn ink_on(ground: Rgb, strength: f64) -> Rgb {
    ground.seen_on().towards(ground.end(), strength)
}

/// Puts a glyph on the map; on colours it is drawn in black or white, whichever can be read.
pub fn mark(buf: &mut Buffer, at: Position, glyph: &str, style: Style) {
    let Some(cell) = buf.cell_mut(at) else { return };
    if let Some(ground) = ground(cell) {
        let shown = Style::reset().bg(ground.color()).fg(ink_on(ground, 1.0).color());
        cell.set_symbol(glyph).set_style(shown).modifier = style.add_modifier;
    } else {
        cell.set_symbol(glyph).set_style(Style::reset()).set_style(style);
    }
}

/// Writes a word around a place of the map, letter by letter as marks; without colours between blanks, for shades and
/// lines would run into it.
pub(in crate::ui) fn label(area: Rect, buf: &mut Buffer, [x, y]: [f64; 2], word: &str, style: Style) {
    let letters = word.chars().count();
    let left = (x * f64::from(area.width) - 0.5 * letters as f64).round() as u16;
    let row = ((1.0 - y) * f64::from(area.height)) as u16;
    let at = |place: u16| Position::new(area.x + place, area.y + row);
    for (place, letter) in (left..area.width).zip(word.chars()) {
        mark(buf, at(place), letter.encode_utf8(&mut [0; 4]), style);
    }
    for place in [left.checked_sub(1), Some(left + letters as u16)].into_iter().flatten() {
        if place < area.width && buf.cell(at(place)).is_some_and(|cell| ground(cell).is_none()) {
            mark(buf, at(place), " ", style);
        }
    }
}

/// Draws a line of equal height in thin dots, as strong on its ground as [`ink_on`] says.
pub(in crate::ui) fn contour(area: Rect, buf: &mut Buffer, pieces: &[LinePiece], (strength, style): (f64, Style)) {
    dots(area, buf, pieces.iter().map(|piece| (*piece, 1.0)), |cell, _| match ground(cell) {
        Some(ground) => Style::reset().bg(ground.color()).fg(ink_on(ground, strength).color()),
        None => style,
    });
}

/// Draws a path of pieces, each with how strong it is from 0 to 1; without colours in two looks, the `faint` one below
/// one half.
pub(in crate::ui) fn trail(
    area: Rect,
    buf: &mut Buffer,
    pieces: impl Iterator<Item = (LinePiece, f64)>,
    [faint, strong]: [Style; 2],
) {
    /// The oldest piece stands out from lines of equal height.
    const LEAST: f64 = 0.4;
    dots(area, buf, pieces, |cell, strength| match ground(cell) {
        Some(ground) => {
            let ink = ink_on(ground, LEAST + (1.0 - LEAST) * strength);
            Style::reset().bg(ground.color()).fg(ink.color())
        }
        None if strength < 0.5 => faint,
        None => strong,
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
                    assert!(ink.contrast(ground) >= 4.5, "{name:?} {ramp:?}: {ink:?} on {ground:?}");
                }
            }
        }
    }

    #[test]
    fn a_line_of_equal_height_can_be_seen_on_every_height_also_with_256_colours() {
        for name in [ThemeName::Dark, ThemeName::Light, ThemeName::Contrast] {
            for step in 0..=63 {
                let ground = Theme::of(name).heat.color(Ramp::Loss, f64::from(step) / 63.0).unwrap();
                assert!(ink_on(ground, 0.0).contrast(ground) >= 3.0, "{name:?}: {ground}");
                let [ink, under] = [ink_on(ground, 0.0), ground].map(|hue| Rgb::fixed(hue.nearest()).unwrap());
                assert!(ink.contrast(under) >= 3.0, "{name:?}: {ink} on {under} for {ground}");
            }
        }
    }

    #[test]
    fn a_path_and_a_mark_lie_on_the_colour_of_the_height_they_are_at() {
        let plain = drawn(&Theme::of(ThemeName::Dark), Ramp::Loss);
        let mut buf = plain.clone();
        trail(buf.area, &mut buf, [([[0.0, 0.5], [1.0, 0.5]], 0.2)].into_iter(), [Style::new(); 2]);
        mark(&mut buf, Position::new(2, 0), "0", Style::new());
        assert!((0..6).all(|x| buf[(x, 0)].symbol() != "▀" && buf[(x, 0)].bg == plain[(x, 0)].bg));
    }

    #[test]
    fn a_path_is_stronger_the_newer_it_is_on_every_height() {
        let theme = Theme::of(ThemeName::Dark);
        let strength = |age: f64| {
            let mut buf = drawn(&theme, Ramp::Loss);
            let piece = [[0.0, 0.5], [1.0, 0.5]];
            trail(buf.area, &mut buf, [(piece, age)].into_iter(), [Style::new(); 2]);
            let seen = |x| Rgb::fixed(buf[(x, 0)].fg).unwrap().contrast(Rgb::fixed(buf[(x, 0)].bg).unwrap());
            (0..6).map(seen).collect::<Vec<_>>()
        };
        let [old, new] = [0.0, 1.0].map(strength);
        assert!(old.iter().zip(&new).all(|(old, new)| old + 0.5 < *new), "{old:?} {new:?}");
    }

    #[test]
    fn without_colours_a_number_stands_apart_from_the_shades_around_it() {
        let mut buf = Buffer::with_lines(["····░░▒▒"]);
        label(buf.area, &mut buf, [0.5, 0.5], ".5", Style::new());
        label(buf.area, &mut buf, [0.0, 0.5], "1", Style::new());
        assert_eq!(crate::ui::picture::text(&buf), "1  .5 ▒▒\n");
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
