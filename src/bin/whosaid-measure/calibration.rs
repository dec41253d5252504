//! How far confidences can be trusted: which straight line through the log-odds makes them shares (Platt 1999).

/// Confidences, each with whether the attribution was right.
#[derive(Default)]
pub struct Calibration {
    seen: Vec<(f64, bool)>,
}

/// Newton steps; a handful suffices.
const STEPS: usize = 20;

impl Calibration {
    /// Adds one; certainty is kept just short of itself.
    pub fn add(&mut self, confidence: f64, right: bool) {
        let share = confidence.clamp(1e-4, 1.0 - 1e-4);
        self.seen.push(((share / (1.0 - share)).ln(), right));
    }

    /// The slope and the offset that the log-odds want; 1 and 0 where the confidences are right as they are.
    pub fn line(&self) -> (f64, f64) {
        (0..STEPS).fold((1.0, 0.0), |line, _| self.step(line))
    }

    /// A Newton step of logistic regression in one variable.
    fn step(&self, (slope, offset): (f64, f64)) -> (f64, f64) {
        let (mut g0, mut g1, mut h00, mut h01, mut h11) = (0.0, 0.0, 1e-9, 0.0, 1e-9);
        for (odds, right) in &self.seen {
            let share = 1.0 / (1.0 + (-(slope * odds + offset)).exp());
            let (miss, weight) = (share - f64::from(u8::from(*right)), share * (1.0 - share));
            g0 += miss;
            g1 += miss * odds;
            h00 += weight;
            h01 += weight * odds;
            h11 += weight * odds * odds;
        }
        let det = h00 * h11 - h01 * h01;
        (slope - (h00 * g1 - h01 * g0) / det, offset - (h11 * g0 - h01 * g1) / det)
    }
}

#[cfg(test)]
mod tests {
    use super::Calibration;

    #[test]
    fn too_much_confidence_is_seen() {
        let mut calibration = Calibration::default();
        for at in 0..100 {
            calibration.add(0.9, at < 70);
            calibration.add(0.5, at < 50);
        }
        let (slope, offset) = calibration.line();
        let told = 1.0 / (1.0 + (-(slope * 9f64.ln() + offset)).exp());
        assert!((told - 0.7).abs() < 0.01 && offset.abs() < 0.01, "{told} {offset}");
    }
}
