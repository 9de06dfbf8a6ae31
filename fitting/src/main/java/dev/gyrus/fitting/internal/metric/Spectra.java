package dev.gyrus.fitting.internal.metric;

import dev.gyrus.analysis.Spectrum;
import dev.gyrus.analysis.Welch;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.spi.Measured;
import dev.gyrus.core.spi.MetricProvider.Parameter;
import dev.gyrus.core.spi.MetricProvider.Standard;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Measures of Welch's power spectrum, the mean over the nodes. */
public final class Spectra {
    /** The power of a line of a rate in Hz that is no oscillation yet. */
    private static final double FAINT = 1;

    private Spectra() {}

    private abstract static class OfSpectrum extends Simple {
        private static final List<Parameter> WELCH = List.of(
                new Parameter(
                        "window",
                        "s",
                        1,
                        "length of the segments (Hann, half overlapping); 1/window is the resolution"),
                new Parameter("below", "Hz", 70, "only frequencies below this one count"));

        OfSpectrum(
                String name, String description, List<Parameter> parameters, Welch.Scaling scaling, Measure measure) {
            super(
                    name,
                    description,
                    Standard.OUTPUT,
                    Stream.concat(WELCH.stream(), parameters.stream()).toList(),
                    (values, measured) -> {
                        Problems problems = new Problems();
                        problems.collect(() -> requireSegment(values.get("window"), measured));
                        problems.collect(() -> measure.of(values, measured));
                        problems.throwIfAny();
                        Welch welch = Welch.standard()
                                .withWindow(values.get("window"))
                                .withBelow(values.get("below"))
                                .withScaling(scaling);
                        return MeanSpectrum.metric(welch, measured, measure.of(values, measured));
                    });
        }

        private static void requireSegment(double window, Measured measured) {
            if (measured.length() < 1000 * window * (1 - 1e-9)) {
                throw GyrusException.input(
                        Problem.of("window", "at most the signal, " + measured.length() / 1000 + " s", window + " s")
                                .hint("take a shorter one, with less resolution: window=" + measured.length() / 1000));
            }
        }
    }

    /** What is made of a spectrum; refuses values that make no sense. */
    private interface Measure {
        ToDoubleFunction<Spectrum> of(Map<String, Double> values, Measured measured);
    }

    /** Registers {@code dominant_frequency}. */
    public static final class DominantFrequency extends OfSpectrum {
        public DominantFrequency() {
            super(
                    "dominant_frequency",
                    "frequency of the highest line of the mean spectrum of the nodes, in Hz; 0 where there is none",
                    List.of(new Parameter(
                            "least", "", Double.NaN, "power of what is no line yet; 1 Hz² for rates, else 0")),
                    Welch.Scaling.SPECTRUM,
                    (values, measured) -> {
                        boolean isRate = measured.signal().unit().equals("Hz");
                        double least = values.getOrDefault("least", isRate ? FAINT : 0);
                        return spectrum -> spectrum.peakPower() > least ? spectrum.dominantFrequency() : 0;
                    });
        }
    }

    /** Registers {@code peak_power}. */
    public static final class PeakPower extends OfSpectrum {
        public PeakPower() {
            super(
                    "peak_power",
                    "power of the highest line of the mean spectrum of the nodes: A²/2 of a sinusoid of amplitude A",
                    List.of(),
                    Welch.Scaling.SPECTRUM,
                    (values, measured) -> Spectrum::peakPower);
        }
    }

    /** Registers {@code power}. */
    public static final class Power extends OfSpectrum {
        public Power() {
            super(
                    "power",
                    "power in a band of frequencies, its part of the variance; mean over the nodes",
                    List.of(
                            new Parameter("low", "Hz", 0, "lower end of the band, included"),
                            new Parameter("high", "Hz", 70, "upper end, excluded, up to 'below'")),
                    Welch.Scaling.DENSITY,
                    (values, measured) -> {
                        double low = values.get("low");
                        double high = values.get("high");
                        Problems problems = new Problems();
                        problems.require(low >= 0 && low < high, "low", "a frequency below high, " + high, low);
                        problems.throwIfAny();
                        return density -> band(density, low, high);
                    });
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
                    "power of the line at the drive relative to the highest line, of the mean spectrum of the nodes: 1 where the"
                            + " drive dominates",
                    List.of(
                            new Parameter(
                                    "frequency",
                                    "Hz",
                                    Double.NaN,
                                    "of the drive; has to be given: a number, or inputs.0.sinusoid.frequency of an experiment"),
                            new Parameter("tolerance", "Hz", 1, "how far from it the line may be")),
                    Welch.Scaling.SPECTRUM,
                    (values, measured) -> {
                        double frequency = values.getOrDefault("frequency", Double.NaN);
                        Problems problems = new Problems();
                        problems.require(
                                frequency > 0,
                                "frequency",
                                "that of the drive, in Hz",
                                Double.isNaN(frequency) ? "none" : frequency);
                        problems.throwIfAny();
                        return spectrum -> near(spectrum, frequency, values.get("tolerance")) / spectrum.peakPower();
                    });
        }

        private static double near(Spectrum spectrum, double frequency, double tolerance) {
            double highest = 0;
            for (int k = 0; k < spectrum.power().length; k++) {
                if (Math.abs(spectrum.frequencies()[k] - frequency) <= tolerance) {
                    highest = Math.max(highest, spectrum.power()[k]);
                }
            }
            return highest;
        }
    }
}
