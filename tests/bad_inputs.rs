//! Inputs that cannot be read: each is one clear error with its file and its place, the others are done, and the exit code is 2.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

const STORY: &str = "\"It will rain,\" Ada Quill said.\n";

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn run(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_whosaid"));
    command.args(args).current_dir(folder).stdin(Stdio::null()).output().unwrap()
}

/// Runs a bad input before two good ones: they are done, and the bad one is one line that begins with `told` after its name.
fn gives_one_error(name: &str, told: &str, make: impl FnOnce(&Path)) {
    gives_one_error_with(&[], name, told, make);
}

fn gives_one_error_with(options: &[&str], name: &str, told: &str, make: impl FnOnce(&Path)) {
    let folder = folder();
    for good in ["a.txt", "z.txt"] {
        fs::write(folder.path().join(good), STORY).unwrap();
    }
    make(&folder.path().join(name));
    // With a format for all, the good ones are read on their own.
    let good: &[&str] = if options.is_empty() { &["a.txt", "z.txt"] } else { &[] };
    let output = run(folder.path(), &[&[name, "-f", "jsonl"], options, good].concat());
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{error}");
    assert_eq!(output.stdout.iter().filter(|byte| **byte == b'\n').count(), good.len(), "the good ones are done");
    assert!(error.starts_with(&format!("whosaid: error: {name}{told}")), "{error}");
    assert_eq!(error.lines().count(), 1, "{error}");
}

fn written(bytes: impl AsRef<[u8]>) -> impl FnOnce(&Path) {
    move |path| fs::write(path, bytes).unwrap()
}

#[test]
fn what_is_not_there() {
    gives_one_error("gone.txt", ": no such file or directory; ", |_| {});
    gives_one_error("gone-*.txt", ": no file fits this pattern; ", |_| {});
    gives_one_error("empty", ": no copy in this directory ", |path| fs::create_dir(path).unwrap());
}

#[test]
fn what_is_no_text() {
    let image = [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), &[0, 1, 2, 255, 254, 0, 0, 7].repeat(500)].concat();
    gives_one_error("picture.txt", ": looks like a picture; ", written(image));
    gives_one_error("story.txt", ": looks like a PDF file; ", written("%PDF-1.7\n%..."));
    gives_one_error("story.docx", ": looks like a ZIP file or office document; ", written("PK\u{3}\u{4}..."));
    gives_one_error("wide.txt", ": looks like text in UTF-32; ", written(b"\xff\xfe\0\0T\0\0\0h\0\0\0e\0\0\0"));
    gives_one_error("program", ": looks like a binary file; ", written([5, 6, 7, b'a'].repeat(100)));
}

#[test]
fn what_is_too_large() {
    let large = |path: &Path| fs::File::create(path).unwrap().set_len(200_000_000).unwrap();
    gives_one_error("large.txt", ": larger than 50 MB; raise the limit with --max-size", large);
}

#[test]
fn a_limit_can_be_set() {
    let folder = folder();
    fs::write(folder.path().join("a.txt"), STORY.repeat(50_000)).unwrap();
    for (limit, code) in [("1", 2), ("2", 0)] {
        let output = run(folder.path(), &["a.txt", "-f", "csv", "--max-size", limit]);
        assert_eq!(output.status.code(), Some(code), "{limit}");
    }
}

#[test]
fn xml_bombs_and_external_entities() {
    let mut bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE nitf [\n<!ENTITY a \"ha\">\n".to_owned();
    for (next, before) in "bcdefghij".chars().zip("abcdefghi".chars()) {
        bomb += &format!("<!ENTITY {next} \"{}\">\n", format!("&{before};").repeat(10));
    }
    bomb += "]>\n<nitf><body><body.content><p>&j;</p></body.content></body></nitf>";
    gives_one_error("bomb.xml", ":2:1: declares entities", written(bomb));
    let external = "<!DOCTYPE nitf [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><nitf><body.content><p>&x;</p></body.content></nitf>";
    gives_one_error("external.xml", ":1:1: declares entities", written(external));
    let parameter = "<!DOCTYPE rss [<!ENTITY % x SYSTEM \"http://example.org/x.dtd\"> %x;]><rss><item><title>x</title></item></rss>";
    gives_one_error("parameter.xml", ":1:1: declares entities", written(parameter));
}

#[test]
fn broken_markup_is_told_with_its_place() {
    gives_one_error("a.xml", ":3:4: not well-formed: ", written("<nitf>\n<body>\n<p></q></p></body></nitf>"));
    gives_one_error("b.xml", ":2:5: the file ends within <p>", written("<nitf><p>\nRain"));
    gives_one_error("c.xml", ":1:", written("<newsItem><a b=\"></newsItem>"));
    gives_one_error(
        "d.json",
        ":2:19: not the JSON that is wanted: ",
        written("{\"uri\": \"x\",\n\"body_text\": \"Rain\"\n"),
    );
    gives_one_error("i.json", ":1:1: not the JSON that is wanted: ", written("Rain fell, he said."));
    gives_one_error("j.json", ":1:6: not the JSON that is wanted: ", written("\"Rain\""));
    gives_one_error("k.xml", ":2:4: not well-formed: ", written("\u{feff}<nitf>\n<p></q></p></nitf>"));
    gives_one_error("e.json", ":1:", written(format!("{}\"uri\": 1", "{\"a\":".repeat(100_000))));
    gives_one_error("f.xml", ":1:", written(format!("<nitf>{}", "<p>".repeat(1_000_000))));
    gives_one_error("g.jsonl", ":2:1: no \"text\" on this line", written("\n{\"id\": 3}\n"));
    gives_one_error("h.jsonl", ":1:1: no such \"date\"", written("{\"text\": \"Rain.\", \"date\": \"Tuesday\"}\n"));
}

#[test]
fn markup_without_copy() {
    for (name, content) in [
        ("a.xml", "<nitf><head/></nitf>"),
        ("b.xml", "<newsItem><contentSet><remoteContent href='a.jpg'/></contentSet></newsItem>"),
        ("c.xml", "<rss><channel><title>Rain</title></channel></rss>"),
        ("d.json", "{\"uri\": \"x\"}"),
        ("h.json", "[1,2,3]"),
        ("i.xml", "\u{feff}<rss>he declined</rss>"),
        ("e.html", "<html><head><title></title></head><body><script>1</script></body></html>"),
        ("f.iptc", "\u{1}XYZ1\r\n\u{2}\u{3}\u{4}"),
        ("g.anpa", "\u{16}\u{1}a1\r\n\u{2}\u{3}\u{4}"),
    ] {
        gives_one_error(name, ": no copy found in this ", written(content));
    }
}

#[test]
fn an_unknown_format() {
    gives_one_error(
        "a.xml",
        ": XML of an unknown format (its first element is <invoice>)",
        written("<?xml version='1.0'?><Invoice/>"),
    );
    let invoice = "<?xml version='1.0'?>\n<Invoice/>";
    gives_one_error_with(&["--from", "ninjs"], "a.xml", ":1:1: not the JSON that is wanted", written(invoice));
    let output = run(folder().path(), &["--from", "pdf", "a.txt"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("newsml-g2"));
}

#[test]
fn a_bad_line_leaves_the_other_lines() {
    let folder = folder();
    fs::write(folder.path().join("a.jsonl"), "{\"text\": \"Rain.\"}\n{\"text\": }\n{\"text\": \"Snow.\"}\n").unwrap();
    let output = run(folder.path(), &["a.jsonl", "-f", "jsonl"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(output.stdout.iter().filter(|byte| **byte == b'\n').count(), 2);
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.starts_with("whosaid: error: a.jsonl:2:10: "), "{told}");
}

#[test]
fn a_folder_stands_for_its_copy() {
    let folder = folder();
    fs::create_dir(folder.path().join("desk")).unwrap();
    fs::write(folder.path().join("desk/b.txt"), STORY).unwrap();
    fs::write(folder.path().join("desk/a.html"), format!("<p>{STORY}</p>")).unwrap();
    fs::write(folder.path().join("desk/c.png"), "x").unwrap();
    let output = run(folder.path(), &["desk", "-f", "jsonl"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stdout).unwrap().lines().count(), 2);
}
