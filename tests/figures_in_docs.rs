//! Every figure that the READMEs and the presets' stories quote is computed here again and looked for in
//! the text, so that none can stand there that the program does not give.

use std::sync::Arc;

use titanic_tui::analysis::{Baselines, Scoreboard};
use titanic_tui::data::{Passenger, PassengerList, Sex};
use titanic_tui::explain::words::Language;
use titanic_tui::explain::words::presets;
use titanic_tui::nn::{Parameter, math};
use titanic_tui::training::{Preset, Run};

#[path = "../examples/cross_validate.rs"]
#[expect(dead_code, reason = "only its folds and counts are wanted, not what it prints")]
mod cross_validate;
#[path = "../examples/scores.rs"]
#[expect(dead_code, reason = "only its table is wanted, not that it prints it")]
mod scores;

/// How far the run on raw ages is followed: well beyond the last change of its answers.
const RAW_EPOCHS: u64 = 40_000;

/// The README on one line a paragraph, so that no figure is missed for a line's end.
fn readme() -> String {
    let lines = include_str!("../README.md").lines();
    let lines: Vec<&str> = lines.map(str::trim).collect();
    lines.join(" ")
}

/// Both READMEs quote it: the English one as it stands, the Japanese one with the same numbers in one paragraph.
#[track_caller]
fn in_readme(figures: &str) {
    assert!(readme().contains(figures), "the README does not say: {figures}");
    in_japanese(figures);
}

/// A paragraph, or a row of a table, of the Japanese README has all of these numbers.
#[track_caller]
fn in_japanese(figures: &str) {
    let text = include_str!("../README.ja.md").replace("\n|", "\n\n|");
    let wanted = numbers(figures);
    let said = text.split("\n\n").map(numbers).any(|said| wanted.iter().all(|number| said.contains(number)));
    assert!(said, "the Japanese README has not {wanted:?} in one paragraph: {figures}");
}

/// `22`, `0.016852`, `28,717` in a text.
fn numbers(text: &str) -> Vec<&str> {
    let parts = text.split(|c: char| !(c.is_ascii_digit() || ".,".contains(c)));
    parts.map(|part| part.trim_matches(['.', ','])).filter(|part| !part.is_empty()).collect()
}

#[track_caller]
fn in_story(preset: Preset, english: &str, japanese: &str) {
    let story = presets::story(preset);
    for (language, figures) in [(Language::English, english), (Language::Japanese, japanese)] {
        let text = language.say(story);
        assert!(text.contains(figures), "{text} does not say: {figures}");
    }
}

fn list() -> Arc<PassengerList> {
    Arc::new(PassengerList::embedded())
}

/// The test rows right at each epoch from 0 on.
fn right(preset: Preset, epochs: u64) -> Vec<u32> {
    let mut run = preset.run("", list()).expect("a preset");
    while run.last_epoch() < epochs {
        run.train().expect("a preset does not diverge");
    }
    run.history().iter().map(|epoch| epoch.test.correct).collect()
}

/// `28,717`.
fn grouped(number: usize) -> String {
    format!("{},{:03}", number / 1000, number % 1000)
}

#[test]
fn the_published_network_is_quoted_as_it_is() {
    let run = Run::published(list());
    let score = Scoreboard::new(&run, run.network(), 0.5).test;
    let weights = run.network().parameters();
    let [age, sex, bias] = [weights[0], weights[1], weights[2]].map(|w| w.to_string().replace('-', "−"));
    let percent = format!("{:.2}", 100.0 * score.accuracy.unwrap());
    let right = format!("{} of {} right ({percent} %)", score.correct, score.total);
    in_readme(&format!("the published weights {age}, {sex}, {bias}: {right}"));
    let counts = format!("{}/{}", score.correct, score.total);
    let story = format!("{age}, {sex}, {bias}");
    in_story(Preset::ThePost, &format!("{story}: {counts}"), &format!("{story}：{counts}"));
    in_readme(&format!("the published network: {counts}"));
    let braund = run.list().passenger(0);
    let z = run.logit(run.network(), &braund).unwrap();
    let p = math::sigmoid(z);
    let sum = format!("{z:.6}").replace('-', "−");
    let years = braund.age.unwrap();
    assert_eq!(braund.sex, Sex::Male);
    in_readme(&format!("Mr. Braund is {years} and male: {years} × {age} − {} = {sum}", bias.trim_start_matches('−')));
    in_readme(&format!("turns that into {p:.6}, {:.0} %", 100.0 * p));
    in_readme(&format!("any of the {} people", run.list().len()));
    // The age at which w·age + sex + bias is 0.
    in_readme(&format!("women flip at {:.2} years", (weights[1] + weights[2]) / -weights[0]));
    let by_hand = [(1, 0.93), (2, 0.025)].map(|(index, value)| (run.network().parameter_at(index), value));
    assert!(matches!(by_hand[1].0, Parameter::Bias { .. }), "the bias");
    let branch = run.branch_with("", &by_hand).unwrap();
    in_readme(&format!("(sex 0.93, bias 0.025: {})", branch.metrics().test.correct));
}

#[test]
fn women_live_is_quoted_as_it_is() {
    let rule = Baselines::new(&Run::published(list())).women_live.test;
    in_readme(&format!("scores {} of {}, too", rule.correct, rule.total));
    in_readme(&format!("Can you beat {} of {} by hand?", rule.correct, rule.total));
}

#[test]
fn the_way_of_the_post_trained_is_quoted_as_it_is() {
    let right = right(Preset::ThePostTrained, 20);
    let way = format!("{} at 1, {} at 10, {} at 20", right[1], right[10], right[20]);
    in_readme(&format!("{} of 291 right at epoch 0, {way}.", right[0]));
    in_readme(&format!("rate 0.5: {} of 291 at epoch 0, {way} |", right[0]));
    let (first, last) = (right[0], right[20]);
    in_story(
        Preset::ThePostTrained,
        &format!("{first} of 291 at first, {last} by epoch 20"),
        &format!("最初{first}/291、エポック20で{last}"),
    );
}

#[test]
fn the_long_way_of_raw_ages_is_quoted_as_it_is() {
    let right = right(Preset::ZerosRawAge, RAW_EPOCHS);
    let at = right[10_000];
    let first = right.iter().position(|&count| count == 226).unwrap();
    let settled = 1 + right.iter().rposition(|&count| count != 226).unwrap();
    assert_eq!((at, first, settled), (216, 22_467, 28_717));
    in_readme(&format!(
        "{at} after 10,000 epochs, 226 first at {} and for good from {}",
        grouped(first),
        grouped(settled)
    ));
    in_story(
        Preset::ZerosRawAge,
        &format!("{at} after 10,000 epochs, 226 to stay from {}", grouped(settled)),
        &format!("1万エポックで{at}、{}からは226", grouped(settled)),
    );
}

#[test]
fn the_table_of_scores_is_what_its_example_prints() {
    let table = scores::table().unwrap();
    let readme = include_str!("../README.md");
    assert!(readme.contains(&table), "the README's table is not this one:\n{table}");
    table.lines().for_each(in_japanese);
}

#[test]
fn the_cross_validated_count_is_what_its_example_counts() {
    let recipe = Preset::Everything.recipe();
    let (right, _) = cross_validate::cross_validated(&recipe, Preset::Everything.epochs()).unwrap();
    in_readme(&format!("{right:.0} of 600, mean of three seeds"));
    assert_eq!((recipe.hidden, recipe.learning_rate, Preset::Everything.epochs()), (vec![8], 0.01, 50));
}

#[test]
fn what_a_kaggle_beginner_is_told_to_expect_is_counted() {
    let answers = |preset: Preset, epochs| {
        let mut run = preset.run("", list()).expect("a preset");
        (0..epochs).for_each(|_| run.train().expect("a preset does not diverge"));
        let people = PassengerList::embedded_test();
        let unlike_rule = |person: &Passenger<'_>| {
            let lived = run.logit(run.network(), person).is_some_and(|z| z > 0.0);
            lived != (person.sex == Sex::Female)
        };
        (run.metrics().test.correct, people.passengers().filter(unlike_rule).count(), people.len())
    };
    let (right, differ, people) = answers(Preset::Everything, Preset::Everything.epochs());
    in_readme(&format!("{right} of the 291 people it has not learnt from"));
    in_readme(&format!("differs from it for {differ} people, so it cannot score more than 0.05 above or below"));
    assert!(20 * differ < people, "{differ} of {people} are less than 0.05");
    assert_eq!(answers(Preset::ThePostTrained, 500).1, 0, "age and sex alone learn the rule");
    in_readme(&format!("gives the same {people} answers"));
}
