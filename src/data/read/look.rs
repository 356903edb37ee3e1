//! A look at the first bytes of a list: what is none is called by its name, what stands between its fields, and how its
//! lines end.

use crate::data::column::RawColumn;

/// How many bytes are looked at.
pub(super) const HEAD: usize = 64 << 10;

/// What may stand between fields.
const DELIMITERS: [u8; 4] = *b",;\t|";

/// What the bytes are instead of a list, and what to do; none where they may be one.
pub(super) fn no_list(head: &[u8]) -> Option<&'static str> {
    const ARCHIVE: &[u8] = b"PK\x03\x04";
    let contains = |part: &[u8]| head.windows(part.len()).any(|found| found == part);
    let first = head.iter().find(|byte| !byte.is_ascii_whitespace());
    match head {
        _ if head.starts_with(ARCHIVE) && contains(b"data.pkl") => {
            Some("a PyTorch file, not a list; save its state_dict as safetensors and open that with --model")
        }
        _ if head.starts_with(ARCHIVE) => {
            Some("a spreadsheet or a zip archive; save the list as CSV, or unpack it (unzip -p FILE | titanic-tui -)")
        }
        [0x80, 2..=5, ..] => Some("a pickle of Python, not a list; save the list as CSV"),
        [b'B', b'Z', b'h', ..] => Some("packed with bzip2; unpack it (bzip2 -dc FILE | titanic-tui -)"),
        [0xfd, b'7', b'z', b'X', b'Z', ..] => Some("packed with xz; unpack it (xz -dc FILE | titanic-tui -)"),
        [_, _, _, _, 0, 0, 0, 0, b'{', ..] => Some("a safetensors file, not a list; open it with --model"),
        [b'P', b'A', b'R', b'1', ..] => Some("a Parquet file; save the list as CSV"),
        [b'7', b'z', 0xbc, 0xaf, ..] | [b'R', b'a', b'r', b'!', ..] => Some("an archive; unpack it first"),
        [b'S', b'Q', b'L', b'i', b't', b'e', ..] => Some("an SQLite database; export the table as CSV"),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Some("an old Excel file; save the list as CSV"),
        [b'%', b'P', b'D', b'F', ..] => Some("a PDF; a list is needed as CSV"),
        _ if first == Some(&b'{') => Some("a model or other JSON, not a list; open a model with --model"),
        _ if first == Some(&b'[') => Some("JSON, not a list in CSV; save it as CSV"),
        _ if first == Some(&b'<') => Some("a web page, not a list; fetch the file itself"),
        _ if is_toml(head) => Some("a recipe or other TOML, not a list; open a recipe with --recipe"),
        // Text of two bytes a letter is full of zeros.
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [1..=255, 0, 1..=255, 0, ..] | [0, 1..=255, 0, 1..=255, ..] => None,
        _ if head.iter().any(|byte| matches!(byte, 0..=8 | 14..=26 | 28..=31)) => {
            Some("no text; save the list as CSV, or unpack it first")
        }
        _ => None,
    }
}

/// Whether the first line says that something is something, as no header does.
fn is_toml(head: &[u8]) -> bool {
    let mut lines = head.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
    let first = lines.find(|line| !line.is_empty() && !line.starts_with(b"#")).unwrap_or_default();
    let name = first.split(|byte| *byte == b'=').next().unwrap_or_default().trim_ascii();
    let is_name = |name: &[u8]| !name.is_empty() && name.iter().all(|byte| byte.is_ascii_lowercase() || *byte == b'_');
    name.len() < first.len() && name != b"sep" && is_name(name)
}

/// Where the header begins, and what stands between its fields: what a first line says as Excel writes it (`sep=;`), else
/// what parts the header into most columns that are known.
pub(super) fn delimiter(head: &[u8]) -> (usize, u8) {
    let end = head.iter().position(|byte| *byte == b'\n').map_or(head.len(), |end| end + 1);
    let mut first = &head[..end];
    for end in [b"\n", b"\r"] {
        first = first.strip_suffix(end).unwrap_or(first);
    }
    let first = first.strip_prefix(b"\"").and_then(|first| first.strip_suffix(b"\"")).unwrap_or(first);
    if let &[ref name @ .., delimiter] = first
        && name.eq_ignore_ascii_case(b"sep=")
        && DELIMITERS.contains(&delimiter)
    {
        return (end, delimiter);
    }
    let header = head.split(|byte| *byte == b'\n').find(|line| !line.trim_ascii().is_empty()).unwrap_or_default();
    let header = String::from_utf8_lossy(header);
    let known = |delimiter: u8| {
        let names = header.split(char::from(delimiter)).map(|name| name.trim().trim_matches('"'));
        names.filter(|name| RawColumn::from_header(name).is_some()).count()
    };
    (0, DELIMITERS.into_iter().rev().max_by_key(|&delimiter| known(delimiter)).unwrap_or(b','))
}

/// Whether lines end in CR alone, as old Macintosh programs write them.
pub(super) fn ends_in_cr(head: &[u8]) -> bool {
    let before_last = &head[..head.len().saturating_sub(1)];
    before_last.contains(&b'\r') && !head.contains(&b'\n')
}
