//! Numbers as the commands print them: counts beside percentages, plain ASCII, enough digits to check.

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
    let over = if part.loss_rows == part.total {
        String::new()
    } else {
        format!(" over {}", part.loss_rows)
    };
    format!("loss {}{over}, {right} right", decimals(part.loss))
}

/// `213/291 (73.20 %)`.
pub fn count(correct: u32, total: u32) -> String {
    format!(
        "{correct}/{total} ({})",
        percent(f64::from(correct) / f64::from(total))
    )
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
    format!("{value:.places$}")
}

/// A number the list may hold: as it stands when it is short, with its decimals else.
pub fn plain(value: f64) -> String {
    let short = value.to_string();
    if short.len() <= 8 {
        short
    } else {
        decimals(value)
    }
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
    fn counts_stand_beside_percentages() {
        assert_eq!(count(213, 291), "213/291 (73.20 %)");
        let none = Part {
            loss: f64::NAN,
            loss_rows: 0,
            correct: 0,
            total: 0,
        };
        assert_eq!(part(&none), "no rows");
    }
}
