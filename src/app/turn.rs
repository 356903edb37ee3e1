//! One turn: an action comes in, goes to the topmost layer that knows what to do with it, and effects go out.

use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent};

use crate::app::commands::{editing, look, people, racing, run_list, time};
use crate::app::core::movement::Motion;
use crate::app::core::pointer::Direction;
use crate::app::keys::KeyTable;
use crate::app::popups::{
    ClassLine, ColumnMenu, CommandPalette, ExportMenu, FilterForm, GlossaryPage, HelpPage, LessonMenu, ListPage,
    RaceMenu, RenameLine, SaveForm, SearchLine, WhatIfForm, WhyPage, open_file, presets, save, what_if,
};
use crate::app::{
    Action, App, Command, Effect, ExplorePanel, Notice, Panel, dispatch, keys, layers, mouse, present, restore, share,
    taken_along, tour,
};
use crate::data::Quick;
use crate::explain::words::{Message, help, notices, what_if as words};

/// Changes the state by one thing that happened, and returns what the world is asked to do.
pub fn update(app: &mut App, action: Action) -> Vec<Effect> {
    let popup = app.popups.kind();
    take(app, action);
    if let Some(chosen) = app.core.then.take() {
        command(app, chosen);
    }
    while let Some(key) = tour::next_press(app) {
        // As if a frame had been drawn after the key before.
        app.settle();
        app.with_screen(|screen, core| screen.follow(core));
        // A lesson is written in the usual keys.
        take_key(app, key, keys::command(app, &KeyTable::default(), key));
    }
    if app.core.presenter.is_on && app.tour.is_open() {
        tour::leave(app);
    }
    tour::watch(app);
    present::watch(app);
    if app.popups.kind() != popup {
        app.popups.is_drawn = false;
        app.core.asked.insert(0, Effect::Redraw);
    }
    std::mem::take(&mut app.core.asked)
}

fn take(app: &mut App, action: Action) {
    if matches!(action, Action::Key(_) | Action::Mouse(_) | Action::Paste(_)) {
        app.settle();
    }
    let core = &mut app.core;
    match action {
        Action::Key(key) => take_key(app, key, keys::command(app, &app.keys, key)),
        Action::Mouse(event) => mouse::mouse(app, event),
        Action::Paste(text) => paste(app, &text),
        Action::Resize { .. } => core.touch(),
        Action::Ground(ground) => {
            core.settings.ground = ground;
            core.touch();
        }
        Action::AmbiguousWidth(cells) => look::fit_glyphs(core, cells),
        Action::Tick(elapsed) => tick(app, elapsed),
        Action::Drawn(hits) => {
            core.hits = hits;
            app.popups.is_drawn = true;
            app.with_screen(|screen, core| screen.drawn(core));
        }
        Action::Saved(Ok(path)) => core.tell(Notice::info(Message::new(notices::SAVED, [path]))),
        Action::Saved(Err(why)) => core.tell(Notice::warning(Message::new(notices::NOT_SAVED, [why]))),
        Action::Copied(Ok(text)) => {
            let plain = || Message::plain(notices::COPIED);
            core.tell(Notice::info(share::copied(&text).unwrap_or_else(plain)));
        }
        Action::Copied(Err(why)) => core.tell(Notice::warning(Message::sentence(&format!("could not copy: {why}")))),
        Action::Found(count) => {
            core.saved_runs = count;
            tour::welcome_back(app);
        }
        Action::GaveUp(name) => core.tell(Notice::info(Message::new(notices::GAVE_UP, [name]))),
        Action::Warned(what) => core.tell(Notice::warning(what)),
        Action::Opened(runs, unreadable) => {
            editing::keep_edit(core);
            run_list::open_saved(core, runs, unreadable);
        }
        Action::SavedFile(result) => save::saved(app, result),
        Action::FoundFiles(files) => open_file::found(app, files),
        Action::OpenedFile(result) => open_file::opened(app, result),
        Action::Quit => command(app, Command::Quit),
    }
}

/// A key, and the command it means where it is neither typed nor part of a number.
fn take_key(app: &mut App, key: KeyEvent, meant: Option<Command>) {
    if editing::types_number(&mut app.core, key, meant)
        || app.with_popup(|popup, app| popup.types(app, key)) == Some(true)
    {
        return app.core.touch();
    }
    let Some(meant) = meant else {
        if let KeyCode::Char(c) = key.code {
            app.core.tell(Notice::info(Message::new(help::NOTHING_HERE, [c.to_string()])));
        }
        return;
    };
    let core = &mut app.core;
    core.notice.take_if(|notice| notice.is_old());
    if let Some(notice) = &mut core.notice {
        notice.user_goes_on();
    }
    if !meant.is_heard_by_offer() {
        tour::decline_offer(app);
    }
    let core = &mut app.core;
    if !meant.is_of_edit() {
        editing::keep_edit(core);
    }
    command(app, meant);
}

fn paste(app: &mut App, text: &str) {
    app.core.touch();
    if editing::pastes_number(&mut app.core, text) {
        return;
    }
    match if app.popups.takes_text() { None } else { app.open_line(text) } {
        Some(Ok(())) => {}
        Some(Err(why)) => app.core.tell(Notice::warning(why)),
        None => {
            app.with_popup(|popup, app| popup.pastes(app, text));
        }
    }
}

fn tick(app: &mut App, elapsed: Duration) {
    let busy = app.is_working();
    let core = &mut app.core;
    if let Some(notice) = &mut core.notice {
        notice.grow(elapsed);
    }
    // What changes while it plays is of more interest than what was said before that.
    if core.is_playing() {
        core.notice.take_if(|notice| notice.is_old() && notice.yields_to_hints());
    }
    if let Some(flow) = &mut core.flow {
        let has_stepped = flow.advance(elapsed);
        let is_moving = core.settings.motion && flow.on_its_way().is_some();
        core.flow.take_if(|flow| flow.is_over());
        if has_stepped || is_moving {
            core.touch();
        }
    }
    if core.pulse.is_some() {
        core.pulse.take_if(|pulse| !pulse.advance(elapsed));
        core.touch();
    }
    time::pass_time(core, elapsed, busy);
    app.do_slice();
}

pub(super) fn command(app: &mut App, command: Command) {
    let core = &mut app.core;
    core.touch();
    if app.popups.shows_what_if() && !command.works_over_what_if() {
        // A key of the screen behind: said, so that nothing is lost by it.
        return core.tell(Notice::info(Message::plain(words::REFUSED)));
    }
    if command.leaves_popups() {
        app.popups.open.clear();
    }
    carry_out(app, command);
}

fn carry_out(app: &mut App, command: Command) {
    let core = &mut app.core;
    match command {
        Command::Quit => {
            core.over = true;
            core.asked.push(Effect::Quit);
        }
        Command::Suspend => core.asked.push(Effect::Suspend),
        Command::Help => app.popups.toggle(HelpPage::default()),
        Command::Palette => app.popups.toggle(CommandPalette::default()),
        Command::Show(screen) => look::show(core, screen),
        Command::FocusNext => dispatch::next_panel(app),
        Command::FocusPrevious => look::move_focus(core, false),
        Command::Zoom => core.zoomed = !core.zoomed,
        Command::Cancel => layers::pop(app),
        Command::Open => dispatch::open(app),
        Command::Up => dispatch::go(app, Motion::Arrow(Direction::Up)),
        Command::Down => dispatch::go(app, Motion::Arrow(Direction::Down)),
        Command::Left => dispatch::go(app, Motion::Arrow(Direction::Left)),
        Command::Right => dispatch::go(app, Motion::Arrow(Direction::Right)),
        Command::PageUp => dispatch::go(app, Motion::PageUp),
        Command::PageDown => dispatch::go(app, Motion::PageDown),
        Command::First => dispatch::go(app, Motion::First),
        Command::Last => dispatch::go(app, Motion::Last),
        Command::WhoNext => people::step_who(core, 1),
        Command::WhoPrevious => people::step_who(core, -1),
        Command::Forward(stride) => time::forward(core, stride.epochs()),
        Command::Back(stride) => time::back(core, stride.epochs()),
        Command::ToStart => time::go_to(core, core.run().first_epoch()),
        Command::ToEnd | Command::ToBest => time::go_to_known(core, command == Command::ToBest),
        Command::Mark => time::mark(core),
        Command::ParameterNext => editing::walk_parameters(core, true),
        Command::ParameterPrevious => editing::walk_parameters(core, false),
        Command::Play => time::play_or_pause(core),
        Command::Faster => core.playback.faster(),
        Command::Slower => core.playback.slower(),
        Command::RateUp => time::change_rate(core, true),
        Command::RateDown => time::change_rate(core, false),
        Command::Search => app.popups.toggle(SearchLine::begin(core)),
        Command::SearchNext | Command::SearchPrevious if core.listing.needle.is_empty() => {
            app.popups.toggle(SearchLine::begin(core));
        }
        Command::SearchNext => people::search_again(core, true),
        Command::SearchPrevious => people::search_again(core, false),
        Command::Sort => people::sort_by_column(core),
        Command::SortReverse => people::reverse_sort(core),
        Command::Filter => app.popups.toggle(FilterForm::of(core)),
        Command::ThePostRows => people::toggle_quick(core, Quick::ThePost),
        Command::Presets => presets::open(app),
        Command::Why => app.popups.toggle(WhyPage),
        Command::AboutList => app.popups.toggle(ListPage),
        Command::Compare => run_list::compare(core),
        Command::Flow => look::toggle_flow(core),
        Command::Undo => restore::step(app, true),
        Command::Redo => restore::step(app, false),
        Command::Copy => taken_along::copy(app),
        Command::Share => share::copy(core),
        Command::Export => app.popups.toggle(ExportMenu::from(app.on_screen().export(&app.core))),
        Command::Theme => look::next_theme(core),
        Command::Language => look::next_language(core),
        Command::Glyphs => look::other_glyphs(core),
        Command::Reopen => run_list::reopen(core),
        Command::StartRun => app.screens.recipe.start_recipe(core),
        Command::EditLine if app.popups.is_open() => {}
        Command::EditLine => app.popups.toggle_if(app.screens.recipe.edit_line(core)),
        Command::BetterRate => app.screens.recipe.take_better_rate(core),
        Command::NextView => app.with_screen(|screen, core| screen.next_view(core)),
        Command::Axes => app.with_screen(|screen, core| screen.next_axes(core)),
        Command::Parts => app.with_screen(|screen, core| screen.next_parts(core)),
        Command::MissingAge => app.with_screen(|screen, core| screen.next_policy(core)),
        Command::Details if core.focus() == Panel::Explore(ExplorePanel::Curve) => {
            let curve = &mut app.screens.explore.curve;
            curve.derivative = !curve.derivative;
        }
        Command::Details => app.popups.toggle(ColumnMenu),
        Command::Edit => editing::begin_edit(core),
        Command::Nudge(steps) => editing::nudge(core, i64::from(steps)),
        Command::EditStart => editing::edit_to_start(core),
        Command::EditBest => editing::edit_to_best(core),
        Command::EditKeep => editing::enter_edit(core),
        Command::EditDrop => editing::drop_edit(core),
        Command::Rename => app.popups.toggle_if(RenameLine::of(core)),
        Command::Duplicate => run_list::duplicate(core),
        Command::Forget => run_list::forget(core),
        Command::Against => app.screens.train.against(core),
        Command::Race => app.popups.toggle_if((!racing::race_marked(core)).then(RaceMenu::default)),
        Command::Save => app.popups.toggle_if(SaveForm::of(core)),
        Command::OpenFile => open_file::open(app),
        Command::WhatIf if app.popups.shows_what_if() => {
            app.popups.open.pop();
        }
        Command::WhatIf => app.popups.toggle(WhatIfForm::begin(core)),
        Command::WhatIfReset => what_if::reset(core),
        Command::Glossary => app.popups.toggle(GlossaryPage::here(app)),
        Command::Lessons => app.popups.toggle(LessonMenu::of(app)),
        Command::Tour(part) => tour::act(app, part),
        Command::Present(part) => present::act(app, part),
        Command::Hands => app.popups.toggle(ClassLine::for_hands()),
        Command::Note => app.popups.toggle(ClassLine::for_note(core)),
        Command::Reset => restore::reset(app),
    }
}
