//! The program with a config: `config path|print|edit`, a bad file, and what wins over what.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

/// A home with this config.
fn home(config: &str) -> TempDir {
    let home = tempfile::tempdir().expect("a folder");
    fs::create_dir(home.path().join("titanic-tui")).expect("a folder");
    fs::write(home.path().join("titanic-tui/config.toml"), config).expect("a file");
    home
}

fn program(home: &Path) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_titanic-tui"));
    program.env("XDG_CONFIG_HOME", home).env("LC_ALL", "C.UTF-8").env_remove("VISUAL").env_remove("EDITOR");
    program.env_remove("NO_COLOR").env_remove("NO_MOTION");
    program
}

fn told(output: &Output) -> (String, String) {
    assert!(output.status.success(), "{output:?}");
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("text");
    (text(&output.stdout), text(&output.stderr))
}

fn printed(home: &Path, arguments: &[&str]) -> (String, String) {
    told(&program(home).args(["config", "print"]).args(arguments).output().expect("it runs"))
}

#[test]
fn the_path_is_in_the_place_of_xdg_or_where_the_flag_says() {
    let home = home("");
    let (path, _) = told(&program(home.path()).args(["config", "path"]).output().expect("it runs"));
    assert_eq!(path.trim_end(), home.path().join("titanic-tui/config.toml").to_string_lossy());
    let other = home.path().join("other.toml");
    fs::write(&other, "theme = \"light\"\n").expect("a file");
    let (path, _) =
        told(&program(home.path()).args(["config", "path", "--config"]).arg(&other).output().expect("it runs"));
    assert_eq!(path.trim_end(), other.to_string_lossy());
    let gone = program(home.path()).args(["evaluate", "--config", "gone.toml"]).output().expect("it runs");
    assert_eq!(gone.status.code(), Some(2));
    assert_eq!(String::from_utf8_lossy(&gone.stderr), "titanic-tui: there is no file gone.toml\n");
}

#[test]
fn flags_win_over_the_environment_over_the_config_over_what_is_usual() {
    let home = home("theme = \"light\"\nlanguage = \"ja\"\nreduced_motion = true\n");
    let (text, said) = printed(home.path(), &["--lang", "en"]);
    assert_eq!(said, "");
    for line in ["theme = \"light\"  # line 1", "language = \"en\"  # --lang", "reduced_motion = true  # line 3"] {
        assert!(text.lines().any(|one| one == line), "{line} in {text}");
    }
    let (text, _) = printed(home.path(), &["--theme", "dark", "--reduced-motion=false"]);
    for line in
        ["theme = \"dark\"  # --theme", "language = \"ja\"  # 2行目", "reduced_motion = false  # --reduced-motion"]
    {
        assert!(text.lines().any(|one| one == line), "{line} in {text}");
    }
    let (text, _) =
        told(&program(home.path()).args(["config", "print"]).env("NO_COLOR", "1").output().expect("it runs"));
    assert!(text.contains("theme = \"mono\"  # NO_COLOR"), "{text}");
    let (text, _) = printed(Path::new("/nonexistent"), &[]);
    assert!(text.contains("theme = \"terminal\"  # usual\nlanguage = \"en\"  # from the locale\n"), "{text}");
}

/// What is printed is a config that says the same.
#[test]
fn what_is_printed_says_the_same_again_and_lists_every_command() {
    let config = "theme = \"contrast\"\nlanguage = \"ja\"\n[recipe]\nhidden = [8]\nscaling = \"standard\"\n\
                  [keys]\nmark = [\"b\", \"Ctrl-B\"]\npage-up = \"F2\"\nhands = '\"'\nnote = \"#\"\nforward-hundred = \"S-PgDn\"\n";
    let first = home(config);
    let (text, said) = printed(first.path(), &[]);
    assert_eq!(said, "");
    let again = home(&text);
    let (second, said) = printed(again.path(), &[]);
    assert_eq!(said, "");
    let values = |text: &str| {
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        lines.map(|line| line.split("  #").next().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(values(&text), values(&second));
    let table: toml::Table = text.parse().expect("TOML");
    assert_eq!(table["keys"].as_table().expect("keys").len(), 5);
    assert_eq!(table["recipe"].as_table().expect("a recipe").len(), 2);
    // Every line that a `#` keeps from acting is right as well.
    let acts = |line: &str| line.strip_prefix("# ").filter(|rest| rest.contains(" = ")).unwrap_or(line).to_owned();
    let (plain, _) = printed(Path::new("/nonexistent"), &[]);
    let all = home(&plain.lines().map(|line| acts(line) + "\n").collect::<String>());
    assert_eq!(printed(all.path(), &[]).1, "");
    let names = titanic_tui::app::keys::KeyTable::default().commands();
    for command in &names {
        assert!(
            text.lines().any(|line| line.trim_start_matches("# ").starts_with(&format!("{} = [", command.name()))),
            "{command:?}"
        );
    }
}

#[test]
fn what_is_wrong_is_told_with_its_place_and_everything_else_goes_on() {
    let home = home("theme = \"red\"\nlanguage = \"en\"\n[keys]\nmark = \"q\"\n");
    let (text, said) = told(&program(home.path()).args(["evaluate"]).output().expect("it runs"));
    assert!(text.contains("213/291"), "{text}");
    let file = home.path().join("titanic-tui/config.toml");
    let lines: Vec<&str> = said.lines().collect();
    assert!(
        lines[0].starts_with(&format!("titanic-tui: {}, line 1, column 9: `red` is no theme", file.display())),
        "{said}"
    );
    assert!(
        lines[1].ends_with(
            "line 4, column 8: `q` means quit there, so mark keeps `M`: choose another key, or another for quit"
        ),
        "{said}"
    );
    let picture = told(&program(home.path()).args(["snapshot", "--screen", "explore"]).output().expect("it runs"));
    assert_eq!(picture.1, "", "a picture is the same for everybody");
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir_all(folder.path().join("titanic-tui/config.toml")).expect("a folder");
    let (_, said) = told(&program(folder.path()).args(["evaluate"]).output().expect("it runs"));
    assert!(said.contains("config.toml is a folder, not a file"), "{said}");
}

#[test]
fn the_recipe_of_the_config_is_that_of_new_runs_and_of_nothing_else() {
    let home = home("[recipe]\nhidden = [3]\nscaling = \"standard\"\nlearning_rate = 0.5\n");
    let run = |arguments: &[&str]| told(&program(home.path()).args(arguments).output().expect("it runs")).0;
    let own = run(&["train", "--epochs", "20", "--json"]);
    let flags =
        ["train", "--epochs", "20", "--json", "--hidden", "3", "--scaling", "standard", "--learning-rate", "0.5"];
    let named = program(Path::new("/nonexistent")).args(flags).output().expect("it runs");
    assert_eq!(own.as_bytes(), named.stdout);
    assert_ne!(own, run(&["train", "--epochs", "20", "--json", "--hidden", "none"]), "a flag wins");
    assert!(run(&["evaluate"]).contains("213/291"), "the published network answers");
    let file = home.path().join("recipe.toml");
    fs::write(&file, "seed = 1\n").expect("a file");
    let file = file.to_string_lossy();
    let usual =
        program(Path::new("/nonexistent")).args(["train", "--epochs", "5", "--json"]).output().expect("it runs");
    assert_eq!(run(&["train", "--epochs", "5", "--json", "--recipe", &file]).as_bytes(), usual.stdout);
    let picture =
        |arguments: &[&str]| run(&[&["snapshot", "--screen", "recipe", "--size", "120x40"], arguments].concat());
    let config = home.path().join("titanic-tui/config.toml");
    assert_ne!(picture(&[]), picture(&["--config", &config.to_string_lossy()]));
}

#[test]
fn a_recipe_of_the_config_that_the_list_cannot_follow_is_left_out_aloud() {
    let home = home("[recipe]\ntrain_rows = 800\n");
    let list = home.path().join("few.csv");
    fs::write(&list, "Survived,Sex,Age\n0,male,22\n1,female,38\n0,male,35\n").expect("a file");
    let few = list.to_string_lossy();
    let arguments = ["train", "--epochs", "1", "--train-rows", "2", "--data", &few];
    assert!(program(home.path()).args(arguments).output().expect("it runs").status.success(), "a flag mends it");
    let trained = program(home.path()).args(["train", "--epochs", "1", "--data", &few]).output().expect("it runs");
    let (_, said) = told(&trained);
    assert!(said.contains("train_rows is 800"), "{said}");
    assert!(said.contains("the recipe of the config is left out"), "{said}");
}

#[test]
fn a_picture_with_a_config_has_its_keys() {
    let home = home("[keys]\nhelp = \"ж\"\nshow-train = \"Ctrl-T\"\nlessons = \"F9\"\nopen = \"ё\"\n");
    let config = home.path().join("titanic-tui/config.toml");
    for screen in ["help", "train", "tour"] {
        let mut program = program(Path::new("/nonexistent"));
        let picture = program.args(["snapshot", "--size", "120x40", "--screen", screen, "--config"]).arg(&config);
        let (text, _) = told(&picture.output().expect("it runs"));
        assert!(text.contains(" Ctrl-T Train "), "{text}");
        // Over the help the same place leads to the words.
        assert!(text.contains('ж') || screen == "help", "{text}");
        assert!(screen != "tour" || text.contains("Tour 1/19"), "{text}");
    }
}

/// Without a terminal nothing is asked, and a log that cannot be is told at once.
#[test]
fn doctor_without_a_terminal_says_so_and_a_log_has_to_be_writable() {
    let home = home("theme = \"red\"\n[keys]\nmark = \"b\"\n");
    let doctor = |arguments: &[&str]| {
        let mut program = program(home.path());
        program.args(["doctor"]).args(arguments).env("XDG_STATE_HOME", home.path()).env("COLORTERM", "truecolor");
        told(&program.output().expect("it runs"))
    };
    let (text, said) = doctor(&[]);
    assert!(said.contains("line 1, column 9"), "{said}");
    for line in [
        "questions: nothing was asked: standard output is no terminal",
        "colours: 24-bit, by COLORTERM=truecolor",
        "ground (OSC 11): no answer",
        &format!("state folder: {}/titanic-tui/runs, not there yet, writable", home.path().display()),
        &format!("config: {}/titanic-tui/config.toml, writable, 1 wrong in it", home.path().display()),
    ] {
        assert!(text.lines().any(|one| one == line), "{line} in\n{text}");
    }
    let json: serde_json::Value = serde_json::from_str(&doctor(&["--json"]).0).expect("JSON");
    assert_eq!((&json["ground"], &json["language"]), (&serde_json::Value::Null, &"en".into()));
    let refused = |arguments: &[&str]| {
        let told = program(home.path()).args(arguments).output().expect("it runs");
        assert_eq!(told.status.code(), Some(2), "{told:?}");
        String::from_utf8_lossy(&told.stderr).into_owned()
    };
    let log = home.path().join("log");
    let log = log.to_string_lossy();
    assert!(refused(&["evaluate", "--log", &log]).contains("leave it out here"));
    assert!(!home.path().join("log").exists());
}

#[test]
fn edit_opens_the_editor_on_a_file_to_begin_with_and_tells_what_is_wrong_afterwards() {
    let home = tempfile::tempdir().expect("a folder");
    let none = program(home.path()).args(["config", "edit"]).output().expect("it runs");
    assert_eq!(none.status.code(), Some(2));
    assert!(!home.path().join("titanic-tui").exists(), "nothing is written unasked");
    let editor = home.path().join("editor");
    fs::write(&editor, "#!/bin/sh\ncp \"$2\" \"$1\"\nprintf 'theme = \"red\"\\n' >> \"$2\"\n").expect("a script");
    fs::set_permissions(&editor, fs::Permissions::from_mode(0o755)).expect("a script");
    let seen = home.path().join("seen");
    let editor = format!("{} {}", editor.display(), seen.display());
    let done = program(home.path()).args(["config", "edit"]).env("EDITOR", "false").env("VISUAL", &editor).output();
    let (_, said) = told(&done.expect("it runs"));
    let template = fs::read_to_string(&seen).expect("the editor saw it");
    assert!(template.lines().all(|line| line.is_empty() || line.starts_with(['#', '['])), "{template}");
    assert!(
        template.contains("# theme = \"terminal\"") && template.contains("# quit = [\"q\", \"Ctrl-C\"]"),
        "{template}"
    );
    assert!(said.contains("column 9: `red` is no key"), "{said}");
    let failed = program(home.path()).args(["config", "edit"]).env("EDITOR", "false").output().expect("it runs");
    assert_eq!(failed.status.code(), Some(1));
}
