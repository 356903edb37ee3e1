//! The run changes under a screen, and more keys or ticks come before its next frame: nothing that was
//! prepared for the run before is used for the one that is there now.

use std::sync::Arc;
use std::time::Duration;
use titanic_tui::app::popups::Popup;
use titanic_tui::app::{Action, App, Effect, OwnTarget, Settings, Target, TrainTarget, update};

use titanic_tui::app::keys::written as keys;
use titanic_tui::data::{Column, Labels, PassengerList};
use titanic_tui::nn::Activation;
use titanic_tui::training::{Batch, Preset, Recipe, Run, Scaling};

use crate::session::Session;

impl Session {
    /// The program with a run of this recipe on the screen.
    fn on(recipe: Recipe) -> Self {
        let list = Arc::new(PassengerList::embedded());
        let run = Run::from_recipe("A", Arc::clone(&list), recipe).expect("a recipe");
        Self::of(App::from_run(list, run, Settings::default()), 120, 40)
    }

    /// Keys without a frame.
    fn undrawn(&mut self, words: &str) -> &mut Self {
        for key in keys::parse(words).expect("a test names keys") {
            let effects = update(&mut self.app, Action::Key(key));
            self.effects.extend(effects);
        }
        self
    }

    /// Keys that arrive in one write: a frame is drawn only after the last.
    fn press_at_once(&mut self, words: &str) -> &mut Self {
        self.undrawn(words).draw()
    }

    /// Time passes without a frame.
    fn tick(&mut self, milliseconds: u64) -> &mut Self {
        let time = Duration::from_millis(milliseconds);
        update(&mut self.app, Action::Tick(time));
        self
    }
}

/// Two hidden layers, so that every place and every row of the account differs from the post's.
fn two_layers() -> Recipe {
    Recipe {
        hidden: vec![3, 2],
        activation: Activation::Relu,
        seed: 7,
        learning_rate: 0.001,
        batch: Batch::Rows(32),
        l2: 0.1,
        train_rows: Some(500),
        scaling: Scaling::Standard,
        ..Preset::ThePostTrained.recipe()
    }
}

fn six_layers() -> Recipe {
    Recipe { hidden: vec![64; 6], ..Preset::ThePostTrained.recipe() }
}

#[test]
fn undo_on_gradients_with_checks_still_to_be_made() {
    let mut session = Session::open(120, 40);
    for preset in 0..Preset::ALL.len() {
        session.press("p Home");
        for _ in 0..preset {
            session.press("Down");
        }
        session.press("Enter 3");
        for key in ["u", "C-r"] {
            session.undrawn(key).tick(10).tick(0);
        }
        session.draw();
    }
}

#[test]
fn another_story_on_gradients_while_a_deep_network_is_checked() {
    let mut session = Session::on(six_layers());
    session.press("3 p");
    session.undrawn("Enter").tick(33).tick(33).draw();
}

#[test]
fn keys_in_one_write_after_the_run_changed() {
    for (screen, keys) in [
        ("3", "p Down Enter u PgUp"),
        ("3 G", "p Down Enter e Esc"),
        ("3 G Tab Tab Tab", "p Down Enter G Enter Home Enter"),
        ("3 Tab", "p Down Enter PgUp PgDn y"),
        ("4", "p Enter Right Up a Left G Enter y"),
        ("4 Tab G Enter", "p Enter G Enter Right y"),
        ("5", "p Enter Right Down Enter a v y"),
        ("5 Right Right", "p Enter Enter u Enter"),
        ("6", "p Enter m G Enter y u Enter y"),
        ("6 m", "p Enter m y u m y"),
        ("1 G F", "p Enter ) ) e Up Enter y"),
        ("1 w", "p Enter Enter u Enter b Right Enter y"),
        ("2 t", "p Enter Down Enter u v y"),
    ] {
        let mut session = Session::on(two_layers());
        session.press(". . .").press(screen).press_at_once(keys);
        session.press("u C-r");
    }
}

/// What a key does must not depend on whether a frame was drawn before it.
#[test]
fn what_is_copied_is_of_the_run_on_the_screen_also_before_its_first_frame() {
    let copied = |session: &Session| {
        let mut texts = session
            .effects
            .iter()
            .rev()
            .filter_map(|effect| if let Effect::Copy(text) = effect { Some(text.clone()) } else { None });
        texts.next().expect("something was copied")
    };
    for screen in ["1", "2", "3", "4", "5 2 5", "6", "6 m", "3 Enter"] {
        for change in ["p Down Enter", "p Enter u", "> >", "i .", "K", "r"] {
            let [mut slow, mut fast] = [(); 2].map(|()| {
                let mut session = Session::on(two_layers());
                session.press(". . J J J").press(screen);
                session
            });
            slow.press(change).press("y");
            fast.press_at_once(&format!("{change} y"));
            assert_eq!(copied(&slow), copied(&fast), "`{change}` on `{screen}`");
        }
    }
}

#[test]
fn the_flip_that_enter_makes_is_of_the_person_as_typed() {
    let [mut slow, mut fast] = [(); 2].map(|()| {
        let mut session = Session::open(120, 40);
        session.press("w");
        session
    });
    slow.press("6 0 Enter Enter");
    fast.press_at_once("6 0 Enter Enter");
    let person = |session: &Session| session.app.core.what_if.as_ref().unwrap().person.clone();
    assert_eq!(person(&slow), person(&fast));
}

/// A click finds what stood there in the last frame; the ledger may be shorter by then.
#[test]
fn a_click_on_a_ledger_that_is_shorter_by_then_stays_in_it() {
    let mut session = Session::open(120, 40);
    session.press("p Enter 2 M }");
    let rows = session.app.core.shown().ledger_rows(session.app.core.parts).len();
    let drawn =
        |target| matches!(target, Target::Own(OwnTarget::Train(TrainTarget::Flip(row))) if row > 0 && row < rows);
    let (left, _, top) = session.area_of(drawn);
    session.undrawn("r").click_at((left, top));
    let rows = session.app.core.shown().ledger_rows(session.app.core.parts).len();
    assert_eq!((rows, session.app.screens.train.flip(&session.app.core)), (0, 0));
}

/// A file may bring statistics of its own, for the very recipe of the run before.
#[test]
fn the_recipe_screen_never_says_the_statistics_of_the_run_before() {
    let mut session = Session::on(two_layers());
    session.press("7");
    let text = include_str!("../../data/titanic.csv");
    let few: Vec<&str> = text.lines().take(601).collect();
    let few = PassengerList::read("few", few.join("\n").as_bytes(), Labels::Required).unwrap();
    let model = Run::from_recipe("few", Arc::new(few), two_layers()).unwrap().model();
    let other = Run::resume("few", Arc::clone(&session.app.core.list), model).unwrap();
    assert_eq!(other.recipe(), session.app.core.run().recipe());
    session.act(Action::OpenedFile(Ok(Box::new(other))));
    let dataset = session.app.screens.recipe.dataset(&session.app.core).expect("the screen is shown");
    assert_eq!(&dataset.encoder, session.app.core.run().encoder());
}

/// A deep network on single rows trains for long: a key is answered first.
#[test]
fn ten_epochs_that_take_long_each_are_not_waited_for() {
    let mut session = Session::on(Recipe { batch: Batch::Rows(1), ..six_layers() });
    session.press(">");
    assert!(session.app.core.is_playing() && session.epoch() < 10);
}

/// A click finds what stood there in the last frame; another popup may be open by then.
#[test]
fn a_click_on_a_row_of_the_popup_before_chooses_nothing_in_the_next() {
    for row in [3, Column::ALL.len() - 1] {
        let mut session = Session::open(120, 40);
        session.press("d");
        let (left, _, top) = session.area_of(|target| target == Target::PopupRow(row));
        session.undrawn("Esc f").click_at((left, top));
        assert!(matches!(session.app.popups.top(), Some(Popup::FilterForm(form)) if form.selected == 0));
        assert!(session.app.core.view.filter().is_empty());
    }
}
