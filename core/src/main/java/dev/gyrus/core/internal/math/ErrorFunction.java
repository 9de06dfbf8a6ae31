package dev.gyrus.core.internal.math;

/**
 * The error function of one number and its complement, both within 2 ulp.
 *
 * <p>With erfcx(x) = e^(x²)·erfc(x), which varies slowly (W. J. Cody, Math. Comp. 23, 631–637, 1969,
 * doi:10.1090/S0025-5718-1969-0247736-4),
 *
 * <pre>
 *   |x| &lt; ½   erf x = x + x·P(x²)                      erfc x = 1 − erf x
 *   x ≥ ½     erfc x = e^(−x²)·erfcx x                 erf x = 1 − erfc x
 *   x ≤ −½    erfc x = 2 − erfc(−x)                    erf x = −erf(−x)
 * </pre>
 *
 * The square is held in two doubles, as the exponential turns an absolute error of its argument into a relative one of
 * its result. Between powers of two, erfcx is a polynomial in the distance from the middle, whose constant term is held
 * in two doubles and added last. All polynomials interpolate at the Chebyshev nodes (60 digits, relative error below
 * 2⁻⁵⁹). Every back end uses this one form.
 */
final class ErrorFunction {
    private static final double SMALL = 0.5;

    /** From here on erfc is below half of the smallest number. */
    private static final double ZERO = 27.3;

    private static final double LAST_MIDDLE = 22.0;

    private static final double[] P = {
        0x1.06eba8214db69p-3,
        -0x1.812746b0379e6p-2,
        0x1.ce2f21a042b29p-4,
        -0x1.b82ce3127f739p-6,
        0x1.565bcd0aa6349p-8,
        -0x1.c02db23d41138p-11,
        0x1.f9a2a6635fe79p-14,
        -0x1.f4bb9f7301dedp-17,
        0x1.b776442df3041p-20,
        -0x1.39fb524e9c1f7p-23
    };

    /** By interval, from [½, 1) to [16, 28): both parts of the constant term, then the others in ascending order. */
    private static final double[][] ERFCX = {
        {
            0x1.038d54ea3d834p-1,
            -0x1.ec2134d851665p-55,
            -0x1.78cdd551ee51ap-2,
            0x1.d90093ae10928p-3,
            -0x1.09e77d40e01cep-3,
            0x1.1192f5bd6873cp-4,
            -0x1.054d68296d26ap-5,
            0x1.d43a7c7a7c0fap-7,
            -0x1.8c97dd23cacebp-8,
            0x1.3f818962c9a60p-9,
            -0x1.ec0d293395f67p-11,
            0x1.6b984c0138dd8p-12,
            -0x1.02a04a14e43aap-13,
            0x1.635d5fe5fc73cp-15,
            -0x1.e412f7345926ep-17,
            0x1.37d7863ebade2p-18
        },
        {
            0x1.494daffa2ad68p-2,
            0x1.3a3865ece002dp-56,
            -0x1.4f1988444caf7p-3,
            0x1.37ea271bc54bcp-4,
            -0x1.0dc51d2941e6cp-5,
            0x1.b65944f34fbb6p-7,
            -0x1.513ed7600d3c7p-8,
            0x1.ee705e7311a51p-10,
            -0x1.5b0abfe6309ffp-11,
            0x1.d4509d425f248p-13,
            -0x1.30c0ec8eebc29p-14,
            0x1.7f99660093fdap-16,
            -0x1.d4155e4da48d2p-18,
            0x1.15709ea561233p-19,
            -0x1.40090078056f8p-21,
            0x1.66d11225ee11dp-23,
            -0x1.89dc72c25d886p-25,
            0x1.c8ee5d35f0fe6p-27,
            -0x1.ddfe13df3446dp-29
        },
        {
            0x1.6e9827d229d2dp-3,
            -0x1.90753de713593p-58,
            -0x1.bd6ae4d14b16fp-5,
            0x1.043fe1a98c0cdp-6,
            -0x1.259061ba856a8p-8,
            0x1.409cc2ed3ff0dp-10,
            -0x1.53dec9d087803p-12,
            0x1.5e73930483978p-14,
            -0x1.6025103d3b493p-16,
            0x1.595f1b5ea5bbbp-18,
            -0x1.4b146223f9af1p-20,
            0x1.3699046b31997p-22,
            -0x1.1d79285a0355bp-24,
            0x1.01509deec3c79p-26,
            -0x1.c74ced82aca93p-29,
            0x1.8bbb282ea5609p-31,
            -0x1.529089dffbe4ep-33,
            0x1.1c92875e5825cp-35,
            -0x1.cc3e6ba75f9d4p-38,
            0x1.779a0c4fb5558p-40,
            -0x1.79f83442454f5p-42,
            0x1.29b71cb181b72p-44
        },
        {
            0x1.7c0348489d721p-4,
            0x1.ca9cebb9a1c44p-58,
            -0x1.ed7f66d9d09fep-7,
            0x1.3c7764a81f462p-9,
            -0x1.9106a7cd79df8p-12,
            0x1.f64cd9c07b66cp-15,
            -0x1.370d06417ac40p-17,
            0x1.7d0e03edb2214p-20,
            -0x1.cde4ceca58c4bp-23,
            0x1.1513469ecdd63p-25,
            -0x1.491bb152f4eb5p-28,
            0x1.83201a8128c65p-31,
            -0x1.c312a78c5953ap-34,
            0x1.045ffc9dc9112p-36,
            -0x1.29e8afef4d7eep-39,
            0x1.51dac6bc001e4p-42,
            -0x1.7b931f0224871p-45,
            0x1.a73db2b330e91p-48,
            -0x1.d9806d433f62ap-51,
            0x1.03956f2260367p-53,
            -0x1.f7cd8661a9f33p-57,
            0x1.110fda41ea140p-59,
            -0x1.e8e59452fb60fp-62,
            0x1.028f1b8ae16b7p-64
        },
        {
            0x1.7fd46c5e0864dp-5,
            0x1.8550f82cda2a5p-60,
            -0x1.fc477b46d665ap-9,
            0x1.4f67f473cc4fdp-12,
            -0x1.b92eddb6a4c41p-16,
            0x1.21338ab42ecb2p-19,
            -0x1.79e921ac656cep-23,
            0x1.ec3b264c09c0dp-27,
            -0x1.3f89d9ac7fcbdp-30,
            0x1.9d8bf905536e5p-34,
            -0x1.0ac36c27ad8e6p-37,
            0x1.571580ffb98dcp-41,
            -0x1.b7e00bf2428adp-45,
            0x1.191e9c3f012f8p-48,
            -0x1.663baed63d27dp-52,
            0x1.c73ab382ce871p-56,
            -0x1.2050019ba55d1p-59,
            0x1.6acb3cc72121fp-63,
            -0x1.c8e0c506e3760p-67,
            0x1.29e6efc6e39cfp-70,
            -0x1.74b50ded8ea6ap-74,
            0x1.5b9f5fbe05c0ep-78,
            -0x1.b273957127658p-82,
            0x1.3a2944623830ap-84,
            -0x1.83933fceae832p-88
        },
        {
            0x1.a3bc12161d4ebp-6,
            -0x1.b02e257352612p-61,
            -0x1.30a253d642e9cp-10,
            0x1.b9bd9f029a78dp-15,
            -0x1.3ff35b4b9dfa5p-19,
            0x1.cf017aa14160cp-24,
            -0x1.4eabfd67a13f2p-28,
            0x1.e35421d7218c4p-33,
            -0x1.5ca81429fc252p-37,
            0x1.f6830efd1b95dp-42,
            -0x1.69c478134b010p-46,
            0x1.042ebd544d6b0p-50,
            -0x1.75df879cdd033p-55,
            0x1.0c5c40bb41a11p-59,
            -0x1.80dc158db5fc7p-64,
            0x1.13896afd13e23p-68,
            -0x1.8a5fe48b44493p-73,
            0x1.1ca40e2ac3006p-77,
            -0x1.9694de12cf0bap-82,
            0x1.05a6107acdb6ap-86,
            -0x1.75329d19e9f58p-91,
            0x1.b440e54231176p-95,
            -0x1.362289698209dp-99
        },
    };

    private ErrorFunction() {}

    static double erf(double x) {
        double magnitude = Math.abs(x);
        if (magnitude < SMALL) {
            return small(x);
        }
        return Math.copySign(1.0 - tail(magnitude), x);
    }

    static double erfc(double x) {
        if (Math.abs(x) < SMALL) {
            return 1.0 - small(x);
        }
        return x < 0.0 ? 2.0 - tail(-x) : tail(x);
    }

    private static double small(double x) {
        double z = x * x;
        double p = P[P.length - 1];
        for (int k = P.length - 2; k >= 0; k--) {
            p = Math.fma(p, z, P[k]);
        }
        return Math.fma(x, p, x);
    }

    /** erfc x for x ≥ ½ or NaN; scaled last, so that results below the normal range round once. */
    private static double tail(double x) {
        if (x > ZERO) {
            return 0.0;
        }
        double square = x * x;
        double rest = Math.fma(x, x, -square);
        double n = Math.fma(-square, Exponential.LOG2_E, Exponential.TO_INTEGER) - Exponential.TO_INTEGER;
        double high = Math.fma(n, -Exponential.LN2, -square);
        double low = Math.fma(n, -Exponential.LN2_LOW, -rest);
        return Exponential.scale(Exponential.expOfReduced(high, low) * scaled(x), n);
    }

    private static double scaled(double x) {
        int interval = Math.max(0, Math.min(Math.getExponent(x) + 1, ERFCX.length - 1));
        double[] c = ERFCX[interval];
        double middle = interval == ERFCX.length - 1 ? LAST_MIDDLE : 0.75 * (1 << interval);
        double d = x - middle;
        double q = c[c.length - 1];
        for (int k = c.length - 2; k >= 2; k--) {
            q = Math.fma(q, d, c[k]);
        }
        return c[0] + Math.fma(q, d, c[1]);
    }
}
