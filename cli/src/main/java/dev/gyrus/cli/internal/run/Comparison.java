package dev.gyrus.cli.internal.run;

import dev.gyrus.analysis.Fc;
import dev.gyrus.analysis.Fcd;
import dev.gyrus.analysis.Scores;
import dev.gyrus.analysis.Windows;
import dev.gyrus.cli.internal.experiment.CompareSpec;
import dev.gyrus.core.Dataset;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Series;
import dev.gyrus.core.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The functional connectivity of a run, and how well it agrees with the subjects of a dataset.
 *
 * @param fc how alike functional connectivity is, per subject
 * @param fcd how far its dynamics are apart, per subject
 */
record Comparison(Fc simulated, Optional<Scores> fc, Optional<Scores> fcd) {
    private static final int FEWEST_SAMPLES = 2;
    private static final double SAME = 1e-6;

    /** Of a signal; empty where it has too few samples or regions to correlate anything. */
    static Optional<Comparison> of(Series signal, Optional<CompareSpec> spec, Optional<Dataset> reference) {
        Series settled = spec.map(s -> signal.from(s.discard())).orElse(signal);
        if (settled.samples() < FEWEST_SAMPLES || settled.columns() < 2) {
            return Optional.empty();
        }
        Fc simulated = Fc.of(settled);
        List<Subject> subjects = reference.map(Dataset::subjects).orElse(List.of());
        Optional<Scores> fc = spec.filter(CompareSpec::fc).map(s -> simulated.correlateWith(subjects));
        Optional<Scores> fcd = spec.filter(CompareSpec::fcd)
                .filter(s -> settled.samples() * interval(settled) >= shortest(s))
                .map(s -> Fcd.distances(settled, subjects, windows(s)));
        return Optional.of(new Comparison(simulated, fc, fcd));
    }

    /**
     * Refuses, before anything runs, what could not be compared afterwards.
     *
     * @param interval between two samples of the signal, in ms
     * @param duration of the run, in ms
     */
    static void check(CompareSpec spec, List<Subject> subjects, int nodes, double interval, double duration) {
        Problems problems = new Problems();
        if (subjects.isEmpty()) {
            throw GyrusException.input("dataset", "a dataset with subjects to compare with", "none");
        }
        problems.require(nodes > 1, "", "at least two nodes to correlate", nodes);
        int regions = subjects.get(0).functionalConnectivity().length;
        problems.require(regions == nodes, "dataset", nodes + " regions, as in the network", regions + " regions");
        double left = duration - spec.discard();
        problems.require(
                left >= FEWEST_SAMPLES * interval,
                "discard",
                "a time that leaves at least two samples of " + spec.signal(),
                spec.discard() + " of " + duration + " ms");
        if (spec.fcd()) {
            problems.require(
                    left >= shortest(spec),
                    "windows",
                    "windows that fit twice into " + left / 1000 + " s",
                    "longer ones");
            for (Subject subject : subjects) {
                double measured = subject.bold().map(Comparison::interval).orElse(0.0);
                if (measured == 0) {
                    problems.add(Problem.of("fcd", "subjects with a BOLD signal", subject.id() + " without one"));
                } else if (Math.abs(measured - interval) > SAME * interval) {
                    String given = measured + " ms (" + subject.id() + ") and " + interval + " ms";
                    problems.add(Problem.of("fcd", "signals with one repetition time", given)
                            .hint("set bold.tr to that of the data"));
                    break;
                }
            }
        }
        problems.throwIfAny();
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
