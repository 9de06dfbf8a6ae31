package dev.gyrus.models.aln.internal;

import dev.gyrus.models.aln.CascadeSettings;
import java.util.Optional;

/**
 * What a cascade table keeps of the response of one population to its input.
 *
 * <p>τ_µ is fitted to the response divided by its value at the first frequency; τ_σ to the response divided by dr/dσ,
 * and is 0 where dr/dσ is not positive; the damped oscillator to the response divided by dr/dµ, where its real and its
 * imaginary part are largest in modulus. Immutable; thread-safe.
 */
final class PopulationResponse {
    /** kHz. */
    private static final double FREQUENCY_STEP = 0.00025;
    /** Peaks are located to this accuracy, kHz. */
    private static final double PEAK_ACCURACY = 5e-6;
    /** Lowest frequency at which a peak is searched, kHz. */
    private static final double LOWEST = 1e-5;

    private final Membrane membrane;
    private final boolean resetBinQuirk;
    private final double[] frequencies = new double[CascadeSettings.FIT_FREQUENCIES];
    private final double[] sampled;
    private final ExponentialFit exponential;

    /**
     * @param rate kHz
     * @param meanVoltage mV
     * @param filters what is fitted to the response; empty where it leaves the range of a double, which happens far
     *     below threshold at rates below some 1e-200 kHz
     */
    record Features(double rate, double meanVoltage, Optional<Filters> filters) {}

    /**
     * @param tauMu lattice index, see {@link ExponentialFit#lattice}
     * @param tauSigma lattice index, or −1 for 0 ms
     * @param realPeak the normalised response to µ where its real part is largest in modulus
     * @param imaginaryPeak likewise for the imaginary part
     */
    record Filters(int tauMu, int tauSigma, DampedOscillator.Sample realPeak, DampedOscillator.Sample imaginaryPeak) {}

    /**
     * @param count the number of frequencies at which the response is computed; fewer than {@link
     *     CascadeSettings#FIT_FREQUENCIES} are spread logarithmically and interpolated
     */
    PopulationResponse(Membrane membrane, boolean resetBinQuirk, int count) {
        this.membrane = membrane;
        this.resetBinQuirk = resetBinQuirk;
        for (int i = 0; i < frequencies.length; i++) {
            frequencies[i] = (i + 1) * FREQUENCY_STEP;
        }
        sampled = count == frequencies.length ? frequencies : spread(count);
        exponential = new ExponentialFit(frequencies);
    }

    private double[] spread(int count) {
        double[] f = new double[count];
        for (int i = 0; i < count; i++) {
            f[i] = FREQUENCY_STEP * StrictMath.pow(frequencies.length, (double) i / (count - 1));
        }
        return f;
    }

    /**
     * Computes the features at one point.
     *
     * @param mu mV/ms
     * @param sigma mV/√ms
     */
    Features at(double mu, double sigma) {
        StationaryState state = StationaryState.of(membrane, mu, sigma);
        return new Features(state.rate, state.meanVoltage, state.inRange ? filters(state) : Optional.empty());
    }

    private Optional<Filters> filters(StationaryState state) {
        double slopeMu = state.rateSlopeMu(membrane);
        double slopeSigma = state.rateSlopeSigma(membrane);
        var response = new LinearResponse(membrane, state, resetBinQuirk);
        var toMu = new ComplexArray(sampled.length);
        var toSigma = new ComplexArray(sampled.length);
        response.evaluate(sampled, toMu, toSigma);
        if (!isUsable(toMu) || !isUsable(toSigma)) {
            return Optional.empty();
        }
        if (sampled != frequencies) {
            toMu = RationalInterpolation.through(sampled, toMu).at(frequencies);
            toSigma = RationalInterpolation.through(sampled, toSigma).at(frequencies);
        }
        int tauMu = exponential.best(toMu.dividedBy(toMu.re[0], toMu.im[0]));
        int tauSigma = slopeSigma > 0 ? exponential.best(toSigma.dividedBy(slopeSigma, 0)) : -1;
        return Optional.of(new Filters(
                tauMu,
                tauSigma,
                peak(response, toMu, toMu.re, slopeMu, true),
                peak(response, toMu, toMu.im, slopeMu, false)));
    }

    /**
     * The normalised response where one of its parts is largest in modulus: the best of the fit's frequencies, then the
     * better of its neighbours at half the distance again and again. At the lowest frequency, f = 0 is taken instead.
     */
    private DampedOscillator.Sample peak(
            LinearResponse response, ComplexArray toMu, double[] part, double slope, boolean real) {
        int best = 0;
        for (int i = 1; i < part.length; i++) {
            if (Math.abs(part[i]) > Math.abs(part[best])) {
                best = i;
            }
        }
        if (best == 0) {
            return new DampedOscillator.Sample(0, 1, 0);
        }
        double f = frequencies[best];
        double re = toMu.re[best];
        double im = toMu.im[best];
        double height = Math.abs(part[best]);
        var there = new ComplexArray(2);
        var unused = new ComplexArray(2);
        for (double distance = FREQUENCY_STEP; distance > PEAK_ACCURACY; distance /= 2) {
            double[] neighbours = {Math.max(f - distance, LOWEST), f + distance};
            response.evaluate(neighbours, there, unused);
            for (int i = 0; i < neighbours.length; i++) {
                double candidate = Math.abs(real ? there.re[i] : there.im[i]);
                if (candidate > height) {
                    height = candidate;
                    f = neighbours[i];
                    re = there.re[i];
                    im = there.im[i];
                }
            }
        }
        return new DampedOscillator.Sample(f, re / slope, im / slope);
    }

    /** The solutions that a response is the ratio of grow like 1/rate, and faster with frequency. */
    private static boolean isUsable(ComplexArray response) {
        for (int i = 0; i < response.size(); i++) {
            if (!Double.isFinite(response.re[i] + response.im[i]) || (response.re[i] == 0 && response.im[i] == 0)) {
                return false;
            }
        }
        return true;
    }
}
