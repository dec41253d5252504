//! JUnit XML: a story is a suite, an error or a warning a failure; a note passes, and is told.

use super::place;
use crate::report::contract::{DocumentReport, FindingReport};
use crate::report::reporter::Reporter;
use crate::terms::Severity;
use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};
use std::io::{Error, Result, Write};

/// Writes one report with a suite a story.
#[derive(Debug)]
pub struct Junit {
    report: Report,
}

impl Default for Junit {
    fn default() -> Self {
        Self { report: Report::new("whosaid") }
    }
}

impl Reporter for Junit {
    fn document(&mut self, doc: &DocumentReport, _text: &str, _out: &mut dyn Write) -> Result<()> {
        let mut suite = TestSuite::new(place::path(doc));
        suite.add_test_cases(doc.findings.iter().map(|finding| case(doc, finding)));
        if doc.findings.is_empty() {
            let mut clean = TestCase::new("no findings", TestCaseStatus::success());
            clean.set_classname(place::path(doc));
            suite.add_test_case(clean);
        }
        self.report.add_test_suite(suite);
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write) -> Result<()> {
        let text = self.report.to_string().map_err(Error::other)?;
        out.write_all(text.as_bytes())
    }
}

fn case(doc: &DocumentReport, finding: &FindingReport) -> TestCase {
    let at = format!("{}:{}:{}", place::path(doc), finding.position.line, finding.position.column);
    let told = format!("{at}: {}", place::message(finding));
    let status = match finding.severity {
        Severity::Note => TestCaseStatus::success(),
        severity => {
            let mut failure = TestCaseStatus::non_success(NonSuccessKind::Failure);
            failure.set_type(severity.name()).set_message(finding.message.as_str()).set_description(told.as_str());
            failure
        }
    };
    let mut case =
        TestCase::new(format!("{} {}:{}", finding.rule, finding.position.line, finding.position.column), status);
    case.set_classname(place::path(doc));
    if finding.severity == Severity::Note {
        case.set_system_out(told);
    }
    case
}
