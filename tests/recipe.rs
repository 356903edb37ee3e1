//! The Recipe screen by keys and mouse, told by what a person sees.

#[path = "support/mouse.rs"]
mod mouse;
#[path = "support/reading.rs"]
mod reading;
#[path = "support/session.rs"]
mod session;

#[path = "recipe/journeys.rs"]
mod journeys;
#[path = "recipe/look.rs"]
mod look;
