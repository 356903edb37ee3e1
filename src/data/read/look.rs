//! A look at the first bytes of a list: what is no CSV in UTF-8 is called by its name, and how lines end.

/// How many bytes are looked at.
pub(super) const HEAD: usize = 64 << 10;

/// What the bytes are instead of CSV in UTF-8, and what to do; none where they may be that.
pub(super) fn not_text(head: &[u8]) -> Option<&'static str> {
    match head {
        // With its mark, or without: every other byte of the first letters is 0.
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, 1..=255, ..] | [1..=255, 0, 1..=255, 0, ..] => {
            Some("UTF-16 text; save it as UTF-8")
        }
        [b'P', b'K', 3, 4, ..] => Some("a spreadsheet or a zip archive; save the list as CSV"),
        [0x1f, 0x8b, ..] => Some("packed with gzip; unpack it first"),
        _ => None,
    }
}

/// Whether lines end in CR alone, as old Macintosh programs write them.
pub(super) fn ends_in_cr(head: &[u8]) -> bool {
    let before_last = &head[..head.len().saturating_sub(1)];
    before_last.contains(&b'\r') && !head.contains(&b'\n')
}
