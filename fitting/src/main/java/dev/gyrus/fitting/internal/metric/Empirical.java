package dev.gyrus.fitting.internal.metric;

import dev.gyrus.analysis.Fc;
import dev.gyrus.analysis.Fcd;
import dev.gyrus.analysis.Spectrum;
import dev.gyrus.analysis.Welch;
import dev.gyrus.analysis.Windows;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Series;
import dev.gyrus.core.Subject;
import dev.gyrus.core.spi.Measured;
import dev.gyrus.core.spi.Metric;
import dev.gyrus.core.spi.MetricProvider.Parameter;
import dev.gyrus.core.spi.MetricProvider.Standard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How near a signal is to those of a dataset; the mean over its subjects. */
public final class Empirical {
    private static final int FEWEST_SAMPLES = 3;
    private static final int FEWEST_REGIONS = 3;
    private static final double SAME = 1e-6;

    private Empirical() {}

    private abstract static class FcMean extends Simple {
        private static final String ONLY = "subject";
        private static final String WITHOUT = "without";
        private static final List<Parameter> WHICH = List.of(
                new Parameter(ONLY, "1", Double.NaN, "the number of the only subject that counts, from 0"),
                new Parameter(
                        WITHOUT, "1", Double.NaN, "the number of one that doesn't count: it is left out to test"));

        FcMean(String name, String description) {
            super(name, description, Standard.BOLD, WHICH, (values, measured) -> {
                Problems problems = comparable(measured);
                List<Subject> subjects = chosen(values, measured.subjects(), problems);
                problems.require(
                        measured.window().count() >= FEWEST_SAMPLES,
                        "duration",
                        "at least " + FEWEST_SAMPLES + " samples, " + FEWEST_SAMPLES * measured.interval() + " ms",
                        measured.length() + " ms");
                problems.throwIfAny();
                String signal = measured.signal().name();
                return Metric.streaming(
                        measured.window(),
                        () -> new Fed<>(
                                Fc.streaming(signal),
                                measured,
                                streaming -> varies(streaming.fc())
                                        ? streaming.fc().correlateWith(subjects).mean()
                                        : Double.NaN));
            });
        }

        /** All subjects, or one, or all but one. */
        private static List<Subject> chosen(Map<String, Double> values, List<Subject> all, Problems problems) {
            problems.require(
                    !(values.containsKey(ONLY) && values.containsKey(WITHOUT)),
                    WITHOUT,
                    "it or '" + ONLY + "'",
                    "both");
            List<Subject> chosen = new ArrayList<>(all);
            for (String option : List.of(ONLY, WITHOUT)) {
                double number = values.getOrDefault(option, 0.0);
                int last = all.size() - 1;
                boolean known = number >= 0 && number <= last && number == Math.rint(number);
                problems.require(known || all.isEmpty(), option, "the number of a subject, 0 to " + last, number);
                if (known && values.containsKey(option)) {
                    Subject subject = all.get((int) number);
                    chosen.removeIf(other -> (other == subject) == option.equals(WITHOUT));
                }
            }
            problems.require(!chosen.isEmpty() || all.isEmpty(), WITHOUT, "another subject besides", "none");
            return chosen;
        }

        /** Whether there is anything to correlate: of a constant signal all is 0. */
        private static boolean varies(Fc fc) {
            double[][] matrix = fc.matrix();
            for (int i = 0; i < matrix.length; i++) {
                for (int j = 0; j < i; j++) {
                    if (matrix[i][j] != 0) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    /** Registers {@code fc_mean}. */
    public static final class FcMeanProvider extends FcMean {
        public FcMeanProvider() {
            super("fc_mean", "correlation of functional connectivity with that of a subject; mean over the subjects");
        }
    }

    /** Registers {@code fc}. */
    public static final class FcProvider extends FcMean {
        public FcProvider() {
            super("fc", "the same as fc_mean");
        }
    }

    /** Registers {@code fcd_distance}. */
    public static final class FcdDistance extends Simple {
        public FcdDistance() {
            super(
                    "fcd_distance",
                    "Kolmogorov distance of functional connectivity dynamics from those of a subject; mean over the subjects",
                    Standard.BOLD,
                    List.of(
                            new Parameter("length", "s", Windows.standard().length(), "of the sliding windows"),
                            new Parameter("step", "s", Windows.standard().step(), "from one window to the next")),
                    (values, measured) -> create(new Windows(values.get("length"), values.get("step")), measured));
        }

        private static Metric create(Windows windows, Measured measured) {
            Problems problems = comparable(measured);
            requireSignals(measured, problems);
            double shortest = 1000 * (windows.length() + windows.step());
            if (measured.length() < shortest - measured.interval() / 2) {
                problems.add(
                        Problem.of("duration", "at least two windows, " + shortest + " ms", measured.length() + " ms")
                                .hint("simulate longer, or set length and step in s"));
            }
            problems.throwIfAny();
            String signal = measured.signal().name();
            return Metric.streaming(
                    measured.window(),
                    () -> new Fed<>(
                            Fcd.streaming(signal, windows),
                            measured,
                            streaming ->
                                    streaming.distances(measured.subjects()).mean()));
        }
    }

    /** Registers {@code spectrum_distance}. */
    public static final class SpectrumDistance extends Simple {
        public SpectrumDistance() {
            super(
                    "spectrum_distance",
                    "largest difference of the shares of power up to a frequency, of the mean spectrum over the nodes and that of"
                            + " a subject; mean over the subjects",
                    Standard.BOLD,
                    List.of(new Parameter("window", "s", 100, "length of the segments of Welch's spectrum")),
                    (values, measured) -> create(Welch.standard().withWindow(values.get("window")), measured));
        }

        private static Metric create(Welch standard, Measured measured) {
            Welch welch = standard.withBelow(Double.POSITIVE_INFINITY);
            Problems problems = comparable(measured);
            requireSignals(measured, problems);
            double window = 1000 * welch.window();
            problems.require(
                    measured.length() >= window,
                    "window",
                    "at most the signal, " + measured.length() + " ms",
                    window + " ms");
            for (Subject subject : measured.subjects()) {
                subject.bold()
                        .ifPresent(bold -> problems.require(
                                bold.samples() * measured.interval() >= window,
                                "window",
                                "at most the signal of subject " + subject.id() + ", "
                                        + bold.samples() * measured.interval() + " ms",
                                window + " ms"));
            }
            problems.throwIfAny();
            List<double[]> theirs = measured.subjects().stream()
                    .map(subject -> cumulative(welch.mean(subject.bold().orElseThrow())))
                    .toList();
            return MeanSpectrum.metric(welch, measured, spectrum -> {
                double[] own = cumulative(spectrum);
                return theirs.stream()
                                .mapToDouble(other -> distance(own, other))
                                .sum()
                        / theirs.size();
            });
        }

        /** The share of power up to each frequency. */
        private static double[] cumulative(Spectrum spectrum) {
            double[] sums = spectrum.power().clone();
            for (int k = 1; k < sums.length; k++) {
                sums[k] += sums[k - 1];
            }
            double total = sums[sums.length - 1];
            for (int k = 0; k < sums.length; k++) {
                sums[k] /= total;
            }
            return sums;
        }

        private static double distance(double[] one, double[] other) {
            double largest = 0;
            for (int k = 0; k < one.length; k++) {
                largest = Math.max(largest, Math.abs(one[k] - other[k]));
            }
            return largest;
        }
    }

    /** What is wrong with comparing a signal with the subjects, region by region. */
    private static Problems comparable(Measured measured) {
        Problems problems = new Problems();
        if (measured.subjects().isEmpty()) {
            problems.add(Problem.of("", "a dataset with subjects to compare with", "none")
                    .hint("name one: 'compare: {dataset: …}' or a connectome of a dataset"));
        }
        problems.require(
                measured.nodes() >= FEWEST_REGIONS,
                "",
                "a signal of at least " + FEWEST_REGIONS + " nodes",
                measured.nodes());
        for (Subject subject : measured.subjects()) {
            int regions = subject.functionalConnectivity().length;
            problems.require(
                    regions == measured.nodes(),
                    "",
                    regions + " nodes, as subject " + subject.id(),
                    measured.nodes() + " nodes");
        }
        return problems;
    }

    /** All subjects must have a BOLD signal, sampled as the simulated one. */
    private static void requireSignals(Measured measured, Problems problems) {
        for (Subject subject : measured.subjects()) {
            if (subject.bold().isEmpty()) {
                problems.add(Problem.of(
                        "dataset", "a BOLD signal of subject " + subject.id(), "functional connectivity only"));
                continue;
            }
            Series bold = subject.bold().get();
            double interval = (bold.times()[bold.samples() - 1] - bold.times()[0]) / (bold.samples() - 1);
            if (!(Math.abs(interval - measured.interval()) <= SAME * interval)) {
                problems.add(Problem.of(
                                "interval",
                                "one sample every " + interval + " ms, as subject " + subject.id(),
                                "every " + measured.interval() + " ms")
                        .hint("set bold.tr to that of the data"));
            }
        }
    }
}
