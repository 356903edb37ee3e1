//! Probabilities: `.380588`, without the leading zero, and never rounded onto the threshold that
//! decides the prediction.

use super::{DECIMALS, MISSING};

/// No double needs more decimals to be told from another one.
const MOST_DECIMALS: usize = 20;

/// `.380588`: a chance with [`DECIMALS`], and more of them where rounding would land it on one half (`.49999998`).
/// Exactly 1 and what rounds to it is `1.00000`, in the same width.
pub fn chance(p: f64) -> String {
    probability(p, DECIMALS)
}

fn probability(p: f64, decimals: usize) -> String {
    let width = decimals + 1;
    if !p.is_finite() {
        return format!("{MISSING:>width$}");
    }
    let text = (decimals..=MOST_DECIMALS)
        .map(|decimals| rounded(p, decimals))
        .find(|text| same_side(text, p, 0.5))
        .unwrap_or_else(|| rounded(p, decimals));
    format!("{text:>width$}")
}

/// A chance in exactly `width` cells, beside any threshold: more decimals if the field has room for
/// them, else the nearest shorter number on the right side (`.4999` for .49998, `.5001` for .50002).
pub fn probability_in(p: f64, threshold: f64, width: usize) -> String {
    if width < 2 {
        return "#".repeat(width);
    }
    if !p.is_finite() {
        return format!("{MISSING:>width$}");
    }
    let decimals = (width - 1).min(MOST_DECIMALS);
    let text = rounded(p, decimals);
    let text = if same_side(&text, p, threshold) { text } else { stepped(p, threshold, decimals) };
    format!("{text:>width$}")
}

/// Rounded to nearest, and one digit shorter from 1 on so that the width stays.
fn rounded(p: f64, decimals: usize) -> String {
    let text = format!("{p:.decimals$}");
    match text.strip_prefix('0') {
        Some(fraction) if !fraction.is_empty() => fraction.to_owned(),
        Some(_) => text,
        None => format!("{p:.0$}", decimals.saturating_sub(1)),
    }
}

/// Rounded away from the threshold: down below it, up above it.
fn stepped(p: f64, threshold: f64, decimals: usize) -> String {
    let long = format!("{p:.MOST_DECIMALS$}");
    let digits = long.strip_prefix("0.").map_or("0", |fraction| &fraction[..decimals]);
    let down = digits.parse::<u128>().unwrap_or_default();
    let number = if p > threshold { down + 1 } else { down };
    format!(".{number:0decimals$}")
}

/// Whether the number as shown lies to the threshold as the number itself does.
fn same_side(text: &str, p: f64, threshold: f64) -> bool {
    text.parse::<f64>().is_ok_and(|shown| shown.partial_cmp(&threshold) == p.partial_cmp(&threshold))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_chance_has_no_leading_zero() {
        assert_eq!(chance(0.380_588), ".380588");
        assert_eq!(probability(0.005, 3), ".005");
        assert_eq!(probability(0.0, 4), ".0000");
        assert_eq!(probability(1.0, 4), "1.000");
        assert_eq!(probability(0.999_99, 4), "1.000");
        assert_eq!(probability(f64::NAN, 4), "    –");
    }

    #[test]
    fn a_chance_is_never_rounded_onto_one_half() {
        assert_eq!(probability(0.4998, 3), ".4998");
        assert_eq!(probability(0.499_478, 3), ".499");
        assert_eq!(probability(0.499_98, 4), ".49998");
        assert_eq!(probability(0.500_02, 4), ".50002");
        assert_eq!(probability(0.5, 4), ".5000");
        assert_eq!(probability(0.5 - f64::EPSILON / 4.0, 4), ".4999999999999999");
    }

    #[test]
    fn in_a_field_it_stays_on_its_side_and_in_its_cells() {
        assert_eq!(probability_in(0.499_98, 0.5, 7), ".499980");
        assert_eq!(probability_in(0.499_98, 0.5, 5), ".4999");
        assert_eq!(probability_in(0.500_02, 0.5, 5), ".5001");
        assert_eq!(probability_in(0.5, 0.5, 5), ".5000");
        assert_eq!(probability_in(0.414_96, 0.415, 4), ".414");
        assert_eq!(probability_in(1.0, 0.5, 5), "1.000");
        assert_eq!(probability_in(0.3, 0.5, 1), "#");
        assert_eq!(probability_in(f64::NAN, 0.5, 5), "    –");
    }

    proptest! {
        #[test]
        fn every_chance_fills_its_field_and_keeps_its_side(p in 0.0..=1.0, width in 4_usize..12) {
            let text = probability_in(p, 0.5, width);
            prop_assert_eq!(text.chars().count(), width);
            prop_assert!(same_side(text.trim(), p, 0.5), "{} for {}", text, p);
        }

        #[test]
        fn near_the_threshold_nothing_is_rounded_onto_it(ulps in 1_u64..1_000_000, above: bool) {
            let half = 0.5_f64.to_bits();
            let p = f64::from_bits(if above { half + ulps } else { half - ulps });
            prop_assert!(same_side(&probability(p, 4), p, 0.5));
            prop_assert!(same_side(&probability_in(p, 0.5, 5), p, 0.5));
        }
    }
}
