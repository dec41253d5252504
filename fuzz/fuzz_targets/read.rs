//! `cargo +nightly fuzz run --features libfuzzer read`
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| whosaid_fuzz::read(bytes));
