package dev.gyrus.core.internal.engine;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Integrator;
import dev.gyrus.core.Steps;
import dev.gyrus.core.internal.math.Elementary;
import java.util.List;

/**
 * A step of dt in as many smaller ones as the tolerance asks for.
 *
 * <p>Every sample is the end of a step of its own, so that holds, stimuli that jump and samples stand at their times
 * without interpolation, and results do not depend on what is observed. A step of length h is accepted where the largest
 * of all |x − x*|/(tolerance·(|x| + 10⁻³)), x* being the result of the embedded scheme, is at most 1; the next length is
 * 0.9·h times the fifth root of its inverse, within a fifth and five times h. The last stage of a step is the first of the
 * next one. Stimuli that change at a sample keep their value up to it.
 *
 * <p>Reference: Hairer, Nørsett, Wanner, Solving Ordinary Differential Equations I, 1993, doi:10.1007/978-3-540-78862-1,
 * section II.4.
 */
final class AdaptiveStep implements StepRule {
    private static final double SAFETY = 0.9;
    private static final double SMALLEST_FACTOR = 0.2;
    private static final double LARGEST_FACTOR = 5;

    /** Of dt: below it a step has failed. */
    private static final double SMALLEST_STEP = 0x1p-40;

    private final Integrator scheme;
    private final double tolerance;
    private final double dt;
    private final Group[] groups;
    private final StageInputs inputs;
    private final double[] length;

    AdaptiveStep(Plan plan, Group[] groups, StageInputs inputs) {
        this.scheme = plan.scheme().integrator();
        this.tolerance = plan.scheme().tolerance();
        this.dt = plan.dt();
        this.groups = groups;
        this.inputs = inputs;
        this.length = new double[] {dt};
    }

    @Override
    public List<double[]> memory() {
        return List.of(length);
    }

    /** One for all lanes: they share the length of a step. */
    @Override
    public int phases() {
        return 1;
    }

    @Override
    public void run(int phase, int k, long sample) {
        long now = sample + k;
        inputs.addPrompt(k, now);
        evaluateFirst(k, sample);
        double done = 0;
        while (done < dt) {
            boolean last = length[0] >= (dt - done) * (1 - 1e-9);
            double h = last ? dt - done : length[0];
            attempt(k, sample, done, h);
            double error = error(h);
            double factor = Math.min(LARGEST_FACTOR, SAFETY * Elementary.pow(error, -0.2));
            if (error <= 1) {
                for (Group group : groups) {
                    group.acceptStage(scheme.stageCount() - 1);
                }
                done = last ? dt : done + h;
                double next = h * Math.max(SMALLEST_FACTOR, factor);
                length[0] = Math.min(dt, last ? Math.max(length[0], next) : next);
            } else {
                length[0] = h * Math.max(SMALLEST_FACTOR, factor);
                if (length[0] < SMALLEST_STEP * dt) {
                    throw failed(now);
                }
            }
        }
        for (Group group : groups) {
            group.complete(now + 1, (now + 1) * dt);
        }
    }

    private void evaluateFirst(int k, long sample) {
        double time = (sample + k) * dt;
        for (int g = 0; g < groups.length; g++) {
            inputs.bind(g, k, 0, time, sample);
        }
        for (Group group : groups) {
            group.evaluate(0, sample + k, time, k, 0);
        }
    }

    /** All stages but the first, over h from {@code done} on. */
    private void attempt(int k, long sample, double done, double h) {
        double before = Math.nextDown((sample + k + 1) * dt);
        for (int stage = 1; stage < scheme.stageCount(); stage++) {
            double time = Math.min((sample + k) * dt + done + scheme.nodes()[stage] * h, before);
            for (Group group : groups) {
                group.prepareStage(scheme.stages()[stage], h);
                group.stageOutputs(time);
            }
            for (int g = 0; g < groups.length; g++) {
                inputs.bind(g, k, stage, time, sample);
            }
            for (Group group : groups) {
                group.evaluate(stage, sample + k, time, k, 0);
            }
        }
    }

    /** The error of an attempt in units of what is allowed; infinite where a value is not a number. */
    private double error(double h) {
        double largest = 0;
        for (Group group : groups) {
            double error = group.error(scheme.errors(), h, tolerance);
            if (!(error <= largest)) {
                largest = Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
            }
        }
        return largest;
    }

    private GyrusException failed(long now) {
        return GyrusException.run("the run diverged: no step from t = " + Steps.time(now, dt)
                + " ms on is small enough for a tolerance of " + tolerance
                + "; the solution may grow without bound or jump");
    }
}
