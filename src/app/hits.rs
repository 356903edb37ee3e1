//! Where things were drawn in the last frame, so that a mouse event finds what it points at and the
//! page keys know how long a page is. Written by `ui`, read by what keys and mouse do; plain numbers only.

use crate::analysis::Attribute;
use crate::app::core::pointer::Spot;
use crate::app::{
    BeliefsTarget, Command, ExploreTarget, LandscapeTarget, OwnTarget, Panel, PresentPart, ScoreTarget, Screen,
    TourPart,
};
use crate::data::Column;

/// A rectangle of terminal cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// The leftmost column.
    pub x: u16,
    /// The topmost row.
    pub y: u16,
    /// Width in cells.
    pub width: u16,
    /// Height in cells.
    pub height: u16,
}

impl Area {
    const fn holds(self, x: u16, y: u16) -> bool {
        x >= self.x && x - self.x < self.width && y >= self.y && y - self.y < self.height
    }

    /// How far `x` is along the area, from 0 at its first cell to 1 at its last; outside is held at the ends.
    pub(super) fn along(self, x: u16) -> f64 {
        let last = f64::from(self.width.saturating_sub(1).max(1));
        (f64::from(x.saturating_sub(self.x)) / last).min(1.0)
    }
}

/// What stands in an area.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Target {
    /// A panel; the wheel moves in it, a click focuses it.
    Panel(Panel),
    /// A screen's tab.
    Tab(Screen),
    /// A key in the line of hints, or its words.
    Hint(Command),
    /// A place in the network.
    Spot(Spot),
    /// A time axis from the first epoch to the second; dragging scrubs.
    Track {
        /// The epoch at the left end.
        first: u64,
        /// The one at the right end, which may lie between two.
        last: f64,
    },
    /// The play or pause sign.
    Play,
    /// Something only one screen has.
    Own(OwnTarget),
    /// A popup; clicks beside it close it.
    Popup,
    /// A row of the open popup.
    PopupRow(usize),
    /// A part of the what-if popup.
    WhatIf(WhatIfTarget),
    /// The card of the tour.
    TourCard,
    /// What goes on with it.
    Tour(TourPart),
    /// One of the answers on it.
    TourChoice(usize),
    /// What leaves it.
    TourLeave,
    /// What a teacher does in front of a class.
    Present(PresentPart),
}

impl<T: Into<OwnTarget>> From<T> for Target {
    fn from(own: T) -> Self {
        Self::Own(own.into())
    }
}

impl From<TourPart> for Target {
    fn from(part: TourPart) -> Self {
        Self::Tour(part)
    }
}

impl Target {
    /// Whether it is dragged along, and not only clicked.
    pub(super) const fn is_dragged(self) -> bool {
        matches!(
            self,
            Self::Track { .. }
                | Self::WhatIf(WhatIfTarget::Slider(_))
                | Self::Own(
                    OwnTarget::Explore(ExploreTarget::Slider { .. })
                        | OwnTarget::Beliefs(BeliefsTarget::Ages { .. } | BeliefsTarget::Map { .. })
                        | OwnTarget::Landscape(LandscapeTarget::LossMap { .. })
                        | OwnTarget::Score(ScoreTarget::Cut)
                )
        )
    }
}

/// A part of the what-if popup, by the field it belongs to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum WhatIfTarget {
    /// Its slider; dragging slides it.
    Slider(Attribute),
    /// Its line.
    Field(Attribute),
    /// One of its choices.
    Choice(Attribute, u8),
    /// The sign that changes it, forward or back.
    Step(Attribute, bool),
    /// The nearest change that flips the answer.
    Flip,
}

impl WhatIfTarget {
    /// The field it belongs to.
    pub(in crate::app) const fn field(self) -> Option<Attribute> {
        match self {
            Self::Slider(field) | Self::Field(field) | Self::Choice(field, _) | Self::Step(field, _) => Some(field),
            Self::Flip => None,
        }
    }
}

/// Something pointed at with the mouse.
#[derive(Debug, Clone, Copy)]
pub(in crate::app) struct Pointed {
    /// Where it was drawn.
    pub area: Area,
    /// What it is.
    pub target: Target,
    /// The cell the mouse is on.
    pub x: u16,
    /// Its row.
    pub y: u16,
    /// Whether the button was pressed before and is still held.
    pub held: bool,
}

/// All areas of one frame, later ones on top, and what paging needs to know.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Hits {
    regions: Vec<(Area, Target)>,
    pages: Vec<(Panel, usize)>,
    popup_page: usize,
    popup_last_top: Option<usize>,
    columns: Vec<Column>,
}

impl Hits {
    /// Records that `target` fills `area`.
    pub fn add(&mut self, area: Area, target: impl Into<Target>) {
        let target = target.into();
        if area.width > 0 && area.height > 0 {
            self.regions.push((area, target));
        }
    }

    /// Records how many rows a panel shows at once.
    pub fn set_page(&mut self, panel: impl Into<Panel>, rows: usize) {
        self.pages.push((panel.into(), rows));
    }

    /// Records how many rows the open popup shows at once.
    pub const fn set_popup_page(&mut self, rows: usize) {
        self.popup_page = rows;
    }

    /// Records the first line of the open popup's last page, where scrolling ends.
    pub const fn set_popup_last_top(&mut self, line: usize) {
        self.popup_last_top = Some(line);
    }

    /// Records the columns of the list, in order, also those scrolled out of sight.
    pub fn set_columns(&mut self, columns: Vec<Column>) {
        self.columns = columns;
    }

    /// The topmost thing at a cell, with its area.
    pub fn at(&self, x: u16, y: u16) -> Option<(Area, Target)> {
        self.regions.iter().rev().find(|(area, _)| area.holds(x, y)).copied()
    }

    /// The panel at a cell, below whatever stands in it.
    pub(super) fn panel_at(&self, x: u16, y: u16) -> Option<Panel> {
        self.regions
            .iter()
            .rev()
            .filter(|(area, _)| area.holds(x, y))
            .find_map(|&(_, target)| if let Target::Panel(panel) = target { Some(panel) } else { None })
    }

    /// Whether the panel was drawn, so that focus goes only where it can be seen.
    pub fn shows(&self, panel: impl Into<Panel>) -> bool {
        let panel = panel.into();
        self.regions.iter().any(|(_, target)| *target == Target::Panel(panel))
    }

    /// How many rows of a panel were shown; 10 before the first frame.
    pub fn page(&self, panel: impl Into<Panel>) -> usize {
        let panel = panel.into();
        let rows = self.pages.iter().find(|(shown, _)| *shown == panel);
        rows.map_or(10, |&(_, rows)| rows.max(1))
    }

    /// How many rows of the open popup were shown.
    pub(super) const fn popup_page(&self) -> usize {
        if self.popup_page == 0 { 10 } else { self.popup_page }
    }

    /// The first line of the open popup's last page; without end before it was drawn.
    pub(super) fn popup_last_top(&self) -> usize {
        self.popup_last_top.unwrap_or(usize::MAX / 2)
    }

    /// The columns of the list.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The areas of all targets `wanted` accepts.
    pub fn find(&self, wanted: impl Fn(Target) -> bool) -> Option<Area> {
        self.regions.iter().find(|(_, target)| wanted(*target)).map(|&(area, _)| area)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::ExplorePanel;

    #[test]
    fn the_thing_drawn_last_is_the_one_pointed_at() {
        let mut hits = Hits::default();
        let area = Area { x: 0, y: 0, width: 10, height: 5 };
        hits.add(area, Target::Panel(Panel::Explore(ExplorePanel::Passengers)));
        hits.add(Area { x: 2, y: 1, width: 3, height: 1 }, ExploreTarget::Row(7));
        assert_eq!(hits.at(3, 1).map(|(_, target)| target), Some(ExploreTarget::Row(7).into()));
        assert_eq!(hits.panel_at(3, 1), Some(Panel::Explore(ExplorePanel::Passengers)));
        assert_eq!(hits.at(10, 1), None);
    }

    #[test]
    fn the_ends_of_an_area_are_nought_and_one() {
        let area = Area { x: 5, y: 0, width: 11, height: 1 };
        assert_eq!([area.along(5), area.along(10), area.along(15)], [0.0, 0.5, 1.0]);
        assert_eq!([area.along(0), area.along(99)], [0.0, 1.0]);
    }
}
