package dev.gyrus.dynamics;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Finds the equilibria of a flow in a box of its states: Newton's method from many evenly spread starts, then from some of
 * them again with the equilibria that are known deflated, so that it cannot return to them, until nothing new turns up.
 *
 * <p>No proof that there are no others: the statement says what was searched.
 *
 * <p>Deflation: P. E. Farrell, Á. Birkisson, S. W. Funke, Deflation techniques for finding distinct solutions of nonlinear
 * partial differential equations, SIAM J. Sci. Comput. 37 (2015) A2026–A2045, doi:10.1137/140984798.
 */
public final class Equilibria {
    private static final double SAME = 1e-6;
    private static final int DEFLATED_STARTS = 12;

    private final Flow flow;
    private final double[] low;
    private final double[] high;
    private final int starts;

    private Equilibria(Flow flow, double[] low, double[] high, int starts) {
        this.flow = flow;
        this.low = low;
        this.high = high;
        this.starts = starts;
    }

    /**
     * A search in a box.
     *
     * @param low one number per state, in declared units
     * @param high one number per state, above {@code low}
     * @throws GyrusException where the box is none
     */
    public static Equilibria in(Flow flow, double[] low, double[] high) {
        int n = flow.states().size();
        Problems problems = new Problems();
        if (low.length != n || high.length != n) {
            throw GyrusException.input("box", n + " ranges, one per state", low.length + " and " + high.length);
        }
        for (int i = 0; i < n; i++) {
            problems.require(
                    low[i] < high[i] && Double.isFinite(high[i] - low[i]),
                    "box." + flow.states().get(i),
                    "a finite range with low < high",
                    "[" + low[i] + ", " + high[i] + "]");
        }
        problems.throwIfAny();
        return new Equilibria(flow, low.clone(), high.clone(), 15 * Math.min(n, 6) + 20);
    }

    /** The same with another number of starts. */
    public Equilibria starts(int starts) {
        if (starts < 1) {
            throw GyrusException.input(Problem.of("starts", "a positive number", String.valueOf(starts)));
        }
        return new Equilibria(flow, low, high, starts);
    }

    /**
     * What a search found.
     *
     * @param equilibria by ascending first state
     * @param converged how many starts ended at one of them
     */
    public record Search(List<Equilibrium> equilibria, int starts, int converged, double[] low, double[] high) {
        /** What was searched, in a sentence. */
        public String statement() {
            StringBuilder box = new StringBuilder();
            for (int i = 0; i < low.length && i < 6; i++) {
                box.append(String.format(Locale.ROOT, "%s[%.4g, %.4g]", i == 0 ? "" : " × ", low[i], high[i]));
            }
            box.append(low.length > 6 ? " × …" : "");
            return equilibria.size() + (equilibria.size() == 1 ? " equilibrium" : " equilibria") + " in " + box + ": "
                    + "Newton's method from " + starts + " starts (" + converged + " converged there), then deflated";
        }
    }

    /** The equilibria at these parameters. */
    public Search find(double[] parameters) {
        List<double[]> roots = new ArrayList<>();
        Newton newton = new Newton(flow, parameters, low, high);
        int converged = 0;
        for (int k = 0; k < starts; k++) {
            double[] root = newton.from(start(k), List.of());
            if (root != null) {
                converged++;
                add(root, roots);
            }
        }
        for (int k = 0; k < Math.min(starts, DEFLATED_STARTS); k++) {
            double[] root = newton.from(start(k), roots);
            if (root != null && add(root, roots)) {
                k--;
            }
        }
        roots.sort(Comparator.comparingDouble(root -> root[0]));
        List<Equilibrium> found = new ArrayList<>();
        EquilibriumCurve curve = new EquilibriumCurve(flow, parameters, -1);
        for (double[] root : roots) {
            List<Eigenvalue> eigenvalues = curve.spectrum(root);
            found.add(new Equilibrium(parameters.clone(), root, eigenvalues));
        }
        return new Search(List.copyOf(found), starts, converged, low.clone(), high.clone());
    }

    private boolean add(double[] root, List<double[]> roots) {
        for (double[] known : roots) {
            double distance = 0;
            for (int i = 0; i < root.length; i++) {
                distance = Math.max(distance, Math.abs(root[i] - known[i]) / (high[i] - low[i]));
            }
            if (distance < SAME) {
                return false;
            }
        }
        roots.add(root);
        return true;
    }

    /** Evenly spread points: multiples of irrational numbers (the R-sequence of M. Roberts), the middle first. */
    private double[] start(int k) {
        double root = 2;
        for (int it = 0; it < 50; it++) {
            root = Math.pow(1 + root, 1.0 / (low.length + 1));
        }
        double[] point = new double[low.length];
        for (int i = 0; i < point.length; i++) {
            double at = 0.5 + k * Math.pow(1 / root, i + 1);
            point[i] = low[i] + (at - Math.floor(at)) * (high[i] - low[i]);
        }
        return point;
    }
}
