package dev.gyrus.dynamics.internal;

import java.util.Arrays;

/**
 * Orthogonal collocation: u is a polynomial of degree m in every interval of the mesh and fulfils the equation at m Gauss
 * points in each (see {@link Gauss}, {@link Condensation}).
 */
public final class Collocation extends CollocationNewton {
    private static final int M = Gauss.DEGREE;
    private final PeriodicProblem problem;
    private final int n;
    private final int scalars;
    private final int[] signs;

    /**
     * @param tolerance largest last change of Newton's method, in units of the metric
     */
    public Collocation(PeriodicProblem problem, double tolerance) {
        super(tolerance);
        this.problem = problem;
        n = problem.size();
        scalars = problem.scalars();
        signs = new int[n];
        for (int a = 0; a < n; a++) {
            signs[a] = problem.antiperiodic(a) ? -1 : 1;
        }
    }

    @Override
    Linear linear(Profile profile, double[] s, Integral[] conditions) {
        Condensation system = assemble(profile, s, conditions);
        system.reduce();
        double[] gap = new double[n];
        int end = profile.nodes().length - 1;
        for (int a = 0; a < n; a++) {
            gap[a] = signs[a] * profile.nodes()[0][a] - profile.nodes()[end][a];
        }
        double[][] ends = system.solve(signs, new double[][] {gap, new double[n]});
        return ends == null
                ? null
                : new Linear(
                        system.expand(ends[0], 0),
                        Arrays.copyOfRange(ends[0], 2 * n, 2 * n + scalars),
                        system.expand(ends[1], 1),
                        Arrays.copyOfRange(ends[1], 2 * n, 2 * n + scalars),
                        () -> Multipliers.of(system.monodromy()));
    }

    /** The solution v of the linearised equation with v(1) = λ v(0), for a real multiplier λ of an orbit. */
    public Profile eigenfunction(Orbit orbit, Integral[] conditions, double lambda) {
        Condensation system = assemble(orbit.profile(), orbit.scalars(), conditions);
        system.reduce();
        double[] vector = Multipliers.of(system.monodromy()).vector(lambda);
        double[] ends = new double[2 * n + scalars];
        for (int a = 0; a < n; a++) {
            ends[a] = vector[a];
            ends[n + a] = lambda * vector[a];
        }
        return new Profile(orbit.profile().mesh(), system.expand(ends, -1));
    }

    private Condensation assemble(Profile profile, double[] s, Integral[] conditions) {
        int intervals = profile.intervals();
        Condensation system = new Condensation(n, intervals, scalars, 2);
        double[] value = new double[n];
        double[][] state = new double[n][n];
        double[][] scalar = new double[scalars][n];
        for (int i = 0; i < intervals; i++) {
            double[][] block = system.block(i);
            double h = profile.width(i);
            for (int c = 0; c < M; c++) {
                problem.linear(profile.at(i, c), s, value, state, scalar);
                double[] slope = profile.slope(i, c);
                for (int a = 0; a < n; a++) {
                    double[] row = block[c * n + a];
                    for (int j = 0; j <= M; j++) {
                        int column = system.node(j);
                        double factor = -h * Gauss.value(c, j);
                        for (int b = 0; b < n; b++) {
                            row[column + b] = factor * state[a][b];
                        }
                        row[column + a] += Gauss.slope(c, j);
                    }
                    for (int q = 0; q < scalars; q++) {
                        row[system.scalar() + q] = -h * scalar[q][a];
                    }
                    row[system.scalar() + scalars] = -h * (slope[a] - value[a]);
                }
                for (int q = 0; q < scalars; q++) {
                    double[] row = block[M * n + q];
                    for (int j = 0; j <= M; j++) {
                        int column = system.node(j);
                        double factor = h * Gauss.weight(c) * Gauss.value(c, j);
                        for (int b = 0; b < n; b++) {
                            row[column + b] += factor * conditions[q].weights()[i][c][b];
                        }
                    }
                }
            }
        }
        for (int q = 0; q < scalars; q++) {
            double[] row = system.conditions()[q];
            System.arraycopy(conditions[q].scalars(), 0, row, 0, scalars);
            row[scalars] = conditions[q].value() - conditions[q].of(profile, s);
            row[scalars + 1] = q == scalars - 1 ? 1 : 0;
        }
        return system;
    }
}
