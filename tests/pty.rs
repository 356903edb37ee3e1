//! The real binary in a real terminal: it starts, it ends, and the terminal is as it was.

#[path = "pty/harness.rs"]
mod harness;

use std::collections::BTreeSet;
use std::fs::{self, OpenOptions};
use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc;
use std::thread;

use harness::{PROGRAM, Session, words};
use rustix::fs::{CWD, FileType, Mode, mknodat};
use rustix::process::Signal;
use tempfile::tempdir;
use vt100::{Color, Screen};

const CTRL_C: &str = "\x03";
const CTRL_Z: &str = "\x1a";

#[test]
fn q_leaves_with_0_and_gives_the_terminal_back() {
    let state = tempdir().unwrap();
    let mut session = Session::open(&[], state.path());
    session.press("q");
    assert_eq!(session.end(), 0);
    session.assert_given_back();
}

#[test]
fn ctrl_c_leaves_with_0_and_gives_the_terminal_back() {
    let state = tempdir().unwrap();
    let mut session = Session::open(&[], state.path());
    session.press(CTRL_C);
    assert_eq!(session.end(), 0);
    session.assert_given_back();
}

#[test]
fn a_signal_that_ends_the_program_gives_the_terminal_back_first() {
    let signals = [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130)];
    for (signal, code) in signals.into_iter().chain([(Signal::QUIT, 131), (Signal::USR1, 138), (Signal::USR2, 140)]) {
        let state = tempdir().unwrap();
        let mut session = Session::open(&[], state.path());
        session.signal(signal);
        assert_eq!(session.end(), code, "{signal:?}");
        session.assert_given_back();
    }
}

#[test]
fn what_can_be_opened_is_found_and_a_shared_line_is_pasted() {
    let state = tempdir().unwrap();
    fs::write(state.path().join("deep.toml"), "hidden = [16, 16]").unwrap();
    let mut session = Session::open(&[], state.path());
    session.press("I");
    session.wait_for("the recipe", |screen| words(screen).contains("2-16-16-1 relu raw"));
    session.press("\r");
    session.wait_for("its run", |screen| words(screen).contains("run deep"));
    session.press("\x1b[200~titanic-tui open t1:3v1KWT8NtVToVfr9XjKWbCpM8oHbCNVM9r3\x1b[201~");
    session.wait_for("the epoch of the line", |screen| words(screen).contains("226/291"));
    session.press("q");
    assert_eq!(session.end(), 0);
    let mut session = Session::open(&["open", "deep.toml"], state.path());
    session.press("7");
    session.wait_for("the same recipe", |screen| words(screen).contains("16,16"));
    session.press("q");
    assert_eq!(session.end(), 0);
}

/// Through the real loop: the new key does it, the old one does not, the hints name it, and what is wrong is said.
#[test]
fn a_config_rebinds_keys_and_says_what_is_wrong_in_it() {
    let state = tempdir().unwrap();
    let own = state.path().join("titanic-tui");
    fs::create_dir(&own).unwrap();
    fs::write(own.join("tour.json"), "{}").unwrap();
    let config = "theme = \"red\"\nlanguage = \"ja\"\n[keys]\nwho-next = \"ж\"\nplay = \"Ctrl-T\"\nquit = \"F9\"\n";
    fs::write(own.join("config.toml"), config).unwrap();
    let mut session = Session::open(&["--lang", "en"], state.path());
    let text = session.text();
    assert!(text.contains("line 1, column 9: `red`"), "{text}");
    session.press("J");
    session.wait_for("that J is nothing", |screen| words(screen).contains("J does nothing here"));
    session.press("ж");
    session.wait_for("the next passenger", |screen| {
        words(screen).contains("Ctrl-T train") && words(screen).contains("Cumings")
    });
    session.press("\x14");
    session.wait_for("the offer by its key", |screen| words(screen).contains("Ctrl-T again"));
    session.press("q");
    session.press("\x1b[20~");
    assert_eq!(session.end(), 0);
    session.assert_given_back();
}

/// A terminal that answers at once, one that answers a part, and one that never does.
#[test]
fn doctor_asks_the_terminal_and_waits_for_nobody() {
    for (answers, ground, width) in [
        ("\x1b]11;rgb:1e1e/2020/ffff\x1b\\\x1b[1;3R\x1b[?62;22c", "#1e20ff", "width 2"),
        ("\x1b[1;2R\x1b[?6c", "no answer", "width 1"),
        ("", "no answer", "no answer"),
    ] {
        let state = tempdir().unwrap();
        let begun = std::time::Instant::now();
        let mut session = Session::start(Path::new(PROGRAM), &["doctor"], (100, 40), state.path());
        session.press(answers);
        assert_eq!(session.end(), 0);
        assert!(begun.elapsed().as_secs() < 30, "it hangs");
        session.assert_given_back();
        let text = session.text();
        for line in [
            "terminal: TERM=xterm-256color",
            "size: 100x40",
            "colours: 256, by TERM=xterm-256color",
            "theme: terminal (usual)",
            "questions: the terminal was asked",
            &format!("ground (OSC 11): {ground}"),
            &format!("ambiguous characters: {width}"),
            "locale: C.UTF-8",
            "characters: Unicode",
        ] {
            assert!(text.contains(line), "{line} in\n{text}");
        }
        let folder = state.path().join("titanic-tui");
        assert_eq!(fs::read_dir(folder).unwrap().count(), 1, "nothing is written unasked");
    }
}

/// The log says which keys meant what, and nothing of what was typed.
#[test]
fn a_log_tells_what_happened_and_keeps_what_was_typed_to_itself() {
    let state = tempdir().unwrap();
    let log = state.path().join("session.log");
    let flag = log.to_string_lossy().into_owned();
    for sessions in 1..=2 {
        let mut session = Session::open(&["--log", &flag], state.path());
        session.press("J");
        session.wait_for("the second passenger", |screen| words(screen).contains("Cumings"));
        session.press("/");
        session.wait_for("the search", |screen| words(screen).contains("Enter"));
        session.press("zebra7\x1b[200~secret\x1b[201~\r");
        session.wait_for("the end of the search", |screen| !words(screen).contains("zebra7"));
        session.press("q");
        assert_eq!(session.end(), 0);
        let text = fs::read_to_string(&log).unwrap();
        assert!(!text.contains("zebra") && !text.contains("secret") && !text.contains(" z:"), "{text}");
        for line in
            ["key J: who-next", "key /: search", "key: part of a text", "paste: 6 characters", "quit", "ended: Quit"]
        {
            assert_eq!(
                text.lines().filter(|one| one.ends_with(line)).count().min(sessions),
                sessions,
                "{line} in\n{text}"
            );
        }
        let begins = text.lines().filter(|line| line.contains("titanic-tui") && line.contains("TERM=xterm-256color"));
        assert_eq!(begins.count(), sessions, "{text}");
        // 2026-11-29T11:40:02.123Z
        assert!(text.lines().all(|line| line.len() > 25 && line.as_bytes()[10] == b'T' && line.as_bytes()[23] == b'Z'));
    }
}

#[test]
fn a_log_that_cannot_be_written_is_told_before_anything_is_drawn() {
    let state = tempdir().unwrap();
    let mut session = Session::start(Path::new(PROGRAM), &["--log", "/nonexistent/log"], (100, 24), state.path());
    assert_eq!(session.end(), 2);
    assert!(session.text().contains("could not write /nonexistent/log"), "{}", session.text());
}

#[test]
fn a_closed_window_ends_the_program() {
    let state = tempdir().unwrap();
    let session = Session::open(&[], state.path());
    assert_eq!(session.close(), 129);
}

/// What terminals answer to whoever asks about colours, versions, abilities, pictures and the cursor.
const ANSWERS: [&str; 9] = [
    "\x1b]10;rgb:ffff/ffff/ffff\x07",
    "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\",
    "\x1bP>|tmux next-3.4\x1b\\",
    "\x1bP>|XTerm(379)\x1b\\",
    "\x1bP!|00000000\x1b\\",
    "\x1b_Gi=31;ENOENT:no such q x\x1b\\",
    "\x1b[?62;22;52c",
    "\x1b[>1;4000;29c",
    "\x1b[12;40R",
];

/// Presses a key that says in the list that it came, and undoes what it did.
fn is_heard(session: &mut Session, before: &str) {
    session.press("\x1b[B");
    session.wait_for("the next passenger", |screen| words(screen) != before);
    session.press("\x1b[A");
    session.wait_for("nothing else changed", |screen| words(screen) == before);
}

#[test]
fn what_the_terminal_answers_late_is_no_key_and_writes_no_file() {
    let state = tempdir().unwrap();
    let mut session = Session::open(&[], state.path());
    let before = session.text();
    for answer in ANSWERS {
        session.press(answer);
        is_heard(&mut session, &before);
        // Each half is a read of its own: the first is answered by nothing, so a new size is waited for.
        let (one, two) = answer.split_at(answer.len() / 2);
        session.press(one);
        session.resize(81, 24);
        session.wait_for("the new size", |screen| screen.rows(0, 81).last().unwrap_or_default() != "");
        session.press(two);
        session.resize(80, 24);
        session.wait_for("the screen as it was", |screen| words(screen) == before);
        is_heard(&mut session, &before);
    }
    session.press("q");
    assert_eq!(session.end(), 0);
    let files = state.path().read_dir().unwrap().map(|file| file.unwrap().file_name());
    assert_eq!(files.collect::<Vec<_>>(), ["titanic-tui"], "something was written");
}

/// The colours of what stands on the screen, and whether every cell has a ground.
fn hues(screen: &Screen) -> (BTreeSet<u8>, bool) {
    let cells = (0..24).flat_map(|row| (0..80).filter_map(move |column| screen.cell(row, column)));
    let index = |cell: &vt100::Cell| match cell.fgcolor() {
        Color::Idx(index) => Some(index),
        Color::Default | Color::Rgb(..) => None,
    };
    (cells.clone().filter_map(index).collect(), cells.into_iter().all(|cell| cell.bgcolor() != Color::Default))
}

#[test]
fn the_terminals_answer_chooses_the_hues_and_without_one_the_ground_is_painted() {
    let seen = |answer: &str, is_painted: bool| {
        let state = tempdir().unwrap();
        let mut session = Session::open(&[], state.path());
        session.press(answer);
        session.wait_for("hues", |screen| hues(screen).1 == is_painted && hues(screen).0.len() > 5);
        let found = hues(session.screen()).0;
        session.press("q");
        assert_eq!(session.end(), 0);
        found
    };
    let dark = seen("\x1b]11;rgb:1010/1414/1818\x1b\\", false);
    let light = seen("\x1b]11;rgb:fdfd/f6f6/e3e3\x07", false);
    assert_ne!(dark, light);
    assert_eq!(seen("", true), dark);
    assert_eq!(seen("\x1b]11;what?\x07", true), dark, "garbage is no answer");
}

#[test]
fn a_terminal_that_draws_lines_two_cells_wide_gets_ascii_and_says_so() {
    let state = tempdir().unwrap();
    let mut session = Session::open(&[], state.path());
    assert!(session.text().contains('│'));
    session.press("\x1b[2;2R");
    session.press("j");
    session.wait_for("the next passenger", |screen| words(screen).contains("Cumings, Mrs. John"));
    assert!(session.text().contains('│'), "one cell is as it should be");
    session.press("\x1b[2;3R");
    session.wait_for("why", |screen| words(screen).contains("this terminal draws"));
    assert!(session.text().is_ascii(), "{}", session.text());
    session.press("A");
    session.wait_for("the user's own choice", |screen| words(screen).contains('│'));
    session.press("q");
    assert_eq!(session.end(), 0);
    session.assert_given_back();
}

#[test]
fn an_answer_that_comes_after_the_end_is_not_left_to_the_shell_and_what_is_typed_is() {
    let state = tempdir().unwrap();
    let mut session = Session::open(&[], state.path());
    let mut shell = session.shell();
    session.press("q");
    session.wait_for("the shell's screen", |screen| !screen.alternate_screen());
    session.press("\x1b[2;2R\x1b]11;rgb:0000/0000/0000\x1b\\ls\n");
    assert_eq!(session.end(), 0);
    let mut line = [0; 64];
    let count = shell.read(&mut line).unwrap();
    assert_eq!(&line[..count], b"ls\n");
}

#[test]
fn half_a_sequence_holds_neither_a_new_size_nor_ctrl_c_nor_a_signal_up() {
    for half in ["\x1b[", "\x1b[<", "\x1b[<0;1", "\x1b[1;", "\x1b]11;rgb", "\x1bP>|x", "\x1b[200~text"] {
        let state = tempdir().unwrap();
        let mut session = Session::open(&[], state.path());
        session.press(half);
        session.resize(60, 20);
        session.wait_for("what is needed", |screen| screen.contents().contains("this is 60×20"));
        session.press(CTRL_C);
        assert_eq!(session.end(), 0, "{half:?}");
        session.assert_given_back();
    }
    let state = tempdir().unwrap();
    let mut session = Session::open(&[], state.path());
    session.press("\x1b[");
    session.signal(Signal::TERM);
    assert_eq!(session.end(), 143);
    session.assert_given_back();
}

#[test]
fn esc_and_pasted_text_and_the_mouse_arrive() {
    let state = tempdir().unwrap();
    let mut session = Session::open(&[], state.path());
    let before = session.text();
    session.press("?");
    session.wait_for("the help", |screen| screen.contents().contains("Help: Explore"));
    session.press("\x1b");
    session.wait_for("no help", |screen| words(screen) == before);
    session.press("\x1b[<65;10;8M");
    session.wait_for("a list that scrolled", |screen| words(screen) != before);
    session.press("/\x1b[200~Cumings\x1b[201~");
    session.wait_for("who was looked for", |screen| screen.contents().contains("Cumings"));
    session.press(CTRL_C);
    assert_eq!(session.end(), 0);
}

#[test]
fn a_terminal_that_claims_to_be_endless_is_drawn_on_as_far_as_memory_allows() {
    let state = tempdir().unwrap();
    let size = (u16::MAX, u16::MAX);
    let mut session = Session::start(Path::new(PROGRAM), &[], size, state.path());
    session.wait_for("the first screen", |screen| screen.contents().contains("Braund"));
    session.press(CTRL_C);
    assert_eq!(session.end(), 0);
}

#[test]
fn ctrl_z_gives_the_terminal_back_and_fg_brings_the_same_screen() {
    let state = tempdir().unwrap();
    let mut session = Session::open(&[], state.path());
    let before = session.text();
    for _ in 0..2 {
        session.press(CTRL_Z);
        session.wait_until_stopped();
        session.assert_given_back();
        session.signal(Signal::CONT);
        session.wait_for("the same screen", |screen| screen.alternate_screen() && words(screen) == before);
    }
    session.press("q");
    assert_eq!(session.end(), 0);
    session.assert_given_back();
}

#[test]
fn sigtstp_from_outside_is_a_ctrl_z() {
    let state = tempdir().unwrap();
    let mut session = Session::open(&[], state.path());
    session.signal(Signal::TSTP);
    session.wait_until_stopped();
    session.assert_given_back();
    session.signal(Signal::CONT);
    session.wait_for("the screen", vt100::Screen::alternate_screen);
    session.press("q");
    assert_eq!(session.end(), 0);
    session.assert_given_back();
}

#[test]
fn a_panic_is_readable_on_the_shells_screen_and_exits_101() {
    let state = tempdir().unwrap();
    let folder = Path::new(PROGRAM).parent().unwrap();
    let program = folder.join("examples").join("panic_on_screen");
    assert!(program.exists(), "`cargo build --examples` makes what this test runs, as `cargo test` does");
    let mut session = Session::start(&program, &[], (80, 24), state.path());
    assert_eq!(session.end(), 101);
    session.assert_given_back();
    assert!(session.text().contains("the boat deck is full"), "{}", session.text());
}

#[test]
fn no_mouse_leaves_the_mouse_to_the_terminal() {
    let state = tempdir().unwrap();
    for (arguments, taken) in [(&["--no-mouse"][..], false), (&[], true)] {
        let mut session = Session::open(arguments, state.path());
        let mouse = session.mouse_is_taken();
        session.press("q");
        assert_eq!(session.end(), 0);
        assert_eq!(mouse, taken, "{arguments:?}");
    }
}

#[test]
fn another_size_is_filled_and_a_small_one_says_what_is_needed() {
    let state = tempdir().unwrap();
    let mut session = Session::open(&[], state.path());
    session.resize(60, 20);
    session.wait_for("what is needed", |screen| screen.contents().contains("this is 60×20"));
    session.resize(120, 40);
    session.wait_for("the last row of the new size", |screen| {
        let last = screen.rows(0, 120).nth(39).unwrap_or_default();
        screen.contents().contains("Braund") && last.contains('?')
    });
    session.press("q");
    assert_eq!(session.end(), 0);
}

/// Takes the offer, waits until the network has learned something, and ends the session.
fn train_and_end(arguments: &[&str], state: &Path, end: impl FnOnce(&mut Session)) -> Session {
    let mut session = Session::open(arguments, state);
    session.press("  ");
    session.wait_for("the first epochs", |screen| screen.contents().contains("204/291"));
    end(&mut session);
    session
}

fn kept_runs(state: &Path) -> usize {
    let folder = state.join("titanic-tui").join("runs");
    folder.read_dir().map_or(0, Iterator::count)
}

#[test]
fn a_run_is_kept_at_every_kind_of_end_and_offered_at_the_next_start() {
    let state = tempdir().unwrap();
    train_and_end(&[], state.path(), |session| {
        session.press("q");
        assert_eq!(session.end(), 0);
    });
    assert_eq!(kept_runs(state.path()), 1);
    train_and_end(&[], state.path(), |session| {
        session.signal(Signal::TERM);
        assert_eq!(session.end(), 143);
    });
    assert_eq!(kept_runs(state.path()), 2);
    assert_eq!(train_and_end(&[], state.path(), |_| ()).close(), 129);
    assert_eq!(kept_runs(state.path()), 3);
    let mut session = Session::open(&[], state.path());
    session.wait_for("the offer", |screen| screen.contents().contains("earlier sessions: 3"));
    session.press("q");
    assert_eq!(session.end(), 0);
}

#[test]
fn no_state_writes_nothing() {
    let state = tempdir().unwrap();
    train_and_end(&["--no-state"], state.path(), |session| {
        session.press("q");
        assert_eq!(session.end(), 0);
    });
    assert_eq!(state.path().read_dir().unwrap().count(), 0);
}

#[test]
fn the_first_start_offers_the_tour_and_no_other() {
    let state = tempdir().unwrap();
    std::fs::create_dir(state.path().join("titanic-tui")).unwrap();
    let mut session = Session::open(&[], state.path());
    session.wait_for("the offer", |screen| words(screen).contains("New here?"));
    session.press("\r");
    session.wait_for("the first lesson", |screen| words(screen).contains("Tour 1/"));
    session.press("q");
    assert_eq!(session.end(), 0);
    let mut session = Session::open(&[], state.path());
    assert!(!session.text().contains("New here?"));
    session.press("H\r");
    session.wait_for("the lesson again", |screen| words(screen).contains("Tour 1/"));
    session.press("q");
    assert_eq!(session.end(), 0);
}

#[test]
fn a_run_that_cannot_be_kept_is_said_after_the_screen_is_gone() {
    let state = tempdir().unwrap();
    std::fs::write(state.path().join("titanic-tui"), "a file where the folder should be").unwrap();
    let session = train_and_end(&[], state.path(), |session| {
        session.press("q");
        assert_eq!(session.end(), 1);
    });
    session.assert_given_back();
    assert!(session.text().contains("could not keep"), "{}", session.text());
}

/// Told before an hour of training, not after it.
#[test]
fn a_folder_that_keeps_nothing_is_told_at_the_start() {
    let state = tempdir().unwrap();
    fs::write(state.path().join("titanic-tui"), "a file where the folder should be").unwrap();
    let mut session = Session::open(&[], state.path());
    let is_told = |screen: &Screen| screen.contents().contains("Runs cannot be kept; Ctrl-S saves one elsewhere");
    session.wait_for("the warning", is_told);
    session.press("q");
    assert_eq!(session.end(), 0);
}

#[test]
fn a_terminal_that_only_writes_lines_is_told_of_plain() {
    let state = tempdir().unwrap();
    let mut session = Session::start(Path::new("env"), &["TERM=dumb", PROGRAM], (80, 24), state.path());
    assert_eq!(session.end(), 2);
    assert!(session.text().contains("titanic-tui --pl"), "{}", session.text());
}

#[test]
fn a_stop_without_warning_is_repaired_when_the_program_goes_on() {
    let state = tempdir().unwrap();
    let mut session = Session::open(&[], state.path());
    let before = session.text();
    session.signal(Signal::STOP);
    session.wait_until_still();
    // Whoever had the terminal meanwhile left it to others, as an editor or a shell leaves it.
    session.forget_the_screen();
    session.cook();
    session.signal(Signal::CONT);
    session.wait_for("the same screen", |screen| screen.alternate_screen() && words(screen) == before);
    session.press("q");
    assert_eq!(session.end(), 0);
    session.assert_given_back();
}

/// A list of so many rows, the last of whom has this age.
fn large_list(folder: &Path, rows: usize, age: &str) -> String {
    let path = folder.join("large.csv");
    let somebody = |id| format!("{id},{},\"Somebody, Mr. {id}\",male,{}\n", id % 2, id % 80);
    let people: String = (1..rows).map(somebody).collect();
    let text = format!("PassengerId,Survived,Name,Sex,Age\n{people}{rows},1,\"Last, Mrs. {rows}\",female,{age}\n");
    fs::write(&path, text).expect("room for a list");
    path.to_str().expect("a name").to_owned()
}

/// A session in which a list is being read.
fn reading(path: &str, state: &Path) -> Session {
    let mut session = Session::start(Path::new(PROGRAM), &["--data", path], (80, 24), state);
    session.wait_for("the gauge", |screen| screen.contents().contains("Reading the list"));
    assert!(session.text().contains("large.csv"), "{}", session.text());
    session
}

#[test]
fn a_large_list_is_read_behind_a_gauge_to_its_end() {
    let state = tempdir().unwrap();
    let path = large_list(state.path(), 400_000, "30");
    let mut session = reading(&path, state.path());
    session.resize(100, 30);
    session.wait_for("the list", |screen| screen.contents().contains("1 of 400000"));
    session.press("G");
    session.wait_for("the last passenger", |screen| screen.contents().contains("Last, Mrs."));
    session.press("q");
    assert_eq!(session.end(), 0);
    session.assert_given_back();
}

#[test]
fn while_a_large_list_is_read_esc_goes_on_without_it_and_q_leaves() {
    let state = tempdir().unwrap();
    let path = large_list(state.path(), 1_000_000, "30");
    let mut session = reading(&path, state.path());
    session.press("\x1b");
    session.wait_for("the list inside", |screen| screen.contents().contains("1 of 891"));
    assert!(session.text().contains("was not read to its end"), "{}", session.text());
    session.press("q");
    assert_eq!(session.end(), 0);
    for key in ["q", CTRL_C] {
        let mut session = reading(&path, state.path());
        session.press(key);
        assert_eq!(session.end(), 0);
        session.assert_given_back();
    }
}

#[test]
fn what_is_wrong_far_down_a_large_list_is_told_on_the_terminal_as_it_was() {
    let state = tempdir().unwrap();
    let path = large_list(state.path(), 900_000, "old");
    let mut session = reading(&path, state.path());
    assert_eq!(session.end(), 2);
    session.assert_given_back();
    let text = session.text().replace('\n', "");
    assert!(text.contains("large.csv, line 900001, column Age: \"old\" is not a number"), "{text}");
}

/// A pipe whose writer takes its time must not take the keys with it.
#[test]
fn while_a_pipe_gives_nothing_q_leaves() {
    let state = tempdir().unwrap();
    let path = state.path().join("large.csv");
    mknodat(CWD, &path, FileType::Fifo, Mode::from_raw_mode(0o600), 0).unwrap();
    let target = path.clone();
    let (leave, left) = mpsc::channel::<()>();
    let writer = thread::spawn(move || {
        let mut pipe = OpenOptions::new().write(true).open(target).unwrap();
        writeln!(pipe, "PassengerId,Survived,Name,Sex,Age").unwrap();
        let _ = left.recv();
    });
    let mut session = reading(path.to_str().unwrap(), state.path());
    session.press("q");
    assert_eq!(session.end(), 0);
    session.assert_given_back();
    drop(leave);
    writer.join().unwrap();
}
