//! Values as few bytes, for a line that fits into a chat message. What is written is read as the same value, and for
//! ever: settings and variants are told by their place, so new ones come last.

use super::{Batch, MissingAge, Scaling};
use crate::nn::{Activation, Init, Loss, OptimizerKind};
use crate::training::{Feature, HeldOut, SplitRule, StopRule};

/// A value that is written as few bytes.
pub trait Compact: Sized {
    /// Writes it behind the others.
    fn put(&self, out: &mut Vec<u8>);

    /// Reads it and leaves what is behind it; none where this program does not know such a value.
    fn take(from: &mut &[u8]) -> Option<Self>;
}

/// Seven bits a byte, the lowest first; the eighth says that more follow.
impl Compact for u64 {
    fn put(&self, out: &mut Vec<u8>) {
        let mut rest = *self;
        while rest > 0x7f {
            out.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        out.push(rest as u8);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        let mut value: Self = 0;
        for shift in (0..Self::BITS).step_by(7) {
            let byte = Self::from(*from.split_off_first()?);
            value |= (byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(value);
            }
        }
        None
    }
}

impl Compact for usize {
    fn put(&self, out: &mut Vec<u8>) {
        (*self as u64).put(out);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        u64::take(from)?.try_into().ok()
    }
}

impl Compact for bool {
    fn put(&self, out: &mut Vec<u8>) {
        u64::from(*self).put(out);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        [false, true].get(usize::take(from)?).copied()
    }
}

/// What somebody typed has few digits: their number and the power of ten. Any other is written as its bits.
impl Compact for f64 {
    fn put(&self, out: &mut Vec<u8>) {
        if let Some((power, digits)) = few_digits(*self) {
            out.push(power);
            (digits << 1 | u64::from(self.is_sign_negative())).put(out);
        } else {
            out.push(AS_BITS);
            out.extend(self.to_bits().to_le_bytes());
        }
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        let power = *from.split_off_first()?;
        if power == AS_BITS {
            let bits = from.split_off(..8)?.try_into().ok()?;
            return Some(Self::from_bits(u64::from_le_bytes(bits)));
        }
        let digits = u64::take(from)?;
        let sign = if digits & 1 == 1 { "-" } else { "" };
        format!("{sign}{}e{}", digits >> 1, i64::from(power) - POWER_ZERO).parse().ok()
    }
}

/// The byte of the power 0.
const POWER_ZERO: i64 = 128;
/// The byte before the bits of a number.
const AS_BITS: u8 = u8::MAX;
/// From here on digits take no fewer bytes than bits.
const MOST_DIGITS: u64 = 1 << 48;

/// The power of ten of a number's last digit, and its digits, where these are few.
fn few_digits(number: f64) -> Option<(u8, u64)> {
    let text = format!("{:e}", number.abs());
    let (digits, power) = text.split_once('e')?;
    let decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let power = POWER_ZERO + power.parse::<i64>().ok()? - i64::try_from(decimals).ok()?;
    let power = u8::try_from(power).ok().filter(|&power| power < AS_BITS)?;
    let digits = digits.replace('.', "").parse().ok().filter(|&digits| digits < MOST_DIGITS)?;
    Some((power, digits))
}

impl<T: Compact> Compact for Option<T> {
    fn put(&self, out: &mut Vec<u8>) {
        self.is_some().put(out);
        if let Some(value) = self {
            value.put(out);
        }
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        Some(if bool::take(from)? { Some(T::take(from)?) } else { None })
    }
}

impl<T: Compact> Compact for Vec<T> {
    fn put(&self, out: &mut Vec<u8>) {
        self.len().put(out);
        for value in self {
            value.put(out);
        }
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        (0..usize::take(from)?).map(|_| T::take(from)).collect()
    }
}

/// Enums, by their place among all.
macro_rules! places {
    ($($name:ty),*) => {
        $(impl Compact for $name {
            fn put(&self, out: &mut Vec<u8>) {
                (*self as usize).put(out);
            }

            fn take(from: &mut &[u8]) -> Option<Self> {
                Self::ALL.get(usize::take(from)?).copied()
            }
        })*
    };
}

places!(Feature, MissingAge, Scaling, Activation, Init, Loss, OptimizerKind, SplitRule, HeldOut, StopRule);

/// No rows are no batch, so 0 stands for all of them.
impl Compact for Batch {
    fn put(&self, out: &mut Vec<u8>) {
        match self {
            Self::Full => 0,
            Self::Rows(rows) => *rows,
        }
        .put(out);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        Some(match usize::take(from)? {
            0 => Self::Full,
            rows => Self::Rows(rows),
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::training::recipe::{Recipe, Setting};
    use crate::training::{Change, Preset};

    fn bytes(value: &impl Compact) -> Vec<u8> {
        let mut bytes = Vec::new();
        value.put(&mut bytes);
        bytes
    }

    fn read<T: Compact>(bytes: &[u8]) -> Option<T> {
        let mut rest = bytes;
        T::take(&mut rest).filter(|_| rest.is_empty())
    }

    /// Lines that people have shared are read for ever: whoever changes these bytes takes a new version.
    #[test]
    fn what_was_written_once_is_written_so_for_ever() {
        assert_eq!(bytes(&Recipe::default()), [0]);
        let presets = Preset::ALL.iter().flat_map(|preset| bytes(&preset.recipe()));
        assert_eq!(crc32fast::hash(&presets.collect::<Vec<_>>()), 1_572_509_354);
        let settings: Vec<_> = Setting::IN_FILES.iter().map(|setting| setting.key()).collect();
        assert!(settings.join(" ").starts_with(
            "features missing_age scaling hidden activation init seed loss optimizer learning_rate momentum nesterov \
             weight_decay batch shuffle l1 l2 train_rows split stop patience held_out"
        ));
        let features: Vec<_> = Feature::ALL.iter().map(|feature| feature.name()).collect();
        assert!(features.join(" ").starts_with(
            "age sex pclass sibsp parch fare embarked embarked_code title family_size alone cabin_known age_missing \
             age_squared age_times_sex log_fare"
        ));
    }

    #[test]
    fn what_is_typed_takes_few_bytes() {
        for (value, length) in [(0.5, 2), (0.001, 2), (-0.016_852, 4), (1e-7, 2), (1e300, 9), (1.0 / 3.0, 9)] {
            assert_eq!(bytes(&value).len(), length, "{value}");
        }
        assert_eq!(bytes(&300_u64), [0xac, 2]);
    }

    #[test]
    fn what_a_newer_program_wrote_is_not_guessed_at() {
        assert_eq!(read::<Recipe>(&bytes(&(1_u64 << Setting::IN_FILES.len()))), None);
        assert_eq!(read::<Feature>(&bytes(&Feature::ALL.len())), None);
        assert_eq!(read::<Vec<u64>>(&bytes(&u64::MAX)), None, "and no memory is asked for");
    }

    proptest! {
        #[test]
        fn numbers_come_back_with_their_bits(value in any::<u64>().prop_map(f64::from_bits), whole in any::<u64>()) {
            let back: f64 = read(&bytes(&value)).unwrap();
            prop_assert_eq!(back.to_bits(), value.to_bits());
            prop_assert_eq!(read::<u64>(&bytes(&whole)), Some(whole));
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
            let recipe: Option<Recipe> = read(&bytes);
            let changes: Option<Vec<Change>> = read(&bytes);
            prop_assert!(recipe.is_none_or(|recipe| recipe.hidden.len() < 60));
            prop_assert!(changes.is_none_or(|changes| changes.len() < 60));
        }
    }
}
