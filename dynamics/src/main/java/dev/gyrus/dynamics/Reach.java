package dev.gyrus.dynamics;

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
