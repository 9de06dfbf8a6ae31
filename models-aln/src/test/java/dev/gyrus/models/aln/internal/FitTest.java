package dev.gyrus.models.aln.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FitTest {
    private static final double[] FREQUENCIES = new double[4000];

    static {
        for (int i = 0; i < FREQUENCIES.length; i++) {
            FREQUENCIES[i] = 0.00025 * (i + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 17, 54, 99, 100, 101, 1250, 2742, 9899})
    void exponentialFilterOnTheLatticeIsFound(int index) {
        assertThat(new ExponentialFit(FREQUENCIES).best(filter(ExponentialFit.lattice(index))))
                .isEqualTo(index);
    }

    @Test
    void latticeStartsAtAMicrosecondInStepsOfTen() {
        assertThat(ExponentialFit.lattice(0)).isEqualTo(0.001);
        assertThat(ExponentialFit.lattice(2742)).isCloseTo(27.421, within(1e-14));
    }

    @Test
    void costIsTheSquaredDistanceUpToAConstant() {
        ComplexArray response = filter(3.3);
        response.re[100] += 0.2;
        response.im[1000] -= 0.3;
        double[] costs = new ExponentialFit(FREQUENCIES).costs(response, 200, 37, 9);
        double first = distance(response, ExponentialFit.lattice(200));
        for (int i = 0; i < costs.length; i++) {
            double expected = distance(response, ExponentialFit.lattice(200 + 37 * i));
            assertThat(costs[i] - costs[0]).isCloseTo(expected - first, within(1e-10));
        }
    }

    @ParameterizedTest
    @CsvSource({"20.2, 0.0007", "44.7, 0.00217", "3.95, 0.0216", "5.29, 0.0505", "1.41, 0.10775", "8.31, 0.1421"})
    void dampedOscillatorIsRecoveredFromItsOwnResponse(double tau, double frequency) {
        var before = new DampedOscillator(tau + 1.5, Math.max(0, frequency - 0.005));
        DampedOscillator found =
                before.next(sample(0.8 * frequency, tau, frequency), sample(1.3 * frequency, tau, frequency), 20);
        assertThat(found.tau()).isCloseTo(tau, within(1e-9 * tau));
        assertThat(found.frequency()).isCloseTo(frequency, within(1e-9 * frequency));
    }

    @Test
    void overdampedResponseHasNoFrequency() {
        DampedOscillator found =
                DampedOscillator.fit(new DampedOscillator.Sample(0, 1, 0), sample(0.008, 20.01, 0), 20);
        assertThat(found.frequency()).isZero();
        assertThat(found.tau()).isCloseTo(20.01, within(1e-9));
    }

    @Test
    void rationalFunctionIsInterpolatedExactly() {
        double[] x = {0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8};
        ComplexArray values = poles(x);
        double[] between = {0.15, 0.8, 1, 5, 9.9};
        ComplexArray expected = poles(between);
        ComplexArray interpolated = RationalInterpolation.through(x, values).at(between);
        for (int i = 0; i < between.length; i++) {
            assertThat(interpolated.re[i]).isCloseTo(expected.re[i], within(1e-11));
            assertThat(interpolated.im[i]).isCloseTo(expected.im[i], within(1e-11));
        }
    }

    @Test
    void tinyValuesAreInterpolatedToo() {
        double[] x = {0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8};
        ComplexArray values = poles(x).dividedBy(1e200, 0);
        double[] between = {1};
        ComplexArray expected = poles(between);
        ComplexArray interpolated = RationalInterpolation.through(x, values).at(between);
        assertThat(interpolated.re[0] * 1e200).isCloseTo(expected.re[0], within(1e-11));
        assertThat(interpolated.im[0] * 1e200).isCloseTo(expected.im[0], within(1e-11));
    }

    @Test
    void constantIsInterpolatedByItself() {
        var ones = new ComplexArray(3);
        java.util.Arrays.fill(ones.re, 1);
        ComplexArray values =
                RationalInterpolation.through(new double[] {1, 2, 3}, ones).at(new double[] {1.5, 2});
        assertThat(values.re).containsExactly(1, 1);
        assertThat(values.im).containsExactly(0, 0);
    }

    private static ComplexArray filter(double tau) {
        var response = new ComplexArray(FREQUENCIES.length);
        for (int i = 0; i < FREQUENCIES.length; i++) {
            response.setQuotient(i, 1, 0, 1, 2 * Math.PI * FREQUENCIES[i] * tau);
        }
        return response;
    }

    private static double distance(ComplexArray response, double tau) {
        ComplexArray filter = filter(tau);
        double sum = 0;
        for (int i = 0; i < FREQUENCIES.length; i++) {
            double re = filter.re[i] - response.re[i];
            double im = filter.im[i] - response.im[i];
            sum += re * re + im * im;
        }
        return sum;
    }

    /** The definition: half the sum of two shifted exponential filters, normalised at f = 0. */
    private static DampedOscillator.Sample sample(double f, double tau, double f0) {
        var parts = new ComplexArray(2);
        parts.setQuotient(0, 1, 0, 1, 2 * Math.PI * tau * (f - f0));
        parts.setQuotient(1, 1, 0, 1, 2 * Math.PI * tau * (f + f0));
        double scale = (1 + Math.pow(2 * Math.PI * f0 * tau, 2)) / 2;
        return new DampedOscillator.Sample(f, scale * (parts.re[0] + parts.re[1]), scale * (parts.im[0] + parts.im[1]));
    }

    /** 2/(1 + ix/3) + 1/(1 + i(x − 2)/0.3). */
    private static ComplexArray poles(double[] x) {
        var first = new ComplexArray(x.length);
        var second = new ComplexArray(x.length);
        for (int i = 0; i < x.length; i++) {
            first.setQuotient(i, 2, 0, 1, x[i] / 3);
            second.setQuotient(i, 1, 0, 1, (x[i] - 2) / 0.3);
            first.re[i] += second.re[i];
            first.im[i] += second.im[i];
        }
        return first;
    }
}
