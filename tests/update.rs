//! `update` under anything: random sessions keep the state whole, time is exact both ways, and every
//! command has a key and words.

#[path = "update/anything.rs"]
mod anything;
#[path = "update/commands.rs"]
mod commands;
#[path = "support/random.rs"]
mod random;
#[path = "support/session.rs"]
mod session;
#[path = "update/time.rs"]
mod time;
#[path = "update/walk.rs"]
mod walk;
