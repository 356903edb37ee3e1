//! What a user can mean. A command is never a key: the key table (`keys`) says which keys mean it.

use super::Screen;
use super::words::{Word, commands as words};

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
    MissingAge,
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

impl Command {
    /// Its name in the palette.
    pub const fn title(self) -> Word {
        match self {
            Self::Quit => words::QUIT,
            Self::Suspend => words::SUSPEND,
            Self::Help => words::HELP,
            Self::Palette => words::PALETTE,
            Self::Show(Screen::Explore) => words::SHOW_EXPLORE,
            Self::Show(Screen::Train) => words::SHOW_TRAIN,
            Self::Show(Screen::Recipe) => words::SHOW_RECIPE,
            Self::FocusNext => words::FOCUS_NEXT,
            Self::FocusPrevious => words::FOCUS_PREVIOUS,
            Self::Zoom => words::ZOOM,
            Self::Cancel => words::CANCEL,
            Self::Open => words::OPEN,
            Self::Up => words::UP,
            Self::Down => words::DOWN,
            Self::Left => words::LEFT,
            Self::Right => words::RIGHT,
            Self::PageUp => words::PAGE_UP,
            Self::PageDown => words::PAGE_DOWN,
            Self::First => words::FIRST,
            Self::Last => words::LAST,
            Self::WhoNext => words::WHO_NEXT,
            Self::WhoPrevious => words::WHO_PREVIOUS,
            Self::Forward(Stride::One) => words::FORWARD_1,
            Self::Forward(Stride::Ten) => words::FORWARD_10,
            Self::Forward(Stride::Hundred) => words::FORWARD_100,
            Self::Back(Stride::One) => words::BACK_1,
            Self::Back(Stride::Ten) => words::BACK_10,
            Self::Back(Stride::Hundred) => words::BACK_100,
            Self::ToStart => words::TO_START,
            Self::ToEnd => words::TO_END,
            Self::Mark => words::MARK,
            Self::ParameterNext => words::PARAMETER_NEXT,
            Self::ParameterPrevious => words::PARAMETER_PREVIOUS,
            Self::Play => words::PLAY,
            Self::Faster => words::FASTER,
            Self::Slower => words::SLOWER,
            Self::RateUp => words::RATE_UP,
            Self::RateDown => words::RATE_DOWN,
            Self::Search => words::SEARCH,
            Self::SearchNext => words::SEARCH_NEXT,
            Self::SearchPrevious => words::SEARCH_PREVIOUS,
            Self::Sort => words::SORT,
            Self::SortReverse => words::SORT_REVERSE,
            Self::Filter => words::FILTER,
            Self::ThePostRows => words::THE_POST_ROWS,
            Self::NextView => words::NEXT_VIEW,
            Self::Parts => words::PARTS,
            Self::Presets => words::PRESETS,
            Self::Compare => words::COMPARE,
            Self::Details => words::DETAILS,
            Self::Flow => words::FLOW,
            Self::Undo => words::UNDO,
            Self::Redo => words::REDO,
            Self::Copy => words::COPY,
            Self::Export => words::EXPORT,
            Self::Theme => words::THEME,
            Self::Language => words::LANGUAGE,
            Self::Glyphs => words::GLYPHS,
            Self::Reopen => words::REOPEN,
            Self::EditLine => words::EDIT_LINE,
            Self::StartRun => words::START_RUN,
            Self::MissingAge => words::MISSING_AGE,
        }
    }
}
