//! Where everything stands that a reset takes back to the very start, so that undo brings it back.

use crate::app::core::Offer;
use crate::app::core::listing::Listing;
use crate::app::core::pointer::Spot;
use crate::app::core::presenter::Presenter;
use crate::app::core::race::Race;
use crate::app::core::what_if::WhatIf;
use crate::app::{Core, Focus, Parts, Screen};
use crate::data::{Filter, Sort};

/// The cursors, what is looked at, and what a class guessed. The runs themselves stay as they are.
#[derive(Debug, Clone, PartialEq)]
pub struct Bearings {
    pub(in crate::app) who: usize,
    pub(in crate::app) sort: Sort,
    pub(in crate::app) filter: Filter,
    /// The run on the screen.
    pub(in crate::app) run: usize,
    pub(in crate::app) race: Option<Race>,
    pub(in crate::app) against: Option<usize>,
    pub(in crate::app) offer: Offer,
    pub(in crate::app) listing: Listing,
    /// The run at the head of the list, and its epoch.
    pub(in crate::app) first: (usize, u64),
    pub(in crate::app) spot: Spot,
    pub(in crate::app) screen: Screen,
    pub(in crate::app) focus: Focus,
    pub(in crate::app) zoomed: bool,
    pub(in crate::app) parts: Parts,
    pub(in crate::app) what_if: Option<WhatIf>,
    pub(in crate::app) presenter: Presenter,
}

impl Bearings {
    /// Where everything stands.
    pub(in crate::app) fn of(core: &Core) -> Self {
        let first = core.runs.listed().next().unwrap_or_default();
        Self {
            who: core.who,
            sort: core.view.sort(),
            filter: core.view.filter().clone(),
            run: core.runs.active_index(),
            race: core.race.clone(),
            against: core.against,
            offer: core.offer,
            listing: core.listing.clone(),
            first: (first, core.runs.get(first).map_or(0, |slot| slot.run.epoch())),
            spot: core.spot(),
            screen: core.screen,
            focus: core.focus_on,
            zoomed: core.zoomed,
            parts: core.parts,
            what_if: core.what_if.clone(),
            presenter: core.presenter.clone(),
        }
    }

    /// The very start: the first passenger, the first run at its first epoch, the first screen.
    #[must_use]
    pub(in crate::app) fn at_start(&self, core: &Core) -> Self {
        let (first, _) = self.first;
        let epoch = core.runs.get(first).map_or(0, |slot| slot.run.first_epoch());
        Self {
            who: 0,
            sort: Sort::default(),
            filter: Filter::default(),
            run: first,
            race: None,
            against: None,
            offer: Offer::default(),
            listing: Listing::default(),
            first: (first, epoch),
            spot: Spot::START,
            screen: Screen::Explore,
            focus: Focus::default(),
            zoomed: self.presenter.is_on,
            parts: Parts::default(),
            what_if: None,
            presenter: self.presenter.begun_anew(),
        }
    }
}
