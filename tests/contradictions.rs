//! What the text says otherwise than the metadata: the text wins, and both are kept, in every format that has metadata.

use whosaid::analyse;
use whosaid::document::{Disputed, DocumentOptions};
use whosaid::lexicon::Lexicon;
use whosaid::read::{ReadOptions, parse};
use whosaid::report::contract::DocumentReport;

const TEXT: [&str; 3] =
    ["By Ann Lee", "ROME, Nov. 3 (AP) - The mayor shut the bridge, the council said.", "It rained."];

fn report(name: &str, file: String) -> DocumentReport {
    let raw = parse(file.into_bytes(), Some(name.to_owned()), ReadOptions::default()).unwrap().remove(0);
    analyse(raw, &DocumentOptions::default(), Lexicon::built_in()).0
}

/// The same story in several formats, whose metadata says otherwise than its text.
fn files() -> [(&'static str, String); 6] {
    let plain = TEXT.join("\n\n");
    let escaped = TEXT.join("\\n\\n");
    let marked = TEXT.map(|paragraph| format!("<p>{paragraph}</p>")).concat();
    let nitf = format!(
        "<nitf><head><docdata><date.issue norm='20231101'/></docdata></head><body><body.head><hedline><hl1>Mayor shuts bridge</hl1></hedline>\
         <byline>By Zoe Quist</byline><distributor>AFP</distributor><dateline><location>PARIS</location><story.date>Nov. 1</story.date></dateline>\
         </body.head><body.content>{marked}</body.content></body></nitf>"
    );
    let newsml = format!(
        "<newsItem><itemMeta><provider literal='AFP'/><versionCreated>2023-11-01T10:00:00Z</versionCreated></itemMeta><contentMeta>\
         <headline>Mayor shuts bridge</headline><by>Zoe Quist</by><located><name>Paris</name></located></contentMeta>\
         <contentSet><inlineXML><html><body>{marked}</body></html></inlineXML></contentSet></newsItem>"
    );
    let html = format!(
        "<html><head><script type='application/ld+json'>{{\"@type\": \"NewsArticle\", \"author\": {{\"name\": \"Zoe Quist\"}}, \
         \"datePublished\": \"2023-11-01\", \"dateline\": \"PARIS\", \"sourceOrganization\": {{\"name\": \"AFP\"}}}}</script></head>\
         <body><article><h1>Mayor shuts bridge</h1>{marked}</article></body></html>"
    );
    let ninjs = format!(
        "{{\"uri\": \"x\", \"byline\": \"Zoe Quist\", \"located\": \"Paris\", \"provider\": \"AFP\", \
         \"versioncreated\": \"2023-11-01T10:00:00Z\", \"body_text\": \"{escaped}\"}}"
    );
    let line = format!(
        "{{\"text\": \"{escaped}\", \"publication\": \"AFP\", \"date\": \"2023-11-01\", \"byline\": \"Zoe Quist\"}}"
    );
    let markdown = format!(
        "---\ntitle: Mayor shuts bridge\nauthor: Zoe Quist\ndate: 2023-11-01\npublication: AFP\n---\n\n{plain}\n"
    );
    [("a.nitf", nitf), ("a.xml", newsml), ("a.html", html), ("a.json", ninjs), ("a.jsonl", line), ("a.md", markdown)]
}

#[test]
fn both_sides_are_kept() {
    for (name, file) in files() {
        let meta = report(name, file).meta;
        let told: Vec<_> = meta.contradictions.iter().map(|one| (one.about, &*one.text, &*one.metadata)).collect();
        let wanted = [
            (Disputed::Date, "Nov. 3", "2023-11-01"),
            (Disputed::Publication, "AP", "AFP"),
            (Disputed::Byline, "Ann Lee", "Zoe Quist"),
        ];
        assert!(wanted.iter().all(|one| told.contains(one)), "{name}: {told:?}");
        let place = told
            .iter()
            .find(|(about, ..)| *about == Disputed::Place)
            .map(|(_, text, metadata)| (*text, metadata.to_uppercase()));
        let has_place = !matches!(name, "a.jsonl" | "a.md");
        assert_eq!(place, has_place.then(|| ("ROME", "PARIS".to_owned())), "{name}");
    }
}

#[test]
fn the_text_wins() {
    for (name, file) in files() {
        let meta = report(name, file).meta;
        let dateline = meta.dateline.unwrap();
        assert_eq!((dateline.place.as_deref(), dateline.date.as_deref()), (Some("ROME"), Some("Nov. 3")), "{name}");
        assert_eq!(meta.byline.as_deref(), Some("Ann Lee"), "{name}");
        assert_eq!(meta.published, Some(jiff::civil::date(2023, 11, 3)), "{name}: the year is that of the metadata");
    }
}

#[test]
fn a_marked_dateline_needs_no_blank_between_its_parts() {
    let (name, file) = files().into_iter().next().unwrap();
    let meta = report(name, file.replace("ROME, Nov. 3 (AP) - ", "").replace("<p>By Ann Lee</p>", "")).meta;
    let dateline = meta.dateline.unwrap();
    assert_eq!((dateline.place.as_deref(), dateline.date.as_deref()), (Some("PARIS"), Some("Nov. 1")));
    assert_eq!(meta.byline.as_deref(), Some("Zoe Quist"));
    assert_eq!(meta.contradictions, []);
}
