package dev.gyrus.dynamics;

import dev.gyrus.core.DelayedVectorField;
import java.util.List;

/**
 * A box in which to look for equilibria: where trajectories go from a start at some values of the parameters, and as much
 * again on all sides.
 *
 * @param low one number per state, in declared units
 * @param high one number per state, in declared units
 */
public record Reach(double[] low, double[] high) {
    private static final double TOLERANCE = 1e-4;
    private static final int STRETCHES = 200;
    private static final double FAR = 1e9;
    private static final int SAMPLES = 40;
    private static final int SETTLING = 20;

    /**
     * The box of a network with delays: that of its states without these, and where holds settle inside it.
     *
     * @param states names and box of the states without delays
     */
    public static Reach of(Flow delayed, List<double[]> parameters, List<String> states, Reach box) {
        int n = delayed.states().size();
        double[] low = new double[n];
        double[] high = new double[n];
        java.util.Arrays.fill(low, Double.POSITIVE_INFINITY);
        java.util.Arrays.fill(high, Double.NEGATIVE_INFINITY);
        double[][] past = new double[1 + delayed.delays(parameters.get(0)).length][];
        double[] rate = new double[n];
        for (double[] at : parameters) {
            for (int sample = 0; sample < SAMPLES; sample++) {
                double[] y = new double[n];
                for (int i = 0; i < n; i++) {
                    int state = states.indexOf(delayed.states().get(i));
                    double share = 0.25 + 0.5 * ((sample * (i + 1) * 0.6180339887498949) % 1);
                    y[i] = state < 0 ? 0 : box.low[state] + share * (box.high[state] - box.low[state]);
                }
                java.util.Arrays.fill(past, y);
                for (int k = 0; k < SETTLING; k++) {
                    delayed.derivative(past, at, rate);
                    for (int i = 0; i < n; i++) {
                        boolean hold = !states.contains(delayed.states().get(i));
                        y[i] += hold && Double.isFinite(rate[i]) ? DelayedVectorField.LAG * rate[i] : 0;
                    }
                }
                for (int i = 0; i < n; i++) {
                    low[i] = Math.min(low[i], y[i]);
                    high[i] = Math.max(high[i], y[i]);
                }
            }
        }
        for (int i = 0; i < n; i++) {
            int state = states.indexOf(delayed.states().get(i));
            double margin = 0.5 * (high[i] - low[i]) + 1e-3 * (1 + Math.abs(high[i]));
            low[i] = state < 0 ? low[i] - margin : box.low[state];
            high[i] = state < 0 ? high[i] + margin : box.high[state];
        }
        return new Reach(low, high);
    }

    /**
     * The box of a flow.
     *
     * @param parameters at which to integrate
     * @param start where every trajectory begins
     * @param duration of each trajectory, in ms; one that leaves for infinity counts as far as it comes
     */
    public static Reach of(Flow flow, List<double[]> parameters, double[] start, double duration) {
        int n = start.length;
        double[] low = start.clone();
        double[] high = start.clone();
        for (double[] at : parameters) {
            Trajectory trajectory = new Trajectory(flow, at, start, TOLERANCE);
            boolean finite = true;
            for (int k = 1; finite && k <= STRETCHES; k++) {
                finite = trajectory.to(duration * k / STRETCHES);
                double[] state = trajectory.at(trajectory.end());
                for (int i = 0; i < n; i++) {
                    finite &= Math.abs(state[i]) < FAR * (1 + Math.abs(start[i]));
                }
                for (int i = 0; finite && i < n; i++) {
                    low[i] = Math.min(low[i], state[i]);
                    high[i] = Math.max(high[i], state[i]);
                }
            }
        }
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, high[i] - low[i]);
        }
        for (int i = 0; i < n; i++) {
            double size = Math.max(Math.abs(low[i]), Math.abs(high[i]));
            double range = high[i] - low[i];
            double margin = Math.max(range, Math.max(0.5 * size, range + size > 0 ? 0 : Math.max(1, largest)));
            low[i] -= margin;
            high[i] += margin;
        }
        return new Reach(low, high);
    }
}
