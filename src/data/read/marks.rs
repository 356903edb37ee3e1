//! Where in a file delimiters, quotation marks and line ends stand: found eight bytes at a time, for they are what most of
//! the time of reading goes into.

/// The places, one after another.
pub(super) struct Marks<'a> {
    bytes: &'a [u8],
    /// Where the bytes behind `found` begin.
    at: usize,
    /// The highest bit of each of eight bytes that is a mark.
    found: u64,
    /// The byte between fields, in all eight places.
    delimiters: u64,
}

const STEP: usize = size_of::<u64>();

/// A byte in all eight places.
const fn eight(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; STEP])
}

impl<'a> Marks<'a> {
    pub fn new(bytes: &'a [u8], delimiter: u8) -> Self {
        let delimiters = eight(delimiter);
        Self { bytes, at: 0, found: marks(first_eight(bytes), delimiters), delimiters }
    }
}

impl Iterator for Marks<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.found == 0 {
            self.at += STEP;
            let rest = self.bytes.get(self.at..).filter(|rest| !rest.is_empty())?;
            self.found = marks(first_eight(rest), self.delimiters);
        }
        let byte = self.found.trailing_zeros() as usize / STEP;
        self.found &= self.found - 1;
        Some(self.at + byte)
    }
}

/// The first eight bytes, the first one lowest; behind the end stand zeros, which are no marks.
#[inline]
fn first_eight(bytes: &[u8]) -> u64 {
    bytes.first_chunk().map_or_else(
        || bytes.iter().rev().fold(0, |all, byte| all << 8 | u64::from(*byte)),
        |eight| u64::from_le_bytes(*eight),
    )
}

#[inline]
const fn marks(word: u64, delimiters: u64) -> u64 {
    const QUOTES: u64 = eight(b'"');
    const ENDS: u64 = eight(b'\n');
    zeros(word ^ delimiters) | zeros(word ^ QUOTES) | zeros(word ^ ENDS)
}

/// The highest bit of every byte that is zero.
#[inline]
const fn zeros(word: u64) -> u64 {
    const REST: u64 = eight(0x7f);
    !(((word & REST) + REST) | word | REST)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_mark_is_found_and_nothing_else(bytes in prop::collection::vec(
            prop_oneof![any::<u8>(), prop::sample::select(&b",\"\n\r-.!#+\x0b\xac\xa2\x8a"[..])], 0..40,
        )) {
            let expected = (0..bytes.len()).filter(|at| b",\"\n".contains(&bytes[*at]));
            prop_assert!(Marks::new(&bytes, b',').eq(expected));
        }
    }
}
