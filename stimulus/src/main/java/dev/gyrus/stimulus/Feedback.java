package dev.gyrus.stimulus;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Observer;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Steps;
import dev.gyrus.core.Stimulus;
import java.util.List;

/**
 * A closed loop: watches a variable and drives the network by a function of what it was some time ago.
 *
 * <pre>{@code
 * Feedback rates = Feedback.of("rates_exc", 10);      // 10 ms from measurement to stimulus
 * simulation.observe(rates).drive("ext_exc_current", rates.signal((t, hz) -> -0.02 * (hz[0] - 20)));
 * }</pre>
 *
 * <p>At time t the law sees the sample at t − delay, in the declared unit, and is 0 while that is not after the start. The delay
 * is at least {@value #SHORTEST_DELAY} steps: the engine hands out samples in blocks of that length, and a value must not depend
 * on how a run is cut. Faster loops, and loops with a memory, are models: a node whose equations are the controller, connected with
 * its delays. Serves one run at a time, from t = 0: a {@link dev.gyrus.core.Snapshot} does not contain what it has seen. Not
 * thread-safe.
 */
public final class Feedback implements Observer {
    /** In steps: the engine's longest block. */
    public static final int SHORTEST_DELAY = 32;

    private final String variable;
    private final double delay;
    private double dt;
    private double scale;
    private int delaySteps;
    private long latest;
    private double[][] past = {};

    private Feedback(String variable, double delay) {
        this.variable = variable;
        this.delay = delay;
    }

    /** What to do about a measurement. */
    @FunctionalInterface
    public interface Law {
        /**
         * The signal's value; a pure function of its arguments.
         *
         * @param t of the signal, in ms
         * @param values of the variable at t − delay, one per node, in its declared unit; valid during the call only
         * @return in the unit of the input it feeds
         */
        double at(double t, double[] values);
    }

    /**
     * Watches a variable of all nodes.
     *
     * @param delay from measurement to signal, in ms; a whole number of steps
     */
    public static Feedback of(String variable, double delay) {
        return new Feedback(variable, delay);
    }

    /** A signal by a law; several signals may follow one measurement. */
    public Stimulus signal(Law law) {
        return t -> {
            long sample = (long) Math.floor((t + Stimulus.SAME_TIME) / dt) - delaySteps;
            if (past.length == 0 || sample <= 0) {
                return 0;
            }
            if (sample > latest || sample <= latest - past.length) {
                throw GyrusException.run("a closed loop of " + variable + " was asked for the sample at "
                        + Steps.time(sample, dt) + " ms, which it does not have: it is no observer of this run");
            }
            return law.at(t, past[(int) (sample % past.length)]);
        };
    }

    @Override
    public List<String> variables() {
        return List.of(variable);
    }

    @Override
    public void begin(Scope scope) {
        Problems problems = new Problems();
        problems.collect(() ->
                delaySteps = Math.toIntExact(Math.min(Steps.of("feedback.delay", delay, scope.dt()), 1 << 24)));
        problems.require(
                delaySteps >= SHORTEST_DELAY,
                "feedback.delay",
                "at least " + SHORTEST_DELAY + " steps of " + scope.dt() + " ms",
                delay + " ms");
        if (scope.firstStep() != 0) {
            problems.add(
                    Problem.of("feedback", "a run from t = 0", "one continued from a snapshot")
                            .hint(
                                    "a snapshot has no past of a closed loop; a node whose equations are the controller has its own"));
        }
        problems.throwIfAny();
        dt = scope.dt();
        scale = scope.channels().get(0).scale();
        latest = 0;
        past = new double[delaySteps + SHORTEST_DELAY + 1]
                [scope.channels().get(0).labels().size()];
    }

    @Override
    public void observe(Block block) {
        for (int k = 0; k < block.steps(); k++) {
            latest = block.firstStep() + k + 1;
            double[] values = block.row(0, k);
            double[] kept = past[(int) (latest % past.length)];
            for (int i = 0; i < kept.length; i++) {
                kept[i] = values[i] * scale;
            }
        }
    }
}
