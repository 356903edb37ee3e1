//! The bytes of a file as text in UTF-8, as far as they have come: unpacked where they are packed, and turned where they
//! are written in another encoding. What the text says is for others.

use std::fmt;
use std::io::{self, Cursor, ErrorKind, Read};

use encoding_rs::{Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use ruzstd::decoding::{FrameDecoder, StreamingDecoder};

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
            [0x28, 0xb5, 0x2f, 0xfd, ..] | [0x50..=0x5f, 0x2a, 0x4d, 0x18, ..] => Some(Self::Zstd),
            _ => None,
        }
    }

    /// What was packed, a piece at a time: a small file may hold very much.
    fn unpacker(self, packed: Vec<u8>) -> io::Result<Box<dyn Read>> {
        let packed = Cursor::new(packed);
        Ok(match self {
            Self::Gzip => Box::new(flate2::bufread::MultiGzDecoder::new(packed)),
            Self::Zstd => Box::new(ZstdFrames(next_frame(packed).map_err(|_| self.damaged())?)),
        })
    }

    fn damaged(self) -> io::Error {
        io::Error::new(ErrorKind::InvalidData, self.name())
    }
}

type ZstdFrame = StreamingDecoder<Cursor<Vec<u8>>, FrameDecoder>;

/// The frames of a zstd file, which may be several as the members of a gzip file are.
struct ZstdFrames(Option<ZstdFrame>);

fn next_frame(mut packed: Cursor<Vec<u8>>) -> io::Result<Option<ZstdFrame>> {
    // Frames of others, which say how long they are so that one can pass over them.
    while let [0x50..=0x5f, 0x2a, 0x4d, 0x18, a, b, c, d, ..] = packed.get_ref()[packed.position() as usize..] {
        packed.set_position(packed.position() + 8 + u64::from(u32::from_le_bytes([a, b, c, d])));
        if packed.position() > packed.get_ref().len() as u64 {
            return Err(ErrorKind::UnexpectedEof.into());
        }
    }
    let is_over = packed.position() >= packed.get_ref().len() as u64;
    if is_over { Ok(None) } else { StreamingDecoder::new(packed).map(Some).map_err(io::Error::other) }
}

impl Read for ZstdFrames {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while let Some(mut frame) = self.0.take() {
            let count = frame.read(buffer)?;
            if count > 0 || buffer.is_empty() {
                self.0 = Some(frame);
                return Ok(count);
            }
            self.0 = next_frame(frame.into_inner())?;
        }
        Ok(0)
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
    /// What unpacks it, once all of it is there.
    unpacker: Option<Box<dyn Read>>,
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
            unpacker: None,
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

    /// Appends what comes next; false where nothing is there yet. What cannot be unpacked is invalid data.
    pub fn fill(&mut self, text: &mut Vec<u8>) -> io::Result<bool> {
        let before = self.held.len();
        let read = match (&mut self.unpacker, self.packing) {
            (Some(unpacker), Some(packing)) => {
                unpacker.take(CHUNK).read_to_end(&mut self.held).map_err(|_| packing.damaged())
            }
            (_, _) => self.raw.by_ref().take(CHUNK).read_to_end(&mut self.held),
        };
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
            if self.unpacker.is_none() {
                self.packing = Compression::of(&self.held);
            }
            if self.packing.is_none() || self.unpacker.is_some() {
                self.look();
            }
        }
        if let (Some(packing), None) = (self.packing, &self.unpacker) {
            if is_last {
                self.unpacker = Some(packing.unpacker(std::mem::take(&mut self.held))?);
                self.known = false;
                return self.fill(text);
            }
            if self.held.len() as u64 > limits::FILE {
                (self.given, self.held) = (self.held.len() as u64, Vec::new());
            }
            return Ok(came > 0);
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
    fn what_a_small_file_unpacks_to_is_given_a_piece_at_a_time() {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packed.write_all(&vec![b'x'; 4 << 20]).unwrap();
        let packed = packed.finish().unwrap();
        let (mut feed, mut text) = (Feed::new(packed.as_slice()), Vec::new());
        feed.fill(&mut text).unwrap();
        assert!(text.len() as u64 <= CHUNK && !feed.over, "{}", text.len());
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
            let (twice, _) = text_of(&bytes.repeat(2));
            assert_eq!(twice, text.repeat(2), "two files put together are both read");
            if packing == Compression::Zstd {
                let aside = b"\x5a\x2a\x4d\x18\x03\0\0\0abc";
                let (read, _) = text_of(&[aside, &bytes[..], aside, &bytes, aside].concat());
                assert_eq!(read, text.repeat(2), "what is no list's is passed over");
                assert!(Feed::new(&aside[..10]).fill(&mut Vec::new()).is_err(), "half of it is none");
            }
        }
    }
}
