//! What a user can mean. A command is never a key: the key table (`keys`) says which keys mean it.

use crate::app::Screen;
use crate::explain::words::texts;

texts!("commands.Command.title");

/// One thing the user asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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
    Compare,
    Details,
    Flow,
    Undo,
    Redo,
    Copy,
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
}

/// How far one press moves in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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
    pub const fn epochs(self) -> u64 {
        match self {
            Self::One => 1,
            Self::Ten => 10,
            Self::Hundred => 100,
        }
    }
}
