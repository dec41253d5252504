//! The report: what the analysis found, in the words and shapes that users read.

pub mod assemble;
pub mod contract;
