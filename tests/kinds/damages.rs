//! What can have happened to a file: each damage has a name, and a file of a kind has each at most once.

use std::io::Write as _;

use encoding_rs::WINDOWS_1252;
use flate2::Compression;
use flate2::write::GzEncoder;
use ruzstd::encoding::{CompressionLevel, compress_to_vec};
use serde_json::Value;

/// Damaged copies of a file, each with what was done to it.
pub type Damaged = Vec<(String, Vec<u8>)>;

/// Signs that turn the direction of writing, are not seen, or act on a terminal.
pub const EVIL: &str = "a\u{202e}b\u{200b}c\u{2066}d\u{feff}";

/// What files of other kinds begin with.
const MAGIC: [(&str, &[u8]); 20] = [
    ("zip", b"PK\x03\x04\x14\0"),
    ("PyTorch", b"PK\x03\x04\x14\0\0\0archive/data.pkl"),
    ("gzip", b"\x1f\x8b\x08\0\0\0\0\0"),
    ("zstd", b"\x28\xb5\x2f\xfd\x04\0"),
    ("bzip2", b"BZh91AY&SY"),
    ("xz", b"\xfd7zXZ\0"),
    ("pickle", b"\x80\x04\x95"),
    ("Parquet", b"PAR1\x15\x04"),
    ("HDF5", b"\x89HDF\r\n\x1a\n"),
    ("NumPy", b"\x93NUMPY\x01\0"),
    ("PNG", b"\x89PNG\r\n\x1a\n"),
    ("PDF", b"%PDF-1.7\n"),
    ("ELF", b"\x7fELF\x02\x01\x01\0"),
    ("SQLite", b"SQLite format 3\0"),
    ("old Excel", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    ("HTML", b"<!DOCTYPE html>\n"),
    ("XML", b"<?xml version=\"1.0\"?>\n"),
    ("JSON", b"{\"a\":"),
    ("safetensors", b"\x10\0\0\0\0\0\0\0{"),
    ("script", b"#!/bin/sh\n"),
];

/// What can happen to any file.
pub fn of_bytes(good: &[u8]) -> Damaged {
    let whole = good.len();
    let text = String::from_utf8_lossy(good).into_owned();
    let put = |at: usize, bytes: &[u8]| [&good[..at], bytes, &good[at..]].concat();
    let ends = |end: &str| text.replace('\n', end).into_bytes();
    let mut all: Vec<(&str, Vec<u8>)> = vec![
        ("nothing is left", Vec::new()),
        ("one byte is left", good[..1].to_vec()),
        ("cut at a quarter", good[..whole / 4].to_vec()),
        ("cut in the middle", good[..whole / 2].to_vec()),
        ("cut at three quarters", good[..whole * 3 / 4].to_vec()),
        ("the last byte is gone", good[..whole - 1].to_vec()),
        ("the first byte is gone", good[1..].to_vec()),
        ("twice", good.repeat(2)),
        ("backwards", good.iter().rev().copied().collect()),
        ("only NUL", vec![0; whole]),
        ("only 0xff", vec![0xff; whole]),
        ("only blanks", b" \n\t\r\n".repeat(9)),
        ("only quotation marks", vec![b'"'; whole]),
        ("only a mark of UTF-8", b"\xef\xbb\xbf".to_vec()),
        ("only a mark of UTF-16", b"\xff\xfe".to_vec()),
        ("NUL first", put(0, b"\0")),
        ("NUL inside", put(whole / 2, b"\0")),
        ("NUL at the end", put(whole, &[0; 512])),
        ("no UTF-8 inside", put(whole / 2, b"\xc3\x28\xf0\x9f\xff")),
        ("half a letter at the end", put(whole, b"\xe2\x82")),
        ("a surrogate inside", put(whole / 2, b"\xed\xa0\x80")),
        ("a mark of UTF-8 first", put(0, b"\xef\xbb\xbf")),
        ("two marks of UTF-8", put(0, b"\xef\xbb\xbf\xef\xbb\xbf")),
        ("a mark of UTF-16 first", put(0, b"\xff\xfe")),
        ("UTF-16", text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        ("UTF-32", text.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect()),
        ("bidi first", put(0, EVIL.as_bytes())),
        ("bidi inside", put(whole / 2, EVIL.as_bytes())),
        ("escapes first", put(0, b"\x1b]0;x\x07\x1b[31m")),
        ("escapes inside", put(whole / 2, b"\x1b[2J\x1b]52;c;eA==\x07")),
        ("a mark of conflict first", put(0, b"<<<<<<< HEAD\n")),
        ("CRLF", ends("\r\n")),
        ("CR", ends("\r")),
        ("vertical tabs for line ends", ends("\u{b}")),
        ("no line ends", ends(" ")),
        ("blank lines", ends("\n\n\n")),
        ("a long word first", put(0, &[b'x'; 70_000])),
        ("a long line behind it", put(whole, &b"x,".repeat(600 << 10))),
        ("nested brackets", b"[".repeat(100_000)),
        ("nested braces", b"{\"a\":".repeat(100_000)),
        ("nested tables", [b"a = ", b"{a = ".repeat(50_000).as_slice()].concat()),
        ("nested names", [b"a".as_slice(), b".a".repeat(50_000).as_slice(), b" = 1"].concat()),
        ("gzip", gzip(good)),
        ("gzip, cut", gzip(good)[..gzip(good).len() / 2].to_vec()),
        ("gzip of a gigabyte of NUL", bomb(b"\0")),
        ("gzip of a gigabyte of x", bomb(b"x")),
        ("zstd", compress_to_vec(good, CompressionLevel::Fastest)),
        ("zstd, cut", compress_to_vec(good, CompressionLevel::Fastest)[..20].to_vec()),
        ("zstd with a window of a terabyte", b"\x28\xb5\x2f\xfd\x00\xf8\x01\0\0".to_vec()),
        ("every byte", (0..=255).cycle().take(4096).collect()),
    ];
    let packed_twice = gzip(&gzip(good));
    all.push(("gzip in gzip", packed_twice));
    let named = all.into_iter().map(|(name, bytes)| (name.to_owned(), bytes));
    let magic = MAGIC.iter().flat_map(|&(name, magic)| {
        [
            (format!("begins as {name} does"), put(0, magic)),
            (format!("nothing but the beginning of {name}"), magic.to_vec()),
        ]
    });
    named.chain(magic).collect()
}

pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(bytes).expect("memory");
    packed.finish().expect("memory")
}

/// A file of a megabyte that unpacks to a gigabyte.
fn bomb(byte: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(&byte.repeat(4 << 20)).expect("memory");
    packed.finish().expect("memory").repeat(256)
}

/// How a format writes values.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Written {
    Json,
    Toml,
}

/// What stands for the value that is written over.
const PLACE: &str = "@@";

impl Written {
    pub fn text(self, value: &Value) -> String {
        match self {
            Self::Json => value.to_string(),
            Self::Toml => toml::Table::try_from(value).map(|table| table.to_string()).unwrap_or_default(),
        }
    }

    /// What can stand in the place of any value.
    fn values(self) -> Vec<(&'static str, String)> {
        let deep = |count| format!("{}{}", "[".repeat(count), "]".repeat(count));
        let mut values: Vec<(&str, String)> = [
            ("a truth", "true"),
            ("an empty text", "\"\""),
            ("another text", "\"x\""),
            ("a negative number", "-1"),
            ("nought", "0"),
            ("a fraction", "0.5"),
            ("a huge number", "1e300"),
            ("a tiny number", "-4e-324"),
            ("a number beyond 64 bits", "18446744073709551616"),
            ("a number of 64 bits", "9223372036854775807"),
            ("an empty list", "[]"),
            ("an empty table", "{}"),
            ("a table", if self == Self::Json { "{\"a\":1}" } else { "{ a = 1 }" }),
            ("a list of many kinds", "[1, \"a\", [true], 1e9]"),
            ("escapes in a text", "\"\\u001b[31m\\u202e\\u0000\""),
            ("a number in a text", "\"1\""),
        ]
        .map(|(name, text)| (name, text.to_owned()))
        .to_vec();
        values.push(("a long text", format!("\"{}\"", "x".repeat(20_000))));
        values.push(("bidi in a text", format!("\"{EVIL}\"")));
        values.push(("a deep list", deep(200)));
        values.push(("many numbers", format!("[{}0]", "0,".repeat(5_000))));
        let own: &[(&str, &str)] = match self {
            Self::Json => &[("null", "null"), ("a number without end", "1e999"), ("NaN", "NaN")],
            Self::Toml => &[("nan", "nan"), ("inf", "-inf"), ("a date", "1979-05-27T07:32:00Z")],
        };
        values.extend(own.iter().map(|&(name, text)| (name, text.to_owned())));
        values
    }

    /// A value, and the same key once more.
    fn twice(self, key: &str, value: &str) -> String {
        match self {
            Self::Json => format!("{value},\"{key}\":{value}"),
            Self::Toml => format!("{value}\n{key} = {value}"),
        }
    }
}

/// Every place in a value; of a list the first stands for all.
fn places(value: &Value) -> Vec<String> {
    let below =
        |key: &str, value: &Value| places(value).into_iter().map(|place| format!("/{key}{place}")).collect::<Vec<_>>();
    let mut all = vec![String::new()];
    match value {
        Value::Object(table) => all.extend(table.iter().flat_map(|(key, value)| below(key, value))),
        Value::Array(list) => all.extend(list.first().into_iter().flat_map(|value| below("0", value))),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    all
}

/// What can stand in the places of a file of values.
pub fn of_values(good: &Value, written: Written) -> Damaged {
    let mut all = Vec::new();
    for place in places(good).into_iter().filter(|place| !place.is_empty()) {
        let mut marked = good.clone();
        let at = marked.pointer_mut(&place).expect("it is there");
        let before = written_alone(written, &std::mem::replace(at, Value::from(PLACE)));
        let marked = written.text(&marked);
        let mut put = |name: &str, text: &str| {
            all.push((format!("{place}: {name}"), marked.replace(&format!("\"{PLACE}\""), text).into_bytes()));
        };
        for (name, value) in written.values() {
            put(name, &value);
        }
        let (parent, key) = place.rsplit_once('/').expect("it lies in something");
        if let (Some(before), Some(Value::Object(_))) = (before, good.pointer(parent)) {
            put("twice", &written.twice(key, &before));
            let mut without = good.clone();
            let table = without.pointer_mut(parent).and_then(Value::as_object_mut).expect("a table");
            let value = table.remove(key).expect("it is there");
            all.push((format!("{place}: left out"), written.text(&without).into_bytes()));
            let table = without.pointer_mut(parent).and_then(Value::as_object_mut).expect("a table");
            table.insert("unheard_of".to_owned(), value);
            all.push((format!("{place}: under another name"), written.text(&without).into_bytes()));
        }
    }
    all
}

/// A value as it stands behind its key; none where it takes lines of its own.
fn written_alone(written: Written, value: &Value) -> Option<String> {
    match (written, value) {
        (Written::Toml, Value::Object(_)) => None,
        (Written::Toml, value) => toml::Value::try_from(value).ok().map(|value| value.to_string()),
        (Written::Json, value) => Some(value.to_string()),
    }
}

/// What can stand in a field of a list, and what can happen to its lines.
pub fn of_a_list(good: &str) -> Vec<(String, String)> {
    let long = "x".repeat(70_000);
    let values = [
        ("", "nothing"),
        ("-1", "a negative number"),
        ("1e999", "a number without end"),
        ("NaN", "NaN"),
        ("99999999999999999999", "a huge number"),
        ("1.5", "a fraction"),
        ("1,5", "a comma"),
        ("0x10", "hexadecimal"),
        ("１２", "wide digits"),
        ("1\0", "NUL"),
        ("\u{1b}[31m", "an escape"),
        (EVIL, "bidi"),
        ("\"open", "an open quotation mark"),
        ("=cmd|' /C calc'!A0", "a formula"),
        (&long, "a long text"),
        ("ＮＡ", "wide NA"),
    ];
    let lines: Vec<&str> = good.lines().collect();
    let columns = lines[0].split(',').count();
    let with = |at: usize, line: &str| [&lines[..at], &[line], &lines[at + 1..]].concat().join("\n") + "\n";
    let mut all = Vec::new();
    for column in 0..columns {
        let header: Vec<&str> = lines[0].split(',').collect();
        for (value, name) in values {
            // The fourth line's name has no comma of its own behind this.
            let mut fields = vec!["4", "1", "1", "Futrelle", "female", "35", "1", "0", "113803", "53.1", "C123", "S"];
            fields[column] = value;
            all.push((format!("{}: {name}", header[column]), with(4, &fields.join(","))));
        }
        let mut without = header.clone();
        without[column] = "Else";
        all.push((format!("{}: under another name", header[column]), with(0, &without.join(","))));
        without[column] = header[(column + 1) % columns];
        all.push((format!("{}: called as the next one", header[column]), with(0, &without.join(","))));
    }
    let head = lines[0];
    let parts: Vec<(&str, String)> = vec![
        ("the header alone", format!("{head}\n")),
        ("no header", lines[1..].join("\n")),
        ("the header again", with(5, head)),
        ("a field too many", with(3, &format!("{},x", lines[3]))),
        ("a field too few", with(3, "3,1,3")),
        ("a line of commas", with(3, &",".repeat(100_000))),
        ("an id twice", with(3, lines[2])),
        ("a mark opened for good", with(3, "3,1,3,\"Heikkinen")),
        ("marks in marks", with(3, "3,1,3,\"a\"\"b\"c\"d,female,26,0,0,S,7.9,,S")),
        ("another delimiter in a line", with(3, &lines[3].replace(',', ";"))),
        ("a comment", with(0, &format!("# a list\n{head}"))),
        ("a foot", format!("{good}\n25 rows\n")),
        ("only commas", ",,,\n".repeat(9)),
        ("counts of groups", "Class,Sex,Age,Survived,Freq\n1st,Male,Adult,No,118\n".to_owned()),
        ("a sep of nothing", format!("sep=\n{good}")),
        ("a sep that is not there", format!("sep=|\n{good}")),
        ("a header in marks", with(0, &format!("\"{}\"", head.replace(',', "\",\"")))),
        ("a header that ends in a comma", with(0, &format!("{head},"))),
        ("20,000 columns", with(0, &format!("{head}{}", ",x".repeat(20_000)))),
    ];
    all.extend(parts.into_iter().map(|(name, text)| (name.to_owned(), text)));
    all
}

/// The forms in which lists go round.
pub fn forms_of_a_list(text: &str) -> Damaged {
    let delimiters = [("semicolons", ";"), ("tabs", "\t"), ("bars", "|")];
    // Behind the commas within names there is a blank.
    let parted = |delimiter: &str| text.replace(',', delimiter).replace(&format!("{delimiter} "), ", ").into_bytes();
    let other = delimiters.map(|(name, delimiter)| (name, parted(delimiter)));
    let wide: Vec<u16> = text.encode_utf16().collect();
    let (windows, _, _) = WINDOWS_1252.encode(text);
    let forms = [
        ("commas", text.as_bytes().to_vec()),
        ("a mark of UTF-8", [b"\xef\xbb\xbf", text.as_bytes()].concat()),
        ("UTF-16LE", [&b"\xff\xfe"[..], &wide.iter().flat_map(|unit| unit.to_le_bytes()).collect::<Vec<_>>()].concat()),
        ("UTF-16BE", wide.iter().flat_map(|unit| unit.to_be_bytes()).collect()),
        ("Windows-1252", windows.into_owned()),
        ("gzip", gzip(text.as_bytes())),
        ("zstd", compress_to_vec(text.as_bytes(), CompressionLevel::Fastest)),
    ];
    forms.into_iter().chain(other).map(|(name, bytes)| (name.to_owned(), bytes)).collect()
}

/// A safetensors file of this header and these numbers.
pub fn tensors(header: &[u8], numbers: &[u8]) -> Vec<u8> {
    [&(header.len() as u64).to_le_bytes(), header, numbers].concat()
}

/// What can be wrong between the header and the numbers of a safetensors file.
pub fn of_tensors(header: &[u8], numbers: &[u8]) -> Damaged {
    let claimed = |length: u64| [&length.to_le_bytes(), header, numbers].concat();
    let whole = header.len() as u64;
    let lengths =
        [0, 1, whole - 1, whole + 1, whole + 8, 1 << 20, 100 << 20, (1 << 32) - 1, 1 << 32, 1 << 63, u64::MAX];
    let mut all: Damaged = lengths.map(|length| (format!("a header of {length} bytes"), claimed(length))).to_vec();
    let spoilt = [("NaN", f64::NAN), ("inf", f64::INFINITY), ("-inf", -f64::INFINITY), ("1e300", 1e300), ("-0", -0.0)];
    for (name, number) in spoilt {
        let mut numbers = numbers.to_vec();
        numbers[..8].copy_from_slice(&number.to_le_bytes());
        all.push((format!("a weight of {name}"), tensors(header, &numbers)));
    }
    let ends = [("no numbers", 0), ("a byte of numbers", 1), ("a number too few", numbers.len() - 8)];
    all.extend(ends.map(|(name, end)| (name.to_owned(), tensors(header, &numbers[..end]))));
    all.push(("a number too many".to_owned(), tensors(header, &[numbers, &[0; 8]].concat())));
    all
}

/// What a shared line can say: every byte another one, under a right checksum.
pub fn of_a_line(good: &str) -> Damaged {
    let digits = good.strip_prefix("t1:").expect("a line of this version");
    let bytes = bs58::decode(digits).into_vec().expect("base 58");
    let bytes = &bytes[..bytes.len() - 4];
    let line = |bytes: &[u8]| {
        let checked = [bytes, &crc32fast::hash(bytes).to_le_bytes()].concat();
        format!("t1:{}", bs58::encode(checked).into_string()).into_bytes()
    };
    let mut all = Vec::new();
    for at in 0..bytes.len() {
        for byte in [0, 1, 0x7f, 0x80, 0xff] {
            let mut bytes = bytes.to_vec();
            bytes[at] = byte;
            all.push((format!("byte {at} is {byte}"), line(&bytes)));
        }
        all.push((format!("{at} bytes are left"), line(&bytes[..at])));
        let endless = [&bytes[..at], &[0xff; 60][..]].concat();
        all.push((format!("a number without end at byte {at}"), line(&endless)));
    }
    all
}

/// Lessons that name each quantity there is, with what may stand behind its dot and what may not.
pub fn of_quantities(good: &Value) -> Damaged {
    const BEHIND: [&str; 8] = ["", ".", ".0", ".-1", ".NaN", ".1e300", ".9999999999", ".18446744073709551615"];
    let told = include_str!("../../data/lessons/README.md").split('`').skip(1).step_by(2);
    let mut names: Vec<&str> = told.map(|name| name.split('.').next().unwrap_or_default()).collect();
    names.sort_unstable();
    names.dedup();
    names.retain(|name| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'));
    let with = |name: &str, behind: &str| {
        let mut lesson = good.clone();
        lesson["step"][0]["say"]["en"] = format!("{{{name}{behind}}}").into();
        (format!("says {name}{behind}"), Written::Toml.text(&lesson).into_bytes())
    };
    names.iter().flat_map(|name| BEHIND.map(|behind| with(name, behind))).collect()
}
