//! In front of a class: whose answer has been told, what the class guessed of each passenger, and the teacher's note.
//! What a teacher copies or exports is whole: it goes to no wall.

use std::collections::BTreeMap;

/// Hands raised: for lived, and for died.
pub type Hands = [u32; 2];

/// What a class does with the passengers.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Presenter {
    /// Whether it is the class that looks at the screen.
    pub is_on: bool,
    /// The teacher's own line of words.
    pub note: String,
    /// The row whose answer is on the screen.
    told: Option<usize>,
    rounds: BTreeMap<usize, Round>,
}

/// One passenger in front of the class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Round {
    /// The guesses.
    pub hands: Hands,
    /// What the network said when the answer was told, and what became of the passenger.
    told: Option<(bool, Option<bool>)>,
}

impl Round {
    /// What most of the class say; nothing while as many say the other.
    pub fn guess(self) -> Option<bool> {
        let [lived, died] = self.hands;
        (lived != died).then_some(lived > died)
    }
}

/// How often the class, and the network, were right about the passengers that the class made a guess of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ClassScore {
    /// How often the class was.
    pub class: usize,
    /// How often the network was.
    pub network: usize,
    /// Out of so many.
    pub of: usize,
}

impl Presenter {
    /// Whether the answer about a row is kept back.
    pub(super) fn hides(&self, row: usize) -> bool {
        self.is_on && self.told != Some(row)
    }

    /// Tells the answer about a row, or keeps it back again.
    pub(in crate::app) fn tell(&mut self, row: usize, answer: Option<(bool, Option<bool>)>) {
        self.told = answer.is_some().then_some(row);
        if answer.is_some() {
            self.rounds.entry(row).or_default().told = answer;
        }
    }

    /// Another passenger is another question.
    pub(in crate::app) fn follow(&mut self, row: usize) {
        self.told.take_if(|told| *told != row);
    }

    /// What the class guessed of a row.
    pub fn round(&self, row: usize) -> Round {
        self.rounds.get(&row).copied().unwrap_or_default()
    }

    /// Takes down what the class guesses of a row.
    pub(in crate::app) fn count(&mut self, row: usize, hands: Hands) {
        self.rounds.entry(row).or_default().hands = hands;
    }

    /// How it stands. As many hands for either are a guess that is not right.
    pub fn score(&self) -> ClassScore {
        let is_guessed = |round: &&Round| round.hands != [0, 0];
        let known = |round: &Round| Some((*round, round.told?.0, round.told?.1?));
        let add = |score: ClassScore, (round, said, was): (Round, bool, bool)| ClassScore {
            class: score.class + usize::from(round.guess() == Some(was)),
            network: score.network + usize::from(said == was),
            of: score.of + 1,
        };
        self.rounds.values().filter(is_guessed).filter_map(known).fold(ClassScore::default(), add)
    }

    /// The same in front of a class that has not guessed yet.
    pub(super) fn begun_anew(&self) -> Self {
        Self { is_on: self.is_on, note: self.note.clone(), ..Self::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_score_counts_who_was_told_and_guessed_of() {
        let mut presenter = Presenter { is_on: true, ..Presenter::default() };
        presenter.count(0, [7, 18]);
        presenter.count(1, [20, 5]);
        presenter.count(2, [9, 9]);
        assert_eq!(presenter.score(), ClassScore::default(), "nobody knows yet");
        for (row, said, was) in
            [(0, false, Some(false)), (1, false, Some(false)), (2, true, Some(true)), (3, true, None)]
        {
            presenter.tell(row, Some((said, was)));
        }
        assert_eq!(presenter.score(), ClassScore { class: 1, network: 3, of: 3 });
    }

    #[test]
    fn another_passenger_is_kept_back_and_so_is_the_one_before() {
        let mut presenter = Presenter { is_on: true, ..Presenter::default() };
        presenter.tell(4, Some((true, None)));
        assert!(!presenter.hides(4) && presenter.hides(5));
        presenter.follow(5);
        assert!(presenter.hides(4) && presenter.hides(5));
        assert!(!Presenter::default().hides(4), "nothing is kept from who sits alone");
    }
}
