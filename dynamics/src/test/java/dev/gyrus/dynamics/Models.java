package dev.gyrus.dynamics;

/** Right-hand sides used in several tests; parameter 0 is the one that varies. */
final class Models {
    private Models() {}

    /** A circle of radius r with r' = r(µ + 2r² − r⁴), period 2π: cycles r² = 1 ± √(1 + µ). */
    static Flow bautin() {
        return new Equations(2, 1, (past, p) -> {
            double x = past[0][0];
            double y = past[0][1];
            double square = x * x + y * y;
            double rate = p[0] + 2 * square - square * square;
            return new double[] {rate * x - y, rate * y + x};
        });
    }

    /**
     * The unit circle, and across it two directions that turn with the given speed and grow with µ ± 0.1: multipliers
     * exp(2π(µ ± 0.1 + i·speed)), −exp(2π(µ ± 0.1)) where the speed is ½ since the axes of growth turn along.
     */
    static Flow turning(double speed, double spread) {
        return new Equations(4, 1, (past, p) -> {
            double x = past[0][0];
            double y = past[0][1];
            double u = past[0][2];
            double v = past[0][3];
            double rate = 1 - x * x - y * y;
            double cube = u * u + v * v;
            return new double[] {
                rate * x - y,
                rate * y + x,
                (p[0] + spread * x - cube) * u + (spread * y - speed) * v,
                (p[0] - spread * x - cube) * v + (spread * y + speed) * u
            };
        });
    }

    /** The unit circle, and across it u' = µu − u³. */
    static Flow pitchfork() {
        return new Equations(3, 1, (past, p) -> {
            double x = past[0][0];
            double y = past[0][1];
            double u = past[0][2];
            double rate = 1 - x * x - y * y;
            return new double[] {rate * x - y, rate * y + x, p[0] * u - u * u * u};
        });
    }

    /** Rössler's system with a = b = 0.2; the parameter is c. */
    static Flow roessler() {
        return new Equations(3, 1, (past, p) -> {
            double[] x = past[0];
            return new double[] {-x[1] - x[2], x[0] + 0.2 * x[1], 0.2 + x[2] * (x[0] - p[0])};
        });
    }

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

    /** Jansen–Rit with its standard parameters; the input p in s⁻¹, time in ms. States y₀, y₁, y₂ in mV and their derivatives. */
    static Flow jansenRit() {
        return jansenRit(0.56, 6);
    }

    private static Flow jansenRit(double r, double v0) {
        return new Equations(6, 1, (past, p) -> {
            double[] y = past[0];
            return new double[] {
                y[3],
                y[4],
                y[5],
                0.325 * rate(y[1] - y[2], r, v0) - 0.2 * y[3] - 0.01 * y[0],
                0.325 * (p[0] / 1000 + 108 * rate(135 * y[0], r, v0)) - 0.2 * y[4] - 0.01 * y[1],
                1.1 * 33.75 * rate(33.75 * y[0], r, v0) - 0.1 * y[5] - 0.0025 * y[2]
            };
        });
    }

    /** The equilibrium of Jansen–Rit at which y₁ − y₂ is v; the input is in the last place. */
    static double[] jansenRitAt(double v) {
        double y0 = 32.5 * rate(v, 0.56, 6);
        double y2 = 440 * 33.75 * rate(33.75 * y0, 0.56, 6);
        double y1 = v + y2;
        double input = 1000 * (y1 / 32.5 - 108 * rate(135 * y0, 0.56, 6));
        return new double[] {y0, y1, y2, 0, 0, 0, input};
    }

    private static double rate(double v, double r, double v0) {
        return 0.005 / (1 + Math.exp(r * (v0 - v)));
    }

    /**
     * Quadratic integrate-and-fire neurons with spike-frequency adaptation, mean field (PyRates' template qif_sfa); τ = 1, τ_a = 10.
     * The parameter is η̄; states r, v, a, x.
     */
    static Flow adaptingQif(double delta, double j, double alpha) {
        return new Equations(4, 1, (past, p) -> {
            double r = past[0][0];
            double v = past[0][1];
            double a = past[0][2];
            double x = past[0][3];
            return new double[] {
                delta / Math.PI + 2 * r * v,
                v * v + p[0] - a + j * r - Math.PI * Math.PI * r * r,
                x / 10,
                alpha * r - 0.2 * x - 0.1 * a
            };
        });
    }

    /** Its equilibrium of rate r; η̄ is in the last place. */
    static double[] adaptingQifAt(double r, double delta, double j, double alpha) {
        double v = -delta / (2 * Math.PI * r);
        double a = 10 * alpha * r;
        return new double[] {r, v, a, 0, a + Math.PI * Math.PI * r * r - j * r - v * v};
    }
}
