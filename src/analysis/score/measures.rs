//! Two measures from statistics, each with its source.

/// The standard normal quantile of a two-sided 95 % interval.
const Z: f64 = 1.959_964;

/// The 95 % interval of a share by Wilson (1927); none of nothing.
pub fn wilson(correct: u32, total: u32) -> Option<[f64; 2]> {
    if total == 0 {
        return None;
    }
    let n = f64::from(total);
    let p = f64::from(correct) / n;
    let middle = p + Z * Z / (2.0 * n);
    let half = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
    let whole = 1.0 + Z * Z / n;
    // Rounding must not carry the ends of 0 of n or n of n outside.
    Some([((middle - half) / whole).max(0.0), ((middle + half) / whole).min(1.0)])
}

/// The chance that one who lived has a higher logit than one who died, ties counting one half
/// (Mann and Whitney 1947); none unless there are both. Sorts the answers.
pub fn auc(answers: &mut [(f64, bool)]) -> Option<f64> {
    answers.sort_by(|a, b| a.0.total_cmp(&b.0));
    let lived = answers.iter().filter(|(_, lived)| *lived).count();
    let died = answers.len() - lived;
    if lived == 0 || died == 0 {
        return None;
    }
    // Twice the number of pairs won, so that halves stay whole.
    let (mut won, mut died_below) = (0, 0);
    for tied in answers.chunk_by(|a, b| a.0 == b.0) {
        let lived_here = tied.iter().filter(|(_, lived)| *lived).count();
        let died_here = tied.len() - lived_here;
        won += lived_here * (2 * died_below + died_here);
        died_below += died_here;
    }
    Some(won as f64 / (2 * lived * died) as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_of_the_published_score_is_that_of_the_facts() {
        let [low, high] = wilson(213, 291).unwrap();
        assert_eq!(format!("{:.1}–{:.1}", 100.0 * low, 100.0 * high), "67.8–78.0");
    }

    #[test]
    fn intervals_stay_inside() {
        assert_eq!(wilson(0, 0), None);
        assert_eq!(wilson(0, 5).unwrap()[0], 0.0);
        assert_eq!(wilson(5, 5).unwrap()[1], 1.0);
    }

    #[test]
    fn ties_count_one_half() {
        assert_eq!(auc(&mut [(0.0, true), (0.0, false)]), Some(0.5));
        assert_eq!(auc(&mut [(1.0, true), (0.0, false)]), Some(1.0));
        assert_eq!(auc(&mut [(0.0, true), (1.0, false), (0.0, false)]), Some(0.25));
        assert_eq!(auc(&mut [(0.0, true), (-0.0, false)]), Some(0.5));
        assert_eq!(auc(&mut [(1.0, true)]), None);
    }
}
