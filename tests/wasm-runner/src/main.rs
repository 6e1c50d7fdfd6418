//! The runner that `cargo test --target wasm32-unknown-unknown` calls: wasm-bindgen's own, linked instead of installed.

fn main() -> anyhow::Result<()> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args_os())
}
