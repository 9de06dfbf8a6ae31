package dev.gyrus.core.internal.math;

import static dev.gyrus.core.internal.math.Exponential.LN2;
import static dev.gyrus.core.internal.math.Exponential.LN2_LOW;
import static dev.gyrus.core.internal.math.Exponential.LOG2_E;
import static dev.gyrus.core.internal.math.Exponential.ONE_BITS;
import static dev.gyrus.core.internal.math.Exponential.Q0;
import static dev.gyrus.core.internal.math.Exponential.Q1;
import static dev.gyrus.core.internal.math.Exponential.Q10;
import static dev.gyrus.core.internal.math.Exponential.Q2;
import static dev.gyrus.core.internal.math.Exponential.Q3;
import static dev.gyrus.core.internal.math.Exponential.Q4;
import static dev.gyrus.core.internal.math.Exponential.Q5;
import static dev.gyrus.core.internal.math.Exponential.Q6;
import static dev.gyrus.core.internal.math.Exponential.Q7;
import static dev.gyrus.core.internal.math.Exponential.Q8;
import static dev.gyrus.core.internal.math.Exponential.Q9;
import static dev.gyrus.core.internal.math.Exponential.TANH_ONE;
import static dev.gyrus.core.internal.math.Exponential.TO_INTEGER;
import static dev.gyrus.core.internal.math.Lanes.COUNT;
import static dev.gyrus.core.internal.math.Lanes.DOUBLES;
import static jdk.incubator.vector.VectorOperators.FMA;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.DoubleVector;

/** {@link Exponential} for whole vectors, operation by operation. */
final class VectorExponential {
    /** Up to this |x| the result and the power of two in it are in the normal range. */
    static final double PLAIN = 708.0;

    private VectorExponential() {}

    static int exp(double[] x, double[] out, int from, int to) {
        int i = from;
        for (; i <= to - COUNT; i += COUNT) {
            DoubleVector v = DoubleVector.fromArray(DOUBLES, x, i);
            if (v.abs().compare(GT, PLAIN).anyTrue()) {
                return i;
            }
            DoubleVector shifted = v.fma(LOG2_E, TO_INTEGER);
            DoubleVector n = shifted.sub(TO_INTEGER);
            DoubleVector high = n.lanewise(FMA, DoubleVector.broadcast(DOUBLES, -LN2), v);
            DoubleVector low = n.mul(-LN2_LOW);
            DoubleVector r = high.add(low);
            DoubleVector q = r.fma(Q10, Q9);
            q = q.lanewise(FMA, r, Q8);
            q = q.lanewise(FMA, r, Q7);
            q = q.lanewise(FMA, r, Q6);
            q = q.lanewise(FMA, r, Q5);
            q = q.lanewise(FMA, r, Q4);
            q = q.lanewise(FMA, r, Q3);
            q = q.lanewise(FMA, r, Q2);
            q = q.lanewise(FMA, r, Q1);
            q = q.lanewise(FMA, r, Q0);
            DoubleVector sum = high.add(1.0);
            DoubleVector rest = high.sub(sum.sub(1.0));
            DoubleVector e = sum.add(rest.add(r.mul(r).fma(q, low)));
            DoubleVector power = shifted.reinterpretAsLongs()
                    .lanewise(LSHL, 52)
                    .add(ONE_BITS)
                    .reinterpretAsDoubles();
            e.mul(power).intoArray(out, i);
        }
        return i;
    }

    static int sigmoid(double[] x, double[] out, int from, int to) {
        int i = from;
        for (; i <= to - COUNT; i += COUNT) {
            DoubleVector argument = DoubleVector.fromArray(DOUBLES, x, i);
            DoubleVector magnitude = argument.abs();
            if (magnitude.compare(GT, PLAIN).anyTrue()) {
                return i;
            }
            DoubleVector v = magnitude.neg();
            DoubleVector shifted = v.fma(LOG2_E, TO_INTEGER);
            DoubleVector n = shifted.sub(TO_INTEGER);
            DoubleVector high = n.lanewise(FMA, DoubleVector.broadcast(DOUBLES, -LN2), v);
            DoubleVector low = n.mul(-LN2_LOW);
            DoubleVector r = high.add(low);
            DoubleVector q = r.fma(Q10, Q9);
            q = q.lanewise(FMA, r, Q8);
            q = q.lanewise(FMA, r, Q7);
            q = q.lanewise(FMA, r, Q6);
            q = q.lanewise(FMA, r, Q5);
            q = q.lanewise(FMA, r, Q4);
            q = q.lanewise(FMA, r, Q3);
            q = q.lanewise(FMA, r, Q2);
            q = q.lanewise(FMA, r, Q1);
            q = q.lanewise(FMA, r, Q0);
            DoubleVector one = high.add(1.0);
            DoubleVector rest = high.sub(one.sub(1.0));
            DoubleVector power = shifted.reinterpretAsLongs()
                    .lanewise(LSHL, 52)
                    .add(ONE_BITS)
                    .reinterpretAsDoubles();
            DoubleVector e = one.add(rest.add(r.mul(r).fma(q, low))).mul(power);
            DoubleVector sum = e.add(1.0);
            DoubleVector lost = e.sub(sum.sub(1.0));
            var negative = argument.compare(LT, 0.0);
            DoubleVector ratio =
                    DoubleVector.broadcast(DOUBLES, 1.0).blend(e, negative).div(sum);
            DoubleVector reciprocal =
                    ratio.blend(DoubleVector.broadcast(DOUBLES, 1.0).sub(ratio), negative);
            ratio.neg().mul(lost).fma(reciprocal, ratio).intoArray(out, i);
        }
        return i;
    }

    static int tanh(double[] x, double[] out, int from, int to) {
        int i = from;
        for (; i <= to - COUNT; i += COUNT) {
            DoubleVector v = DoubleVector.fromArray(DOUBLES, x, i);
            DoubleVector magnitude = v.abs();
            DoubleVector twice = magnitude.add(magnitude);
            DoubleVector shifted = twice.fma(LOG2_E, TO_INTEGER);
            DoubleVector n = shifted.sub(TO_INTEGER);
            DoubleVector high = n.lanewise(FMA, DoubleVector.broadcast(DOUBLES, -LN2), twice);
            DoubleVector low = n.mul(-LN2_LOW);
            DoubleVector r = high.add(low);
            DoubleVector q = r.fma(Q10, Q9);
            q = q.lanewise(FMA, r, Q8);
            q = q.lanewise(FMA, r, Q7);
            q = q.lanewise(FMA, r, Q6);
            q = q.lanewise(FMA, r, Q5);
            q = q.lanewise(FMA, r, Q4);
            q = q.lanewise(FMA, r, Q3);
            q = q.lanewise(FMA, r, Q2);
            q = q.lanewise(FMA, r, Q1);
            q = q.lanewise(FMA, r, Q0);
            DoubleVector power = shifted.reinterpretAsLongs()
                    .lanewise(LSHL, 52)
                    .add(ONE_BITS)
                    .reinterpretAsDoubles();
            DoubleVector d = power.fma(r.mul(r).fma(q, low), power.fma(high, power.sub(1.0)));
            DoubleVector sum = d.add(2.0);
            DoubleVector lost = d.sub(sum.sub(2.0));
            DoubleVector ratio = d.div(sum);
            DoubleVector value = ratio.neg().mul(lost).fma(ratio.fma(-0.5, 0.5), ratio);
            value.blend(1.0, magnitude.compare(GT, TANH_ONE))
                    .reinterpretAsLongs()
                    .or(v.reinterpretAsLongs().and(Long.MIN_VALUE))
                    .reinterpretAsDoubles()
                    .intoArray(out, i);
        }
        return i;
    }
}
