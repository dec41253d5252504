//! Whole documents.

use super::*;
use crate::read::Format;
use proptest::prelude::*;

fn document_at(path: Option<&str>, text: &str, options: &DocumentOptions) -> Document {
    let raw = Raw::new(path.map(str::to_owned), Format::detect(path, text).unwrap(), text);
    Document::from_raw(raw, options, Lexicon::built_in())
}

fn document(text: &str) -> Document {
    document_at(None, text, &DocumentOptions::default())
}

fn blocks(document: &Document) -> Vec<(BlockKind, &str, Option<usize>)> {
    document.blocks.iter().map(|block| (block.kind, block.span.of(&document.text), block.copy_of)).collect()
}

use BlockKind::*;

#[test]
fn a_pasted_page_that_carries_its_story_twice() {
    let lead = "The old bridge over the river Aa will be closed for repairs, the Echo reported.";
    let body = "It would be closed from May to June, the Echo said, citing two officials of the town.";
    let story = format!("Old bridge to close - Echo\n\n(Reuters) -\u{a0} {lead}\n\n{body}\n");
    let teaser = "It would be closed from May to June, the Echo said";
    let page = format!(
        "Skip to main content\nLatest news\nThumbnail\n\n{story}\n{}",
        story.replace("\n\n(Reuters)", &format!("\n\n{teaser}\n\nThumbnail\n\n(Reuters)"))
    );
    let document = document(&format!("{page}\nShare this post\n\nComment this post\n"));
    let expected = [
        (Boilerplate, "Skip to main content", None),
        (Boilerplate, "Latest news", None),
        (Boilerplate, "Thumbnail", None),
        (Headline, "Old bridge to close - Echo", None),
        (Lead, lead, None),
        (Body, body, None),
        (Headline, "Old bridge to close - Echo", Some(3)),
        (Body, teaser, Some(5)),
        (Boilerplate, "Thumbnail", None),
        (Lead, lead, Some(4)),
        (Body, body, Some(5)),
        (Boilerplate, "Share this post", None),
        (Boilerplate, "Comment this post", None),
    ];
    assert_eq!(blocks(&document), expected);
    let publication = Publication { name: "Reuters".into(), from: PublicationFrom::Dateline };
    assert_eq!(document.meta.publication, publication);
    assert_eq!(document.meta.dateline.unwrap().span.of(&document.text), "(Reuters) -");
}

#[test]
fn wire_copy_with_all_its_parts() {
    let text = "Mayor shuts bridge\n\nBy Ann Lee\n\nTown plans repairs this summer.\n\nROME, Sept. 4 (AP) - The mayor shut the bridge. He gave no reason.\n\n\
                FILE PHOTO: The mayor stands on the old bridge. REUTERS/Bo Ek\n\nNobody was hurt. (Reporting by Bo Ek; Editing by Cy Day)\n";
    let options = DocumentOptions { date: Some(jiff::civil::date(2023, 9, 6)), ..DocumentOptions::default() };
    let document = document_at(None, text, &options);
    let expected = [
        (Headline, "Mayor shuts bridge", None),
        (Byline, "By Ann Lee", None),
        (Lead, "Town plans repairs this summer.", None),
        (Lead, "The mayor shut the bridge. He gave no reason.", None),
        (Caption, "The mayor stands on the old bridge.", None),
        (Body, "Nobody was hurt.", None),
        (Credit, "(Reporting by Bo Ek; Editing by Cy Day)", None),
    ];
    assert_eq!(blocks(&document), expected);
    let meta = document.meta;
    assert_eq!(meta.headline.as_deref(), Some("Mayor shuts bridge"));
    assert_eq!(meta.byline.as_deref(), Some("Ann Lee"));
    assert_eq!(meta.credit.as_deref(), Some("Reporting by Bo Ek; Editing by Cy Day"));
    assert_eq!(meta.publication.name, "Associated Press");
    assert_eq!(meta.published, Some(jiff::civil::date(2023, 9, 4)));
}

#[test]
fn markdown_with_front_matter() {
    let text = "---\ntitle: Bridge shut\nauthor: Ann Lee\ndate: 2024-03-12\npublication: AFP\n---\n\n# Bridge shut by mayor today\n\nThe mayor shut it.\n\n## Why\n\nNobody\nsaid.\n";
    let document = document_at(Some("story.md"), text, &DocumentOptions::default());
    let kinds: Vec<_> = blocks(&document)[1..].to_vec();
    let expected = [
        (Headline, "Bridge shut by mayor today", None),
        (Lead, "The mayor shut it.", None),
        (Boilerplate, "Why", None),
        (Lead, "Nobody\nsaid.", None),
    ];
    assert_eq!(kinds, expected);
    assert_eq!(document.blocks[0].kind, Boilerplate);
    let meta = document.meta;
    assert_eq!(
        (meta.publication.name.as_str(), meta.publication.from),
        ("Agence France-Presse", PublicationFrom::Metadata)
    );
    assert_eq!((meta.byline.as_deref(), meta.published), (Some("Ann Lee"), Some(jiff::civil::date(2024, 3, 12))));
}

#[test]
fn the_option_names_the_publication() {
    let options = DocumentOptions { publication: Some("AFP".into()), ..DocumentOptions::default() };
    let document = document_at(None, "ROME (AP) - Rain fell.", &options);
    assert_eq!(
        (document.meta.publication.name.as_str(), document.meta.publication.from),
        ("Agence France-Presse", PublicationFrom::Option)
    );
    assert_eq!(document.meta.published, None);
}

#[test]
fn an_agency_in_small_letters_is_known_by_its_name() {
    let known = document("Bridge shut\n\nValletta (dpa) - The mayor shut the bridge.\n");
    assert_eq!(known.meta.publication.name, "Deutsche Presse-Agentur");
    assert_eq!(known.meta.dateline.unwrap().place.as_deref(), Some("Valletta"));
    for word in ["left", "nature"] {
        let copy = document(&format!("Valletta ({word}) - The mayor shut the bridge.\n"));
        assert_eq!(copy.meta.dateline, None, "{word}");
    }
}

#[test]
fn a_short_name_in_a_dateline_is_the_agency() {
    for (dateline, name) in [
        ("ANKARA (AA) -", "Anadolu Agency"),
        ("NEW DELHI: Nov 3 (PTI) -", "Press Trust of India"),
        ("OTTAWA (CP) —", "Canadian Press"),
        ("Vienna (APA) -", "Austria Press Agency"),
        ("OSLO (XQZ) -", "XQZ"),
    ] {
        let document = document(&format!("Bridge to close\n\n{dateline} The bridge will close.\n"));
        assert_eq!(document.meta.publication.name, name, "{dateline}");
    }
}

#[test]
fn a_known_place_alone_is_a_dateline() {
    let story = "The mayor shut the bridge on Monday, and nobody knows for how long it will be.";
    for (copy, place) in [
        (format!("ISLAMABAD: {story}\n"), "ISLAMABAD"),
        (format!("Mayor shuts old bridge\n\nANKARA\n\n{story}\n"), "ANKARA"),
        (format!("NEW DELHI: {story}\n"), "NEW DELHI"),
    ] {
        let document = document(&copy);
        assert_eq!(document.meta.dateline.unwrap().place.as_deref(), Some(place));
        assert_eq!(document.blocks.last().map(|block| block.span.of(&document.text)), Some(story));
    }
    assert_eq!(document(&format!("MAYOR: {story}\n")).meta.dateline, None);
}

#[test]
fn a_line_beside_the_byline_names_the_publication() {
    for name in ["The Harbor Gazette", "Halden Courier"] {
        let document =
            document(&format!("Mayor shuts old bridge\n\nBy Lena Sorby\n{name}\n\nThe mayor shut the bridge.\n"));
        let publication = Publication { name: name.into(), from: PublicationFrom::Imprint };
        assert_eq!(document.meta.publication, publication);
        assert_eq!(document.blocks.last().map(|block| block.kind), Some(Lead));
    }
    let above =
        "Mayor shuts old bridge\nThe Halden Courier\n24 November 2026\nBy Lena Sorby\n\nThe mayor shut the bridge.\n";
    assert_eq!(document(above).meta.publication.name, "The Halden Courier");
    let inside = "Mayor shuts old bridge\n\nBy Lena Sorby, BBC News, Leeds\n\nThe mayor shut the bridge.\n";
    assert_eq!(document(inside).meta.publication.name, "BBC");
    let staff = "Mayor shuts old bridge\n\nBy Al Jazeera Staff and News Agencies\n\nThe mayor shut the bridge.\n";
    assert_eq!(document(staff).meta.publication.name, "Al Jazeera");
    let masthead =
        "The Halden Courier\nMayor shuts old bridge\n\nBy Lena Sorby\n\nThe mayor shut the bridge on Monday.\n";
    assert_eq!(document(masthead).meta.publication.name, "The Halden Courier");
    assert_eq!(document(masthead).meta.headline.as_deref(), Some("Mayor shuts old bridge"));
    let other =
        document("Mayor shuts bridge\n\nBy Lena Sorby\n\nMayor Ada Quill\n\nThe mayor shut the bridge on Monday.\n");
    assert_eq!(other.meta.publication.name, "this copy");
}

#[test]
fn a_closing_line_names_the_publication() {
    let report = "This report by The Canadian Press was first published May 4, 2024.";
    for (line, name) in [(report, "Canadian Press"), ("© 2024 Agence France-Presse", "Agence France-Presse")] {
        let document = document(&format!("OTTAWA - The mayor shut the bridge.\n\nRain fell.\n\n{line}\n\nShare\n"));
        let publication = Publication { name: name.into(), from: PublicationFrom::Credit };
        assert_eq!(document.meta.publication, publication);
        assert_ne!(document.blocks[2].kind, Body);
    }
    for closing in ["© 2024 AFP\n\nNobody was hurt.", "© 2024 Nobody At All"] {
        assert_eq!(document(&format!("The mayor said so.\n\n{closing}\n")).meta.publication.name, "this copy");
    }
    assert_eq!(document("ROME (AP) - Rain fell.\n\n© 2024 AFP\n").meta.publication.name, "Associated Press");
}

#[test]
fn one_sentence_is_a_lead_in_the_copys_own_voice() {
    let document = document("\u{feff}The mayor said it rained.\r\n");
    assert_eq!(blocks(&document), [(Lead, "The mayor said it rained.", None)]);
    assert_eq!(document.meta.publication.name, "this copy");
}

#[test]
fn an_empty_text_has_no_blocks() {
    assert!(document("").blocks.is_empty());
    assert!(document(" \n\u{a0}\r\n").blocks.is_empty());
}

#[test]
fn huge_inputs_are_read() {
    let line = "rain fell \"and\" snow ".repeat(1_000_000);
    assert_eq!(document(&line).blocks.len(), 1);
    assert!(document(&"\n".repeat(1_000_000)).blocks.is_empty());
    assert!(!document(&"Rain \"fell\n".repeat(10_000)).blocks.is_empty());
    assert!(!document(&"rain fell and\n".repeat(10_000)).blocks.is_empty());
    assert!(!document_at(Some("a.md"), &"> - ```# a\n".repeat(10_000), &DocumentOptions::default()).blocks.is_empty());
}

/// Any text: every block is trimmed, filled, in order, apart from the others, and points back only.
fn check(document: &Document) -> Result<(), TestCaseError> {
    let mut end = 0;
    for (at, block) in document.blocks.iter().enumerate() {
        let span = block.span;
        prop_assert!(end <= span.start && span.start < span.end && span.end <= document.text.len());
        let words = document.text.get(span.start..span.end);
        prop_assert!(words.is_some_and(|words| words::trimmed(words) == words));
        prop_assert!(block.copy_of.is_none_or(|original| original < at && document.blocks[original].copy_of.is_none()));
        end = span.end;
    }
    Ok(())
}

/// Pieces that the readers look for, in any order.
fn page() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "\n",
        "\r\n",
        "\r",
        "\n\n",
        " ",
        "\t",
        "\u{a0}",
        "\u{feff}",
        "ROME",
        "Oslo",
        ", ",
        "Sept. 4",
        "(AP)",
        " - ",
        "--",
        "—",
        "By Ann Lee",
        "(Reporting by Bo Ek)",
        "Photo: ",
        "REUTERS/Bo Ek",
        "Share",
        "Rain fell on the old town.",
        "é",
        "“",
        "”",
        "\"",
        "# ",
        "---",
        "```",
        "> ",
        "- ",
        "**",
        "title: x",
        "[",
        "]",
        "(",
        ")",
        "İ",
        "<a>",
        "…",
        "4:15",
        "@",
        ".",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_gives_orderly_blocks(text in ".{0,300}|(?s).{0,300}") {
        check(&document(&text))?;
    }

    #[test]
    fn any_page_gives_orderly_blocks_and_the_same_ones_twice(text in page(), is_markdown in any::<bool>()) {
        let format = if is_markdown { Format::Markdown } else { Format::Text };
        let raw = || Raw::new(None, format, text.clone());
        let read = || Document::from_raw(raw(), &DocumentOptions::default(), Lexicon::built_in());
        let document = read();
        check(&document)?;
        prop_assert_eq!(&document.blocks, &read().blocks);
        prop_assert_eq!(&document.meta, &read().meta);
    }
}

#[test]
fn a_name_above_an_outlet_with_its_desk_is_the_byline() {
    let text = "Home\nNews\n\nSlip closes the old line\n\nTom Lee\n\nBBC News, South West\n\nThe old line is closed, the mayor has said.\n\nNobody was hurt.\n";
    let document = document(text);
    assert_eq!(document.meta.byline.as_deref(), Some("Tom Lee"));
    assert_eq!(document.meta.publication, Publication { name: "BBC".into(), from: PublicationFrom::Imprint });
}

#[test]
fn a_stretch_that_a_page_sets_apart_is_left_out() {
    let text = "The mayor spoke for an hour about the bridge.\n\nSkip past newsletter promotion\nSign up\nThe day's most important stories. Get them all here.\nafter newsletter promotion\n\nNobody answered him.\n";
    let page = document(text);
    let read: Vec<_> = blocks(&page).into_iter().filter(|block| block.0.is_read()).collect();
    assert_eq!(read.len(), 2, "{read:?}");
    let endless = text.replace("after newsletter promotion", "");
    assert!(blocks(&document(&endless)).iter().any(|block| block.0.is_read() && block.1.starts_with("The day's")));
}

#[test]
fn a_heading_in_quotation_marks_is_nobodys_words() {
    let text = "The mayor said: \"I am sorry.\"\n\n'Cut off'\n\nAnn Lee, who runs a bakery, was not there.\n";
    assert_eq!(blocks(&document(text))[1], (Boilerplate, "'Cut off'", None));
    let spoken = text.replace("'Cut off'", "'We are cut off.'");
    assert!(blocks(&document(&spoken))[1].0.is_read());
}

#[test]
fn pictures_and_authors_tell_whose_copy_it_is() {
    let text = "Wells run dry\n\nA dry canal in the county last week.Credit...Ann Lee for The New York Times\n\nBy Daniel Roe\nReporting from Oslo\n\n\
                The wells began to fail in the spring, one house at a time.\n\nDaniel Roe covers water for The Times.\n";
    let document = document(text);
    assert_eq!(document.meta.publication, Publication { name: "New York Times".into(), from: PublicationFrom::Credit });
    let kinds: Vec<BlockKind> = document.blocks.iter().map(|block| block.kind).collect();
    assert_eq!(kinds, [Headline, Caption, Byline, Byline, Lead, Credit]);
}
