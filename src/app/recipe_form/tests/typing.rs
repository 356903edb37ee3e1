//! What is typed into lines, and the steps of ← and →.

use super::*;

#[test]
fn what_is_typed_wrongly_is_answered_and_changes_nothing() {
    let wrong = [
        (Setting::Hidden, "16,x", "16,x"),
        (Setting::Hidden, "65", "1 to 64"),
        (Setting::Hidden, "8,0", "1 to 64"),
        (Setting::Hidden, "1,1,1,1,1,1,1", "6 are possible"),
        (Setting::TrainRows, "0", "choose 1 to 891"),
        (Setting::TrainRows, "892", "choose 1 to 891"),
        (Setting::TrainRows, "many", "no whole number"),
        (Setting::Seed, "9223372036854775808", "at most"),
        (Setting::Seed, "-1", "no whole number"),
        (Setting::Momentum, "1", "below 1"),
        (Setting::Momentum, "-0.1", "at least 0"),
        (Setting::LearningRate, "0", "above 0"),
        (Setting::LearningRate, "−1", "above 0"),
        (Setting::LearningRate, "inf", "finite"),
        (Setting::LearningRate, "NaN", "finite"),
        (Setting::LearningRate, "fast", "no number"),
        (Setting::Batch, "0", "at least 1"),
        (Setting::Batch, "half", "no batch"),
        (Setting::L1, "-0.1", "0 or more"),
        (Setting::L2, "1e999", "0 or more"),
    ];
    let mut app = app_on(full());
    for (line, text, says) in wrong {
        let error = typed::read(line, text, &full(), &app.core.list).unwrap_err();
        let said = error.text(Language::English);
        assert!(said.contains(says), "{line:?} {text}: {said}");
        assert_ne!(said, error.text(Language::Japanese), "{said}");
        app.screens.recipe.line = line;
        app.screens.recipe.edit_recipe_line(&mut app.core);
        app.screens.recipe.take_typed(&mut app.core, crate::app::text_field::TextField::new(text));
        assert!(app.core.overlay.is_some(), "{line:?} {text} stays to be mended");
        assert_eq!(app.screens.recipe.wanted_recipe(&app.core), full());
        app.core.overlay = None;
    }
}

#[test]
fn what_is_typed_rightly_is_taken() {
    let list = PassengerList::embedded();
    let read = |line, text| typed::read(line, text, &full(), &list).unwrap();
    assert_eq!(read(Setting::Hidden, "16,16").hidden, [16, 16]);
    assert_eq!(read(Setting::Hidden, " 8 4-2 ").hidden, [8, 4, 2]);
    for none in ["", "none", "なし", "0"] {
        assert!(read(Setting::Hidden, none).hidden.is_empty(), "{none}");
    }
    for full in ["", "full", "FULL", "全件"] {
        assert_eq!(read(Setting::Batch, full).batch, Batch::Full, "{full}");
    }
    assert_eq!(read(Setting::Batch, "7").batch, Batch::Rows(7));
    assert_eq!(read(Setting::LearningRate, "1e-3").learning_rate, 0.001);
    assert_eq!(read(Setting::TrainRows, "891").train_rows, Some(891));
    let still = Recipe { nesterov: true, ..full() };
    let still = typed::read(Setting::Momentum, "0", &still, &list);
    assert_eq!(still.unwrap().momentum, 0.0, "Nesterov gives way");
}

#[test]
fn a_field_left_as_it_opened_changes_nothing() {
    for &preset in Preset::ALL {
        let recipe = preset.recipe();
        let mut app = app_on(recipe.clone());
        for line in Setting::ALL.iter().copied().filter(|line| line.is_typed()) {
            app.screens.recipe.line = line;
            app.screens.recipe.edit_recipe_line(&mut app.core);
            if let Some(crate::app::overlay::Overlay::RecipeText { field }) = app.core.overlay.take() {
                app.screens.recipe.take_typed(&mut app.core, field);
            }
            assert!(app.core.overlay.is_none(), "{line:?}");
            assert!(!app.screens.recipe.has_waiting(&app.core), "{line:?} of {preset:?}");
            assert_eq!(app.screens.recipe.present_recipe(&app.core), recipe);
        }
    }
}

#[test]
fn every_step_makes_a_recipe_that_can_be_run_and_steps_lead_back() {
    let list = PassengerList::embedded();
    for &line in Setting::ALL {
        let mut recipe = full();
        let mut walked = Vec::new();
        while let Some(next) = line.stepped(&recipe, &list, true) {
            next.clone().settled().validate(list.len()).unwrap();
            walked.push(recipe);
            recipe = next;
            if walked.len() > 40 {
                break;
            }
        }
        // Back over the same steps, but for the first, which may have begun beside them.
        for before in walked.iter().skip(1).rev() {
            recipe = line.stepped(&recipe, &list, false).unwrap();
            let value = |recipe: &Recipe| show::value(Language::English, line, recipe, &list);
            assert_eq!(value(&recipe), value(before), "{line:?}");
        }
    }
}
