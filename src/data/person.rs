//! A person who was not aboard: the same columns as a passenger's, owned, to be changed at will.

use super::passenger::{Passenger, Port, Sex};

/// Somebody made up, or made from a passenger.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    /// 1, 2 or 3.
    pub class: Option<u8>,
    /// "Surname, Title. First names".
    pub name: String,
    /// The sex as the list would record it.
    pub sex: Sex,
    /// Age in years.
    pub age: Option<f64>,
    /// Siblings and spouses aboard.
    pub siblings_spouses: Option<u32>,
    /// Parents and children aboard.
    pub parents_children: Option<u32>,
    /// Fare in pounds of 1912.
    pub fare: Option<f64>,
    /// Cabin, one or several.
    pub cabin: Option<String>,
    /// Where they come aboard.
    pub port: Option<Port>,
}

impl Person {
    /// Somebody like this passenger in everything.
    pub fn like(passenger: &Passenger<'_>) -> Self {
        Self {
            class: passenger.class,
            name: passenger.name.to_owned(),
            sex: passenger.sex,
            age: passenger.age,
            siblings_spouses: passenger.siblings_spouses,
            parents_children: passenger.parents_children,
            fare: passenger.fare,
            cabin: passenger.cabin.map(str::to_owned),
            port: passenger.port,
        }
    }

    /// The person as a row of a list: id 0, no ticket, and nobody knows what becomes of them.
    pub fn passenger(&self) -> Passenger<'_> {
        Passenger {
            id: 0,
            survived: None,
            class: self.class,
            name: &self.name,
            sex: self.sex,
            age: self.age,
            siblings_spouses: self.siblings_spouses,
            parents_children: self.parents_children,
            ticket: "",
            fare: self.fare,
            cabin: self.cabin.as_deref(),
            port: self.port,
        }
    }
}
