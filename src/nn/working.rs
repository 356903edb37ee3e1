//! A number with the working that led to it, so that a rule written once both moves parameters and tells
//! how: what is written is what is computed.

use std::ops::{Add, Div, Mul};

/// What a rule is written in: `f64` to train, [`Working`] to tell.
pub(super) trait Number: Clone + Add<Output = Self> + Mul<Output = Self> + Div<Output = Self> {
    /// A constant of the rule.
    fn constant(value: f64) -> Self;
    /// Its square.
    fn square(self) -> Self;
    /// Its root.
    fn sqrt(self) -> Self;
    /// A number kept until the next step, under this name.
    fn kept(self, name: &'static str) -> Self;
    /// A number on the way, under this name.
    fn named(self, name: &'static str) -> Self;
}

impl Number for f64 {
    #[inline]
    fn constant(value: f64) -> Self {
        value
    }
    #[inline]
    fn square(self) -> Self {
        self * self
    }
    #[inline]
    fn sqrt(self) -> Self {
        self.sqrt()
    }
    #[inline]
    fn kept(self, _name: &'static str) -> Self {
        self
    }
    #[inline]
    fn named(self, _name: &'static str) -> Self {
        self
    }
}

/// A number as a formula of others.
#[derive(Debug, Clone, PartialEq)]
pub enum Working {
    /// A constant of the rule.
    Constant(f64),
    /// What was remembered, and what follows from the number of steps.
    Known(f64),
    /// The slope the rule is given.
    Slope(f64),
    /// The weight that is to move.
    Weight(f64),
    /// One and the other.
    Sum(Box<[Self; 2]>),
    /// One times the other.
    Product(Box<[Self; 2]>),
    /// One over the other.
    Quotient(Box<[Self; 2]>),
    /// A number times itself.
    Square(Box<Self>),
    /// A square root.
    Root(Box<Self>),
    /// A number with a name of its own.
    Named(Named<Box<Self>>),
}

/// A formula and its name.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Named<W> {
    /// The name.
    pub name: &'static str,
    /// Whether the number stays until the next step.
    pub kept: bool,
    /// The formula.
    pub of: W,
}

/// How tightly the outermost operation of a formula binds, so that brackets stand where they are needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tightness {
    /// a + b
    Sum,
    /// a·b, a/b
    Product,
    /// a², √a
    Power,
    /// A number, or a name that stands for one.
    Name,
}

impl Working {
    /// The number, by the same operations in the same order as in training.
    pub fn value(&self) -> f64 {
        match self {
            Self::Constant(value) | Self::Known(value) | Self::Slope(value) | Self::Weight(value) => *value,
            Self::Sum(of) => of[0].value() + of[1].value(),
            Self::Product(of) => of[0].value() * of[1].value(),
            Self::Quotient(of) => of[0].value() / of[1].value(),
            Self::Square(of) => of.value().square(),
            Self::Root(of) => of.value().sqrt(),
            Self::Named(named) => named.of.value(),
        }
    }

    /// Whether it can lie on either side of 0, as the slope does and its square does not.
    pub fn has_sign(&self) -> bool {
        match self {
            Self::Constant(_) | Self::Known(_) | Self::Square(_) => false,
            Self::Slope(_) | Self::Weight(_) => true,
            Self::Sum(of) | Self::Product(of) | Self::Quotient(of) => of.iter().any(Self::has_sign),
            Self::Root(of) => of.has_sign(),
            Self::Named(named) => named.of.has_sign(),
        }
    }

    /// How tightly it binds.
    pub const fn binding(&self) -> Tightness {
        match self {
            Self::Sum(_) => Tightness::Sum,
            Self::Product(_) | Self::Quotient(_) => Tightness::Product,
            Self::Square(_) | Self::Root(_) => Tightness::Power,
            Self::Constant(_) | Self::Known(_) | Self::Slope(_) | Self::Weight(_) | Self::Named(_) => Tightness::Name,
        }
    }

    /// Every number with a name that it is made of, itself included, before what is made of it.
    pub fn named_parts(&self) -> Vec<Named<&Self>> {
        match self {
            Self::Constant(_) | Self::Known(_) | Self::Slope(_) | Self::Weight(_) => Vec::new(),
            Self::Sum(of) | Self::Product(of) | Self::Quotient(of) => of.iter().flat_map(Self::named_parts).collect(),
            Self::Square(of) | Self::Root(of) => of.named_parts(),
            Self::Named(Named { name, kept, of }) => {
                let mut parts = of.named_parts();
                parts.push(Named { name, kept: *kept, of: &**of });
                parts
            }
        }
    }
}

impl Number for Working {
    fn constant(value: f64) -> Self {
        Self::Constant(value)
    }
    fn square(self) -> Self {
        Self::Square(Box::new(self))
    }
    fn sqrt(self) -> Self {
        Self::Root(Box::new(self))
    }
    fn kept(self, name: &'static str) -> Self {
        let (kept, of) = (true, Box::new(self));
        Self::Named(Named { name, kept, of })
    }
    fn named(self, name: &'static str) -> Self {
        let (kept, of) = (false, Box::new(self));
        Self::Named(Named { name, kept, of })
    }
}

impl Add for Working {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::Sum(Box::new([self, other]))
    }
}

impl Mul for Working {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Self::Product(Box::new([self, other]))
    }
}

impl Div for Working {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        Self::Quotient(Box::new([self, other]))
    }
}
