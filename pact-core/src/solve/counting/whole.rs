//! Whole numbers of two kinds behind one trait: of the machine, which say when they overflow, and of any size.

use std::cmp::Ordering;

use num_bigint::{BigInt, Sign};

use super::Stop;

/// A whole number. What does not fit is [`Stop::Overflow`], never another number.
pub(super) trait Whole: Clone + Ord {
    fn new(value: i128) -> Self;
    /// How it compares to 0.
    fn sign(&self) -> Ordering;
    fn times(&self, factor: &Self) -> Result<Self, Stop>;
    fn minus(&self, other: &Self) -> Result<Self, Stop>;
    /// Adds `value × factor`.
    fn add(&mut self, value: &Self, factor: i128) -> Result<(), Stop>;
    fn negated(&self) -> Self;
    /// The greatest common divisor: at least 0, and 0 only for 0 and 0.
    fn gcd(&self, other: &Self) -> Self;
    fn is_one(&self) -> bool;
    /// Divided and rounded down; the divisor is above 0.
    fn over(&self, divisor: &Self) -> Self;
    fn small(&self) -> Result<i128, Stop>;
    /// How many words it takes, about.
    fn words(&self) -> u64;
}

/// A sum or product of which the negative is a number too.
fn fits(value: Option<i128>) -> Result<i128, Stop> {
    value.filter(|value| *value != i128::MIN).ok_or(Stop::Overflow)
}

/// A product that is cheap where both factors are short, as nearly all are.
fn product(one: i128, other: i128) -> Result<i128, Stop> {
    match (i64::try_from(one), i64::try_from(other)) {
        (Ok(one), Ok(other)) => Ok(i128::from(one) * i128::from(other)),
        _ => fits(one.checked_mul(other)),
    }
}

/// The greatest common divisor of two numbers that are not the lowest there is.
pub(super) fn gcd(one: i128, other: i128) -> i128 {
    let (mut one, mut other) = (one.unsigned_abs(), other.unsigned_abs());
    while other != 0 {
        if let (Ok(mut short), Ok(mut shorter)) = (u64::try_from(one), u64::try_from(other)) {
            while shorter != 0 {
                (short, shorter) = (shorter, short % shorter);
            }
            return i128::from(short);
        }
        (one, other) = (other, one % other);
    }
    i128::try_from(one).unwrap_or(i128::MAX)
}

impl Whole for i128 {
    fn new(value: i128) -> Self {
        value
    }

    fn sign(&self) -> Ordering {
        self.cmp(&0)
    }

    fn times(&self, factor: &Self) -> Result<Self, Stop> {
        product(*self, *factor)
    }

    fn minus(&self, other: &Self) -> Result<Self, Stop> {
        fits(self.checked_sub(*other))
    }

    fn add(&mut self, value: &Self, factor: i128) -> Result<(), Stop> {
        *self = fits(self.checked_add(product(*value, factor)?))?;
        Ok(())
    }

    fn negated(&self) -> Self {
        -self
    }

    fn gcd(&self, other: &Self) -> Self {
        gcd(*self, *other)
    }

    fn is_one(&self) -> bool {
        *self == 1
    }

    fn over(&self, divisor: &Self) -> Self {
        match (i64::try_from(*self), i64::try_from(*divisor)) {
            // The divisor is above 0: the lowest number over −1 does not come up.
            (Ok(short), Ok(divisor)) => i128::from(short.div_euclid(divisor)),
            _ => self.div_euclid(*divisor),
        }
    }

    fn small(&self) -> Result<i128, Stop> {
        Ok(*self)
    }

    fn words(&self) -> u64 {
        1
    }
}

impl Whole for BigInt {
    fn new(value: i128) -> Self {
        Self::from(value)
    }

    fn sign(&self) -> Ordering {
        match BigInt::sign(self) {
            Sign::Minus => Ordering::Less,
            Sign::NoSign => Ordering::Equal,
            Sign::Plus => Ordering::Greater,
        }
    }

    fn times(&self, factor: &Self) -> Result<Self, Stop> {
        Ok(self * factor)
    }

    fn minus(&self, other: &Self) -> Result<Self, Stop> {
        Ok(self - other)
    }

    fn add(&mut self, value: &Self, factor: i128) -> Result<(), Stop> {
        *self += value * factor;
        Ok(())
    }

    fn negated(&self) -> Self {
        -self
    }

    fn gcd(&self, other: &Self) -> Self {
        num_integer::Integer::gcd(self, other)
    }

    fn is_one(&self) -> bool {
        *self == Self::from(1)
    }

    fn over(&self, divisor: &Self) -> Self {
        num_integer::Integer::div_floor(self, divisor)
    }

    fn small(&self) -> Result<i128, Stop> {
        fits(i128::try_from(self).ok())
    }

    fn words(&self) -> u64 {
        4 + self.bits() / 64
    }
}

#[cfg(test)]
mod tests {
    use num_bigint::BigInt;
    use proptest::prelude::*;

    use super::{Stop, Whole, gcd};

    proptest! {
        /// Both kinds of numbers say the same, as far as those of the machine go.
        #[test]
        fn numbers_of_the_machine_and_of_any_size_agree(one in any::<i128>(), other in any::<i128>(), cut in 0u32..120, cut2 in 0u32..120) {
            let (one, other) = ((one >> cut).max(-i128::MAX), (other >> cut2).max(-i128::MAX));
            let (big, big2) = (BigInt::from(one), BigInt::from(other));
            let product = big.times(&big2).unwrap();
            match one.times(&other) {
                Ok(small) => prop_assert_eq!(BigInt::from(small), product),
                Err(stop) => { prop_assert_eq!(stop, Stop::Overflow); prop_assert!(product.small().is_err()); }
            }
            let difference = big.minus(&big2).unwrap();
            match one.minus(&other) {
                Ok(small) => prop_assert_eq!(BigInt::from(small), difference),
                Err(stop) => { prop_assert_eq!(stop, Stop::Overflow); prop_assert!(difference.small().is_err()); }
            }
            prop_assert_eq!(BigInt::from(gcd(one, other)), Whole::gcd(&big, &big2));
            if other > 0 {
                prop_assert_eq!(BigInt::from(one.over(&other)), big.over(&big2));
            }
            prop_assert_eq!(Whole::sign(&one), Whole::sign(&big));
        }
    }
}
