package dev.gyrus.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VectorFieldTest {
    /** FitzHugh–Nagumo with a membrane potential in mV and a recovery rate in Hz. */
    private static final Node OSCILLATOR = Node.named("oscillator")
            .mass(Mass.named("m")
                    .state("v", "mV", Initial.constant(-60))
                    .state("w", "1", Initial.constant(0.5))
                    .parameter("scale", 20, "mV", "potential of one")
                    .parameter("tau", 2, "ms", "time constant")
                    .parameter("rate", 50, "Hz", "of recovery")
                    .parameter("sigma", 3, "mV/sqrt(ms)", "noise")
                    .input("drive", "pA", "current")
                    .parameter("resistance", 0.1, "GOhm", "of the membrane")
                    .equations("""
                            u = v/scale
                            dv/dt = (scale*(u - u^3/3 - w) + resistance*drive)/tau + sigma*xi
                            dw/dt = rate*(u + 0.7 - 0.8*w)
                            """)
                    .build())
            .defaultOutput("v")
            .build();

    @Test
    void valuesAreThoseOfTheEquationsInDeclaredUnits() {
        VectorField field = VectorField.of(OSCILLATOR);
        assertThat(field.states()).containsExactly("m.v", "m.w");
        assertThat(field.start()).containsExactly(-60, 0.5);
        double[] rate = new double[2];
        field.derivative(new double[] {30, 0.25}, rate);
        double u = 1.5;
        double[] expected = {20 * (u - u * u * u / 3 - 0.25) / 2, 0.05 * (u + 0.7 - 0.8 * 0.25)};
        assertThat(rate).containsExactly(expected, within(1e-13));

        field.withInput("drive", 8).derivative(new double[] {30, 0.25}, rate);
        assertThat(rate[0]).isCloseTo(expected[0] + 0.1 * 8 / 2, within(1e-13));
        field.withInput("m.drive", 8).withInput("m.drive", 0).derivative(new double[] {30, 0.25}, rate);
        assertThat(rate).containsExactly(expected, within(1e-13));
    }

    @Test
    void theJacobianIsThatOfTheEquations() {
        double[][] jacobian = VectorField.of(OSCILLATOR).jacobian(new double[] {30, 0.25});
        assertThat(jacobian[0]).containsExactly(new double[] {(1 - 1.5 * 1.5) / 2, -10}, within(1e-13));
        assertThat(jacobian[1]).containsExactly(new double[] {0.05 / 20, -0.8 * 0.05}, within(1e-15));
    }

    /** Rates are holds that read each other through the coupling, as those of a cascade of tables do. */
    private static final Node CASCADE = Node.named("cascade")
            .mass(Mass.named("exc")
                    .state("m", "mV", Initial.constant(1))
                    .hold("r", "Hz", Initial.constant(3))
                    .output("q", "Hz")
                    .parameter("tau", 5, "ms", "time constant")
                    .parameter("gain", 2, "mV*ms", "of a rate")
                    .input("in", "Hz", "rate of others")
                    .input("inh", "Hz", "rate of inhibition")
                    .table(table())
                    .equations("""
                            z = 1 + in*1[ms]
                            hold r = table.rate(m/z, in) + 0.01[kHz]*sigmoid(m/10[mV])
                            output q = r + 0.001[kHz]*tanh(m/5[mV])
                            dm/dt = (-m + gain*in - 2*gain*inh*z + gain*r)/tau
                            """)
                    .build())
            .mass(Mass.named("inh")
                    .state("s", "1", Initial.constant(0.2))
                    .input("exc", "Hz", "rate")
                    .output("f", "kHz")
                    .equations("ds/dt = -s/10[ms] + (1 - s)*exc\noutput f = 0.02[kHz]*s^2")
                    .build())
            .local(Local.of("inh.f", "exc.inh", "2"))
            .local(new Local("exc.q", "inh.exc", "0.7", "0"))
            .sync(Sync.of("exc.q", "exc.in", Coupling.diffusive()).weighted("w^2"))
            .sync(new Sync(
                    "exc.r", "inh.exc", new Coupling("squares", List.of("source^2"), "sum*100[ms]"), "w", "inh.s"))
            .defaultOutput("r")
            .build();

    private static Table table() {
        double[] values = new double[12 * 9];
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 9; j++) {
                values[i * 9 + j] = 0.01 / (1 + Math.exp(-i / 3.0 + 0.2 * j)) + 0.001 * random.nextDouble();
            }
        }
        return new Table(
                "table",
                new Table.Axis("m", "mV", -20, 4, 12),
                new Table.Axis("in", "kHz", -0.02, 0.005, 9),
                List.of(new Table.Quantity("rate", "kHz", values)));
    }

    @Test
    void theJacobianOfANetworkIsThatOfFiniteDifferences() {
        double[][] weights = {{0, 0.4, 0.3}, {0.5, 0, 0.1}, {0.2, 0.6, 0}};
        double[][] lengths = {{0, 0, 30}, {0.5, 0, 200}, {12, 1, 0}};
        Network network = Network.of(CASCADE, Connectome.of(weights, lengths), 2);
        VectorField field = VectorField.of(network).withInput("gain", 0.5);
        assertThat(field.states()).containsExactly("0/exc.m", "1/exc.m", "2/exc.m", "0/inh.s", "1/inh.s", "2/inh.s");
        double[] x = {3.1, -2.2, 7.9, 0.31, 0.52, 0.17};
        double[][] jacobian = field.jacobian(x);
        double h = 1e-5;
        double[] up = new double[x.length];
        double[] down = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            field.derivative(moved(x, j, h), up);
            field.derivative(moved(x, j, -h), down);
            for (int i = 0; i < x.length; i++) {
                assertThat(jacobian[i][j])
                        .as("d%s by %s", field.states().get(i), field.states().get(j))
                        .isCloseTo((up[i] - down[i]) / (2 * h), within(1e-8));
            }
        }
        assertThat(Arrays.stream(jacobian).flatMapToDouble(Arrays::stream).filter(entry -> entry != 0))
                .as("entries that are not zero")
                .hasSizeGreaterThan(20);
    }

    /** A run with the smallest of delays and settled holds moves along the field. */
    @Test
    void aRunMovesAlongTheField() {
        Node node = Node.named("pair")
                .mass(Mass.named("m")
                        .state("x", "1", Initial.constant(0))
                        .input("c", "1", "others")
                        .equations("dx/dt = (sin(c) - x)/3[ms]")
                        .build())
                .sync(Sync.of("x", "c", Coupling.sine()))
                .build();
        Network network = Network.of(node, Connectome.of(new double[][] {{0, 2}, {0.5, 0}}), 0);
        double[] start = {0.3, 1.4};
        double[] rate = new double[2];
        VectorField.of(network).derivative(start, rate);
        double dt = 0x1p-10;
        Recording recording = Simulation.of(network)
                .dt(dt)
                .duration(dt)
                .initial("x", start)
                .observe(Recorder.every(dt, "x"))
                .run();
        for (int i = 0; i < 2; i++) {
            double slope = (recording.get("x").values()[0][i] - start[i]) / dt;
            assertThat(slope).isCloseTo(rate[i], within(1e-12));
        }
        assertThat(rate[0]).isCloseTo((Math.sin(2 * Math.sin(1.1)) - 0.3) / 3, within(1e-13));
    }

    /** A coupling that can't be separated into functions of the two ends; delays change nothing. */
    @Test
    void couplingsOfPairsAreThoseOfTheEquations() {
        Node node = Node.named("pair")
                .mass(Mass.named("m")
                        .state("x", "1", Initial.constant(0))
                        .input("c", "1", "others")
                        .equations("dx/dt = (c - x)/3[ms]")
                        .build())
                .sync(Sync.of("x", "c", Coupling.of("tanh(source*target)", "sum")))
                .build();
        double[][] lengths = {{0, 40}, {3, 0}};
        VectorField field =
                VectorField.of(Network.of(node, Connectome.of(new double[][] {{0, 2}, {0.5, 0}}, lengths), 1));
        double[] x = {0.3, 1.4};
        double[] rate = new double[2];
        field.derivative(x, rate);
        double tanh = Math.tanh(0.42);
        assertThat(rate).containsExactly(new double[] {(2 * tanh - 0.3) / 3, (0.5 * tanh - 1.4) / 3}, within(1e-14));
        double slope = 1 - tanh * tanh;
        double[][] jacobian = field.jacobian(x);
        assertThat(jacobian[0])
                .containsExactly(new double[] {(2 * 1.4 * slope - 1) / 3, 2 * 0.3 * slope / 3}, within(1e-9));
        assertThat(jacobian[1])
                .containsExactly(new double[] {0.5 * 1.4 * slope / 3, (0.5 * 0.3 * slope - 1) / 3}, within(1e-9));
    }

    /** Parameters of equations, of what is sent, and of the wiring, whose change costs a plan. */
    @Test
    void freeParametersMoveAndHaveDerivatives() {
        Node node = Node.named("pair")
                .mass(Mass.named("m")
                        .state("x", "mV", Initial.constant(0))
                        .hold("r", "Hz", Initial.constant(0))
                        .output("q", "1")
                        .parameter("tau", 3, "ms", "time constant")
                        .parameter("gain", 2, "1/mV", "of what is sent")
                        .parameter("top", 50, "Hz", "largest rate")
                        .input("c", "1", "others")
                        .input("own", "kHz", "own rate")
                        .equations("""
                                hold r = top*sigmoid(x/2[mV] + c)
                                output q = tanh(gain*x)
                                dx/dt = (4[mV]*c + 20[mV*ms]*own - x)/tau
                                """)
                        .build())
                .parameter("w", 0.8, "1", "weight")
                .local(new Local("m.r", "m.own", "w", "0"))
                .sync(Sync.of("q", "c", Coupling.additive()))
                .build();
        Network network = Network.of(node, Connectome.of(new double[][] {{0, 2}, {0.5, 0}}), 0);
        String[] paths = {"tau", "gain", "top", "w"};
        double[] values = {4.5, 0.3, 80, 1.7};
        VectorField field = VectorField.of(network).free(paths);
        Network changed = network;
        for (int k = 0; k < paths.length; k++) {
            field.move(k, values[k]);
            changed = changed.with(paths[k], values[k]);
        }
        double[] x = {0.7, -1.9};
        double[] rate = new double[2];
        double[] expected = new double[2];
        field.derivative(x, rate);
        VectorField.of(changed).derivative(x, expected);
        assertThat(rate).containsExactly(expected, within(1e-14));
        double[] above = new double[2];
        double[] below = new double[2];
        for (int k = 0; k < paths.length; k++) {
            double h = 1e-5 * values[k];
            VectorField.of(changed.with(paths[k], values[k] + h)).derivative(x, above);
            VectorField.of(changed.with(paths[k], values[k] - h)).derivative(x, below);
            field.sensitivity(x, k, rate);
            for (int i = 0; i < 2; i++) {
                assertThat(rate[i]).as(paths[k]).isCloseTo((above[i] - below[i]) / (2 * h), within(1e-8));
            }
        }
        assertThatThrownBy(() -> VectorField.of(network).free("tau", "m.tau"))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("free once");
        assertThatThrownBy(() -> VectorField.of(network).free("gian"))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("did you mean 'gain'?");
    }

    @Test
    void wrongNamesAndShapesAreRefused() {
        VectorField field = VectorField.of(OSCILLATOR);
        assertThatThrownBy(() -> field.withInput("driv", 1))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("did you mean 'drive'?");
        assertThatThrownBy(() -> field.jacobian(new double[3]))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("2 numbers");
        assertThatThrownBy(() -> field.derivative(new double[2], new double[1]))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("out");
    }

    private static double[] moved(double[] x, int at, double by) {
        double[] out = x.clone();
        out[at] += by;
        return out;
    }
}
