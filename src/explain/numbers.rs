//! Numbers as the screen shows them: a real minus sign, fields that never change their width, no
//! negative zero, no probability rounded onto the threshold. Copied text goes through [`ascii`].
//!
//! One number has one precision wherever it stands, in a list as where it is worked out: a sum, a product and a chance
//! have [`DECIMALS`], a loss four, a share of people two. A weight has six on a line of a diagram, fewer where the lines
//! would be too short, four in the legend of its curve, and all its digits where it is pointed at.

mod powers;
mod probability;

pub use powers::{Digits, flow, unsigned_flow};
pub use probability::{chance, probability_in};

use crate::data::number::places;

/// The minus sign of the screen, U+2212, as wide as `+` and never taken for a dash.
const MINUS: char = '−';

/// Stands for a number that does not exist.
pub const MISSING: &str = "–";

/// The decimals of what is worked out on the way to an answer: sums, products, chances.
pub const DECIMALS: usize = 6;

/// Stands for a number that is not told yet.
pub const NOT_YET: &str = "?";

/// The value with so many decimals, right-aligned in exactly `width` cells.
///
/// Where that is too wide it gives up decimals, then turns to `1.2e−7`; a field too narrow even for
/// that is filled with `#`, since half a number would be a wrong one.
pub fn fixed(value: f64, decimals: usize, width: usize) -> String {
    in_field(value, decimals, width, decimal)
}

/// The value with so many decimals, as wide as it is; the exponent instead of hundreds of digits where it
/// is huge, and `–` where there is no number.
pub fn decimal(value: f64, decimals: usize) -> String {
    let Some(text) = places(value, decimals) else {
        return MISSING.to_owned();
    };
    match text.strip_prefix('-') {
        Some(digits) if shows_zero(digits) => digits.to_owned(),
        _ => real_minus(&text),
    }
}

/// As [`fixed`], with `+` before what is above zero; what shows as zero has no sign.
pub fn signed(value: f64, decimals: usize, width: usize) -> String {
    in_field(value, decimals, width, with_plus)
}

/// The most telling form in at most `width` cells, without padding: in full if that fits, else
/// rounded, small values as `1.2e−7`.
pub fn compact(value: f64, width: usize) -> String {
    let whole = full(value);
    if cells(&whole) <= width {
        return whole;
    }
    let short = if value.abs() >= 0.001 {
        in_field(value, width, width, decimal)
    } else {
        scientific(value, width).unwrap_or_else(|| in_field(value, width, width, decimal))
    };
    short.trim_start().to_owned()
}

/// A factor of a product shown to six decimals: six decimals where that is all of it, else eight, so
/// that the product can be checked by hand.
pub fn factor(value: f64) -> String {
    let whole = full(value);
    let decimals = whole.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    if whole.contains('e') || decimals > 6 { decimal(value, 8) } else { whole }
}

/// A number within a formula or a sentence: all of it where that is short, else six decimals.
pub fn short(value: f64) -> String {
    let whole = full(value);
    if cells(&whole) <= 9 {
        whole
    } else if value.abs() >= 1e-4 {
        decimal(value, 6)
    } else {
        compact(value, 9)
    }
}

/// A digit times a power of ten, as on an axis: `1e−4`.
pub fn power(value: f64) -> String {
    real_minus(&format!("{value:.0e}"))
}

/// The value with every digit it takes to get the same bits back.
pub fn full(value: f64) -> String {
    let size = value.abs();
    if value == 0.0 {
        return "0".to_owned();
    }
    if !value.is_finite() {
        return decimal(value, 0);
    }
    let text = if (1e-5..1e16).contains(&size) { value.to_string() } else { format!("{value:e}") };
    real_minus(&text)
}

/// A value that was computed, to twelve significant digits: those after them tell how sums are rounded, not what they are.
pub fn computed(value: f64) -> String {
    full(format!("{value:.11e}").parse().unwrap_or(value))
}

/// A loss with four decimals in six cells, `0.5292`.
pub fn loss(value: f64) -> String {
    fixed(value, 4, 6)
}

/// A loss in five cells, `.5292`, for narrow screens.
pub fn loss_short(value: f64) -> String {
    let text = decimal(value, 4);
    text.strip_prefix("0.").map_or_else(|| fixed(value, 4, 5), |digits| format!(".{digits}"))
}

/// `k` of `n`, with `k` in a field as wide as `n`: ` 97/291`.
pub fn count(k: usize, n: usize) -> String {
    let whole = n.to_string();
    format!("{k:>0$}/{whole}", whole.len())
}

/// `k` of `n` in per cent, always seven cells: `73.20 %`, `100.0 %`. Less than all never shows as
/// all, and of nobody it is `–`.
pub fn percent(k: usize, n: usize) -> String {
    let text = match (k, n) {
        (_, 0) => return format!("{MISSING:>7}"),
        (k, n) if k >= n => fixed(k as f64 / n as f64 * 100.0, 2, 5),
        (k, n) => format!("{:.2}", (k as f64 / n as f64 * 100.0).min(99.99)),
    };
    format!("{text:>5} %")
}

/// A whole number as it is counted: `10,000`.
pub fn whole(number: impl std::fmt::Display) -> String {
    grouped(&number.to_string())
}

/// The same number with commas between its thousands: `7,690`.
pub fn grouped(number: &str) -> String {
    let whole = number.find('.').unwrap_or(number.len());
    let mut text = String::new();
    for (at, digit) in number.char_indices() {
        let is_within = text.ends_with(|before: char| before.is_ascii_digit()) && digit.is_ascii_digit();
        if is_within && at < whole && (whole - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A condition number: `7,690`, `6.11`.
pub fn condition(value: f64) -> String {
    grouped(&decimal(value, if value < 100.0 { 2 } else { 0 }))
}

/// The same text with `-` for the real minus sign: for what is copied, exported or piped.
pub fn ascii(text: &str) -> String {
    text.replace(MINUS, "-")
}

/// The first form that fits into the field, right-aligned.
fn in_field(value: f64, decimals: usize, width: usize, form: impl Fn(f64, usize) -> String) -> String {
    let text = (0..=decimals)
        .rev()
        .map(|decimals| form(value, decimals))
        .find(|text| cells(text) <= width)
        .or_else(|| scientific(value, width))
        .unwrap_or_else(|| "#".repeat(width));
    format!("{text:>width$}")
}

fn with_plus(value: f64, decimals: usize) -> String {
    let text = decimal(value, decimals);
    if value > 0.0 && !shows_zero(&text) { format!("+{text}") } else { text }
}

/// `1.2e−7` with as many digits as fit.
fn scientific(value: f64, width: usize) -> Option<String> {
    let most = width.min(17);
    (0..=most)
        .rev()
        .map(|digits| real_minus(&format!("{value:.digits$e}")))
        .find(|text| cells(text) <= width)
        .filter(|_| value.is_finite())
}

fn shows_zero(digits: &str) -> bool {
    digits.chars().all(|c| c == '0' || c == '.')
}

fn real_minus(text: &str) -> String {
    text.replace('-', "−")
}

/// All these texts are one cell a character.
fn cells(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn parsed(text: &str) -> f64 {
        ascii(text.trim()).parse().unwrap()
    }

    #[test]
    fn a_number_stands_right_in_its_field_with_a_real_minus() {
        assert_eq!(fixed(-0.487_053, 6, 10), " −0.487053");
        assert_eq!(fixed(0.704_039, 4, 7), " 0.7040");
        assert_eq!(fixed(22.0, 0, 4), "  22");
    }

    #[test]
    fn thousands_are_parted_by_commas() {
        for (number, text) in
            [("5.96", "5.96"), ("769", "769"), ("7690", "7,690"), ("−100", "−100"), ("1e100", "1e100")]
        {
            assert_eq!(grouped(number), text);
        }
        assert_eq!(grouped("1234567.125"), "1,234,567.125");
    }

    #[test]
    fn nothing_is_minus_zero() {
        assert_eq!(fixed(-0.0, 3, 6), " 0.000");
        assert_eq!(fixed(-0.000_4, 3, 6), " 0.000");
        assert_eq!(fixed(-0.000_6, 3, 6), "−0.001");
        assert_eq!(signed(-0.0, 6, 9), " 0.000000");
        assert_eq!(signed(0.000_000_1, 6, 9), " 0.000000");
        assert_eq!(full(-0.0), "0");
        assert_eq!(compact(-0.0, 4), "0");
    }

    #[test]
    fn signs_are_shown_where_they_are_the_point() {
        assert_eq!(signed(0.017_518, 6, 10), " +0.017518");
        assert_eq!(signed(-17.518_287, 6, 10), "−17.518287");
    }

    #[test]
    fn a_value_too_big_for_its_field_loses_decimals_before_it_loses_its_size() {
        assert_eq!(fixed(-17.518_287, 6, 8), "−17.5183");
        assert_eq!(fixed(123_456.0, 4, 6), "123456");
        assert_eq!(fixed(1_234_567.0, 4, 6), "1.23e6");
        assert_eq!(fixed(-1.2e30, 4, 7), "−1.2e30");
        assert_eq!(fixed(-1.2e30, 4, 3), "###");
        assert_eq!(fixed(1.0, 2, 0), "");
    }

    #[test]
    fn what_is_no_number_says_so_without_leaving_its_field() {
        assert_eq!(fixed(f64::NAN, 4, 6), "     –");
        assert_eq!(fixed(f64::INFINITY, 4, 6), "     –");
        assert_eq!(fixed(f64::NEG_INFINITY, 4, 6), "     –");
        assert_eq!(fixed(f64::NEG_INFINITY, 4, 2), " –");
        assert_eq!(loss(f64::NAN), "     –");
        assert_eq!(full(f64::NAN), "–");
        assert_eq!(full(f64::INFINITY), "–");
        assert_eq!(compact(f64::INFINITY, 7), "–");
        assert_eq!(loss(f64::INFINITY), "     –");
    }

    #[test]
    fn a_huge_number_is_shown_by_its_exponent() {
        assert_eq!(decimal(-1e300, 2), "−1.00e300");
        assert_eq!(decimal(1e15, 0), "1000000000000000");
        assert_eq!(factor(1e300), "1.00000000e300");
        assert_eq!(fixed(1e308, 6, 14), "  1.000000e308");
    }

    #[test]
    fn small_values_keep_their_digits_in_compact_form() {
        assert_eq!(compact(1.2e-7, 6), "1.2e−7");
        assert_eq!(compact(0.000_123_456, 6), "1.2e−4");
        assert_eq!(compact(0.001, 6), "0.001");
        assert_eq!(compact(-0.016_852, 6), "−0.017");
        assert_eq!(compact(2.0 / 3.0, 6), "0.6667");
        assert_eq!(compact(-1e-300, 7), "−1e−300");
        assert_eq!(compact(-1e-300, 4), "0.00", "no room for the exponent: it is as good as zero");
    }

    #[test]
    fn full_gives_the_same_bits_back() {
        assert_eq!(full(-0.016_852), "−0.016852");
        assert_eq!(full(1.2e-7), "1.2e−7");
        assert_eq!(full(22.0), "22");
        assert_eq!(full(1e300), "1e300");
        assert_eq!(full(0.1 + 0.2), "0.30000000000000004");
    }

    #[test]
    fn losses_keep_their_field_when_they_explode() {
        assert_eq!(loss(0.529_202), "0.5292");
        assert_eq!(loss(3.625_4), "3.6254");
        assert_eq!(loss(16.118), "16.118");
        assert_eq!(loss_short(0.529_202), ".5292");
        assert_eq!(loss_short(5.99), "5.990");
        assert_eq!(loss_short(0.999_99), "1.000");
        assert_eq!(loss_short(f64::NAN), "    –");
    }

    #[test]
    fn counts_and_percentages_never_jump() {
        assert_eq!(count(97, 291), " 97/291");
        assert_eq!(count(213, 291), "213/291");
        assert_eq!(count(0, 0), "0/0");
        assert_eq!(percent(213, 291), "73.20 %");
        assert_eq!(percent(291, 291), "100.0 %");
        assert_eq!(percent(999_999, 1_000_000), "99.99 %");
        assert_eq!(percent(3, 291), " 1.03 %");
        assert_eq!(percent(0, 291), " 0.00 %");
        assert_eq!(percent(0, 0), "      –");
    }

    #[test]
    fn copied_text_has_the_minus_of_a_keyboard() {
        assert_eq!(ascii("22 × −0.016852 = −0.370744"), "22 × -0.016852 = -0.370744");
    }

    proptest! {
        #[test]
        fn a_field_is_exactly_as_wide_as_asked(value: f64, decimals in 0_usize..12, width in 0_usize..24) {
            prop_assert_eq!(cells(&fixed(value, decimals, width)), width);
            prop_assert_eq!(cells(&signed(value, decimals, width)), width);
            prop_assert!(cells(&compact(value, width)) <= width);
        }

        #[test]
        fn what_is_shown_is_the_value_to_its_last_digit(value in -1e6..1e6, decimals in 0_usize..9) {
            let half_a_digit = 0.5 / (0..decimals).fold(1.0, |power, _| power * 10.0);
            for text in [fixed(value, decimals, 20), signed(value, decimals, 20)] {
                let slack = value.abs() * f64::EPSILON;
                prop_assert!((parsed(&text) - value).abs() <= half_a_digit + slack, "{}", text);
            }
        }

        #[test]
        fn even_a_tight_field_shows_the_right_size(value in prop::num::f64::NORMAL, width in 9_usize..16) {
            let shown = parsed(&compact(value, width));
            prop_assert!((shown - value).abs() <= value.abs() * 0.06, "{}", shown);
        }

        #[test]
        fn full_is_read_back_bit_for_bit(value in prop::num::f64::NORMAL | prop::num::f64::SUBNORMAL) {
            prop_assert_eq!(parsed(&full(value)).to_bits(), value.to_bits());
        }
    }
}
