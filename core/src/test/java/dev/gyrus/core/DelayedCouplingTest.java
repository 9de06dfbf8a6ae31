package dev.gyrus.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine against a plain double loop over the whole history. */
class DelayedCouplingTest {
    private static final double DT = 0.1;
    private static final int STEPS = 400;

    private static Node node(Coupling coupling) {
        return Node.named("n")
                .mass(Mass.named("m")
                        .state("x", "1", Initial.constant(0))
                        .parameter("tau", 2, "ms", "time constant")
                        .parameter("w", 0.9, "1/ms", "frequency")
                        .state("y", "1", Initial.constant(0))
                        .input("in", "1", "coupling")
                        .equations("dx/dt = -x/tau + w*y + 0.3*in/tau\ndy/dt = -w*x - y/tau")
                        .build())
                .sync(Sync.of("x", "in", coupling))
                .defaultOutput("x")
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"additive", "diffusive", "multiplicative", "sine"})
    void eulerWithHeterogeneousDelaysIsTheDoubleLoop(String name) {
        int n = 9;
        SplittableRandom random = new SplittableRandom(11);
        double[][] w = new double[n][n];
        double[][] lengths = new double[n][n];
        double[] x0 = new double[n];
        double[] y0 = new double[n];
        for (int i = 0; i < n; i++) {
            x0[i] = random.nextDouble(-1, 1);
            y0[i] = random.nextDouble(-1, 1);
            for (int j = 0; j < n; j++) {
                w[i][j] = i == j || random.nextDouble() < 0.3 ? 0 : random.nextDouble();
                lengths[i][j] = random.nextInt(4) == 0 ? random.nextDouble(0, 4) : random.nextDouble(0, 180);
            }
        }
        Coupling coupling = switch (name) {
            case "additive" -> Coupling.additive();
            case "diffusive" -> Coupling.diffusive();
            case "multiplicative" -> Coupling.multiplicative();
            default -> Coupling.sine();
        };
        double[][] engine = Simulation.of(Network.of(node(coupling), Connectome.of(w, lengths), 20))
                .dt(DT)
                .duration(STEPS * DT)
                .initial("x", x0)
                .initial("y", y0)
                .observe(Recorder.every(DT, "x"))
                .run()
                .get("x")
                .values();
        double[][] x = new double[STEPS + 1][n];
        double[][] y = new double[STEPS + 1][n];
        x[0] = x0;
        y[0] = y0;
        for (int k = 0; k < STEPS; k++) {
            for (int i = 0; i < n; i++) {
                double in = 0;
                for (int j = 0; j < n; j++) {
                    double other = x[Math.max(0, k - (int) Math.rint(lengths[i][j] / 20 / DT))][j];
                    in += w[i][j]
                            * switch (name) {
                                case "additive" -> other;
                                case "diffusive" -> other - x[k][i];
                                case "multiplicative" -> other * x[k][i];
                                default -> Math.sin(other - x[k][i]);
                            };
                }
                x[k + 1][i] = x[k][i] + DT * (-x[k][i] / 2 + 0.9 * y[k][i] + 0.3 * in / 2);
                y[k + 1][i] = y[k][i] + DT * (-0.9 * x[k][i] - y[k][i] / 2);
            }
        }
        for (int k = 0; k < STEPS; k++) {
            for (int i = 0; i < n; i++) {
                assertThat(engine[k][i]).as("sample %d of node %d", k, i).isCloseTo(x[k + 1][i], within(1e-12));
            }
        }
    }
}
