package dev.gyrus.analysis;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Observer;
import dev.gyrus.core.Subject;
import java.util.List;

/**
 * Functional connectivity dynamics of a signal that is not kept: the bits of {@link Fcd#matrix(dev.gyrus.core.Series,
 * Windows)}.
 *
 * <pre>{@code
 * StreamingFcd dynamics = Fcd.streaming("bold", Windows.standard()).from(10_000);
 * Simulation.of(network).duration(1_200_000).observe(Bold.tr(2000).into(dynamics)).run();
 * double distance = dynamics.distances(dataset.subjects()).mean();
 * }</pre>
 *
 * <p>Of each full window the N(N − 1)/2 correlations are kept, since it is compared with all others; of the samples only
 * sums, one set per window that is open. {@link #every} and {@link #from} return a copy with that setting, without samples.
 * A run that begins makes it start anew. Not thread-safe.
 */
public final class StreamingFcd implements Observer {
    private final String signal;
    private final Windows windows;
    private final Picked picked;
    private Scope scope;
    private SlidingFc sliding;

    StreamingFcd(String signal, Windows windows, Picked picked) {
        this.signal = signal;
        this.windows = windows;
        this.picked = picked;
    }

    /** Of the samples at multiples of an interval, in ms; of all of them if this is not called. */
    public StreamingFcd every(double interval) {
        return new StreamingFcd(signal, windows, picked.every(interval));
    }

    /** Of the samples at or after a time, in ms; the first window begins with the first of them. */
    public StreamingFcd from(double time) {
        return new StreamingFcd(signal, windows, picked.from(time));
    }

    @Override
    public List<String> variables() {
        return List.of(signal);
    }

    @Override
    public void begin(Scope scope) {
        picked.check(scope);
        this.scope = scope;
        int columns = scope.channels().get(0).labels().size();
        sliding = SlidingFc.of(signal, columns, picked.interval(scope.dt()), windows);
    }

    @Override
    public void observe(Block block) {
        picked.pass(block, scope.dt(), sliding::add);
    }

    /**
     * The matrix of the full windows so far.
     *
     * @return windows × windows
     * @throws GyrusException for fewer than two
     */
    public double[][] matrix() {
        return begun().matrix();
    }

    /**
     * The distance from the dynamics of each subject.
     *
     * @throws GyrusException as {@link Fcd#distances}
     */
    public Scores distances(List<Subject> subjects) {
        return Fcd.distances(begun(), subjects);
    }

    private SlidingFc begun() {
        if (sliding == null) {
            throw GyrusException.input("fcd of " + signal, "a run that was observed", "none");
        }
        return sliding;
    }
}
