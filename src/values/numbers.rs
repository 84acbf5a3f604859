//! Digits and number words to values, by locale.
