#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::trials::workbooks(bytes));
