package dev.gyrus.cli.internal.run;

import dev.gyrus.analysis.Fc;
import dev.gyrus.analysis.Fcd;
import dev.gyrus.analysis.Scores;
import dev.gyrus.analysis.Windows;
import dev.gyrus.cli.internal.experiment.BoldSpec;
import dev.gyrus.cli.internal.experiment.CompareSpec;
import dev.gyrus.cli.internal.experiment.Experiment;
import dev.gyrus.cli.internal.experiment.Findings;
import dev.gyrus.core.Dataset;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Series;
import dev.gyrus.core.Subject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The functional connectivity of a run, and how well it agrees with the subjects of a dataset.
 *
 * @param simulated of all columns of the signal
 * @param shared of those that the subjects have, too
 * @param subjects that it is compared with, with the regions of {@code shared}; none without a reference
 * @param fc how alike functional connectivity is, per subject
 * @param fcd how far its dynamics are apart, per subject
 */
record Comparison(Fc simulated, Fc shared, List<Subject> subjects, Optional<Scores> fc, Optional<Scores> fcd) {
    private static final int FEWEST_SAMPLES = 3;
    private static final int FEWEST_FOR_DYNAMICS = 3;
    private static final double SAME = 1e-6;

    /** Of a signal; empty where it has too few samples or regions to correlate anything. */
    static Optional<Comparison> of(Series signal, Optional<CompareSpec> spec, Optional<Dataset> reference) {
        Series settled = spec.map(s -> signal.from(s.discard())).orElse(signal);
        if (settled.columns() < 2 || obstacle(signal, spec).isPresent()) {
            return Optional.empty();
        }
        Fc simulated = Fc.of(settled);
        Optional<Overlap> overlap = reference.flatMap(data -> Overlap.of(settled.labels(), data));
        Series common = overlap.map(o -> o.columnsOf(settled)).orElse(settled);
        List<Subject> subjects = reference
                .map(data -> data.subjects().stream()
                        .map(overlap.orElseThrow()::regionsOf)
                        .toList())
                .orElse(List.of());
        Fc shared = common == settled ? simulated : Fc.of(common);
        Optional<Scores> fc = spec.filter(CompareSpec::fc).map(s -> shared.correlateWith(subjects));
        Optional<Scores> fcd = spec.filter(CompareSpec::fcd)
                .filter(s -> settled.samples() * interval(settled) >= shortest(s))
                .map(s -> Fcd.distances(common, subjects, windows(s)));
        return Optional.of(new Comparison(simulated, shared, subjects, fc, fcd));
    }

    /** Why a signal has no functional connectivity, in a sentence; empty where it has. */
    static Optional<String> obstacle(Series signal, Optional<CompareSpec> spec) {
        Series settled = spec.map(s -> signal.from(s.discard())).orElse(signal);
        if (settled.columns() < 2) {
            return spec.map(s -> "no functional connectivity of " + signal.name() + ": it has one column");
        }
        if (settled.samples() < FEWEST_SAMPLES) {
            return Optional.of("no functional connectivity of " + signal.name() + ": " + settled.samples()
                    + " samples, and it takes at least " + FEWEST_SAMPLES);
        }
        return isConstant(settled)
                ? Optional.of("no functional connectivity of " + signal.name() + ": it is constant")
                : Optional.empty();
    }

    /** Whether fewer than two columns vary: there is nothing to correlate. */
    private static boolean isConstant(Series signal) {
        double[][] values = signal.values();
        return IntStream.range(0, signal.columns())
                        .filter(j -> Arrays.stream(values).anyMatch(row -> row[j] != values[0][j]))
                        .limit(2)
                        .count()
                < 2;
    }

    /**
     * Adds, before anything runs, what could not be compared afterwards, as far as the parts are known.
     *
     * @param reference empty where there is none, or something is wrong with it
     * @param columns of the signal; empty where something is wrong with the network
     */
    static void check(
            Experiment experiment, Optional<Dataset> reference, Optional<List<String>> columns, Findings findings) {
        CompareSpec spec = experiment.compare().orElseThrow();
        if (findings.sound("compare.dataset", "network.connectome")) {
            List<Subject> subjects = reference.map(Dataset::subjects).orElse(List.of());
            if (subjects.isEmpty()) {
                findings.reject("compare.dataset", Problem.of("", "a dataset with subjects to compare with", "none"));
            } else {
                columns.ifPresent(all -> checkRegions(reference.orElseThrow(), all, findings));
            }
        }
        int fewest = spec.fcd() ? FEWEST_FOR_DYNAMICS : 2;
        int nodes = columns.map(List::size).orElse(fewest);
        if (nodes < fewest) {
            String expected = "at least " + fewest + " nodes to correlate";
            findings.reject("compare", Problem.of("", expected, String.valueOf(nodes)));
        }
        String signal = spec.signal().equals(CompareSpec.BOLD) ? "bold" : "record";
        if (findings.sound("simulation.duration", signal, "compare.signal", "compare.discard")) {
            checkLength(experiment, spec, reference, findings);
        }
    }

    private static void checkRegions(Dataset reference, List<String> columns, Findings findings) {
        if (Overlap.of(columns, reference).isEmpty()) {
            int regions = reference.subjects().get(0).functionalConnectivity().length;
            String expected = columns.size() + " regions, as in the network";
            findings.reject("compare.dataset", Problem.of("", expected, regions + " regions"));
        }
    }

    private static void checkLength(
            Experiment experiment, CompareSpec spec, Optional<Dataset> reference, Findings findings) {
        Optional<BoldSpec> bold = experiment.bold().filter(b -> spec.signal().equals(CompareSpec.BOLD));
        double interval = bold.map(BoldSpec::tr).orElse(experiment.record().every());
        double from = bold.isPresent() ? 0 : experiment.record().from();
        double duration = experiment.simulation().duration();
        double first = Math.max(1, Math.ceil((spec.discard() - from) / interval));
        double samples = Math.floor((duration - from) / interval * (1 + SAME)) - first + 1;
        if (samples < FEWEST_SAMPLES) {
            double needed = Math.max(spec.discard(), from) + FEWEST_SAMPLES * interval;
            String expected = "at least " + needed + " ms: " + FEWEST_SAMPLES + " samples of " + spec.signal()
                    + " after " + Math.max(spec.discard(), from) + " ms";
            findings.reject("simulation.duration", Problem.of("", expected, duration + " ms"));
        } else if (spec.fcd() && findings.sound("compare.windows")) {
            checkWindows(spec, interval, (duration - spec.discard()) / 1000, findings);
            reference.ifPresent(data -> checkIntervals(data.subjects(), interval, findings));
        }
    }

    private static void checkWindows(CompareSpec spec, double interval, double left, Findings findings) {
        double length = spec.windows().length();
        double step = spec.windows().step();
        if (1000 * step < interval * (1 - SAME)) {
            String expected = "at least the time between two samples, " + interval / 1000 + " s";
            findings.reject("compare.windows.step", Problem.of("", expected, step + " s"));
        }
        if (1000 * length < FEWEST_SAMPLES * interval * (1 - SAME)) {
            String expected = "at least " + FEWEST_SAMPLES + " samples, " + FEWEST_SAMPLES * interval / 1000 + " s";
            findings.reject("compare.windows.length", Problem.of("", expected, length + " s"));
        }
        if (left < length + step) {
            String expected = "two windows within the " + left + " s that are left of the duration";
            findings.reject("compare.windows", Problem.of("", expected, length + " s every " + step + " s"));
        }
    }

    private static void checkIntervals(List<Subject> subjects, double interval, Findings findings) {
        for (Subject subject : subjects) {
            double measured = subject.bold().map(Comparison::interval).orElse(0.0);
            if (measured == 0) {
                String given = subject.id() + " without one";
                findings.reject("compare.fcd", Problem.of("", "subjects with a BOLD signal", given));
            } else if (Math.abs(measured - interval) > SAME * interval) {
                String given = measured + " ms (" + subject.id() + ") and " + interval + " ms";
                findings.reject(
                        "compare.fcd",
                        Problem.of("", "signals with one repetition time", given)
                                .hint("set bold.tr to that of the data"));
                return;
            }
        }
    }

    private static double interval(Series signal) {
        double[] t = signal.times();
        return t.length < 2 ? 0 : (t[t.length - 1] - t[0]) / (t.length - 1);
    }

    /** The shortest signal that has two windows, in ms. */
    private static double shortest(CompareSpec spec) {
        return 1000 * (spec.windows().length() + spec.windows().step());
    }

    private static Windows windows(CompareSpec spec) {
        return new Windows(spec.windows().length(), spec.windows().step());
    }

    /** The scores as they stand in {@code summary.json}. */
    Map<String, Object> written() {
        Map<String, Object> out = new LinkedHashMap<>();
        fc.or(() -> fcd).ifPresent(scores -> out.put("subjects", scores.subjects()));
        fc.ifPresent(scores -> put(out, "fc", scores));
        fcd.ifPresent(scores -> put(out, "fcd", scores));
        return out;
    }

    private static void put(Map<String, Object> out, String name, Scores scores) {
        out.put(name, scores.values());
        out.put(name + "_mean", scores.mean());
    }
}
