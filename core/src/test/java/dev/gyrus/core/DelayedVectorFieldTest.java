package dev.gyrus.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DelayedVectorFieldTest {
    /** A mass that hears itself late, and a hold that hears itself and others late. */
    private static final Node NODE = Node.named("late")
            .mass(Mass.named("m")
                    .state("x", "mV", Initial.constant(2))
                    .hold("r", "Hz", Initial.constant(5))
                    .output("q", "1")
                    .parameter("tau", 5, "ms", "time constant")
                    .parameter("gain", 2, "mV*ms", "of a rate")
                    .input("own", "Hz", "own rate")
                    .input("others", "1", "of other nodes")
                    .equations("""
                            hold r = 0.02[kHz]*sigmoid(x/3[mV] - own*20[ms] + 0.3*others)
                            output q = tanh(gain*x/8[mV^2*ms])
                            dx/dt = (-x + gain*own + 1.5[mV]*others)/tau
                            """)
                    .build())
            .parameter("d", 2, "ms", "delay")
            .local(Local.of("m.r", "m.own", "d"))
            .sync(Sync.of("m.q", "m.others", Coupling.additive()))
            .defaultOutput("x")
            .build();

    private static final Network PAIR =
            Network.of(NODE, Connectome.of(new double[][] {{0, 0.7}, {0.4, 0}}, new double[][] {{0, 30}, {60, 0}}), 10);

    @Test
    void valuesAreThoseOfTheEquations() {
        DelayedVectorField field = DelayedVectorField.of(PAIR, "gain");
        assertThat(field.states()).containsExactly("0/m.x", "1/m.x", "0/m.r", "1/m.r");
        assertThat(field.delays()).containsExactly(new double[] {1.98, 2.98, 5.98}, within(1e-12));
        field.move(0, 3);
        double[][] past = {{1.5, -2, 4, 9}, {0.7, 2.2, 6, 3}, {-1, 3, 1, 2}, {4, -5, 8, 7}};
        double[] out = new double[4];
        field.derivative(past, out);
        double others = 0.7 * Math.tanh(3 * 3 / 8.0);
        double own = 0.006;
        assertThat(out[0]).isCloseTo((-1.5 + 3 * own + 1.5 * others) / 5, within(1e-13));
        double next = 20 / (1 + Math.exp(-(1.5 / 3 - own * 20 + 0.3 * others)));
        assertThat(out[2]).isCloseTo((next - 4) / DelayedVectorField.LAG, within(1e-9));
        others = 0.4 * Math.tanh(3 * 4 / 8.0);
        assertThat(out[1]).isCloseTo((2 + 3 * 0.003 + 1.5 * others) / 5, within(1e-13));
    }

    @Test
    void derivativesAreThoseOfDifferences() {
        DelayedVectorField field = DelayedVectorField.of(PAIR);
        double[][] past = {{1.5, -2, 4, 9}, {0.7, 2.2, 6, 3}, {-1, 3, 1, 2}, {4, -5, 8, 7}};
        double[][] jacobian = new double[4][4];
        double[] above = new double[4];
        double[] below = new double[4];
        for (int k = 0; k < past.length; k++) {
            field.jacobian(past, k, jacobian);
            for (int j = 0; j < 4; j++) {
                double value = past[k][j];
                past[k][j] = value + 1e-5;
                field.derivative(past, above);
                past[k][j] = value - 1e-5;
                field.derivative(past, below);
                past[k][j] = value;
                for (int i = 0; i < 4; i++) {
                    assertThat(jacobian[i][j])
                            .as("d%d by %d, %d", i, j, k)
                            .isCloseTo((above[i] - below[i]) / 2e-5, within(1e-6));
                }
            }
        }
    }

    /** Where nothing changes, delays do not matter. */
    @Test
    void aStateThatRestsWithoutDelaysRestsWithThem() {
        VectorField without = VectorField.of(PAIR);
        double[] x = {1, 1};
        double[] rate = new double[2];
        for (int k = 0; k < 5000; k++) {
            without.derivative(x, rate);
            x[0] += rate[0];
            x[1] += rate[1];
        }
        DelayedVectorField field = DelayedVectorField.of(PAIR);
        double[] y = {x[0], x[1], 0, 0};
        double[] out = new double[4];
        for (int k = 0; k < 200; k++) {
            field.derivative(new double[][] {y, y, y, y}, out);
            y[2] += DelayedVectorField.LAG * out[2];
            y[3] += DelayedVectorField.LAG * out[3];
        }
        assertThat(out).containsExactly(new double[4], within(1e-9));
    }

    @Test
    void parametersOfTheWiringDoNotMove() {
        assertThatThrownBy(() -> DelayedVectorField.of(PAIR, "d"))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("wiring");
    }
}
