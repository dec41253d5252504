# what can be done here
default:
    @just --list

# all that must hold before a change goes in
ci:
    .ci/run

# run the tests, or those whose name holds a word
test *names:
    cargo test {{ names }}

# check the layout and lint
lint:
    cargo fmt --check
    cargo clippy --all-targets --all-features -- -D warnings

# measure how fast it is
bench:
    cargo bench

# fit the weights on a corpus of your own (a folder with text/ and attributions/)
fit corpus:
    cargo run --release --features measure --bin whosaid-measure -- fit-ends {{ quote(corpus) }} > target/end-weights.txt
    mv target/end-weights.txt grammar/end-weights.txt
    cargo run --release --features measure --bin whosaid-measure -- fit --l1 8 {{ quote(corpus) }} > target/cue-weights.txt
    mv target/cue-weights.txt grammar/cue-weights.txt

# write anew what the tests compare with; read the difference before you commit it
golden:
    UPDATE=1 INSTA_UPDATE=always cargo test
