//! The rows of the key table, in the order of the help page and, for hints, of usefulness.

use std::borrow::Cow;

use crossterm::event::KeyCode::{
    BackTab, Backspace, Delete, Down, End, Enter, Esc, F, Home, Left, PageDown, PageUp, Right, Tab, Up,
};

use crate::app::keys::Heading::{List, Look, Network, Program, Recipe, Runs, Time};
use crate::app::keys::Key::{Char, Ctrl, CtrlPlain, Plain, Shift};
use crate::app::keys::Scope;
use crate::app::keys::Scope::{Edit, Everywhere, Panel as On, Popup, Race, Screen as OnScreen, WhatIf};
use crate::app::keys::{Binding, Key};
use crate::app::popups::what_if as person;
use crate::app::present::covers;
use crate::app::screens::landscape::choices;
use crate::app::tour::Tour;
use crate::app::{
    App, BeliefsPanel, Command, ExplorePanel, GradientsPanel, Panel, PresentPart, RecipePanel, ScorePanel, Screen,
    Stride, TourPart, TrainPanel, layers,
};
use crate::explain::words::tour as words;
use crate::explain::words::{
    beliefs, commands as hint, edit, folds, gradients, help, landscape, present, runs, score, sweep, what_if, worth,
};

const fn always(_: &App) -> bool {
    true
}

fn on_explore(app: &App) -> bool {
    app.core.screen == Screen::Explore
}

fn hides(app: &App) -> bool {
    app.core.hides_answer(app.core.who)
}

/// One row: scope, group, keys, help, hint, and when it applies.
macro_rules! row {
    ($scope:expr, $group:expr, [$($key:expr => $command:expr),+], $help:expr, $hint:expr, $when:expr) => {{
        const KEYS: &[(Key, Command)] = &[$(($key, $command)),+];
        Binding { scope: $scope, keys: Cow::Borrowed(KEYS), group: $group, help: $help, hint: $hint, when: $when }
    }};
    ($scope:expr, $group:expr, $keys:tt, $help:expr, $hint:expr) => {
        row!($scope, $group, $keys, $help, $hint, always)
    };
    ($scope:expr, $group:expr, $keys:tt, $help:expr) => {
        row!($scope, $group, $keys, $help, None, always)
    };
}

/// Every binding of the program, with the keys that commands have unless the user gave them others.
pub(super) static BINDINGS: &[Binding] = &[
    // Look around
    row!(On(Panel::Explore(ExplorePanel::Passengers)), Look, [Plain(Up) => Command::Up, Plain(Down) => Command::Down, Char('k') => Command::Up, Char('j') => Command::Down], help::MOVE, Some(hint::HINT_PASSENGER)),
    row!(On(Panel::Recipe(RecipePanel::Recipe)), Recipe, [Plain(Up) => Command::Up, Plain(Down) => Command::Down, Char('k') => Command::Up, Char('j') => Command::Down], help::LINE, Some(hint::HINT_LINE)),
    row!(On(Panel::Recipe(RecipePanel::Recipe)), Recipe, [Plain(Left) => Command::Left, Plain(Right) => Command::Right, Char('h') => Command::Left, Char('l') => Command::Right], help::CHANGE, Some(hint::HINT_CHANGE)),
    row!(On(Panel::Recipe(RecipePanel::Recipe)), Recipe, [Plain(Enter) => Command::StartRun], help::START_RUN, Some(hint::HINT_START_RUN), |app| app.screens.recipe.has_waiting(&app.core)),
    row!(On(Panel::Recipe(RecipePanel::Recipe)), Recipe, [Plain(Esc) => Command::Cancel], help::DROP, Some(hint::HINT_DROP), |app| app.screens.recipe.has_waiting(&app.core)),
    row!(OnScreen(Screen::Recipe), Recipe, [Char('s') => Command::BetterRate], help::BETTER_RATE, Some(hint::HINT_BETTER_RATE), |app| app.screens.recipe.offers_rate(&app.core)),
    row!(OnScreen(Screen::Recipe), Recipe, [Char('e') => Command::EditLine], help::EDIT_LINE, Some(hint::HINT_EDIT)),
    row!(OnScreen(Screen::Recipe), Recipe, [Char('m') => Command::MissingAge], help::MISSING_AGE),
    row!(On(Panel::Recipe(RecipePanel::Presets)), Recipe, [Plain(Enter) => Command::Open], help::OPEN, Some(hint::HINT_START_PRESET)),
    row!(OnScreen(Screen::Landscape), Network, [Plain(Enter) => Command::Open], landscape::HELP_FROM_HERE, Some(landscape::HINT_FROM_HERE), |app| app.screens.landscape.has_probe(&app.core)),
    row!(OnScreen(Screen::Landscape), Network, [Plain(Enter) => Command::Open], landscape::HELP_LIST_TWIN, Some(landscape::HINT_LIST_TWIN), |app| app.screens.landscape.on_twin(&app.core)),
    row!(OnScreen(Screen::Landscape), Network, [Plain(Up) => Command::Up, Plain(Down) => Command::Down, Plain(Left) => Command::Left, Plain(Right) => Command::Right, Char('k') => Command::Up, Char('j') => Command::Down, Char('h') => Command::Left, Char('l') => Command::Right], landscape::HELP_PROBE, Some(landscape::HINT_PROBE)),
    row!(OnScreen(Screen::Landscape), Network, [Plain(Tab) => Command::FocusNext, Plain(BackTab) => Command::FocusPrevious], landscape::HELP_OTHER_MAP, Some(landscape::HINT_OTHER_MAP)),
    row!(OnScreen(Screen::Landscape), Network, [Char('a') => Command::Axes], help::AXES, Some(hint::HINT_AXES), |app| choices(app.core.network(), app.core.spot()).len() > 1),
    row!(OnScreen(Screen::Landscape), Network, [Char('v') => Command::NextView], landscape::HELP_OTHERS, Some(landscape::HINT_OTHERS), |app| app.screens.landscape.has_best_view(&app.core)),
    row!(OnScreen(Screen::Landscape), Network, [Char('v') => Command::NextView], landscape::HELP_OTHERS),
    row!(OnScreen(Screen::Landscape), Network, [Plain(PageUp) => Command::PageUp, Plain(PageDown) => Command::PageDown], landscape::HELP_MAGNIFY, Some(landscape::HINT_MAGNIFY)),
    row!(OnScreen(Screen::Landscape), Network, [Plain(Home) => Command::First, Plain(End) => Command::Last], landscape::HELP_MAGNIFY_ENDS),
    row!(OnScreen(Screen::Gradients), Look, [Plain(Left) => Command::Left, Plain(Right) => Command::Right, Char('h') => Command::Left, Char('l') => Command::Right], gradients::HELP_STAGE, Some(gradients::HINT_STAGE)),
    row!(On(Panel::Gradients(GradientsPanel::Pulls)), Look, [Plain(Up) => Command::Up, Plain(Down) => Command::Down, Char('k') => Command::Up, Char('j') => Command::Down], gradients::HELP_PULL, Some(gradients::HINT_PULL)),
    row!(OnScreen(Screen::Gradients), Look, [Plain(Up) => Command::Up, Plain(Down) => Command::Down, Char('k') => Command::Up, Char('j') => Command::Down], gradients::HELP_WEIGHT, Some(gradients::HINT_WEIGHT)),
    row!(On(Panel::Gradients(GradientsPanel::Pulls)), Look, [Plain(Enter) => Command::Open], gradients::HELP_LOOK, Some(gradients::HINT_LOOK)),
    row!(On(Panel::Gradients(GradientsPanel::Chain)), Look, [Plain(PageUp) => Command::PageUp, Plain(PageDown) => Command::PageDown], gradients::HELP_SCROLL),
    row!(OnScreen(Screen::Gradients), Look, [Plain(Enter) => Command::Open], gradients::HELP_WHOSE, Some(gradients::HINT_WHOSE)),
    row!(OnScreen(Screen::Gradients), List, [Char('J') => Command::WhoNext, Char('K') => Command::WhoPrevious], help::WHO, Some(hint::HINT_PASSENGER)),
    row!(On(Panel::Explore(ExplorePanel::Curve)), Look, [Plain(Left) => Command::Left, Plain(Right) => Command::Right, Char('h') => Command::Left, Char('l') => Command::Right], help::SLIDE, Some(hint::HINT_SLIDE)),
    row!(OnScreen(Screen::Score), Network, [Plain(Left) => Command::Left, Plain(Right) => Command::Right, Char('h') => Command::Left, Char('l') => Command::Right], score::HELP_CUT, Some(score::HINT_CUT), |app| app.core.focus_on.score != ScorePanel::Sweep),
    row!(On(Panel::Score(ScorePanel::Sweep)), Network, [Plain(Up) => Command::Up, Plain(Down) => Command::Down, Char('k') => Command::Up, Char('j') => Command::Down], sweep::HELP_WIDTH, Some(sweep::HINT_WIDTH)),
    row!(On(Panel::Score(ScorePanel::Sweep)), Network, [Plain(Enter) => Command::Open], sweep::HELP_OPEN, Some(sweep::HINT_OPEN), |app| app.screens.score.sweep.opens()),
    row!(On(Panel::Score(ScorePanel::Sweep)), Network, [Plain(Enter) => Command::Open], sweep::HELP_START, Some(sweep::HINT_START), |app| app.screens.score.sweep.starts()),
    row!(On(Panel::Score(ScorePanel::Folds)), Network, [Plain(Enter) => Command::Open], folds::HELP_START, Some(sweep::HINT_START), |app| app.screens.score.folds.starts(&app.core)),
    row!(On(Panel::Score(ScorePanel::Worth)), Network, [Plain(Enter) => Command::Open], worth::HELP_MEASURE, Some(worth::HINT_MEASURE), |app| app.screens.score.worth.starts(&app.core, app.screens.score.threshold())),
    row!(On(Panel::Score(ScorePanel::Groups)), Network, [Plain(Enter) => Command::Open], score::HELP_ROWS, Some(score::HINT_ROWS)),
    row!(On(Panel::Score(ScorePanel::Calibration)), Network, [Plain(Enter) => Command::Open], score::HELP_ROWS, Some(score::HINT_ROWS)),
    row!(OnScreen(Screen::Score), Network, [Plain(Enter) => Command::Open], score::HELP_BEST, Some(score::HINT_BEST), |app| app.screens.score.enter_takes_best_cut(&app.core)),
    row!(OnScreen(Screen::Score), Network, [Char('t') => Command::Parts], help::PARTS, Some(hint::HINT_PARTS)),
    row!(On(Panel::Score(ScorePanel::Groups)), Network, [Char('v') => Command::NextView], score::HELP_LISTING, Some(score::HINT_LISTING)),
    row!(On(Panel::Score(ScorePanel::Calibration)), Network, [Char('v') => Command::NextView], help::VIEW, Some(hint::HINT_VIEW)),
    row!(On(Panel::Score(ScorePanel::Histogram)), Network, [Char('v') => Command::NextView], help::VIEW, Some(hint::HINT_VIEW)),
    row!(On(Panel::Score(ScorePanel::Folds)), Network, [Char('v') => Command::NextView], help::VIEW, Some(hint::HINT_VIEW)),
    row!(On(Panel::Score(ScorePanel::Worth)), Network, [Char('v') => Command::NextView], help::VIEW, Some(hint::HINT_VIEW)),
    row!(On(Panel::Score(ScorePanel::Sweep)), Network, [Char('v') => Command::NextView], help::VIEW, Some(hint::HINT_VIEW)),
    row!(OnScreen(Screen::Score), Network, [Char('m') => Command::MissingAge], help::MISSING_AGE, Some(score::HINT_AGES)),
    row!(On(Panel::Beliefs(BeliefsPanel::Beliefs)), Look, [Plain(Left) => Command::Left, Plain(Right) => Command::Right], beliefs::HELP_ANOTHER, Some(beliefs::HINT_ANOTHER), |app| app.screens.beliefs.chooses_axes()),
    row!(On(Panel::Beliefs(BeliefsPanel::Beliefs)), Look, [Plain(Up) => Command::Up, Plain(Down) => Command::Down], beliefs::HELP_WHICH_AXIS, Some(beliefs::HINT_WHICH_AXIS), |app| app.screens.beliefs.chooses_axes()),
    row!(On(Panel::Beliefs(BeliefsPanel::Beliefs)), Look, [Plain(Enter) => Command::Open], beliefs::HELP_DONE, Some(beliefs::HINT_DONE), |app| app.screens.beliefs.chooses_axes()),
    row!(On(Panel::Beliefs(BeliefsPanel::Beliefs)), Look, [Plain(Left) => Command::Left, Plain(Right) => Command::Right, Char('h') => Command::Left, Char('l') => Command::Right], beliefs::HELP_ACROSS, Some(beliefs::HINT_AGE), |app| app.screens.beliefs.shows_strips(&app.core)),
    row!(On(Panel::Beliefs(BeliefsPanel::Beliefs)), Look, [Plain(Up) => Command::Up, Plain(Down) => Command::Down, Char('k') => Command::Up, Char('j') => Command::Down], beliefs::HELP_UP, Some(beliefs::HINT_SEX), |app| app.screens.beliefs.shows_strips(&app.core)),
    row!(On(Panel::Beliefs(BeliefsPanel::Neurons)), Look, [Plain(Left) => Command::Left, Plain(Right) => Command::Right, Char('h') => Command::Left, Char('l') => Command::Right], beliefs::HELP_NEURON, Some(beliefs::HINT_NEURON), |app| app.core.network().depth() > 1),
    row!(On(Panel::Beliefs(BeliefsPanel::Beliefs)), Look, [Plain(Enter) => Command::Open], beliefs::HELP_HERE, Some(beliefs::HINT_WHO_IS_HERE), |app| !app.screens.beliefs.chooses_axes()),
    row!(OnScreen(Screen::Beliefs), Network, [Char('v') => Command::NextView], beliefs::HELP_VIEW, Some(hint::HINT_VIEW)),
    row!(OnScreen(Screen::Beliefs), Network, [Char('t') => Command::Parts], beliefs::HELP_PARTS, Some(hint::HINT_PARTS)),
    row!(OnScreen(Screen::Beliefs), Network, [Char('a') => Command::Axes], beliefs::HELP_AXES, Some(hint::HINT_AXES)),
    row!(On(Panel::Beliefs(BeliefsPanel::Neurons)), Look, [Plain(Enter) => Command::Open], beliefs::HELP_ENLARGE, Some(beliefs::HINT_ENLARGE), |app| app.core.network().depth() > 1),
    row!(Everywhere, Look, [Plain(Up) => Command::Up, Plain(Down) => Command::Down, Char('k') => Command::Up, Char('j') => Command::Down], help::MOVE, Some(hint::HINT_MOVE)),
    row!(Everywhere, Look, [Plain(Left) => Command::Left, Plain(Right) => Command::Right, Char('h') => Command::Left, Char('l') => Command::Right], help::SIDEWAYS),
    row!(Everywhere, Look, [Plain(PageUp) => Command::PageUp, Plain(PageDown) => Command::PageDown, Ctrl('b') => Command::PageUp, Ctrl('f') => Command::PageDown], help::MOVE_PAGE),
    row!(Everywhere, Look, [Char('g') => Command::First, Char('G') => Command::Last, Plain(Home) => Command::First, Plain(End) => Command::Last], help::MOVE_ENDS),
    row!(Everywhere, Look, [Plain(Tab) => Command::FocusNext, Plain(BackTab) => Command::FocusPrevious], help::FOCUS, Some(hint::HINT_PANEL)),
    row!(Everywhere, Time, [Char('.') => Command::Forward(Stride::One), Char(',') => Command::Back(Stride::One)], help::WHEN_1, Some(hint::HINT_EPOCH)),
    row!(Everywhere, Time, [Char(' ') => Command::Play], help::PLAY, Some(hint::HINT_TRAIN), |app| app.core.would_train()),
    row!(Everywhere, Time, [Char(' ') => Command::Play], help::PLAY, Some(hint::HINT_PAUSE), |app| app.core.is_playing()),
    row!(Everywhere, Time, [Char(' ') => Command::Play], help::PLAY, Some(hint::HINT_PLAY), |app| app.core.would_replay()),
    row!(Everywhere, Time, [Char('!') => Command::Why], help::WHY),
    row!(Everywhere, Time, [Char('p') => Command::Presets], help::PRESETS, Some(hint::HINT_PRESETS)),
    row!(Everywhere, Look, [Char('1') => Command::Show(Screen::Explore), Char('2') => Command::Show(Screen::Train), Char('3') => Command::Show(Screen::Gradients), Char('4') => Command::Show(Screen::Beliefs), Char('5') => Command::Show(Screen::Landscape), Char('6') => Command::Show(Screen::Score), Char('7') => Command::Show(Screen::Recipe)], help::SCREENS),
    row!(Everywhere, Look, [Plain(Enter) => Command::Open], help::OPEN),
    row!(Everywhere, Look, [Plain(Esc) => Command::Cancel], help::CANCEL, Some(hint::HINT_BACK), layers::can_pop),
    // Popups
    row!(Popup, Look, [Plain(Up) => Command::Up, Plain(Down) => Command::Down, Char('k') => Command::Up, Char('j') => Command::Down], help::MOVE, Some(hint::HINT_MOVE), |app| app.popups.moves(app)),
    row!(Popup, Look, [Char(' ') => Command::Open, Plain(Enter) => Command::Open], help::TOGGLE, Some(hint::HINT_TOGGLE), |app| app.popups.toggles()),
    row!(Popup, Look, [Plain(Enter) => Command::Open], help::OPEN),
    row!(Popup, Look, [Plain(Esc) => Command::Cancel], help::CANCEL, Some(hint::HINT_CLOSE)),
    // Time
    row!(Everywhere, Time, [Char('>') => Command::Forward(Stride::Ten), Char('<') => Command::Back(Stride::Ten), Shift(Right) => Command::Forward(Stride::Ten), Shift(Left) => Command::Back(Stride::Ten)], help::WHEN_10),
    row!(OnScreen(Screen::Train), Time, [Char('>') => Command::Forward(Stride::Ten), Char('<') => Command::Back(Stride::Ten), Shift(Right) => Command::Forward(Stride::Ten), Shift(Left) => Command::Back(Stride::Ten)], help::WHEN_10, Some(hint::HINT_TEN)),
    row!(Everywhere, Time, [Char('}') => Command::Forward(Stride::Hundred), Char('{') => Command::Back(Stride::Hundred), CtrlPlain(Right) => Command::Forward(Stride::Hundred), CtrlPlain(Left) => Command::Back(Stride::Hundred)], help::WHEN_100),
    row!(OnScreen(Screen::Train), Time, [Char('}') => Command::Forward(Stride::Hundred), Char('{') => Command::Back(Stride::Hundred), CtrlPlain(Right) => Command::Forward(Stride::Hundred), CtrlPlain(Left) => Command::Back(Stride::Hundred)], help::WHEN_100, Some(hint::HINT_HUNDRED)),
    row!(Everywhere, Time, [Char(']') => Command::Faster, Char('[') => Command::Slower, Char('+') => Command::Faster, Char('-') => Command::Slower, Char('=') => Command::Faster], help::SPEED, Some(hint::HINT_SPEED)),
    row!(Everywhere, Time, [Char('i') => Command::RateUp, Char('o') => Command::RateDown], help::RATE, Some(hint::HINT_RATE)),
    row!(Everywhere, Time, [Char('r') => Command::ToStart], help::START, Some(hint::HINT_START), |app| app.core.has_past()),
    row!(Everywhere, Time, [Char('E') => Command::ToEnd], help::END),
    row!(Everywhere, Time, [Char('B') => Command::ToBest], help::TO_BEST),
    row!(Everywhere, Time, [Char('M') => Command::Mark], help::MARK),
    // The list
    row!(Everywhere, List, [Char('J') => Command::WhoNext, Char('K') => Command::WhoPrevious], help::WHO),
    row!(Everywhere, List, [Char('/') => Command::Search], help::SEARCH, Some(hint::HINT_SEARCH), on_explore),
    row!(Everywhere, List, [Char('n') => Command::SearchNext, Char('N') => Command::SearchPrevious], help::SEARCH_AGAIN, None, on_explore),
    row!(Everywhere, List, [Char('f') => Command::Filter], help::FILTER, Some(hint::HINT_FILTER), on_explore),
    row!(Everywhere, Look, [Char('z') => Command::Zoom], help::ZOOM, Some(hint::HINT_ZOOM)),
    row!(OnScreen(Screen::Explore), List, [Char('s') => Command::Sort, Char('S') => Command::SortReverse], help::SORT, Some(hint::HINT_SORT)),
    row!(OnScreen(Screen::Explore), List, [Char('8') => Command::ThePostRows], help::EIGHT),
    row!(On(Panel::Explore(ExplorePanel::Passengers)), List, [Char('d') => Command::Details], help::DETAILS),
    // The network
    row!(Everywhere, Network, [Char(')') => Command::ParameterNext, Char('(') => Command::ParameterPrevious], help::WHERE),
    row!(OnScreen(Screen::Explore), Network, [Char('F') => Command::Flow], help::FLOW, Some(hint::HINT_FLOW)),
    row!(On(Panel::Explore(ExplorePanel::Curve)), Network, [Char('d') => Command::Details], help::DETAILS, Some(hint::HINT_DERIVATIVE)),
    row!(On(Panel::Explore(ExplorePanel::Passengers)), Network, [Char('v') => Command::NextView], help::VIEW),
    row!(On(Panel::Explore(ExplorePanel::Curve)), Network, [Char('v') => Command::NextView], help::VIEW, Some(hint::HINT_VIEW)),
    row!(OnScreen(Screen::Train), Network, [Char('v') => Command::NextView], help::VIEW, Some(hint::HINT_VIEW)),
    row!(OnScreen(Screen::Train), Network, [Char('t') => Command::Parts], help::PARTS, Some(hint::HINT_PARTS)),
    row!(OnScreen(Screen::Train), Network, [Char('c') => Command::Compare], help::COMPARE, Some(hint::HINT_COMPARE), |app| app.core.has_other_runs()),
    row!(OnScreen(Screen::Gradients), Network, [Char('v') => Command::NextView], gradients::HELP_VIEW, Some(hint::HINT_VIEW)),
    row!(Everywhere, Network, [Char('w') => Command::WhatIf], help::WHAT_IF, Some(hint::HINT_WHAT_IF), |app| !hides(app)),
    row!(WhatIf, Network, [Plain(Up) => Command::Up, Plain(Down) => Command::Down, Plain(BackTab) => Command::Up, Plain(Tab) => Command::Down, Char('k') => Command::Up, Char('j') => Command::Down], what_if::HELP_FIELD, Some(what_if::HINT_FIELD)),
    row!(WhatIf, Network, [Plain(Left) => Command::Left, Plain(Right) => Command::Right, Char('h') => Command::Left, Char('l') => Command::Right], what_if::HELP_CHANGE, Some(what_if::HINT_CHANGE)),
    row!(WhatIf, Network, [Plain(PageUp) => Command::PageUp, Plain(PageDown) => Command::PageDown, Shift(Right) => Command::PageUp, Shift(Left) => Command::PageDown], what_if::HELP_TEN, Some(what_if::HINT_TEN)),
    row!(WhatIf, Network, [Plain(Enter) => Command::Open], what_if::HELP_FLIP, Some(what_if::HINT_FLIP), |app| person::flips(&app.core)),
    row!(WhatIf, Network, [Char('b') => Command::WhatIfReset], what_if::HELP_RESET, Some(what_if::HINT_RESET), |app| person::differs(&app.core)),
    // Numbers set by hand
    row!(Everywhere, Network, [Char('e') => Command::Edit], edit::HELP_EDIT, Some(edit::HINT_EDIT), on_explore),
    row!(Everywhere, Network, [Char('e') => Command::Edit], edit::HELP_EDIT),
    row!(Edit, Network, [Plain(Up) => Command::Nudge(1), Plain(Down) => Command::Nudge(-1)], edit::HELP_NUDGE, Some(edit::HINT_NUDGE)),
    row!(Edit, Network, [Plain(Right) => Command::Nudge(10), Plain(Left) => Command::Nudge(-10)], edit::HELP_NUDGE_10, Some(edit::HINT_NUDGE_10)),
    row!(Edit, Network, [Plain(PageUp) => Command::Nudge(100), Plain(PageDown) => Command::Nudge(-100)], edit::HELP_NUDGE_100),
    row!(Edit, Network, [Char(')') => Command::ParameterNext, Char('(') => Command::ParameterPrevious, Plain(Tab) => Command::ParameterNext, Plain(BackTab) => Command::ParameterPrevious], edit::HELP_WALK, Some(edit::HINT_WALK)),
    row!(Edit, Network, [Plain(Home) => Command::EditStart, Plain(End) => Command::EditBest], edit::HELP_ENDS, Some(edit::HINT_ENDS)),
    row!(Edit, Network, [Plain(Enter) => Command::EditKeep], edit::HELP_KEEP, Some(edit::HINT_KEEP)),
    row!(Edit, Network, [Plain(Esc) => Command::EditDrop], edit::HELP_DROP, Some(edit::HINT_DROP)),
    row!(Everywhere, List, [Char('@') => Command::AboutList], help::ABOUT_LIST),
    row!(Everywhere, Program, [Char('W') => Command::Glossary], help::GLOSSARY),
    row!(Popup, Program, [Char('?') => Command::Glossary], help::GLOSSARY, None, |app| app.popups.is_help()),
    // The tour
    row!(Everywhere, Program, [Char('H') => Command::Lessons], words::HELP_LESSONS),
    row!(Scope::Tour, Program, [Plain(Enter) => Command::Tour(TourPart::On)], words::HELP_ON),
    row!(Scope::Tour, Program, [Plain(Left) => Command::Tour(TourPart::Previous), Plain(Right) => Command::Tour(TourPart::Next), Plain(Up) => Command::Tour(TourPart::Previous), Plain(Down) => Command::Tour(TourPart::Next)], words::HELP_CHOOSE, Some(words::HINT_CHOOSE), Tour::asks),
    row!(Everywhere, Program, [Char('C') => Command::Tour(TourPart::Show)], words::HELP_SHOW, None, |app| app.tour.is_open()),
    row!(Everywhere, Program, [Plain(Backspace) => Command::Tour(TourPart::Back)], words::HELP_BACK, None, |app| app.tour.can_go_back()),
    // In front of a class
    row!(Scope::Present, Program, [Plain(PageDown) => Command::Present(PresentPart::Next)], present::HELP_NEXT, Some(present::HINT_TELL), hides),
    row!(Scope::Present, Program, [Plain(PageDown) => Command::Present(PresentPart::Next)], present::HELP_NEXT, Some(present::HINT_NEXT), |app| !hides(app)),
    row!(Scope::Present, Program, [Plain(PageUp) => Command::Present(PresentPart::Back)], present::HELP_BACK),
    row!(Scope::Present, Program, [Plain(Enter) => Command::Present(PresentPart::Next)], present::HELP_TELL, None, |app| hides(app) && (on_explore(app) || covers(app, app.core.focus()))),
    row!(Scope::Present, Program, [Char('+') => Command::Present(PresentPart::Lived), Char('-') => Command::Present(PresentPart::Died), Char('=') => Command::Present(PresentPart::Lived)], present::HELP_HAND, Some(present::HINT_HAND)),
    row!(Scope::Present, Program, [Char('#') => Command::Hands], present::HELP_HANDS, Some(present::HINT_HANDS)),
    row!(Scope::Present, Program, [Char('"') => Command::Note], present::HELP_NOTE, Some(present::HINT_NOTE)),
    row!(Scope::Present, Look, [Plain(Tab) => Command::FocusNext, Plain(BackTab) => Command::FocusPrevious], help::FOCUS, Some(hint::HINT_PANEL)),
    row!(Everywhere, Program, [Char('P') => Command::Present(PresentPart::Toggle), Plain(F(5)) => Command::Present(PresentPart::Toggle)], present::HELP_PRESENT),
    row!(Everywhere, Program, [Char('0') => Command::Reset], help::RESET),
    // Runs
    row!(Race, Runs, [Plain(Left) => Command::Left, Plain(Right) => Command::Right, Plain(Up) => Command::Up, Plain(Down) => Command::Down], runs::HELP_RACER, Some(runs::HINT_RACER)),
    row!(Race, Runs, [Plain(Enter) => Command::Open], runs::HELP_TAKE, Some(runs::HINT_TAKE)),
    row!(Race, Runs, [Plain(Esc) => Command::Cancel], runs::HELP_LEAVE, Some(runs::HINT_LEAVE)),
    row!(On(Panel::Train(TrainPanel::Runs)), Runs, [Char('c') => Command::Compare], help::COMPARE, Some(hint::HINT_COMPARE), |app| app.core.points_at_other_run()),
    row!(On(Panel::Train(TrainPanel::Runs)), Runs, [Char('v') => Command::Against], runs::HELP_AGAINST, Some(runs::HINT_AGAINST), |app| app.core.points_at_other_run()),
    row!(On(Panel::Train(TrainPanel::Ledger)), Runs, [Char('v') => Command::Against], runs::HELP_AGAINST_NEXT, Some(runs::HINT_AGAINST), |app| app.core.has_other_runs()),
    row!(OnScreen(Screen::Train), Runs, [Char('R') => Command::Race], runs::HELP_RACE, Some(runs::HINT_RACE), |app| app.core.race.is_none()),
    row!(On(Panel::Train(TrainPanel::Runs)), Runs, [Char('e') => Command::Rename], runs::HELP_RENAME, Some(runs::HINT_RENAME)),
    row!(On(Panel::Train(TrainPanel::Runs)), Runs, [Ctrl('s') => Command::Save], runs::HELP_SAVE, Some(runs::HINT_SAVE)),
    row!(On(Panel::Train(TrainPanel::Runs)), Runs, [Char('d') => Command::Duplicate], runs::HELP_DUPLICATE, Some(runs::HINT_DUPLICATE)),
    row!(On(Panel::Train(TrainPanel::Runs)), Runs, [Char('D') => Command::Forget, Plain(Delete) => Command::Forget], runs::HELP_FORGET, Some(runs::HINT_FORGET)),
    row!(Everywhere, Runs, [Ctrl('s') => Command::Save], runs::HELP_SAVE),
    row!(Everywhere, Runs, [Char('I') => Command::OpenFile], runs::HELP_OPEN),
    // The program
    row!(Everywhere, Program, [Char('u') => Command::Undo, Ctrl('r') => Command::Redo], help::UNDO),
    row!(Everywhere, Program, [Char('y') => Command::Copy], help::COPY, Some(hint::HINT_COPY)),
    row!(Everywhere, Program, [Char('Y') => Command::Share], help::SHARE),
    row!(Everywhere, Program, [Char('x') => Command::Export], help::EXPORT),
    row!(Everywhere, Program, [Char('O') => Command::Reopen], help::REOPEN, None, |app| app.core.saved_runs > 0),
    row!(Everywhere, Program, [Char('T') => Command::Theme], help::THEME),
    row!(Everywhere, Program, [Char('L') => Command::Language], help::LANGUAGE),
    row!(Everywhere, Program, [Char('A') => Command::Glyphs], help::GLYPHS),
    row!(Everywhere, Program, [Char(':') => Command::Palette, Ctrl('p') => Command::Palette], help::PALETTE, Some(hint::HINT_PALETTE)),
    row!(Everywhere, Program, [Char('?') => Command::Help, Plain(F(1)) => Command::Help], help::HELP, Some(hint::HINT_HELP)),
    row!(Everywhere, Program, [Char('q') => Command::Quit], help::QUIT),
    row!(Everywhere, Program, [Ctrl('c') => Command::Quit], help::QUIT_ANYWHERE),
    row!(Everywhere, Program, [Ctrl('z') => Command::Suspend], help::SUSPEND),
];
