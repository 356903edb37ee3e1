//! The rows of the key table, in the order of the help page and, for hints, of usefulness.

use crossterm::event::KeyCode::{
    BackTab, Delete, Down, End, Enter, Esc, F, Home, Left, PageDown, PageUp, Right, Tab, Up,
};

use crate::app::keys::Heading::{List, Look, Network, Program, Recipe, Runs, Time};
use crate::app::keys::Key::{Char, Ctrl, CtrlPlain, Plain, Shift};
use crate::app::keys::Scope::{Edit, Everywhere, Panel as On, Popup, Race, Screen as OnScreen, WhatIf};
use crate::app::keys::{Binding, Key};
use crate::app::popups::what_if as person;
use crate::app::{
    App, BeliefsPanel, Command, ExplorePanel, GradientsPanel, Panel, RecipePanel, ScorePanel, Screen, Stride,
    TrainPanel, layers,
};
use crate::explain::words::{beliefs, commands as hint, edit, gradients, help, landscape, runs, score, sweep, what_if};

const fn always(_: &App) -> bool {
    true
}

fn on_explore(app: &App) -> bool {
    app.core.screen == Screen::Explore
}

/// Two keys of one row.
macro_rules! pair {
    ($($key:expr => $command:expr),+ $(,)?) => {{
        const KEYS: &[(Key, Command)] = &[$(($key, $command)),+];
        KEYS
    }};
}

/// One row: scope, keys, group, help, hint, and when it applies.
macro_rules! row {
    ($scope:expr, $group:expr, [$($keys:tt)+], $help:ident, $hint:expr, $when:expr) => {
        Binding { scope: $scope, keys: pair!($($keys)+), group: $group, help: help::$help, hint: $hint, when: $when }
    };
    ($scope:expr, $group:expr, [$($keys:tt)+], $help:ident, $hint:expr) => {
        row!($scope, $group, [$($keys)+], $help, $hint, always)
    };
    ($scope:expr, $group:expr, [$($keys:tt)+], $help:ident) => {
        row!($scope, $group, [$($keys)+], $help, None, always)
    };
}

/// A row whose words stand in another file than `help`.
macro_rules! said {
    ($scope:expr, $group:expr, [$($keys:tt)+], $help:expr, $hint:expr, $when:expr) => {
        Binding { scope: $scope, keys: pair!($($keys)+), group: $group, help: $help, hint: $hint, when: $when }
    };
}

/// Every binding of the program.
pub static BINDINGS: &[Binding] = &[
    // Look around
    row!(On(Panel::Explore(ExplorePanel::Passengers)), Look, [Plain(Up) => Command::Up, Plain(Down) => Command::Down, Char('k') => Command::Up, Char('j') => Command::Down], MOVE, Some(hint::HINT_PASSENGER)),
    row!(On(Panel::Recipe(RecipePanel::Recipe)), Recipe, [Plain(Up) => Command::Up, Plain(Down) => Command::Down, Char('k') => Command::Up, Char('j') => Command::Down], LINE, Some(hint::HINT_LINE)),
    row!(On(Panel::Recipe(RecipePanel::Recipe)), Recipe, [Plain(Left) => Command::Left, Plain(Right) => Command::Right, Char('h') => Command::Left, Char('l') => Command::Right], CHANGE, Some(hint::HINT_CHANGE)),
    row!(On(Panel::Recipe(RecipePanel::Recipe)), Recipe, [Plain(Enter) => Command::StartRun], START_RUN, Some(hint::HINT_START_RUN), |app| app.screens.recipe.has_waiting(&app.core)),
    row!(On(Panel::Recipe(RecipePanel::Recipe)), Recipe, [Plain(Esc) => Command::Cancel], DROP, Some(hint::HINT_DROP), |app| app.screens.recipe.has_waiting(&app.core)),
    row!(OnScreen(Screen::Recipe), Recipe, [Char('s') => Command::BetterRate], BETTER_RATE, Some(hint::HINT_BETTER_RATE), |app| app.screens.recipe.offers_rate(&app.core)),
    row!(OnScreen(Screen::Recipe), Recipe, [Char('e') => Command::EditLine], EDIT_LINE, Some(hint::HINT_EDIT)),
    row!(OnScreen(Screen::Recipe), Recipe, [Char('m') => Command::MissingAge], MISSING_AGE),
    row!(On(Panel::Recipe(RecipePanel::Presets)), Recipe, [Plain(Enter) => Command::Open], OPEN, Some(hint::HINT_START_PRESET)),
    said!(OnScreen(Screen::Landscape), Network, [Plain(Enter) => Command::Open], landscape::HELP_FROM_HERE, Some(landscape::HINT_FROM_HERE), |app| app.screens.landscape.has_probe(&app.core)),
    said!(OnScreen(Screen::Landscape), Network, [Plain(Enter) => Command::Open], landscape::HELP_LIST_TWIN, Some(landscape::HINT_LIST_TWIN), |app| app.screens.landscape.on_twin(&app.core)),
    said!(OnScreen(Screen::Landscape), Network, [Plain(Up) => Command::Up, Plain(Down) => Command::Down, Plain(Left) => Command::Left, Plain(Right) => Command::Right, Char('k') => Command::Up, Char('j') => Command::Down, Char('h') => Command::Left, Char('l') => Command::Right], landscape::HELP_PROBE, Some(landscape::HINT_PROBE), always),
    said!(OnScreen(Screen::Landscape), Network, [Plain(Tab) => Command::FocusNext, Plain(BackTab) => Command::FocusPrevious], landscape::HELP_OTHER_MAP, Some(landscape::HINT_OTHER_MAP), always),
    row!(OnScreen(Screen::Landscape), Network, [Char('a') => Command::Axes], AXES, Some(hint::HINT_AXES), |app| app.screens.landscape.has_other_axes(&app.core)),
    said!(OnScreen(Screen::Landscape), Network, [Char('v') => Command::NextView], landscape::HELP_OTHERS, Some(landscape::HINT_OTHERS), |app| app.screens.landscape.has_best_view(&app.core)),
    said!(OnScreen(Screen::Landscape), Network, [Char('v') => Command::NextView], landscape::HELP_OTHERS, None, always),
    said!(OnScreen(Screen::Landscape), Network, [Plain(PageUp) => Command::PageUp, Plain(PageDown) => Command::PageDown], landscape::HELP_MAGNIFY, Some(landscape::HINT_MAGNIFY), always),
    said!(OnScreen(Screen::Landscape), Network, [Plain(Home) => Command::First, Plain(End) => Command::Last], landscape::HELP_MAGNIFY_ENDS, None, always),
    said!(OnScreen(Screen::Gradients), Look, [Plain(Left) => Command::Left, Plain(Right) => Command::Right, Char('h') => Command::Left, Char('l') => Command::Right], gradients::HELP_STAGE, Some(gradients::HINT_STAGE), always),
    said!(On(Panel::Gradients(GradientsPanel::Pulls)), Look, [Plain(Up) => Command::Up, Plain(Down) => Command::Down, Char('k') => Command::Up, Char('j') => Command::Down], gradients::HELP_PULL, Some(gradients::HINT_PULL), always),
    said!(OnScreen(Screen::Gradients), Look, [Plain(Up) => Command::Up, Plain(Down) => Command::Down, Char('k') => Command::Up, Char('j') => Command::Down], gradients::HELP_WEIGHT, Some(gradients::HINT_WEIGHT), always),
    said!(On(Panel::Gradients(GradientsPanel::Pulls)), Look, [Plain(Enter) => Command::Open], gradients::HELP_LOOK, Some(gradients::HINT_LOOK), always),
    said!(On(Panel::Gradients(GradientsPanel::Chain)), Look, [Plain(PageUp) => Command::PageUp, Plain(PageDown) => Command::PageDown], gradients::HELP_SCROLL, None, always),
    said!(OnScreen(Screen::Gradients), Look, [Plain(Enter) => Command::Open], gradients::HELP_WHOSE, Some(gradients::HINT_WHOSE), always),
    said!(OnScreen(Screen::Gradients), List, [Char('J') => Command::WhoNext, Char('K') => Command::WhoPrevious], help::WHO, Some(hint::HINT_PASSENGER), always),
    row!(On(Panel::Explore(ExplorePanel::Curve)), Look, [Plain(Left) => Command::Left, Plain(Right) => Command::Right, Char('h') => Command::Left, Char('l') => Command::Right], SLIDE, Some(hint::HINT_SLIDE)),
    said!(OnScreen(Screen::Score), Network, [Plain(Left) => Command::Left, Plain(Right) => Command::Right, Char('h') => Command::Left, Char('l') => Command::Right], score::HELP_CUT, Some(score::HINT_CUT), |app| app.screens.score.slides_cut(&app.core)),
    said!(On(Panel::Score(ScorePanel::Sweep)), Network, [Plain(Up) => Command::Up, Plain(Down) => Command::Down, Char('k') => Command::Up, Char('j') => Command::Down], sweep::HELP_WIDTH, Some(sweep::HINT_WIDTH), always),
    said!(On(Panel::Score(ScorePanel::Sweep)), Network, [Plain(Enter) => Command::Open], sweep::HELP_OPEN, Some(sweep::HINT_OPEN), |app| app.screens.score.sweep.opens()),
    said!(On(Panel::Score(ScorePanel::Sweep)), Network, [Plain(Enter) => Command::Open], sweep::HELP_START, Some(sweep::HINT_START), |app| app.screens.score.sweep.starts()),
    said!(On(Panel::Score(ScorePanel::Groups)), Network, [Plain(Enter) => Command::Open], score::HELP_ROWS, Some(score::HINT_ROWS), always),
    said!(On(Panel::Score(ScorePanel::Calibration)), Network, [Plain(Enter) => Command::Open], score::HELP_ROWS, Some(score::HINT_ROWS), always),
    said!(OnScreen(Screen::Score), Network, [Plain(Enter) => Command::Open], score::HELP_BEST, Some(score::HINT_BEST), |app| app.screens.score.enter_takes_best_cut(&app.core)),
    row!(OnScreen(Screen::Score), Network, [Char('t') => Command::Parts], PARTS, Some(hint::HINT_PARTS)),
    row!(On(Panel::Score(ScorePanel::Calibration)), Network, [Char('v') => Command::NextView], VIEW, Some(hint::HINT_VIEW)),
    row!(On(Panel::Score(ScorePanel::Histogram)), Network, [Char('v') => Command::NextView], VIEW, Some(hint::HINT_VIEW)),
    row!(OnScreen(Screen::Score), Network, [Char('m') => Command::MissingAge], MISSING_AGE, Some(score::HINT_AGES)),
    said!(On(Panel::Beliefs(BeliefsPanel::Beliefs)), Look, [Plain(Left) => Command::Left, Plain(Right) => Command::Right], beliefs::HELP_ANOTHER, Some(beliefs::HINT_ANOTHER), |app| app.screens.beliefs.chooses_axes()),
    said!(On(Panel::Beliefs(BeliefsPanel::Beliefs)), Look, [Plain(Up) => Command::Up, Plain(Down) => Command::Down], beliefs::HELP_WHICH_AXIS, Some(beliefs::HINT_WHICH_AXIS), |app| app.screens.beliefs.chooses_axes()),
    said!(On(Panel::Beliefs(BeliefsPanel::Beliefs)), Look, [Plain(Enter) => Command::Open], beliefs::HELP_DONE, Some(beliefs::HINT_DONE), |app| app.screens.beliefs.chooses_axes()),
    said!(On(Panel::Beliefs(BeliefsPanel::Beliefs)), Look, [Plain(Left) => Command::Left, Plain(Right) => Command::Right, Char('h') => Command::Left, Char('l') => Command::Right], beliefs::HELP_ACROSS, Some(beliefs::HINT_AGE), |app| app.screens.beliefs.shows_strips(&app.core)),
    said!(On(Panel::Beliefs(BeliefsPanel::Beliefs)), Look, [Plain(Up) => Command::Up, Plain(Down) => Command::Down, Char('k') => Command::Up, Char('j') => Command::Down], beliefs::HELP_UP, Some(beliefs::HINT_SEX), |app| app.screens.beliefs.shows_strips(&app.core)),
    said!(On(Panel::Beliefs(BeliefsPanel::Neurons)), Look, [Plain(Left) => Command::Left, Plain(Right) => Command::Right, Char('h') => Command::Left, Char('l') => Command::Right], beliefs::HELP_NEURON, Some(beliefs::HINT_NEURON), |app| app.core.network().depth() > 1),
    said!(On(Panel::Beliefs(BeliefsPanel::Beliefs)), Look, [Plain(Enter) => Command::Open], beliefs::HELP_HERE, Some(beliefs::HINT_WHO_IS_HERE), |app| !app.screens.beliefs.chooses_axes()),
    said!(OnScreen(Screen::Beliefs), Network, [Char('v') => Command::NextView], beliefs::HELP_VIEW, Some(hint::HINT_VIEW), always),
    said!(OnScreen(Screen::Beliefs), Network, [Char('t') => Command::Parts], beliefs::HELP_PARTS, Some(hint::HINT_PARTS), always),
    said!(OnScreen(Screen::Beliefs), Network, [Char('a') => Command::Axes], beliefs::HELP_AXES, Some(hint::HINT_AXES), always),
    said!(On(Panel::Beliefs(BeliefsPanel::Neurons)), Look, [Plain(Enter) => Command::Open], beliefs::HELP_ENLARGE, Some(beliefs::HINT_ENLARGE), |app| app.core.network().depth() > 1),
    row!(Everywhere, Look, [Plain(Up) => Command::Up, Plain(Down) => Command::Down, Char('k') => Command::Up, Char('j') => Command::Down], MOVE, Some(hint::HINT_MOVE)),
    row!(Everywhere, Look, [Plain(Left) => Command::Left, Plain(Right) => Command::Right, Char('h') => Command::Left, Char('l') => Command::Right], SIDEWAYS),
    row!(Everywhere, Look, [Plain(PageUp) => Command::PageUp, Plain(PageDown) => Command::PageDown, Ctrl('b') => Command::PageUp, Ctrl('f') => Command::PageDown], MOVE_PAGE),
    row!(Everywhere, Look, [Char('g') => Command::First, Char('G') => Command::Last, Plain(Home) => Command::First, Plain(End) => Command::Last], MOVE_ENDS),
    row!(Everywhere, Look, [Plain(Tab) => Command::FocusNext, Plain(BackTab) => Command::FocusPrevious], FOCUS, Some(hint::HINT_PANEL)),
    row!(Everywhere, Time, [Char('.') => Command::Forward(Stride::One), Char(',') => Command::Back(Stride::One)], WHEN_1, Some(hint::HINT_EPOCH)),
    row!(Everywhere, Time, [Char(' ') => Command::Play], PLAY, Some(hint::HINT_TRAIN), |app| app.core.would_train()),
    row!(Everywhere, Time, [Char(' ') => Command::Play], PLAY, Some(hint::HINT_PAUSE), |app| app.core.is_playing()),
    row!(Everywhere, Time, [Char(' ') => Command::Play], PLAY, Some(hint::HINT_PLAY), |app| app.core.would_replay()),
    row!(
        Everywhere,
        Time,
        [Char('!') => Command::Why],
        WHY
    ),
    row!(Everywhere, Time, [Char('p') => Command::Presets], PRESETS, Some(hint::HINT_PRESETS)),
    row!(Everywhere, Look, [Char('1') => Command::Show(Screen::Explore), Char('2') => Command::Show(Screen::Train), Char('3') => Command::Show(Screen::Gradients), Char('4') => Command::Show(Screen::Beliefs), Char('5') => Command::Show(Screen::Landscape), Char('6') => Command::Show(Screen::Score), Char('7') => Command::Show(Screen::Recipe)], SCREENS),
    row!(Everywhere, Look, [Plain(Enter) => Command::Open], OPEN),
    row!(Everywhere, Look, [Plain(Esc) => Command::Cancel], CANCEL, Some(hint::HINT_BACK), layers::can_pop),
    // Popups
    row!(Popup, Look, [Plain(Up) => Command::Up, Plain(Down) => Command::Down, Char('k') => Command::Up, Char('j') => Command::Down], MOVE, Some(hint::HINT_MOVE), |app| app.popups.moves(app)),
    row!(Popup, Look, [Char(' ') => Command::Open, Plain(Enter) => Command::Open], TOGGLE, Some(hint::HINT_TOGGLE), |app| app.popups.toggles()),
    row!(Popup, Look, [Plain(Enter) => Command::Open], OPEN),
    row!(Popup, Look, [Plain(Esc) => Command::Cancel], CANCEL, Some(hint::HINT_CLOSE)),
    // Time
    row!(Everywhere, Time, [Char('>') => Command::Forward(Stride::Ten), Char('<') => Command::Back(Stride::Ten), Shift(Right) => Command::Forward(Stride::Ten), Shift(Left) => Command::Back(Stride::Ten)], WHEN_10),
    row!(OnScreen(Screen::Train), Time, [Char('>') => Command::Forward(Stride::Ten), Char('<') => Command::Back(Stride::Ten), Shift(Right) => Command::Forward(Stride::Ten), Shift(Left) => Command::Back(Stride::Ten)], WHEN_10, Some(hint::HINT_TEN)),
    row!(Everywhere, Time, [Char('}') => Command::Forward(Stride::Hundred), Char('{') => Command::Back(Stride::Hundred), CtrlPlain(Right) => Command::Forward(Stride::Hundred), CtrlPlain(Left) => Command::Back(Stride::Hundred)], WHEN_100),
    row!(OnScreen(Screen::Train), Time, [Char('}') => Command::Forward(Stride::Hundred), Char('{') => Command::Back(Stride::Hundred), CtrlPlain(Right) => Command::Forward(Stride::Hundred), CtrlPlain(Left) => Command::Back(Stride::Hundred)], WHEN_100, Some(hint::HINT_HUNDRED)),
    row!(Everywhere, Time, [Char(']') => Command::Faster, Char('[') => Command::Slower, Char('+') => Command::Faster, Char('-') => Command::Slower, Char('=') => Command::Faster], SPEED, Some(hint::HINT_SPEED)),
    row!(Everywhere, Time, [Char('i') => Command::RateUp, Char('o') => Command::RateDown], RATE, Some(hint::HINT_RATE)),
    row!(Everywhere, Time, [Char('r') => Command::ToStart], START, Some(hint::HINT_START), |app| app.core.has_past()),
    row!(Everywhere, Time, [Char('E') => Command::ToEnd], END),
    row!(Everywhere, Time, [Char('M') => Command::Mark], MARK),
    // The list
    row!(Everywhere, List, [Char('J') => Command::WhoNext, Char('K') => Command::WhoPrevious], WHO),
    row!(Everywhere, List, [Char('/') => Command::Search], SEARCH, Some(hint::HINT_SEARCH), on_explore),
    row!(Everywhere, List, [Char('n') => Command::SearchNext, Char('N') => Command::SearchPrevious], SEARCH_AGAIN, None, on_explore),
    row!(Everywhere, List, [Char('f') => Command::Filter], FILTER, Some(hint::HINT_FILTER), on_explore),
    row!(Everywhere, Look, [Char('z') => Command::Zoom], ZOOM, Some(hint::HINT_ZOOM)),
    row!(OnScreen(Screen::Explore), List, [Char('s') => Command::Sort, Char('S') => Command::SortReverse], SORT, Some(hint::HINT_SORT)),
    row!(OnScreen(Screen::Explore), List, [Char('8') => Command::ThePostRows], EIGHT),
    row!(On(Panel::Explore(ExplorePanel::Passengers)), List, [Char('d') => Command::Details], DETAILS),
    // The network
    row!(Everywhere, Network, [Char(')') => Command::ParameterNext, Char('(') => Command::ParameterPrevious], WHERE),
    row!(OnScreen(Screen::Explore), Network, [Char('F') => Command::Flow], FLOW, Some(hint::HINT_FLOW)),
    row!(On(Panel::Explore(ExplorePanel::Curve)), Network, [Char('d') => Command::Details], DETAILS, Some(hint::HINT_DERIVATIVE)),
    row!(On(Panel::Explore(ExplorePanel::Passengers)), Network, [Char('v') => Command::NextView], VIEW),
    row!(On(Panel::Explore(ExplorePanel::Curve)), Network, [Char('v') => Command::NextView], VIEW, Some(hint::HINT_VIEW)),
    row!(OnScreen(Screen::Train), Network, [Char('v') => Command::NextView], VIEW, Some(hint::HINT_VIEW)),
    row!(OnScreen(Screen::Train), Network, [Char('t') => Command::Parts], PARTS, Some(hint::HINT_PARTS)),
    row!(OnScreen(Screen::Train), Network, [Char('c') => Command::Compare], COMPARE, Some(hint::HINT_COMPARE), |app| app.core.has_other_runs()),
    said!(OnScreen(Screen::Gradients), Network, [Char('v') => Command::NextView], gradients::HELP_VIEW, Some(hint::HINT_VIEW), always),
    row!(Everywhere, Network, [Char('w') => Command::WhatIf], WHAT_IF, Some(hint::HINT_WHAT_IF)),
    said!(WhatIf, Network, [Plain(Up) => Command::Up, Plain(Down) => Command::Down, Plain(BackTab) => Command::Up, Plain(Tab) => Command::Down, Char('k') => Command::Up, Char('j') => Command::Down], what_if::HELP_FIELD, Some(what_if::HINT_FIELD), always),
    said!(WhatIf, Network, [Plain(Left) => Command::Left, Plain(Right) => Command::Right, Char('h') => Command::Left, Char('l') => Command::Right], what_if::HELP_CHANGE, Some(what_if::HINT_CHANGE), always),
    said!(WhatIf, Network, [Plain(PageUp) => Command::PageUp, Plain(PageDown) => Command::PageDown, Shift(Right) => Command::PageUp, Shift(Left) => Command::PageDown], what_if::HELP_TEN, Some(what_if::HINT_TEN), always),
    said!(WhatIf, Network, [Plain(Enter) => Command::Open], what_if::HELP_FLIP, Some(what_if::HINT_FLIP), |app| person::flips(&app.core)),
    said!(WhatIf, Network, [Char('b') => Command::WhatIfReset], what_if::HELP_RESET, Some(what_if::HINT_RESET), |app| person::differs(&app.core)),
    // Numbers set by hand
    said!(Everywhere, Network, [Char('e') => Command::Edit], edit::HELP_EDIT, Some(edit::HINT_EDIT), on_explore),
    said!(Everywhere, Network, [Char('e') => Command::Edit], edit::HELP_EDIT, None, always),
    said!(Edit, Network, [Plain(Up) => Command::Nudge(1), Plain(Down) => Command::Nudge(-1)], edit::HELP_NUDGE, Some(edit::HINT_NUDGE), always),
    said!(Edit, Network, [Plain(Right) => Command::Nudge(10), Plain(Left) => Command::Nudge(-10)], edit::HELP_NUDGE_10, Some(edit::HINT_NUDGE_10), always),
    said!(Edit, Network, [Plain(PageUp) => Command::Nudge(100), Plain(PageDown) => Command::Nudge(-100)], edit::HELP_NUDGE_100, None, always),
    said!(Edit, Network, [Char(')') => Command::ParameterNext, Char('(') => Command::ParameterPrevious, Plain(Tab) => Command::ParameterNext, Plain(BackTab) => Command::ParameterPrevious], edit::HELP_WALK, Some(edit::HINT_WALK), always),
    said!(Edit, Network, [Plain(Home) => Command::EditStart, Plain(End) => Command::EditBest], edit::HELP_ENDS, Some(edit::HINT_ENDS), always),
    said!(Edit, Network, [Plain(Enter) => Command::EditKeep], edit::HELP_KEEP, Some(edit::HINT_KEEP), always),
    said!(Edit, Network, [Plain(Esc) => Command::EditDrop], edit::HELP_DROP, Some(edit::HINT_DROP), always),
    // Runs
    said!(Race, Runs, [Plain(Left) => Command::Left, Plain(Right) => Command::Right, Plain(Up) => Command::Up, Plain(Down) => Command::Down], runs::HELP_RACER, Some(runs::HINT_RACER), always),
    said!(Race, Runs, [Plain(Enter) => Command::Open], runs::HELP_TAKE, Some(runs::HINT_TAKE), always),
    said!(Race, Runs, [Plain(Esc) => Command::Cancel], runs::HELP_LEAVE, Some(runs::HINT_LEAVE), always),
    said!(On(Panel::Train(TrainPanel::Runs)), Runs, [Char('c') => Command::Compare], help::COMPARE, Some(hint::HINT_COMPARE), |app| app.core.points_at_other_run()),
    said!(On(Panel::Train(TrainPanel::Runs)), Runs, [Char('v') => Command::Against], runs::HELP_AGAINST, Some(runs::HINT_AGAINST), |app| app.core.points_at_other_run()),
    said!(On(Panel::Train(TrainPanel::Ledger)), Runs, [Char('v') => Command::Against], runs::HELP_AGAINST_NEXT, Some(runs::HINT_AGAINST), |app| app.core.has_other_runs()),
    said!(OnScreen(Screen::Train), Runs, [Char('R') => Command::Race], runs::HELP_RACE, Some(runs::HINT_RACE), |app| app.core.race.is_none()),
    said!(On(Panel::Train(TrainPanel::Runs)), Runs, [Char('e') => Command::Rename], runs::HELP_RENAME, Some(runs::HINT_RENAME), always),
    said!(On(Panel::Train(TrainPanel::Runs)), Runs, [Ctrl('s') => Command::Save], runs::HELP_SAVE, Some(runs::HINT_SAVE), always),
    said!(On(Panel::Train(TrainPanel::Runs)), Runs, [Char('d') => Command::Duplicate], runs::HELP_DUPLICATE, Some(runs::HINT_DUPLICATE), always),
    said!(On(Panel::Train(TrainPanel::Runs)), Runs, [Char('D') => Command::Forget, Plain(Delete) => Command::Forget], runs::HELP_FORGET, Some(runs::HINT_FORGET), always),
    said!(Everywhere, Runs, [Ctrl('s') => Command::Save], runs::HELP_SAVE, None, always),
    said!(Everywhere, Runs, [Char('I') => Command::OpenFile], runs::HELP_OPEN, None, always),
    // The program
    row!(Everywhere, Program, [Char('u') => Command::Undo, Ctrl('r') => Command::Redo], UNDO),
    row!(Everywhere, Program, [Char('y') => Command::Copy], COPY, Some(hint::HINT_COPY)),
    row!(Everywhere, Program, [Char('x') => Command::Export], EXPORT),
    row!(Everywhere, Program, [Char('O') => Command::Reopen], REOPEN, None, |app| app.core.saved_runs > 0),
    row!(Everywhere, Program, [Char('T') => Command::Theme], THEME),
    row!(Everywhere, Program, [Char('L') => Command::Language], LANGUAGE),
    row!(Everywhere, Program, [Char('A') => Command::Glyphs], GLYPHS),
    row!(Everywhere, Program, [Char(':') => Command::Palette, Ctrl('p') => Command::Palette], PALETTE, Some(hint::HINT_PALETTE)),
    row!(Everywhere, Program, [Char('?') => Command::Help, Plain(F(1)) => Command::Help], HELP, Some(hint::HINT_HELP)),
    row!(Everywhere, Program, [Char('q') => Command::Quit], QUIT),
    row!(Everywhere, Program, [Ctrl('c') => Command::Quit], QUIT_ANYWHERE),
    row!(Everywhere, Program, [Ctrl('z') => Command::Suspend], SUSPEND),
];
