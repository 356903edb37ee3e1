//! Breaking a text into lines: at blanks, and between the glyphs of a script that has none, by the
//! Japanese rules on what may not begin or end a line.

use super::{graphemes, width};

/// Closing brackets, stops, small kana and sound marks: never at the beginning of a line.
const NO_START: &str =
    "、。，．・：；？！」』）］｝〉》】〕’”…‥ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ)]},.:;?!%";
/// Opening brackets: never at the end of a line.
const NO_END: &str = "「『（［｛〈《【〔‘“([{";

/// The text in lines of at most `cells`; `\n` ends a line, a word wider than a line is split, and a
/// glyph wider than a line is left out.
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    text.split('\n').flat_map(|paragraph| wrap_paragraph(paragraph, cells)).collect()
}

/// A last line this wide or less that ends in a wide glyph is a syllable of a word begun above.
const LONE: usize = 4;

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

    use super::*;

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
