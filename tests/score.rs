//! The Score screen by keys and mouse, told by what a person sees.

#[path = "support/mouse.rs"]
mod mouse;
#[path = "support/reading.rs"]
mod reading;
#[path = "support/session.rs"]
mod session;

#[path = "score/journeys.rs"]
mod journeys;
#[path = "score/look.rs"]
mod look;
#[path = "score/worth.rs"]
mod worth;
