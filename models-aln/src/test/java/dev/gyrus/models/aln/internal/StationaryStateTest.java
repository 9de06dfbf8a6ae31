package dev.gyrus.models.aln.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.models.aln.NeuronParameters;
import dev.gyrus.models.aln.TableGrid;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StationaryStateTest {
    private static final NeuronParameters NEURON = NeuronParameters.published();
    private static final Membrane MEMBRANE = new Membrane(NEURON, TableGrid.published());

    @Test
    void publishedGridHasItsReferenceGeometry() {
        assertThat(MEMBRANE.voltage).hasSize(16001);
        assertThat(MEMBRANE.reset).isEqualTo(13000);
        assertThat(MEMBRANE.voltage[0]).isEqualTo(-200);
        assertThat(MEMBRANE.voltage[16000]).isCloseTo(-40, within(1e-9));
        assertThat(MEMBRANE.step).isEqualTo(-199.99 + 200);
    }

    /**
     * The mean first-passage time from V_r to V_s is (2/σ²)∫_{V_r}^{V_s} e^{φ(y)} ∫_{−∞}^{y} e^{−φ(z)} dz dy with φ' = G,
     * and the density is proportional to e^{−φ(V)} ∫_{max(V, V_r)}^{V_s} e^{φ}: H. Risken, The Fokker–Planck Equation
     * (1989), §5.2. Both are evaluated by quadrature here. The threshold integration takes G constant over 0.01 mV,
     * which costs it a few parts in 10⁴.
     */
    @ParameterizedTest
    @CsvSource({"0, 1.5", "0.5, 1.5", "1, 2.5", "0, 4", "2, 1.5", "3, 3.5", "5, 1", "7, 5"})
    void rateAndMeanVoltageEqualTheQuadratureOfTheExactSolution(double mu, double sigma) {
        StationaryState state = StationaryState.of(MEMBRANE, mu, sigma);
        double[] exact = quadrature(NEURON, mu, sigma);
        assertThat(state.rate / exact[0]).isCloseTo(1, within(5e-4));
        assertThat(state.meanVoltage).isCloseTo(exact[1], within(8e-3));
    }

    @Test
    void meanVoltageFarBelowThresholdIsThatOfTheOrnsteinUhlenbeckProcess() {
        // E_L + τ µ, shifted by half a step: the density is that at the upper end of each step.
        StationaryState state = StationaryState.of(MEMBRANE, -1, 1);
        assertThat(state.meanVoltage).isCloseTo(-85 - 0.005, within(1e-4));
        assertThat(state.rate).isLessThan(1e-20);
    }

    @Test
    void strongDriveApproachesTheNoiselessNeuron() {
        var quick = NEURON.with(Map.of("Tref", 0.0));
        var membrane = new Membrane(quick, TableGrid.published());
        double mu = 7;
        double time = integral(v -> 1 / (mu + (-65 - v + 1.5 * Math.exp((v + 50) / 1.5)) / 20), -70, -40, 20_000);
        assertThat(StationaryState.of(membrane, mu, 0.05).rate * time).isCloseTo(1, within(1e-3));
    }

    @Test
    void rateSlopeEqualsACentralDifference() {
        StationaryState state = StationaryState.of(MEMBRANE, 1, 2.5);
        double step = 1e-3;
        double mu =
                (StationaryState.of(MEMBRANE, 1 + step, 2.5).rate - StationaryState.of(MEMBRANE, 1 - step, 2.5).rate)
                        / (2 * step);
        double sigma =
                (StationaryState.of(MEMBRANE, 1, 2.5 + step).rate - StationaryState.of(MEMBRANE, 1, 2.5 - step).rate)
                        / (2 * step);
        assertThat(state.rateSlopeMu(MEMBRANE) / mu).isCloseTo(1, within(1e-4));
        assertThat(state.rateSlopeSigma(MEMBRANE) / sigma).isCloseTo(1, within(1e-4));
    }

    @Test
    void lowerBoundFollowsTheDeepestInput() {
        var deep = new Membrane(NEURON, new TableGrid(-5, 0, 2, 0.5, 8, 2));
        assertThat(deep.voltage[0]).isLessThan(-65 - 100 - 7 * 8 * Math.sqrt(10));
        assertThat(deep.voltage[deep.reset]).isCloseTo(-70, within(1e-8));
        assertThat(StationaryState.of(deep, -5, 8).meanVoltage).isCloseTo(-165, within(0.1));
    }

    /** Rate and mean voltage, by Simpson's rule on the potential φ. */
    private static double[] quadrature(NeuronParameters neuron, double mu, double sigma) {
        double lower = -200;
        int cells = 160_000;
        double h = (neuron.Vs() - lower) / cells;
        double[] phi = new double[2 * cells + 1];
        for (int i = 0; i < phi.length; i++) {
            double v = lower + i * h / 2;
            double x = v - neuron.EL();
            double spike = neuron.DeltaT() * neuron.DeltaT() * Math.exp((v - neuron.VT()) / neuron.DeltaT());
            phi[i] = 2 / (sigma * sigma) * ((x * x / 2 - spike) / neuron.tau() - mu * v);
        }
        int reset = (int) Math.round((neuron.Vr() - lower) / h);
        double highest = 0;
        double lowest = Double.POSITIVE_INFINITY;
        for (double value : phi) {
            lowest = Math.min(lowest, value);
        }
        for (int i = 2 * reset; i < phi.length; i++) {
            highest = i == 2 * reset ? phi[i] : Math.max(highest, phi[i]);
        }
        // tail(V) = ∫_{max(V, V_r)}^{V_s} e^{φ − highest}; mass and moment of e^{−φ + lowest} tail.
        double tail = 0;
        double mass = 0;
        double moment = 0;
        for (int i = cells; i > 0; i--) {
            double step = 0;
            double half = 0;
            if (i > reset) {
                double a = Math.exp(phi[2 * i] - highest);
                double b = Math.exp(phi[2 * i - 1] - highest);
                double c = Math.exp(phi[2 * i - 2] - highest);
                step = h / 6 * (a + 4 * b + c);
                half = h / 24 * (5 * a + 8 * b - c);
            }
            double v = lower + i * h;
            double top = Math.exp(lowest - phi[2 * i]) * tail;
            double middle = Math.exp(lowest - phi[2 * i - 1]) * (tail + half);
            double bottom = Math.exp(lowest - phi[2 * i - 2]) * (tail + step);
            mass += h / 6 * (top + 4 * middle + bottom);
            moment += h / 6 * (top * v + 4 * middle * (v - h / 2) + bottom * (v - h));
            tail += step;
        }
        double time = 2 / (sigma * sigma) * Math.exp(highest - lowest) * mass;
        return new double[] {1 / (time + neuron.Tref()), moment / mass};
    }

    private static double integral(DoubleUnaryOperator f, double from, double to, int cells) {
        double h = (to - from) / cells;
        double sum = 0;
        for (int i = 0; i < cells; i++) {
            double x = from + i * h;
            sum += h / 6 * (f.applyAsDouble(x) + 4 * f.applyAsDouble(x + h / 2) + f.applyAsDouble(x + h));
        }
        return sum;
    }
}
