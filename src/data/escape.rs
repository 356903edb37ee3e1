//! Text from outside made harmless before people read it. For messages, on the screen and on standard
//! error; what is copied or exported stays as it is.

use std::borrow::Cow;

/// Spells out, as `\u{202e}`, whatever would act on a terminal or a reader instead of being read:
/// control characters, marks that turn the direction of writing, marks without width.
///
/// File names, fields, names in files and arguments go through here; to do it twice changes nothing.
pub fn escape(text: &str) -> Cow<'_, str> {
    if !text.contains(acts) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        if acts(letter) {
            shown.extend(letter.escape_default());
        } else {
            shown.push(letter);
        }
    }
    Cow::Owned(shown)
}

/// Control characters and Unicode's default-ignorable code points. Marks that stand over a letter and
/// the selectors of its look are no such: they are seen.
fn acts(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{ad}'
                | '\u{34f}'
                | '\u{61c}'
                | '\u{115f}'..='\u{1160}'
                | '\u{17b4}'..='\u{17b5}'
                | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{3164}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff0}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_on_a_terminal_is_spelt_out_and_what_is_read_stays() {
        for (text, shown) in [
            ("model.json", "model.json"),
            ("名簿\u{3000}2.csv", "名簿\u{3000}2.csv"),
            ("e\u{301}té \\ \"x\"", "e\u{301}té \\ \"x\""),
            ("\u{1b}[31mred", "\\u{1b}[31mred"),
            ("\u{9b}31m \u{7f}", "\\u{9b}31m \\u{7f}"),
            ("a\nb\tc\0", "a\\nb\\tc\\u{0}"),
            ("gpj\u{202e}exe.", "gpj\\u{202e}exe."),
            ("\u{2066}x\u{2069}", "\\u{2066}x\\u{2069}"),
            ("pass\u{200b}word\u{feff}", "pass\\u{200b}word\\u{feff}"),
            ("\u{e0041}", "\\u{e0041}"),
        ] {
            assert_eq!(escape(text), shown);
            assert_eq!(escape(&escape(text)), shown, "a second time");
        }
    }
}
