//! Calendar dates, whole or partial, and the arithmetic of the proleptic Gregorian calendar.
//!
//! Enters: years, months, days and differences. Leaves: [`Date`]s, weekdays, weeks. Knows nothing of texts.

use std::fmt;

/// A date of the proleptic Gregorian calendar; what the text leaves out is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Date {
    /// The year, 1 to 9999.
    pub year: i32,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31; only with a month.
    pub day: Option<u8>,
}

impl Date {
    /// The date with this day; `None` where the calendar has no such day.
    pub fn day(year: i32, month: u8, day: u8) -> Option<Date> {
        let exists = (1..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1;
        (exists && day <= days_in(year, month)).then_some(Date { year, month: Some(month), day: Some(day) })
    }

    /// The month of a year; `None` outside 1 to 12 and the years 1 to 9999.
    pub fn month(year: i32, month: u8) -> Option<Date> {
        let exists = (1..=9999).contains(&year) && (1..=12).contains(&month);
        exists.then_some(Date { year, month: Some(month), day: None })
    }

    /// Reads `2019`, `2019-08`, `2019-11-05` and what follows such a day after a `T`; `None` for other text.
    pub fn parse(iso: &str) -> Option<Date> {
        let day = iso.split('T').next()?;
        let parts: Vec<&str> = day.split('-').collect();
        let digits = |s: &&str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        if !parts.iter().all(digits) || parts[0].len() != 4 || parts[1..].iter().any(|p| p.len() != 2) {
            return None;
        }
        match parts.as_slice() {
            [y] => Some(Date { year: y.parse().ok()?, month: None, day: None }),
            [y, m] => Date::month(y.parse().ok()?, m.parse().ok()?),
            [y, m, d] => Date::day(y.parse().ok()?, m.parse().ok()?, d.parse().ok()?),
            _ => None,
        }
    }

    /// Whether year, month and day are known.
    pub fn is_full(self) -> bool {
        self.month.is_some() && self.day.is_some()
    }

    /// Days since 1970-01-01, of a full date. Method: H. Hinnant, chrono-compatible low-level date algorithms.
    pub fn ordinal(self) -> Option<i64> {
        let (month, day) = (i64::from(self.month?), i64::from(self.day?));
        let year = i64::from(self.year) - i64::from(month <= 2);
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
        Some(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
    }

    /// The full date that many days after 1970-01-01; the inverse of [`Date::ordinal`]. `None` outside the years
    /// 1 to 9999.
    pub fn from_ordinal(days: i64) -> Option<Date> {
        let shifted = days.checked_add(719_468)?;
        let era = shifted.div_euclid(146_097);
        let of_era = shifted.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Date::day(i32::try_from(year).ok()?, month as u8, day as u8)
    }

    /// The full date `days` later, or earlier where negative.
    pub fn plus_days(self, days: i64) -> Option<Date> {
        Date::from_ordinal(self.ordinal()?.checked_add(days)?)
    }

    /// The date `months` later; the day is cut to the length of the month, and missing where it is missing here.
    pub fn plus_months(self, months: i64) -> Option<Date> {
        let count =
            i64::from(self.year).checked_mul(12)?.checked_add(i64::from(self.month?) - 1)?.checked_add(months)?;
        let year = i32::try_from(count.div_euclid(12)).ok()?;
        let month = count.rem_euclid(12) as u8 + 1;
        match self.day {
            Some(day) => Date::day(year, month, day.min(days_in(year, month))),
            None => Date::month(year, month),
        }
    }

    /// The date `years` later, as far as it is known.
    pub fn plus_years(self, years: i64) -> Option<Date> {
        match self.month {
            Some(_) => self.plus_months(years.checked_mul(12)?),
            None => {
                let year = i32::try_from(i64::from(self.year).checked_add(years)?).ok()?;
                (1..=9999).contains(&year).then_some(Date { year, ..self })
            }
        }
    }

    /// The ISO weekday of a full date: Monday 1 to Sunday 7.
    pub fn weekday(self) -> Option<u8> {
        // 1970-01-01 was a Thursday.
        Some((self.ordinal()? + 3).rem_euclid(7) as u8 + 1)
    }

    /// The ISO 8601 week of a full date: the year it belongs to and its number, 1 to 53.
    pub fn week(self) -> Option<(i32, u8)> {
        // The week belongs to the year of its Thursday.
        let thursday = self.plus_days(4 - i64::from(self.weekday()?))?;
        let first = Date::day(thursday.year, 1, 1)?;
        Some((thursday.year, ((thursday.ordinal()? - first.ordinal()?) / 7 + 1) as u8))
    }

    /// A day of an ISO 8601 week, 1 to 53, by its weekday, Monday 1 to Sunday 7.
    pub fn of_week(year: i32, week: u8, weekday: u8) -> Option<Date> {
        // The fourth of January is always in the first week.
        let fourth = Date::day(year, 1, 4)?;
        let first = 1 - i64::from(fourth.weekday()?);
        fourth.plus_days(first + 7 * (i64::from(week) - 1) + i64::from(weekday) - 1)
    }

    /// Easter Sunday of a year in the Gregorian calendar. Method: the anonymous one in J. Meeus, Astronomical
    /// Algorithms (1991), chapter 8.
    pub fn easter(year: i32) -> Option<Date> {
        let (golden, century, of_century) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
        let (leap, plain) = (century / 4, century % 4);
        let moon = (19 * golden + century - leap - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        let sunday = (32 + 2 * plain + 2 * (of_century / 4) - moon - of_century % 4) % 7;
        let late = (golden + 11 * moon + 22 * sunday) / 451;
        let days = moon + sunday - 7 * late + 114;
        Date::day(year, (days / 31) as u8, (days % 31 + 1) as u8)
    }

    /// The `nth` weekday of a month, Monday 1 to Sunday 7; the last one where `nth` is 5.
    pub fn nth_weekday(year: i32, month: u8, weekday: u8, nth: u8) -> Option<Date> {
        let first = Date::day(year, month, 1)?;
        let ahead = (i64::from(weekday) - i64::from(first.weekday()?)).rem_euclid(7);
        let nth = (1..=nth).rev().filter_map(|n| first.plus_days(ahead + 7 * (i64::from(n) - 1)));
        nth.into_iter().find(|d| d.month == first.month)
    }
}

impl fmt::Display for Date {
    /// ISO 8601, as far as it is known: `2019-11-05`, `2019-11`, `2019`.
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
            if let Some(day) = self.day {
                write!(f, "-{day:02}")?;
            }
        }
        Ok(())
    }
}

/// The number of days of a month, 1 to 12.
pub fn days_in(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(iso: &str) -> Date {
        Date::parse(iso).unwrap_or_else(|| panic!("{iso} is a date"))
    }

    #[test]
    fn days_count_and_come_back() {
        assert_eq!(date("1970-01-01").ordinal(), Some(0));
        assert_eq!(date("2000-03-01").ordinal(), Some(11_017));
        for days in (-719_162..2_932_896).step_by(97) {
            assert_eq!(Date::from_ordinal(days).and_then(Date::ordinal), Some(days));
        }
        assert_eq!(Date::from_ordinal(i64::MAX), None);
        assert_eq!(date("0001-01-01").plus_days(-1), None);
    }

    #[test]
    fn weekdays_and_weeks() {
        assert_eq!(date("2019-11-05").weekday(), Some(2));
        assert_eq!(date("2000-02-29").weekday(), Some(2));
        assert_eq!(date("2019-11-05").week(), Some((2019, 45)));
        assert_eq!(date("2021-01-03").week(), Some((2020, 53)));
        assert_eq!(date("2018-12-31").week(), Some((2019, 1)));
    }

    #[test]
    fn days_of_weeks_months_and_easter() {
        assert_eq!(Date::of_week(2021, 1, 1), Some(date("2021-01-04")));
        assert_eq!(Date::of_week(2020, 53, 7), Some(date("2021-01-03")));
        // Tables of the church calendar.
        for easter in ["1818-03-22", "1943-04-25", "2000-04-23", "2019-04-21", "2024-03-31"] {
            assert_eq!(Date::easter(easter[..4].parse().unwrap()), Some(date(easter)));
        }
        assert_eq!(Date::nth_weekday(2019, 11, 4, 4), Some(date("2019-11-28")));
        assert_eq!(Date::nth_weekday(2019, 5, 1, 5), Some(date("2019-05-27")));
        assert_eq!(Date::nth_weekday(2021, 2, 1, 1), Some(date("2021-02-01")));
    }

    #[test]
    fn months_keep_their_length() {
        assert_eq!(date("2020-01-31").plus_months(1), Some(date("2020-02-29")));
        assert_eq!(date("2019-11").plus_months(-11), Some(date("2018-12")));
        assert_eq!(date("2020-02-29").plus_years(1), Some(date("2021-02-28")));
        assert_eq!(date("2019").plus_years(-5), Some(date("2014")));
    }

    #[test]
    fn only_real_days_are_dates() {
        for iso in ["2019-02-29", "2019-13-01", "2019-1-1", "0000-01-01", "19-01-01", "", "-", "2019-11-05-01"] {
            assert_eq!(Date::parse(iso), None, "{iso}");
        }
        assert_eq!(date("2019-11-05T14:30").to_string(), "2019-11-05");
        assert_eq!(date("2019-11").to_string(), "2019-11");
    }
}
