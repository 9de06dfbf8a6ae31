package dev.gyrus.stimulus.internal;

import dev.gyrus.core.spi.StimulusProvider.Parameter;
import dev.gyrus.stimulus.ColouredNoise;
import dev.gyrus.stimulus.OrnsteinUhlenbeck;
import dev.gyrus.stimulus.PoissonTrain;
import dev.gyrus.stimulus.WhiteNoise;
import dev.gyrus.stimulus.Wiener;
import java.util.List;

/** Random signals. */
public final class Noises {
    private static final Parameter MEAN = new Parameter("mean", "", 0, "the mean");
    private static final Parameter DEVIATION = SignalProvider.value("deviation", "standard deviation");
    private static final Parameter INTERVAL = new Parameter("interval", "ms", 0.1, "how long a value is held");
    private static final Parameter SEED = new Parameter("seed", "1", 0, "of the path, a whole number");

    private Noises() {}

    /** Registers {@link OrnsteinUhlenbeck}. */
    public static final class OrnsteinUhlenbeckProvider extends SignalProvider {
        public OrnsteinUhlenbeckProvider() {
            super(
                    "ornstein-uhlenbeck",
                    "stationary Gaussian process with correlation exp(−lag / tau)",
                    List.of(
                            MEAN,
                            value("deviation", "standard deviation: sigma · √(tau / 2) for noise of intensity sigma"),
                            required("tau", "ms", "correlation time"),
                            INTERVAL,
                            SEED),
                    v -> new OrnsteinUhlenbeck(
                            v.get("mean"), v.get("deviation"), v.get("tau"), v.get("interval"), v.seed(), 0));
        }
    }

    /** Registers {@link Wiener}. */
    public static final class WienerProvider extends SignalProvider {
        public WienerProvider() {
            super(
                    "wiener",
                    "Brownian motion from 0",
                    List.of(value("deviation", "standard deviation after 1 ms"), INTERVAL, SEED),
                    v -> new Wiener(v.get("deviation"), v.get("interval"), v.seed(), 0));
        }
    }

    /** Registers {@link WhiteNoise}. */
    public static final class WhiteNoiseProvider extends SignalProvider {
        public WhiteNoiseProvider() {
            super(
                    "white-noise",
                    "independent Gaussian values, one per interval",
                    List.of(MEAN, DEVIATION, INTERVAL, SEED),
                    v -> new WhiteNoise(v.get("mean"), v.get("deviation"), v.get("interval"), v.seed(), 0));
        }
    }

    /** Registers {@link ColouredNoise}. */
    public static final class ColouredNoiseProvider extends SignalProvider {
        public ColouredNoiseProvider() {
            super(
                    "coloured-noise",
                    "Gaussian noise with a power spectrum ∝ 1/f^exponent from one frequency to another",
                    List.of(
                            MEAN,
                            DEVIATION,
                            new Parameter("exponent", "1", 1, "above 0 (white) and below 2 (Brownian); 1 is pink"),
                            required("low", "Hz", "lower end of the band; flat below"),
                            required("high", "Hz", "upper end of the band; ∝ 1/f² above"),
                            INTERVAL,
                            SEED),
                    v -> new ColouredNoise(
                            v.get("mean"),
                            v.get("deviation"),
                            v.get("exponent"),
                            v.get("low"),
                            v.get("high"),
                            v.get("interval"),
                            v.seed(),
                            0));
        }
    }

    /** Registers {@link PoissonTrain}. */
    public static final class PoissonTrainProvider extends SignalProvider {
        public PoissonTrainProvider() {
            super(
                    "poisson-train",
                    "rectangular pulses of one width at the times of a Poisson process",
                    List.of(
                            value("amplitude", "height of a pulse; overlapping ones add up"),
                            required("rate", "Hz", "pulses per second"),
                            required("width", "ms", "how long a pulse lasts"),
                            new Parameter("bias", "", 0, "the value without pulses"),
                            SEED),
                    v -> new PoissonTrain(
                            v.get("amplitude"), v.get("rate"), v.get("width"), v.get("bias"), v.seed(), 0));
        }
    }
}
