//! A list whose first rows are other people than its last ones, and the split that mends it.

use std::sync::Arc;

use titanic_tui::app::{App, Settings};
use titanic_tui::data::{Labels, PassengerList};
use titanic_tui::explain::words::Language;
use titanic_tui::training::SplitRule;

use crate::session::Session;
use crate::sorted;

fn opened(language: Language, (width, height): (u16, u16)) -> Session {
    let text = sorted::by_class();
    let list = PassengerList::read("sorted.csv", text.as_bytes(), Labels::Required).expect("a list");
    Session::of(App::new(Arc::new(list), Settings { language, ..Settings::default() }), width, height)
}

#[test]
fn a_sorted_list_is_told_in_one_line_and_one_key_leads_to_what_mends_it() {
    for size in [(80, 24), (120, 40)] {
        let mut session = opened(Language::English, size);
        session.sees(&["lived: 47 % of training rows, 20 % of test rows; 7: split stratified"]);
        session.press("7").sees(&["▸ split", "first", "! lived: 47 %, test 20 %"]);
        session.press("Left").sees(&["stratified", "outcome and class alike"]).sees_no("! lived");
        session.press("Enter");
        let run = session.app.core.run();
        assert_eq!((run.recipe().split, run.split().train_rows()), (SplitRule::Stratified, 600));
        session.press("6 Tab").sees(&["Test rows: 291 drawn"]);
        session.press("@").sees(&["split: stratified by seed 1; 600 rows train, 291 test"]);
        session.press("Esc u");
        assert_eq!(session.app.core.run().recipe().split, SplitRule::First);
    }
    opened(Language::Japanese, (80, 24)).sees(&["生存：訓練データの47 %、テストデータの20 %。7 で分割を層化に"]);
}

#[test]
fn the_list_inside_the_program_opens_without_a_word() {
    let mut session = Session::open(80, 24);
    assert!(session.app.core.notice.is_none());
    session.press("7 @").sees(&["split: the first 600 rows train, the other 291 test"]);
}

/// Marks, filters and counts must speak of the same rows as the network was taught by.
#[test]
fn who_teaches_is_the_same_on_every_screen() {
    let mut session = opened(Language::English, (120, 40));
    session.press("7 Left Enter 1 f t r a i n Enter");
    let run = session.app.core.run();
    let listed = session.app.core.view.rows();
    assert_eq!(listed.len(), 600);
    assert!(listed.iter().all(|&row| run.split().trains(row as usize)));
    session.press("Esc 2 . .");
    let run = session.app.core.run();
    assert_eq!(run.metrics().train.total + run.metrics().test.total, 891);
    assert_eq!(run.metrics().train.total, 600);
}
