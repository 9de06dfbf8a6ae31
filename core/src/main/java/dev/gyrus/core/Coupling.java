package dev.gyrus.core;

import dev.gyrus.core.internal.engine.CouplingText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many sources act on one target: {@code post( Σ_j w_ij · pre(source_j(t − d_ij)), target_i )}.
 *
 * <p>{@code pre} reads {@code source}, the source's output that the wiring names, and {@code source.v}, any other variable
 * or parameter v of the same mass. {@code post} reads {@code sum} (or {@code sum1}, {@code sum2} … where there are several
 * pre-expressions), {@code weight_sum} (Σ_j w_ij), {@code count} (the number of nodes of the source population) and the
 * target: {@code target}, the variable that the wiring names, and {@code target.v}. Both read the coupling's parameters
 * and {@code t}.
 *
 * <p>{@code pre} is evaluated once per source sample and kept with its past. Where it reads {@code target} as well it is
 * evaluated for each connection and step instead: Σ_j w_ij · pre(source_j(t − d_ij), target_i(t)).
 *
 * <p>{@link #linear} to {@link #kuramoto} are the couplings of The Virtual Brain (P. Sanz Leon, S. A. Knock, M. M.
 * Woodman, L. Domide, J. Mersmann, A. R. McIntosh, V. Jirsa, Front. Neuroinform. 7:10, 2013,
 * doi:10.3389/fninf.2013.00010) under its parameter names. Parameters take whatever unit is asked of them; the sum
 * that arrives must have the unit of the input. Immutable and thread-safe.
 *
 * @param name as in experiment files
 * @param pre expressions of the source, or of source and target
 * @param post expression of the sums and the target
 * @param parameters numbers that the expressions read by name
 */
public record Coupling(String name, List<String> pre, String post, Map<String, Double> parameters) {
    private static final Coupling ADDITIVE = new Coupling("additive", List.of("source"), "sum");

    public Coupling {
        pre = List.copyOf(pre);
        parameters = Map.copyOf(parameters);
    }

    /** A coupling without parameters. */
    public Coupling(String name, List<String> pre, String post) {
        this(name, pre, post, Map.of());
    }

    /** A coupling by any two expressions. */
    public static Coupling of(String pre, String post) {
        return new Coupling("expression", List.of(pre), post);
    }

    /** The same coupling with a parameter set, or added. */
    public Coupling with(String parameter, double value) {
        Map<String, Double> changed = new LinkedHashMap<>(parameters);
        changed.put(parameter, value);
        return new Coupling(name, pre, post, changed);
    }

    /**
     * Reads the expressions, whatever they are to connect.
     *
     * @param origin what errors call the expressions
     * @throws GyrusException where one is no expression
     */
    public void check(String origin) {
        CouplingText.read(this, "result", origin);
    }

    /** Σ_j w_ij x_j. */
    public static Coupling additive() {
        return ADDITIVE;
    }

    /** Σ_j w_ij (x_j − x_i). */
    public static Coupling diffusive() {
        return new Coupling("diffusive", List.of("source"), "sum - weight_sum*target");
    }

    /** x_i Σ_j w_ij x_j. */
    public static Coupling multiplicative() {
        return new Coupling("multiplicative", List.of("source"), "sum*target");
    }

    /** Σ_j w_ij sin(x_j − x_i), after Kuramoto. */
    public static Coupling sine() {
        return new Coupling("sine", List.of("sin(source)", "cos(source)"), "sum1*cos(target) - sum2*sin(target)");
    }

    /** a Σ_j w_ij x_j + b; The Virtual Brain's default is a = 1/256, b = 0. */
    public static Coupling linear(double a, double b) {
        return new Coupling("linear", List.of("source"), "a*sum + b", Map.of("a", a, "b", b));
    }

    /** a Σ_j w_ij x_j; default a = 1/256. */
    public static Coupling scaling(double a) {
        return new Coupling("scaling", List.of("source"), "a*sum", Map.of("a", a));
    }

    /** Σ_j w_ij a (1 + tanh((b x_j − midpoint)/σ)); default a = b = σ = 1, midpoint 0. */
    public static Coupling hyperbolicTangent(double a, double b, double midpoint, double sigma) {
        return new Coupling(
                "hyperbolic-tangent",
                List.of("a*(1 + tanh((b*source - midpoint)/sigma))"),
                "sum",
                Map.of("a", a, "b", b, "midpoint", midpoint, "sigma", sigma));
    }

    /**
     * cmin + (cmax − cmin)/(1 + exp(−a (Σ_j w_ij x_j − midpoint)/σ)); default cmin −1, cmax 1, midpoint 0, a 1, σ 230.
     */
    public static Coupling sigmoidal(double cmin, double cmax, double midpoint, double a, double sigma) {
        return new Coupling(
                "sigmoidal",
                List.of("source"),
                "cmin + (cmax - cmin)*sigmoid(a*((sum - midpoint)/sigma))",
                Map.of("cmin", cmin, "cmax", cmax, "midpoint", midpoint, "a", a, "sigma", sigma));
    }

    /**
     * a Σ_j w_ij (cmin + (cmax − cmin)/(1 + exp(r (midpoint − (x_j − y_j))))); default cmin 0, cmax 0.005, midpoint 6, r
     * 0.56, a 1.
     *
     * @param minus y, the variable of the source that is taken from its output x: the inhibitory potential {@code y2} of
     *     a Jansen–Rit column whose output is {@code y1}
     */
    public static Coupling sigmoidalJansenRit(
            String minus, double cmin, double cmax, double midpoint, double r, double a) {
        return new Coupling(
                "sigmoidal-jansen-rit",
                List.of("cmin + (cmax - cmin)*sigmoid(r*((source - source." + minus + ") - midpoint))"),
                "a*sum",
                Map.of("cmin", cmin, "cmax", cmax, "midpoint", midpoint, "r", r, "a", a));
    }

    /** Σ_j w_ij H (Q + tanh(G (P x_j − θ))) with a fixed threshold; default H 0.5, Q 1, G 60, P 1, θ 0.5. */
    public static Coupling preSigmoidal(double h, double q, double g, double p, double theta) {
        return preSigmoidal("theta", h, q, g, p).with("theta", theta);
    }

    /**
     * Σ_j w_ij H (Q + tanh(G (P x_j − y_j))) with a threshold that moves.
     *
     * @param threshold y, a variable of the source, as {@code source.theta}
     */
    public static Coupling preSigmoidal(String threshold, double h, double q, double g, double p) {
        return new Coupling(
                "pre-sigmoidal",
                List.of("H*(Q + tanh(G*(P*source - " + threshold + ")))"),
                "sum",
                Map.of("H", h, "Q", q, "G", g, "P", p));
    }

    /** a Σ_j w_ij (x_j − x_i); default a = 0.1. */
    public static Coupling difference(double a) {
        return new Coupling("difference", List.of("source"), "a*(sum - weight_sum*target)", Map.of("a", a));
    }

    /**
     * (a/N) Σ_j w_ij sin(x_j − x_i), N the number of nodes of the source population; default a = 1. This is the documented
     * form; The Virtual Brain 2.10.0 divides by the number of coupling variables instead.
     */
    public static Coupling kuramoto(double a) {
        return new Coupling(
                "kuramoto",
                List.of("sin(source)", "cos(source)"),
                "a/count*(sum1*cos(target) - sum2*sin(target))",
                Map.of("a", a));
    }

    /** True where the target receives the plain weighted sum. */
    public boolean isPlainSum() {
        return post.equals("sum") && pre.size() == 1 && pre.get(0).equals("source");
    }
}
