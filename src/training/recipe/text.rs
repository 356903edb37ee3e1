//! What settings hold as text: as flags give it, and as a field to type in begins with it.

use serde::de::value::{Error, StrDeserializer};
use serde::de::{DeserializeOwned, IntoDeserializer};

use super::{Batch, MissingAge, Scaling};
use crate::nn::{Activation, Init, Loss, OptimizerKind};
use crate::training::{Feature, HeldOut, SplitRule, StopRule};

/// A value as text; what is written is read as the same value.
pub(super) trait Text: Sized {
    /// Whether it is typed; of other values there are so few that they are chosen.
    const IS_TYPED: bool;
    fn read(text: &str) -> Result<Self, String>;
    fn write(&self) -> String;
}

macro_rules! names {
    ($($name:ty),*) => {
        $(impl Text for $name {
            const IS_TYPED: bool = false;

            fn read(text: &str) -> Result<Self, String> {
                named(text).map_err(|error| error.to_string())
            }

            fn write(&self) -> String {
                self.name().to_owned()
            }
        })*
    };
}

macro_rules! words {
    ($($word:ty, $typed:literal, $write:expr;)*) => {
        $(impl Text for $word {
            const IS_TYPED: bool = $typed;

            fn read(text: &str) -> Result<Self, String> {
                text.parse::<Self>().map_err(|error| error.to_string())
            }

            fn write(&self) -> String {
                $write(self)
            }
        })*
    };
}

names!(MissingAge, Scaling, Activation, Init, Loss, OptimizerKind, SplitRule, HeldOut, StopRule);

words! {
    u64, true, Self::to_string;
    usize, true, Self::to_string;
    bool, false, Self::to_string;
    Batch, true, Self::to_string;
    f64, true, |&value: &Self| number(value);
}

impl Text for Vec<usize> {
    const IS_TYPED: bool = true;

    fn read(text: &str) -> Result<Self, String> {
        if matches!(text, "none" | "") {
            return Ok(Self::new());
        }
        let widths: Result<_, std::num::ParseIntError> = text.split(',').map(|width| width.trim().parse()).collect();
        widths.map_err(|_| "expected widths such as 16,16, or none".to_owned())
    }

    fn write(&self) -> String {
        self.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
    }
}

impl Text for Vec<Feature> {
    const IS_TYPED: bool = false;

    fn read(text: &str) -> Result<Self, String> {
        let names = text.split(',').map(|name| named(&name.trim().replace('-', "_")));
        names.collect::<Result<_, _>>().map_err(|error| error.to_string())
    }

    fn write(&self) -> String {
        self.iter().map(|feature| feature.name()).collect::<Vec<_>>().join(",")
    }
}

/// Where a recipe may say nothing.
impl<T: Text> Text for Option<T> {
    const IS_TYPED: bool = T::IS_TYPED;

    fn read(text: &str) -> Result<Self, String> {
        T::read(text).map(Some)
    }

    fn write(&self) -> String {
        self.as_ref().map_or_else(String::new, T::write)
    }
}

/// A value by the name that recipe files use for it.
fn named<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    let text: StrDeserializer<'_, Error> = text.into_deserializer();
    T::deserialize(text)
}

/// A rate or penalty as it is typed; all of them are 0 or more, so there is no sign to mind.
pub fn number(value: f64) -> String {
    if value != 0.0 && value < 1e-6 { format!("{value:e}") } else { value.to_string() }
}

/// The number of the line that comes after this text, or goes on with it.
pub(super) fn line_after(text: &str) -> usize {
    1 + text.matches('\n').count()
}
