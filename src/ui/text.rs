//! Text measured in terminal cells: cut, padded and wrapped without ever splitting a wide glyph. Lines break at
//! blanks, and between the glyphs of a script that has none by the Japanese rules on what may not begin or end a line.
//! Widths are ratatui's own, so what is measured here is what a buffer will hold.

use std::borrow::Cow;
use std::str::Chars;

use ratatui::buffer::CellWidth as _;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation as _;

/// Stands for what was cut off; one cell.
const ELLIPSIS: &str = "…";
/// Closing brackets, stops, small kana and sound marks: never at the beginning of a line.
const NO_START: &str =
    "、。，．・：；？！」』）］｝〉》】〕’”…‥ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ)]},.:;?!%";
/// Opening brackets: never at the end of a line.
const NO_END: &str = "「『（［｛〈《【〔‘“([{";
/// A last line this wide or less that ends in a wide glyph is a syllable of a word begun above.
const LONE: usize = 4;

/// What a reader sees as characters, each with its width in cells; control characters and what has
/// no width are left out, as a buffer leaves them out.
pub fn graphemes(text: &str) -> impl Iterator<Item = (&str, usize)> {
    text.graphemes(true)
        .filter(|grapheme| !grapheme.contains(char::is_control))
        .map(|grapheme| (grapheme, usize::from(grapheme.cell_width())))
        .filter(|&(_, cells)| cells > 0)
}

/// The width of a text in cells.
pub fn width(text: &str) -> usize {
    match singles(text) {
        Some(glyphs) => glyphs.count(),
        None => graphemes(text).map(|(_, cells)| cells).sum(),
    }
}

/// The glyphs of a text where each is a cell of its own, as in most of what is written: thousands of times a frame none
/// has to be looked up.
pub(super) fn singles(text: &str) -> Option<Chars<'_>> {
    text.chars().all(is_single).then(|| text.chars())
}

/// Whether a glyph is one cell wide and joins with no other of the kind. Some that are, among rare ones, are left out.
const fn is_single(glyph: char) -> bool {
    matches!(glyph,
        ' '..='~'
        // Latin and Greek letters.
        | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{391}'..='\u{3a1}' | '\u{3a3}'..='\u{3ff}'
        // Dashes, quotes, dots, raised and lowered digits, arrows, signs of sums and of comparison.
        | '‐'..='‧' | '‰'..='⁞' | '⁰' | '⁴'..='₎' | '←'..='⇿' | '∀'..='⋿'
        // Boxes, blocks and shapes, marks, dots.
        | '─'..='◼' | '✓'..='✧' | '⠀'..='⣿')
}

/// The text if it fits, else as much of it as fits before `…`; never wider than `cells`.
pub fn cut(text: &str, cells: usize) -> Cow<'_, str> {
    if width(text) <= cells {
        return Cow::Borrowed(text);
    }
    let Some(room) = cells.checked_sub(1) else {
        return Cow::Borrowed("");
    };
    let mut kept = head(text, room);
    kept.push_str(ELLIPSIS);
    Cow::Owned(kept)
}

/// The text cut or filled with blanks on the right to exactly `cells`.
pub(super) fn pad_right(text: &str, cells: usize) -> String {
    let mut padded = cut(text, cells).into_owned();
    padded.push_str(&blanks(cells - width(&padded)));
    padded
}

/// The text cut or filled with blanks on the left to exactly `cells`.
pub(super) fn pad_left(text: &str, cells: usize) -> String {
    let kept = cut(text, cells);
    blanks(cells - width(&kept)) + &kept
}

/// [`wrap`] for lines in one style.
pub(super) fn wrapped(words: &str, cells: usize, style: Style) -> Vec<Line<'static>> {
    wrap(words, cells).into_iter().map(|row| Span::styled(row, style).into()).collect()
}

/// The width of a styled line in cells.
pub(super) fn line_width(line: &Line<'_>) -> usize {
    line.spans.iter().map(|span| width(&span.content)).sum()
}

/// A styled line cut as [`cut`] does; `…` takes the style of what it cuts.
pub(super) fn cut_line(line: Line<'_>, cells: usize) -> Line<'_> {
    if line_width(&line) <= cells {
        return line;
    }
    let mut left = cells;
    let mut spans = Vec::new();
    for span in line.spans {
        let taken = width(&span.content);
        if taken < left {
            spans.push(span);
            left -= taken;
            continue;
        }
        if let Some(room) = left.checked_sub(1) {
            spans.push(Span::styled(head(&span.content, room) + ELLIPSIS, span.style));
        }
        break;
    }
    Line { spans, ..line }
}

/// One thing at the beginning of so many cells, another at their end.
pub(super) fn at_ends<'a>(left: Span<'a>, right: Span<'a>, cells: u16) -> Line<'a> {
    let taken = width(&left.content) + width(&right.content);
    let between = blanks(usize::from(cells).saturating_sub(taken));
    Line::from_iter([left, Span::raw(between), right])
}

/// A bar of so many cells, to a half.
pub fn bar(cells: f64) -> String {
    bar_of(["━", "╸"], cells)
}

/// The same of these glyphs for a cell and for half of one.
pub(super) fn bar_of([whole, half]: [&str; 2], cells: f64) -> String {
    let halves = (cells * 2.0).round() as usize;
    whole.repeat(halves / 2) + ["", half][halves % 2]
}

/// As many whole graphemes as fit into `cells`.
fn head(text: &str, cells: usize) -> String {
    if let Some(glyphs) = singles(text) {
        return glyphs.take(cells).collect();
    }
    let mut left = cells;
    let mut kept = String::with_capacity(text.len().min(cells + ELLIPSIS.len()));
    for (grapheme, taken) in graphemes(text) {
        let Some(rest) = left.checked_sub(taken) else {
            break;
        };
        left = rest;
        kept.push_str(grapheme);
    }
    kept
}

fn blanks(cells: usize) -> String {
    " ".repeat(cells)
}

/// The text in lines of at most `cells`; `\n` ends a line, a word wider than a line is split, and a
/// glyph wider than a line is left out.
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    text.split('\n').flat_map(|paragraph| wrap_paragraph(paragraph, cells)).collect()
}

fn wrap_paragraph(paragraph: &str, cells: usize) -> Vec<String> {
    let pieces = pieces(paragraph);
    let lines = fill(&pieces, cells);
    if !ends_alone(&lines) {
        return lines;
    }
    // Lines a little shorter give the last one more.
    let narrower = (cells.saturating_sub(8).max(LONE + 1)..cells).rev();
    narrower
        .map(|cells| fill(&pieces, cells))
        .find(|other| other.len() == lines.len() && !ends_alone(other))
        .unwrap_or(lines)
}

fn ends_alone(lines: &[String]) -> bool {
    let [.., _, last] = lines else {
        return false;
    };
    let is_wide = graphemes(last).any(|(_, cells)| cells > 1);
    is_wide && width(last) <= LONE
}

fn fill(pieces: &[String], cells: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = Filling::default();
    for piece in pieces {
        let taken = width(piece);
        if piece.starts_with(' ') {
            line.blanks = taken;
        } else if line.cells + line.blanks + taken <= cells {
            line.push(piece, taken);
        } else {
            if line.cells > 0 {
                lines.push(line.take());
            }
            line.blanks = 0;
            for (grapheme, taken) in graphemes(piece) {
                if line.cells + taken > cells && line.cells > 0 {
                    lines.push(line.take());
                }
                if taken <= cells {
                    line.push(grapheme, taken);
                }
            }
        }
    }
    lines.push(line.take());
    lines
}

/// The line being filled, and the blanks that come before its next piece unless it ends here.
#[derive(Default)]
struct Filling {
    text: String,
    cells: usize,
    blanks: usize,
}

impl Filling {
    fn push(&mut self, piece: &str, taken: usize) {
        self.text.extend(std::iter::repeat_n(' ', self.blanks));
        self.text.push_str(piece);
        self.cells += self.blanks + taken;
        self.blanks = 0;
    }

    fn take(&mut self) -> String {
        std::mem::take(self).text
    }
}

/// Runs of blanks, and runs of glyphs that must stay together.
fn pieces(paragraph: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut previous: Option<(&str, usize)> = None;
    for current in graphemes(paragraph) {
        match (previous, pieces.last_mut()) {
            (Some(before), Some(piece)) if !may_break(before, current) => piece.push_str(current.0),
            _ => pieces.push(current.0.to_owned()),
        }
        previous = Some(current);
    }
    pieces
}

fn may_break(before: (&str, usize), after: (&str, usize)) -> bool {
    if before.0 == " " || after.0 == " " {
        return before.0 != after.0;
    }
    (before.1 > 1 || after.1 > 1) && !NO_END.contains(before.0) && !NO_START.contains(after.0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Stylize as _;

    use super::*;

    #[test]
    fn a_name_is_cut_by_cells_and_never_through_a_glyph() {
        assert_eq!(cut("Braund, Mr. Owen Harris", 15), "Braund, Mr. Ow…");
        assert_eq!(cut("Braund", 6), "Braund");
        assert_eq!(cut("乗客名簿", 8), "乗客名簿");
        assert_eq!(cut("乗客名簿", 7), "乗客名…");
        assert_eq!(cut("乗客名簿", 6), "乗客…", "half of 名 would fit, so none of it is shown");
        assert_eq!(cut("乗客", 1), "…");
        assert_eq!(cut("乗客", 0), "");
    }

    #[test]
    fn an_accent_stays_with_its_letter() {
        assert_eq!(cut("e\u{301}e\u{301}e\u{301}", 2), "e\u{301}…");
        assert_eq!(width("e\u{301}"), 1);
    }

    #[test]
    fn padding_gives_exactly_the_cells_asked_for() {
        assert_eq!(pad_right("年齢", 6), "年齢  ");
        assert_eq!(pad_left("年齢", 6), "  年齢");
        assert_eq!(pad_right("年齢と性別", 6), "年齢… ", "a blank makes up for the glyph cut");
        assert_eq!(pad_left("22", 4), "  22");
        assert_eq!(pad_right("", 0), "");
    }

    #[test]
    fn a_glyph_taken_for_one_cell_is_one_and_stands_alone_beside_any_other() {
        let all: Vec<char> = (0..=0x1_ffff).filter_map(char::from_u32).filter(|&glyph| is_single(glyph)).collect();
        assert!(all.len() > 1_500);
        let text: String = all.iter().flat_map(|&glyph| [glyph, 'a', glyph, glyph, '✓']).collect();
        let apart: Vec<(&str, usize)> = graphemes(&text).collect();
        assert_eq!(apart.len(), text.chars().count());
        for (glyph, cells) in apart {
            assert_eq!((glyph.chars().count(), cells), (1, 1), "{glyph}");
        }
    }

    #[test]
    fn tabs_and_escapes_of_a_foreign_file_have_no_width() {
        assert_eq!(width("a\tb\u{1b}c\r\n"), 3);
    }

    #[test]
    fn a_styled_line_keeps_the_style_of_what_is_left() {
        let line = Line::from(vec!["Network ".bold(), "2-3-1 ReLU".dim()]);
        let shorter = cut_line(line.clone(), 12);
        assert_eq!(shorter, Line::from(vec!["Network ".bold(), "2-3…".dim()]));
        assert_eq!(cut_line(line.clone(), 18), line);
        assert_eq!(cut_line(line.clone(), 0).width(), 0);
        assert_eq!(cut_line(line, 8), Line::from(vec!["Network…".bold()]));
    }

    #[test]
    fn words_are_kept_whole_and_blanks_end_with_the_line() {
        let lines = wrap("Each year of age takes 0.016852 off the sum.", 20);
        assert_eq!(lines, ["Each year of age", "takes 0.016852 off", "the sum."]);
    }

    #[test]
    fn japanese_is_wrapped_between_its_glyphs() {
        assert_eq!(wrap("年齢が一歳上がるごとに", 8), ["年齢が一", "歳上がる", "ごとに"]);
        assert_eq!(wrap("年齢が一歳", 7), ["年齢が", "一歳"], "seven cells hold three glyphs");
    }

    #[test]
    fn no_syllable_is_left_alone_in_the_last_line() {
        assert_eq!(wrap("年齢がその力を倍にするから。", 24), ["年齢がその力を倍にする", "から。"]);
    }

    #[test]
    fn no_stop_begins_a_line_and_no_bracket_ends_one() {
        assert_eq!(wrap("助かった。次", 8), ["助かっ", "た。次"]);
        assert_eq!(wrap("彼は「死亡」と", 6), ["彼は", "「死", "亡」と"]);
        assert_eq!(wrap("ニューロン", 4), ["ニュ", "ーロ", "ン"], "too narrow to keep the rule");
    }

    #[test]
    fn latin_words_inside_japanese_stay_whole() {
        assert_eq!(wrap("入力はReLUを通る", 8), ["入力は", "ReLUを通", "る"]);
    }

    #[test]
    fn paragraphs_and_empty_lines_are_kept() {
        assert_eq!(wrap("a\n\n  b", 5), ["a", "", "  b"]);
        assert_eq!(wrap("", 5), [""]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_split() {
        assert_eq!(wrap("ab abcdefg h", 3), ["ab", "abc", "def", "g h"]);
    }

    proptest! {
        #[test]
        fn the_quick_way_measures_as_the_long_one(text in "[\\x00-\\x7f]{0,24}") {
            prop_assert_eq!(width(&text), graphemes(&text).map(|(_, cells)| cells).sum::<usize>());
        }

        #[test]
        fn what_is_cut_or_padded_fills_a_buffer_exactly(text in "\\PC{0,24}", cells in 0_usize..30) {
            prop_assert!(width(&cut(&text, cells)) <= cells);
            for padded in [pad_left(&text, cells), pad_right(&text, cells)] {
                prop_assert_eq!(width(&padded), cells);
                let mut buffer = Buffer::empty(Rect::new(0, 0, 60, 1));
                let (end, _) = buffer.set_stringn(0, 0, &padded, 60, Style::new());
                prop_assert_eq!(usize::from(end), cells);
            }
        }

        #[test]
        fn no_line_is_too_wide_and_no_glyph_is_lost(text in "[a-z年齢。「」 ー]{0,40}", cells in 2_usize..20) {
            let lines = wrap(&text, cells);
            prop_assert!(lines.iter().all(|line| width(line) <= cells));
            let squeeze = |text: &str| text.replace(' ', "");
            prop_assert_eq!(squeeze(&lines.concat()), squeeze(&text));
        }

        #[test]
        fn anything_at_any_width_is_wrapped(text in "\\PC{0,24}", cells in 0_usize..4) {
            prop_assert!(wrap(&text, cells).iter().all(|line| width(line) <= cells));
        }
    }
}
