package dev.gyrus.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The engine against plain loops written down from the equations. */
class NaiveLoopTest {
    private static final double DT = 0.1;
    private static final int STEPS = 250;

    /** Two models, 5 and 3 nodes, connections within and between them, delays from 0 to 60 steps. */
    @Test
    void populationsOfDifferentModelsAndSizesAreTheDoubleLoop() {
        Node fast = Node.named("fast")
                .mass(Mass.named("f")
                        .state("x", "1", Initial.constant(0.3))
                        .parameter("tau", 2, "ms", "time constant")
                        .input("in", "1", "excitation")
                        .equations("dx/dt = (-x + tanh(in))/tau")
                        .build())
                .sync(Sync.additive("x", "in"))
                .build()
                .with("tau", new double[] {1, 2, 3, 4, 5});
        Node slow = Node.named("slow")
                .mass(Mass.named("s")
                        .state("v", "mV", Initial.constant(0))
                        .hold("r", "Hz", Initial.constant(100))
                        .input("in", "1", "excitation")
                        .equations("hold r = 0.1[kHz]*v/(1[mV] + v^2/1[mV])\ndv/dt = (-v + in*2[mV])/7[ms]")
                        .build())
                .build();
        SplittableRandom random = new SplittableRandom(8);
        double[][] within = matrix(random, 5, 1);
        double[][] lengths = matrix(random, 5, 120);
        double[][] forth = matrix(random, 3, 0.5);
        double[][] forthDelays = matrix(random, 3, 5, 6);
        double[][] backWeights = {{1, 0, 2}, {0, 0, 0}, {0.5, 0.25, 1}, {0, 3, 0}, {1, 1, 1}};
        double[][] backDelays = matrix(random, 5, 3, 2);
        double[][] forthWeights = new double[][] {forth[0], forth[1], forth[2]};
        for (int i = 0; i < 3; i++) {
            forthWeights[i] = random.doubles(5, 0, 1).toArray();
        }
        Network network = new Network(
                List.of(
                        new Population("fast", fast, List.of("a", "b", "c", "d", "e")),
                        new Population("slow", slow, List.of("0", "1", "2"))),
                List.of(
                        new Projection("fast", "fast", within, scaled(lengths, 1 / 20.0), fast.syncs()),
                        new Projection("fast", "slow", forthWeights, forthDelays, List.of(Sync.additive("x", "in"))),
                        new Projection(
                                "slow",
                                "fast",
                                backWeights,
                                backDelays,
                                List.of(
                                        new Sync(
                                                "r",
                                                "in",
                                                new Coupling("khz", List.of("source"), "sum*4[ms]"),
                                                "w^2",
                                                ""),
                                        Sync.of("r", "in", new Coupling("gap", List.of("source^2"), "sum*9[ms^2]"))))));
        Recording recording = Simulation.of(network)
                .dt(DT)
                .duration(STEPS * DT)
                .initial("fast.x", 0.1, 0.2, 0.3, 0.4, 0.5)
                .drive(Drive.at("slow", "in", t -> t < 10 ? 0.5 : 0, List.of(0, 2)))
                .observe(Recorder.every(DT, "x", "slow.v", "r"))
                .run();
        double[][] x = new double[STEPS + 1][5];
        double[][] v = new double[STEPS + 1][3];
        double[][] r = new double[STEPS + 1][3];
        x[0] = new double[] {0.1, 0.2, 0.3, 0.4, 0.5};
        Arrays.fill(r[0], 0.1);
        for (int k = 0; k < STEPS; k++) {
            for (int i = 0; i < 5; i++) {
                double in = 0;
                for (int j = 0; j < 5; j++) {
                    in += within[i][j] * x[past(k, lengths[i][j] / 20)][j];
                }
                for (int j = 0; j < 3; j++) {
                    double source = r[past(k, backDelays[i][j])][j];
                    in += backWeights[i][j] * backWeights[i][j] * source * 4;
                    in += backWeights[i][j] * source * source * 9;
                }
                x[k + 1][i] = x[k][i] + DT * (-x[k][i] + Math.tanh(in)) / (i + 1);
            }
            for (int i = 0; i < 3; i++) {
                double in = i != 1 && k * DT < 10 - 1e-9 ? 0.5 : 0;
                for (int j = 0; j < 5; j++) {
                    in += forthWeights[i][j] * x[past(k, forthDelays[i][j])][j];
                }
                v[k + 1][i] = v[k][i] + DT * (-v[k][i] + 2 * in) / 7;
                r[k + 1][i] = 0.1 * v[k][i] / (1 + v[k][i] * v[k][i]);
            }
        }
        assertSame(recording.get("x"), x, 1);
        assertSame(recording.get("slow.v"), v, 1);
        assertSame(recording.get("r"), r, 1000);
        assertThat(recording.get("x").labels()).startsWith("fast/a");
    }

    /** Kuramoto's phases with a drive on the frequencies of some, without delays: dθ_i/dt = ω_i + u_i(t) + Σ w sin(θ_j − θ_i). */
    @ParameterizedTest
    @CsvSource({"euler, false", "heun, false", "rk4, false", "heun, true", "rk4, true"})
    void schemesWithoutDelaysAreTheirTableaus(String name, boolean frozen) {
        int n = 6;
        SplittableRandom random = new SplittableRandom(2);
        double[][] w = matrix(random, n, 0.4);
        double[] omega = random.doubles(n, 0.1, 1).toArray();
        double[] start = random.doubles(n, 0, 6).toArray();
        Node node = Node.named("kuramoto")
                .mass(Mass.named("m")
                        .state("theta", "1", Initial.constant(0))
                        .output("s", "1")
                        .parameter("omega", 1, "1/ms", "frequency")
                        .input("pull", "1", "coupling")
                        .input("mean", "1", "sum of the sines")
                        .equations("output s = sin(theta)\ndtheta/dt = omega + 1[1/ms]*(pull + 0.2*mean)")
                        .build())
                .sync(Sync.of("theta", "pull", Coupling.sine()))
                .sync(Sync.additive("s", "mean"))
                .build()
                .with("omega", omega);
        Integrator scheme = Integrator.named(name);
        Series series = Simulation.of(Network.of(node, Connectome.of(w), 0))
                .dt(DT)
                .duration(STEPS * DT)
                .integrator(scheme)
                .frozenCoupling(frozen)
                .initial("theta", start)
                .drive(Drive.at("", "omega", t -> 0.3 * t * t / 100, List.of(1, 4)))
                .observe(Recorder.every(DT, "theta"))
                .run()
                .get("theta");
        double[][] theta = new double[STEPS + 1][];
        theta[0] = start;
        for (int k = 0; k < STEPS; k++) {
            double[][] slopes = new double[scheme.stageCount()][];
            double[] next = theta[k].clone();
            for (int s = 0; s < slopes.length; s++) {
                double[] at = theta[k].clone();
                for (int q = 0; q < scheme.stages()[s].length; q++) {
                    for (int i = 0; i < n; i++) {
                        at[i] += DT * scheme.stages()[s][q] * slopes[q][i];
                    }
                }
                double t = (k + scheme.nodes()[s]) * DT;
                slopes[s] = new double[n];
                for (int i = 0; i < n; i++) {
                    slopes[s][i] = omega[i] + (i == 1 || i == 4 ? 0.3 * t * t / 100 : 0);
                    for (int j = 0; j < n; j++) {
                        double other = frozen ? theta[k][j] : at[j];
                        slopes[s][i] += w[i][j] * (Math.sin(other - at[i]) + 0.2 * Math.sin(other));
                    }
                    next[i] += DT * scheme.weights()[s] * slopes[s][i];
                }
            }
            theta[k + 1] = next;
        }
        assertSame(series, theta, 1);
    }

    /** States stay within their bounds, and what reads the time reads that of its sample. */
    @Test
    void boundsAndTimeBelongToTheSample() {
        Node node = Node.named("ramp")
                .mass(Mass.named("m")
                        .state("x", "1", Initial.constant(0))
                        .bounded(-1, 0.5)
                        .state("unused", "1", Initial.constant(3))
                        .output("clock", "ms")
                        .output("twice", "1")
                        .equations("dx/dt = 0.2[1/ms]\ndunused/dt = 0[1/ms]\noutput clock = t\noutput twice = 2*x")
                        .build())
                .build();
        for (Integrator scheme : Integrator.all()) {
            Recording recording = Simulation.of(Network.of(node))
                    .dt(DT)
                    .duration(4)
                    .integrator(scheme)
                    .observe(Recorder.every(1, "x", "clock", "twice", "unused"))
                    .run();
            assertThat(recording.get("x").column(0)).containsExactly(new double[] {0.2, 0.4, 0.5, 0.5}, within(1e-12));
            assertThat(recording.get("twice").column(0)).containsExactly(new double[] {0.4, 0.8, 1, 1}, within(1e-12));
            assertThat(recording.get("clock").column(0)).containsExactly(new double[] {1, 2, 3, 4}, within(1e-12));
            assertThat(recording.get("unused").column(0)).containsOnly(3);
        }
    }

    private static int past(int k, double delay) {
        return Math.max(0, k - (int) Math.rint(delay / DT));
    }

    private static double[][] matrix(SplittableRandom random, int n, double most) {
        return matrix(random, n, n, most);
    }

    private static double[][] matrix(SplittableRandom random, int rows, int columns, double most) {
        double[][] out = new double[rows][];
        for (int i = 0; i < rows; i++) {
            out[i] = random.doubles(columns, 0, most).toArray();
        }
        return out;
    }

    private static double[][] scaled(double[][] matrix, double factor) {
        return Arrays.stream(matrix)
                .map(row -> Arrays.stream(row).map(x -> x * factor).toArray())
                .toArray(double[][]::new);
    }

    private static void assertSame(Series series, double[][] expected, double scale) {
        for (int k = 0; k < STEPS; k++) {
            for (int i = 0; i < series.columns(); i++) {
                assertThat(series.values()[k][i])
                        .as("%s: sample %d of node %d", series.name(), k + 1, i)
                        .isCloseTo(expected[k + 1][i] * scale, within(1e-11 * scale));
            }
        }
    }
}
