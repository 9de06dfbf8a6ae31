package dev.gyrus.core.internal.math;

import static dev.gyrus.core.internal.math.Exponential.LN2;
import static dev.gyrus.core.internal.math.Exponential.LN2_LOW;
import static dev.gyrus.core.internal.math.Exponential.LOG2_E;
import static dev.gyrus.core.internal.math.Exponential.ONE_BITS;
import static dev.gyrus.core.internal.math.Exponential.TO_INTEGER;
import static dev.gyrus.core.internal.math.Lanes.COUNT;
import static dev.gyrus.core.internal.math.Lanes.DOUBLES;
import static dev.gyrus.core.internal.math.Logarithm.MANTISSA;
import static dev.gyrus.core.internal.math.Logarithm.SQRT_HALF_BITS;
import static dev.gyrus.core.internal.math.Power.Q0;
import static dev.gyrus.core.internal.math.Power.Q1;
import static dev.gyrus.core.internal.math.Power.Q2;
import static dev.gyrus.core.internal.math.Power.Q3;
import static dev.gyrus.core.internal.math.Power.Q4;
import static dev.gyrus.core.internal.math.Power.Q5;
import static dev.gyrus.core.internal.math.Power.Q6;
import static dev.gyrus.core.internal.math.Power.Q7;
import static dev.gyrus.core.internal.math.Power.THIRD;
import static dev.gyrus.core.internal.math.Power.THIRD_LOW;
import static jdk.incubator.vector.VectorOperators.FMA;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;

/** {@link Power} for whole vectors, operation by operation. */
final class VectorPower {
    private VectorPower() {}

    /** Stops at operands that are not plain, and at results that may leave the normal range. */
    static int pow(double[] x, double[] y, double[] out, int from, int to) {
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

            DoubleVector d = f.add(2.0);
            DoubleVector dLow = f.sub(d.sub(2.0));
            DoubleVector s = f.div(d);
            DoubleVector sLow = s.neg().fma(d, f).sub(s.mul(dLow)).div(d);
            DoubleVector z = s.mul(s);
            DoubleVector zLow = s.fma(s, z.neg()).add(s.mul(2.0).mul(sLow));

            DoubleVector q = z.fma(Q7, Q6);
            q = q.lanewise(FMA, z, Q5);
            q = q.lanewise(FMA, z, Q4);
            q = q.lanewise(FMA, z, Q3);
            q = q.lanewise(FMA, z, Q2);
            q = q.lanewise(FMA, z, Q1);
            q = q.lanewise(FMA, z, Q0).mul(z);
            DoubleVector t = q.add(THIRD);
            DoubleVector tLow =
                    DoubleVector.broadcast(DOUBLES, THIRD).sub(t).add(q).add(THIRD_LOW);
            DoubleVector u = z.mul(t);
            DoubleVector uLow = z.fma(t, u.neg()).add(z.fma(tLow, zLow.mul(t)));
            DoubleVector a = s.mul(2.0);
            DoubleVector b = a.mul(u);
            DoubleVector bLow = a.fma(u, b.neg()).add(a.fma(uLow, sLow.mul(2.0).mul(u)));

            DoubleVector c = k.mul(LN2);
            DoubleVector cLow = k.lanewise(
                    FMA,
                    DoubleVector.broadcast(DOUBLES, LN2_LOW),
                    k.lanewise(FMA, DoubleVector.broadcast(DOUBLES, LN2), c.neg()));
            DoubleVector ca = c.add(a);
            DoubleVector high = ca.add(b);
            DoubleVector low = c.sub(ca)
                    .add(a)
                    .add(ca.sub(high).add(b))
                    .add(cLow.add(sLow.lanewise(FMA, DoubleVector.broadcast(DOUBLES, 2.0), bLow)));
            DoubleVector log = high.add(low);
            DoubleVector logLow = high.sub(log).add(low);

            DoubleVector v = DoubleVector.fromArray(DOUBLES, y, i);
            DoubleVector product = v.mul(log);
            if (!product.abs().compare(LE, VectorExponential.PLAIN).allTrue()) {
                return i;
            }
            DoubleVector rest = v.fma(logLow, v.fma(log, product.neg()));
            DoubleVector shifted = product.fma(LOG2_E, TO_INTEGER);
            DoubleVector n = shifted.sub(TO_INTEGER);
            DoubleVector rHigh = n.lanewise(FMA, DoubleVector.broadcast(DOUBLES, -LN2), product);
            DoubleVector rLow = n.lanewise(FMA, DoubleVector.broadcast(DOUBLES, -LN2_LOW), rest);
            DoubleVector r = rHigh.add(rLow);
            DoubleVector e = r.fma(Exponential.Q10, Exponential.Q9);
            e = e.lanewise(FMA, r, Exponential.Q8);
            e = e.lanewise(FMA, r, Exponential.Q7);
            e = e.lanewise(FMA, r, Exponential.Q6);
            e = e.lanewise(FMA, r, Exponential.Q5);
            e = e.lanewise(FMA, r, Exponential.Q4);
            e = e.lanewise(FMA, r, Exponential.Q3);
            e = e.lanewise(FMA, r, Exponential.Q2);
            e = e.lanewise(FMA, r, Exponential.Q1);
            e = e.lanewise(FMA, r, Exponential.Q0);
            DoubleVector sum = rHigh.add(1.0);
            DoubleVector sumLow = rHigh.sub(sum.sub(1.0));
            DoubleVector power = shifted.reinterpretAsLongs()
                    .lanewise(LSHL, 52)
                    .add(ONE_BITS)
                    .reinterpretAsDoubles();
            sum.add(sumLow.add(r.mul(r).fma(e, rLow))).mul(power).intoArray(out, i);
        }
        return i;
    }
}
