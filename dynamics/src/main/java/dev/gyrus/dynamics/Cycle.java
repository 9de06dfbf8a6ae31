package dev.gyrus.dynamics;

import dev.gyrus.core.GyrusException;
import dev.gyrus.dynamics.internal.Gauss;
import dev.gyrus.dynamics.internal.Profile;
import java.util.List;

/**
 * A periodic solution x(t + T) = x(t), stable or not: a polynomial of degree {@link #DEGREE} in each interval of a mesh.
 *
 * <p>Immutable, so thread-safe.
 */
public final class Cycle {
    /** Degree of the polynomials. */
    public static final int DEGREE = Gauss.DEGREE;

    /** Points of an interval at which extrema are looked for before they are refined by a parabola. */
    private static final int FINE = 8;

    private final double[] parameters;
    private final double period;
    private final Profile profile;
    private final List<Multiplier> multipliers;

    Cycle(double[] parameters, double period, Profile profile, List<Multiplier> multipliers) {
        this.parameters = parameters.clone();
        this.period = period;
        this.profile = profile;
        this.multipliers = List.copyOf(multipliers);
    }

    /** All parameters of the system. */
    public double[] parameters() {
        return parameters.clone();
    }

    /** One parameter. */
    public double parameter(int index) {
        return parameters[index];
    }

    /** T, in ms. */
    public double period() {
        return period;
    }

    /** The number of states. */
    public int size() {
        return profile.size();
    }

    /** 0 = t₀ &lt; … &lt; t_N = 1, in units of the period. */
    public double[] mesh() {
        return profile.mesh().clone();
    }

    /** The states at {@link #DEGREE} equidistant times of each interval and at the end; N·{@link #DEGREE} + 1 rows. */
    public double[][] nodes() {
        double[][] nodes = profile.nodes().clone();
        for (int k = 0; k < nodes.length; k++) {
            nodes[k] = nodes[k].clone();
        }
        return nodes;
    }

    /** The state at a phase; whole numbers are the same phase. */
    public double[] at(double phase) {
        return profile.at(phase - Math.floor(phase));
    }

    /** The smallest value of a state. */
    public double minimum(int state) {
        return -extremum(state, -1);
    }

    /** The largest value of a state. */
    public double maximum(int state) {
        return extremum(state, 1);
    }

    private double extremum(int state, int sign) {
        int count = profile.intervals() * FINE;
        double[] values = new double[count + 1];
        int best = 0;
        for (int k = 0; k <= count; k++) {
            int i = Math.min(k / FINE, profile.intervals() - 1);
            double t = profile.mesh()[i] + profile.width(i) * (k - i * FINE) / FINE;
            values[k] = sign * profile.at(t)[state];
            best = values[k] > values[best] ? k : best;
        }
        int interval = Math.min(best / FINE, profile.intervals() - 1);
        int middle = Math.max(interval * FINE + 1, Math.min(best, (interval + 1) * FINE - 1));
        double slope = (values[middle + 1] - values[middle - 1]) / 2;
        double bend = values[middle + 1] - 2 * values[middle] + values[middle - 1];
        double shift = bend < 0 ? -slope / bend : 0;
        return Math.abs(shift) <= 1 ? Math.max(values[best], values[middle] + slope * shift / 2) : values[best];
    }

    /** Floquet multipliers: the trivial one, which would be 1 without errors, then the others by falling modulus. */
    public List<Multiplier> multipliers() {
        return multipliers;
    }

    /** How far the trivial multiplier is from 1. */
    public double error() {
        return Math.hypot(multipliers.get(0).real() - 1, multipliers.get(0).imaginary());
    }

    /** Whether all multipliers but the trivial one lie inside the unit circle. */
    public boolean stable() {
        return unstable() == 0;
    }

    /** The number of multipliers outside the unit circle: the dimension of the unstable manifold less one. */
    public int unstable() {
        return (int) multipliers.stream().skip(1).filter(m -> m.modulus() > 1).count();
    }

    Profile profile() {
        return profile;
    }

    void check(Flow flow) {
        if (size() != flow.states().size()
                || parameters.length != flow.parameters().size()) {
            throw GyrusException.input(
                    "cycle",
                    flow.states().size() + " states and " + flow.parameters().size() + " parameters",
                    size() + " and " + parameters.length);
        }
    }
}
