//! Work done by several threads at once, with the results in the order of the jobs.

use anyhow::Result;
use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// How many jobs more than there are threads may be begun before the first of them is handed on: this bounds what is held.
const AHEAD: usize = 4;

/// Does `work` for each of `jobs` on `threads` threads, and hands the results to `done` in the order of the jobs, each as soon as
/// those before it are there. Jobs are taken only as they are needed. Errors: what `done` gives; no more jobs are begun then.
pub fn run<Job: Send, Done: Send>(
    jobs: impl Iterator<Item = Job> + Send,
    threads: usize,
    work: impl Fn(Job) -> Done + Sync,
    mut done: impl FnMut(Done) -> Result<()>,
) -> Result<()> {
    if threads <= 1 {
        return jobs.map(work).try_for_each(done);
    }
    let queue = Queue { jobs: Mutex::new(jobs.enumerate()), window: Window::new(threads + AHEAD) };
    thread::scope(|scope| {
        let (sender, results) = channel();
        for _ in 0..threads {
            let (sender, queue, work) = (sender.clone(), &queue, &work);
            scope.spawn(move || queue.serve(work, &sender));
        }
        drop(sender);
        let handed_on = hand_on(&results, &queue.window, &mut done);
        queue.window.close();
        handed_on
    })
}

/// Hands the results on in the order of their numbers.
fn hand_on<Done>(
    results: &Receiver<(usize, Done)>,
    window: &Window,
    done: &mut impl FnMut(Done) -> Result<()>,
) -> Result<()> {
    let mut waiting = BTreeMap::new();
    let mut next = 0;
    for (number, result) in results {
        waiting.insert(number, result);
        while let Some(result) = waiting.remove(&next) {
            done(result)?;
            next += 1;
            window.move_on();
        }
    }
    Ok(())
}

/// The jobs that are left.
struct Queue<Jobs> {
    jobs: Mutex<Jobs>,
    window: Window,
}

impl<Job, Jobs: Iterator<Item = (usize, Job)>> Queue<Jobs> {
    /// Works until no job is left, or nobody wants the results.
    fn serve<Done>(&self, work: &impl Fn(Job) -> Done, results: &Sender<(usize, Done)>) {
        let _guard = CloseOnPanic(&self.window);
        while let Some((number, job)) = self.next() {
            if results.send((number, work(job))).is_err() {
                return;
            }
        }
    }

    fn next(&self) -> Option<(usize, Job)> {
        let mut jobs = locked(&self.jobs);
        self.window.enter().then(|| jobs.next())?
    }
}

/// How far the work may be ahead of what was handed on.
struct Window {
    /// How many jobs may be begun now; `None` once it is closed.
    free: Mutex<Option<usize>>,
    changed: Condvar,
}

impl Window {
    fn new(size: usize) -> Self {
        Self { free: Mutex::new(Some(size)), changed: Condvar::new() }
    }

    /// Waits until a job may be begun; whether any may be at all.
    fn enter(&self) -> bool {
        let free = self.changed.wait_while(locked(&self.free), |free| *free == Some(0));
        let mut free = free.unwrap_or_else(PoisonError::into_inner);
        *free = free.map(|free| free - 1);
        free.is_some()
    }

    /// A result was handed on.
    fn move_on(&self) {
        let mut free = locked(&self.free);
        *free = free.map(|free| free + 1);
        self.changed.notify_one();
    }

    fn close(&self) {
        *locked(&self.free) = None;
        self.changed.notify_all();
    }
}

/// Lets the others stop when a thread panics: its result would be waited for without end.
struct CloseOnPanic<'a>(&'a Window);

impl Drop for CloseOnPanic<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.close();
        }
    }
}

/// A thread that panics ends the program, so that what it left behind does no harm.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    /// Work that takes longer for some jobs than for those after them.
    fn slow(job: usize) -> usize {
        thread::sleep(Duration::from_micros(if job.is_multiple_of(7) { 900 } else { 10 }));
        job * 2
    }

    #[test]
    fn results_come_in_the_order_of_the_jobs() {
        for threads in [0, 1, 2, 3, 16] {
            let mut found = Vec::new();
            run(0..200, threads, slow, |result| {
                found.push(result);
                Ok(())
            })
            .unwrap();
            assert_eq!(found, (0..200).map(|job| job * 2).collect::<Vec<_>>(), "{threads}");
        }
    }

    #[test]
    fn no_jobs_are_done_at_once() {
        run(std::iter::empty::<usize>(), 4, slow, |_| panic!("a result")).unwrap();
    }

    #[test]
    fn an_error_ends_the_work() {
        let begun = AtomicUsize::new(0);
        let jobs = (0..).inspect(|_| {
            begun.fetch_add(1, Ordering::Relaxed);
        });
        let stopped = run(jobs, 3, slow, |result| if result < 20 { Ok(()) } else { Err(anyhow::anyhow!("enough")) });
        assert_eq!(stopped.unwrap_err().to_string(), "enough");
        assert!(begun.load(Ordering::Relaxed) <= 11 + 3 + AHEAD);
    }

    #[test]
    fn a_panic_ends_all() {
        let bad = |job: usize| if job == 5 { panic!("five") } else { slow(job) };
        let ended = std::panic::catch_unwind(|| run(0..1000, 3, bad, |_| Ok(())));
        assert!(ended.is_err());
    }

    #[test]
    fn work_is_never_far_ahead_of_what_was_handed_on() {
        let (begun, handed) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let jobs = (0..300).inspect(|_| {
            let ahead = begun.fetch_add(1, Ordering::SeqCst) - handed.load(Ordering::SeqCst);
            assert!(ahead <= 4 + AHEAD, "{ahead}");
        });
        run(jobs, 4, slow, |_| {
            handed.fetch_add(1, Ordering::SeqCst);
            Ok(())
        })
        .unwrap();
        assert_eq!(handed.into_inner(), 300);
    }
}
