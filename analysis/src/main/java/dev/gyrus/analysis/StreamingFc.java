package dev.gyrus.analysis;

import dev.gyrus.analysis.internal.Comoments;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Observer;
import java.util.List;

/**
 * Functional connectivity of a signal that is not kept: the bits of {@link Fc#of}, in memory that does not grow with the
 * duration.
 *
 * <pre>{@code
 * StreamingFc connectivity = Fc.streaming("bold").from(10_000);
 * Simulation.of(network).duration(1_200_000).observe(Bold.tr(2000).into(connectivity)).run();
 * double score = connectivity.fc().correlateWith(dataset.subjects()).mean();
 * }</pre>
 *
 * <p>{@link #every} and {@link #from} return a copy with that setting, without samples. A run that begins makes it start
 * anew. The work of a sample is N²/2 multiplications and additions. Not thread-safe.
 */
public final class StreamingFc implements Observer {
    private final String signal;
    private final Picked picked;
    private Scope scope;
    private Comoments comoments;

    StreamingFc(String signal, Picked picked) {
        this.signal = signal;
        this.picked = picked;
    }

    /** Of the samples at multiples of an interval, in ms; of all of them if this is not called. */
    public StreamingFc every(double interval) {
        return new StreamingFc(signal, picked.every(interval));
    }

    /** Of the samples at or after a time, in ms. */
    public StreamingFc from(double time) {
        return new StreamingFc(signal, picked.from(time));
    }

    @Override
    public List<String> variables() {
        return List.of(signal);
    }

    @Override
    public void begin(Scope scope) {
        picked.check(scope);
        this.scope = scope;
        comoments = new Comoments(scope.channels().get(0).labels().size());
    }

    @Override
    public void observe(Block block) {
        picked.pass(block, scope.dt(), comoments::add);
    }

    /** The number of samples so far. */
    public long samples() {
        return comoments == null ? 0 : comoments.count();
    }

    /**
     * Of the samples so far.
     *
     * @throws GyrusException for fewer than two
     */
    public Fc fc() {
        if (samples() == 0) {
            throw GyrusException.input("fc of " + signal, "at least two samples", "none");
        }
        return new Fc(scope.channels().get(0).labels(), Fc.matrix(comoments.result()));
    }
}
