//! What a user can mean. A command is never a key: the key table (`keys`) says which keys mean it.

use strum::IntoStaticStr;

use crate::app::Screen;
use crate::explain::words::texts;

texts!("commands.Command.title");

/// One thing the user asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
#[expect(missing_docs, reason = "each command's words stand in `title`")]
pub enum Command {
    Quit,
    Suspend,
    Help,
    Palette,
    Show(Screen),
    FocusNext,
    FocusPrevious,
    Zoom,
    Cancel,
    Open,
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    First,
    Last,
    WhoNext,
    WhoPrevious,
    Forward(Stride),
    Back(Stride),
    ToStart,
    ToEnd,
    ToBest,
    Mark,
    ParameterNext,
    ParameterPrevious,
    Play,
    Faster,
    Slower,
    RateUp,
    RateDown,
    Search,
    SearchNext,
    SearchPrevious,
    Sort,
    SortReverse,
    Filter,
    ThePostRows,
    NextView,
    Parts,
    Presets,
    Why,
    AboutList,
    Compare,
    Details,
    Flow,
    Undo,
    Redo,
    Copy,
    Share,
    Export,
    Theme,
    Language,
    Glyphs,
    Reopen,
    EditLine,
    StartRun,
    BetterRate,
    MissingAge,
    Edit,
    Nudge(i16),
    EditStart,
    EditBest,
    EditKeep,
    EditDrop,
    Rename,
    Duplicate,
    Forget,
    Against,
    Race,
    Save,
    OpenFile,
    WhatIf,
    WhatIfReset,
    Axes,
    Lessons,
    Glossary,
    Tour(TourPart),
    Present(PresentPart),
    Hands,
    Note,
    Reset,
}

/// What the user does with the tour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum TourPart {
    /// Goes on.
    On,
    /// Goes back a step.
    Back,
    /// Lets the tour do the task, skips the question, or goes on.
    Show,
    /// Moves to the choice before.
    Previous,
    /// Moves to the next choice.
    Next,
}

/// What a teacher does in front of a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum PresentPart {
    /// Begins, or ends.
    Toggle,
    /// Tells the answer; once it is told, the next passenger.
    Next,
    /// Keeps the answer back again, or goes to the passenger before.
    Back,
    /// One more hand for lived.
    Lived,
    /// One more hand for died.
    Died,
}

/// How far one press moves in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Stride {
    /// One epoch.
    One,
    /// Ten epochs.
    Ten,
    /// A hundred epochs.
    Hundred,
}

impl Stride {
    /// The number of epochs.
    pub(super) const fn epochs(self) -> u64 {
        match self {
            Self::One => 1,
            Self::Ten => 10,
            Self::Hundred => 100,
        }
    }
}

impl Command {
    /// What it is called in a config, in texts that name its key, and in a log, whatever its keys and its words are.
    pub fn name(self) -> String {
        let name: &str = self.into();
        let part: &str = if let Self::Show(screen) = self {
            screen.key()
        } else if let Self::Forward(stride) | Self::Back(stride) = self {
            stride.into()
        } else if let Self::Tour(part) = self {
            part.into()
        } else if let Self::Present(part) = self {
            part.into()
        } else if let Self::Nudge(steps) = self {
            let way = if steps > 0 { "up" } else { "down" };
            return format!("{name}-{way}-{}", steps.unsigned_abs());
        } else {
            return name.to_owned();
        };
        format!("{name}-{part}")
    }

    /// Whether it does beneath a popup what it does without one, and leaves it open: time passes, and the
    /// arithmetic is copied.
    pub(super) const fn acts_beneath_popup(self) -> bool {
        matches!(
            self,
            Self::Forward(_)
                | Self::Back(_)
                | Self::ToStart
                | Self::Play
                | Self::Faster
                | Self::Slower
                | Self::RateUp
                | Self::RateDown
                | Self::Copy
        )
    }

    /// Whether it makes sense while the what-if popup is open: its own keys, time, *who* and *where*, and what
    /// opens over it. Keys of the screen behind would do something that cannot be seen.
    pub(super) const fn works_over_what_if(self) -> bool {
        !matches!(
            self,
            Self::FocusNext
                | Self::FocusPrevious
                | Self::Zoom
                | Self::Search
                | Self::SearchNext
                | Self::SearchPrevious
                | Self::Sort
                | Self::SortReverse
                | Self::Filter
                | Self::ThePostRows
                | Self::Compare
                | Self::Details
                | Self::Flow
                | Self::EditLine
                | Self::StartRun
                | Self::MissingAge
                | Self::Edit
                | Self::Rename
                | Self::Duplicate
                | Self::Forget
                | Self::Against
                | Self::Race
                | Self::Axes
        )
    }

    /// Whether it is about what lies behind the popups, which close.
    pub(super) const fn leaves_popups(self) -> bool {
        matches!(self, Self::Show(_) | Self::FocusNext | Self::FocusPrevious | Self::Edit | Self::Reset)
    }

    /// Whether an offer of the tour stays open: the command takes it up, or changes how it looks.
    pub(super) const fn is_heard_by_offer(self) -> bool {
        matches!(self, Self::Tour(_) | Self::Cancel | Self::Language | Self::Theme | Self::Glyphs | Self::Suspend)
    }

    /// Whether the command leaves an open editor open.
    pub(super) const fn is_of_edit(self) -> bool {
        matches!(
            self,
            Self::Nudge(_)
                | Self::EditKeep
                | Self::EditDrop
                | Self::EditStart
                | Self::EditBest
                | Self::ParameterNext
                | Self::ParameterPrevious
                | Self::WhoNext
                | Self::WhoPrevious
                | Self::Suspend
        )
    }
}
