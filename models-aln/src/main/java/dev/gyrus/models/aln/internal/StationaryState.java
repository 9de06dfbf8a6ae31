package dev.gyrus.models.aln.internal;

/**
 * The stationary voltage density of a neuron driven by white noise, by threshold integration.
 *
 * <p>With q the probability flux and p the density, the stationary Fokker–Planck equation in flux form is
 *
 * <pre>  −dp/dV = G p + (2/σ²) q,   G(V) = (2/σ²)·((V − E_L − Ψ(V))/τ − µ),</pre>
 *
 * p = 0 at V_s, unit flux above the reset potential and none below. Integrating downwards with G constant over a step
 * h (an exponential step) gives p[k−1] = A[k] p[k] + B[k] q[k] with A = exp(h G) and B = (2/σ²)(A − 1)/G, which decays
 * in the integration's direction wherever the density does. The flux that normalises p to 1 is the rate r₀ of a neuron
 * without refractoriness; the rate is r = r₀/(1 + r₀ T_ref).
 *
 * <p>The integration stops below the reset where the density has fallen to {@value #NEGLIGIBLE} of its maximum: what
 * lies below contributes nothing to a sum in double precision, neither here nor in the linear response.
 *
 * <p>For unit flux the density reaches the order of 1/r₀. Where that exceeds {@value #LARGE} flux and density are scaled
 * down on the way: the mean voltage stays right and the rate becomes 0 or nearly so, but the density near the threshold
 * is lost, and with it the linear response.
 *
 * <p>Source: M. J. E. Richardson, Firing-rate response of linear and nonlinear integrate-and-fire neurons to modulated
 * current-based and conductance-based synaptic drive, Physical Review E 76 (2007) 021919,
 * doi:10.1103/PhysRevE.76.021919. Immutable after construction; the arrays are read-only.
 */
final class StationaryState {
    private static final double NEGLIGIBLE = 1e-25;
    private static final double LARGE = 1e250;
    private static final double DIFFERENCE = 1e-5;

    final double mu;
    final double sigma;
    /** Firing rate r, kHz. */
    final double rate;
    /** Mean voltage of the neurons that are not refractory, mV. */
    final double meanVoltage;
    /** Whether the density is in the range of a double everywhere; if not there is no linear response. */
    final boolean inRange;
    /** Lowest index where the density is not negligible. */
    final int low;
    /** A[k] for k > {@link #low}. */
    final double[] decay;
    /** B[k] for k > {@link #low}, ms/mV. */
    final double[] gain;
    /** Density of non-refractory neurons, 1/mV, scaled so that the flux above the reset is {@link #rate}. */
    final double[] density;

    private StationaryState(Membrane membrane, double mu, double sigma) {
        this.mu = mu;
        this.sigma = sigma;
        double h = membrane.step;
        int size = membrane.voltage.length;
        double diffusion = 2 / (sigma * sigma);
        decay = new double[size];
        gain = new double[size];
        density = new double[size];
        var sum = new CompensatedSum();
        var moment = new CompensatedSum();
        double unit = 1;
        double p = 0;
        double highest = 0;
        int k = size - 1;
        while (k > 0 && (k > membrane.reset || p > NEGLIGIBLE * highest)) {
            double g = diffusion * (membrane.pull[k] - mu);
            double a = StrictMath.exp(h * g);
            // expm1 would be closer to the truth, but here the published table shows its rounding: for µ = −1 mV/ms
            // G(−85 mV) is zero up to rounding, and τ of the damped oscillator moves by 1e-5 ms.
            double b = g == 0 ? diffusion * h : (a - 1) / g * diffusion;
            decay[k] = a;
            gain[k] = b;
            p = k > membrane.reset ? p * a + unit * b : p * a;
            k--;
            if (p > LARGE) {
                p /= LARGE;
                unit /= LARGE;
                highest /= LARGE;
                sum.divide(LARGE);
                moment.divide(LARGE);
            }
            density[k] = p;
            sum.add(p);
            moment.add(p * membrane.voltage[k]);
            highest = Math.max(highest, p);
        }
        low = k;
        inRange = unit == 1;
        double flux = unit / (h * sum.value());
        rate = flux / (1 + flux * membrane.refractory);
        meanVoltage = moment.value() / sum.value();
        for (int i = low; i < size; i++) {
            density[i] *= rate;
        }
    }

    static StationaryState of(Membrane membrane, double mu, double sigma) {
        return new StationaryState(membrane, mu, sigma);
    }

    /** dr/dµ as a forward difference over 1e-5 mV/ms, in kHz/(mV/ms). */
    double rateSlopeMu(Membrane membrane) {
        return (of(membrane, mu + DIFFERENCE, sigma).rate - rate) / DIFFERENCE;
    }

    /** dr/dσ as a forward difference over 1e-5 mV/√ms, in kHz/(mV/√ms). */
    double rateSlopeSigma(Membrane membrane) {
        return (of(membrane, mu, sigma + DIFFERENCE).rate - rate) / DIFFERENCE;
    }

    /** Neumaier's compensated summation: the difference quotients above magnify rounding errors by 1e5. */
    private static final class CompensatedSum {
        private double sum;
        private double lost;

        void add(double x) {
            double next = sum + x;
            lost += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
            sum = next;
        }

        void divide(double x) {
            sum /= x;
            lost /= x;
        }

        double value() {
            return sum + lost;
        }
    }
}
