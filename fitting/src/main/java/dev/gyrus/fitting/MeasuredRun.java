package dev.gyrus.fitting;

import dev.gyrus.bold.Bold;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Simulation;
import dev.gyrus.core.Subject;
import java.util.List;
import java.util.Map;

/**
 * What metrics have to work with: the runs that are to be measured, their BOLD signal and the subjects of a dataset.
 *
 * <pre>{@code
 * MeasuredRun.of(simulation).bold(Bold.tr(2000)).discard(10_000).subjects(dataset.subjects())
 * }</pre>
 *
 * <p>Each method returns a changed copy. Thread-safe.
 *
 * @param simulation its network, step, duration and drives count
 * @param observers what makes BOLD, of one repetition time, each of some nodes; none where nothing does
 * @param discard this much of the start of BOLD does not count, in ms
 * @param subjects with as many regions as the signals that are compared with them; none without a dataset
 * @param quantities numbers that options may name instead of repeating them, by name, perhaps with a unit behind them
 */
public record MeasuredRun(
        Simulation simulation,
        List<Bold> observers,
        double discard,
        List<Subject> subjects,
        Map<String, String> quantities) {

    public MeasuredRun {
        Problems problems = new Problems();
        problems.require(
                discard >= 0 && Double.isFinite(discard), "discard", "a time in ms that is not negative", discard);
        problems.require(
                observers.stream().map(Bold::repetitionTime).distinct().count() <= 1,
                "bold.tr",
                "one repetition time",
                observers.stream().map(Bold::repetitionTime).toList());
        problems.throwIfAny();
        observers = List.copyOf(observers);
        subjects = List.copyOf(subjects);
        quantities = Map.copyOf(quantities);
    }

    /** Runs of a simulation, without BOLD and subjects. */
    public static MeasuredRun of(Simulation simulation) {
        return new MeasuredRun(simulation, List.of(), 0, List.of(), Map.of());
    }

    /** With a BOLD signal, of the nodes of several observers side by side; they are copied for each run. */
    public MeasuredRun bold(Bold... observers) {
        return new MeasuredRun(simulation, List.of(observers), discard, subjects, quantities);
    }

    /** Without the start of BOLD, in ms, unless a metric says {@code from}. */
    public MeasuredRun discard(double discard) {
        return new MeasuredRun(simulation, observers, discard, subjects, quantities);
    }

    /** With subjects to compare with. */
    public MeasuredRun subjects(List<Subject> subjects) {
        return new MeasuredRun(simulation, observers, discard, subjects, quantities);
    }

    /** With numbers that options may name: {@code entrainment(rates_exc, frequency=inputs.0.sinusoid.frequency)}. */
    public MeasuredRun quantities(Map<String, String> byName) {
        return new MeasuredRun(simulation, observers, discard, subjects, byName);
    }
}
