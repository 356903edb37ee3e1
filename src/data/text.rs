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
    let (mut key, mut skipped, mut taken) = ([0; KEY_BYTES + 1], part * KEY_BYTES, 0);
    // False once the key is full and more was to come.
    let mut spell = |byte: u8| {
        if skipped > 0 {
            skipped -= 1;
        } else if taken < KEY_BYTES {
            key[taken] = byte;
            taken += 1;
        } else {
            key[KEY_BYTES] = 1;
            return false;
        }
        true
    };
    let mut rest = text;
    while let Some(&first) = rest.as_bytes().first() {
        let fits = if first.is_ascii_digit() {
            let (digits, after) = split_number(rest);
            rest = after;
            // A digit among letters stands where digits stand; without leading zeros the longer run is the larger
            // number, however many digits it has.
            let length = digits.len();
            spell(b'0')
                && (0..length / 255).all(|_| spell(255))
                && spell((length % 255) as u8)
                && digits.bytes().all(&mut spell)
        } else if first.is_ascii() {
            rest = &rest[1..];
            spell(first.to_ascii_lowercase())
        } else {
            let mut letters = rest.chars();
            let mut small = letters.next().into_iter().flat_map(char::to_lowercase);
            rest = letters.as_str();
            small.all(|letter| letter.encode_utf8(&mut [0; 4]).bytes().all(&mut spell))
        };
        if !fits {
            break;
        }
    }
    u128::from_be_bytes(key)
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
        let (text, needle) = (text.as_bytes(), needle.as_bytes());
        let Some(first) = needle.first() else {
            return true;
        };
        let starts = text.len().checked_sub(needle.len()).map_or(0, |last| last + 1);
        // Few letters are the first one, so few places are looked at more closely.
        return (0..starts).any(|start| {
            text[start].eq_ignore_ascii_case(first) && text[start..][..needle.len()].eq_ignore_ascii_case(needle)
        });
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
