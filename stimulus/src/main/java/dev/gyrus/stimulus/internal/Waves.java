package dev.gyrus.stimulus.internal;

import dev.gyrus.core.spi.StimulusProvider.Parameter;
import dev.gyrus.stimulus.Chirp;
import dev.gyrus.stimulus.PulseTrain;
import dev.gyrus.stimulus.Sinusoid;
import dev.gyrus.stimulus.Square;
import java.util.List;

/** Signals that recur. */
public final class Waves {
    private static final Parameter AMPLITUDE = SignalProvider.value("amplitude", "from zero to peak");
    private static final Parameter FREQUENCY = SignalProvider.required("frequency", "Hz", "cycles per second");
    private static final Parameter PHASE = new Parameter("phase", "rad", 0, "at the start of the signal");
    private static final Parameter MEAN = new Parameter("bias", "", 0, "the mean");

    private Waves() {}

    /** Registers {@link Sinusoid}. */
    public static final class SinusoidProvider extends SignalProvider {
        public SinusoidProvider() {
            super(
                    "sinusoid",
                    "bias + amplitude · sin(2π · frequency · t + phase)",
                    List.of(AMPLITUDE, FREQUENCY, PHASE, MEAN),
                    v -> new Sinusoid(v.get("amplitude"), v.get("frequency"), v.get("phase"), v.get("bias")));
        }
    }

    /** Registers {@link Square}. */
    public static final class SquareProvider extends SignalProvider {
        public SquareProvider() {
            super(
                    "square",
                    "bias + amplitude in the first part of each cycle, bias − amplitude in the rest",
                    List.of(
                            AMPLITUDE,
                            FREQUENCY,
                            PHASE,
                            new Parameter("duty", "1", 0.5, "the first part of a cycle"),
                            new Parameter("bias", "", 0, "midway between both values")),
                    v -> new Square(
                            v.get("amplitude"), v.get("frequency"), v.get("phase"), v.get("duty"), v.get("bias")));
        }
    }

    /** Registers {@link PulseTrain}. */
    public static final class PulseTrainProvider extends SignalProvider {
        public PulseTrainProvider() {
            super(
                    "pulse-train",
                    "rectangular pulses of one width at regular times",
                    List.of(
                            value("amplitude", "height of the pulses"),
                            required("period", "ms", "from onset to onset"),
                            required("width", "ms", "how long a pulse lasts"),
                            new Parameter("onset", "ms", 0, "when the first one starts"),
                            new Parameter("bias", "", 0, "the value between pulses")),
                    v -> new PulseTrain(
                            v.get("amplitude"), v.get("period"), v.get("width"), v.get("onset"), v.get("bias")));
        }
    }

    /** Registers {@link Chirp}. */
    public static final class ChirpProvider extends SignalProvider {
        public ChirpProvider() {
            super(
                    "chirp",
                    "sinusoid whose frequency moves linearly from one value to another and stays there",
                    List.of(
                            AMPLITUDE,
                            required("from", "Hz", "frequency at the start"),
                            required("to", "Hz", "frequency after the sweep"),
                            required("sweep", "ms", "how long the frequency moves"),
                            PHASE,
                            MEAN),
                    v -> new Chirp(
                            v.get("amplitude"),
                            v.get("from"),
                            v.get("to"),
                            v.get("sweep"),
                            v.get("phase"),
                            v.get("bias")));
        }
    }
}
