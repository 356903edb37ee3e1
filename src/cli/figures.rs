//! Numbers as the commands print them: counts beside percentages, plain ASCII, enough digits to check.

use crate::data::number;
use crate::training::Part;

/// `loss 0.591410 over 474, 420/600 right (70.00 %)`, or that there is nothing to count.
pub fn part(part: &Part) -> String {
    if part.total == 0 {
        return "no rows".to_owned();
    }
    let right = count(part.correct, part.total);
    if part.loss_rows == 0 {
        return format!("{right} right");
    }
    let over = if part.loss_rows == part.total { String::new() } else { format!(" over {}", part.loss_rows) };
    format!("loss {}{over}, {right} right", decimals(part.loss))
}

/// `213/291 (73.20 %)`.
pub fn count(correct: u32, total: u32) -> String {
    format!("{correct}/{total} ({})", percent(f64::from(correct) / f64::from(total)))
}

/// `73.20 %`.
pub fn percent(share: f64) -> String {
    format!("{:.2} %", share * 100.0)
}

/// At least six decimals, and more where a small number would lose its digits.
pub fn decimals(value: f64) -> String {
    let size = value.abs();
    if value == 0.0 {
        return "0.000000".to_owned();
    }
    let mut places = 6;
    let mut least = 1e-3;
    while size < least && places < 17 {
        places += 1;
        least /= 10.0;
    }
    self::places(value, places)
}

/// So many decimals; the exponent instead of hundreds of digits where a number is huge, and `-` where
/// there is none.
pub fn places(value: f64, places: usize) -> String {
    number::places(value, places).unwrap_or_else(|| "-".to_owned())
}

/// A number the list may hold: as it stands when it is short, with its decimals else.
pub fn plain(value: f64) -> String {
    let short = value.to_string();
    if value.is_finite() && short.len() <= 8 { short } else { decimals(value) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_number_keeps_digits_to_check_it_by() {
        for (value, text) in [
            (-0.370_744, "-0.370744"),
            (0.0, "0.000000"),
            (-0.0, "0.000000"),
            (22.0, "22.000000"),
            (0.000_123_456_7, "0.0001235"),
            (-2.06e-9, "-0.000000002060"),
        ] {
            assert_eq!(decimals(value), text);
        }
    }

    #[test]
    fn a_huge_number_has_an_exponent_and_what_is_none_a_dash() {
        for (value, text) in
            [(1e15, "1000000000000000.000000"), (-2.5e300, "-2.500000e300"), (f64::NAN, "-"), (f64::INFINITY, "-")]
        {
            assert_eq!(decimals(value), text);
        }
        assert_eq!(plain(f64::NEG_INFINITY), "-");
        assert_eq!(plain(1e300), "1.000000e300");
    }

    #[test]
    fn counts_stand_beside_percentages() {
        assert_eq!(count(213, 291), "213/291 (73.20 %)");
        let none = Part { loss: f64::NAN, loss_rows: 0, correct: 0, total: 0 };
        assert_eq!(part(&none), "no rows");
    }
}
