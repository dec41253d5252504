//! `cargo +nightly fuzz run --features libfuzzer analyse`
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| whosaid_fuzz::analyse(bytes));
