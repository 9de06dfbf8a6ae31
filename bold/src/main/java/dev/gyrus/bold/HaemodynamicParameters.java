package dev.gyrus.bold;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import java.util.List;

/**
 * Parameters of the Balloon–Windkessel model of one region. Thread-safe: immutable.
 *
 * @param rho resting oxygen extraction fraction, between 0 and 1
 * @param alpha Grubb's exponent: volume = outflow^α, in (0, 1]
 * @param v0 resting blood volume fraction
 * @param k1 weight of the deoxyhaemoglobin content
 * @param k2 weight of its concentration
 * @param k3 weight of the blood volume
 * @param gamma rate of the flow-dependent elimination, in 1/s²
 * @param kappa rate of signal decay, in 1/s
 * @param tau mean transit time, in s
 */
public record HaemodynamicParameters(
        double rho, double alpha, double v0, double k1, double k2, double k3, double gamma, double kappa, double tau) {

    private static final List<String> NAMES = List.of("rho", "alpha", "V0", "k1", "k2", "k3", "gamma", "kappa", "tau");

    public HaemodynamicParameters {
        Problems problems = new Problems();
        problems.require(rho > 0 && rho < 1, "bold.rho", "a fraction between 0 and 1", rho);
        problems.require(alpha > 0 && alpha <= 1, "bold.alpha", "a number above 0 and up to 1", alpha);
        positive(problems, "bold.V0", v0);
        problems.require(Double.isFinite(k1), "bold.k1", "a finite number", k1);
        problems.require(Double.isFinite(k2), "bold.k2", "a finite number", k2);
        problems.require(Double.isFinite(k3), "bold.k3", "a finite number", k3);
        positive(problems, "bold.gamma", gamma);
        positive(problems, "bold.kappa", kappa);
        positive(problems, "bold.tau", tau);
        problems.throwIfAny();
    }

    /**
     * The values of K. J. Friston, L. Harrison and W. Penny, NeuroImage 19 (2003) 1273–1302,
     * doi:10.1016/S1053-8119(03)00202-7, with k₁ = 7ρ, k₂ = 2, k₃ = 2ρ − 0.2.
     */
    public static HaemodynamicParameters friston2003() {
        double rho = 0.34;
        return new HaemodynamicParameters(rho, 0.32, 0.02, 7 * rho, 2, 2 * rho - 0.2, 0.41, 0.65, 0.98);
    }

    /** The names that {@link #with} knows. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * The same parameters but for one; k₁ and k₃ do not follow ρ.
     *
     * @param name one of {@link #names()}
     */
    public HaemodynamicParameters with(String name, double value) {
        double[] values = {rho, alpha, v0, k1, k2, k3, gamma, kappa, tau};
        int index = NAMES.indexOf(name);
        if (index < 0) {
            throw GyrusException.input(Problem.unknown("bold." + name, "parameter", name, NAMES));
        }
        values[index] = value;
        return new HaemodynamicParameters(
                values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7], values[8]);
    }

    private static void positive(Problems problems, String key, double value) {
        problems.require(value > 0 && Double.isFinite(value), key, "a positive number", value);
    }
}
