//! A frame as text with colours, for `cat` and `less -R`: as few escape sequences as its look takes.

use std::fmt::Write as _;

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};

use super::{Placed, rows};

/// What is seen even where a cell holds a blank.
const SEEN_ON_BLANKS: Modifier = Modifier::REVERSED.union(Modifier::UNDERLINED).union(Modifier::CROSSED_OUT);

/// The frame line by line with SGR escapes; every line begins and ends in the terminal's own look,
/// and plain blanks at line ends are left out.
pub fn ansi(buf: &Buffer) -> String {
    let mut out = String::new();
    for row in rows(buf) {
        let mut glyphs: Vec<Placed<'_>> = row.collect();
        while glyphs.last().is_some_and(|last| Look::of(last) == Look::PLAIN && last.is_blank()) {
            glyphs.pop();
        }
        let mut look = Look::PLAIN;
        for placed in &glyphs {
            let wanted = if placed.is_blank() { look.on_blank(placed) } else { Look::of(placed) };
            out.push_str(&look.change_to(wanted));
            look = wanted;
            out.push_str(placed.cell.symbol());
        }
        out.push_str(&look.change_to(Look::PLAIN));
        out.push('\n');
    }
    out
}

/// What a terminal remembers between two characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Look {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

impl Look {
    const PLAIN: Self = Self { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() };

    /// The look of a glyph; a blank's colour is nobody's business unless something shows it.
    fn of(placed: &Placed<'_>) -> Self {
        let cell = placed.cell;
        let look = Self { fg: cell.fg, bg: cell.bg, modifier: cell.modifier };
        if placed.is_blank() && !look.modifier.intersects(SEEN_ON_BLANKS) {
            Self { bg: look.bg, ..Self::PLAIN }
        } else {
            look
        }
    }

    /// The present look where it shows the blank as well as its own would.
    fn on_blank(self, blank: &Placed<'_>) -> Self {
        let own = Self::of(blank);
        let seen = (self.modifier | own.modifier).intersects(SEEN_ON_BLANKS);
        if self.bg == own.bg && !seen { self } else { own }
    }

    fn change_to(self, new: Self) -> String {
        if self == new {
            return String::new();
        }
        if new == Self::PLAIN {
            return "\x1b[0m".to_owned();
        }
        // There is no code that ends one attribute alone in every terminal: begin anew.
        let (old, mut codes) =
            if new.modifier.contains(self.modifier) { (self, String::new()) } else { (Self::PLAIN, "0;".to_owned()) };
        for (modifier, code) in MODIFIERS {
            if (new.modifier - old.modifier).contains(modifier) {
                codes.push_str(code);
            }
        }
        if new.fg != old.fg {
            color(new.fg, 30, &mut codes);
        }
        if new.bg != old.bg {
            color(new.bg, 40, &mut codes);
        }
        format!("\x1b[{}m", codes.trim_end_matches(';'))
    }
}

const MODIFIERS: [(Modifier, &str); 9] = [
    (Modifier::BOLD, "1;"),
    (Modifier::DIM, "2;"),
    (Modifier::ITALIC, "3;"),
    (Modifier::UNDERLINED, "4;"),
    (Modifier::SLOW_BLINK, "5;"),
    (Modifier::RAPID_BLINK, "6;"),
    (Modifier::REVERSED, "7;"),
    (Modifier::HIDDEN, "8;"),
    (Modifier::CROSSED_OUT, "9;"),
];

/// The codes of a colour; `base` is 30 for the foreground and 40 for the background.
fn color(color: Color, base: u8, codes: &mut String) {
    let written = match (color, super::ansi_index(color)) {
        (_, Some(index @ 0..=7)) => write!(codes, "{};", base + index),
        (_, Some(index)) => write!(codes, "{};", base + 60 - 8 + index),
        (Color::Rgb(red, green, blue), _) => {
            write!(codes, "{};2;{red};{green};{blue};", base + 8)
        }
        (Color::Indexed(index), _) => write!(codes, "{};5;{index};", base + 8),
        _ => write!(codes, "{};", base + 9),
    };
    written.expect("a string takes whatever is written");
}

#[cfg(test)]
mod tests {
    use ratatui::style::{Style, Stylize as _};
    use ratatui::text::{Line, Span};

    use super::*;

    fn lines<const N: usize>(lines: [Line<'static>; N]) -> String {
        ansi(&Buffer::with_lines(lines)).replace('\x1b', "")
    }

    #[test]
    fn plain_text_has_no_escapes_and_no_blanks_at_its_end() {
        assert_eq!(lines(["22 年齢   ".into(), "".into()]), "22 年齢\n\n");
    }

    #[test]
    fn a_look_is_named_once_and_left_at_the_end_of_the_line() {
        let line = Line::from(vec!["died".yellow(), " ".into(), "him".yellow(), " ✓".dim()]);
        assert_eq!(lines([line]), "[33mdied him [2;39m✓[0m\n");
    }

    #[test]
    fn only_what_changes_is_named() {
        let line = Line::from(vec!["a".red(), "b".red().bold(), "c".light_blue().bold(), "d".bold()]);
        assert_eq!(lines([line]), "[31ma[1mb[94mc[39md[0m\n");
    }

    #[test]
    fn all_kinds_of_colour_are_written() {
        let style = Style::new().fg(Color::Rgb(1, 2, 3)).bg(Color::Indexed(200));
        let line = Line::from(vec!["a".fg(Color::Gray).on_dark_gray(), Span::styled("b", style)]);
        assert_eq!(lines([line]), "[37;100ma[38;2;1;2;3;48;5;200mb[0m\n");
    }

    #[test]
    fn blanks_that_are_seen_stay() {
        assert_eq!(lines([Line::from(vec!["a".into(), "  ".reversed()])]), "a[7m  [0m\n");
        assert_eq!(lines([Line::from(vec!["a".into(), "  ".on_cyan()])]), "a[46m  [0m\n");
        let line = Line::from(vec!["a".underlined(), " ".into(), "b".into()]);
        assert_eq!(lines([line]), "[4ma[0m b\n", "the line under a does not run on");
    }
}
