package dev.gyrus.core.internal.math;

import static dev.gyrus.core.internal.math.Exponential.LN2;
import static dev.gyrus.core.internal.math.Exponential.LN2_LOW;
import static dev.gyrus.core.internal.math.Exponential.ONE_BITS;
import static dev.gyrus.core.internal.math.Lanes.COUNT;
import static dev.gyrus.core.internal.math.Lanes.DOUBLES;
import static dev.gyrus.core.internal.math.Logarithm.MANTISSA;
import static dev.gyrus.core.internal.math.Logarithm.P0;
import static dev.gyrus.core.internal.math.Logarithm.P1;
import static dev.gyrus.core.internal.math.Logarithm.P2;
import static dev.gyrus.core.internal.math.Logarithm.P3;
import static dev.gyrus.core.internal.math.Logarithm.P4;
import static dev.gyrus.core.internal.math.Logarithm.P5;
import static dev.gyrus.core.internal.math.Logarithm.P6;
import static dev.gyrus.core.internal.math.Logarithm.SQRT_HALF_BITS;
import static jdk.incubator.vector.VectorOperators.FMA;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.LSHR;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;

/** {@link Logarithm} for whole vectors, operation by operation. */
final class VectorLogarithm {
    private VectorLogarithm() {}

    static int log(double[] x, double[] out, int from, int to) {
        int i = from;
        for (; i <= to - COUNT; i += COUNT) {
            LongVector raw = DoubleVector.fromArray(DOUBLES, x, i).reinterpretAsLongs();
            if (raw.add(Lanes.TO_ORDER).compare(GE, Lanes.NOT_NORMAL).anyTrue()) {
                return i;
            }
            LongVector bits = raw.add(ONE_BITS - SQRT_HALF_BITS);
            DoubleVector k = bits.lanewise(LSHR, 52)
                    .or(Lanes.INTEGER_BITS)
                    .reinterpretAsDoubles()
                    .sub(Lanes.BIASED_INTEGER);
            DoubleVector f = bits.and(MANTISSA)
                    .add(SQRT_HALF_BITS)
                    .reinterpretAsDoubles()
                    .sub(1.0);
            DoubleVector s = f.div(f.add(2.0));
            DoubleVector z = s.mul(s);
            DoubleVector p = z.fma(P6, P5);
            p = p.lanewise(FMA, z, P4);
            p = p.lanewise(FMA, z, P3);
            p = p.lanewise(FMA, z, P2);
            p = p.lanewise(FMA, z, P1);
            p = p.lanewise(FMA, z, P0);
            DoubleVector h = f.mul(0.5).mul(f);
            DoubleVector correction = h.sub(s.fma(z.fma(p, h), k.mul(LN2_LOW)));
            k.fma(DoubleVector.broadcast(DOUBLES, LN2), f.sub(correction)).intoArray(out, i);
        }
        return i;
    }
}
