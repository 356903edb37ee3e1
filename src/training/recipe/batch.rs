//! How many rows make one step: in files a number or the word for all of them.

use std::fmt;

use serde::de::{Error as _, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// How many rows are averaged for one step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Batch {
    /// All training rows: one step an epoch.
    #[default]
    Full,
    /// This many, at least 1; a last short batch is averaged over its own rows.
    Rows(usize),
}

impl Batch {
    /// How many of so many training rows make a step.
    pub fn of(self, rows: usize) -> usize {
        match self {
            Self::Full => rows,
            Self::Rows(batch) => batch.min(rows),
        }
    }
}

impl Serialize for Batch {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Full => serializer.serialize_str("full"),
            Self::Rows(rows) => serializer.serialize_u64(*rows as u64),
        }
    }
}

impl<'de> Deserialize<'de> for Batch {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct FullOrRows;
        impl Visitor<'_> for FullOrRows {
            type Value = Batch;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("\"full\" or a number of rows")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Batch, E> {
                text.parse().map_err(|_| E::invalid_value(Unexpected::Str(text), &self))
            }

            fn visit_u64<E: serde::de::Error>(self, rows: u64) -> Result<Batch, E> {
                usize::try_from(rows).map(Batch::Rows).map_err(|_| E::invalid_value(Unexpected::Unsigned(rows), &self))
            }

            fn visit_i64<E: serde::de::Error>(self, rows: i64) -> Result<Batch, E> {
                let rows = u64::try_from(rows);
                self.visit_u64(rows.map_err(|_| E::custom("a batch has at least 1 row"))?)
            }
        }
        deserializer.deserialize_any(FullOrRows).map_err(D::Error::custom)
    }
}

impl std::str::FromStr for Batch {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.parse() {
            Ok(rows) => Ok(Self::Rows(rows)),
            Err(_) if text == "full" => Ok(Self::Full),
            Err(_) => Err("expected \"full\" or a number of rows"),
        }
    }
}

impl fmt::Display for Batch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Full => f.write_str("full"),
            Self::Rows(rows) => rows.fmt(f),
        }
    }
}
