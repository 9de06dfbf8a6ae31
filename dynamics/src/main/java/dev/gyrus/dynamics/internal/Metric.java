package dev.gyrus.dynamics.internal;

/**
 * What counts as near: distances of profiles and scalars in units of their typical sizes.
 *
 * @param states typical size of each component
 * @param scalars typical size of each scalar
 */
public record Metric(double[] states, double[] scalars) {
    /**
     * The largest values of a profile as scales.
     *
     * @param floors smallest scales, so that a component that rests at 0 has one
     */
    public static Metric of(Profile profile, double[] floors, double... scalars) {
        double[] states = new double[profile.size()];
        for (int a = 0; a < states.length; a++) {
            states[a] = Math.max(floors[a], profile.largest(a));
        }
        return new Metric(states, scalars);
    }

    /** 1/scale² of every component. */
    public double[] weights() {
        double[] weights = new double[states.length];
        for (int a = 0; a < weights.length; a++) {
            weights[a] = 1 / (states[a] * states[a]);
        }
        return weights;
    }

    /** The condition ⟨direction, ·⟩ = value on profiles and scalars. */
    public Integral along(Profile direction, double[] scalarDirection, double value) {
        double[] coefficients = new double[scalars.length];
        for (int q = 0; q < scalars.length; q++) {
            coefficients[q] = scalarDirection[q] / (scalars[q] * scalars[q]);
        }
        return new Integral(Integral.values(direction, weights()), coefficients, value);
    }

    /** The inner product of two directions on one mesh. */
    public double product(Profile a, double[] s, Profile b, double[] t) {
        return along(a, s, 0).of(b, t);
    }

    /** The largest change of any number. */
    public double largest(double[][] nodes, double[] change) {
        double largest = 0;
        for (double[] node : nodes) {
            for (int a = 0; a < states.length; a++) {
                largest = Math.max(largest, Math.abs(node[a]) / states[a]);
            }
        }
        for (int q = 0; q < scalars.length; q++) {
            largest = Math.max(largest, Math.abs(change[q]) / scalars[q]);
        }
        return largest;
    }
}
