//! The Beliefs screen by keys and mouse, told by what a person sees.

#[path = "support/mouse.rs"]
mod mouse;
#[expect(dead_code, reason = "only some of its readings are needed here")]
#[path = "support/reading.rs"]
mod reading;
#[path = "support/session.rs"]
mod session;

#[path = "beliefs/journeys.rs"]
mod journeys;
#[path = "beliefs/look.rs"]
mod look;
