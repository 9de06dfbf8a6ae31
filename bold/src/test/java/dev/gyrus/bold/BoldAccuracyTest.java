package dev.gyrus.bold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Series;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The default scheme against exact steady states and against the classical Runge–Kutta method at the neural step. */
class BoldAccuracyTest {
    private static final HaemodynamicParameters P = HaemodynamicParameters.friston2003();

    @Test
    void restIsSteady() {
        Series bold = Rates.feed(Bold.tr(500), 0.1, Rates.of(100_000, k -> 0));
        assertThat(bold.column(0)).containsOnly(0);
    }

    @Test
    void constantRateSettlesAtTheFixedPoint() {
        double z = 10;
        double f = 1 + z / P.gamma();
        double v = Math.pow(f, P.alpha());
        double q = v * (1 - Math.pow(1 - P.rho(), 1 / f)) / P.rho();
        double expected = P.v0() * (P.k1() * (1 - q) + P.k2() * (1 - q / v) + P.k3() * (1 - v));
        Series bold = Rates.feed(Bold.tr(1000), 0.5, Rates.of(240_000, k -> z));
        assertThat(bold.column(0)[119]).isCloseTo(expected, within(1e-13));
    }

    /** Steps of 16 ms against steps of 0.1 ms, within 1e-4 of the signal's standard deviation at every sample. */
    @Test
    void noisyRatesGiveTheSignalOfAFarFinerMethod() {
        assertError(Rates.noisy(600_000, 0.1, 1), 0.1, 2e-5);
    }

    @Test
    void whiteSpikesGiveTheSignalOfAFinerMethod() {
        SplittableRandom random = new SplittableRandom(2);
        assertError(Rates.of(600_000, k -> random.nextDouble() < 0.01 ? 1000 : 0), 0.1, 1e-4);
    }

    /** The flow meets its floor each time a network of 100 Hz falls silent. */
    @Test
    void floorOfTheFlowIsKeptAsByAFinerMethod() {
        assertError(Rates.of(600_000, k -> k % 200_000 < 100_000 ? 100 : 0), 0.1, 1e-4);
    }

    @Test
    void startAtOnesAndOddRepetitionTimesAreAsAccurate() {
        double[][] rates = Rates.noisy(200_000, 0.1, 3);
        double[] fine = rungeKutta(rates, 0.1, 7231, 1);
        Bold bold = Bold.tr(723.1).start(Bold.Start.ONES);
        assertThat(error(Rates.feed(bold, 0.1, rates).column(0), fine)).isLessThan(2e-5);
    }

    /** A rate held for 2 ms, so that all steps see the same signal; extrapolated, Euler's error is of second order. */
    @Test
    void eulerSchemeApproachesTheSameSignalWithItsStep() {
        double[] coarse = euler(1);
        double[] fine = euler(2);
        double[] accurate =
                Rates.feed(Bold.tr(1000), 2, Rates.of(15_000, k -> slow(2 * k))).column(0);
        for (int r = 0; r < 30; r++) {
            assertThat(accurate[r]).isCloseTo(2 * fine[r] - coarse[r], within(2e-8));
        }
        assertThat(Math.abs(fine[0] - accurate[0])).isGreaterThan(1e-6);
    }

    @Test
    void ratesOfAnySizeKeepTheSignalFinite() {
        SplittableRandom random = new SplittableRandom(4);
        double[] level = new double[1];
        double[][] rates = Rates.of(400_000, k -> {
            if (k % 1000 == 0) {
                level[0] = random.nextDouble() < 0.4 ? 0 : Math.exp(random.nextDouble(12)) - 10;
            }
            return level[0];
        });
        for (double[] row : Rates.feed(Bold.tr(10), 1, rates).values()) {
            assertThat(row[0]).isFinite();
        }
    }

    /** BOLD at every second by Euler steps of 1/n ms. */
    private static double[] euler(int n) {
        Bold bold = Bold.tr(1.0 / n).scheme(Bold.Scheme.REFERENCE);
        Series all = Rates.feed(bold, 1.0 / n, Rates.of(30_000 * n, k -> slow(k / (2 * n) * 2)));
        double[] out = new double[30];
        for (int r = 0; r < out.length; r++) {
            out[r] = all.values()[(r + 1) * 1000 * n - 2][0]; // its first sample is after two steps
        }
        return out;
    }

    private static double slow(int ms) {
        return 10 + 3 * Math.sin(2 * Math.PI * 0.2e-3 * ms);
    }

    private static void assertError(double[][] rates, double dt, double tolerance) {
        double[] fine = rungeKutta(rates, dt, (int) Math.rint(2000 / dt), 0);
        assertThat(error(Rates.feed(Bold.tr(2000), dt, rates).column(0), fine)).isLessThan(tolerance);
    }

    /** The largest difference, in standard deviations of the expected signal. */
    private static double error(double[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        double mean = 0;
        for (double value : expected) {
            mean += value / expected.length;
        }
        double variance = 0;
        double largest = 0;
        for (int k = 0; k < expected.length; k++) {
            variance += (expected[k] - mean) * (expected[k] - mean) / expected.length;
            largest = Math.max(largest, Math.abs(actual[k] - expected[k]));
        }
        return largest / Math.sqrt(variance);
    }

    /** RK4 with the neural step on the four equations as they stand, the flow floored at 0 after each step. */
    private static double[] rungeKutta(double[][] rates, double dt, int every, double x) {
        double h = dt / 1000;
        double[] y = {x, 1, 1, 1};
        double[] out = new double[rates.length / every];
        for (int n = 0; n < rates.length; n++) {
            double z = rates[n][0];
            double[] a = derivative(y, y, 0, z);
            double[] b = derivative(y, a, h / 2, z);
            double[] c = derivative(y, b, h / 2, z);
            double[] d = derivative(y, c, h, z);
            for (int i = 0; i < 4; i++) {
                y[i] += h / 6 * (a[i] + 2 * b[i] + 2 * c[i] + d[i]);
            }
            y[1] = Math.max(0, y[1]);
            if ((n + 1) % every == 0) {
                out[(n + 1) / every - 1] =
                        P.v0() * (P.k1() * (1 - y[3]) + P.k2() * (1 - y[3] / y[2]) + P.k3() * (1 - y[2]));
            }
        }
        return out;
    }

    private static double[] derivative(double[] y, double[] slope, double h, double z) {
        double x = y[0] + h * slope[0];
        double f = Math.max(0, y[1] + h * slope[1]);
        double v = y[2] + h * slope[2];
        double q = y[3] + h * slope[3];
        double out = Math.pow(v, 1 / P.alpha());
        return new double[] {
            z - P.kappa() * x - P.gamma() * (f - 1),
            x,
            (f - out) / P.tau(),
            (f * (1 - Math.pow(1 - P.rho(), 1 / f)) / P.rho() - out / v * q) / P.tau()
        };
    }
}
