//! The program in sentences, through a pipe: lines in, lines out, and nothing but text.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::Stdio;

use assert_cmd::Command;
use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

/// What is answered to these lines; with a home of their own where one is given.
fn answers(arguments: &[&str], home: Option<&Path>, lines: &str) -> String {
    let mut program = Command::new(env!("CARGO_BIN_EXE_titanic-tui"));
    program.env("XDG_CONFIG_HOME", "/nonexistent");
    program.arg("--plain").args(arguments);
    match home {
        Some(home) => program.env("XDG_STATE_HOME", home),
        None => program.arg("--no-state"),
    };
    let output = program.env("LC_ALL", "C.UTF-8").write_stdin(lines).output().expect("it runs");
    assert!(output.status.success(), "{output:?}");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let is_text = |c: char| c == '\n' || !c.is_control();
    assert!(text.chars().all(is_text), "{text:?}");
    let is_drawn = |c: char| matches!(c, '\u{2500}'..='\u{259f}' | '\u{2800}'..='\u{28ff}' | '−');
    assert!(!text.contains(is_drawn), "{text}");
    text
}

fn hears(text: &str, sentences: &[&str]) {
    let mut rest = text;
    for sentence in sentences {
        let at = rest.find(sentence).unwrap_or_else(|| panic!("{sentence}\nis not, or not in its place, in\n{text}"));
        rest = &rest[at + sentence.len()..];
    }
}

#[test]
fn a_passenger_is_chosen_and_the_calculation_heard() {
    let text = answers(&[], None, "who allen, mr\nhear\n6\nwho nobody\nnext\nprev\n");
    hears(
        &text,
        &[
            "Passenger 1: Braund, Mr. Owen Harris; 22, male.\n",
            "Passenger 5: Allen, Mr. William Henry; 35, male.\n",
            "age, 35, times the weight -0.016852 is -0.589",
            "The bias adds -0.116309.\n",
            "Together the sum z is -0.706",
            "A chance of 33.05 % to live: it says died. The list says died. That is right.\n",
            "Passenger 6: Moran, Mr. James; age unknown, male.\n",
            "counts such people as died. He died.\n",
            "Nobody here has “nobody” in the name",
            "Passenger 7: ",
            "Passenger 6: ",
        ],
    );
}

#[test]
fn a_class_hears_no_answer_before_it_is_told() {
    let lines = "hear\nif age 30\ngradient\nstep\nchanged\n2\nhear\n";
    let text = answers(&["--present"], None, lines);
    hears(
        &text,
        &["Passenger 1: ", "kept from the class: “tell”", "The bias adds", "kept from the class", "Passenger 2: "],
    );
    for told in ["survived", "lived", "died", "p = ", "Together", "A chance of", "Now right: ", "Now wrong: "] {
        let named = text.lines().find(|line| line.contains(told));
        assert_eq!(named, None, "{told}");
    }
    let text = answers(&["--present"], None, "tell\nhear\ntell\nnext\n");
    let says = "It says died. The list says died. That is right.".to_lowercase();
    hears(
        &text.to_lowercase(),
        &["kept from the class", &says, "together the sum z is", &says, "kept from the class", "passenger 2: ", "kept"],
    );
}

/// Ctrl-C loses no run.
#[test]
fn a_signal_ends_it_and_what_was_trained_is_kept() {
    let home = tempfile::tempdir().expect("a folder");
    let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_titanic-tui"));
    program.env("XDG_CONFIG_HOME", "/nonexistent");
    program.arg("--plain").env("XDG_STATE_HOME", home.path()).env("LC_ALL", "C.UTF-8");
    let mut program = program.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("it runs");
    let mut typed = program.stdin.take().expect("a pipe");
    typed.write_all(b"preset 2\nstep 3\n").expect("it listens");
    let mut told = BufReader::new(program.stdout.take().expect("a pipe")).lines();
    let trained = told.any(|line| line.is_ok_and(|line| line.starts_with("Epoch 3")));
    assert!(trained, "it trains");
    kill_process(Pid::from_child(&program), Signal::INT).expect("it is there");
    assert_eq!(program.wait().expect("it ends").code(), Some(130));
    let kept = |folder: &Path| fs::read_dir(folder).map_or(0, Iterator::count);
    assert!(kept(&home.path().join("titanic-tui/runs")) > 0, "no run was kept");
}

#[test]
fn a_word_is_explained_with_the_numbers_of_now() {
    let text = answers(&[], None, "word\nword sigmoid\nstep 2\nword epoch\n");
    hears(&text, &["The words: ", "bias", "\nsigmoid", "0.38", "\nepoch"]);
    let text = answers(&["--lang", "ja"], None, "用語\n用語 シグモイド\n");
    hears(&text, &["用語：", "シグモイド"]);
}

#[test]
fn steps_tell_what_changed_and_time_runs_back() {
    let text =
        answers(&[], None, "presets\npreset 2\nscore\nstep 20\nchanged\nstart\nback\nstep none\nweights\ngradient 3\n");
    hears(
        &text,
        &[
            "2. The post, trained: ",
            "Test rows: 185 of 291 right, 63.57 %",
            "“women live” 226.",
            "Epoch 20 of run A, compared with epoch 0:\n",
            "right 185 of 291 before, 226 of 291 now; ",
            "Now right: ",
            "Epoch 0 of run A, compared with epoch 20:\n",
            "right 226 of 291 before, 185 of 291 now; ",
            "“none” is no number from 1 to 10000.\n",
            "3. b: 0\n",
            "b goes from 0 to ",
        ],
    );
}

#[test]
fn what_if_takes_words_of_both_languages_and_says_what_turns_the_answer() {
    let text =
        answers(&[], None, "if age 30 sex female\nif sex 男性\nif cabin yes\nif age 900\nif age\nnext\nif age 30\n");
    hears(
        &text,
        &[
            "Somebody with age 30, sex female: p = 0.520531, and the network says lived.\nThe least change",
            "age 30, sex male: p = 0.349356, and the network says died.\n",
            "cabin is nothing this network looks at. It looks at age, sex: ",
            "900 is no value of age. It can be 0 to 80.\n",
            "Passenger 2: ",
            "Somebody with age 30, sex female: ",
        ],
    );
}

#[test]
fn the_tour_is_told_asked_and_done_in_both_languages() {
    let text = answers(&[], None, "tour\n\n3\n\nwho moran\n\ntour quit\ntour\nlessons\ntour 99\n");
    hears(
        &text,
        &[
            "Tour 1/19: The list\n",
            "3: about 75 %\nType the number",
            "Yes: 233 of 314 women lived",
            "The right answer: about 75 %.",
            "Find passenger 6",
            "Passenger 6: Moran",
            "There he is.",
            "Tour 2/19: ",
            "The tour waits",
            "Tour 2/19: ",
            "1. The list, done\n",
            "1 of 1 predictions right\n",
            "“99” is no number from 1 to 24.\n",
        ],
    );
    let text = answers(&["--lang", "ja"], None, "ツアー\n\n1\n\n見せる\n\n次\n計算\nたぶん\n");
    hears(
        &text,
        &[
            "ツアー 1/19：",
            "外れ：",
            "正しい答え：約 75 %。",
            "いました。",
            "ツアー 2/19：",
            "乗客 2：",
            "合計 z は",
            "「たぶん」",
        ],
    );
}

/// Every lesson to the end by `show` and empty lines alone.
#[test]
fn the_whole_tour_is_gone_through() {
    let lines = format!("tour 1\n{}lessons\n", "show\n\n".repeat(120));
    for language in ["en", "ja"] {
        let text = answers(&["--lang", language], None, &lines);
        let done = if language == "en" { ", done" } else { "（済み）" };
        assert_eq!(text.matches(done).count(), 19, "{text}");
    }
}

#[test]
fn a_task_is_done_and_counted_here_too() {
    let home = tempfile::tempdir().unwrap();
    let text = answers(&[], Some(home.path()), "tour 20\npress e - 1 ) 1 0 0 ) 6 . 5 Enter\nlessons\n");
    hears(
        &text,
        &[
            "Task 1/5: Beat the rule\n",
            "best 185, test rows seen 1 ×\n",
            "231 of 291.",
            "20. task: Beat the rule, best 231, test rows seen 8 ×, done\n",
            "21. task: Reach 84 %\n",
        ],
    );
    // Input that ends is as good as “quit”.
    hears(&answers(&[], Some(home.path()), "tour 20\n"), &["best 231, test rows seen 9 ×\n"]);
}

#[test]
fn the_tour_goes_on_in_the_next_session() {
    let home = TempDir::new().expect("a folder");
    answers(&[], Some(home.path()), "tour\n\n3\n\nshow\n\n");
    hears(&answers(&["tour"], Some(home.path()), "lessons\nquit\nwho\n"), &["Tour 2/19: ", "1. The list, done\n"]);
}

#[test]
fn unknown_words_are_answered_with_what_there_is_and_the_end_of_input_ends_it() {
    let text = answers(&[], None, "dance\n\nhelp\npress nothing\npress J\nlanguage\n");
    hears(
        &text,
        &[
            "“dance” is nothing",
            "who, next",
            "“dance”",
            "quit: leaves.",
            "“nothing” names no keys",
            "Explore.",
            "ここからは日本語です。",
        ],
    );
    hears(&answers(&["--lang", "ja"], None, ""), &["文章で", "乗客 1："]);
    let quits = answers(&[], None, "quit\nwho 6\n");
    assert!(!quits.contains("Moran"), "{quits}");
}

/// What a lesson says to look at has to be heard where nothing is seen.
#[test]
fn pressed_keys_tell_what_stands_in_the_panel() {
    let text = answers(&[], None, "press Tab Down\npress 6\nquit\n");
    hears(&text, &["Explore.", "z = 22 (age) * -0.016852", "Score.", "women live", "226/291"]);
}

/// Somebody is chosen by name or number on every screen, and no letter of a name is taken for a key.
#[test]
fn a_passenger_is_chosen_on_every_screen() {
    for screen in 1..=7 {
        let text = answers(&[], None, &format!("press {screen}\nwho Caldwell\nwho 79\nscore\nquit\n"));
        hears(&text, &["Passenger 79: Caldwell", "Passenger 79: Caldwell", "213"]);
    }
}
