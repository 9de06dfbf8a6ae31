package dev.gyrus.analysis;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Observer.Block;
import dev.gyrus.core.Observer.Scope;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Steps;
import java.util.function.Consumer;

/**
 * Which samples of a simulation a measure takes: those at whole multiples of an interval, from a time on.
 *
 * @param every in ms; 0 for every step
 * @param from in ms; a sample at this time is taken
 */
record Picked(double every, double from) {
    static final Picked ALL = new Picked(0, 0);

    private static final double SAME = 1e-9;

    Picked every(double interval) {
        if (!(interval > 0 && Double.isFinite(interval))) {
            throw GyrusException.input("every", "a positive number of ms", String.valueOf(interval));
        }
        return new Picked(interval, from);
    }

    Picked from(double time) {
        if (!(time >= 0 && Double.isFinite(time))) {
            throw GyrusException.input("from", "a time in ms, at least 0", String.valueOf(time));
        }
        return new Picked(every, time);
    }

    /** Steps from one sample to the next. */
    private long stride(double dt) {
        return every == 0 ? 1 : Steps.of("every", every, dt);
    }

    /** Refuses an interval that is no whole multiple of the step. */
    void check(Scope scope) {
        Problems problems = new Problems();
        problems.collect(() -> problems.require(
                stride(scope.dt()) > 0, "every", "a step of " + scope.dt() + " ms, or multiples", every + " ms"));
        problems.throwIfAny();
    }

    /** The time between two samples, in ms. */
    double interval(double dt) {
        return every == 0 ? dt : every;
    }

    /** Hands the rows of a block's first channel on. */
    void pass(Block block, double dt, Consumer<double[]> sample) {
        long stride = stride(dt);
        long first = Math.max(block.firstStep() + 1, (long) Math.ceil(from / dt * (1 - SAME)));
        long last = block.firstStep() + block.steps();
        for (long step = (first + stride - 1) / stride * stride; step <= last; step += stride) {
            sample.accept(block.row(0, (int) (step - block.firstStep() - 1)));
        }
    }
}
