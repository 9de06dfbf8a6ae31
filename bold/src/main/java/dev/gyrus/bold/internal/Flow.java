package dev.gyrus.bold.internal;

/**
 * The propagator e^{Mh} of signal and flow without input, M = [[−κ, −γ], [1, 0]] acting on (x, f − 1).
 *
 * <p>Summed as a Taylor series of M·h/2^s with norm below 1/2, then squared s times: plain arithmetic, so the same bits
 * everywhere, whether the oscillation is under- or overdamped.
 */
record Flow(double h, double xx, double xf, double fx, double ff) {

    static Flow over(double h, double kappa, double gamma) {
        int halvings = 0;
        double step = h;
        while (step * (kappa + gamma + 1) > 0.5) {
            step /= 2;
            halvings++;
        }
        Flow term = new Flow(h, 1, 0, 0, 1);
        Flow sum = term;
        for (int k = 1; k <= 16; k++) {
            term = term.times(new Flow(h, -kappa * step / k, -gamma * step / k, step / k, 0));
            sum = new Flow(h, sum.xx + term.xx, sum.xf + term.xf, sum.fx + term.fx, sum.ff + term.ff);
        }
        for (int k = 0; k < halvings; k++) {
            sum = sum.times(sum);
        }
        return sum;
    }

    private Flow times(Flow o) {
        return new Flow(h, xx * o.xx + xf * o.fx, xx * o.xf + xf * o.ff, fx * o.xx + ff * o.fx, fx * o.xf + ff * o.ff);
    }
}
