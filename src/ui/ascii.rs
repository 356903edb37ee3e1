//! A last pass over a finished frame for terminals that draw boxes, arrows and Greek two cells wide
//! or not at all: every such glyph becomes an ASCII character of the same one cell.

use ratatui::buffer::{Buffer, CellWidth as _};

/// Replaces what is outside ASCII and one cell wide; Japanese and other text of two cells stays, and
/// so do half-width kana, which are one cell everywhere.
pub(super) fn to_ascii(buf: &mut Buffer) {
    for index in 0..buf.content.len() {
        let cell = &buf.content[index];
        let symbol = cell.symbol();
        if symbol.is_ascii() || cell.cell_width() != 1 {
            continue;
        }
        let glyph = symbol.chars().next().unwrap_or(' ');
        if is_half_width_kana(glyph) {
            continue;
        }
        buf.content[index].set_char(stand_in(glyph));
    }
}

/// The label of keys: without arrows, `<` and `>` would name other keys than the arrow keys.
pub(super) fn key_label(label: String, ascii: bool) -> String {
    if !ascii {
        return label;
    }
    let mut words = String::new();
    for c in label.chars() {
        let word = match c {
            '↑' => "Up",
            '↓' => "Dn",
            '←' => "Left",
            '→' => "Right",
            other => {
                words.push(other);
                continue;
            }
        };
        if words.ends_with(char::is_alphabetic) {
            words.push('/');
        }
        words.push_str(word);
    }
    words
}

const fn is_half_width_kana(glyph: char) -> bool {
    matches!(glyph, '\u{ff61}'..='\u{ff9f}')
}

/// The ASCII character most like a glyph; `?` where nothing is.
fn stand_in(glyph: char) -> char {
    match glyph {
        '\0'..='\x7f' => glyph,
        '\u{2800}'..='\u{28ff}' => braille(glyph as u32 as u8),
        '\u{2500}'..='\u{257f}' => line(glyph),
        '\u{2580}'..='\u{259f}' => block(glyph),
        '−' | '–' | '—' | '‐' | '‑' => '-',
        '×' | '✗' | '✘' => 'x',
        '▾' | '▼' | '↓' | '√' => 'v',
        '●' => 'O',
        '○' | '∘' | '◦' | '°' => 'o',
        '◆' | '◇' => '@',
        '✧' | '★' | '☆' => '*',
        '±' => '+',
        '▸' | '▶' | '→' | '»' | '›' | '⏵' | '≥' => '>',
        '◂' | '◀' | '←' | '«' | '‹' | '≤' => '<',
        '▴' | '▲' | '↑' => '^',
        '▮' | '⏸' => '|',
        '■' | '▪' => '#',
        // In a range too: a hyphen would be the sign of the number after it.
        '…' | '≈' | '∼' => '~',
        '·' | '•' => '.',
        '¦' => ':',
        '‘' | '’' | '′' => '\'',
        '“' | '”' | '″' => '"',
        '↗' | '↙' | '½' | '÷' | '∕' => '/',
        // A right answer: what was said equals what was. A letter would be read as one.
        '✓' | '✔' | '≠' | '≡' => '=',
        '↖' | '↘' => '\\',
        '∞' => '8',
        '∇' => 'V',
        '\u{a0}' => ' ',
        _ => letter(glyph),
    }
}

/// Letters that belong to formulas, and those of names in the user's own file.
fn letter(glyph: char) -> char {
    match glyph {
        'α' | 'à'..='å' | 'ā' => 'a',
        'β' | 'ß' => 'b',
        'ç' | 'ć' | 'č' => 'c',
        'δ' | '∂' | 'ð' => 'd',
        'ε' | 'è'..='ë' | 'ē' | 'ę' => 'e',
        'γ' | 'ğ' => 'g',
        'ì'..='ï' | 'ī' => 'i',
        'κ' => 'k',
        'λ' | 'ł' => 'l',
        'η' | 'ν' | 'ñ' | 'ń' | 'ⁿ' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'π' | 'ρ' => 'p',
        'σ' | 'ś' | 'š' | 'ş' => 's',
        'θ' | 'τ' => 't',
        'µ' | 'μ' | 'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ω' => 'w',
        'χ' => 'x',
        'ý' | 'ÿ' | 'ŷ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        'À'..='Æ' => 'A',
        'Ç' | 'Ć' | 'Č' => 'C',
        'Δ' => 'D',
        'È'..='Ë' => 'E',
        'Ì'..='Ï' => 'I',
        'Ł' => 'L',
        'Ñ' => 'N',
        'Ò'..='Ö' | 'Ø' => 'O',
        '∏' => 'P',
        'Σ' | '∑' | 'Ś' | 'Š' => 'S',
        'Ù'..='Ü' => 'U',
        'Ý' => 'Y',
        'Ź' | 'Ż' | 'Ž' => 'Z',
        '₀'..='₉' => digit(glyph, '₀'),
        '⁰' | '⁴'..='⁹' => digit(glyph, '⁰'),
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁻' | '₋' => '-',
        _ => '?',
    }
}

fn digit(glyph: char, zero: char) -> char {
    char::from_digit(glyph as u32 - zero as u32, 10).unwrap_or('?')
}

/// Box drawing: dashes that mark a second series stay apart from whole lines.
const fn line(glyph: char) -> char {
    match glyph {
        // Three weights of a line stay three.
        '━' | '┅' | '┉' | '═' | '╸' | '╺' => '=',
        '─' | '╴' | '╶' | '╼' | '╾' => '-',
        '│' | '┃' | '║' | '╵' | '╷' | '╹' | '╻' | '╽' | '╿' => '|',
        '┄' | '┈' | '╌' | '╍' => '.',
        '┆' | '┇' | '┊' | '┋' | '╎' | '╏' => ':',
        '╱' => '/',
        '╲' => '\\',
        '╳' => 'x',
        _ => '+',
    }
}

/// Blocks and shades by how much of the cell they fill; half blocks at the ends of bars and tabs
/// become the brackets that close them.
const fn block(glyph: char) -> char {
    match glyph {
        '▁' | '▂' => '.',
        '▃' | '▄' | '░' => ':',
        '▅' | '▆' | '▒' => '=',
        '▓' => '%',
        '▀' | '▔' => '"',
        '▐' | '▕' => '[',
        '▌' | '▋' | '▊' | '▍' => ']',
        '▎' | '▏' => '|',
        _ => '#',
    }
}

/// Braille by where its dots are: the height of a curve, its steepness, or a mass of points.
fn braille(dots: u8) -> char {
    let left = [dots & 0x01, dots & 0x02, dots & 0x04, dots & 0x40].map(|bit| bit != 0);
    let right = [dots & 0x08, dots & 0x10, dots & 0x20, dots & 0x80].map(|bit| bit != 0);
    let number = dots.count_ones();
    let rows: [bool; 4] = std::array::from_fn(|row| left[row] || right[row]);
    // A stroke of two dots, which may rise or fall a little.
    let is_thick = number >= 4 && left.contains(&true) && right.contains(&true);
    match rows {
        [false, false, false, false] => ' ',
        _ if number >= 7 => '#',
        // A dot alone is of a reference line: a curve fills more of its cells.
        _ if number == 1 => '.',
        _ if let Some(slope) = slope(left, right) => slope,
        [true, true, true, false] if is_thick => '-',
        [false, _, true, true] if is_thick => '_',
        [true, true, true, _] | [_, true, true, true] => '|',
        [true, _, _, true] | [true, _, true, false] | [false, true, false, true] => ':',
        [true, _, false, false] => '\'',
        [false, true, _, false] | [false, false, true, false] => '-',
        [false, false, false, true] if left[3] && right[3] => '_',
        [false, _, _, true] => '.',
    }
}

/// A stroke that rises or falls by more than a dot from one column to the other.
fn slope(left: [bool; 4], right: [bool; 4]) -> Option<char> {
    let middle = |column: [bool; 4]| {
        let rows = column.iter().zip(0_u8..).filter(|(set, _)| **set).map(|(_, row)| row);
        let (sum, number) = rows.fold((0, 0), |(sum, number), row| (sum + row, number + 1));
        (number > 0).then(|| f64::from(sum) / f64::from(number))
    };
    let fall = middle(right)? - middle(left)?;
    (fall.abs() > 1.0).then_some(if fall < 0.0 { '/' } else { '\\' })
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::{Style, Stylize as _};

    use super::*;

    fn ascii(text: &str) -> String {
        let mut buf = Buffer::empty(Rect::new(0, 0, text.chars().count() as u16 * 2, 1));
        buf.set_string(0, 0, text, Style::new());
        to_ascii(&mut buf);
        crate::ui::picture::text(&buf).trim_end().to_owned()
    }

    /// Every glyph the screens are drawn with, Braille apart.
    const GLYPHS: &str = "¦µ·»½×δσ–’…₁₂←↑→↓∂−∘≤⏵⏸─│┃┄┊├┤┬┴┼╌╭╮╯╰╱▀▁▂▃▄▅▆▇█▌▐░▒▓▔▮▴▾▸◂◆◇○●✓✗✧∑√ŷη²▲┌┐└┘";

    #[test]
    fn every_glyph_of_the_screens_has_a_stand_in_of_one_cell() {
        for glyph in GLYPHS.chars().chain('\u{2800}'..='\u{28ff}') {
            let text = ascii(&format!("{glyph}|"));
            let [stand_in, b'|'] = text.as_bytes() else { panic!("{glyph} became {text:?}") };
            assert!(stand_in.is_ascii() && *stand_in != b'?', "{glyph} became {text:?}");
        }
    }

    #[test]
    fn a_frame_stays_a_frame() {
        assert_eq!(ascii("╭─ ▸Network ───┬─ 2→1 ─╮"), "+- >Network ---+- 2>1 -+");
        assert_eq!(ascii("│▐1 Explore▌ 38 % σ ✓ ✗ ×−0.0169│"), "|[1 Explore] 38 % s = x x-0.0169|");
        assert_eq!(ascii("▮▮ ┃┄┄ ●◆○✧ ░▒▓█ ▁▄▆█▌ Ow…"), "|| |.. O@o* :=%# .:=#] Ow~");
    }

    #[test]
    fn arrow_keys_are_named_for_other_keys_look_like_their_stand_ins() {
        assert_eq!(key_label("↑↓".to_owned(), true), "Up/Dn");
        assert_eq!(key_label("← → h".to_owned(), true), "Left Right h");
        assert_eq!(key_label("Shift-→".to_owned(), true), "Shift-Right");
        assert_eq!(key_label("↑↓".to_owned(), false), "↑↓");
    }

    #[test]
    fn a_curve_keeps_its_course() {
        assert_eq!(ascii("⣀⣀⡠⠤⠤⠒⠒⠉⠉"), "__.----''");
        assert_eq!(ascii("⢠⠃"), ".'");
        assert_eq!(ascii("⡇⢸⣿⠊⢄"), "||#'.");
        assert_eq!(ascii("⡜⢣"), "/\\");
        assert_eq!(ascii("⠁⠁⠂⠄⡀"), ".....", "a reference line at any height");
    }

    #[test]
    fn the_end_of_a_range_is_no_negative_number() {
        assert_eq!(ascii("−1.5…0.6 0…80 Ow…"), "-1.5~0.6 0~80 Ow~");
    }

    #[test]
    fn text_of_two_cells_and_half_width_kana_stay() {
        assert_eq!(ascii("年齢×性別 ｱｶﾞ"), "年齢x性別 ｱｶﾞ");
    }

    #[test]
    fn names_lose_their_accents_and_not_their_place() {
        assert_eq!(ascii("Björnström Ångström Núñez"), "Bjornstrom Angstrom Nunez");
        assert_eq!(ascii("e\u{301}a"), "ea", "an accent set apart goes with its letter");
    }

    #[test]
    fn styles_are_kept() {
        let mut buf = Buffer::with_lines(["●".red().bold()]);
        let before = buf[(0, 0)].style();
        to_ascii(&mut buf);
        assert_eq!((buf[(0, 0)].symbol(), buf[(0, 0)].style()), ("O", before));
    }
}
