//! Text in bulk and text in comparison: the arena behind the text columns, and orders that people expect.

use std::cmp::Ordering;

/// A column of strings in one buffer: four bytes a row beside the text itself.
#[derive(Debug, Clone, Default)]
pub(super) struct Texts {
    bytes: String,
    ends: Vec<u32>,
}

impl Texts {
    /// Appends a row; `None` when the column would pass 4 GB.
    pub fn push(&mut self, text: &str) -> Option<()> {
        let end = u32::try_from(self.bytes.len() + text.len()).ok()?;
        self.bytes.push_str(text);
        self.ends.push(end);
        Some(())
    }

    /// The text of a row. It never panics, so that who does not look at it pays nothing for it.
    #[inline]
    pub fn get(&self, row: usize) -> &str {
        let end = |row: usize| self.ends.get(row).map_or(0, |end| *end as usize);
        let start = row.checked_sub(1).map_or(0, end);
        self.bytes.get(start..end(row)).unwrap_or_default()
    }
}

/// How many bytes of a spelling a key holds; the last byte of the key tells whether more follow.
const KEY_BYTES: usize = size_of::<u128>() - 1;

/// Part of a text spelt so that spellings, compared byte by byte, come in the order people expect: without regard to
/// case, and runs of digits by their number. The first part is `part` 0; of two texts with the same key the next parts
/// decide, where there are any.
pub(super) fn natural_key(text: &str, part: usize) -> u128 {
    let (mut key, mut skipped, mut taken) = (0, part * KEY_BYTES, 0);
    // False once the key is full and more was to come.
    let mut spell = |bytes: &[u8]| {
        for &byte in bytes {
            if skipped > 0 {
                skipped -= 1;
            } else if taken == KEY_BYTES {
                key |= 1;
                return false;
            } else {
                taken += 1;
                key |= u128::from(byte) << (8 * (KEY_BYTES + 1 - taken));
            }
        }
        true
    };
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let fits = if letter.is_ascii_digit() {
            let (digits, after) = split_number(rest);
            rest = after;
            // A digit among letters stands where digits stand; without leading zeros the longer run is the larger
            // number, however many digits it has.
            let length = digits.len();
            spell(b"0")
                && (0..length / 255).all(|_| spell(&[255]))
                && spell(&[(length % 255) as u8])
                && spell(digits.as_bytes())
        } else {
            rest = &rest[letter.len_utf8()..];
            if letter.is_ascii() {
                spell(&[letter.to_ascii_lowercase() as u8])
            } else {
                letter.to_lowercase().all(|letter| spell(letter.encode_utf8(&mut [0; 4]).as_bytes()))
            }
        };
        if !fits {
            break;
        }
    }
    key
}

/// Whether a text goes on beyond the part behind a key.
pub(super) const fn goes_on(key: u128) -> bool {
    key & 1 == 1
}

/// Orders text without regard to case and runs of digits by their number, so that C2 comes before C10.
pub(super) fn natural_order(left: &str, right: &str) -> Ordering {
    let mut part = 0;
    loop {
        let (left, right) = (natural_key(left, part), natural_key(right, part));
        if left != right || !goes_on(left) {
            return left.cmp(&right);
        }
        part += 1;
    }
}

/// Cuts a run of digits off the front, without its leading zeros.
fn split_number(text: &str) -> (&str, &str) {
    let end = text.bytes().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    (text[..end].trim_start_matches('0'), &text[end..])
}

/// Whether `text` contains `needle`, which must already be lowercase, in any case.
pub(super) fn contains_folded(text: &str, needle: &str) -> bool {
    if text.is_ascii() && needle.is_ascii() {
        let needle = needle.as_bytes();
        return needle.is_empty()
            || text.as_bytes().windows(needle.len()).any(|part| part.eq_ignore_ascii_case(needle));
    }
    text.to_lowercase().contains(needle)
}

/// Whether `text` is `folded`, which must already be lowercase, in any case.
pub(super) fn equals_folded(text: &str, folded: &str) -> bool {
    if text.is_ascii() { text.eq_ignore_ascii_case(folded) } else { text.to_lowercase() == folded }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cabins_and_names_sort_as_people_expect() {
        for (left, right, order) in [
            ("C2", "C10", Ordering::Less),
            ("c85", "C85", Ordering::Equal),
            ("A/5 21171", "A/5 3101", Ordering::Greater),
            ("C007", "C7", Ordering::Equal),
            ("", "a", Ordering::Less),
            ("C23 C25 C27", "C23", Ordering::Greater),
            ("99999999999999999999999", "100000000000000000000000", Ordering::Less),
            ("Élise", "élise", Ordering::Equal),
            ("Zoe", "Élise", Ordering::Less),
            ("Braund, Mr. Owen Harris 2", "braund, mr. OWEN harris 10", Ordering::Less),
            ("fifteen letters", "fifteen lettersS", Ordering::Less),
            ("fifteen letter0x", "fifteen letter0", Ordering::Greater),
        ] {
            assert_eq!(natural_order(left, right), order, "{left} against {right}");
            assert_eq!(natural_order(right, left), order.reverse(), "{right} against {left}");
        }
    }

    #[test]
    fn search_ignores_case_beyond_ascii_too() {
        assert!(contains_folded("Braund, Mr. Owen", "owen"));
        assert!(contains_folded("Élise", "éli"));
        assert!(contains_folded("anything", ""));
        assert!(!contains_folded("Li", "lin"));
    }

    #[test]
    fn texts_give_back_what_went_in() {
        let mut texts = Texts::default();
        for text in ["Braund", "", "名前"] {
            texts.push(text).unwrap();
        }
        assert_eq!((texts.get(0), texts.get(1), texts.get(2)), ("Braund", "", "名前"));
    }
}
