//! The ROC curve: hits against false alarms at every threshold.

use super::Cuts;

/// The curve of one part, over those with a p.
#[derive(Debug, Clone, PartialEq)]
pub struct Roc {
    /// (false alarms, hits) as shares of those who died and of those who lived, from (0, 0) at the
    /// highest threshold to (1, 1). People with equal logits make one straight step.
    pub points: Vec<(f64, f64)>,
    /// The area below it: the chance that one who lived has a higher p than one who died.
    pub area: f64,
}

impl Roc {
    /// The curve; none unless somebody lived and somebody died.
    pub fn new(cuts: &Cuts) -> Option<Self> {
        let (died, lived) = cuts.logits();
        if died.is_empty() || lived.is_empty() {
            return None;
        }
        let (all_died, all_lived) = (died.len(), lived.len());
        let (mut alarms, mut hits) = (0, 0);
        let mut points = vec![(0.0, 0.0)];
        // Twice the number of pairs won, so that halves stay whole.
        let mut won = 0;
        loop {
            let top = |logits: &[f64], taken: usize| logits[..logits.len() - taken].last().copied();
            let left = [top(died, alarms), top(lived, hits)];
            let Some(z) = left.into_iter().flatten().max_by(f64::total_cmp) else {
                break;
            };
            let above = |logits: &[f64]| logits.len() - logits.partition_point(|&other| other < z);
            let (more_alarms, more_hits) = (above(died), above(lived));
            won += (more_alarms - alarms) * (hits + more_hits);
            (alarms, hits) = (more_alarms, more_hits);
            points.push((alarms as f64 / all_died as f64, hits as f64 / all_lived as f64));
        }
        Some(Self { points, area: won as f64 / (2 * all_died * all_lived) as f64 })
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Answer, auc};
    use super::*;

    #[test]
    fn equal_logits_make_one_slanted_step_and_count_one_half() {
        let given = [(2.0, true), (0.0, true), (0.0, false), (-1.0, false)];
        let answers: Vec<Answer> = given.iter().map(|&(z, lived)| Answer { place: 0, z: Some(z), lived }).collect();
        let roc = Roc::new(&Cuts::new(&answers)).unwrap();
        assert_eq!(roc.points, [(0.0, 0.0), (0.0, 0.5), (0.5, 1.0), (1.0, 1.0)]);
        assert_eq!(Some(roc.area), auc(&mut given.to_vec()));
        assert_eq!(roc.area, 0.875);
    }

    #[test]
    fn without_both_kinds_of_people_there_is_no_curve() {
        let only = Answer { place: 0, z: Some(1.0), lived: true };
        assert_eq!(Roc::new(&Cuts::new(&[only])), None);
    }
}
