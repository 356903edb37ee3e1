//! Whole sessions by keys and mouse, told by what a person sees. Each test is a promise of the
//! README; what a single function computes is tested beside it.

#[path = "support/mouse.rs"]
mod mouse;
#[path = "support/openings.rs"]
mod openings;
#[path = "support/reading.rs"]
mod reading;
#[path = "journeys/run_changes.rs"]
mod run_changes;
#[path = "support/session.rs"]
mod session;
#[path = "support/sorted.rs"]
mod sorted;

#[path = "journeys/by_mouse.rs"]
mod by_mouse;
#[path = "journeys/diagnosis.rs"]
mod diagnosis;
#[path = "journeys/fields.rs"]
mod fields;
#[path = "journeys/files.rs"]
mod files;
#[path = "journeys/folds.rs"]
mod folds;
#[path = "journeys/formula.rs"]
mod formula;
#[path = "journeys/gradients.rs"]
mod gradients;
#[path = "journeys/list.rs"]
mod list;
#[path = "journeys/look.rs"]
mod look;
#[path = "journeys/names.rs"]
mod names;
#[path = "journeys/network.rs"]
mod network;
#[path = "journeys/offer.rs"]
mod offer;
#[path = "journeys/picture.rs"]
mod picture;
#[path = "journeys/popups.rs"]
mod popups;
#[path = "journeys/present.rs"]
mod present;
#[path = "journeys/rate.rs"]
mod rate;
#[path = "journeys/rebound.rs"]
mod rebound;
#[path = "journeys/rows.rs"]
mod rows;
#[path = "journeys/splits.rs"]
mod splits;
#[path = "journeys/story.rs"]
mod story;
#[path = "journeys/time.rs"]
mod time;
#[path = "journeys/what_if.rs"]
mod what_if;
#[path = "journeys/what_if_beside.rs"]
mod what_if_beside;
#[path = "journeys/widths.rs"]
mod widths;
