package dev.gyrus.fitting.internal.metric;

import dev.gyrus.analysis.Spectrum;
import dev.gyrus.analysis.Welch;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.spi.Measured;
import dev.gyrus.core.spi.Metric;
import dev.gyrus.core.spi.Metric.Samples;
import dev.gyrus.core.spi.MetricProvider.Parameter;
import dev.gyrus.core.spi.MetricProvider.Standard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;

/** Measures of Welch's power spectrum, the mean over the nodes. */
public final class Spectra {
    /** The power of a line of a rate in Hz that is no oscillation yet. */
    private static final double FAINT = 1;

    private static final List<Parameter> WELCH = List.of(
            new Parameter(
                    "window", "s", 1, "length of the segments (Hann, half overlapping); 1/window is the resolution"),
            new Parameter("below", "Hz", 70, "only frequencies below this one count"));

    private Spectra() {}

    private abstract static class OfSpectrum extends Simple {
        OfSpectrum(
                String name,
                String description,
                List<Parameter> parameters,
                ToDoubleBiFunction<Map<String, Double>, Spectrum> value) {
            this(name, description, parameters, Welch.Scaling.SPECTRUM, (values, measured) -> {}, value);
        }

        OfSpectrum(
                String name,
                String description,
                List<Parameter> parameters,
                Welch.Scaling scaling,
                Check check,
                ToDoubleBiFunction<Map<String, Double>, Spectrum> value) {
            super(name, description, Standard.OUTPUT, with(parameters), (values, measured) -> {
                Problems problems = new Problems();
                Welch welch = welch(values, measured).withScaling(scaling);
                problems.collect(() -> check.check(values, measured));
                problems.throwIfAny();
                return Metric.of(measured.window(), samples -> value.applyAsDouble(values, spectrum(welch, samples)));
            });
        }

        private static List<Parameter> with(List<Parameter> parameters) {
            List<Parameter> all = new ArrayList<>(WELCH);
            all.addAll(parameters);
            return all;
        }
    }

    /** Refuses values that make no sense. */
    private interface Check {
        void check(Map<String, Double> values, Measured measured);
    }

    /** Registers {@code dominant_frequency}. */
    public static final class DominantFrequency extends Simple {
        public DominantFrequency() {
            super(
                    "dominant_frequency",
                    "frequency of the highest line, in Hz; 0 where there is none",
                    Standard.OUTPUT,
                    OfSpectrum.with(List.of(new Parameter(
                            "least", "", Double.NaN, "power of what is no line yet; 1 Hz² for rates, else 0"))),
                    (values, measured) -> {
                        Welch welch = welch(values, measured);
                        boolean rate = measured.signal().unit().equals("Hz");
                        double least = values.getOrDefault("least", rate ? FAINT : 0);
                        return Metric.of(measured.window(), samples -> {
                            Spectrum spectrum = spectrum(welch, samples);
                            return spectrum.peakPower() > least ? spectrum.dominantFrequency() : 0;
                        });
                    });
        }
    }

    /** Registers {@code peak_power}. */
    public static final class PeakPower extends OfSpectrum {
        public PeakPower() {
            super(
                    "peak_power",
                    "power of the highest line: A²/2 of a sinusoid of amplitude A",
                    List.of(),
                    (values, spectrum) -> spectrum.peakPower());
        }
    }

    /** Registers {@code power}. */
    public static final class Power extends OfSpectrum {
        public Power() {
            super(
                    "power",
                    "power in a band of frequencies: its part of the variance",
                    List.of(
                            new Parameter("low", "Hz", 0, "lower end of the band, included"),
                            new Parameter(
                                    "high",
                                    "Hz",
                                    Double.POSITIVE_INFINITY,
                                    "upper end, excluded; below where it is lower")),
                    Welch.Scaling.DENSITY,
                    (values, measured) -> {
                        if (!(values.get("low") >= 0 && values.get("low") < values.get("high"))) {
                            throw GyrusException.input(
                                    "low", "a frequency below high, " + values.get("high"), "" + values.get("low"));
                        }
                    },
                    (values, spectrum) -> band(spectrum, values.get("low"), values.get("high")));
        }

        private static double band(Spectrum density, double low, double high) {
            double[] f = density.frequencies();
            double sum = 0;
            for (int k = 0; k < f.length; k++) {
                sum += f[k] >= low && f[k] < high ? density.power()[k] : 0;
            }
            return f.length < 2 ? Double.NaN : sum * f[1];
        }
    }

    /** Registers {@code entrainment}. */
    public static final class Entrainment extends OfSpectrum {
        public Entrainment() {
            super(
                    "entrainment",
                    "power of the line at the drive relative to the highest line: 1 where the drive dominates",
                    List.of(
                            new Parameter("frequency", "Hz", Double.NaN, "of the drive; must be given"),
                            new Parameter("tolerance", "Hz", 1, "how far from it the line may be")),
                    Welch.Scaling.SPECTRUM,
                    (values, measured) -> {
                        if (!(values.getOrDefault("frequency", 0.0) > 0)) {
                            throw GyrusException.input(
                                    "frequency",
                                    "that of the drive, in Hz",
                                    "" + values.getOrDefault("frequency", Double.NaN));
                        }
                    },
                    (values, spectrum) -> near(spectrum, values.get("frequency"), values.get("tolerance")));
        }

        private static double near(Spectrum spectrum, double frequency, double tolerance) {
            double highest = 0;
            for (int k = 0; k < spectrum.power().length; k++) {
                if (Math.abs(spectrum.frequencies()[k] - frequency) <= tolerance) {
                    highest = Math.max(highest, spectrum.power()[k]);
                }
            }
            return highest / spectrum.peakPower();
        }
    }

    static Welch welch(Map<String, Double> values, Measured measured) {
        Welch welch = Welch.standard().withWindow(values.get("window")).withBelow(values.get("below"));
        if (measured.length() < 1000 * welch.window() * (1 - 1e-9)) {
            throw GyrusException.input(Problem.of(
                            "window",
                            "a signal of at least one segment, " + 1000 * welch.window() + " ms",
                            measured.length() + " ms")
                    .hint("take a shorter window, with less resolution: window=" + measured.length() / 1000));
        }
        return welch;
    }

    static Spectrum spectrum(Welch welch, Samples samples) {
        Spectrum first = welch.of(samples.columns()[0], samples.interval());
        int nodes = samples.columns().length;
        if (nodes == 1) {
            return first;
        }
        double[] mean = first.power().clone();
        for (int i = 1; i < nodes; i++) {
            double[] power = welch.of(samples.columns()[i], samples.interval()).power();
            for (int k = 0; k < mean.length; k++) {
                mean[k] += power[k];
            }
        }
        for (int k = 0; k < mean.length; k++) {
            mean[k] /= nodes;
        }
        return new Spectrum(first.frequencies(), mean);
    }
}
