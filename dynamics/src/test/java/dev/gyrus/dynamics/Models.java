package dev.gyrus.dynamics;

/** Right-hand sides used in several tests; parameter 0 is the one that varies. */
final class Models {
    private Models() {}

    /** x″ − µ(1 − x²)x′ + x = 0. */
    static Flow vanDerPol() {
        return new Equations(2, 1, (past, p) -> {
            double[] x = past[0];
            return new double[] {x[1], p[0] * (1 - x[0] * x[0]) * x[1] - x[0]};
        });
    }

    /** FitzHugh–Nagumo as the BrainPy tutorial has it: α 3, β 4, γ −1.5, δ 0, ε 0.5, τ 20. */
    static Flow fitzHughNagumo() {
        return new Equations(2, 1, (past, p) -> {
            double x = past[0][0];
            double y = past[0][1];
            return new double[] {-3 * x * x * x + 4 * x * x - 1.5 * x - y + p[0], (x - 0.5 * y) / 20};
        });
    }

    /** Wilson–Cowan with the tutorial's parameters. */
    static Flow wilsonCowan() {
        return new Equations(2, 1, (past, p) -> {
            double x = past[0][0];
            double y = past[0][1];
            return new double[] {-x + (1 - x) * sigmoid(16 * x - 15 * y + p[0]), -y + (1 - y) * sigmoid(12 * x - 3 * y)
            };
        });
    }

    private static double sigmoid(double u) {
        return 1 / (1 + Math.exp(-1.5 * (u - 3))) - 1 / (1 + Math.exp(4.5));
    }
}
