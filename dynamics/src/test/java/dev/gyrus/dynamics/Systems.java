package dev.gyrus.dynamics;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import java.util.List;

/** Systems whose equilibria and bifurcations are known. */
final class Systems {
    private Systems() {}

    /** The units of BrainPy's tutorial: Wilson and Cowan's equations with refractoriness. */
    static Node wilsonCowan() {
        return Node.named("wilson-cowan-tutorial")
                .mass(Mass.named("m")
                        .state("x", "1", Initial.constant(0))
                        .state("y", "1", Initial.constant(0))
                        .parameter("x_ext", 0, "1", "input to x")
                        .parameter("y_ext", 0, "1", "input to y")
                        .parameter("w_ee", 16, "1", "weight")
                        .parameter("w_ie", 15, "1", "weight")
                        .parameter("w_ei", 12, "1", "weight")
                        .parameter("w_ii", 3, "1", "weight")
                        .parameter("a", 1.5, "1", "gain")
                        .parameter("theta", 3, "1", "threshold")
                        .parameter("tau", 1, "ms", "time constant")
                        .equations("""
                                rest = sigmoid(-a*theta)
                                dx/dt = (-x + (1 - x)*(sigmoid(a*(w_ee*x - w_ie*y + x_ext - theta)) - rest))/tau
                                dy/dt = (-y + (1 - y)*(sigmoid(a*(w_ei*x - w_ii*y + y_ext - theta)) - rest))/tau
                                """)
                        .build())
                .defaultOutput("x")
                .build();
    }

    /** BrainPy's tutorial's FitzHugh–Nagumo unit. */
    static Node fitzHughNagumo() {
        return Node.named("fitzhugh-nagumo-tutorial")
                .mass(Mass.named("m")
                        .state("x", "1", Initial.constant(0))
                        .state("y", "1", Initial.constant(0))
                        .parameter("x_ext", 0, "1", "input")
                        .parameter("alpha", 3, "1", "cubic")
                        .parameter("tau", 20, "1", "of y")
                        .equations("""
                                dx/dt = (-alpha*x^3 + 4*x^2 - 1.5*x - y + x_ext)/1[ms]
                                dy/dt = (x - 0.5*y)/tau/1[ms]
                                """)
                        .build())
                .defaultOutput("x")
                .build();
    }

    /** Mean field of quadratic integrate-and-fire neurons (Montbrió, Pazó, Roxin 2015): Δ = 1, J = 15, τ = 1. */
    static Flow qif() {
        return Flows.of(List.of("r", "v"), List.of("eta"), (x, p, out) -> {
            out[0] = 1 / Math.PI + 2 * x[0] * x[1];
            out[1] = x[1] * x[1] + p[0] + 15 * x[0] - Math.pow(Math.PI * x[0], 2);
        });
    }

    /** u″ + λ exp(u) = 0 on [−1, 1] with u(±1) = 0 at the inner Chebyshev points; λ of [0, 1] is 4 times that. */
    static Flow gelfandBratu(int n) {
        double[] x = new double[n + 1];
        double[][] first = new double[n + 1][n + 1];
        for (int i = 0; i <= n; i++) {
            x[i] = Math.cos(Math.PI * i / n);
        }
        for (int i = 0; i <= n; i++) {
            for (int j = 0; j <= n; j++) {
                if (i != j) {
                    double ci = i == 0 || i == n ? 2 : 1;
                    double cj = j == 0 || j == n ? 2 : 1;
                    first[i][j] = ci / cj * ((i + j) % 2 == 0 ? 1 : -1) / (x[i] - x[j]);
                    first[i][i] -= first[i][j];
                }
            }
        }
        double[][] second = new double[n + 1][n + 1];
        for (int i = 0; i <= n; i++) {
            for (int j = 0; j <= n; j++) {
                for (int k = 0; k <= n; k++) {
                    second[i][j] += first[i][k] * first[k][j];
                }
            }
        }
        List<String> names =
                java.util.stream.IntStream.range(1, n).mapToObj(i -> "u" + i).toList();
        return Flows.of(names, List.of("lambda"), (u, p, out) -> {
            for (int i = 1; i < n; i++) {
                double sum = p[0] / 4 * Math.exp(u[i - 1]);
                for (int j = 1; j < n; j++) {
                    sum += second[i][j] * u[j - 1];
                }
                out[i - 1] = sum;
            }
        });
    }

    /** Wong and Wang's reduced model of 2006, in seconds times 1000; free are μ₀ in Hz and the coherence. */
    static Flow wongWang() {
        return Flows.of(List.of("s1", "s2"), List.of("mu0", "coherence"), (s, p, out) -> {
            for (int i = 0; i < 2; i++) {
                double sign = i == 0 ? 1 : -1;
                double current = 0.2609 * s[i] - 0.0497 * s[1 - i] + 0.3255 + 5.2e-4 * p[0] * (1 + sign * p[1]);
                double drive = 270 * current - 108;
                double rate = drive / (1 - Math.exp(-0.154 * drive));
                out[i] = (-s[i] / 0.1 + (1 - s[i]) * 0.641 * rate) / 1000;
            }
        });
    }
}
