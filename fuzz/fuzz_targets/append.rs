//! `cargo +nightly fuzz run --features libfuzzer append`
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| whosaid_fuzz::append(bytes));
