//! A list of people, whole and with its bad rows passed over; what is read can be asked about everybody.
#![no_main]

use libfuzzer_sys::fuzz_target;
use titanic_tui::data::{Labels, PassengerList};

fuzz_target!(|bytes: &[u8]| {
    for labels in [Labels::Required, Labels::Optional] {
        if let Ok(list) = PassengerList::read("list.csv", bytes, labels) {
            assert_eq!(list.passengers().count(), list.len());
        }
    }
});
