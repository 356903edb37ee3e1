//! The bytes of a file as text in UTF-8, as far as they have come: unpacked where they are packed, and turned where they
//! are written in another encoding. What the text says is for others.

use std::fmt;
use std::io::{self, ErrorKind, Read};

use encoding_rs::{Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::{limits, look};

/// How many bytes are asked for at once.
const CHUNK: u64 = 256 << 10;

/// So many bytes tell what a file is.
const TELLING: usize = 256;

/// What stands at the beginning of many files written on Windows.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// How a file is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compression {
    /// `.gz`.
    Gzip,
    /// `.zst`.
    Zstd,
}

impl Compression {
    /// What it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Gzip => "gzip",
            Self::Zstd => "zstd",
        }
    }

    fn of(head: &[u8]) -> Option<Self> {
        match head {
            [0x1f, 0x8b, ..] => Some(Self::Gzip),
            [0x28, 0xb5, 0x2f, 0xfd, ..] => Some(Self::Zstd),
            _ => None,
        }
    }

    /// At most one byte more than a list may have.
    fn unpack(self, packed: &[u8]) -> io::Result<Vec<u8>> {
        let mut unpacked = Vec::new();
        let mut read = |from: &mut dyn Read| from.take(limits::FILE + 1).read_to_end(&mut unpacked).ok();
        let read = match self {
            Self::Gzip => read(&mut flate2::bufread::MultiGzDecoder::new(packed)),
            Self::Zstd => {
                ruzstd::decoding::StreamingDecoder::new(packed).ok().and_then(|mut decoder| read(&mut decoder))
            }
        };
        let damaged = || io::Error::other(format!("packed with {}, and damaged or cut short", self.name()));
        read.map(|_| unpacked).ok_or_else(damaged)
    }
}

/// Text on its way from a file.
pub(super) struct Feed<R> {
    raw: R,
    /// Bytes that are not text yet: before it is known what they are, while more of what is packed comes, and half a
    /// letter at the end.
    held: Vec<u8>,
    /// What is known of the file, once enough of it is there.
    known: bool,
    pub packing: Option<Compression>,
    /// What it is, and what to do, where it is no list.
    pub other: Option<&'static str>,
    /// What turns it into UTF-8, where it is anything else.
    decoder: Option<Decoder>,
    /// Whether nothing but ASCII came so far.
    ascii: bool,
    /// How many bytes of text came so far.
    pub given: u64,
    /// Whether all there is has been given.
    pub over: bool,
}

impl<R> fmt::Debug for Feed<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Feed").field("given", &self.given).field("over", &self.over).finish_non_exhaustive()
    }
}

impl<R: Read> Feed<R> {
    pub const fn new(raw: R) -> Self {
        Self {
            raw,
            held: Vec::new(),
            known: false,
            packing: None,
            other: None,
            decoder: None,
            ascii: true,
            given: 0,
            over: false,
        }
    }

    /// What the text was written in.
    pub fn encoding(&self) -> &'static Encoding {
        self.decoder.as_ref().map_or(UTF_8, Decoder::encoding)
    }

    /// Appends what comes next; false where nothing is there yet.
    pub fn fill(&mut self, text: &mut Vec<u8>) -> io::Result<bool> {
        let before = self.held.len();
        let read = self.raw.by_ref().take(CHUNK).read_to_end(&mut self.held);
        let came = (self.held.len() - before) as u64;
        let is_last = match read {
            Ok(_) => came < CHUNK,
            Err(wait) if wait.kind() == ErrorKind::WouldBlock => false,
            Err(cause) => return Err(cause),
        };
        if !self.known {
            if self.held.len() < TELLING && !is_last {
                return Ok(came > 0);
            }
            self.known = true;
            self.packing = Compression::of(&self.held);
            if self.packing.is_none() {
                self.look();
            }
        }
        if let Some(packing) = self.packing {
            // It is unpacked at once: packed lists are small, and one that is none ends at the limit.
            if is_last && !self.over {
                self.held = packing.unpack(&self.held)?;
                self.look();
            } else if self.held.len() as u64 <= limits::FILE {
                return Ok(came > 0);
            }
        }
        let length = text.len();
        self.turn(text, is_last)?;
        self.given += (text.len() - length) as u64;
        self.over = is_last;
        Ok(came > 0 || is_last)
    }

    /// Finds out from the first bytes what they are, and what the text is written in.
    fn look(&mut self) {
        self.other = look::no_list(&self.held[..self.held.len().min(TELLING)]);
        let encoding = match self.held[..] {
            [0xff, 0xfe, ..] | [1..=255, 0, 1..=255, 0, ..] => Some(UTF_16LE),
            [0xfe, 0xff, ..] | [0, 1..=255, 0, 1..=255, ..] => Some(UTF_16BE),
            _ => None,
        };
        self.decoder = encoding.map(Encoding::new_decoder_with_bom_removal);
        if self.held.starts_with(MARK) {
            self.held.drain(..MARK.len());
        }
    }

    /// Turns what is held into text, all of it at the end, else whole letters.
    fn turn(&mut self, text: &mut Vec<u8>, is_last: bool) -> io::Result<()> {
        let mut whole = self.held.len();
        if self.decoder.is_none() {
            match std::str::from_utf8(&self.held) {
                Err(half) if half.error_len().is_none() && !is_last => whole = half.valid_up_to(),
                // Text of Windows is ASCII up to its first other letter.
                Err(wrong) if self.ascii && self.held[..wrong.valid_up_to()].is_ascii() => {
                    self.decoder = Some(WINDOWS_1252.new_decoder_without_bom_handling());
                }
                // Text as it should be, or the field that is wrong is told.
                Ok(_) | Err(_) => {}
            }
            self.ascii &= self.held.is_ascii();
        }
        match &mut self.decoder {
            None => text.extend(self.held.drain(..whole)),
            Some(decoder) => {
                let most = decoder.max_utf8_buffer_length(whole).ok_or(ErrorKind::OutOfMemory)?;
                let from = text.len();
                text.resize(from + most, 0);
                let (_, _, written, _) = decoder.decode_to_utf8(&self.held, &mut text[from..], is_last);
                text.truncate(from + written);
                self.held.clear();
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn text_of(bytes: &[u8]) -> (String, Feed<&[u8]>) {
        let mut feed = Feed::new(bytes);
        let mut text = Vec::new();
        while !feed.over {
            feed.fill(&mut text).unwrap();
        }
        (String::from_utf8_lossy(&text).into_owned(), feed)
    }

    #[test]
    fn text_is_read_in_the_encoding_it_was_written_in() {
        let text = "Name\nMüller";
        let wide: Vec<u16> = text.encode_utf16().collect();
        let little: Vec<u8> = wide.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = wide.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        let with = |mark: &[u8], rest: &[u8]| [mark, rest].concat();
        for (bytes, encoding) in [
            (text.as_bytes().to_vec(), UTF_8),
            (with(MARK, text.as_bytes()), UTF_8),
            (with(b"\xff\xfe", &little), UTF_16LE),
            (with(b"\xfe\xff", &big), UTF_16BE),
            (little, UTF_16LE),
            (big, UTF_16BE),
            (b"Name\nM\xfcller".to_vec(), WINDOWS_1252),
        ] {
            let (read, feed) = text_of(&bytes);
            assert_eq!((read.as_str(), feed.encoding()), (text, encoding), "{bytes:x?}");
        }
        // What is UTF-8 before it is something else is neither, and is left for the field that is wrong.
        assert_eq!(
            text_of("é".as_bytes().iter().chain(b"\xe9").copied().collect::<Vec<_>>().as_slice()).0,
            "é\u{fffd}"
        );
    }

    #[test]
    fn packed_text_is_unpacked() {
        let text = "Survived,Sex\n1,male\n".repeat(1000);
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packed.write_all(text.as_bytes()).unwrap();
        let gzip = packed.finish().unwrap();
        let zstd = ruzstd::encoding::compress_to_vec(text.as_bytes(), ruzstd::encoding::CompressionLevel::Fastest);
        for (bytes, packing) in [(gzip, Compression::Gzip), (zstd, Compression::Zstd)] {
            let (read, feed) = text_of(&bytes);
            assert_eq!((read == text, feed.packing), (true, Some(packing)));
            let cut = &bytes[..bytes.len() / 2];
            assert!(Feed::new(cut).fill(&mut Vec::new()).is_err(), "half a file is none");
        }
    }
}
