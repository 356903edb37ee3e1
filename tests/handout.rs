//! The handout: every answer follows from numbers on the sheet, the sheet tells none of them, and both are a page that
//! needs nothing else.

use std::path::Path;

use assert_cmd::Command as Program;
use roxmltree::{Document, Node, ParsingOptions};
use tempfile::TempDir;
use titanic_tui::nn::math;

/// What is asked for, in the folder of the recipes.
const RUNS: [&[&str]; 6] = [
    &[],
    &["--passenger", "4", "--lang", "ja"],
    &["--model", "t1:3v1KWT8NtVToVfr9XjKWbCpM8oHbCNVM9r3"],
    &["--recipe", "three.toml", "--passenger", "3"],
    &["--recipe", "deep.toml", "--epochs", "40", "--lang", "ja"],
    &["--recipe", "squares.toml", "--passenger", "2"],
];

const RECIPES: [(&str, &str); 3] = [
    ("three.toml", "hidden = [3]\nscaling = \"standard\"\nlearning_rate = 0.5\n"),
    (
        "deep.toml",
        "features = [\"age\", \"sex\", \"pclass\", \"fare\"]\nhidden = [16, 16]\nscaling = \"standard\"\nlearning_rate = 0.1\n",
    ),
    (
        "squares.toml",
        "loss = \"squared-error\"\nscaling = \"standard\"\nlearning_rate = 0.5\nactivation = \"tanh\"\nhidden = [2]\n",
    ),
];

fn folder() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    for (name, recipe) in RECIPES {
        std::fs::write(folder.path().join(name), recipe).expect("a recipe");
    }
    folder
}

fn handout(folder: &Path, arguments: &[&str], output: &str) -> String {
    let program = Program::new(env!("CARGO_BIN_EXE_titanic-tui"))
        .env("XDG_CONFIG_HOME", "/nonexistent")
        .current_dir(folder)
        .args(["handout", "-o", output])
        .args(arguments)
        .output()
        .expect("it runs");
    assert!(program.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&program.stderr));
    std::fs::read_to_string(folder.join(output)).expect("a file")
}

fn with_page<T>(arguments: &[&str], look: impl FnOnce(&str, Node<'_, '_>, Node<'_, '_>) -> T) -> T {
    let folder = folder();
    let text = handout(folder.path(), arguments, "handout.html");
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let page = Document::parse_with_options(&text, options).expect("a page whose marks are in order");
    let sections: Vec<_> = page.descendants().filter(|node| node.has_tag_name("section")).collect();
    look(&text, sections[0], sections[1])
}

fn words(node: Node<'_, '_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect()
}

/// The tables of a page as text.
fn tables(page: Node<'_, '_>) -> Vec<Vec<Vec<String>>> {
    let rows = |table: Node<'_, '_>| {
        let rows = table.children().filter(|row| row.has_tag_name("tr"));
        rows.map(|row| row.children().filter(Node::is_element).map(words).collect()).collect()
    };
    page.descendants().filter(|node| node.has_tag_name("table")).map(rows).collect()
}

fn number(text: &str) -> f64 {
    text.replace('−', "-").trim().parse().unwrap_or_else(|_| panic!("`{text}` is no number"))
}

#[track_caller]
fn assert_near(told: f64, own: f64, digits: f64, what: &str) {
    assert!((told - own).abs() <= 2.0 * math::pow(10.0, -digits), "{what}: told {told}, computed {own}");
}

fn sigmoid(z: f64) -> f64 {
    1.0 / (1.0 + math::exp(-z))
}

/// The sums of part 1: products, sums and what becomes of them. Gives back p.
fn check_sums(tables: &[Vec<Vec<String>>], page: &str) -> f64 {
    let mut p = f64::NAN;
    for table in tables.iter().filter(|table| table[0].len() == 4) {
        let split = table.iter().position(|row| row[1].is_empty()).expect("a sum");
        let products = table[1..split].iter().map(|row| {
            let product = number(&row[1]) * number(&row[2]);
            assert_near(number(&row[3]), product, 4.0, &format!("{row:?}"));
            product
        });
        let z: f64 = products.sum();
        assert_near(number(&table[split][3]), z, 3.0, "z");
        let result = &table[split + 1];
        let a = if result[0].contains("max(0, z)") {
            z.max(0.0)
        } else if result[0].contains("tanh") {
            2.0 * sigmoid(2.0 * z) - 1.0
        } else {
            p = number(&result[3]);
            let says = ["died", "死亡", "lived", "生存"].iter().position(|word| *word == table[split + 2][3]);
            assert_eq!(says.expect("an outcome") >= 2, z > 0.0, "{page}");
            sigmoid(z)
        };
        assert_near(number(&result[3]), a, 3.0, &result[0]);
    }
    p
}

#[test]
fn every_answer_follows_from_the_numbers_beside_it() {
    for arguments in RUNS {
        with_page(arguments, |text, _, answers| {
            let tables = tables(answers);
            let p = check_sums(&tables, text);
            // The people: p from z, what is said from p, and how many of them are right.
            let people =
                tables.iter().find(|table| table[0].len() == 7 && table[1][1].len() < 20 && table[1][3].contains('.'));
            let people = people.expect("a table of people");
            let mut right = 0;
            for row in &people[1..] {
                let z = number(&row[2]);
                assert_near(number(&row[3]), sigmoid(z), 4.0, &row[0]);
                let says_lived = z > 0.0;
                assert_eq!(matches!(row[4].as_str(), "lived" | "生存"), says_lived, "{row:?}");
                assert_eq!(row[4] == row[5], row[6] == "✓", "{row:?}");
                right += u32::from(row[6] == "✓");
            }
            assert_eq!(people.len(), 9);
            let told: Vec<String> = answers.descendants().filter(|node| node.has_tag_name("p")).map(words).collect();
            assert!(told.iter().any(|line| line.contains(&right.to_string()) && line.contains('8')), "{told:?}");
            // One step: from the error of p to the gradients and the new weights.
            let value = |start: &str| {
                let line = told.iter().find(|line| line.starts_with(start)).expect("a line");
                number(line.rsplit(" = ").next().expect("a number"))
            };
            let y = f64::from(u8::from(told_lived(&tables)));
            let delta = value("δ");
            let is_squared = told.iter().any(|line| line.starts_with("δ = 2"));
            let own = if is_squared { 2.0 * (p - y) * p * (1.0 - p) } else { p - y };
            assert_near(delta, own, 4.0, "δ");
            let loss = told.iter().find(|line| line.contains("ln p") || line.contains("(p − y)²")).expect("a loss");
            let own = if is_squared { (p - y) * (p - y) } else { -math::ln(1.0 - (p - y).abs()) };
            assert_near(number(loss.rsplit(" = ").next().expect("a number")), own, 3.0, "loss");
            let step = tables.iter().find(|table| table[0].len() == 5).expect("a step");
            let rate = rate_of(text);
            for row in &step[1..] {
                let gradient = delta * number(&row[2]);
                assert_near(number(&row[3]), gradient, 3.0, &format!("{row:?}"));
                assert_near(number(&row[4]), number(&row[1]) - rate * gradient, 3.0, &format!("{row:?}"));
            }
            check_rules(&tables, &told);
        });
    }
}

/// Whether the passenger of part 1 lived.
fn told_lived(tables: &[Vec<Vec<String>>]) -> bool {
    let sums = tables.iter().rfind(|table| table[0].len() == 4).expect("sums");
    matches!(sums.last().expect("a row")[3].as_str(), "lived" | "生存")
}

/// The learning rate on the sheet.
fn rate_of(page: &str) -> f64 {
    let rest = page.split("η = ").nth(1).expect("a rate");
    let digits: String = rest.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
    number(digits.trim_end_matches('.'))
}

/// The rules: the better one of each group's training rows, counted on the test rows.
fn check_rules(tables: &[Vec<Vec<String>>], told: &[String]) {
    let groups = tables.last().expect("a table of groups");
    let (mut right, mut women, mut others, mut all) = (0.0, 0.0, 0.0, 0.0);
    for row in &groups[1..] {
        let rule = number(&row[1]) > number(&row[2]);
        assert_eq!(matches!(row[3].as_str(), "lived" | "生存"), rule, "{row:?}");
        let [lived, died] = [&row[4], &row[5]].map(|cell| number(cell));
        assert_eq!(number(&row[6]), if rule { lived } else { died }, "{row:?}");
        right += number(&row[6]);
        all += lived + died;
        if row[0].starts_with("women") || row[0].starts_with("女性") { women += lived } else { others += died }
    }
    assert_eq!((women + others, all, right), (226.0, 291.0, 230.0), "on the list inside");
    let says = |parts: &[f64]| told.iter().any(|line| parts.iter().all(|part| line.contains(&part.to_string())));
    assert!(says(&[women, others, 226.0, 291.0]) && says(&[right, 291.0]), "{told:?}");
}

#[test]
fn the_sheet_asks_for_what_the_answers_tell_and_tells_nothing_of_it() {
    for arguments in RUNS {
        with_page(arguments, |text, sheet, answers| {
            let has = |tag: &'static str, class: Option<&'static str>| {
                move |node: &Node<'_, '_>| {
                    node.has_tag_name(tag) && (class.is_none() || node.attribute("class") == class)
                }
            };
            let blanks = sheet.descendants().filter(has("td", Some("blank"))).count();
            let blanks = blanks + sheet.descendants().filter(has("u", None)).count();
            let told: Vec<String> = answers.descendants().filter(has("b", None)).map(words).collect();
            assert_eq!(blanks, told.len(), "{arguments:?}");
            assert!(blanks > 40, "{arguments:?} asks for {blanks}");
            let is_drawn = |node: &Node<'_, '_>| node.ancestors().any(|node| node.has_tag_name("svg"));
            let texts = || sheet.descendants().filter(Node::is_text);
            let on_sheet: String = texts().filter(|text| !is_drawn(text)).map(|text| words(text) + " ").collect();
            let on_sheet: Vec<&str> = on_sheet.split_whitespace().collect();
            for answer in told.iter().filter(|answer| answer.contains('.')) {
                // A weight on which nothing pulls stays what it is.
                let is_weight = answer.split('.').nth(1).is_some_and(|decimals| decimals.len() == 6);
                assert!(is_weight || !on_sheet.contains(&answer.as_str()), "{arguments:?} tells {answer}");
            }
            let drawn: String = texts().filter(is_drawn).map(|text| words(text) + " ").collect();
            assert!(!drawn.contains("p =") && !drawn.contains('✓'), "{arguments:?}: {drawn}");
            // It needs nothing else and prints as two parts.
            for link in ["href", "src=", "url(", "<script", "@import"] {
                assert!(!text.contains(link), "{link}");
            }
            assert!(text.contains("break-before: page") && text.contains("@page"));
            assert_eq!(text.matches("<svg").count(), 2);
        });
    }
}

#[test]
fn markdown_asks_and_answers_the_same_and_the_same_arguments_give_the_same_bytes() {
    for arguments in RUNS {
        let folder = folder();
        let [first, again] = ["a.html", "b.html"].map(|name| handout(folder.path(), arguments, name));
        assert_eq!(first, again);
        let text = handout(folder.path(), arguments, "handout.md");
        let (sheet, answers) = text.split_once("\n---\n").expect("two parts");
        let bold = |text: &str| text.matches("**").count() / 2;
        let blank = "\\_\\_\\_\\_\\_\\_";
        assert_eq!((bold(sheet), sheet.matches(blank).count() - 3), (0, bold(answers)), "{arguments:?}");
        let told = first.split("class=\"answers\"").nth(1).expect("answers");
        let html: Vec<&str> = told.split("<b>").skip(1).filter_map(|rest| rest.split("</b>").next()).collect();
        let markdown: Vec<&str> = answers.split("**").skip(1).step_by(2).collect();
        assert_eq!(html, markdown);
    }
}

#[test]
fn who_has_no_answer_is_told() {
    for (passenger, said) in [("6", "no answer for passenger 6"), ("0", "nobody on the list")] {
        let program = Program::new(env!("CARGO_BIN_EXE_titanic-tui"))
            .env("XDG_CONFIG_HOME", "/nonexistent")
            .args(["handout", "--passenger", passenger])
            .output()
            .expect("it runs");
        assert_eq!(program.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&program.stderr).contains(said));
    }
}
