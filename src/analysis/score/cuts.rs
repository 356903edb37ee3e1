//! Right answers at every threshold, each in a few comparisons: the answers are sorted once.

use super::{Answer, Confusion, fence};

/// The answers of one part, ready for any threshold.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cuts {
    /// The logits of those who lived, rising.
    lived: Vec<f64>,
    /// The logits of those who died, rising.
    died: Vec<f64>,
    /// Those without a logit, predicted "died" at every threshold.
    counted_dead: Confusion,
}

impl Cuts {
    /// Sorts the answers.
    pub fn new(answers: &[Answer]) -> Self {
        let mut cuts = Self::default();
        for answer in answers {
            match answer.z() {
                Some(z) if answer.lived => cuts.lived.push(z),
                Some(z) => cuts.died.push(z),
                None if answer.lived => cuts.counted_dead.fn_ += 1,
                None => cuts.counted_dead.tn += 1,
            }
        }
        cuts.lived.sort_by(f64::total_cmp);
        cuts.died.sort_by(f64::total_cmp);
        cuts
    }

    /// The four kinds of answer at a threshold on p.
    pub fn confusion(&self, threshold: f64) -> Confusion {
        let asked = self.asked(threshold);
        Confusion { tn: asked.tn + self.counted_dead.tn, fn_: asked.fn_ + self.counted_dead.fn_, ..asked }
    }

    /// The same over those with a p alone, as the ROC curve counts them.
    pub fn asked(&self, threshold: f64) -> Confusion {
        let fence = fence(threshold);
        let below = |logits: &[f64]| logits.partition_point(|&z| z <= fence) as u32;
        let (tn, fn_) = (below(&self.died), below(&self.lived));
        Confusion { tn, fp: self.died.len() as u32 - tn, fn_, tp: self.lived.len() as u32 - fn_ }
    }

    /// Right answers at a threshold on p.
    pub fn right(&self, threshold: f64) -> u32 {
        self.confusion(threshold).correct()
    }

    /// The threshold among these with the most right answers, and how many; of equals the first. None
    /// over no rows.
    pub fn best(&self, among: impl IntoIterator<Item = f64>) -> Option<(f64, u32)> {
        if self.confusion(0.5).total() == 0 {
            return None;
        }
        let mut best: Option<(f64, u32)> = None;
        for threshold in among {
            let right = self.right(threshold);
            if best.is_none_or(|(_, most)| right > most) {
                best = Some((threshold, right));
            }
        }
        best
    }

    /// The logits of those who died and of those who lived, each rising.
    pub fn logits(&self) -> (&[f64], &[f64]) {
        (&self.died, &self.lived)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers() -> Vec<Answer> {
        [(Some(-1.0), false), (Some(0.0), true), (Some(0.0), false), (Some(2.0), true), (None, true), (None, false)]
            .into_iter()
            .enumerate()
            .map(|(place, (z, lived))| Answer::new(place, z, lived))
            .collect()
    }

    #[test]
    fn a_logit_on_the_fence_is_predicted_to_have_died() {
        let cuts = Cuts::new(&answers());
        let all = cuts.confusion(0.5);
        assert_eq!((all.tn, all.fp, all.fn_, all.tp), (3, 0, 2, 1));
        let asked = cuts.asked(0.5);
        assert_eq!((asked.tn, asked.fp, asked.fn_, asked.tp), (2, 0, 1, 1));
    }

    #[test]
    fn every_cut_counts_as_asking_one_by_one_does() {
        let answers = answers();
        let cuts = Cuts::new(&answers);
        for step in 0..=100 {
            let threshold = f64::from(step) / 100.0;
            let fence = fence(threshold);
            let right = answers.iter().filter(|a| a.is_right(fence)).count();
            assert_eq!(cuts.right(threshold) as usize, right, "at {threshold}");
        }
    }

    #[test]
    fn of_equal_cuts_the_first_is_best() {
        let cuts = Cuts::new(&answers());
        assert_eq!(cuts.best([0.1, 0.55, 0.6, 0.45]), Some((0.55, 4)));
        assert_eq!(Cuts::default().best([0.5]), None);
    }
}
