//! How sure a share is.

/// The standard normal quantile of a two-sided 95 % interval.
pub(super) const Z: f64 = 1.959_964;

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
}
