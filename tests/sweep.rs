//! Every state at every size: nothing panics, nothing leaves its place, no glyph is cut in half, and
//! every border is closed.

#[path = "support/session.rs"]
mod session;
#[path = "sweep/sizes.rs"]
mod sizes;
#[path = "sweep/sound.rs"]
mod sound;
