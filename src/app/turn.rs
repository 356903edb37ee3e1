//! One turn: an action comes in, goes to the topmost layer that knows what to do with it, and effects go out.

use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::app::commands::{editing, look, people, popups, racing, run_files, run_list, time, what_if_form};
use crate::app::core::pointer::Direction;
use crate::app::overlay::Overlay;
use crate::app::{
    Action, App, Command, Core, Effect, ExplorePanel, Notice, Panel, dispatch, keys, layers, mouse, overlay_commands,
    restore, taken_along,
};
use crate::data::Quick;
use crate::explain::words::{Message, help, notices};

/// Changes the state by one thing that happened, and returns what the world is asked to do.
pub fn update(app: &mut App, action: Action) -> Vec<Effect> {
    let mut effects = take(app, action);
    if let Some(chosen) = app.core.then.take() {
        effects.extend(command(app, chosen));
    }
    effects
}

fn take(app: &mut App, action: Action) -> Vec<Effect> {
    if matches!(action, Action::Key(_) | Action::Mouse(_) | Action::Paste(_)) {
        app.settle();
    }
    let core = &mut app.core;
    match action {
        Action::Key(key) => return take_key(app, key),
        Action::Mouse(event) => return mouse::mouse(app, event),
        Action::Paste(text) => insert(core, &text),
        Action::Resize { .. } => core.touch(),
        Action::Tick(elapsed) => tick(app, elapsed),
        Action::Drawn(hits) => {
            core.hits = hits;
            app.popup_drawn = core.popup();
            app.with_screen(|screen, core| screen.drawn(core));
        }
        Action::Saved(Ok(path)) => core.tell(Notice::info(Message::new(notices::SAVED, [path]))),
        Action::Saved(Err(why)) => core.tell(Notice::warning(Message::new(notices::NOT_SAVED, [why]))),
        Action::Copied(Ok(())) => core.tell(Notice::info(Message::plain(notices::COPIED))),
        Action::Copied(Err(why)) => core.tell(Notice::warning(Message::new(notices::NOT_COPIED, [why]))),
        Action::Found(count) => {
            core.saved_runs = count;
            if count > 0 {
                core.tell(Notice::info(Message::new(notices::FOUND_RUNS, [count.to_string()])));
            }
        }
        Action::Opened(runs, unreadable) => {
            editing::keep_edit(core);
            run_files::open_saved(core, runs, unreadable);
        }
        Action::SavedFile(result) => return run_files::saved(core, result),
        Action::OpenedFile(result) => return run_files::opened_file(core, result),
        Action::Quit => return command(app, Command::Quit),
    }
    Vec::new()
}

fn take_key(app: &mut App, key: KeyEvent) -> Vec<Effect> {
    let core = &mut app.core;
    if editing::types_number(core, key) || what_if_form::types(core, key) || types_into_field(core, key) {
        core.touch();
        return Vec::new();
    }
    let Some(meant) = keys::command(app, key) else {
        if let KeyCode::Char(c) = key.code {
            app.core.tell(Notice::info(Message::new(help::NOTHING_HERE, [c.to_string()])));
        }
        return Vec::new();
    };
    let core = &mut app.core;
    core.notice.take_if(|notice| notice.is_old());
    if let Some(notice) = &mut core.notice {
        notice.user_goes_on();
    }
    if !meant.is_of_edit() {
        editing::keep_edit(core);
    }
    command(app, meant)
}

/// In a text field every printable key is text.
#[expect(clippy::wildcard_enum_match_arm, reason = "crossterm's keys are many, and these few are meant")]
fn types_into_field(core: &mut Core, key: KeyEvent) -> bool {
    let chord = key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
    let Some(field) = core.overlay.as_mut().and_then(Overlay::field_mut) else {
        return false;
    };
    match key.code {
        KeyCode::Char('u') if chord => field.clear(),
        KeyCode::Char('w') if chord => field.delete_word(),
        KeyCode::Char(c) if !chord => {
            field.insert(c.encode_utf8(&mut [0; 4]));
        }
        KeyCode::Backspace => field.backspace(),
        KeyCode::Delete => field.delete(),
        KeyCode::Left => field.left(),
        KeyCode::Right => field.right(),
        KeyCode::Home => field.home(),
        KeyCode::End => field.end(),
        _ => return false,
    }
    popups::typed(core);
    true
}

fn insert(core: &mut Core, text: &str) {
    if editing::pastes_number(core, text) || what_if_form::pastes(core, text) {
        return core.touch();
    }
    if let Some(field) = core.overlay.as_mut().and_then(Overlay::field_mut) {
        field.insert(text);
        popups::typed(core);
        core.touch();
    }
}

fn tick(app: &mut App, elapsed: Duration) {
    let busy = app.is_working();
    let core = &mut app.core;
    if let Some(notice) = &mut core.notice {
        notice.grow(elapsed);
    }
    if let Some(flow) = &mut core.flow
        && flow.advance(elapsed)
    {
        core.flow.take_if(|flow| flow.is_over());
        core.touch();
    }
    time::pass_time(core, elapsed, busy);
    app.do_slice();
}

/// Does one command; the what-if popup comes back once what was opened over it is closed.
pub(super) fn command(app: &mut App, command: Command) -> Vec<Effect> {
    app.core.touch();
    if app.core.shows_what_if() && !command.works_over_what_if() {
        what_if_form::refuse_over_what_if(&mut app.core);
        return Vec::new();
    }
    let asked = app.core.asks_what_if();
    let effects = carry_out(app, command);
    app.core.what_if_waits |= asked && app.core.overlay.is_some();
    what_if_form::return_to_what_if(&mut app.core);
    effects
}

fn carry_out(app: &mut App, command: Command) -> Vec<Effect> {
    let core = &mut app.core;
    match command {
        Command::Quit => {
            core.over = true;
            return vec![Effect::Quit];
        }
        Command::Suspend => return vec![Effect::Suspend],
        Command::Help => return core.toggle_overlay(Overlay::Help { top: 0 }),
        Command::Palette => return popups::open_palette(core),
        Command::Show(screen) => look::show(core, screen),
        Command::FocusNext => look::move_focus(core, true),
        Command::FocusPrevious => look::move_focus(core, false),
        Command::Zoom => core.zoomed = !core.zoomed,
        Command::Cancel => return layers::pop(app),
        Command::Open => return dispatch::open(app),
        Command::Up => dispatch::go(app, Direction::Up),
        Command::Down => dispatch::go(app, Direction::Down),
        Command::Left => dispatch::go(app, Direction::Left),
        Command::Right => dispatch::go(app, Direction::Right),
        Command::PageUp => dispatch::page(app, false),
        Command::PageDown => dispatch::page(app, true),
        Command::First => dispatch::edge(app, false),
        Command::Last => dispatch::edge(app, true),
        Command::WhoNext => people::step_who(core, 1),
        Command::WhoPrevious => people::step_who(core, -1),
        Command::Forward(stride) => time::forward(core, stride.epochs()),
        Command::Back(stride) => time::back(core, stride.epochs()),
        Command::ToStart => time::go_to(core, core.run().first_epoch()),
        Command::ToEnd => time::go_to(core, core.run().last_epoch()),
        Command::Mark => time::mark(core),
        Command::ParameterNext => editing::walk_parameters(core, true),
        Command::ParameterPrevious => editing::walk_parameters(core, false),
        Command::Play => time::play_or_pause(core),
        Command::Faster => core.playback.faster(),
        Command::Slower => core.playback.slower(),
        Command::RateUp => time::change_rate(core, true),
        Command::RateDown => time::change_rate(core, false),
        Command::Search => people::open_search(core),
        Command::SearchNext => people::search_again(core, true),
        Command::SearchPrevious => people::search_again(core, false),
        Command::Sort => people::sort_by_column(core),
        Command::SortReverse => people::reverse_sort(core),
        Command::Filter => return popups::open_filter(core),
        Command::ThePostRows => people::toggle_quick(core, Quick::ThePost),
        Command::Presets => return overlay_commands::open_presets(app),
        Command::Why => return core.toggle_overlay(Overlay::Why),
        Command::Compare => run_list::compare(core),
        Command::Flow => look::toggle_flow(core),
        Command::Undo => restore::step(app, true),
        Command::Redo => restore::step(app, false),
        Command::Copy => return vec![Effect::Copy(taken_along::text_to_copy(app))],
        Command::Export => return overlay_commands::open_export(app),
        Command::Theme => look::next_theme(core),
        Command::Language => return look::next_language(core),
        Command::Glyphs => {
            core.settings.ascii = !core.settings.ascii;
            return vec![Effect::Redraw];
        }
        Command::Reopen => return run_files::reopen(core),
        Command::StartRun => app.screens.recipe.start_recipe(core),
        Command::EditLine if core.overlay.is_some() => {}
        Command::EditLine => return app.screens.recipe.edit_recipe_line(core),
        Command::BetterRate => app.screens.recipe.take_better_rate(core),
        Command::NextView => app.with_screen(|screen, core| screen.next_view(core)),
        Command::Axes => app.with_screen(|screen, core| screen.next_axes(core)),
        Command::Parts => app.with_screen(|screen, core| screen.next_parts(core)),
        Command::MissingAge => app.with_screen(|screen, core| screen.next_policy(core)),
        Command::Details if core.focus() == Panel::Explore(ExplorePanel::Curve) => {
            let curve = &mut app.screens.explore.curve;
            curve.derivative = !curve.derivative;
        }
        Command::Details => return core.toggle_overlay(Overlay::Columns),
        Command::Edit => editing::begin_edit(core),
        Command::Nudge(steps) => editing::nudge(core, i64::from(steps)),
        Command::EditStart => editing::edit_to_start(core),
        Command::EditBest => editing::edit_to_best(core),
        Command::EditKeep => editing::enter_edit(core),
        Command::EditDrop => editing::drop_edit(core),
        Command::Rename => return run_list::open_rename(core),
        Command::Duplicate => run_list::duplicate(core),
        Command::Forget => run_list::forget(core),
        Command::Against => app.screens.train.against(core),
        Command::Race => return racing::race_or_choose(core),
        Command::Save => return run_files::open_save(core),
        Command::OpenFile => return run_files::open_open(core),
        Command::WhatIf => return what_if_form::toggle_what_if(core),
        Command::WhatIfReset => what_if_form::reset_what_if(core),
    }
    Vec::new()
}
