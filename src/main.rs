//! The `whosaid` program.

fn main() {
    let _ = std::io::Write::write_all(
        &mut std::io::stdout(),
        whosaid::report::schema::contract_schema().as_bytes(),
    );
}
