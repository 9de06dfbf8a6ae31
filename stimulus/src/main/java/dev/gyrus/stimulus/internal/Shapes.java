package dev.gyrus.stimulus.internal;

import dev.gyrus.stimulus.Constant;
import dev.gyrus.stimulus.Exponential;
import dev.gyrus.stimulus.Gaussian;
import dev.gyrus.stimulus.Ramp;
import dev.gyrus.stimulus.Rectified;
import dev.gyrus.stimulus.Step;
import java.util.List;

/** Signals that happen once. */
public final class Shapes {
    private Shapes() {}

    /** Registers {@link Constant} 0. */
    public static final class ZeroProvider extends SignalProvider {
        public ZeroProvider() {
            super("zero", "no signal", List.of(), v -> Constant.of(0));
        }
    }

    /** Registers {@link Constant}. */
    public static final class ConstantProvider extends SignalProvider {
        public ConstantProvider() {
            super(
                    "constant",
                    "the same value at all times",
                    List.of(value("value", "the value")),
                    v -> Constant.of(v.get("value")));
        }
    }

    /** Registers {@link Step}. */
    public static final class StepProvider extends SignalProvider {
        public StepProvider() {
            super(
                    "step",
                    "0 before the onset, a constant from then on",
                    List.of(
                            value("amplitude", "the value after the onset"),
                            new Parameter("onset", "ms", 0, "when it starts")),
                    v -> Step.of(v.get("amplitude"), v.get("onset")));
        }
    }

    /** Registers {@link Ramp}. */
    public static final class RampProvider extends SignalProvider {
        public RampProvider() {
            super(
                    "ramp",
                    "from + (to − from) · t / length, held at the end",
                    List.of(
                            new Parameter("from", "", 0, "the value at the start"),
                            value("to", "the value after the length"),
                            required("length", "ms", "how long it takes")),
                    v -> new Ramp(v.get("from"), v.get("to"), v.get("length")));
        }
    }

    /** Registers {@link Exponential}. */
    public static final class ExponentialProvider extends SignalProvider {
        public ExponentialProvider() {
            super(
                    "exponential",
                    "rise or decay: to + (from − to) · exp(−t / tau)",
                    List.of(
                            new Parameter("from", "", 0, "the value at the start"),
                            new Parameter("to", "", 0, "what it tends to"),
                            required("tau", "ms", "time constant")),
                    v -> new Exponential(v.get("from"), v.get("to"), v.get("tau")));
        }
    }

    /** Registers {@link Gaussian}. */
    public static final class GaussianProvider extends SignalProvider {
        public GaussianProvider() {
            super(
                    "gaussian",
                    "bell-shaped pulse: bias + amplitude · exp(−(t − centre)² / (2 · width²))",
                    List.of(
                            value("amplitude", "the height"),
                            required("centre", "ms", "when it is highest"),
                            required("width", "ms", "standard deviation of the bell"),
                            new Parameter("bias", "", 0, "the value far from it")),
                    v -> new Gaussian(v.get("amplitude"), v.get("centre"), v.get("width"), v.get("bias")));
        }
    }

    /** Registers {@link Rectified}. */
    public static final class RectifiedProvider extends SignalProvider {
        public RectifiedProvider() {
            super(
                    "rectified",
                    "probe for bistability over the duration: down, release, up, release, nothing (shares 0.5, 2.5, 0.5, 1.5, 1)",
                    List.of(value("amplitude", "how far down and up")),
                    v -> Rectified.of(v.get("amplitude")));
        }
    }
}
