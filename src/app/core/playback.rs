//! Play, pause and speed: how elapsed time becomes epochs. Counts only; it owns no run and no clock.

use std::time::Duration;

/// Epochs a second at each speed; past the last comes flat out.
const SPEEDS: [u32; 10] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/// Flat out, the recorded past passes at this many epochs a second, so that the eye can follow.
const REPLAY_FLAT_OUT: f64 = 5_000.0;

/// What time does by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlayState {
    /// Nothing moves.
    Resting,
    /// Epochs pass: the recorded past is replayed, at its end the run is trained.
    Playing,
    /// On the way to an epoch the user asked for.
    Seeking(u64),
}

/// The state of the player.
#[derive(Debug, Clone)]
pub struct Playback {
    state: PlayState,
    speed: usize,
    owed: f64,
    /// The user saw why it rests by itself and wants to go on.
    insists: bool,
}

impl Default for Playback {
    fn default() -> Self {
        Self { state: PlayState::Resting, speed: 2, owed: 0.0, insists: false }
    }
}

impl Playback {
    /// What time does now.
    pub const fn state(&self) -> PlayState {
        self.state
    }

    /// Starts to play; it rests where the recipe says and nothing is left to learn, unless somebody `insists`.
    pub(in crate::app) const fn play(&mut self, insists: bool) {
        self.state = PlayState::Playing;
        self.insists = insists;
        // One epoch is due at once, so that the key is seen to work.
        self.owed = 1.0;
    }

    /// Heads for an epoch.
    pub(in crate::app) const fn seek(&mut self, epoch: u64) {
        self.state = PlayState::Seeking(epoch);
    }

    /// Whether it heads for an epoch.
    pub(in crate::app) const fn is_seeking(&self) -> bool {
        matches!(self.state, PlayState::Seeking(_))
    }

    /// Rests.
    pub(in crate::app) const fn rest(&mut self) {
        self.state = PlayState::Resting;
        self.owed = 0.0;
    }

    /// Whether it plays, and rests by itself where the recipe says and nothing is left to learn.
    pub(in crate::app) fn rests_by_itself(&self) -> bool {
        self.state == PlayState::Playing && !self.insists
    }

    /// Epochs a second, or none when flat out.
    pub fn speed(&self) -> Option<u32> {
        SPEEDS.get(self.speed).copied()
    }

    /// The next higher speed.
    pub(in crate::app) fn faster(&mut self) {
        self.speed = (self.speed + 1).min(SPEEDS.len());
    }

    /// The next lower speed.
    pub(in crate::app) const fn slower(&mut self) {
        self.speed = self.speed.saturating_sub(1);
    }

    /// How many recorded epochs `elapsed` replays.
    pub(in crate::app) fn replayed(&mut self, elapsed: Duration) -> u64 {
        let rate = self.speed().map_or(REPLAY_FLAT_OUT, f64::from);
        self.due(elapsed, rate, u64::MAX)
    }

    /// How many new epochs to train in `elapsed`, at most `budget`, the number a slice of work has room for.
    pub(in crate::app) fn trained(&mut self, elapsed: Duration, budget: u64) -> u64 {
        match self.speed() {
            None => budget,
            Some(rate) => self.due(elapsed, f64::from(rate), budget),
        }
    }

    fn due(&mut self, elapsed: Duration, rate: f64, most: u64) -> u64 {
        self.owed += elapsed.as_secs_f64() * rate;
        let due = (self.owed.floor() as u64).min(most);
        // What a slow machine cannot do in time is forgiven, or a key pressed now would wait behind it.
        self.owed = if due == most { 0.0 } else { self.owed - due as f64 };
        due
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_epochs_a_second_are_five_epochs_a_second() {
        let mut playback = Playback::default();
        playback.play(false);
        let frames = (0..30).map(|_| playback.trained(Duration::from_millis(33), 1000));
        assert_eq!(frames.sum::<u64>(), 1 + 4, "0.99 s at 5 a second, and the first at once");
    }

    #[test]
    fn a_slow_machine_owes_nothing() {
        let mut playback = Playback::default();
        for _ in 0..20 {
            playback.faster();
        }
        playback.slower();
        playback.play(false);
        assert_eq!(playback.trained(Duration::from_secs(10), 50), 50);
        assert_eq!(playback.trained(Duration::from_micros(10), 50), 0);
    }

    #[test]
    fn speed_stops_at_both_ends() {
        let mut playback = Playback::default();
        for _ in 0..30 {
            playback.slower();
        }
        assert_eq!(playback.speed(), Some(1));
        for _ in 0..30 {
            playback.faster();
        }
        assert_eq!(playback.speed(), None);
    }
}
