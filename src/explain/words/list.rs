//! Words of the passenger list: headings, quick filters, column details, the empty state.

use super::Word;
use crate::data::{Column, Quick};

super::texts!("list");

/// A column's heading.
pub const fn heading(column: Column) -> Word {
    match column {
        Column::Id => ID,
        Column::Name => NAME,
        Column::Sex => SEX,
        Column::Age => AGE,
        Column::Class => CLASS,
        Column::SibSp => SIBSP,
        Column::Parch => PARCH,
        Column::Ticket => TICKET,
        Column::Fare => FARE,
        Column::Cabin => CABIN,
        Column::Embarked => PORT,
        Column::Z => Z,
        Column::P => P,
        Column::Said => SAID,
        Column::Survived => WAS,
        Column::Right => RIGHT,
        Column::Loss => LOSS,
    }
}

/// A quick filter's name.
pub const fn quick(quick: Quick) -> Word {
    match quick {
        Quick::Wrong => Q_WRONG,
        Quick::Right => Q_RIGHT,
        Quick::Train => Q_TRAIN,
        Quick::Test => Q_TEST,
        Quick::Survived => Q_SURVIVED,
        Quick::Died => Q_DIED,
        Quick::Women => Q_WOMEN,
        Quick::Men => Q_MEN,
        Quick::Class1 => Q_CLASS_1,
        Quick::Class2 => Q_CLASS_2,
        Quick::Class3 => Q_CLASS_3,
        Quick::NoAge => Q_NO_AGE,
        Quick::Flipped => Q_FLIPPED,
        Quick::ThePost => Q_THE_POST,
    }
}
