//! In whose voice the copy speaks.

use super::model::{Dateline, Publication, PublicationFrom};
use crate::lexicon::Lexicon;

/// The publication: what the options say, else the input's own metadata, else the dateline's agency, else "this copy". A name that
/// the lexicon does not know stays as written.
pub(super) fn publication(
    option: Option<&str>,
    metadata: Option<&str>,
    dateline: Option<&Dateline>,
    lexicon: &Lexicon,
) -> Publication {
    let agency = dateline.and_then(|dateline| dateline.agency.as_deref());
    let told =
        [(option, PublicationFrom::Option), (metadata, PublicationFrom::Metadata), (agency, PublicationFrom::Dateline)];
    match told.into_iter().find_map(|(name, from)| Some((name?, from))) {
        Some((name, from)) => {
            let name = lexicon.outlet_named(name).map_or(name, |outlet| &outlet.name).to_owned();
            Publication { name, from }
        }
        None => Publication { name: "this copy".to_owned(), from: PublicationFrom::Default },
    }
}
