//! The commands without a screen, run as a user runs them: what they print, where, and how they exit.

use std::fs;
use std::io::Read;
use std::process::{Command as Process, Stdio};

use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::{contains, starts_with};
use rustix::process::{Pid, Signal};
use serde_json::Value;
use tempfile::{TempDir, tempdir};

#[path = "support/sorted.rs"]
mod sorted;

const PROGRAM: &str = env!("CARGO_BIN_EXE_titanic-tui");

fn program() -> Command {
    let mut command = Command::new(PROGRAM);
    command.env("XDG_CONFIG_HOME", "/nonexistent");
    command.env_remove("RUST_BACKTRACE").env_remove("NO_COLOR");
    command
}

/// Runs with these words as arguments; no argument here holds a blank.
fn run(words: &str) -> Command {
    let mut command = program();
    command.args(words.split_whitespace());
    command
}

fn stdout(command: &mut Command) -> String {
    String::from_utf8(command.assert().success().get_output().stdout.clone()).expect("text")
}

fn json_lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
}

/// The preset "The post, trained" as flags.
const TRAINED: &str = "--scaling standard --learning-rate 0.5";

fn trained_model(folder: &TempDir, epochs: u32) -> String {
    let path = folder.path().join(format!("after-{epochs}.json"));
    let path = path.to_str().expect("text").to_owned();
    run(&format!("train --epochs {epochs} {TRAINED} --save {path}")).assert().success();
    path
}

/// Exactly one line on standard error, nothing on standard output.
fn refused(words: &str, code: i32, sentence: &str) {
    let one_line = predicate::function(|text: &str| text.trim_end().lines().count() == 1);
    run(words)
        .assert()
        .code(code)
        .stdout("")
        .stderr(starts_with("titanic-tui: ").and(contains(sentence)).and(one_line));
}

#[test]
fn without_a_terminal_the_screen_says_so_in_one_sentence_and_sends_no_escape() {
    for words in ["", "--theme dark"] {
        run(words).assert().code(2).stdout("").stderr(
            contains("standard output is not one")
                .and(contains("`train`, `predict`, `evaluate` and `snapshot`"))
                .and(contains("\x1b").not()),
        );
    }
}

#[test]
fn evaluate_prints_the_posts_213_of_291() {
    let text = stdout(&mut run("evaluate"));
    for figure in [
        "420/600 (70.00 %)",
        "213/291 (73.20 %)",
        "67.8 - 78.0 %",
        "226/291 (77.66 %)",
        "24 : 11",
        "4.10 %",
        "42/106 (39.62 %)",
        "0.7499 over 240",
    ] {
        assert!(text.contains(figure), "{figure} is missing in\n{text}");
    }
    assert!(text.is_ascii(), "what is piped has no typographic signs");
}

#[test]
fn evaluate_as_json_is_the_contract() {
    let score: Value = serde_json::from_str(&stdout(&mut run("evaluate --json"))).unwrap();
    assert_eq!(score["test"]["correct"], 213);
    assert_eq!(score["test"]["total"], 291);
    assert_eq!(score["test"]["loss_rows"], 240);
    assert_eq!(score["test"]["confusion"], serde_json::json!({"tn":171,"fp":14,"fn":64,"tp":42}));
    assert!(score["train"]["auc"].is_f64());
    let rule = &score["baselines"]["everyone-died"]["train"];
    assert_eq!(*rule, serde_json::json!({"correct": 364, "total": 600}));
    assert_eq!(score["baselines"]["women-live"]["test"]["correct"], 226);
    let test = &score["mcnemar"]["test"];
    assert_eq!((&test["to_the_rule"], &test["to_the_network"]), (&24.into(), &11.into()));
    let bins = score["calibration"]["test"].as_array().unwrap();
    let people: u64 = bins.iter().map(|bin| bin["people"].as_u64().unwrap()).sum();
    assert_eq!(people, 240);
    let worth = &score["importance"]["test"];
    assert_eq!((&worth["rows"], &worth["shuffles"]), (&240.into(), &20.into()));
    let [age, sex] = worth["features"].as_array().unwrap().as_slice() else { panic!("{worth}") };
    assert_eq!((&age["feature"], &sex["feature"]), (&"age".into(), &"sex".into()));
    let drop = |feature: &Value| feature["correct_drop"]["mean"].as_f64().unwrap();
    assert!(drop(sex) > drop(age) && sex["loss_rise"]["sd"].is_f64(), "{worth}");
    let odds = &score["odds_ratios"];
    assert_eq!(odds["intervals"], "not-at-the-likeliest", "as the post leaves them");
    assert!(odds["inputs"][1]["per_unit"]["ratio"].as_f64().unwrap() > 2.0, "{odds}");
}

#[test]
fn evaluate_gives_intervals_of_odds_ratios_where_training_came_to_its_end() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("model.json");
    let words =
        "train --epochs 3000 --features sex,pclass,age --missing-age drop --scaling standard --learning-rate 0.5";
    run(&format!("{words} --save {}", path.display())).assert().success();
    let text = stdout(&mut run(&format!("evaluate --model {}", path.display())));
    let sex = text.lines().rfind(|line| line.starts_with("sex")).unwrap();
    // What statsmodels says of the same rows, by another way.
    assert!(sex.contains("12.2802 (7.6134 - 19.8075)"), "{text}");
    assert!(text.contains("over 474 training rows") && text.is_ascii(), "{text}");
    assert!(text.lines().all(|line| line.len() <= 80), "{text}");
}

#[test]
fn evaluate_under_another_policy_and_threshold_moves_the_counts() {
    let count = |words: &str| {
        let score: Value = serde_json::from_str(&stdout(&mut run(words))).unwrap();
        score["test"]["correct"].as_u64().unwrap()
    };
    assert_eq!(count("evaluate --json --missing-age mean"), 215);
    assert_eq!(count("evaluate --json --missing-age mean --threshold 0.415"), 228);
    assert_eq!(count("evaluate --json=true --threshold 1"), 185);
}

#[test]
fn predict_works_out_the_posts_first_passenger() {
    let text = stdout(&mut run("predict --age 22 --sex male --explain"));
    let steps = [
        "22 x -0.016852 = -0.370744",
        "0 x 0.704039 = 0.000000",
        "1 x -0.116309 = -0.116309",
        "sum = -0.487053",
        "1 / (1 + e^0.487053) = 0.380588",
        "did not survive, 38 %",
    ];
    let mut rest = text.as_str();
    for step in steps {
        let at = rest.find(step).unwrap_or_else(|| panic!("{step} is missing, or late, in\n{text}"));
        rest = &rest[at + step.len()..];
    }
    assert!(text.is_ascii());
}

#[test]
fn predict_explains_hidden_neurons_and_scaling_too() {
    let folder = tempdir().unwrap();
    let model = folder.path().join("deep.json");
    let model = model.to_str().unwrap();
    run(&format!("train --epochs 3 {TRAINED} --hidden 2 --save {model}")).assert().success();
    let text = stdout(&mut run(&format!("predict --age 22 --sex male --explain --model {model}")));
    for step in ["(22 - 29.782", "h2\n", "relu = ", "output", "e^"] {
        assert!(text.contains(step), "{step} is missing in\n{text}");
    }
}

#[test]
fn predict_as_json_is_the_contract() {
    let answer =
        |words: &str| -> Value { serde_json::from_str(&stdout(&mut run(&format!("predict --json {words}")))).unwrap() };
    let braund = answer("--age 22 --sex male");
    assert!((braund["p"].as_f64().unwrap() - 0.380_588).abs() < 1e-6);
    assert!((braund["logit"].as_f64().unwrap() + 0.487_053).abs() < 1e-12);
    assert_eq!(braund["predicted"], 0);
    assert_eq!(braund["threshold"], 0.5);
    assert_eq!(braund["inputs"], serde_json::json!([22.0, 0.0]));
    let ageless = answer("--sex female");
    assert_eq!(ageless["p"], Value::Null);
    assert_eq!(ageless["logit"], Value::Null);
    assert_eq!(ageless["predicted"], 0, "the published network counts a missing age as died");
    assert_eq!(ageless["inputs"], serde_json::json!([null, 1.0]));
}

#[test]
fn predict_says_what_it_assumed_and_what_it_ignored() {
    run("predict --sex male").assert().success().stderr(contains("no --age"));
    run("predict --age 22").assert().success().stderr(contains("no --sex").and(contains("0.379747")));
    run("predict --age 22 --sex male --fare 7.25").assert().success().stderr(contains("does not look at --fare"));
    run("predict --age 22 --sex male").assert().success().stderr("");
}

#[test]
fn predict_reads_a_file_and_standard_input_alike() {
    let file = stdout(&mut run("predict data/titanic.csv"));
    assert!(file.starts_with("PassengerId,p,Survived\n1,0.38058805"), "{}", &file[..80]);
    assert!(file.contains("\n6,,0\n"), "no age: no p, and counted as died");
    assert_eq!(file.lines().count(), 892);
    let piped = stdout(run("predict -").write_stdin(fs::read("data/titanic.csv").unwrap()));
    assert_eq!(piped, file);
    let folder = tempdir().unwrap();
    let out = folder.path().join("out.csv");
    run(&format!("predict data/titanic.csv -o {}", out.display())).assert().success().stdout("");
    assert_eq!(fs::read_to_string(out).unwrap(), file);
}

#[test]
fn submit_writes_kaggles_file() {
    let text = stdout(&mut run("submit"));
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("PassengerId,Survived"));
    let rows: Vec<_> = lines.map(|line| line.split_once(',').unwrap()).collect();
    assert_eq!(rows.len(), 418);
    assert_eq!((rows[0].0, rows[417].0), ("892", "1309"));
    assert!(rows.iter().all(|(_, said)| matches!(*said, "0" | "1")));
}

#[test]
fn train_of_the_preset_goes_185_204_217_226() {
    let lines = json_lines(&stdout(&mut run(&format!("train --epochs 20 {TRAINED} --json"))));
    let test = |epoch: usize| lines[epoch]["test"]["correct"].as_u64().unwrap();
    assert_eq!(lines.len(), 21);
    assert_eq!([test(0), test(1), test(10), test(20)], [185, 204, 217, 226]);
    assert_eq!(lines[20]["epoch"], 20);
    assert_eq!(lines[0]["train"]["loss_rows"], 600);
}

#[test]
fn train_tells_the_first_the_kth_and_the_last_epoch() {
    let epochs = |words: &str| -> Vec<u64> {
        let lines = json_lines(&stdout(&mut run(words)));
        lines.iter().map(|line| line["epoch"].as_u64().unwrap()).collect()
    };
    assert_eq!(epochs("train --epochs 25 --every 10 --json"), [0, 10, 20, 25]);
    assert_eq!(epochs("train --epochs 20 --every 10 --json"), [0, 10, 20]);
    assert_eq!(epochs("train --epochs 0 --json"), [0]);
    let folder = tempdir().unwrap();
    let model = trained_model(&folder, 5);
    assert_eq!(epochs(&format!("train --epochs 7 --every 10 --json --model {model}")), [5, 10, 12]);
}

#[test]
fn saved_and_trained_on_is_the_same_as_never_stopped() {
    let folder = tempdir().unwrap();
    let half = trained_model(&folder, 10);
    let resumed = folder.path().join("resumed.json");
    let train = format!("train --epochs 10 --model {half} --save {}", resumed.display());
    run(&train).assert().success();
    let whole = trained_model(&folder, 20);
    assert_eq!(fs::read_to_string(resumed).unwrap(), fs::read_to_string(whole).unwrap());
}

#[test]
fn a_run_that_diverges_saves_its_last_finite_epoch_and_exits_1() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("model.json");
    let words = format!("train --epochs 50 --learning-rate 1e308 --json --save {}", path.display());
    let assert = run(&words).assert().code(1).stderr(contains("diverged").and(contains("saved")));
    let lines = json_lines(std::str::from_utf8(&assert.get_output().stdout).unwrap());
    let last = lines.last().unwrap()["epoch"].as_u64().unwrap();
    let model: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    assert_eq!(model["epoch"].as_u64(), Some(last));
}

#[test]
fn a_recipe_file_beats_the_model_and_a_flag_beats_the_file() {
    let folder = tempdir().unwrap();
    let recipe = folder.path().join("recipe.toml");
    fs::write(&recipe, "scaling = \"standard\"\nlearning_rate = 0.1\n").unwrap();
    let rate = |flags: &str| {
        let path = folder.path().join("model.json");
        let words = "train --epochs 1 --recipe";
        run(&format!("{words} {} {flags} --save {}", recipe.display(), path.display())).assert().success();
        let model: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        model["recipe"]["learning_rate"].as_f64().unwrap()
    };
    assert_eq!(rate(""), 0.1);
    assert_eq!(rate("--learning-rate 0.5"), 0.5);
}

#[test]
fn common_flags_stand_before_or_after_the_command_and_booleans_take_a_value() {
    let folder = tempdir().unwrap();
    let model = trained_model(&folder, 20);
    let before = stdout(&mut run(&format!("--model {model} evaluate --json")));
    let after = stdout(&mut run(&format!("evaluate --json --model {model}")));
    assert_eq!(before, after);
    assert!(before.contains("\"correct\":226"));
    let plain = stdout(&mut run("evaluate --json=false --ascii=true --no-mouse=false"));
    assert!(plain.contains("213/291"));
}

#[test]
fn bad_usage_and_bad_input_exit_2_with_one_sentence() {
    let folder = tempdir().unwrap();
    let model = trained_model(&folder, 1);
    let bad = |name: &str, contents: &str| {
        let path = folder.path().join(name);
        fs::write(&path, contents).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let list = bad("list.csv", "Survived,Sex,Age\n1,female,29\n0,male,old\n");
    let recipe = bad("recipe.toml", "seed = 1\nlearning_rte = 0.5\n");
    let narrow = bad("narrow.toml", "hidden = 3\n");
    let three = bad("three.csv", "PassengerId,Sex,Age\n1,female,29\n");
    let line = bad("line.txt", "t1:abc\n");
    let wide = format!("{}", folder.path().join("wide.json").display());
    run(&format!("train --epochs 1 --features age,sex,fare --save {wide}")).assert().success();
    let broken = bad("broken.json", "{\"format\":\"titanic-tui-model\",\"version\":9}");
    for (words, sentence) in [
        ("frobnicate", "unrecognized subcommand 'frobnicate'"),
        ("train", "--epochs <N>"),
        ("train --epochs many", "'many'"),
        ("train --epochs 1 --every 0", "--every"),
        ("train --epochs 1 --optimizer sgd", "sgd"),
        ("train --epochs 1 --features age,shoe_size", "shoe_size"),
        ("train --epochs 1 --learning-rate -1", "learning"),
        ("train --epochs 1 --save /nowhere/at/all/m.json", "/nowhere/at/all"),
        ("predict", "predict whom?"),
        ("predict --age 200", "0 to 150"),
        ("predict --age NaN", "0 to 150"),
        ("evaluate --threshold 2", "0 to 1"),
        ("evaluate --data nowhere.csv", "nowhere.csv"),
        ("evaluate --scaling standard", "--scaling"),
        ("snapshot --screen tour --lessons nowhere", "nowhere"),
        ("snapshot --screen bridge", "no such screen"),
        ("snapshot --screen explore --size 80", "80x24"),
        ("snapshot --screen explore --keys Entre", "`Entre` is not a key"),
        ("--theme pink", "terminal, dark, light, contrast, mono"),
        (&format!("evaluate --data {list}"), "line 3, column Age"),
        (&format!("predict {three} --model {wide}"), "has no column Fare, which the feature fare is made of"),
        (&format!("submit {three} --model {wide}"), "has no column Fare, which the feature fare is made of"),
        (&format!("evaluate --model {line}"), "is a shared line"),
        ("evaluate --model https://example.org/m.json", "is on the web"),
        ("snapshot --screen explore -o /nowhere/at/all.txt", "the folder /nowhere/at does not exist"),
        (&format!("train --epochs 1 --recipe {recipe}"), "line 2, column 1: unknown field"),
        (
            &format!("train --epochs 1 --recipe {narrow}"),
            "column 10: invalid type: integer `3`, expected a list such as [8]",
        ),
        (&format!("train --epochs 1 --recipe {list}"), "is not a recipe (TOML)"),
        (&format!("evaluate --model {broken}"), "broken.json"),
        (&format!("train --epochs 1 --model {model} --hidden 3"), "hidden"),
        (&format!("evaluate --model {model} --recipe {recipe}"), "learning_rte"),
    ] {
        refused(words, 2, sentence);
    }
}

#[test]
fn a_users_mistake_is_one_sentence_even_where_backtraces_are_wanted() {
    for (words, code) in [
        ("evaluate --data nowhere.csv", 2),
        ("evaluate --model nowhere.json", 2),
        ("train --recipe nowhere.toml", 2),
        ("predict --age old", 2),
        ("snapshot --screen explore --size 80", 2),
        ("snapshot --screen explore --keys Entre", 2),
        ("snapshot --screen explore -o no/such/folder/x", 2),
    ] {
        for backtrace in ["1", "full"] {
            let output = run(words).env("RUST_BACKTRACE", backtrace).output().unwrap();
            let said = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(code), "{words}: {said}");
            assert_eq!(said.lines().count(), 1, "{words}: {said}");
        }
    }
}

#[test]
fn coloured_text_has_the_colours_and_glyphs_of_the_screen() {
    let picture = |format: &str, variables: &[(&str, &str)], more: &str| {
        let mut command = run(&format!("snapshot --screen explore --format {format} {more}"));
        for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
            command.env_remove(name);
        }
        let output = command.envs(variables.iter().copied()).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let has_colour = |text: &str| {
        let codes = text.split("\u{1b}[").skip(1);
        let codes = codes.filter_map(|rest| rest.split_once('m')).map(|(code, _)| code);
        codes
            .flat_map(|code| code.split(';'))
            .any(|code| code.parse().is_ok_and(|code: u8| matches!(code, 30..=38 | 40..=48 | 90..=107)))
    };
    let (plain, old) = ([("NO_COLOR", "1")], [("LANG", "ja_JP.eucJP")]);
    assert!(has_colour(&picture("ansi", &[], "")));
    assert!(!has_colour(&picture("ansi", &plain, "")));
    assert!(has_colour(&picture("ansi", &[("NO_COLOR", "")], "")), "says nothing");
    assert!(has_colour(&picture("ansi", &plain, "--theme dark")), "a flag beats it");
    assert!(!picture("ansi", &[], "").is_ascii());
    assert!(picture("ansi", &old, "").is_ascii());
    assert!(!picture("ansi", &old, "--ascii=false").is_ascii());
    for format in ["text", "svg"] {
        let both = [plain[0], old[0]];
        assert_eq!(picture(format, &both, ""), picture(format, &[], ""), "the same everywhere");
    }
}

#[test]
fn output_that_nobody_reads_ends_quietly() {
    let mut child = Process::new(PROGRAM)
        .env("XDG_CONFIG_HOME", "/nonexistent")
        .args(["train", "--epochs", "1000000", "--json"])
        .env_remove("RUST_BACKTRACE")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 9];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    assert_eq!(&first, b"{\"epoch\":");
    let end = child.wait_with_output().unwrap();
    assert_eq!(end.status.code(), Some(0));
    assert_eq!(String::from_utf8(end.stderr).unwrap(), "");
}

#[test]
fn output_that_cannot_be_written_exits_1() {
    let Ok(full) = fs::OpenOptions::new().write(true).open("/dev/full") else {
        return;
    };
    let end = Process::new(PROGRAM).env("XDG_CONFIG_HOME", "/nonexistent").arg("submit").stdout(full).output().unwrap();
    assert_eq!(end.status.code(), Some(1));
}

#[test]
fn an_interrupted_training_keeps_what_it_has() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("model.json");
    let words = format!("train --epochs 1000000 --json --save {}", path.display());
    let mut child = Process::new(PROGRAM)
        .env("XDG_CONFIG_HOME", "/nonexistent")
        .args(words.split_whitespace())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut out = child.stdout.take().unwrap();
    out.read_exact(&mut [0; 4096]).unwrap();
    let id = rustix::process::Pid::from_raw(i32::try_from(child.id()).unwrap()).unwrap();
    rustix::process::kill_process(id, rustix::process::Signal::INT).unwrap();
    out.read_to_end(&mut Vec::new()).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130));
    let model: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    assert!(model["epoch"].as_u64().unwrap() > 0);
}

#[test]
fn a_model_can_come_from_standard_input_and_go_to_standard_output() {
    let model = stdout(&mut run(&format!("train --epochs 20 {TRAINED} --save -")));
    let score = stdout(run("evaluate --json --model -").write_stdin(model));
    assert!(score.contains("\"correct\":226"));
}

#[test]
fn a_snapshot_is_the_same_bytes_every_time_and_knows_no_environment() {
    let keys = "Space Space . . }";
    for format in ["text", "svg"] {
        let take = |language: &str| {
            let mut command = run(&format!("snapshot --screen train --size 120x40 --format {format}"));
            stdout(command.args(["--keys", keys]).env("LANG", language).env("NO_COLOR", "1"))
        };
        assert_eq!(take("C"), take("ja_JP.eucJP"), "{format}");
    }
}

#[test]
fn a_snapshot_shows_the_real_screen_after_the_keys() {
    let text = stdout(&mut run("snapshot --screen explore --size 80x24"));
    assert_eq!(text.lines().count(), 24);
    assert!(text.contains("Braund") && text.contains("−0.487053"), "{text}");
    let next = stdout(run("snapshot --screen explore --keys").arg("j j"));
    assert!(next.contains("3 Heikkinen, Miss. Laina"), "{next}");
    let recipe = stdout(run("snapshot --screen recipe --keys").arg("Down Right"));
    assert!(recipe.contains("▸*missing age"), "{recipe}");
    let help = stdout(&mut run("snapshot --screen help"));
    assert_ne!(help, text);
    let svg = stdout(&mut run("snapshot --screen explore --format svg"));
    assert!(svg.starts_with("<svg ") && svg.trim_end().ends_with("</svg>"));
}

#[test]
fn completions_and_the_manual_are_made() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(stdout(&mut run(&format!("completions {shell}"))).contains("predict"), "{shell}");
    }
    // Where no case has the label of its command, a shell completes nothing behind it.
    let bash = stdout(&mut run("completions bash"));
    for command in bash.lines().filter_map(|line| line.trim().strip_prefix("cmd=\"")?.strip_suffix('"')) {
        let label = format!("{command})");
        assert!(command.is_empty() || bash.lines().any(|line| line.trim() == label), "{command}");
    }
    let page = stdout(&mut run("man"));
    assert!(page.contains(".TH titanic-tui 1") && page.contains("evaluate"));
}

#[test]
fn help_and_version_are_results() {
    let help = stdout(&mut run("--help"));
    for word in ["train", "predict", "evaluate", "submit", "snapshot", "Examples:", "Exit codes:"] {
        assert!(help.contains(word), "{word} is missing in\n{help}");
    }
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(stdout(&mut run("--version")), format!("titanic-tui {version}\n"));
}

/// Two linear neurons whose sums are opposite and overflow: inf − inf for whoever has an age.
fn overflowing_model(folder: &TempDir, age: f64) -> String {
    let model = serde_json::json!({
        "format": "titanic-tui-model", "version": 1,
        "recipe": {"features": ["fare", "sex"], "hidden": [2], "activation": "linear"},
        "layers": [
            {"activation": "linear", "weights": [[age, 0.0], [-age, 0.0]], "biases": [0.0, 0.0]},
            {"activation": "sigmoid", "weights": [[age, age]], "biases": [0.25]},
        ],
    });
    let path = folder.path().join("overflows.json");
    fs::write(&path, model.to_string()).expect("written");
    path.to_str().expect("text").to_owned()
}

/// A person off the list may leave the numbers where everybody on it stays within them.
#[test]
fn who_has_no_p_is_told_so_and_neither_shown_written_nor_submitted_as_a_number() {
    let folder = tempdir().unwrap();
    let model = overflowing_model(&folder, 1e100);
    let whom = format!("predict --model {model} --sex male --fare 1e150");
    let explained = stdout(&mut run(&format!("{whom} --explain")));
    assert!(explained.ends_with("no prediction: a sum on the way to p overflows\n"), "{explained}");
    assert!(explained.contains("sum = 1.000000e250"), "{explained}");
    assert!(explained.lines().all(|line| line.len() < 100), "{explained}");
    let answer: Value = serde_json::from_str(&stdout(&mut run(&format!("{whom} --json")))).unwrap();
    for name in ["p", "logit", "predicted"] {
        assert!(answer[name].is_null(), "{name} in {answer}");
    }
    let list = folder.path().join("list.csv");
    fs::write(&list, "PassengerId,Sex,Age,Fare\n1,male,22,1e150\n2,male,22,0\n").unwrap();
    let list = list.to_str().expect("text");
    let mut predicted = run(&format!("predict {list} --model {model}"));
    predicted.assert().success().stderr(contains("1 of 2 have no p"));
    let file = stdout(&mut predicted);
    assert_eq!(file, "PassengerId,p,Survived\n1,,\n2,0.5621765008857981,1\n");
    refused(&format!("submit {list} --model {model}"), 2, "passenger 1");
    for text in [explained, file] {
        for none in ["NaN", "nan", "inf"] {
            assert!(!text.contains(none), "{none} in {text}");
        }
    }
}

#[test]
fn a_place_that_cannot_be_saved_to_is_told_before_training() {
    let folder = tempdir().unwrap();
    let at = folder.path().display();
    for flag in ["--save", "--safetensors"] {
        let train = format!("train --epochs 1000000 {TRAINED} {flag}");
        refused(&format!("{train} {at}"), 2, "irectory");
        refused(&format!("{train} {at}/no/m.json"), 2, "does not exist");
        refused(&format!("{train} /proc/m.json"), 2, "cannot save to /proc/m.json");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_wrong_value_of_a_recipe_names_file_and_line() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("r.toml");
    let at = path.display();
    fs::write(&path, "seed = 3\n\n# none\nhidden = [65]\ntrain_rows = 0\n").unwrap();
    refused(&format!("train --epochs 1 --recipe {at}"), 2, "r.toml, line 4: hidden has a layer of 65");
    refused(&format!("train --epochs 1 --hidden 3 --recipe {at}"), 2, "r.toml, line 5: train_rows is 0");
    // What a flag makes good or wrong is not blamed on the file.
    fs::write(&path, "nesterov = true\n").unwrap();
    run(&format!("train --epochs 1 --momentum 0.9 --recipe {at}")).assert().success();
    refused(&format!("train --epochs 1 --learning-rate -1 --momentum 0.9 --recipe {at}"), 2, "learning_rate is -1");
}

#[test]
fn a_list_without_ages_is_trained_on_with_a_remark() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("l.csv");
    fs::write(&path, "Survived,Sex,Age\n1,female,\n0,male,\n0,male,\n").unwrap();
    let train = format!("train --epochs 1 --data {}", path.display());
    for policy in ["mean", "median"] {
        run(&format!("{train} --missing-age {policy}"))
            .assert()
            .success()
            .stderr(contains("no training row has an age").and(contains(policy)));
    }
    run(&format!("{train} --features sex")).assert().success().stderr("");
}

#[test]
fn a_column_too_large_to_train_on_is_named_without_a_number_that_is_none() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("l.csv");
    fs::write(&path, "Survived,Sex,Age,Fare\n1,female,30,1e308\n0,male,20,1e308\n0,male,40,1e308\n").unwrap();
    run(&format!("train --epochs 1 --features fare --scaling standard --data {}", path.display()))
        .assert()
        .code(2)
        .stderr(contains("fare are too large").and(contains("mean is not finite")));
}

#[test]
fn a_file_with_numbers_beyond_the_limits_is_refused_by_every_command() {
    let folder = tempdir().unwrap();
    let good = fs::read_to_string(trained_model(&folder, 3)).unwrap();
    let bad = |place: &str, value: Value| {
        let mut file: Value = serde_json::from_str(&good).unwrap();
        *file.pointer_mut(place).unwrap() = value;
        let path = folder.path().join("bad.json");
        fs::write(&path, file.to_string()).unwrap();
        path
    };
    for (place, value, sentence) in [
        ("/epoch", Value::from(u64::MAX), "epoch is 18446744073709551615"),
        ("/epoch", Value::from(4_000_000_000_u64), "at most 1000000 epochs"),
        ("/layers/0/weights/0/0", Value::from(1e154), "layers[0].weights[0][0] is 1e154"),
        ("/initial/0", Value::from(1e308), "initial[0] is 1e308"),
        ("/features/0/mean", Value::from(1e300), "mean of age is 1e300"),
    ] {
        let path = bad(place, value);
        for command in [
            "evaluate",
            "predict --age 22 --sex male",
            "train --epochs 1",
            "snapshot --screen landscape",
            "export landscape",
        ] {
            refused(&format!("{command} --model {}", path.display()), 2, sentence);
        }
    }
}

#[test]
fn the_largest_numbers_a_model_may_have_are_drawn_and_come_to_an_end() {
    let folder = tempdir().unwrap();
    for hidden in ["", "--hidden 2"] {
        let path = folder.path().join("m.json");
        let at = path.display();
        run(&format!("train --epochs 2 {TRAINED} {hidden} --save {at}")).assert().success();
        let mut file: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        file["layers"][0]["weights"][0][0] = Value::from(1e100);
        fs::write(&path, file.to_string()).unwrap();
        for command in [
            "snapshot --screen landscape",
            "export landscape",
            "export curve",
            "export beliefs",
            "snapshot --screen gradients",
        ] {
            let drawn = stdout(&mut run(&format!("{command} --model {at}")));
            assert!(!drawn.contains("NaN"), "{command}");
        }
    }
}

#[test]
fn a_drawing_of_now_is_the_same_with_and_without_its_past() {
    let folder = tempdir().unwrap();
    let path = trained_model(&folder, 40);
    let mut bare: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    bare.as_object_mut().unwrap().remove("initial");
    let without = folder.path().join("bare").join("after-40.json");
    fs::create_dir(without.parent().unwrap()).unwrap();
    fs::write(&without, bare.to_string()).unwrap();
    for what in ["diagram", "curve", "beliefs", "roc", "passengers"] {
        let [whole, short] = [path.as_str(), without.to_str().unwrap()]
            .map(|model| stdout(&mut run(&format!("export {what} --model {model}"))));
        assert_eq!(whole, short, "{what}");
    }
    let history = stdout(&mut run(&format!("export history --model {path}")));
    assert_eq!(history.lines().count(), 42, "what needs the past has it");
}

/// A list of so many made-up people.
fn crowd(folder: &TempDir, people: u32) -> String {
    let row = |i: u32| {
        format!(
            "{i},{},{},{},{}\n",
            i % 2,
            ["male", "female"][(i / 3 % 2) as usize],
            f64::from(i % 8_000 * 7_919 % 8_000) / 100.0,
            f64::from(i % 30_000 * 10_007 % 30_000) / 100.0
        )
    };
    let rows: String = (1..=people).map(row).collect();
    let path = folder.path().join(format!("{people}.csv"));
    fs::write(&path, format!("PassengerId,Survived,Sex,Age,Fare\n{rows}")).expect("written");
    path.to_str().expect("text").to_owned()
}

#[test]
fn a_drawing_is_as_large_as_its_sheet_however_long_the_list() {
    let folder = tempdir().unwrap();
    let [some, many] = [20_000, 80_000].map(|people| crowd(&folder, people));
    for (what, most, says) in [
        ("curve", 600_000, "a mark may stand for several people"),
        ("roc", 100_000, ""),
        ("beliefs", 600_000, "1 dot = up to "),
        ("beliefs --keys v", 3_000_000, "a mark may stand for several people"),
    ] {
        let [small, large] = [&some, &many].map(|list| {
            let mut export = program();
            export.arg("export").args(what.splitn(3, ' ')).args(["--data", list]);
            stdout(&mut export)
        });
        assert!(large.len() < most && large.len() < 2 * small.len(), "{what}: {} {}", small.len(), large.len());
        assert!(large.contains(says), "{what}");
    }
}

#[test]
fn a_signal_while_a_file_is_written_leaves_the_whole_file_or_nothing() {
    let folder = tempdir().unwrap();
    let list = crowd(&folder, 200_000);
    for (signal, code) in [(Signal::INT, 130), (Signal::TERM, 143)] {
        let out = tempdir().unwrap();
        let path = out.path().join("out.csv");
        let mut child = Process::new(PROGRAM)
            .env("XDG_CONFIG_HOME", "/nonexistent")
            .args(["predict", &list, "-o"])
            .arg(&path)
            .spawn()
            .unwrap();
        // Until something is being written; a machine that is done by then has the whole file.
        while fs::read_dir(out.path()).unwrap().next().is_none() && child.try_wait().unwrap().is_none() {}
        let process = Pid::from_child(&child);
        let _ = rustix::process::kill_process(process, signal);
        let ended = child.wait().unwrap().code();
        let left: Vec<_> = fs::read_dir(out.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        if ended == Some(code) {
            assert!(left.is_empty(), "{left:?}");
        } else {
            assert_eq!(ended, Some(0));
            assert_eq!(fs::read_to_string(&path).unwrap().lines().count(), 200_001);
        }
    }
}

#[test]
fn a_sorted_list_is_told_once_with_the_split_that_mends_it() {
    let folder = tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().expect("text").to_owned();
    let (list, model) = (path("sorted.csv"), path("model.json"));
    fs::write(&list, sorted::by_class()).unwrap();
    let told =
        "titanic-tui: lived: 47 % of training rows, 20 % of test rows; train --split stratified makes them alike\n";
    run(&format!("train --epochs 1 --data {list} --save {model}")).assert().success().stderr(told);
    run(&format!("evaluate --data {list} --model {model}")).assert().success().stderr(told);
    let asked = "predict --age 22 --sex male";
    run(&format!("{asked} --data {list} --model {model} --lang ja"))
        .assert()
        .success()
        .stderr("titanic-tui: 生存：訓練データの47 %、テストデータの20 %。train --split stratified で揃います\n");
    run("train --epochs 1").assert().success().stderr("");
    let stratified = format!("train --epochs 1 --data {list} --split stratified --seed 4 --save {model}");
    run(&stratified).assert().success().stderr("");
    run(&format!("evaluate --data {list} --model {model} --verbose"))
        .assert()
        .success()
        .stderr(contains("split: stratified by seed 4; 600 rows train, 291 test\n").and(contains("lived:").not()));
}

#[test]
fn a_recipe_is_judged_in_folds_of_the_training_rows() {
    let text = stdout(&mut run(&format!("cross-validate --epochs 20 --folds 5 {TRAINED}")));
    assert!(
        text.starts_with("600 training rows in 5 folds by seed 1, 20 epochs each; no test row takes part\n"),
        "{text}"
    );
    let json = stdout(&mut run(&format!("cross-validate --epochs 20 --folds 5 --json {TRAINED}")));
    let told: Value = serde_json::from_str(&json).unwrap();
    let folds = told["folds"].as_array().unwrap();
    let of = |fold: &Value, key: &str| fold[key].as_f64().unwrap();
    let shares: Vec<f64> = folds.iter().map(|fold| of(fold, "correct") / of(fold, "total")).collect();
    let mean = shares.iter().sum::<f64>() / 5.0;
    assert!((told["accuracy"]["mean"].as_f64().unwrap() - mean).abs() < 1e-12);
    assert!(text.contains(&format!("{:.2} %", 100.0 * mean)), "{text}");
    assert_eq!(folds.iter().map(|fold| of(fold, "total")).sum::<f64>(), 600.0);
    refused("cross-validate --epochs 5 --folds 1", 2, "1 folds cannot be made of 600 training rows; choose 2 to 600");
    run("cross-validate --epochs 9 --folds 2 --learning-rate 1e308 --hidden 2")
        .assert()
        .success()
        .stderr(contains("the network of fold 1 overflowed after epoch"));
}

/// A network that soon learns by heart, some training rows held out.
const BY_HEART: &str =
    "--features age,sex,pclass,sibsp,parch,fare --scaling standard --hidden 16,16 --learning-rate 0.3 --held-out 20%";

#[test]
fn training_stops_early_says_why_and_keeps_the_network_with_the_least_held_out_loss() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("best.json").to_str().unwrap().to_owned();
    let words = format!("train --epochs 3000 {BY_HEART} --stop-after-plateau 30 --json --save {path}");
    let lines = json_lines(&stdout(&mut run(&words)));
    let (last, epochs) = lines.split_last().unwrap();
    assert_eq!((&last["stopped"], &last["watched"]), (&Value::from("early-stopping"), &Value::from("held-out")));
    let loss = |line: &Value| line["held_out"]["loss"].as_f64().unwrap();
    let best = epochs.iter().min_by(|a, b| loss(a).total_cmp(&loss(b))).unwrap();
    assert_eq!(last["best_epoch"], best["epoch"]);
    assert_eq!(
        (last["best_loss"].as_f64(), last["loss"].as_f64()),
        (Some(loss(best)), Some(loss(&epochs[epochs.len() - 1])))
    );
    assert_eq!(last["epoch"].as_u64().unwrap(), epochs.len() as u64 - 1);
    assert!(epochs.len() < 3000 && best["train"]["loss_rows"] == 480 && best["test"]["loss_rows"] == 291);
    let model: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    assert_eq!(model["epoch"], best["epoch"]);
    assert_eq!((&model["recipe"]["stop"], &model["recipe"]["patience"]), (&Value::from("plateau"), &Value::from(30)));
    let told = stdout(&mut run(&format!("train --epochs 3000 {BY_HEART} --stop plateau --patience 30 --save {path}")));
    let why = format!("early stopping at epoch {}, after 30 without a new least loss; held-out loss", last["epoch"]);
    assert!(told.contains(&why), "{told}");
    assert!(told.contains(&format!("saved epoch {}, the one with the least held-out loss", best["epoch"])), "{told}");
}

#[test]
fn training_until_converged_ends_where_the_screen_would_rest() {
    let lines = json_lines(&stdout(&mut run(&format!("train --epochs 5000 {TRAINED} --until-converged --json"))));
    let last = lines.last().unwrap();
    assert_eq!((&last["stopped"], &last["epoch"]), (&Value::from("converged"), &Value::from(700)));
    let told = stdout(&mut run(&format!("train --epochs 250 {TRAINED} --until-converged")));
    assert!(told.contains("not stopped by itself up to epoch 250; training loss"), "{told}");
    let told = stdout(&mut run(&format!("train --epochs 5000 {TRAINED} --stop-after-plateau 20")));
    assert!(told.contains("plateau: stopped at epoch"), "{told}");
    refused("train --epochs 5 --stop-after-plateau 20 --stop never", 2, "cannot be used with");
    refused("train --epochs 5 --patience 0", 2, "choose 1 to 1000000 epochs");
    refused("train --epochs 5 --held-out 15%", 2, "10%");
}
