//! The ROC curve: hits against false alarms at every threshold.

use super::Cuts;

/// The curve of one part, over those with a p.
#[derive(Debug, Clone, PartialEq)]
pub struct Roc {
    /// (false alarms, hits) as shares of those who died and of those who lived, from (0, 0) at the
    /// highest threshold to (1, 1). People with equal logits make one straight step.
    pub points: Vec<(f64, f64)>,
    /// The area below it: the chance that one who lived has a higher p than one who died, ties counting one half
    /// (Mann and Whitney 1947).
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
    use super::super::Answer;
    use super::*;

    fn roc(given: &[(f64, bool)]) -> Option<Roc> {
        let answers: Vec<Answer> = given.iter().map(|&(z, lived)| Answer::new(0, Some(z), lived)).collect();
        Roc::new(&Cuts::new(&answers))
    }

    #[test]
    fn equal_logits_make_one_slanted_step_and_count_one_half() {
        let curve = roc(&[(2.0, true), (0.0, true), (0.0, false), (-1.0, false)]).unwrap();
        assert_eq!(curve.points, [(0.0, 0.0), (0.0, 0.5), (0.5, 1.0), (1.0, 1.0)]);
        assert_eq!(curve.area, 0.875);
        let area = |given: &[(f64, bool)]| roc(given).unwrap().area;
        assert_eq!(area(&[(0.0, true), (0.0, false)]), 0.5);
        assert_eq!(area(&[(1.0, true), (0.0, false)]), 1.0);
        assert_eq!(area(&[(0.0, true), (1.0, false), (0.0, false)]), 0.25);
        assert_eq!(area(&[(0.0, true), (-0.0, false)]), 0.5);
    }

    #[test]
    fn without_both_kinds_of_people_there_is_no_curve() {
        assert_eq!(roc(&[(1.0, true)]), None);
    }
}
