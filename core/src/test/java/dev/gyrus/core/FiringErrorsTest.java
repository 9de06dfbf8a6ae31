package dev.gyrus.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiringErrorsTest {

    private static Node node(Firing firing) {
        return Node.named("n")
                .mass(Mass.named("lif")
                        .state("V", "mV", Initial.constant(-60))
                        .state("g_e", "nS", Initial.constant(0))
                        .parameter("tau_ref", 2, "ms", "refractory period")
                        .parameter("V_th", -50, "mV", "threshold")
                        .equations("dV/dt = (-60[mV] - V)/20[ms]\ndg_e/dt = -g_e/5[ms]")
                        .firing(firing)
                        .build())
                .build();
    }

    private static final Firing GOOD = Firing.when("V > V_th").reset("V = -60").refractory("tau_ref", "V");

    private static List<String> problems(Simulation simulation) {
        try {
            simulation.start().close();
        } catch (GyrusException e) {
            assertThat(e.kind()).isEqualTo(GyrusException.Kind.INPUT);
            return e.problems().stream().map(Problem::toString).toList();
        }
        return List.of();
    }

    private static List<String> firing(Firing firing) {
        return problems(Simulation.of(Network.of(node(firing))));
    }

    private static List<String> synapses(UnaryOperator<NetworkBuilder> connections) {
        NetworkBuilder builder = Network.builder().group("a", node(GOOD), 3).group("b", node(GOOD), 2);
        return problems(Simulation.of(connections.apply(builder).build()));
    }

    private static Wiring wiring(double weight, double delay) {
        return TestWiring.random(1, 3, 2, 1, weight, delay);
    }

    @Test
    void whatIsFineHasNoProblems() {
        assertThat(firing(GOOD)).isEmpty();
        assertThat(firing(Firing.when("V > V_th and not (uniform < 0.5*dt/1[ms])")))
                .isEmpty();
        assertThat(firing(GOOD.reset("V = -60 # back\n\n  lif.g_e += 2*lif.V_th*1[nS/mV]")))
                .isEmpty();
        assertThat(synapses(b -> b.connect(new Synapses("a", "b", wiring(0.1, 1), "g_e += w"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "V             | lif.threshold | condition",
                "V > V_thr     | lif.threshold | did you mean 'V_th'",
                "V > g_e       | lif.threshold | one unit",
                "''            | lif.threshold | a condition",
                "V > xi        | lif.threshold | 'xi'",
                "V > (V_th     | lif.threshold | expected",
            })
    void aThresholdIsACondition(String threshold, String key, String text) {
        assertThat(firing(new Firing(threshold, "", "", List.of())))
                .singleElement()
                .asString()
                .contains(key)
                .contains(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v = -60         | did you mean 'V'",
                "V_th = -60      | 'V_th'",
                "V == 3          | expected",
                "reset V         | x += …",
                "V = w           | 'w'",
                "V = tau_ref     | in mV",
                "V += g_e        | one unit",
            })
    void aResetIsAStatementOnAState(String reset, String text) {
        assertThat(firing(GOOD.reset(reset)))
                .singleElement()
                .asString()
                .contains("lif.reset")
                .contains(text);
    }

    @Test
    void refractorinessIsADurationAndFreezesStates() {
        assertThat(firing(GOOD.refractory("tau_re", "W")))
                .anyMatch(p -> p.contains("lif.refractory") && p.contains("'tau_ref'"))
                .anyMatch(p -> p.contains("lif.frozen") && p.contains("'W'"))
                .hasSize(2);
        assertThat(firing(GOOD.refractory("-1"))).singleElement().asString().contains("not negative");
        assertThat(firing(GOOD.refractory("V_th"))).singleElement().asString().contains("ms");
        assertThat(firing(GOOD.refractory("V*1[ms/mV]")))
                .singleElement()
                .asString()
                .contains("parameters");
    }

    @Test
    void synapsesNameWhatIsThereAllAtOnce() {
        assertThat(synapses(b -> b.connect(new Synapses("aa", "b", wiring(1, 1), "g_e += w"))
                        .connect(new Synapses("a", "b", wiring(1, 1), "ge += w"))
                        .connect(new Synapses("b", "a", wiring(1, 1), "g_e += w"))
                        .connect(new Synapses("a", "b", wiring(1, 1), "g_e += w*v"))
                        .connect(new Synapses("a", "b", wiring(1, 1), "g_e += w*V*1[1]"))
                        .connect(new Synapses("a", "b", wiring(1, 1), ""))))
                .anyMatch(p -> p.contains("synapses[0].source") && p.contains("did you mean 'a'"))
                .anyMatch(p -> p.contains("synapses[1].arrival") && p.contains("did you mean 'g_e'"))
                .anyMatch(p -> p.contains("synapses[2].wiring") && p.contains("from 2 to 3"))
                .anyMatch(p -> p.contains("synapses[3].arrival") && p.contains("did you mean 'V'"))
                .anyMatch(p -> p.contains("synapses[5].arrival"))
                .hasSize(5);
    }

    @Test
    void sourcesMustFire() {
        Node silent = Node.named("s")
                .mass(Mass.named("m")
                        .state("x", "1", Initial.constant(0))
                        .equations("dx/dt = -x/1[ms]")
                        .build())
                .build();
        Network network = Network.builder()
                .group("s", silent, 3)
                .group("b", node(GOOD), 2)
                .connect(new Synapses("s", "b", wiring(1, 1), "g_e += w"))
                .build();
        assertThat(problems(Simulation.of(network)))
                .singleElement()
                .asString()
                .contains("synapses[0].source")
                .contains("fires");
    }

    @ParameterizedTest
    @CsvSource({"1,-1,delay", "1,0.05,delay", "1,NaN,delay", "NaN,1,weight", "Infinity,1,weight"})
    void weightsAreFiniteAndDelaysAtLeastAStep(double weight, double delay, String key) {
        assertThat(synapses(b -> b.connect(new Synapses("a", "b", wiring(weight, delay), "g_e += w"))))
                .singleElement()
                .asString()
                .contains("synapses[0]." + key);
    }

    @Test
    void rowsMustFitTheirTargets() {
        double[][] one = {{1}, {1}, {1}};
        for (int[] row : new int[][] {{0, 2}, {1, 0}, {-1}}) {
            Wiring wrong = new TestWiring(2, new int[][] {{}, row, {}}, one, one);
            assertThat(synapses(b -> b.connect(new Synapses("a", "b", wrong, "g_e += w"))))
                    .singleElement()
                    .asString()
                    .contains("synapses[0].wiring")
                    .contains("of source 1");
        }
        Wiring several = new TestWiring(2, new int[][] {{}, {0, 1}, {}}, new double[][] {{1}, {1, 2, 3}, {1}}, one);
        assertThat(synapses(b -> b.connect(new Synapses("a", "b", several, "g_e += w"))))
                .singleElement()
                .asString()
                .contains("2 of them");
    }

    @Test
    void whatMemoryCannotHoldIsRefusedBeforeItIsMade() {
        Wiring large = new Wiring() {
            @Override
            public int sources() {
                return 3;
            }

            @Override
            public int targets() {
                return 2;
            }

            @Override
            public long size() {
                return 1L << 50;
            }

            @Override
            public int[] targets(int source) {
                return new int[] {0, 1};
            }

            @Override
            public double[] weights(int source) {
                return new double[] {1, 2};
            }

            @Override
            public double[] delays(int source) {
                return new double[] {1};
            }
        };
        assertThat(synapses(b -> b.connect(new Synapses("a", "b", large, "g_e += w"))))
                .singleElement()
                .asString()
                .contains("MB")
                .contains("-Xmx");
    }

    @Test
    void anAdaptiveSchemeCannotFire() {
        assertThat(problems(Simulation.of(Network.of(node(GOOD))).integrator(Integrator.named("dormand-prince"))))
                .singleElement()
                .asString()
                .contains("simulation.integrator")
                .contains("fixed steps");
    }

    @Test
    void observersAreToldWhichPopulationsThereAre() {
        Network network = Network.builder().group("a", node(GOOD), 3).build();
        Simulation simulation = Simulation.of(network).duration(1).observe(new SpikeNotes("b"));
        assertThatThrownBy(simulation::run)
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("expected one of a, given 'b'");
    }
}
