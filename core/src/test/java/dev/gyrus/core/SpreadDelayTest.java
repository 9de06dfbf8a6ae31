package dev.gyrus.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Delays with a spread against the integral over their distribution. */
class SpreadDelayTest {
    private static final double[] RATES = {0.05, 0.2};

    /** A source that decays from its start, and a target that shows what arrives. */
    private static final Node SOURCE = Node.named("source")
            .mass(Mass.named("s")
                    .state("x", "mV", Initial.constant(2))
                    .output("q", "1")
                    .parameter("k", 1, "1/ms", "rate")
                    .equations("dx/dt = -k*x\noutput q = (x/1[mV])^2")
                    .build())
            .build()
            .with("k", RATES);

    private static final Node TARGET = Node.named("target")
            .mass(Mass.named("t")
                    .state("z", "1", Initial.constant(0.5))
                    .output("seen", "mV")
                    .input("in", "mV", "source")
                    .input("pull", "1", "of the squares")
                    .hold("got", "mV", Initial.constant(0))
                    .hold("pulled", "1", Initial.constant(0))
                    .equations("output seen = z*1[mV]\ndz/dt = 0\nhold got = in\nhold pulled = pull")
                    .build())
            .build();

    /**
     * ∫ g(τ) x(t − τ) dτ where x(s) = e^(−rate·s), and 1 before s = 0: Simpson's rule up to τ = t, and from there the
     * tail e^(−at) Σ (at)^k/k! of the distribution.
     */
    private static double seen(double t, double rate, double mean, int n) {
        double a = n / mean;
        int intervals = 2000;
        double h = t / intervals;
        double sum = 0;
        for (int m = 0; m <= intervals; m++) {
            double tau = m * h;
            double g = a * Math.exp(-a * tau);
            for (int k = 1; k < n; k++) {
                g *= a * tau / k;
            }
            sum += (m == 0 || m == intervals ? 1 : m % 2 == 1 ? 4 : 2) * g * Math.exp(-rate * (t - tau));
        }
        double tail = 0;
        double term = Math.exp(-a * t);
        for (int k = 0; k < n; k++) {
            tail += term;
            term *= a * t / (k + 1);
        }
        return sum * h / 3 + tail;
    }

    private static Recording run(Connection... connections) {
        NetworkBuilder builder = Network.builder().group("s", SOURCE, 2).group("t", TARGET, 2);
        for (Connection connection : connections) {
            builder.connect(connection);
        }
        return Simulation.of(builder.build())
                .dt(0.01)
                .integrator(Integrator.named("rk4"))
                .duration(30.01)
                .observe(Recorder.every(0.01, "got", "pulled", "x"))
                .run();
    }

    @Test
    void oneSpreadIsTheGammaDistribution() {
        Recording recording = run(Connection.of("s", "t")
                .output("x")
                .input("in")
                .weights(new double[][] {{1, 0}, {0.5, 2}})
                .delay(8)
                .spread(4));
        assertThat(recording.get("x").columns()).isEqualTo(2);
        for (int k = 100; k <= 3000; k += 290) {
            double t = k * 0.01;
            double first = 2 * seen(t, RATES[0], 8, 4);
            double second = 2 * seen(t, RATES[1], 8, 4);
            double[] got = recording.get("got").values()[k];
            assertThat(got[0]).as("t = %s", t).isCloseTo(first, within(1e-9));
            assertThat(got[1]).as("t = %s", t).isCloseTo(0.5 * first + 2 * second, within(1e-9));
        }
    }

    /** Means of 3 to 9 ms, orders of 1 to 9, a sharp one among them, through a coupling with the target, of an output. */
    @Test
    void spreadsOfEachConnectionAreTheirDistributions() {
        double[][] delays = {{3, 9}, {6, 5}};
        double[][] spreads = {{3, 3}, {3, 0}};
        int[][] orders = {{1, 9}, {4, 0}};
        double[][] weights = {{1, 0.5}, {0.25, 2}};
        Recording recording = run(Connection.of("s", "t")
                .output("q")
                .input("pull")
                .partner("z")
                .coupling(Coupling.of("source", "(sum - weight_sum*target)/count"))
                .weights(weights)
                .delays(delays)
                .spreads(spreads));
        for (int k = 700; k <= 3000; k += 290) {
            double t = k * 0.01;
            for (int i = 0; i < 2; i++) {
                double expected = 0;
                for (int j = 0; j < 2; j++) {
                    double past = 4
                            * (orders[i][j] == 0
                                    ? Math.exp(-2 * RATES[j] * (t - delays[i][j]))
                                    : seen(t, 2 * RATES[j], delays[i][j], orders[i][j]));
                    expected += weights[i][j] * (past - 0.5) / 2;
                }
                assertThat(recording.get("pulled").values()[k][i]).isCloseTo(expected, within(1e-8));
            }
        }
    }

    @Test
    void spreadsMustFit() {
        Connection connection = Connection.of("s", "t").output("x").input("in");
        assertThatThrownBy(() -> run(connection.delay(0).spread(1)))
                .isInstanceOf(GyrusException.class)
                .hasMessageContainingAll("connections[0].delay", "above 0");
        assertThatThrownBy(() -> run(connection.delay(5).spread(-1))).hasMessageContaining("connections[0].spread");
        assertThatThrownBy(() -> run(connection.delay(5).spread(0.01)))
                .hasMessageContainingAll("connections[0].spread", "at least");
        assertThatThrownBy(() -> run(connection.delay(0.3).spread(5)))
                .hasMessageContainingAll("connections[0].spread", "at most the delay, 0.3 ms", "5.0 ms");
        Connection mixed = connection.delay(5).spreads(new double[][] {{1, 0}, {1, 1}});
        assertThat(run(mixed).get("got").values()).isNotEmpty();
        assertThatThrownBy(() -> run(mixed.coupling(Coupling.sigmoidal(-1, 1, 0, 1, 2))))
                .hasMessageContainingAll("connections[0].spread", "sigmoidal");
    }
}
