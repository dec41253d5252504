//! The progress bar: on a terminal, for work that takes longer than a second.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{IsTerminal, stderr};
use std::time::{Duration, Instant};

/// Work that is done sooner shows no bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// Shows how much is done.
pub struct Progress {
    bar: ProgressBar,
    begun: Instant,
    /// Whether it may ever be shown, and is not yet.
    waiting: bool,
}

impl Progress {
    /// Nothing is done yet of so many inputs. One input has no steps to count.
    pub fn new(inputs: usize) -> Self {
        let bar = ProgressBar::with_draw_target(Some(inputs as u64), ProgressDrawTarget::hidden());
        let template = "{wide_bar} {pos} of {len} · {eta} left";
        bar.set_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()));
        Self { bar, begun: Instant::now(), waiting: inputs > 1 && stderr().is_terminal() }
    }

    /// So many inputs are begun.
    pub fn at(&mut self, inputs: usize) {
        if self.waiting && self.begun.elapsed() > PATIENCE {
            self.waiting = false;
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.set_position(inputs as u64);
    }

    /// Does something that may write to the terminal, with the bar out of its way.
    pub fn suspended<T>(&self, action: impl FnOnce() -> T) -> T {
        self.bar.suspend(action)
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
