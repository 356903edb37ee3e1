//! How large a list and its parts may be. Far more than any list of passengers needs, and little enough
//! that no file can fill the memory; nothing kept while reading grows beyond these.

/// The most bytes of a field.
pub(in crate::data) const FIELD: usize = 64 << 10;

/// The most bytes of a line, with the lines that a quotation mark joins to it.
pub(in crate::data) const LINE: usize = 1 << 20;

/// The most bytes of a file.
pub(in crate::data) const FILE: u64 = 1 << 30;

/// The most rows: some hundred bytes each while they are looked at.
pub(in crate::data) const ROWS: usize = 4_000_000;
