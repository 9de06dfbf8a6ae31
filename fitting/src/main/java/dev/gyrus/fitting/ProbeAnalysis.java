package dev.gyrus.fitting;

import dev.gyrus.analysis.Spectrum;
import dev.gyrus.analysis.Welch;
import dev.gyrus.analysis.WelchPlan;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.spi.Metric.Samples;
import dev.gyrus.core.spi.Metric.Window;
import java.util.List;

/**
 * Finds what the probe for bistability shows in runs of one length. Thread-safe.
 *
 * <pre>{@code
 * ProbeAnalysis analysis = ProbeAnalysis.over(6000, 0.1);
 * Regime regime = analysis.of(down, up).regime();
 * }</pre>
 */
public final class ProbeAnalysis {
    /** The power of a line, in Hz², that is no oscillation yet. */
    private static final double FAINT = 1;

    /** Fewer samples of a run leave too few in a segment. */
    private static final int FEWEST = 30;

    private final Window down;
    private final Window up;
    private final WelchPlan welch;

    private ProbeAnalysis(Window down, Window up, WelchPlan welch) {
        this.down = down;
        this.up = up;
        this.welch = welch;
    }

    /**
     * Of runs of that duration.
     *
     * @param duration in ms
     * @param dt between two samples, in ms
     * @throws GyrusException for runs that are too short
     */
    public static ProbeAnalysis over(double duration, double dt) {
        if (!(duration >= FEWEST * dt)) {
            throw GyrusException.input(
                    "duration",
                    "a run of at least " + FEWEST + " samples for the probe, " + FEWEST * dt + " ms",
                    duration + " ms");
        }
        Window down = Window.between(duration / 3, duration / 2, dt);
        Window up = Window.between(5 * duration / 6, duration, dt);
        double segment = down.count() / 2 * dt / 1000;
        return new ProbeAnalysis(down, up, Welch.standard().withWindow(segment).over(down.count(), dt));
    }

    /** The down and the up window. */
    public List<Window> windows() {
        return List.of(down, up);
    }

    /** Of the samples in the windows; of several nodes the mean. */
    public Probe of(Samples down, Samples up) {
        Extent low = Extent.of(down.mean());
        Extent high = Extent.of(up.mean());
        return new Probe(frequency(down.mean(), low.range()), low.mean, high.mean, high.least, high.most);
    }

    private double frequency(double[] signal, double range) {
        // Of a signal x within a range r, a line has 2|Σ w (x − x̄)|²/(Σw)² ≤ 2 r².
        if (2 * range * range <= FAINT) {
            return 0;
        }
        Spectrum spectrum = welch.of(signal);
        return spectrum.peakPower() > FAINT ? spectrum.dominantFrequency() : 0;
    }

    private record Extent(double mean, double least, double most) {
        static Extent of(double[] signal) {
            double sum = 0;
            double least = signal[0];
            double most = signal[0];
            for (double x : signal) {
                sum += x - signal[0];
                least = Math.min(least, x);
                most = Math.max(most, x);
            }
            return new Extent(signal[0] + sum / signal.length, least, most);
        }

        double range() {
            return most - least;
        }
    }
}
