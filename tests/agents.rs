//! What the report tells of those who speak.

use whosaid::document::{DocumentOptions, Format};
use whosaid::lexicon::Lexicon;
use whosaid::read::Raw;
use whosaid::report::contract::AgentReport;
use whosaid::terms::{AgentKind, Form};

fn agents(text: &str) -> Vec<AgentReport> {
    let raw = Raw::new(None, Format::Text, text);
    whosaid::analyse(raw, &DocumentOptions::default(), Lexicon::built_in()).0.agents
}

#[test]
fn the_reason_for_anonymity_stands_with_the_agent() {
    let told = agents("The port will be sold in May, said a senior official, who spoke on condition of anonymity.");
    assert_eq!(told[0].anonymity_reason.as_deref(), Some("on condition of anonymity"));
    let untold = agents("The port will be sold in May, said a senior official.");
    assert_eq!(untold[0].anonymity_reason, None);
}

#[test]
fn a_role_before_or_after_the_name_stands_with_the_person() {
    for text in [
        "Harbour master Lena Obst said on Friday that the pier was closed.",
        "Lena Obst, the harbour master, said on Friday that the pier was closed.",
    ] {
        let told = agents(text);
        assert_eq!(told[0].canonical, "Lena Obst", "{text}");
        assert_eq!(told[0].role.as_deref().map(str::to_lowercase), Some("harbour master".to_owned()), "{text}");
    }
}

#[test]
fn a_short_name_is_the_outlet_that_the_copy_has_introduced_and_else_no_one_in_particular() {
    let told = agents("The mine will close, the New York Times reported. It is empty, the Times said.");
    assert_eq!(told.iter().map(|agent| agent.canonical.as_str()).collect::<Vec<_>>(), ["New York Times"]);
    let untold = agents("The mine will close, the Times reported. It is empty, the Times said.");
    assert_eq!(untold.iter().map(|agent| agent.canonical.as_str()).collect::<Vec<_>>(), ["Times"]);
}

#[test]
fn counted_people_are_anonymous_and_classes_are_groups() {
    let kinds = [
        ("Two traders said that the cargo was sold.", AgentKind::Anonymous),
        ("Traders said that the cargo was sold.", AgentKind::Group),
        ("Two percent of traders said that the cargo was sold.", AgentKind::Group),
        ("Two banks said that the cargo was sold.", AgentKind::Organisation),
    ];
    for (text, kind) in kinds {
        assert_eq!(agents(text)[0].kind, kind, "{text}");
    }
}

#[test]
fn an_owner_belongs_to_the_name_of_a_body() {
    for (text, name) in [
        ("The Alzheimer's Society said that it would sue.", "Alzheimer's Society"),
        ("St Mary's Hospital said that it was closed.", "St Mary's Hospital"),
        ("The WHO said that it was over.", "World Health Organization"),
    ] {
        assert_eq!(agents(text)[0].canonical, name, "{text}");
    }
}

#[test]
fn an_age_stands_for_whoever_was_named() {
    let told = agents("Ada Quill said that it was late. The 71-year-old added that it was cold.");
    assert_eq!(told.iter().map(|agent| agent.canonical.as_str()).collect::<Vec<_>>(), ["Ada Quill"]);
}

fn names(text: &str) -> Vec<String> {
    agents(text).into_iter().map(|agent| agent.canonical).collect()
}

#[test]
fn they_may_be_a_body_that_spoke() {
    assert_eq!(names("The council said that the bridge was shut. They added that it was not safe."), ["council"]);
    // people who spoke stand out
    let both = "Two witnesses told the council that it shook. They said that it was loud.";
    assert_eq!(names(both), ["Two witnesses"]);
}

#[test]
fn an_office_and_its_holder_who_is_named_later_are_one() {
    for (text, name) in [
        ("Estonia's foreign minister said that it was late. Minister Kadri Saar said that it was cold.", "Kadri Saar"),
        (
            "The company's chief executive said that it was late. Chief Executive Jane Doe said so on Monday.",
            "Jane Doe",
        ),
        ("The prosecutor said that it was late. \"It is,\" prosecutor Lena Obst said.", "Lena Obst"),
    ] {
        assert_eq!(names(text), [name], "{text}");
    }
}

#[test]
fn an_office_is_nobodys_who_holds_another_one() {
    for text in [
        "Estonia's foreign minister said that it was late. Latvian Foreign Minister Ivo Marn said that it was cold.",
        "The deputy minister said that it was late. Minister Kadri Saar said that it was cold.",
        "The president said that it was late. Russian President Kadri Saar said that it was cold.",
        "A prosecutor said that it was late. Prosecutor Lena Obst said that it was cold.",
    ] {
        assert_eq!(names(text).len(), 2, "{text}");
    }
    let several = "The prosecutor said that it was late. Prosecutor Lena Obst said that it was not. Prosecutor Ivo Marn said that it was cold.";
    assert_eq!(names(several), ["prosecutor", "Lena Obst", "Ivo Marn"]);
}

#[test]
fn a_headlines_short_outlet_is_the_one_named_in_the_body() {
    let text = "Nikkei: Varda to close plant\n\nTOKYO, Sept 4 - Varda will close a plant, the Nikkei business daily reported on Monday.";
    let outlets = agents(text).into_iter().filter(|agent| agent.kind == AgentKind::Outlet);
    assert_eq!(outlets.count(), 1);
}

#[test]
fn members_of_a_party_are_people() {
    for (text, kind) in [
        ("Three Republicans said that it was late.", AgentKind::Anonymous),
        ("A Democrat said that it was late.", AgentKind::Anonymous),
        ("Several Conservatives said that it was late.", AgentKind::Group),
        ("Three Labour MPs said that it was late.", AgentKind::Anonymous),
        ("Republicans said that it was late.", AgentKind::Organisation),
        ("Senate Republicans said that it was late.", AgentKind::Group),
        ("Her fellow Democrats said that it was late.", AgentKind::Group),
    ] {
        assert_eq!(agents(text)[0].kind, kind, "{text}");
    }
}

#[test]
fn neither_of_two_was_reached() {
    let text = "Neither Ada Quill nor Orrin Foods could be reached for comment.";
    let raw = Raw::new(None, Format::Text, text);
    let lines = whosaid::analyse(raw, &DocumentOptions::default(), Lexicon::built_in()).0.lines;
    let named: Vec<_> = lines.into_iter().filter_map(|line| line.agent_text).collect();
    assert_eq!(named, ["Ada Quill", "Orrin Foods"]);
}

#[test]
fn whoever_spoke_last_may_be_told_of_by_other_words() {
    for text in [
        "Sen. Ada Quill said that it was late. The Kansas Republican said that it was cold.",
        "Det Sgt Ada Quill said that it was late. The detective said that it was cold.",
        "Ada Quill said that it was late. \"It is,\" the former Norway midfielder said.",
        "President Ada Quill said that it was late. The head of state said that it was cold.",
    ] {
        assert_eq!(names(text), ["Ada Quill"], "{text}");
    }
    for text in [
        "Ada Quill said that it was late. The Danish prime minister said that it was cold.",
        "Ada Quill said that it was late. Her lawyer said that it was cold.",
        "Ada Quill said that it was late. The driver said that it was cold.",
    ] {
        assert_eq!(names(text).len(), 2, "{text}");
    }
}

#[test]
fn two_countries_have_two_ministers() {
    let text = "Uzbek Energy Minister Ivo Marn said that it was late. Kazakhstan's energy minister said that it was cold. \
        \"It is,\" the minister said.";
    assert_eq!(names(text), ["Ivo Marn", "Kazakhstan's energy minister"]);
}

#[test]
fn two_people_with_their_titles_are_two() {
    for text in [
        "Sen. Peter Hollis of Maine and Sen. Joan Tully of Montana said that it was late.",
        "Peter Hollis, the mayor, and his deputy, Joan Tully, said that it was late.",
    ] {
        let told = agents(text);
        assert!(told[0].canonical.starts_with("Peter Hollis") && told[0].canonical.ends_with("Joan Tully"), "{text}");
    }
    let text = "Peter Hollis and Joan Obst said that it was late. Obst said that it was cold.";
    assert_eq!(names(text), ["Peter Hollis and Joan Obst", "Joan Obst"]);
    let one = agents("Ivo Marn, vice-president for Europe and Central Asia, said that it was late.");
    assert_eq!(one[0].canonical, "Ivo Marn");
}

#[test]
fn a_name_may_stand_behind_the_place_of_an_office() {
    for text in [
        "US Secretary of State Ada Quill said that it was late.",
        "University of Halden lecturer Dr Ada Quill said that it was late.",
        "The President of the European Commission Ada Quill said that it was late.",
    ] {
        assert_eq!(names(text), ["Ada Quill"], "{text}");
    }
}

#[test]
fn what_is_named_like_a_firm_or_a_team_is_one() {
    for text in [
        "Varda Motors said that it was late.",
        "Varda Energy said that it was late.",
        "The talks are with its rival Scanora, said Ada Quill. Scanora said that it was late.",
        "Norwegian champions Halden FK said that it was late.",
    ] {
        assert!(agents(text).iter().any(|agent| agent.kind == AgentKind::Organisation), "{text}");
    }
}

#[test]
fn a_body_is_met_by_its_sort_by_its_first_word_and_by_its_noun() {
    for (text, name) in [
        ("Varda Motors said that it was late. The Swedish automaker said that it was cold.", "Varda Motors"),
        ("The Budget Office said that it was late. The nonpartisan agency said that it was cold.", "Budget Office"),
        ("Toyora said that it was late. Toyora Corp said that it was cold.", "Toyora Corp"),
        ("Larkhaven Police said that it was late. Two people were hurt, police said.", "Larkhaven Police"),
        ("Halden FK have sacked their coach after a defeat by Larvik, the club said.", "Halden FK"),
    ] {
        assert_eq!(names(text), [name], "{text}");
    }
}

#[test]
fn a_headlines_bare_noun_is_the_one_told_of_in_the_lead() {
    let text =
        "Bees can count, study finds\n\nLONDON, Sept 4 - Bees can count, according to a study by two professors.";
    let documents: Vec<_> = agents(text).into_iter().filter(|agent| agent.kind == AgentKind::Document).collect();
    assert_eq!(documents.len(), 1);
    assert_eq!(documents[0].canonical, "study by two professors");
}

#[test]
fn a_surname_may_end_as_an_adverb_does() {
    for text in [
        "Ada Connolly said that it was late. Connolly said that it was cold.",
        "Ada Harding said that it was late. Harding denied that it was cold.",
    ] {
        assert_eq!(agents(text)[0].mentions.len(), 2, "{text}");
    }
}

#[test]
fn a_title_or_one_that_means_as_much_is_the_last_speakers() {
    for text in [
        "The army chief, General Ada Quill, said that it was late. The general said that it was cold.",
        "Business Secretary Ada Quill said that it was late. The minister said that it was cold.",
        "Dr Ada Quill said that it was late. The doctor said that it was cold.",
        "Ada Quill, the prime minister, said that it was late. The ousted premier said that it was cold.",
        "Norland's president said that it was late. \"It is,\" Ada Quill said.",
        "Norway's defence minister said that it was late. Minister Ada Quill said that it was cold. Prime Minister Ivo Marn was there.",
    ] {
        assert_eq!(names(text), ["Ada Quill"], "{text}");
    }
}

#[test]
fn it_may_be_the_subject_of_what_it_said() {
    for (text, name) in [
        ("Nordbahn AG will close two plants, it said on Monday.", "Nordbahn AG"),
        ("Ada Quill will step down in March, she said on Monday.", "Ada Quill"),
        ("Two sailors have come home after a month, they said on Monday.", "Two sailors"),
    ] {
        assert_eq!(names(text), [name], "{text}");
    }
    assert_eq!(agents("\"Ada Quill will step down in March,\" she said on Monday.")[0].canonical, "she");
}

#[test]
fn a_family_is_told_of_by_its_name_and_its_members_by_theirs() {
    let text =
        "Pat Connolly said that it was late. Pat said that it was cold. The Connollys said that they would stay.";
    assert_eq!(names(text)[..2], ["Pat Connolly", "Connollys"]);
    assert_eq!(agents(text)[1].kind, AgentKind::Group);
}

#[test]
fn whom_a_speakers_own_description_names_is_met_there() {
    let text =
        "Beto Campos, an ally of former President Celso Prado, said that it was late. Prado said that it was cold.";
    assert_eq!(names(text), ["Beto Campos", "Celso Prado"]);
}

#[test]
fn a_body_is_called_by_no_other_sort() {
    for (text, last) in [
        (
            "The Gold Council said that it was late. UBS raised its forecast. The Swiss bank said that it was cold.",
            "UBS",
        ),
        (
            "Orrin Foods declined to comment. It was late. It was cold. It rained. It snowed. The union said that it was over.",
            "union",
        ),
        (
            "The Pan Northern Health Organization said that it was late. The agency said that it was cold.",
            "Pan Northern Health Organization",
        ),
    ] {
        assert_eq!(names(text).last().map(String::as_str), Some(last), "{text}");
    }
}

#[test]
fn an_apposition_tells_what_a_name_is() {
    for (text, kind) in [
        ("Alto Adige, the local newspaper, reported that it was late.", AgentKind::Outlet),
        ("The buyer, Halden-based Golden Vine, said that it was late.", AgentKind::Organisation),
        ("The governor's spokesman, Lee Banks, said that it was late.", AgentKind::Person),
        ("One of the funds told reporters that it was late.", AgentKind::Anonymous),
    ] {
        assert_eq!(agents(text)[0].kind, kind, "{text}");
    }
}

#[test]
fn neither_of_two_answered() {
    let text = "Neither Ada Quill nor Orrin Foods responded to messages.";
    let raw = Raw::new(None, Format::Text, text);
    let lines = whosaid::analyse(raw, &DocumentOptions::default(), Lexicon::built_in()).0.lines;
    assert_eq!(lines.len(), 2);
}

#[test]
fn two_outlets_that_are_both_the_times_are_two() {
    let text = "The New York Times said that it was late. The Irish Times said that it was cold. The Times said that it rained.";
    assert_eq!(names(text), ["New York Times", "Irish Times"]);
    // the magazine told last
    let text = "Ada Quill told the trade magazine Variety that it was late. Ivo Marn told the Hollywood Reporter that it was cold. \
        Quill told Variety that it rained. \"It does,\" Quill told the magazine.";
    assert_eq!(names(text).len(), 4);
}

#[test]
fn a_company_that_is_called_like_a_minister_is_not_meant() {
    let text = "Transport Minister Graziano Dell said that it was late. Dell said that it was cold. The minister denied that it rained.";
    assert_eq!(names(text), ["Graziano Dell"]);
    assert_eq!(names("Dell said that it was late."), ["Dell"]);
    assert_eq!(agents("Dell said that it was late.")[0].kind, AgentKind::Organisation);
}

#[test]
fn a_full_name_without_more_is_whom_the_sentence_before_has_quoted() {
    let text = "Her agent said that it was late.\n\n\"It is not,\" Miles Korn told reporters.";
    assert_eq!(names(text), ["Miles Korn"]);
    assert_eq!(names("The study said that it was late. \"It is,\" Miles Korn said.").len(), 2);
}

#[test]
fn a_body_that_is_told_to_be_one_stays_one() {
    let text = "The rail company Rete Due said that it was late. Two people worked for Rete Due, Ada Quill said.";
    assert_eq!(agents(text)[0].kind, AgentKind::Organisation);
    assert_eq!(agents("The Fiscal Forum said that it was late.")[0].kind, AgentKind::Organisation);
    assert_eq!(agents("Oster's company, Red Kite, said that it was late.")[0].kind, AgentKind::Organisation);
}

#[test]
fn a_nationality_an_election_and_a_fuller_name_are_understood() {
    for text in [
        "Commissioner Ada Quill said that it was late. The Dane said that it was cold.",
        "Parliament elected army chief Ada Quill president. \"It is late,\" the new president said.",
        "Israel's foreign minister, Ada Stern, said that it was late. Stern said that it was cold.",
        "The report was read aloud. Her mother, Ada, said that it was late. Ada Quill said that it was cold.",
    ] {
        assert_eq!(names(text).len(), 1, "{text}");
    }
    let text = "The European Commission said that it was late. The Commission said that it was cold.";
    assert_eq!(names(text), ["European Commission"]);
    let text = "Ada Quill, a Shi'ite, is an ally of Hezbollah. The Iran-backed group said that it was late.";
    assert_eq!(names(text), ["Hezbollah"]);
}

#[test]
fn a_joint_source_is_all_of_its_members() {
    for (text, name, kind) in [
        ("Britain, France and Germany said it was late.", "Britain, France and Germany", AgentKind::Organisation),
        ("The White House and the Pentagon said it was late.", "White House and the Pentagon", AgentKind::Organisation),
        (
            "The Ministry of Health and the Pentagon said it was late.",
            "Ministry of Health and the Pentagon",
            AgentKind::Organisation,
        ),
        ("Both Petrov and Lund said it was late.", "Petrov and Lund", AgentKind::Person),
        ("Lund, Poe and Hale said it was late.", "Lund, Poe and Hale", AgentKind::Person),
        ("It was late, according to Lund, Poe and Hale.", "Lund, Poe and Hale", AgentKind::Person),
        ("A report by Ann Lund and Tom Poe said it was late.", "report by Ann Lund and Tom Poe", AgentKind::Document),
    ] {
        let told = agents(text);
        assert_eq!((told[0].canonical.as_str(), told[0].kind), (name, kind), "{text}");
    }
    let text = "The White House and the Pentagon said that it was late. The Pentagon said that it was cold.";
    assert_eq!(agents(text)[1].mentions.len(), 2);
    assert_eq!(names("On Monday, Lund, Poe and Hale said it was late."), ["Lund, Poe and Hale"]);
}

#[test]
fn a_body_whose_name_holds_and_is_one() {
    for name in [
        "Philippine Institute of Volcanology and Seismology",
        "Department of Health and Human Services",
        "Centers for Disease Control and Prevention",
        "Ministry of Agriculture, Fisheries and Food",
        "Ministry of Foreign Affairs",
        "Ministry of Defence",
        "Rail, Maritime and Transport Union",
        "Health and Safety Executive",
    ] {
        let told = agents(&format!("The {name} warned that it was late."));
        assert_eq!((told[0].canonical.as_str(), told[0].kind), (name, AgentKind::Organisation));
    }
}

#[test]
fn all_who_gave_no_answer_are_named() {
    let silent = |text: &str| {
        let raw = Raw::new(None, Format::Text, text);
        let lines = whosaid::analyse(raw, &DocumentOptions::default(), Lexicon::built_in()).0.lines;
        lines.into_iter().filter_map(|line| line.agent_text).collect::<Vec<_>>().join("; ")
    };
    for (text, names) in [
        (
            "The White House and the CIA did not immediately respond to requests for comment.",
            "White House; Central Intelligence Agency",
        ),
        ("Representatives for Meridian and Lazard declined to comment.", "Representatives for Meridian and Lazard"),
        (
            "A representative for Carrow declined to comment, while KKR didn't respond to a request for comment.",
            "representative for Carrow; KKR",
        ),
        (
            "Prime Minister Neil Carrow said that he looked forward to welcoming Lund, but would not be drawn on it.",
            "Neil Carrow",
        ),
        ("There was no comment from the presidency.", "presidency"),
        ("The fund, Qasr Holdings, did not respond to a request for comment.", "Qasr Holdings"),
    ] {
        assert_eq!(silent(text).replace("KKR & Co.", "KKR"), names, "{text}");
    }
}

#[test]
fn the_outlet_of_a_reporter_is_met_with_the_reporter() {
    for (text, outlet) in [
        ("The BBC's Ann Lund reported that it was late.", "BBC"),
        ("The New York Times' Carla Dietz reported that it was late.", "New York Times"),
        ("According to the Sun's Ned Carver, it was late.", "Sun"),
        ("Amos Reed of the BBC reported that it was late.", "BBC"),
        ("Ivo Marn told the BBC's Ann Gray that it was late.", "BBC"),
    ] {
        let raw = Raw::new(None, Format::Text, text);
        let (report, _) = whosaid::analyse(raw, &DocumentOptions::default(), Lexicon::built_in());
        let chain: Vec<_> = report.claims[0].chain.iter().map(|hop| hop.canonical.as_str()).collect();
        assert!(chain.len() >= 2 && chain[chain.len() - 2] == outlet, "{text} {chain:?}");
    }
}

#[test]
fn a_person_is_told_by_a_given_name_an_honorific_or_a_role() {
    for (text, name) in [
        ("Theo Banks said that it was late.", "Theo Banks"),
        ("Faith Union, a nurse, said that it was late.", "Faith Union"),
        ("Former regulator Tess Holloway said that it was late.", "Tess Holloway"),
        ("Mr Sun said that it was late.", "Sun"),
        ("Ms. Post said that it was late.", "Post"),
        ("Devon Lee Harkness said that it was late.", "Devon Lee Harkness"),
        ("Mother-of-two Kelly Ann Price said that it was late.", "Kelly Ann Price"),
        ("Iain Gillespie MP said that it was late.", "Iain Gillespie"),
        ("Army chief of staff Lt. Gen. Ivan Petrov said that it was late.", "Ivan Petrov"),
    ] {
        let told = agents(text);
        assert_eq!((told[0].canonical.as_str(), told[0].kind), (name, AgentKind::Person), "{text}");
    }
    for text in [
        "Temara Pte said that it was late.",
        "Mansour Holdings said that it was late.",
        "Doctors Without Borders said that it was late.",
    ] {
        assert_eq!(agents(text)[0].kind, AgentKind::Organisation, "{text}");
    }
    let role = |text: &str| agents(text)[0].role.clone();
    assert_eq!(role("Rosa Magbanua, her arm in a sling, said that it was late."), None);
    assert_eq!(role("Geologist Dr Anneke van Wyk said that it was late.").as_deref(), Some("Geologist"));
}

#[test]
fn the_spokesman_is_the_last_one() {
    let text = "Its spokesman, John Farrow, said that it was late. A spokesman for Thornaby Council said that it was cold. \
        The spokesman denied that it rained.";
    assert_eq!(agents(text)[1].mentions.len(), 2);
}

#[test]
fn he_is_the_subject_of_the_sentence_before_though_another_has_spoken() {
    let told = agents(
        "Another passenger, who asked not to be named, said the crew were calm. But Lars Moe, a retired fisherman, was \
         scathing. “They could not find the boats,” he said.",
    );
    let spoke = told.iter().find(|agent| agent.canonical == "Lars Moe").expect("he speaks");
    assert_eq!(spoke.mentions.len(), 2, "his name, and \"he\"");
}

#[test]
fn an_owner_of_one_word_is_a_body_and_a_husband_is_not() {
    for (text, name, kind) in [
        ("The ferry's owner, Kystlinjen, said it was sorry.", "Kystlinjen", AgentKind::Organisation),
        ("Berg's husband, Tor, who was ashore, said nobody had called.", "Tor", AgentKind::Person),
    ] {
        let told = agents(text);
        let spoke = told.iter().find(|agent| agent.canonical == name).expect(text);
        assert_eq!(spoke.kind, kind, "{text}");
    }
}

#[test]
fn a_name_between_commas_behind_an_unknown_noun_is_a_persons() {
    let told = agents("The unit's boffin, Siraj Dutta, said that the names had been given in June.");
    assert_eq!((told[0].canonical.as_str(), told[0].kind), ("Siraj Dutta", AgentKind::Person));
}

#[test]
fn a_name_alone_is_a_persons_who_says_he_or_has_an_age_or_a_trade() {
    for (text, kind) in [
        ("Trumann said he would go.", AgentKind::Person),
        ("Suharso, a street vendor, said prices had gone up.", AgentKind::Person),
        ("Nordbahn, a supplier of rails, said prices had gone up.", AgentKind::Organisation),
        ("LG Dongwoo said it would sell the plant.", AgentKind::Organisation),
        ("Kestrel Ltd said the plant would close.", AgentKind::Organisation),
        ("Builder Corran Homes said the plant would close.", AgentKind::Organisation),
    ] {
        assert_eq!(agents(text)[0].kind, kind, "{text}");
    }
}

#[test]
fn one_who_needs_no_introduction_is_met_by_the_office() {
    for text in [
        "Trumann said he would go. The president said that it was late.",
        "Mohammed bin Salman said that it was late. The crown prince said that it was cold.",
        "Aas, 19, said that it was late. The teenager said that it was cold.",
        "Suharso, a street vendor, said that it was late. The father of three said that it was cold.",
        "Hosseini, a father of two, said that it was late. The Iranian said that it was cold.",
        "Ruth Adler said that it was late. The retired nurse said that it was cold.",
        "Rev. Al Brand said that it was late. The reverend said that it was cold.",
        "The ex-wife of a driver said that it was late. The woman said that it was cold.",
        "A spokesman said that it was late. The spokesman, Jan Peeters, said that it was cold.",
        "Lagarde said she was late. The ECB president said that it was cold.",
        "Mario Centeno said that it was late. The former finance minister said that it was cold.",
        "\"It is late,\" said Ramesh, a farmer who uses one name. He said that it was cold.",
        "A man, who gave his name only as Jon, said that it was late. Jon said that it was cold.",
        "Javier Ortiz Medina said that it was late. Ortiz said that it was cold. \"It is,\" said the 58-year-old, a former teacher.",
        "Sri Mulyani Indrawati said that it was late. Sri Mulyani said that it was cold.",
        "Midfielder Son Jae-ho said that it was late. Son said that it was cold.",
    ] {
        assert_eq!(names(text).len(), 1, "{text}");
    }
    let text =
        "Trumann said he would go. The president said that it was late. President Ada Quill said that it was cold.";
    assert_eq!(names(text).len(), 2);
}

#[test]
fn a_title_in_short_is_the_title_in_full() {
    let text = "Gov. Mike Hart said that it was late. Ada Quill said that it was cold. Ivo Marn said that it rained. \
        The governor said that it snowed.";
    assert_eq!(names(text), ["Mike Hart", "Ada Quill", "Ivo Marn"]);
}

#[test]
fn several_of_whom_some_are_named() {
    for (text, name, kind) in [
        ("Mr and Mrs Aubert said that it was late.", "Mr and Mrs Aubert", AgentKind::Group),
        ("Rusk and two other lawmakers said that it was late.", "Rusk and two other lawmakers", AgentKind::Group),
        (
            "An official said it was late. A second official said it was cold. Both said it rained.",
            "Both",
            AgentKind::Anonymous,
        ),
        ("One of the three said that it was late.", "One of the three", AgentKind::Anonymous),
        (
            "Scientists not involved in the work said that it was late.",
            "Scientists not involved in the work",
            AgentKind::Group,
        ),
    ] {
        let told = agents(text);
        let spoke = told.iter().find(|agent| agent.canonical == name).expect(text);
        assert_eq!(spoke.kind, kind, "{text}");
    }
    let text = "Peter Frost and his wife, Mary, said that it was late. She said that it was cold.";
    assert_eq!(names(text).last().map(String::as_str), Some("Mary"));
}

#[test]
fn newspapers_of_a_country_are_no_country() {
    for text in ["Certain US newspapers said that it was late.", "Two US newspapers said that it was late."] {
        assert_eq!(agents(text)[0].kind, AgentKind::Outlet, "{text}");
    }
    let text = "Yonhap said that it was late. The Korean agency said that it was cold.";
    assert_eq!(names(text), ["Yonhap"]);
}

#[test]
fn an_internal_paper_is_a_document() {
    let text = "Bloomberg first reported the doubts on Friday, citing an internal bank paper.";
    let told = agents(text);
    assert_eq!(told.last().map(|one| one.kind), Some(AgentKind::Document));
}

#[test]
fn a_role_is_told_whole() {
    let role = |text: &str, name: &str| {
        agents(text).into_iter().find(|agent| agent.canonical == name).and_then(|one| one.role)
    };
    let text = "Drake's ex-wife, the model Petra Sand, said that it was late.";
    assert_eq!(role(text, "Petra Sand").as_deref(), Some("Drake's ex-wife, the model"));
    let text = "Its head, former Ghanaian president Kofi Asante, said that it was late.";
    assert_eq!(role(text, "Kofi Asante").as_deref(), Some("head, former Ghanaian president"));
    assert_eq!(agents("Chief executive Ada Quill said that it was late.")[0].affiliation, None);
}

#[test]
fn an_ex_minister_is_a_person_and_an_ex_wife_a_woman() {
    for text in ["The ex-minister said that it was late.", "The vice-captain said that it was late."] {
        assert_eq!(agents(text)[0].kind, AgentKind::Person, "{text}");
    }
    let text = "Lund's ex-wife said that it was late. Her lawyer, Per Dahl, said that it was cold. \"I am not well,\" she said.";
    assert_eq!(names(text).len(), 2);
}

#[test]
fn a_spokesman_without_a_name_speaks_for_the_body_before_the_noun() {
    for text in [
        "A police spokeswoman said that it was late.",
        "A ministry spokesman said that it was late.",
        "A military spokesman said that it was late.",
        "A State Department spokesman said that it was late.",
    ] {
        assert!(agents(text)[0].acts_for.is_some(), "{text}");
    }
    assert_eq!(agents("A spokesman said that it was late.")[0].acts_for, None);
    assert_eq!(agents("A police official said that it was late.")[0].acts_for, None);
}

#[test]
fn who_is_the_person_before_a_place_or_a_body() {
    for (text, name) in [
        ("He met the harbour master in Larkhaven, who said that the wall was holding.", "harbour master in Larkhaven"),
        ("He met the head of the union, who said that the strike would go on.", "head of the union"),
        ("Police arrested the owner of a garage in Oslo, who denied that it was his.", "owner of a garage in Oslo"),
        ("They met a keyholder in Oslo, who said that the door was open.", "keyholder in Oslo"),
        ("Police arrested Ann Lee, 34, who said that she was at home.", "Ann Lee"),
        ("They met Ada Quill, a clerk in Halden, who said that it was late.", "Ada Quill"),
        ("Ada Quill (AQ), opens new tab said that it was late.", "Ada Quill"),
    ] {
        let told = agents(text);
        let told = told.iter().find(|agent| agent.canonical == name).unwrap_or_else(|| panic!("{text} {told:?}"));
        assert!(matches!(told.kind, AgentKind::Person | AgentKind::Anonymous), "{text}");
    }
}

#[test]
fn a_description_tells_more_than_a_title() {
    for (text, role) in [
        ("Prof Helen Marsh, a hydrologist, said that it was late.", Some("hydrologist")),
        ("Prof Helen Marsh said that it was late.", Some("Prof")),
        ("Mr Brandt said that it was late.", None),
        ("One of the supervisors, Ed Brandt, said that it was late.", Some("One of the supervisors")),
        ("One of them, Ed Brandt, said that it was late.", None),
    ] {
        assert_eq!(agents(text)[0].role.as_deref(), role, "{text}");
    }
}

#[test]
fn a_body_is_met_by_its_place_and_by_the_front_of_its_name() {
    let text = "Halden Semiconductor said that sales fell. Shares of the San Jose, California-based company fell. The company said that it was late.";
    assert_eq!(names(text), ["Halden Semiconductor"]);
    let text = "Pike Lane Capital said that it was late. In a letter, Pike Lane said that it was cold.";
    assert_eq!(names(text), ["Pike Lane Capital"]);
    let text = "Larkhaven Aid said that it was late. The New York-based group said that it was cold.";
    assert_eq!(names(text), ["Larkhaven Aid"]);
}

#[test]
fn they_may_be_one_unnamed_official() {
    let text = "The mayor said that it was late. One former official described that as \"laughable\". They said that it was cold.";
    assert_eq!(names(text).len(), 2);
}

#[test]
fn a_headline_without_articles_makes_nobody_of_the_mayor() {
    let text = "Aide to mayor quits\n\nOSLO, May 3 (Reuters) - The mayor said on Friday that it was late.";
    let told = agents(text);
    assert!(told.iter().any(|agent| agent.canonical == "mayor" && agent.kind == AgentKind::Person), "{told:?}");
}

#[test]
fn a_correction_is_no_speaker() {
    let text = "Correction: An earlier version of this story said that the bridge was shut.";
    assert_eq!(agents(text)[0].kind, AgentKind::Document);
}

#[test]
fn whoever_says_so_in_a_filing_is_a_firm() {
    assert_eq!(agents("The buyer said in a filing that it was late.")[0].kind, AgentKind::Organisation);
    assert_eq!(agents("The buyer said on Friday that he was late.")[0].kind, AgentKind::Person);
}

/// The canonical names of those who speak in the text, in order of their claims.
fn roots(text: &str) -> Vec<String> {
    let raw = Raw::new(None, Format::Text, text);
    let report = whosaid::analyse(raw, &DocumentOptions::default(), Lexicon::built_in()).0;
    let stated = report.claims.iter().filter(|claim| claim.form != Form::OwnVoice);
    stated.filter_map(|claim| claim.chain.iter().last().map(|hop| hop.canonical.clone())).collect()
}

#[test]
fn the_names_of_bodies_are_whole_at_the_start_of_a_sentence() {
    for (text, name) in [
        ("Northern Trains said it was late.", "Northern Trains"),
        ("Scottish Power said it was late.", "Scottish Power"),
        ("Batangas Star Lines said the ferry was safe.", "Batangas Star Lines"),
        ("Campaign group Justice Watch said it would sue.", "Justice Watch"),
        ("Avon Fire and Rescue Service said two crews were sent.", "Avon Fire and Rescue Service"),
        ("A Department of Health spokesman said that it was over.", "Department of Health spokesman"),
        ("The state Department of Transportation said it was shut.", "state Department of Transportation"),
        ("Retailers Target and Walmart said they would sell it.", "Target and Walmart"),
    ] {
        assert_eq!(agents(text)[0].canonical, name, "{text}");
    }
}

#[test]
fn a_body_goes_by_the_noun_that_is_used_of_its_sort() {
    for (text, name) in [
        ("Halden Police said the road was shut. The force said a man was held.", "Halden Police"),
        ("Halden County Council said it was shut. The authority said it would open in May.", "Halden County Council"),
        ("Oakfield Academy said it was shut. The school said it would open in May.", "Oakfield Academy"),
        ("Carrow United said it was shut. The club said it would open in May.", "Carrow United"),
    ] {
        assert_eq!(roots(text), [name, name], "{text}");
    }
}

#[test]
fn a_relative_between_commas_has_the_name_behind() {
    let told = "Kit's mother, Joanne Lund, wept in court. She said that he was kind.";
    assert_eq!(roots(told).last().map(String::as_str), Some("Joanne Lund"));
}

#[test]
fn whom_only_a_quotation_has_told_of_is_no_she_outside_it() {
    let told = "\"My mother used to say that it was late,\" Ada Quill says. She thinks that it was early.";
    assert_eq!(roots(told).last().map(String::as_str), Some("Ada Quill"));
}

#[test]
fn a_couple_with_one_surname_are_told_apart_by_their_titles() {
    let told = "Linda Garbutt woke at four. Mr Garbutt said that it was late. Mrs Garbutt said that it was loud.";
    assert_eq!(roots(told), ["Garbutt", "Linda Garbutt"]);
}

#[test]
fn an_age_tells_of_whom_the_sentence_before_began_with() {
    let told = "Theo Ferrand has been banned for a bite. The 28-year-old striker said that he was sorry.";
    assert_eq!(roots(told), ["Theo Ferrand"]);
}

#[test]
fn an_office_with_a_capital_is_a_person_and_whoever_owns_something_is_met() {
    let told = "The Duke of Ashby will not come home.\n\nA royal source said that it was late. Nobody was there.\n\nThe row is \
                about the Duke's home. Last week he said that it was unsafe.";
    assert_eq!(roots(told).last().map(String::as_str), Some("Duke"));
    assert_eq!(agents("The Archbishop said that it was late.")[0].kind, AgentKind::Person);
}

#[test]
fn an_age_of_now_tells_of_a_person() {
    assert_eq!(agents("\"We were young,\" recalls Lowe, now 61, over tea.")[0].kind, AgentKind::Person);
}

#[test]
fn a_paper_that_is_reviewed_is_no_newspaper() {
    let told = agents("The paper, which has not been peer reviewed, suggests that the tea is weak.");
    assert_eq!(told[0].kind, AgentKind::Document);
}

#[test]
fn what_somebody_is_aboard_of_is_nobody() {
    let told = "Ada Quill spoke to reporters aboard Air Force One. She said that it was late.";
    assert_eq!(roots(told), ["Ada Quill"]);
}

#[test]
fn whoever_answers_in_an_interview_is_whom_the_copy_has_named_first() {
    let told = "Isla Lund has counted birds for years.\n\nQ: Is it over?\n\nA: I think that it is.";
    assert_eq!(roots(told), ["Isla Lund"]);
}

#[test]
fn the_holder_of_an_office_is_met_where_nobody_speaks() {
    let text = "The leader of the drivers' union, Carmen Ortiz, went to Oslo. Ortiz said that it was late.";
    let told = agents(text);
    let leader = told.iter().find(|agent| agent.canonical == "Carmen Ortiz").unwrap();
    assert_eq!(leader.role.as_deref(), Some("leader of the drivers' union"));
}

#[test]
fn a_headline_of_one_word_is_no_sum_of_what_has_the_word_too() {
    let head = "“Nobody asked us,” Ortiz says\n\nOSLO, May 3 (Reuters) - Carmen Ortiz wept.\n\n";
    assert_eq!(roots(&format!("{head}Ortiz said that the judge had not asked.")).len(), 2);
    assert_eq!(roots(&format!("{head}“Nobody asked us,” Ortiz said.")).len(), 1);
}

#[test]
fn an_office_is_the_nations_of_the_outlet_that_cites_it() {
    let told = agents(
        "The Iranian foreign minister, Abbas Karimi, said that he would visit Muscat. Talks would be held on Monday, \
         Omani state television reported, citing the foreign minister.",
    );
    assert!(told.iter().any(|one| one.canonical == "foreign minister"));
}

#[test]
fn the_north_and_the_south_are_two_nations() {
    let told = agents(
        "South Korea's army chief, Gen. Park An-su, told parliament that no drones had been sent. The North Korean army \
         chief said that the South would pay.",
    );
    assert_eq!(told.len(), 2);
}

#[test]
fn a_name_behind_a_retired_rank_is_whole() {
    let told = agents("Former army chief General (retd) V K Malhotra said that the truce had held.");
    assert_eq!(told[0].canonical, "V K Malhotra");
}

#[test]
fn the_minister_of_a_nation_is_the_others_counterpart() {
    let told = agents(
        "Omani Foreign Minister Badr al-Said and his Iranian counterpart, Abbas Karimi, met in Muscat. Karimi said that \
         the talks went well. Al-Said said that they would go on. The Iranian minister said that no date was set.",
    );
    let names: Vec<_> = told.iter().map(|one| &*one.canonical).collect();
    assert!(!names.contains(&"Iranian minister"), "{names:?}");
}

#[test]
fn the_firm_that_runs_a_ship_is_no_person() {
    let told = agents(
        "The ship's manager, Athens-based Delta Marine, said that the crew were safe. It said that the ship would sail.",
    );
    assert_eq!(
        told.iter().map(|one| (&*one.canonical, one.kind)).collect::<Vec<_>>(),
        [("Delta Marine", AgentKind::Organisation)]
    );
}
