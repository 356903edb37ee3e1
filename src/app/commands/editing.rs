//! What keys do while a number is set by hand. The first change begins a branch at this epoch; all
//! further ones until Enter amend it, so that an afternoon of nudging is one run on the list.

use crate::app::commands::switch;
use crate::app::core::edit::{self, Editor, NumberProblem};
use crate::app::core::pointer::Spot;
use crate::app::core::runs::Origin;
use crate::app::core::undo::Undoable;
use crate::app::{Command, Core, ExplorePanel, Notice, Screen};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::analysis::Baselines;
use crate::explain::numbers;
use crate::explain::words::{Message, edit as words};
use crate::nn::{Parameter, math};

/// The most test rows that numbers set by hand got right, starting from where these started.
pub fn best_by_hand(core: &Core) -> Option<u32> {
    core.runs.get(hand_root(core))?.best_by_hand
}

/// The run the numbers set by hand were first taken from.
pub(in crate::app) fn hand_root(core: &Core) -> usize {
    let base = core.edit.as_ref().map_or(core.runs.active_index(), |edit| edit.base);
    match core.runs.get(base) {
        // Numbers trained on are training's again.
        Some(slot) if slot.has_grown() => base,
        Some(slot) => match slot.origin {
            Origin::ByHand { root } => root,
            Origin::Preset(_) | Origin::Branch | Origin::Recipe | Origin::Copy | Origin::Variant | Origin::File => base,
        },
        None => base,
    }
}

/// `e`: takes the number under the pointer into the hand.
pub(in crate::app) fn begin_edit(core: &mut Core) {
    core.playback.rest();
    let network = core.network();
    let parameter = core.spot().parameter(network);
    let start = network.parameters()[network.index(parameter)];
    let typical = typical_input(core, parameter);
    core.spot = Spot::of(parameter, network);
    if core.screen == Screen::Explore {
        core.set_focus(ExplorePanel::Network);
    }
    let mut edit = Editor::new(core.runs.active_index(), parameter, start, typical);
    edit.score(core.run().metrics().test.correct);
    core.edit = Some(edit);
}

/// The root mean square of what a weight is multiplied with, over the training rows; 1 for a
/// bias and behind a hidden neuron.
fn typical_input(core: &Core, parameter: Parameter) -> f64 {
    let Parameter::Weight { layer: 0, input, .. } = parameter else {
        return 1.0;
    };
    let rows = core.run().training_rows();
    let squares: f64 = (0..rows.len()).map(|row| rows.inputs(row)[input] * rows.inputs(row)[input]).sum();
    math::pow(squares / rows.len().max(1) as f64, 0.5)
}

/// In the editor what can stand in a number is typed, and other letters mean nothing. False for
/// keys the key table decides about.
#[expect(clippy::wildcard_enum_match_arm, reason = "crossterm's keys are many, and these few are meant")]
pub(in crate::app) fn types_number(core: &mut Core, key: KeyEvent, meant: Option<Command>) -> bool {
    let Some(edit) = &mut core.edit else {
        return false;
    };
    let chord = key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
    let whole = edit.hold().value().to_string();
    let is_typing = edit.typed().is_some();
    let begun = match key.code {
        KeyCode::Char('w') if chord => &whole,
        KeyCode::Char('u') if chord => "",
        KeyCode::Char(_) if chord => return false,
        KeyCode::Char(c) if edit::is_of_a_number(c) => "",
        // Walking over the numbers and the people goes on.
        KeyCode::Char(_) if meant.is_some_and(|meant| meant.is_of_edit() || meant == Command::Help) => return false,
        KeyCode::Char(_) => return true,
        KeyCode::Backspace | KeyCode::Delete => &whole,
        KeyCode::Left | KeyCode::Right | KeyCode::Home | KeyCode::End if is_typing => "",
        _ => return false,
    };
    edit.typing(begun).takes(key);
    edit.take_typed();
    follow_edit(core);
    true
}

/// Puts pasted text into the editor; false where there is none.
pub(in crate::app) fn pastes_number(core: &mut Core, text: &str) -> bool {
    let Some(edit) = &mut core.edit else {
        return false;
    };
    edit.typing("").insert(text.trim());
    edit.take_typed();
    follow_edit(core);
    true
}

pub(in crate::app) fn nudge(core: &mut Core, steps: i64) {
    change_edit(core, |edit| edit.nudge(steps));
}

pub(in crate::app) fn edit_to_start(core: &mut Core) {
    change_edit(core, Editor::go_to_start);
}

pub(in crate::app) fn edit_to_best(core: &mut Core) {
    change_edit(core, Editor::go_to_best);
    stand_on_edit(core);
}

fn change_edit(core: &mut Core, change: impl FnOnce(&mut Editor)) {
    if let Some(edit) = &mut core.edit {
        change(edit);
        follow_edit(core);
    }
}

/// Takes the cursor *where* to the next or previous parameter.
pub(in crate::app) fn walk_parameters(core: &mut Core, forward: bool) {
    if core.edit.is_some() {
        return walk_in_edit(core, forward);
    }
    core.spot = core.spot().next_parameter(core.network(), forward);
}

/// `(` and `)` with the editor open: on to the next number, in the same branch.
fn walk_in_edit(core: &mut Core, forward: bool) {
    end_typing(core);
    let Some(base) = core.edit.as_ref().map(|edit| edit.base) else {
        return;
    };
    core.spot = core.spot().next_parameter(core.network(), forward);
    let parameter = core.spot().parameter(core.network());
    let typical = typical_input(core, parameter);
    let Some(before) = core.runs.get(base).map(|slot| slot.run.network()) else {
        return;
    };
    let start = before.parameters()[before.index(parameter)];
    if let Some(edit) = &mut core.edit {
        edit.go_on(parameter, start, typical);
    }
}

fn stand_on_edit(core: &mut Core) {
    if let Some(edit) = &core.edit {
        core.spot = Spot::of(edit.hold().parameter, core.network());
    }
}

/// Brings the branch up to date with the numbers in the hand; the first change begins it.
fn follow_edit(core: &mut Core) {
    let Some(edit) = &core.edit else { return };
    let (base, draft, changes) = (edit.base, edit.draft, edit.changes());
    if changes.is_empty() && draft.is_none() {
        return;
    }
    let name = match draft.and_then(|draft| core.runs.get(draft)) {
        Some(slot) => slot.run.name.clone(),
        None => core.runs.next_name(),
    };
    let branch = core.runs.get(base).and_then(|slot| slot.run.branch_with(&name, &changes));
    let Some(branch) = branch else {
        if let Some(edit) = &mut core.edit {
            edit.object(NumberProblem::Overflows);
        }
        return;
    };
    let epoch = numbers::whole(branch.epoch());
    let test = branch.metrics().test;
    if let Some(draft) = draft {
        core.runs.replace(draft, branch);
    } else {
        let kept = core.run_name();
        let root = hand_root(core);
        let draft = core.runs.add(branch, Origin::ByHand { root });
        if let Some(edit) = &mut core.edit {
            edit.draft = Some(draft);
        }
        switch::put_on_screen(core, draft);
        core.tell(Notice::info(Message::new(words::BEGINS, [name, epoch, kept])));
    }
    // Half a number typed is on the way to another one.
    if core.edit.as_ref().is_some_and(|edit| edit.typed().is_none()) {
        score(core, test.correct, test.total);
    }
    core.moved();
}

/// Counts a network made by hand; beating what was there so far is worth a word.
fn score(core: &mut Core, correct: u32, total: u32) {
    let root = hand_root(core);
    let base = core.edit.as_ref().map_or(root, |edit| edit.base);
    let start = core.runs.get(root).map_or(correct, |slot| slot.run.metrics().test.correct);
    let Some(edit) = &mut core.edit else { return };
    edit.score(correct);
    let so_far = core.runs.get(root).and_then(|slot| slot.best_by_hand);
    if total == 0 || correct <= so_far.unwrap_or(start) {
        return;
    }
    if let Some(slot) = core.runs.get_mut(root) {
        slot.best_by_hand = Some(correct);
    }
    let rule = core.runs.get(base).map_or(0, |slot| Baselines::new(&slot.run).women_live.test.correct);
    let word = match correct.cmp(&rule) {
        std::cmp::Ordering::Less => return,
        std::cmp::Ordering::Equal => words::AS_GOOD,
        std::cmp::Ordering::Greater => words::BEATEN,
    };
    core.praised = Some(correct);
    let values = [correct, total, rule].map(|count| count.to_string());
    core.tell(Notice::info(Message::new(word, values)));
}

/// Counts what was typed, now that it is whole.
fn end_typing(core: &mut Core) {
    let Some(edit) = &mut core.edit else { return };
    if edit.typed().is_some() {
        edit.end_typing();
        let test = core.run().metrics().test;
        score(core, test.correct, test.total);
    }
}

/// Enter: the branch stays, as one change that can be undone. What is no number is not left.
pub(in crate::app) fn enter_edit(core: &mut Core) {
    let problem = core.edit.as_ref().and_then(Editor::problem);
    if problem.is_none() {
        keep_edit(core);
    }
}

/// The branch stays, whatever half a number was typed.
pub(in crate::app) fn keep_edit(core: &mut Core) {
    end_typing(core);
    let Some(edit) = core.edit.take() else { return };
    let Some(draft) = edit.draft else { return };
    if edit.changes().is_empty() {
        take_back(core, edit.base);
        return;
    }
    core.undo.record(Undoable::made(edit.base, draft, vec![draft]));
    let metrics = core.run().metrics();
    let values = [core.run().name.clone(), metrics.test.correct.to_string(), metrics.test.total.to_string()];
    // Praise earned with the last number stays on the screen.
    let praised = core.notice.as_ref().is_some_and(|notice| !notice.is_old())
        && core.praised.take() == Some(metrics.test.correct);
    if !praised {
        core.tell(Notice::info(Message::new(words::KEPT, values)));
    }
    core.moved();
}

/// Esc: the run is on the screen again as if nothing had been touched.
pub(in crate::app) fn drop_edit(core: &mut Core) {
    let Some(edit) = core.edit.take() else { return };
    if edit.draft.is_some() {
        take_back(core, edit.base);
        let name = core.run_name();
        core.tell(Notice::info(Message::new(words::DROPPED, [name])));
    }
}

/// Takes the branch begun last off the list and puts the run it came from on the screen.
fn take_back(core: &mut Core, base: usize) {
    switch::put_on_screen(core, base);
    core.runs.remove_last();
    core.moved();
}
