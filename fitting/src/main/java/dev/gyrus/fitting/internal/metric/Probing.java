package dev.gyrus.fitting.internal.metric;

import dev.gyrus.core.spi.Metric;
import dev.gyrus.core.spi.MetricProvider.Parameter;
import dev.gyrus.core.spi.MetricProvider.Standard;
import dev.gyrus.fitting.Probe;
import dev.gyrus.fitting.ProbeAnalysis;
import dev.gyrus.fitting.Regime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;

/** What the probe for bistability shows, see {@link Probe}. */
public final class Probing {
    private static final Probe.Limits STANDARD = Probe.Limits.standard();

    private static final List<Parameter> LIMITS = List.of(
            new Parameter("oscillation", "Hz", STANDARD.oscillation(), "least frequency of an oscillation"),
            new Parameter("fast", "Hz", STANDARD.fast(), "least frequency of a fast oscillation"),
            new Parameter("difference", "Hz", STANDARD.difference(), "least difference of up and down of two states"),
            new Parameter("high", "Hz", STANDARD.high(), "least rate of a steady up state"));

    private Probing() {}

    private abstract static class OfProbe extends Simple {
        OfProbe(
                String name,
                String description,
                List<Parameter> parameters,
                ToDoubleBiFunction<Map<String, Double>, Probe> value) {
            super(name, description, Standard.OUTPUT, parameters, (values, measured) -> {
                if (parameters == LIMITS) {
                    limits(values); // refuses what makes no sense
                }
                ProbeAnalysis analysis = ProbeAnalysis.over(measured.duration(), measured.dt());
                return Metric.of(
                        analysis.windows(),
                        samples -> value.applyAsDouble(values, analysis.of(samples.get(0), samples.get(1))));
            });
        }
    }

    /** Registers {@code regime}. */
    public static final class RegimeProvider extends OfProbe {
        public RegimeProvider() {
            super(
                    "regime",
                    "under the input 'rectified', of the mean over the nodes: 0 down (d), 1 up (u), 2 fast oscillation (o), 3 slow"
                            + " oscillation (s), 4 bistable (b), 5 oscillation and up (B)",
                    LIMITS,
                    (values, probe) -> probe.regime(limits(values)).code());
        }

        @Override
        public Optional<String> label(double value) {
            return Regime.of(value).map(regime -> String.valueOf(regime.letter()));
        }
    }

    /** Registers {@code bistable}. */
    public static final class Bistable extends OfProbe {
        public Bistable() {
            super(
                    "bistable",
                    "under the input 'rectified': 1 where the mean over the nodes ends up and down, else 0",
                    LIMITS,
                    (values, probe) -> probe.difference() >= values.get("difference") ? 1 : 0);
        }
    }

    /** Registers {@code up_down_difference}. */
    public static final class UpDownDifference extends OfProbe {
        public UpDownDifference() {
            super(
                    "up_down_difference",
                    "under the input 'rectified': mean after the push up less mean after the push down",
                    List.of(),
                    (values, probe) -> probe.difference());
        }
    }

    /** Registers {@code probe_frequency}. */
    public static final class ProbeFrequency extends OfProbe {
        public ProbeFrequency() {
            super(
                    "probe_frequency",
                    "under the input 'rectified': frequency after the push down, in Hz; 0 for none",
                    List.of(),
                    (values, probe) -> probe.frequency());
        }
    }

    private static Probe.Limits limits(Map<String, Double> values) {
        return new Probe.Limits(
                values.get("oscillation"), values.get("fast"), values.get("difference"), values.get("high"));
    }
}
