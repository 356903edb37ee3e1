use crossterm::event::{KeyEventKind, MouseButton, MouseEvent, MouseEventKind};
use proptest::prelude::*;

use super::*;
use crate::app::Ground;

const PAUSE: Duration = Duration::from_millis(400);

/// What terminals answer when somebody asked them something.
const ANSWERS: [&str; 22] = [
    "\x1b]10;rgb:ffff/ffff/ffff\x07",
    "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\",
    "\x1b]4;7;rgb:cccc/cccc/cccc\x1b\\",
    "\x1b]lq x titanic\x1b\\",
    "\x1b]52;c;cSB4IC4u\x07",
    "\x1bP>|tmux next-3.4\x1b\\",
    "\x1bP>|XTerm(379)\x1b\\",
    "\x1bP!|00000000\x1b\\",
    "\x1bP1$r0 q\x1b\\",
    "\x1bP1+r544e=787465726d\x1b\\",
    "\x1b_Gi=31;OK\x1b\\",
    "\x1b_Gi=31;ENOENT:no such x\x1b\\",
    "\x1b^private q\x1b\\",
    "\x1bXstring q\x1b\\",
    "\x1b[?62;22;52c",
    "\x1b[>1;4000;29c",
    "\x1b[?2026;2$y",
    "\x1b[?1u",
    "\x1b[12;40R",
    "\x1b[8;24;80t",
    "\x1b[0n",
    "\x1b[?2;0;800;480S",
];

fn key(code: KeyCode, modifiers: KeyModifiers) -> Event {
    Event::Key(KeyEvent::new(code, modifiers))
}

fn plain(code: KeyCode) -> Event {
    key(code, KeyModifiers::NONE)
}

fn typed(c: char) -> Event {
    plain(KeyCode::Char(c))
}

fn mouse(kind: MouseEventKind, column: u16, row: u16) -> Event {
    Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE })
}

/// What reads of these bytes give but what the terminal writes on, so far apart and with time enough after the last.
fn events(reads: &[&[u8]], apart: Duration) -> Vec<Event> {
    let mut decoder = Decoder::default();
    for bytes in reads {
        decoder.feed(bytes, apart);
        if apart >= UNDECIDED {
            decoder.settle();
        }
    }
    decoder.settle();
    std::iter::from_fn(|| decoder.pop()).filter(|event| !matches!(event, Event::Ground(_))).collect()
}

fn keys() -> Vec<(&'static str, Event)> {
    use KeyCode as C;
    let (alt, control, shift) = (KeyModifiers::ALT, KeyModifiers::CONTROL, KeyModifiers::SHIFT);
    let left = MouseButton::Left;
    vec![
        ("q", typed('q')),
        ("Q", key(C::Char('Q'), shift)),
        ("é", typed('é')),
        ("船", typed('船')),
        ("\u{1f6a2}", typed('\u{1f6a2}')),
        ("\r", plain(C::Enter)),
        ("\t", plain(C::Tab)),
        ("\x7f", plain(C::Backspace)),
        ("\x03", key(C::Char('c'), control)),
        ("\x10", key(C::Char('p'), control)),
        ("\0", key(C::Char(' '), control)),
        ("\x1b", plain(C::Esc)),
        ("\x1b[A", plain(C::Up)),
        ("\x1b[D", plain(C::Left)),
        ("\x1bOB", plain(C::Down)),
        ("\x1bOP", plain(C::F(1))),
        ("\x1bOR", plain(C::F(3))),
        ("\x1b[P", plain(C::F(1))),
        ("\x1b[[B", plain(C::F(2))),
        ("\x1b[H", plain(C::Home)),
        ("\x1b[4~", plain(C::End)),
        ("\x1b[3~", plain(C::Delete)),
        ("\x1b[5~", plain(C::PageUp)),
        ("\x1b[6~", plain(C::PageDown)),
        ("\x1b[15~", plain(C::F(5))),
        ("\x1b[24~", plain(C::F(12))),
        ("\x1b[Z", key(C::BackTab, shift)),
        ("\x1b[1;5C", key(C::Right, control)),
        ("\x1b[1;2D", key(C::Left, shift)),
        ("\x1b[2D", key(C::Left, shift)),
        ("\x1b[5;5~", key(C::PageUp, control)),
        ("\x1b[97;5u", key(C::Char('a'), control)),
        ("\x1b[27u", plain(C::Esc)),
        ("\x1b[9;2u", key(C::BackTab, shift)),
        ("\x1b[<0;10;5M", mouse(MouseEventKind::Down(left), 9, 4)),
        ("\x1b[<0;10;5m", mouse(MouseEventKind::Up(left), 9, 4)),
        ("\x1b[<32;200;60M", mouse(MouseEventKind::Drag(left), 199, 59)),
        ("\x1b[<64;1;1M", mouse(MouseEventKind::ScrollUp, 0, 0)),
        ("\x1b[<65;1;1M", mouse(MouseEventKind::ScrollDown, 0, 0)),
        ("\x1b[32;10;5M", mouse(MouseEventKind::Down(left), 9, 4)),
        ("\x1b[M *%", mouse(MouseEventKind::Down(left), 9, 4)),
        ("\x1b[200~age>60\nq\x1b]11;\x1b[201~", Event::Paste("age>60\nq\x1b]11;".to_owned())),
        ("\x1b[200~\x1b[201~", Event::Paste(String::new())),
        ("\x1ba", key(C::Char('a'), alt)),
        ("\x1bé", key(C::Char('é'), alt)),
        ("\x1b\r", key(C::Enter, alt)),
        ("\x1b[1;3B", key(C::Down, alt)),
    ]
}

#[test]
fn every_key_is_itself_in_one_read_and_in_any_two() {
    for (bytes, event) in keys() {
        let bytes = bytes.as_bytes();
        for at in 0..=bytes.len() {
            let (one, two) = bytes.split_at(at);
            let reads: &[&[u8]] = if at == 0 { &[bytes] } else { &[one, two] };
            let got = events(reads, Duration::from_millis(1));
            assert_eq!(got, std::slice::from_ref(&event), "{:?} cut at {at}", bytes.escape_ascii().to_string());
        }
    }
}

#[test]
fn every_key_is_itself_byte_by_byte_and_next_to_others() {
    for (bytes, event) in keys() {
        let single: Vec<&[u8]> = bytes.as_bytes().chunks(1).collect();
        // Ctrl-C alone is always a key, so a paste that holds it is not among these.
        let got = events(&single, Duration::from_millis(1));
        assert_eq!(got, std::slice::from_ref(&event), "{:?}", bytes.escape_debug().to_string());
        if bytes != "\x1b" {
            let among = format!("j{bytes}k");
            let got = events(&[among.as_bytes()], Duration::ZERO);
            assert_eq!(got, [typed('j'), event, typed('k')], "{:?}", bytes.escape_debug().to_string());
        }
    }
}

#[test]
fn an_answer_is_never_a_key_whole_or_in_halves() {
    for answer in ANSWERS {
        let bytes = answer.as_bytes();
        assert_eq!(events(&[bytes], PAUSE), [], "{}", answer.escape_debug());
        for at in 1..bytes.len() {
            let (one, two) = bytes.split_at(at);
            let told = format!("{} cut at {at}", answer.escape_debug());
            assert_eq!(events(&[one, two], Duration::from_millis(1)), [], "{told}");
            // A lone Esc cannot be told from the key.
            let late = events(&[one, two], PAUSE);
            let pressed: &[Event] = if at == 1 { &[plain(KeyCode::Esc)] } else { &[] };
            assert_eq!(late, pressed, "{told}, after a pause");
        }
    }
}

#[test]
fn what_the_terminal_writes_on_is_told_however_late_and_cut() {
    for answer in ["\x1b]11;rgb:fdfd/f6f6/e3e3\x1b\\", "\x1b]11;rgb:fdfd/f6f6/e3e3\x07"] {
        for at in 2..answer.len() {
            for apart in [Duration::from_millis(1), PAUSE] {
                let mut decoder = Decoder::default();
                let (one, two) = answer.split_at(at);
                decoder.feed(one.as_bytes(), apart);
                decoder.settle();
                decoder.feed(two.as_bytes(), apart);
                let told = decoder.pop();
                assert_eq!(told, Some(Event::Ground(Ground::Color([0xfd, 0xf6, 0xe3]))), "cut at {at}");
            }
        }
    }
}

#[test]
fn how_wide_a_character_is_is_told_on_the_row_that_was_asked_alone() {
    for (answer, told) in
        [("\x1b[2;2R", Some(1)), ("\x1b[2;3R", Some(2)), ("\x1b[2;1R", None), ("\x1b[2;4R", None), ("\x1b[1;2R", None)]
    {
        let got = events(&[answer.as_bytes()], PAUSE);
        assert_eq!(got, told.map(Event::AmbiguousWidth).into_iter().collect::<Vec<_>>(), "{}", answer.escape_debug());
    }
}

#[test]
fn an_answer_among_keys_leaves_the_keys() {
    for answer in ANSWERS {
        let among = format!("j{answer}k");
        let got = events(&[among.as_bytes()], Duration::ZERO);
        assert_eq!(got, [typed('j'), typed('k')], "{}", answer.escape_debug());
    }
}

#[test]
fn ctrl_c_ends_half_of_anything() {
    let halves = [
        "\x1b",
        "\x1b[",
        "\x1b[<",
        "\x1b[<0;1",
        "\x1b[1;",
        "\x1b[?62",
        "\x1b[[",
        "\x1b[M",
        "\x1b[M ",
        "\x1bO",
        "\x1b]",
        "\x1b]11;rgb",
        "\x1bP>|x",
        "\x1b_G",
        "\x1b]11;\x1b",
        "\x1b[200~some text",
        "\u{8239}",
    ];
    for half in halves {
        let mut bytes = half.as_bytes().to_vec();
        if half == "\u{8239}" {
            bytes.pop();
        }
        for apart in [Duration::from_millis(1), PAUSE, 3 * STALE] {
            let got = events(&[&bytes, b"\x03"], apart);
            let ctrl_c = key(KeyCode::Char('c'), KeyModifiers::CONTROL);
            assert_eq!(got.last(), Some(&ctrl_c), "{} {apart:?}", half.escape_debug());
        }
    }
}

#[test]
fn a_key_after_half_a_sequence_is_that_key() {
    for half in ["\x1b[", "\x1b[<", "\x1b[<0;1", "\x1b[1;", "\x1b[?62", "\x1b[["] {
        for apart in [PAUSE, 3 * STALE] {
            let got = events(&[half.as_bytes(), b"q"], apart);
            assert_eq!(got.last(), Some(&typed('q')), "{}", half.escape_debug());
        }
    }
    for half in ["\x1b]11;rgb", "\x1bP>|x", "\x1b_G", "\x1b[M", "\x1b[200~text"] {
        let got = events(&[half.as_bytes(), b"q"], 3 * STALE);
        assert_eq!(got.last(), Some(&typed('q')), "{}", half.escape_debug());
    }
}

#[test]
fn esc_is_a_key_once_nothing_follows_and_twice_is_two() {
    let mut decoder = Decoder::default();
    decoder.feed(b"\x1b", PAUSE);
    assert!(decoder.is_undecided());
    assert_eq!(decoder.pop(), None);
    decoder.settle();
    assert_eq!(decoder.pop(), Some(plain(KeyCode::Esc)));
    assert_eq!(events(&[b"\x1b\x1b"], PAUSE), [KeyCode::Esc, KeyCode::Esc].map(plain));
    assert_eq!(events(&[b"\x1b", b"]]"], PAUSE), [plain(KeyCode::Esc), typed(']'), typed(']')]);
    assert_eq!(
        events(&[b"\x1b", b"[A"], PAUSE),
        [plain(KeyCode::Esc), typed('['), key(KeyCode::Char('A'), KeyModifiers::SHIFT)]
    );
}

#[test]
fn letting_go_and_focus_are_no_events_and_holding_is() {
    for bytes in ["\x1b[97;1:3u", "\x1b[1;1:3A", "\x1b[I", "\x1b[O"] {
        assert_eq!(events(&[bytes.as_bytes()], PAUSE), [], "{}", bytes.escape_debug());
    }
    let held = KeyEvent::new_with_kind(KeyCode::Up, KeyModifiers::NONE, KeyEventKind::Repeat);
    assert_eq!(events(&[b"\x1b[1;1:2A"], PAUSE), [Event::Key(held)]);
}

#[test]
fn what_is_kept_of_endless_input_has_a_limit() {
    let mut decoder = Decoder::default();
    decoder.feed(b"\x1b[200~", PAUSE);
    for _ in 0..300 {
        decoder.feed(&[b'a'; 4096], Duration::ZERO);
    }
    decoder.feed(PASTE_ENDS, Duration::ZERO);
    let Some(Event::Paste(text)) = decoder.pop() else {
        panic!("the paste has an end");
    };
    assert!(text.len() <= LONGEST_PASTE);
    decoder.feed(b"\x1b[", Duration::ZERO);
    decoder.feed(&[b'1'; 4096], Duration::ZERO);
    let State::Csi(bytes) = &decoder.state else {
        panic!("still without an end");
    };
    assert_eq!(bytes.len(), LONGEST_CSI);
    let mut decoder = Decoder::default();
    decoder.feed(b"\x1b]11;", Duration::ZERO);
    decoder.feed(&[b'1'; 4096], Duration::ZERO);
    let State::Answer(bytes) = &decoder.state else {
        panic!("still without an end");
    };
    assert_eq!(bytes.len(), LONGEST_ANSWER);
}

fn anything() -> impl Strategy<Value = Vec<u8>> {
    let likely = prop::sample::select(b"\x1b\x1b\x1b[[]OPM<>?;:_^X\\~\x07\x03012mAq\xe8\x88\xb9".to_vec());
    prop::collection::vec(prop_oneof![likely, any::<u8>()], 0..40)
}

proptest! {
    #[test]
    fn any_bytes_however_cut_never_panic_and_ctrl_c_comes_through(
        reads in prop::collection::vec((anything(), 0_u64..3000), 0..8),
    ) {
        let mut decoder = Decoder::default();
        for (bytes, quiet) in &reads {
            let quiet = Duration::from_millis(*quiet);
            if quiet >= UNDECIDED {
                decoder.settle();
            }
            decoder.feed(bytes, quiet);
        }
        while decoder.pop().is_some() {}
        decoder.feed(b"\x03", Duration::from_millis(1));
        let ctrl_c = key(KeyCode::Char('c'), KeyModifiers::CONTROL);
        prop_assert_eq!(std::iter::from_fn(|| decoder.pop()).last(), Some(ctrl_c));
        decoder.feed(b"j", Duration::from_millis(1));
        prop_assert_eq!(decoder.pop(), Some(typed('j')));
    }

    #[test]
    fn answers_however_cut_are_no_keys(
        which in prop::collection::vec(0..ANSWERS.len(), 1..4),
        cuts in prop::collection::vec(1_usize..12, 0..12),
    ) {
        let whole: String = which.into_iter().map(|index| ANSWERS[index]).collect();
        let mut rest = whole.as_bytes();
        let mut reads = Vec::new();
        for cut in cuts {
            let (one, two) = rest.split_at(cut.min(rest.len()));
            reads.push(one);
            rest = two;
        }
        reads.push(rest);
        prop_assert_eq!(events(&reads, Duration::from_millis(1)), []);
    }
}
