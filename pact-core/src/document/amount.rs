//! Exact amounts: heads, shares and majorities, the bounds that comparators make of them, and tables by the size of the whole.
//!
//! Everything is computed in whole numbers. 51 % of 51 is 26.01, and whether 26 heads are enough must not hang on how a
//! machine rounds.

use std::{borrow::Cow, cmp::Ordering};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::{
    decode::{Decode, Decoder, Faulty, choice, record},
    fault::{Expected, FaultKind, ValueProblem},
    load::tree::{Value, ValueKind},
    source::Span,
};

/// An exact share of a whole, from nothing to all of it, in lowest terms.
///
/// ```
/// use pact_core::document::amount::Share;
///
/// let share = Share::new(40, 100).unwrap();
/// assert_eq!((share.numerator(), share.denominator()), (2, 5));
/// assert_eq!(share.to_string(), "40 %");
/// assert_eq!(Share::new(2, 3).unwrap().to_string(), "2/3");
/// assert_eq!(Share::new(3, 2), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Share {
    num: u64,
    den: u64,
}

impl Share {
    /// One half.
    pub const HALF: Self = Self { num: 1, den: 2 };

    /// `num` parts of a whole of `den`; `None` when the whole has no parts, or fewer than are taken.
    pub fn new(num: u64, den: u64) -> Option<Self> {
        if den == 0 || num > den {
            return None;
        }
        let common = common_divisor(num, den);
        Some(Self { num: num / common, den: den / common })
    }

    /// The parts that are taken.
    pub fn numerator(self) -> u64 {
        self.num
    }

    /// The parts that there are; never 0.
    pub fn denominator(self) -> u64 {
        self.den
    }
}

/// The greatest common divisor; `b` where `a` is 0. O(digits).
fn common_divisor(a: u64, b: u64) -> u64 {
    if a == 0 { b } else { common_divisor(b % a, a) }
}

impl Ord for Share {
    fn cmp(&self, other: &Self) -> Ordering {
        let own = u128::from(self.num) * u128::from(other.den);
        own.cmp(&(u128::from(other.num) * u128::from(self.den)))
    }
}

impl PartialOrd for Share {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl std::fmt::Display for Share {
    /// `40 %` or `12.5 %` where that is exact within six decimals, else `2/3`. [`Amount::parse`] reads all of them.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        /// A whole in units of the sixth decimal of a percent.
        const WHOLE: u128 = 100_000_000;
        const PERCENT: u128 = 1_000_000;
        let scaled = u128::from(self.num) * WHOLE;
        if !scaled.is_multiple_of(u128::from(self.den)) {
            return write!(f, "{}/{}", self.num, self.den);
        }
        let scaled = scaled / u128::from(self.den);
        let decimals = format!("{:06}", scaled % PERCENT);
        match decimals.trim_end_matches('0') {
            "" => write!(f, "{} %", scaled / PERCENT),
            decimals => write!(f, "{}.{decimals} %", scaled / PERCENT),
        }
    }
}

/// What stands after a comparator: a number of heads, or a share of a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Amount {
    /// So many heads.
    Heads(u32),
    /// A share of the whole.
    Share(Share),
    /// More than half of the whole.
    Majority,
}

impl Amount {
    /// Reads an amount: `3`, `2/3`, `40 %`, `12,5 %`, `majority` (or `flertal`). Blanks at the ends and around the signs do not count.
    /// O(length).
    ///
    /// # Errors
    /// Why the text is none.
    ///
    /// ```
    /// use pact_core::{document::amount::{Amount, Share}, fault::ValueProblem};
    ///
    /// assert_eq!(Amount::parse("12,5 %"), Ok(Amount::Share(Share::new(1, 8).unwrap())));
    /// assert_eq!(Amount::parse("majority"), Ok(Amount::Majority));
    /// assert_eq!(Amount::parse("0.4"), Err(ValueProblem::Decimal));
    /// assert_eq!(Amount::parse("3/2"), Err(ValueProblem::OverWhole));
    /// ```
    pub fn parse(text: &str) -> Result<Self, ValueProblem> {
        let text = text.trim();
        if matches!(text, "majority" | "flertal") {
            return Ok(Self::Majority);
        }
        let (text, negative) = match text.strip_prefix(['-', '−']) {
            Some(rest) => (rest.trim_start(), true),
            None => (text, false),
        };
        // What is below zero is told from what is no amount at all.
        let read = Self::parse_unsigned(text);
        match read {
            Err(ValueProblem::NoAmount) => read,
            _ if negative => Err(ValueProblem::Negative),
            _ => read,
        }
    }

    fn parse_unsigned(text: &str) -> Result<Self, ValueProblem> {
        if let Some(number) = text.strip_suffix('%') {
            let (digits, decimals) = decimal(number.trim_end()).ok_or(ValueProblem::NoAmount)?;
            let decimals = decimals.trim_end_matches('0');
            let places = u32::try_from(decimals.len()).map_err(|_| ValueProblem::TooLarge)?;
            let scale = 10_u64.checked_pow(places).and_then(|scale| scale.checked_mul(100));
            let whole = scale.ok_or(ValueProblem::TooLarge)?;
            // Digits that no number holds are too many parts, or too fine ones.
            let parts = number_of(digits.bytes().chain(decimals.bytes())).ok_or(ValueProblem::TooLarge)?;
            return Share::new(parts, whole).map(Self::Share).ok_or(ValueProblem::OverWhole);
        }
        if let Some((parts, whole)) = text.split_once('/') {
            let (parts, whole) = (parts.trim_end(), whole.trim_start());
            if !is_digits(parts) || !is_digits(whole) {
                return Err(ValueProblem::NoAmount);
            }
            let number = |text: &str| number_of(text.bytes()).ok_or(ValueProblem::TooLarge);
            return match (number(parts)?, number(whole)?) {
                (_, 0) => Err(ValueProblem::NoParts),
                (parts, whole) => Share::new(parts, whole).map(Self::Share).ok_or(ValueProblem::OverWhole),
            };
        }
        match decimal(text) {
            Some((digits, _)) if digits.len() == text.len() => {
                let heads = number_of(digits.bytes()).and_then(|number| u32::try_from(number).ok());
                heads.map(Self::Heads).ok_or(ValueProblem::TooLarge)
            }
            Some(_) => Err(ValueProblem::Decimal),
            None => Err(ValueProblem::NoAmount),
        }
    }

    /// Whether it says nothing without a whole.
    pub fn is_share(self) -> bool {
        !matches!(self, Self::Heads(_))
    }

    /// The smallest number of heads of a whole that is at least this; `None` when no number is.
    ///
    /// ```
    /// use pact_core::document::amount::{Amount, Rounding};
    ///
    /// assert_eq!(Amount::Majority.least(19, Rounding::Exact), Some(10));
    /// assert_eq!(Amount::parse("40 %").unwrap().least(19, Rounding::Exact), Some(8));
    /// assert_eq!(Amount::parse("40 %").unwrap().least(19, Rounding::Down), Some(7));
    /// ```
    pub fn least(self, whole: u64, rounding: Rounding) -> Option<u64> {
        Limit { amount: self, strict: false }.least(whole, rounding)
    }

    /// The amount as a fraction of one head, and whether it has to be exceeded to be reached.
    fn of_whole(self, whole: u64, rounding: Rounding) -> (u128, u128, bool) {
        match self {
            Self::Heads(heads) => (u128::from(heads), 1, false),
            Self::Majority => (u128::from(whole), 2, true),
            Self::Share(share) => {
                // Both factors have 64 bits, so that the product fits.
                let (parts, den) = (u128::from(share.num) * u128::from(whole), u128::from(share.den));
                let (below, rest) = (parts / den, parts % den);
                let up = match rounding {
                    Rounding::Exact => return (parts, den, false),
                    Rounding::Up => rest > 0,
                    Rounding::Down => false,
                    Rounding::Nearest => rest * 2 >= den,
                };
                (below + u128::from(up), 1, false)
            }
        }
    }
}

impl std::fmt::Display for Amount {
    /// As documents write it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Heads(heads) => write!(f, "{heads}"),
            Self::Share(share) => write!(f, "{share}"),
            Self::Majority => write!(f, "majority"),
        }
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The digits before and after a decimal point or comma.
fn decimal(text: &str) -> Option<(&str, &str)> {
    match text.split_once(['.', ',']) {
        Some((digits, decimals)) => (is_digits(digits) && is_digits(decimals)).then_some((digits, decimals)),
        None => is_digits(text).then_some((text, "")),
    }
}

/// The number that digits write; `None` when it is too large.
fn number_of(digits: impl Iterator<Item = u8>) -> Option<u64> {
    digits
        .into_iter()
        .try_fold(0_u64, |number, digit| number.checked_mul(10)?.checked_add(u64::from(digit.wrapping_sub(b'0'))))
}

impl Decode for Amount {
    const EXPECTED: Expected = Expected::Amount;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        let text = value.text();
        let read = match value.kind() {
            ValueKind::Integer => Self::parse(text.strip_prefix('+').unwrap_or(text)),
            ValueKind::String => Self::parse(text),
            // Also `1e3`: a number that is not written out is no count of heads.
            ValueKind::Number => Err(ValueProblem::Decimal),
            _ => return Err(decoder.wrong_type(value, Expected::Amount)),
        };
        read.map_err(|problem| decoder.fault(value.span(), FaultKind::UnclearValue { problem, value: text.to_owned() }))
    }
}

impl JsonSchema for Amount {
    fn schema_name() -> Cow<'static, str> {
        "Amount".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A number of heads, or a share of the whole: a percentage, a fraction, or `majority`, which is more than half.",
            "anyOf": [
                { "type": "integer", "minimum": 0, "maximum": u32::MAX },
                { "type": "string", "pattern": r"^\s*(majority|flertal|[0-9]+|[0-9]+\s*/\s*0*[1-9][0-9]*|0*(100([.,]0+)?|[0-9]{1,2}([.,][0-9]+)?)\s*%)\s*$" },
            ],
            "examples": [3, "40 %", "2/3", "majority"],
        })
    }
}

choice! {
    /// What becomes of a share that is no whole number of heads, before anything is compared with it. A majority is never rounded.
    #[derive(Default)]
    pub enum Rounding {
        /// Nothing: 40 % of 19 is 7.6, and 8 is the first number that reaches it.
        #[default]
        Exact = "exact",
        /// It counts as the next whole number above.
        Up = "up",
        /// It counts as the next whole number below.
        Down = "down",
        /// It counts as the nearest whole number; a half as the one above.
        Nearest = "nearest",
    }
}

/// One end of what is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Limit {
    /// The amount at the end.
    pub amount: Amount,
    /// Whether the amount itself is not allowed: `more-than` and `less-than`.
    pub strict: bool,
}

impl Limit {
    /// The smallest number of heads above it; `None` when no number is.
    fn least(self, whole: u64, rounding: Rounding) -> Option<u64> {
        let (parts, den, exceed) = self.amount.of_whole(whole, rounding);
        let least = if self.strict || exceed { parts / den + 1 } else { parts.div_ceil(den) };
        u64::try_from(least).ok()
    }

    /// The largest number of heads below it; `None` when no number is.
    fn most(self, whole: u64, rounding: Rounding) -> Option<u64> {
        let (parts, den, _) = self.amount.of_whole(whole, rounding);
        let most = if self.strict { parts.div_ceil(den).checked_sub(1)? } else { parts / den };
        u64::try_from(most).ok()
    }

    /// How so many heads of a whole compare with the amount, exactly. A majority compares as one half.
    fn compare(self, heads: u64, whole: u64) -> Ordering {
        let (parts, den, _) = self.amount.of_whole(whole, Rounding::Exact);
        // The amount is a fraction of at most 64 bits below the line, so that neither product overflows.
        (u128::from(heads) * den).cmp(&parts)
    }
}

/// The numbers of heads that bounds allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct HeadRange {
    /// The smallest number.
    pub least: u64,
    /// The largest number; `None` when nothing bounds it but the whole.
    pub most: Option<u64>,
}

impl HeadRange {
    /// No number at all.
    pub const EMPTY: Self = Self { least: 1, most: Some(0) };

    /// Whether no number lies within.
    pub fn is_empty(self) -> bool {
        self.most.is_some_and(|most| most < self.least)
    }

    /// Whether a number lies within.
    pub fn contains(self, heads: u64) -> bool {
        heads >= self.least && self.most.is_none_or(|most| heads <= most)
    }
}

/// Bounds made of the comparators `exactly`, `at-least`, `at-most`, `more-than` and `less-than`.
///
/// ```
/// use pact_core::document::amount::{Amount, AmountBounds, HeadRange, Rounding};
///
/// let bounds = AmountBounds::of(None, Some(Amount::parse("40 %").unwrap()), None, None, None).unwrap().unwrap();
/// assert_eq!(bounds.heads(19, Rounding::Exact), HeadRange { least: 8, most: None });
/// assert_eq!(bounds.heads(19, Rounding::Down), HeadRange { least: 7, most: None });
/// assert!(bounds.admits(8, 19) && !bounds.admits(7, 19));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AmountBounds {
    /// What has to be reached, or exceeded.
    pub at_least: Option<Limit>,
    /// What must not be exceeded, or not reached.
    pub at_most: Option<Limit>,
}

impl AmountBounds {
    /// The bounds that comparators make; `None` when there is no comparator.
    ///
    /// # Errors
    /// When two of them bound the same end, of which it is not said which one counts; or when a majority stands anywhere but after `at-least`:
    /// "more than a majority" and "at most a majority" have no clear meaning.
    pub fn of(
        exactly: Option<Amount>,
        at_least: Option<Amount>,
        at_most: Option<Amount>,
        more_than: Option<Amount>,
        less_than: Option<Amount>,
    ) -> Result<Option<Self>, FaultKind> {
        let unclear = |problem, keys: &[&str]| Err(FaultKind::UnclearValue { problem, value: keys.join(", ") });
        let upper = [("exactly", exactly, false), ("at-most", at_most, false), ("less-than", less_than, true)];
        let lower = [("exactly", exactly, false), ("at-least", at_least, false), ("more-than", more_than, true)];
        for ends in [&lower, &upper] {
            let given: Vec<&str> =
                ends.iter().filter(|(_, amount, _)| amount.is_some()).map(|(key, ..)| *key).collect();
            if given.len() > 1 {
                return unclear(ValueProblem::SeveralComparators, &given);
            }
        }
        for (key, amount, _) in lower.into_iter().chain(upper) {
            if amount == Some(Amount::Majority) && key != "at-least" {
                return unclear(ValueProblem::Majority, &[key]);
            }
        }
        let limit = |ends: [(&str, Option<Amount>, bool); 3]| {
            ends.into_iter().find_map(|(_, amount, strict)| amount.map(|amount| Limit { amount, strict }))
        };
        let bounds = Self { at_least: limit(lower), at_most: limit(upper) };
        Ok((bounds.at_least.is_some() || bounds.at_most.is_some()).then_some(bounds))
    }

    /// The same for records that have the comparators among their keys; the fault is noted at `at`.
    ///
    /// # Errors
    /// [`Faulty`] where [`AmountBounds::of`] has an error.
    pub(crate) fn noted(
        decoder: &mut Decoder<'_>,
        at: Span,
        [exactly, at_least, at_most, more_than, less_than]: [Option<Amount>; 5],
    ) -> Result<Option<Self>, Faulty> {
        Self::of(exactly, at_least, at_most, more_than, less_than).map_err(|kind| decoder.fault(at, kind))
    }

    /// The numbers of heads of a whole that lie within. They may be more than the whole has. O(1).
    pub fn heads(self, whole: u64, rounding: Rounding) -> HeadRange {
        let least = self.at_least.map_or(Some(0), |limit| limit.least(whole, rounding));
        let most = self.at_most.map(|limit| limit.most(whole, rounding));
        match (least, most) {
            (None, _) | (_, Some(None)) => HeadRange::EMPTY,
            (Some(least), most) => HeadRange { least, most: most.flatten() },
        }
    }

    /// Whether so many heads of a whole lie within, with nothing rounded. O(1).
    pub fn admits(self, count: u64, whole: u64) -> bool {
        let reached = self.at_least.is_none_or(|limit| match limit.compare(count, whole) {
            Ordering::Less => false,
            Ordering::Equal => !limit.strict && limit.amount != Amount::Majority,
            Ordering::Greater => true,
        });
        let kept = self.at_most.is_none_or(|limit| match limit.compare(count, whole) {
            Ordering::Less => true,
            Ordering::Equal => !limit.strict,
            Ordering::Greater => false,
        });
        reached && kept
    }

    /// Whether no number of heads lies within, however large the whole is. That a share of some wholes is no number of heads is another thing. O(1).
    ///
    /// ```
    /// use pact_core::document::amount::{Amount, AmountBounds};
    ///
    /// let bounds = |least, most| {
    ///     let amount = |text| Some(Amount::parse(text).unwrap());
    ///     AmountBounds::of(None, amount(least), amount(most), None, None).unwrap().unwrap()
    /// };
    /// assert!(bounds("60 %", "40 %").is_contradictory() && bounds("3", "2").is_contradictory());
    /// assert!(bounds("majority", "1/2").is_contradictory());
    /// assert!(!bounds("40 %", "60 %").is_contradictory() && !bounds("9", "10 %").is_contradictory());
    /// ```
    pub fn is_contradictory(self) -> bool {
        let heads = |limit: Option<Limit>| limit.is_none_or(|limit| !limit.amount.is_share());
        if heads(self.at_least) && heads(self.at_most) {
            return self.heads(0, Rounding::Exact).is_empty();
        }
        let share = |limit: Limit| match limit.amount {
            Amount::Share(share) => Some((share, limit.strict)),
            Amount::Majority => Some((Share::HALF, true)),
            Amount::Heads(_) => None,
        };
        match (self.at_least.and_then(share), self.at_most.and_then(share)) {
            (Some((least, above)), Some((most, below))) => least > most || (least == most && (above || below)),
            (Some((least, above)), None) => above && least.num == least.den,
            (None, Some((most, below))) => below && most.num == 0,
            (None, None) => false,
        }
    }

    /// Whether they say nothing without a whole.
    pub fn is_share(self) -> bool {
        [self.at_least, self.at_most].into_iter().flatten().any(|limit| limit.amount.is_share())
    }
}

record! {
    /// Bounds on a number or a share.
    #[schemars(extend("examples" = [{"at-least": "40 %"}, {"more-than": 2, "at-most": "1/2"}]))]
    pub struct Comparators {
        /// Exactly so many.
        exactly: Amount = optional,
        /// At least so many.
        at_least: Amount = optional,
        /// At most so many.
        at_most: Amount = optional,
        /// More than so many.
        more_than: Amount = optional,
        /// Fewer than so many.
        less_than: Amount = optional,
    }
}

impl Decode for AmountBounds {
    const EXPECTED: Expected = Expected::Entry;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        let entry = Comparators::decode(decoder, value)?;
        // What could not be read may have been the other bound.
        if entry.meta.damaged {
            return Err(Faulty);
        }
        let at = value.entries().next().map_or_else(|| value.span(), |(key, _)| key.span());
        let given = [entry.exactly, entry.at_least, entry.at_most, entry.more_than, entry.less_than];
        Self::noted(decoder, at, given)?.ok_or_else(|| {
            let kind = FaultKind::MissingKey { key: "at-least".to_owned(), expected: Expected::Amount };
            decoder.within("at-least", |d| d.fault(at, kind))
        })
    }
}

impl JsonSchema for AmountBounds {
    fn schema_name() -> Cow<'static, str> {
        "AmountBounds".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<Comparators>()
    }
}

/// Amounts by the size of the whole: `{ 2-3: 1, 4-5: 2, 10-: 40 % }`. Sizes that no range holds are asked nothing.
///
/// Not kept in part: a range that could not be read may have held any size.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BySize {
    // INVARIANT: in ascending order, and no two of them share a size.
    rows: Vec<(Sizes, Amount)>,
}

/// A range of sizes, both ends within.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sizes {
    /// The smallest.
    pub from: u32,
    /// The largest; `None` when there is none.
    pub to: Option<u32>,
}

impl Sizes {
    /// Reads `9`, `4-5` or `10-`; `None` when the text is no range, or an upside-down one. O(length).
    pub fn parse(text: &str) -> Option<Self> {
        let number = |text: &str| {
            let text = text.trim();
            is_digits(text).then(|| text.parse::<u32>().ok()).flatten()
        };
        let Some((from, to)) = text.split_once(['-', '–']) else {
            let from = number(text)?;
            return Some(Self { from, to: Some(from) });
        };
        let from = number(from)?;
        if to.trim().is_empty() {
            return Some(Self { from, to: None });
        }
        let to = number(to)?;
        (from <= to).then_some(Self { from, to: Some(to) })
    }

    fn contains(self, size: u64) -> bool {
        size >= u64::from(self.from) && self.to.is_none_or(|to| size <= u64::from(to))
    }
}

impl std::fmt::Display for Sizes {
    /// As documents write it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.to {
            Some(to) if to == self.from => write!(f, "{to}"),
            Some(to) => write!(f, "{}-{to}", self.from),
            None => write!(f, "{}-", self.from),
        }
    }
}

impl BySize {
    /// A table of these rows, in any order.
    ///
    /// # Errors
    /// Two ranges that have a size in common. O(rows × log rows).
    ///
    /// ```
    /// use pact_core::document::amount::{Amount, BySize, Sizes};
    ///
    /// let row = |sizes, heads| (Sizes::parse(sizes).unwrap(), Amount::Heads(heads));
    /// let table = BySize::new(vec![row("4-5", 2), row("2-3", 1), row("10-", 3)]).unwrap();
    /// assert_eq!(table.at(5), Some(&Amount::Heads(2)));
    /// assert_eq!((table.at(1), table.at(9)), (None, None));
    /// assert_eq!(table.at(1_000_000), Some(&Amount::Heads(3)));
    /// assert!(BySize::new(vec![row("2-4", 1), row("4-5", 2)]).is_err());
    /// ```
    pub fn new(mut rows: Vec<(Sizes, Amount)>) -> Result<Self, (Sizes, Sizes)> {
        rows.sort_by_key(|(sizes, _)| *sizes);
        let mut before: Option<Sizes> = None;
        for (sizes, _) in &rows {
            if let Some(before) = before.filter(|before| before.contains(u64::from(sizes.from))) {
                return Err((before, *sizes));
            }
            before = Some(*sizes);
        }
        Ok(Self { rows })
    }

    /// What is asked of a whole of this size. O(log rows).
    pub fn at(&self, size: u64) -> Option<&Amount> {
        let after = self.rows.partition_point(|(sizes, _)| u64::from(sizes.from) <= size);
        let (sizes, amount) = self.rows.get(after.checked_sub(1)?)?;
        sizes.contains(size).then_some(amount)
    }

    /// The rows, in ascending order of size.
    pub fn rows(&self) -> impl Iterator<Item = (Sizes, Amount)> {
        self.rows.iter().copied()
    }

    /// Whether nothing is asked of any size.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

impl Decode for BySize {
    const EXPECTED: Expected = Expected::BySize;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        if value.kind() != ValueKind::Object {
            return Err(decoder.wrong_type(value, Expected::BySize));
        }
        if value.entries().next().is_none() {
            return Err(decoder.nothing(value));
        }
        let mut rows: Vec<(Sizes, Value<'t>, Amount)> = Vec::new();
        let mut result = Ok(());
        for (key, content) in value.entries() {
            if decoder.repeated(key) {
                result = Err(Faulty);
                continue;
            }
            let text = key.text();
            let Some(sizes) = Sizes::parse(text) else {
                let kind = FaultKind::UnclearValue { problem: ValueProblem::NoSize, value: text.to_owned() };
                result = Err(decoder.within(text, |d| d.fault(key.span(), kind)));
                continue;
            };
            match decoder.within(text, |d| Amount::decode(d, content)) {
                Ok(amount) => rows.push((sizes, key, amount)),
                Err(faulty) => result = Err(faulty),
            }
        }
        rows.sort_by_key(|(sizes, key, _)| (*sizes, key.span().start));
        // The range that reaches furthest so far: a long one may overlap more than the next.
        let mut furthest: Option<(Sizes, Value<'t>)> = None;
        for (sizes, key, _) in &rows {
            if let Some((_, first)) = furthest.filter(|(before, _)| before.contains(u64::from(sizes.from))) {
                let (first, second) = if first.span().start < key.span().start { (first, *key) } else { (*key, first) };
                let value = format!("{}, {}", first.text(), second.text());
                let kind = FaultKind::UnclearValue { problem: ValueProblem::SizesOverlap, value };
                let related = Some(first.span());
                result = Err(decoder.within(second.text(), |d| d.fault_with(second.span(), kind, related)));
            }
            let reach = |sizes: Sizes| sizes.to.unwrap_or(u32::MAX);
            if furthest.is_none_or(|(before, _)| reach(before) < reach(*sizes)) {
                furthest = Some((*sizes, *key));
            }
        }
        result?;
        Ok(Self { rows: rows.into_iter().map(|(sizes, _, amount)| (sizes, amount)).collect() })
    }
}

impl JsonSchema for BySize {
    fn schema_name() -> Cow<'static, str> {
        "BySize".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let amount = generator.subschema_for::<Amount>();
        json_schema!({
            "description": "Amounts by the size of the whole: 9, 4-5 or 10- (and more), each with what is asked. Sizes that no range holds are asked nothing.",
            "type": "object",
            "propertyNames": { "pattern": r"^\s*[0-9]+\s*([-–]\s*([0-9]+\s*)?)?$" },
            "additionalProperties": amount,
            "minProperties": 1,
            "examples": [{ "2-3": 1, "4-5": 2, "6-8": 3, "9": 4, "10-": "40 %" }],
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        fault::Fault,
        load::{limits::Limits, yaml},
        name::Names,
        source::FileId,
    };

    fn read<T: Decode>(text: &str) -> (Result<T, Faulty>, Vec<Fault>) {
        let (mut names, mut faults) = (Names::default(), Vec::new());
        let tree = yaml::parse(FileId::default(), text, Limits::default()).unwrap();
        let room = crate::decode::Room { left: 1000, at_most: 1000, full: false };
        let mut decoder = Decoder::new(&mut names, &mut faults, "t", room);
        let result = T::decode(&mut decoder, tree.root().unwrap());
        (result, faults)
    }

    /// What is wrong with a document, and the text that is said to be wrong.
    fn problem<T: Decode>(text: &str) -> Option<(ValueProblem, String)> {
        let (result, faults) = read::<T>(text);
        assert_eq!(result.is_err(), !faults.is_empty(), "{text}");
        faults.into_iter().next().map(|fault| match fault.kind {
            FaultKind::UnclearValue { problem, .. } => {
                (problem, text[fault.span.start as usize..fault.span.end as usize].to_owned())
            }
            other => panic!("{text}: {other:?}"),
        })
    }

    fn amount(text: &str) -> Amount {
        Amount::parse(text).unwrap()
    }

    fn bounds(text: &str) -> AmountBounds {
        read(text).0.unwrap()
    }

    fn share(num: u64, den: u64) -> Amount {
        Amount::Share(Share::new(num, den).unwrap())
    }

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (text, expected) in [
            ("3", Amount::Heads(3)),
            ("+3", Amount::Heads(3)),
            ("0", Amount::Heads(0)),
            ("\"3\"", Amount::Heads(3)),
            ("\" 3 \"", Amount::Heads(3)),
            ("4294967295", Amount::Heads(u32::MAX)),
            ("000000000000000000000000000000003", Amount::Heads(3)),
            ("1/2", share(1, 2)),
            ("2 / 4", share(1, 2)),
            ("0/5", share(0, 1)),
            ("40 %", share(2, 5)),
            ("40%", share(2, 5)),
            ("40\u{a0}%", share(2, 5)),
            ("12,5 %", share(1, 8)),
            ("12.5 %", share(1, 8)),
            ("12.5000000000000000000000000000 %", share(1, 8)),
            ("0,00000000000000001 %", share(1, 10_000_000_000_000_000_000)),
            ("100,0 %", share(1, 1)),
            ("0 %", share(0, 1)),
            ("majority", Amount::Majority),
            ("flertal", Amount::Majority),
        ] {
            let (read, faults) = read::<Amount>(text);
            assert_eq!((read, faults), (Ok(expected), vec![]), "{text}");
        }
    }

    #[test]
    fn what_is_no_amount_is_said() {
        let long = "9".repeat(100_000);
        for (text, expected) in [
            ("0.4", ValueProblem::Decimal),
            ("3.0", ValueProblem::Decimal),
            ("1e3", ValueProblem::Decimal),
            ("0,4", ValueProblem::Decimal),
            ("\"0.4\"", ValueProblem::Decimal),
            ("101 %", ValueProblem::OverWhole),
            ("100.01 %", ValueProblem::OverWhole),
            ("3/2", ValueProblem::OverWhole),
            ("1/0", ValueProblem::NoParts),
            ("0/0", ValueProblem::NoParts),
            ("-3", ValueProblem::Negative),
            ("-20 %", ValueProblem::Negative),
            ("-1/2", ValueProblem::Negative),
            ("−1/2", ValueProblem::Negative),
            ("4294967296", ValueProblem::TooLarge),
            (&long, ValueProblem::TooLarge),
            (&format!("{long} %"), ValueProblem::TooLarge),
            (&format!("0.{long} %"), ValueProblem::TooLarge),
            (&format!("{long}/{long}"), ValueProblem::TooLarge),
            ("all of them", ValueProblem::NoAmount),
            ("\"\"", ValueProblem::NoAmount),
            ("\"%\"", ValueProblem::NoAmount),
            ("40 %%", ValueProblem::NoAmount),
            ("1/2/3", ValueProblem::NoAmount),
            ("/", ValueProblem::NoAmount),
            ("1/-2", ValueProblem::NoAmount),
            ("+3 %", ValueProblem::NoAmount),
            ("４０ %", ValueProblem::NoAmount),
            (".5 %", ValueProblem::NoAmount),
            ("1.2.3", ValueProblem::NoAmount),
            ("-some", ValueProblem::NoAmount),
        ] {
            assert_eq!(problem::<Amount>(text).map(|(problem, _)| problem), Some(expected), "{text:.40}");
        }
        for text in ["[1]", "{a: 1}", "true", "~"] {
            let faults = read::<Amount>(text).1;
            assert!(matches!(faults[0].kind, FaultKind::WrongType { expected: Expected::Amount, .. }), "{text}");
        }
    }

    #[test]
    fn shares_are_written_as_they_can_be_read() {
        for (parts, whole, text) in [
            (2, 5, "40 %"),
            (1, 8, "12.5 %"),
            (333, 1000, "33.3 %"),
            (1, 3, "1/3"),
            (1, 1, "100 %"),
            (0, 7, "0 %"),
            (1, 100_000_000, "0.000001 %"),
            (1, 1_000_000_000, "1/1000000000"),
        ] {
            assert_eq!(Share::new(parts, whole).unwrap().to_string(), text);
        }
    }

    #[test]
    fn the_vectors_of_the_laws() {
        for (text, whole, least, most) in [
            ("at-least: majority", 19, 10, None),
            ("at-least: 20 %", 19, 4, None),
            ("at-least: 40 %", 19, 8, None),
            ("at-most: 49 %", 19, 0, Some(9)),
            ("at-least: majority", 21, 11, None),
            ("at-least: 20 %", 21, 5, None),
            ("at-least: 40 %", 21, 9, None),
            ("at-most: 49 %", 21, 0, Some(10)),
            ("more-than: 1/2", 20, 11, None),
            ("at-least: 1/2", 19, 10, None),
            ("exactly: 1/2", 20, 10, Some(10)),
            ("less-than: 1/3", 9, 0, Some(2)),
            ("less-than: 1/3", 10, 0, Some(3)),
            ("at-least: 2/3", 0, 0, None),
            ("at-least: majority", 0, 1, None),
            ("{ more-than: 2, at-most: 1/2 }", 9, 3, Some(4)),
            ("less-than: 1", 9, 0, Some(0)),
            ("at-least: 5", 3, 5, None),
        ] {
            assert_eq!(bounds(text).heads(whole, Rounding::Exact), HeadRange { least, most }, "{text} of {whole}");
        }
        for (text, whole) in
            [("exactly: 1/2", 19), ("less-than: 0", 9), ("{ at-least: 5, at-most: 3 }", 9), ("less-than: 1/3", 0)]
        {
            let bounds = bounds(text);
            assert!(bounds.heads(whole, Rounding::Exact).is_empty(), "{text} of {whole}");
            assert!((0..=whole).all(|count| !bounds.admits(count, whole)));
        }
    }

    #[test]
    fn rounding_comes_before_comparing() {
        for (text, whole, exact, up, down, nearest) in [
            // 7.6
            ("at-least: 40 %", 19, 8, 8, 7, 8),
            // 8.4
            ("at-least: 40 %", 21, 9, 9, 8, 8),
            // 9.5: a half counts as the one above
            ("at-least: 1/2", 19, 10, 10, 9, 10),
            ("more-than: 1/2", 19, 10, 11, 10, 11),
            ("at-least: 40 %", 20, 8, 8, 8, 8),
            // A majority is what it is.
            ("at-least: majority", 19, 10, 10, 10, 10),
            ("at-least: 4", 19, 4, 4, 4, 4),
        ] {
            let least = |rounding| bounds(text).heads(whole, rounding).least;
            let all = [Rounding::Exact, Rounding::Up, Rounding::Down, Rounding::Nearest].map(least);
            assert_eq!(all, [exact, up, down, nearest], "{text} of {whole}");
        }
    }

    /// A majority of 51 is 26, and 51 % of 51 is 26.01. Between 51 and 100 only odd wholes differ; from 101 on all do.
    #[test]
    fn majority_and_51_percent_part_at_51() {
        let least = |text, whole| bounds(text).heads(whole, Rounding::Exact).least;
        let differ: Vec<u64> =
            (1..=500).filter(|&n| least("at-least: majority", n) != least("at-least: 51 %", n)).collect();
        let expected: Vec<u64> = (51..=99).step_by(2).chain(101..=500).collect();
        assert_eq!(differ, expected);
        assert_eq!((least("at-least: majority", 51), least("at-least: 51 %", 51)), (26, 27));
    }

    #[test]
    fn a_majority_is_more_than_half() {
        let (majority, half) = (bounds("at-least: majority"), bounds("more-than: 1/2"));
        for whole in 0..200 {
            assert_eq!(majority.heads(whole, Rounding::Exact), half.heads(whole, Rounding::Exact));
            assert!((0..=whole).all(|count| majority.admits(count, whole) == half.admits(count, whole)));
        }
    }

    #[test]
    fn comparators_that_have_no_clear_meaning_are_refused() {
        for key in ["exactly", "at-most", "more-than", "less-than"] {
            let text = format!("{key}: majority");
            assert_eq!(problem::<AmountBounds>(&text), Some((ValueProblem::Majority, key.to_owned())));
        }
        for text in [
            "{ at-least: 1, more-than: 2 }",
            "{ exactly: 1, at-least: 2 }",
            "{ at-most: 1/2, less-than: 3 }",
            "{ exactly: 1, less-than: 3 }",
        ] {
            assert_eq!(problem::<AmountBounds>(text).unwrap().0, ValueProblem::SeveralComparators, "{text}");
        }
        let faults = read::<AmountBounds>("{}").1;
        assert!(matches!(faults[0].kind, FaultKind::MissingKey { .. }));
        // What is wrong with one bound is said once.
        assert_eq!(read::<AmountBounds>("{ at-least: 0.4, at-most: 3 }").1.len(), 1);
        assert_eq!(AmountBounds::of(None, None, None, None, None), Ok(None));
    }

    #[test]
    fn bounds_know_whether_they_need_a_whole() {
        for (text, expected) in [
            ("at-least: 2", false),
            ("at-least: 2 %", true),
            ("at-least: majority", true),
            ("{ at-least: 2, at-most: 1/2 }", true),
        ] {
            assert_eq!(bounds(text).is_share(), expected, "{text}");
        }
    }

    #[test]
    fn the_largest_numbers_do_not_overflow() {
        let all = AmountBounds {
            at_least: Some(Limit { amount: share(1, 1), strict: true }),
            at_most: Some(Limit { amount: share(u64::MAX - 1, u64::MAX), strict: false }),
        };
        assert!(all.heads(u64::MAX, Rounding::Nearest).is_empty() && !all.admits(u64::MAX, u64::MAX));
        let most = AmountBounds { at_least: None, ..all };
        assert_eq!(most.heads(u64::MAX, Rounding::Exact).most, Some(u64::MAX - 1));
        assert_eq!(most.heads(u64::MAX - 1, Rounding::Nearest).most, Some(u64::MAX - 2));
        assert!(Share::new(u64::MAX - 1, u64::MAX) < Share::new(1, 1));
    }

    #[test]
    fn tables_by_size_are_read() {
        let table: BySize = read("{ 10-: 40 %, 2-3: 1, 4-5: 2, 6–8: majority, 9: 4 }").0.unwrap();
        for (size, expected) in [
            (0, None),
            (1, None),
            (2, Some("1")),
            (3, Some("1")),
            (4, Some("2")),
            (8, Some("majority")),
            (9, Some("4")),
            (10, Some("40 %")),
            (u64::MAX, Some("40 %")),
        ] {
            assert_eq!(table.at(size).map(Amount::to_string).as_deref(), expected, "{size}");
        }
        let rows: Vec<_> = table.rows().map(|(sizes, amount)| format!("{sizes}: {amount}")).collect();
        assert_eq!(rows, ["2-3: 1", "4-5: 2", "6-8: majority", "9: 4", "10-: 40 %"]);
        // The end of a range is not the start of a gap.
        let gaps: BySize = read("{ 2-3: 1, 7: 2 }").0.unwrap();
        assert_eq!([3, 4, 6, 7, 8].map(|size| gaps.at(size).is_some()), [true, false, false, true, false]);
    }

    #[test]
    fn ranges_that_overlap_or_are_none_are_faults() {
        for (text, expected, place) in [
            ("{ 2-4: 1, 4-5: 2 }", ValueProblem::SizesOverlap, "4-5"),
            ("{ 4-5: 2, 2-4: 1 }", ValueProblem::SizesOverlap, "2-4"),
            ("{ 2-: 1, 9: 2 }", ValueProblem::SizesOverlap, "9"),
            ("{ 1-99: 1, 2: 2, 50: 3 }", ValueProblem::SizesOverlap, "2"),
            ("{ 9: 1, 9-9: 2 }", ValueProblem::SizesOverlap, "9-9"),
            ("{ 5-2: 1 }", ValueProblem::NoSize, "5-2"),
            ("{ -5: 1 }", ValueProblem::NoSize, "-5"),
            ("{ many: 1 }", ValueProblem::NoSize, "many"),
            ("{ 1-2-3: 1 }", ValueProblem::NoSize, "1-2-3"),
            ("{ 99999999999: 1 }", ValueProblem::NoSize, "99999999999"),
            ("{ 2: 0.4 }", ValueProblem::Decimal, "0.4"),
        ] {
            assert_eq!(problem::<BySize>(text), Some((expected, place.to_owned())), "{text}");
        }
        // A range is held against the one that reaches furthest, and not only against its neighbour.
        assert_eq!(read::<BySize>("{ 1-99: 1, 2: 2, 50: 3 }").1.len(), 2);
        let (result, faults) = read::<BySize>("{ 2: 1, 2: 2 }");
        assert!(result.is_err() && matches!(faults[0].kind, FaultKind::DuplicateKey { .. }) && faults.len() == 1);
        assert!(matches!(read::<BySize>("3").1[0].kind, FaultKind::WrongType { expected: Expected::BySize, .. }));
    }

    #[test]
    fn large_tables_are_read_in_little_time() {
        let rows: String = (0..100_000_u32).rev().map(|n| format!("{}-{}: 1\n", 2 * n, 2 * n + 1)).collect();
        let table: BySize = read(&rows).0.unwrap();
        assert_eq!(table.at(150_001), Some(&Amount::Heads(1)));
        assert_eq!(table.at(200_000), None);
    }

    fn any_amount() -> impl Strategy<Value = Amount> {
        prop_oneof![
            (0..60_u32).prop_map(Amount::Heads),
            (0..=40_u64, 1..=40_u64).prop_map(|(num, den)| share(num.min(den), den)),
            (0..=100_u64).prop_map(|percent| share(percent, 100)),
        ]
    }

    /// The sides of `count ⋛ amount of whole`, multiplied out.
    fn sides(amount: Amount, count: u64, whole: u64) -> (u64, u64) {
        match amount {
            Amount::Heads(heads) => (count, u64::from(heads)),
            Amount::Share(share) => (count * share.denominator(), share.numerator() * whole),
            Amount::Majority => (count * 2, whole),
        }
    }

    proptest! {
        #[test]
        fn comparators_mean_what_they_say(amount in any_amount(), comparator in 0..5_usize, whole in 0..60_u64) {
            let given = |at| (at == comparator).then_some(amount);
            let bounds = AmountBounds::of(given(0), given(1), given(2), given(3), given(4)).unwrap().unwrap();
            let range = bounds.heads(whole, Rounding::Exact);
            for count in 0..=whole + 61 {
                let (own, asked) = sides(amount, count, whole);
                let expected = [own == asked, own >= asked, own <= asked, own > asked, own < asked][comparator];
                prop_assert_eq!(bounds.admits(count, whole), expected);
                prop_assert_eq!(range.contains(count), expected);
            }
        }

        #[test]
        fn rounding_gives_a_neighbour(amount in any_amount(), whole in 0..60_u64) {
            let bounds = AmountBounds::of(Some(amount), None, None, None, None).unwrap().unwrap();
            for rounding in [Rounding::Up, Rounding::Down, Rounding::Nearest] {
                let range = bounds.heads(whole, rounding);
                prop_assert_eq!(Some(range.least), range.most);
                // In units of one part of a head: how far the rounded number lies from the exact one.
                let (rounded, exact) = sides(amount, range.least, whole);
                let unit = if let Amount::Share(share) = amount { share.denominator() } else { 1 };
                match rounding {
                    Rounding::Up => prop_assert!(rounded >= exact && rounded - exact < unit),
                    Rounding::Down => prop_assert!(rounded <= exact && exact - rounded < unit),
                    _ => prop_assert!(rounded.abs_diff(exact) * 2 <= unit && (rounded > exact || (exact - rounded) * 2 < unit)),
                }
            }
        }

        #[test]
        fn shares_compare_as_fractions_and_can_be_read_back(a in 0..500_u64, b in 1..500_u64, c in 0..500_u64, d in 1..500_u64) {
            let (Some(first), Some(second)) = (Share::new(a.min(b), b), Share::new(c.min(d), d)) else { unreachable!() };
            prop_assert_eq!(first.cmp(&second), (a.min(b) * d).cmp(&(c.min(d) * b)));
            prop_assert_eq!(first == second, a.min(b) * d == c.min(d) * b);
            prop_assert_eq!(amount(&first.to_string()), Amount::Share(first));
        }

        #[test]
        fn no_text_breaks_the_reader(text in "[0-9.,%/ +−a-]{0,40}") {
            if let Ok(amount) = Amount::parse(&text) {
                prop_assert_eq!(Amount::parse(&amount.to_string()), Ok(amount));
            }
            if let Some(sizes) = Sizes::parse(&text) {
                prop_assert_eq!(Sizes::parse(&sizes.to_string()), Some(sizes));
            }
        }
    }
}
