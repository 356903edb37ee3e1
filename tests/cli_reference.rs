//! The trajectories computed elsewhere, followed from the command line; and what the program leaves for
//! PyTorch, opened there where it is installed.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use assert_cmd::Command as Program;
use serde_json::Value;
use tempfile::TempDir;
use titanic_tui::data::PassengerList;
use titanic_tui::nn::Activation;
use titanic_tui::training::{Feature, Preset};

fn program() -> Program {
    let mut program = Program::new(env!("CARGO_BIN_EXE_titanic-tui"));
    program.env("XDG_CONFIG_HOME", "/nonexistent");
    program
}

fn close(ours: f64, theirs: f64) -> bool {
    (ours - theirs).abs() <= 1e-10 * theirs.abs().max(1e-3)
}

/// Every number in a tree of JSON, in order.
fn numbers(value: &Value, into: &mut Vec<f64>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| numbers(value, into)),
        Value::Object(fields) => fields.values().for_each(|value| numbers(value, into)),
        Value::Number(number) => into.push(number.as_f64().expect("a float64")),
        Value::Null | Value::Bool(_) | Value::String(_) => {}
    }
}

fn follow(name: &str) {
    let folder = TempDir::new().expect("a folder");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reference");
    let text = fs::read_to_string(path.join(format!("{name}.json"))).expect("a trajectory");
    let reference: Value = serde_json::from_str(&text).expect("JSON");
    let (model, saved) = (folder.path().join("model.json"), folder.path().join("saved.json"));
    fs::write(&model, reference["model"].to_string()).expect("a model");

    let epochs = reference["epochs"].as_u64().expect("a count").to_string();
    let output = program()
        .args(["train", "--json", "--epochs", &epochs, "--model"])
        .arg(&model)
        .arg("--save")
        .arg(&saved)
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{name}: {output:?}");
    let text = String::from_utf8(output.stdout).expect("text");
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect();
    for theirs in reference["history"].as_array().expect("a list") {
        let epoch = theirs["epoch"].as_u64().expect("an epoch");
        let ours = &lines[epoch as usize];
        assert_eq!(ours["epoch"], theirs["epoch"], "{name}");
        for part in ["train", "test"] {
            let (ours, theirs) = (&ours[part], &theirs[part]);
            let loss = |part: &Value| part["loss"].as_f64().expect("a loss");
            let place = format!("{name}, {part}, epoch {epoch}");
            assert!(close(loss(ours), loss(theirs)), "{place}: {ours} not {theirs}");
            assert_eq!(ours["correct"], theirs["correct"], "{place}");
            assert_eq!(ours["total"], theirs["total"], "{place}");
        }
    }
    let saved = fs::read_to_string(&saved).expect("a saved model");
    let saved: Value = serde_json::from_str(&saved).expect("JSON");
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    numbers(&saved["layers"], &mut ours);
    numbers(&reference["layers"], &mut theirs);
    assert_eq!(ours.len(), theirs.len(), "{name}");
    for (index, (ours, theirs)) in ours.into_iter().zip(theirs).enumerate() {
        assert!(close(ours, theirs), "{name}, parameter {index}: {ours} not {theirs}");
    }
}

macro_rules! trajectories {
    ($($test:ident: $file:literal,)*) => {$(
        #[test]
        fn $test() {
            follow($file);
        }
    )*};
}

trajectories! {
    raw_age_from_zero: "shallow-raw",
    scaled_age_from_zero: "shallow-scaled",
    eight_relu_neurons: "relu-8-scaled",
    three_tanh_neurons_with_momentum_and_l2: "tanh-3-momentum-l2",
    two_hidden_layers_all_features_adam_in_batches: "all-16-16-adam-batches",
}

fn trained(folder: &TempDir) -> std::path::PathBuf {
    let path = folder.path().join("net.safetensors");
    program()
        .args(["train", "--epochs", "30", "--hidden", "8,4", "--activation", "tanh"])
        .args(["--learning-rate", "0.5", "--safetensors"])
        .arg(&path)
        .assert()
        .success()
        .stdout(predicates::str::contains("saved epoch 30 in"));
    path
}

fn prediction(path: &Path) -> Value {
    let output = program()
        .args(["predict", "--age", "22", "--sex", "male", "--json", "--model"])
        .arg(path)
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{output:?}");
    serde_json::from_slice(&output.stdout).expect("JSON")
}

#[test]
fn a_safetensors_file_is_a_model_by_its_content_whatever_its_name() {
    let folder = TempDir::new().expect("a folder");
    let (path, other) = (trained(&folder), folder.path().join("renamed"));
    fs::copy(&path, &other).expect("a copy");
    let answer = prediction(&path);
    assert!(answer["p"].is_f64());
    assert_eq!(answer, prediction(&other));
    program()
        .args(["train", "--epochs", "1", "--model"])
        .arg(&path)
        .assert()
        .success()
        .stdout(predicates::str::contains("epoch 31"));

    fs::write(&path, "{}").expect("another content");
    program()
        .args(["evaluate", "--model"])
        .arg(&path)
        .assert()
        .code(2)
        .stderr(predicates::str::contains("is not a safetensors file"));
}

#[test]
fn two_files_cannot_both_have_standard_output_or_one_name() {
    for both in [
        ["--save", "-", "--safetensors", "-"],
        ["--save", "a", "--safetensors", "a"],
        ["--json", "--every=1", "--safetensors", "-"],
    ] {
        program().args(["train", "--epochs", "1"]).args(both).assert().code(2);
    }
}

#[test]
fn torch_loads_the_tensors_strictly_and_gives_the_same_answer() {
    let folder = TempDir::new().expect("a folder");
    let path = trained(&folder);
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/torch_check.py");
    let inputs = ["22", "0"];
    let output = match Command::new("python3").arg(script).arg(&path).args(inputs).output() {
        Ok(output) if output.status.code() != Some(77) => output,
        Ok(_) | Err(_) => return,
    };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let theirs: f64 = String::from_utf8_lossy(&output.stdout).trim().parse().expect("a number");
    let ours = prediction(&path)["p"].as_f64().expect("a number");
    assert!(close(ours, theirs), "{ours} not {theirs}");
}

/// The first word of what a program in Python prints about a person; none where there is no Python, or not what the
/// program imports.
fn in_python(file: &Path, person: &[&str]) -> Option<String> {
    let output = Command::new("python3").args(["-W", "ignore"]).arg(file).args(person).output().ok()?;
    let said = String::from_utf8_lossy(&output.stdout).split_whitespace().next().map(str::to_owned);
    if said.is_none() {
        let why = String::from_utf8_lossy(&output.stderr);
        assert!(why.contains("No module named") || why.starts_with("no prediction:"), "{}: {why}", file.display());
    }
    said
}

/// Exports the model under a name and holds the program's p to the one of `predict`, for people of whom more or less is known.
fn answers_alike(model: &Path, name: &str) {
    let file = model.with_extension(format!("{name}.py"));
    program().args(["export", name, "--model"]).arg(model).arg("-o").arg(&file).assert().success();
    for person in [
        "--age 22 --sex male",
        "--sex female --pclass 1",
        "--age 4 --sex male --pclass 3 --sibsp 4 --parch 1 --fare 29.125 --embarked Q|--name|Rice, Master. Eugene",
        "--age 38 --sex female --sibsp 1 --parch 0 --fare 512.3292 --embarked C --cabin C85|--name|Mrs Cumings",
        "--pclass 2 --parch 2 --embarked S|--name|J. P. Morgan",
    ] {
        let person: Vec<&str> = match person.split_once("|--name|") {
            Some((rest, name)) => rest.split(' ').chain(["--name", name]).collect(),
            None => person.split(' ').collect(),
        };
        let predict =
            program().args(["predict", "--json"]).args(&person).arg("--model").arg(model).output().expect("runs");
        let answer: Value = serde_json::from_slice(&predict.stdout).expect("JSON");
        let Some(said) = in_python(&file, &person) else {
            continue;
        };
        match answer["p"].as_f64() {
            // Their exp and ours differ in the last digit, and a product added in two roundings from one added in one.
            Some(p) => {
                assert!((p - said.parse::<f64>().expect("p")).abs() <= 1e-15, "{name} {person:?}: {said} not {p}");
            }
            None => assert_eq!(said, "predicted:"),
        }
    }
}

#[test]
fn a_program_in_python_gives_the_answers_of_its_network() {
    let folder = TempDir::new().expect("a folder");
    for &preset in Preset::ALL {
        let mut run = preset.run("A", Arc::new(PassengerList::embedded())).expect("a run");
        for _ in 0..preset.epochs().min(50) {
            run.train().expect("an epoch");
        }
        let model = folder.path().join(preset.key());
        run.model().write(fs::File::create(&model).expect("a file")).expect("written");
        answers_alike(&model, "python");
        if preset == Preset::Everything {
            answers_alike(&model, "torch");
        }
    }
}

#[test]
fn every_feature_activation_and_policy_can_be_said_in_python() {
    let folder = TempDir::new().expect("a folder");
    let features = Feature::ALL.iter().map(|feature| feature.name()).collect::<Vec<_>>().join(",");
    let policies = ["mean", "median", "died", "drop", "mean"];
    for (activation, policy) in Activation::ALL.iter().zip(policies) {
        let model = folder.path().join(activation.name());
        program()
            .args(["train", "--epochs", "20", "--hidden", "4,3", "--scaling", "standard", "--features", &features])
            .args(["--activation", activation.name(), "--missing-age", policy, "--save"])
            .arg(&model)
            .assert()
            .success();
        answers_alike(&model, "python");
    }
}
