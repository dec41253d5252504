//! In whose voice the copy speaks.

use super::model::{Dateline, Publication, PublicationFrom};

/// The publication: what the options say, else the input's own metadata, else the dateline's agency, else "this copy". `names` gives
/// an outlet's canonical name; a name it does not know stays as written.
pub(super) fn publication(
    option: Option<&str>,
    metadata: Option<&str>,
    dateline: Option<&Dateline>,
    names: &dyn Fn(&str) -> Option<String>,
) -> Publication {
    let agency = dateline.and_then(|dateline| dateline.agency.as_deref());
    let told =
        [(option, PublicationFrom::Option), (metadata, PublicationFrom::Metadata), (agency, PublicationFrom::Dateline)];
    match told.into_iter().find_map(|(name, from)| Some((name?, from))) {
        Some((name, from)) => Publication { name: names(name).unwrap_or_else(|| name.to_owned()), from },
        None => Publication { name: "this copy".to_owned(), from: PublicationFrom::Default },
    }
}
