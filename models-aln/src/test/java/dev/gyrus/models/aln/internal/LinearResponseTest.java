package dev.gyrus.models.aln.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.models.aln.NeuronParameters;
import dev.gyrus.models.aln.TableGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearResponseTest {
    private static final NeuronParameters NEURON = NeuronParameters.published();
    private static final Membrane MEMBRANE = new Membrane(NEURON, TableGrid.published());
    private static final double[] FREQUENCIES = {0.00025, 0.003, 0.0201, 0.1234, 1};

    @ParameterizedTest
    @CsvSource({
        "-1, 0.5, true",
        "-1, 5, true",
        "0.49, 0.5, true",
        "1, 2.5, true",
        "1, 2.5, false",
        "4, 1, true",
        "7, 0.5, true",
        "7, 0.5, false",
        "7, 5, false"
    })
    void equalsTheThreeColumnsIntegratedDownwards(double mu, double sigma, boolean quirk) {
        StationaryState state = StationaryState.of(MEMBRANE, mu, sigma);
        var toMu = new ComplexArray(FREQUENCIES.length);
        var toSigma = new ComplexArray(FREQUENCIES.length);
        new LinearResponse(MEMBRANE, state, quirk).evaluate(FREQUENCIES, toMu, toSigma);
        for (int f = 0; f < FREQUENCIES.length; f++) {
            double[] direct = downwards(mu, sigma, state.rate, FREQUENCIES[f], quirk);
            assertClose(toMu, f, direct[0], direct[1]);
            assertClose(toSigma, f, direct[2], direct[3]);
        }
    }

    private static void assertClose(ComplexArray values, int f, double re, double im) {
        double modulus = Math.hypot(re, im);
        assertThat(values.re[f]).isCloseTo(re, within(1e-10 * modulus));
        assertThat(values.im[f]).isCloseTo(im, within(1e-10 * modulus));
    }

    @Test
    void valuesDoNotDependOnTheOtherFrequencies() {
        StationaryState state = StationaryState.of(MEMBRANE, 2, 1.5);
        double[] many = new double[401];
        for (int i = 0; i < many.length; i++) {
            many[i] = 0.002 * (i + 1);
        }
        var response = new LinearResponse(MEMBRANE, state, true);
        var toMu = new ComplexArray(many.length);
        var toSigma = new ComplexArray(many.length);
        response.evaluate(many, toMu, toSigma);
        var single = new ComplexArray(1);
        var other = new ComplexArray(1);
        for (int i : new int[] {0, 7, 399, 400}) {
            response.evaluate(new double[] {many[i]}, single, other);
            assertThat(single.re[0]).isEqualTo(toMu.re[i]);
            assertThat(single.im[0]).isEqualTo(toMu.im[i]);
            assertThat(other.re[0]).isEqualTo(toSigma.re[i]);
            assertThat(other.im[0]).isEqualTo(toSigma.im[i]);
        }
    }

    /** What remains without the quirk is the error of the 0.01 mV grid. */
    @ParameterizedTest
    @CsvSource({"0.5, 1.5", "1, 2.5", "4, 3"})
    void lowFrequencyLimitWithoutTheQuirkIsTheSlopeOfTheRate(double mu, double sigma) {
        StationaryState state = StationaryState.of(MEMBRANE, mu, sigma);
        var toMu = new ComplexArray(1);
        var toSigma = new ComplexArray(1);
        new LinearResponse(MEMBRANE, state, false).evaluate(new double[] {1e-7}, toMu, toSigma);
        assertThat(toMu.re[0] / state.rateSlopeMu(MEMBRANE)).isCloseTo(1, within(1e-3));
        assertThat(toSigma.re[0]).isCloseTo(state.rateSlopeSigma(MEMBRANE), within(0.01 * toMu.re[0]));
    }

    @Test
    void quirkTakesAFewTenthsOfAPerMilleOffTheSlope() {
        StationaryState state = StationaryState.of(MEMBRANE, 2.9885387, 3.5);
        var toMu = new ComplexArray(1);
        var toSigma = new ComplexArray(1);
        new LinearResponse(MEMBRANE, state, true).evaluate(new double[] {0.00025}, toMu, toSigma);
        assertThat(toMu.re[0] / state.rateSlopeMu(MEMBRANE)).isBetween(0.9990, 0.9998);
    }

    /**
     * The textbook form of the method, independent of the class under test: from V_s down to −200 mV, the solutions of
     * the flux at the threshold, of the modulation of µ and of the modulation of σ, each two complex numbers.
     *
     * @return real and imaginary part of the response to µ, then to σ
     */
    private static double[] downwards(double mu, double sigma, double rate, double frequency, boolean quirk) {
        double h = MEMBRANE.step;
        int size = 16001;
        int reset = 13000;
        double[] pull = new double[size];
        double[] p = new double[size];
        double[] a = new double[size];
        double[] b = new double[size];
        double diffusion = 2 / (sigma * sigma);
        for (int k = size - 1; k > 0; k--) {
            double v = -200 + k * h;
            pull[k] = (v + 65 - 1.5 * StrictMath.exp((v + 50) / 1.5)) / 20;
            double g = diffusion * (pull[k] - mu);
            a[k] = StrictMath.exp(h * g);
            b[k] = diffusion * (a[k] - 1) / g;
            p[k - 1] = a[k] * p[k] + (k > reset ? rate * b[k] : 0);
        }
        double omega = 2 * Math.PI * frequency;
        double[][] x = {{1, 0, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}};
        for (int k = size - 1; k > 0; k--) {
            double flux = k >= reset ? rate : 0;
            double[] source = {0, p[k], 2 / sigma * (flux - (mu - pull[k]) * p[k])};
            for (int c = 0; c < 3; c++) {
                double qr = x[c][0];
                double qi = x[c][1];
                double pr = x[c][2];
                double pi = x[c][3];
                boolean atReset = c == 0 && k == reset + 1;
                double carriedRe = atReset && quirk ? qr : pr;
                double carriedIm = atReset && quirk ? qi : pi;
                x[c][0] = qr - omega * h * carriedIm - (atReset ? Math.cos(1.5 * omega) : 0);
                x[c][1] = qi + omega * h * carriedRe + (atReset ? Math.sin(1.5 * omega) : 0);
                x[c][2] = a[k] * pr + b[k] * (qr - source[c]);
                x[c][3] = a[k] * pi + b[k] * qi;
            }
        }
        var quotient = new ComplexArray(2);
        quotient.setQuotient(0, -x[1][0], -x[1][1], x[0][0], x[0][1]);
        quotient.setQuotient(1, -x[2][0], -x[2][1], x[0][0], x[0][1]);
        return new double[] {quotient.re[0], quotient.im[0], quotient.re[1], quotient.im[1]};
    }
}
