//! What the terminal answers to the one question it is asked: which colour it writes on.

use crate::app::Ground;
use crate::terminal::event::Event;

/// The event of an answer, from its introducer up to its end.
pub(in crate::terminal) fn event(bytes: &[u8]) -> Option<Event> {
    let color = std::str::from_utf8(bytes).ok()?.strip_prefix("]11;")?;
    Some(Event::Ground(Ground::Color(channels(color)?)))
}

/// `rgb:1e1e/1e1e/1e1e` with one to four digits a channel, or four channels after `rgba:`, or `#1e1e1e`.
fn channels(color: &str) -> Option<[u8; 3]> {
    let parts: Vec<&str> = match (color.split_once(':'), color.strip_prefix('#')) {
        (Some(("rgb" | "rgba", parts)), _) => parts.split('/').take(3).collect(),
        (_, Some(digits)) if digits.is_ascii() && digits.len() % 3 == 0 => {
            let length = digits.len() / 3;
            (0..3).map(|at| &digits[at * length..(at + 1) * length]).collect()
        }
        _ => return None,
    };
    let [red, green, blue] = parts.try_into().ok()?;
    Some([channel(red)?, channel(green)?, channel(blue)?])
}

/// A share of full brightness, in as many digits as the terminal likes.
fn channel(digits: &str) -> Option<u8> {
    if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let most = 16_u32.checked_pow(u32::try_from(digits.len()).ok()?).filter(|_| (1..=4).contains(&digits.len()))? - 1;
    let value = u32::from_str_radix(digits, 16).ok()?;
    u8::try_from((value * 255 + most / 2) / most).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(answer: &str) -> Option<[u8; 3]> {
        let event = event(answer.as_bytes())?;
        let Event::Ground(Ground::Color(color)) = event else { panic!("{event:?}") };
        Some(color)
    }

    #[test]
    fn the_ground_is_told_in_any_number_of_digits() {
        assert_eq!(told("]11;rgb:1e1e/2020/ffff"), Some([0x1e, 0x20, 0xff]));
        assert_eq!(told("]11;rgb:ff/00/80"), Some([255, 0, 128]));
        assert_eq!(told("]11;rgb:f/0/8"), Some([255, 0, 136]));
        assert_eq!(told("]11;rgba:fdfd/f6f6/e3e3/ffff"), Some([0xfd, 0xf6, 0xe3]));
        assert_eq!(told("]11;#fdf6e3"), Some([0xfd, 0xf6, 0xe3]));
    }

    #[test]
    fn anything_else_tells_nothing() {
        for answer in [
            "",
            "]11;",
            "]11;?",
            "]11;rgb:",
            "]11;rgb:1/2",
            "]11;rgb:zz/00/00",
            "]11;rgb:00000/0/0",
            "]11;#1234",
            "]11;#",
            "]11;rgb:+1/0/0",
            "]10;rgb:ffff/ffff/ffff",
            "]11",
            "]4;1;rgb:00/00/00",
            "P11;rgb:00/00/00",
        ] {
            assert_eq!(told(answer), None, "{answer}");
        }
    }
}
