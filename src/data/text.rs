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

    pub fn get(&self, row: usize) -> &str {
        let start = if row == 0 { 0 } else { self.ends[row - 1] as usize };
        &self.bytes[start..self.ends[row] as usize]
    }
}

/// Orders text without regard to case and runs of digits by their number, so that C2 comes before C10.
pub(super) fn natural_order(left: &str, right: &str) -> Ordering {
    let (mut left, mut right) = (left, right);
    loop {
        let (Some(a), Some(b)) = (left.chars().next(), right.chars().next()) else {
            return left.len().cmp(&right.len());
        };
        let order = if a.is_ascii_digit() && b.is_ascii_digit() {
            let (a, rest_of_left) = split_number(left);
            let (b, rest_of_right) = split_number(right);
            (left, right) = (rest_of_left, rest_of_right);
            // Without leading zeros the longer run is the larger number, however many digits it has.
            a.len().cmp(&b.len()).then_with(|| a.cmp(b))
        } else {
            (left, right) = (&left[a.len_utf8()..], &right[b.len_utf8()..]);
            if a == b { Ordering::Equal } else { a.to_lowercase().cmp(b.to_lowercase()) }
        };
        if order != Ordering::Equal {
            return order;
        }
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
