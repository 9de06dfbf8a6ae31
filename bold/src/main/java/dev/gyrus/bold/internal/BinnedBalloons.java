package dev.gyrus.bold.internal;

import dev.gyrus.bold.HaemodynamicParameters;
import java.util.Arrays;
import java.util.List;

/**
 * Advances {@link Balloons} in bins of up to 16 ms, far coarser than the simulation's step.
 *
 * <p>Over the n steps of a bin the activity z<sub>0</sub> … z<sub>n−1</sub> is replaced by the straight line with the
 * same mean and the same first moment, for which two running sums suffice. What is lost, the second and higher moments,
 * reaches the slow flow equation only in the order (h·√γ)²/27 of the fluctuation, about 4e−6. So the work of a step of
 * the simulation is two multiplications and additions per region. A bin is closed early where the signal is read.
 */
public final class BinnedBalloons implements Haemodynamics {
    private static final double BIN = 0.016;

    private final Balloons balloons;
    private final double dt;
    private final double gain;
    private final double offset;
    private final int binSteps;
    private final double[] sum;
    private final double[] moment;
    private final double[] start;
    private final double[] end;
    private int steps;

    /**
     * Starts with flow, volume and content at 1.
     *
     * @param dt the step, in s
     * @param gain rate in Hz = gain · activity + offset
     * @param signal the vasodilatory signal of all regions at the start, in 1/s
     */
    public BinnedBalloons(
            List<HaemodynamicParameters> parameters, double dt, double gain, double offset, double signal) {
        this.balloons = new Balloons(parameters, signal);
        this.dt = dt;
        this.gain = gain;
        this.offset = offset;
        this.binSteps = (int) Math.max(1, Math.floor(BIN / dt * (1 + 1e-9)));
        this.sum = new double[parameters.size()];
        this.moment = new double[sum.length];
        this.start = new double[sum.length];
        this.end = new double[sum.length];
    }

    @Override
    public void step(double[] activity) {
        double k = steps;
        for (int i = 0; i < sum.length; i++) {
            sum[i] += activity[i];
            moment[i] += k * activity[i];
        }
        steps++;
        if (steps == binSteps) {
            close();
        }
    }

    @Override
    public double[] bold() {
        close();
        return balloons.bold();
    }

    /** Fits the line a + b·(s − h/2): a is the mean, and b·h³/12 = ∫ (s − h/2) z ds = dt² · Σ (k − (n − 1)/2) z_k. */
    private void close() {
        if (steps == 0) {
            return;
        }
        double n = steps;
        for (int i = 0; i < sum.length; i++) {
            double mean = gain * (sum[i] / n) + offset;
            double rise = gain * (moment[i] - (n - 1) / 2 * sum[i]) * 6 / (n * n);
            start[i] = mean - rise;
            end[i] = mean + rise;
        }
        balloons.advance(n * dt, start, end);
        Arrays.fill(sum, 0);
        Arrays.fill(moment, 0);
        steps = 0;
    }
}
