package dev.gyrus.core.internal.math;

import static dev.gyrus.core.internal.math.Circular.C0;
import static dev.gyrus.core.internal.math.Circular.C1;
import static dev.gyrus.core.internal.math.Circular.C2;
import static dev.gyrus.core.internal.math.Circular.C3;
import static dev.gyrus.core.internal.math.Circular.C4;
import static dev.gyrus.core.internal.math.Circular.C5;
import static dev.gyrus.core.internal.math.Circular.COSINE;
import static dev.gyrus.core.internal.math.Circular.HALF_PI;
import static dev.gyrus.core.internal.math.Circular.HALF_PI_LOW;
import static dev.gyrus.core.internal.math.Circular.HALF_PI_MIDDLE;
import static dev.gyrus.core.internal.math.Circular.LIMIT;
import static dev.gyrus.core.internal.math.Circular.S0;
import static dev.gyrus.core.internal.math.Circular.S1;
import static dev.gyrus.core.internal.math.Circular.S2;
import static dev.gyrus.core.internal.math.Circular.S3;
import static dev.gyrus.core.internal.math.Circular.S4;
import static dev.gyrus.core.internal.math.Circular.S5;
import static dev.gyrus.core.internal.math.Circular.SINE;
import static dev.gyrus.core.internal.math.Circular.TWO_OVER_PI;
import static dev.gyrus.core.internal.math.Exponential.TO_INTEGER;
import static dev.gyrus.core.internal.math.Lanes.COUNT;
import static dev.gyrus.core.internal.math.Lanes.DOUBLES;
import static jdk.incubator.vector.VectorOperators.FMA;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;

/** {@link Circular} for whole vectors, operation by operation; both polynomials are computed, bits choose between them. */
final class VectorCircular {
    private VectorCircular() {}

    static int sin(double[] x, double[] out, int from, int to) {
        return run(SINE, Long.MIN_VALUE, x, out, from, to);
    }

    static int cos(double[] x, double[] out, int from, int to) {
        return run(COSINE, 0L, x, out, from, to);
    }

    /** sin(|x| + quarter·π/2), its sign changed by those bits of x that are in {@code signs}. */
    private static int run(long quarter, long signs, double[] x, double[] out, int from, int to) {
        int i = from;
        for (; i <= to - COUNT; i += COUNT) {
            DoubleVector v = DoubleVector.fromArray(DOUBLES, x, i);
            DoubleVector magnitude = v.abs();
            if (magnitude.compare(GT, LIMIT).anyTrue()) {
                return i;
            }
            DoubleVector shifted = magnitude.fma(TWO_OVER_PI, TO_INTEGER);
            DoubleVector n = shifted.sub(TO_INTEGER);
            DoubleVector r = n.lanewise(FMA, DoubleVector.broadcast(DOUBLES, -HALF_PI), magnitude);
            r = n.lanewise(FMA, DoubleVector.broadcast(DOUBLES, -HALF_PI_MIDDLE), r);
            r = n.lanewise(FMA, DoubleVector.broadcast(DOUBLES, -HALF_PI_LOW), r);
            DoubleVector z = r.mul(r);
            DoubleVector s = z.fma(S5, S4);
            s = s.lanewise(FMA, z, S3);
            s = s.lanewise(FMA, z, S2);
            s = s.lanewise(FMA, z, S1);
            s = s.lanewise(FMA, z, S0);
            LongVector sine = r.mul(z).fma(s, r).reinterpretAsLongs();
            DoubleVector c = z.fma(C5, C4);
            c = c.lanewise(FMA, z, C3);
            c = c.lanewise(FMA, z, C2);
            c = c.lanewise(FMA, z, C1);
            c = c.lanewise(FMA, z, C0);
            c = c.lanewise(FMA, z, -0.5);
            LongVector cosine = c.lanewise(FMA, z, 1.0).reinterpretAsLongs();
            LongVector quadrant = shifted.reinterpretAsLongs().add(quarter);
            LongVector even = quadrant.and(1).add(-1);
            LongVector sign = quadrant.and(2).lanewise(LSHL, 62);
            cosine.lanewise(XOR, sine.lanewise(XOR, cosine).and(even))
                    .lanewise(XOR, sign)
                    .lanewise(XOR, v.reinterpretAsLongs().and(signs))
                    .reinterpretAsDoubles()
                    .intoArray(out, i);
        }
        return i;
    }
}
