package dev.gyrus.core.internal.math;

import static dev.gyrus.core.internal.math.Lanes.COUNT;
import static dev.gyrus.core.internal.math.Lanes.DOUBLES;
import static dev.gyrus.core.internal.math.Lanes.LONGS;
import static jdk.incubator.vector.VectorOperators.FMA;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.ROL;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;

/**
 * {@link Threefry} and {@link BoxMuller} for whole vectors, operation by operation, as four loops over the results: words
 * (two loops), radii, Gaussians.
 */
final class VectorNoise implements Noise {
    private final Noise plain = new PlainNoise();

    @Override
    public void gaussians(
            long seed, long stream, long stepPair, long firstEntity, double[] even, double[] odd, int from, int to) {
        int end = from + (to - from) / COUNT * COUNT;
        eightRounds(seed, stream, stepPair, firstEntity, even, odd, from, end);
        fiveRounds(seed, stream, even, odd, from, end);
        radii(even, from, end);
        rotate(even, odd, from, end);
        plain.gaussians(seed, stream, stepPair, firstEntity, even, odd, end, to);
    }

    /** Leaves the words after eight rounds, as the bits of doubles. */
    private static void eightRounds(
            long key0, long key1, long counter0, long firstEntity, double[] even, double[] odd, int from, int to) {
        long key2 = Threefry.PARITY ^ key0 ^ key1;
        LongVector offsets = LongVector.zero(LONGS).addIndex(1);
        for (int i = from; i < to; i += COUNT) {
            LongVector b = offsets.add(firstEntity + i + key1);
            LongVector a = b.add(counter0 + key0);
            b = b.lanewise(ROL, Threefry.R0).lanewise(XOR, a);
            a = a.add(b);
            b = b.lanewise(ROL, Threefry.R1).lanewise(XOR, a);
            a = a.add(b);
            b = b.lanewise(ROL, Threefry.R2).lanewise(XOR, a);
            a = a.add(b);
            b = b.lanewise(ROL, Threefry.R3).lanewise(XOR, a);
            a = a.add(key1);
            b = b.add(key2 + 1);
            a = a.add(b);
            b = b.lanewise(ROL, Threefry.R4).lanewise(XOR, a);
            a = a.add(b);
            b = b.lanewise(ROL, Threefry.R5).lanewise(XOR, a);
            a = a.add(b);
            b = b.lanewise(ROL, Threefry.R6).lanewise(XOR, a);
            a = a.add(b);
            b = b.lanewise(ROL, Threefry.R7).lanewise(XOR, a);
            a.add(key2).reinterpretAsDoubles().intoArray(even, i);
            b.add(key0 + 2).reinterpretAsDoubles().intoArray(odd, i);
        }
    }

    /** Takes the words on to thirteen rounds and leaves u₁ in {@code even} and 4u₂ in {@code odd}. */
    private static void fiveRounds(long key0, long key1, double[] even, double[] odd, int from, int to) {
        for (int i = from; i < to; i += COUNT) {
            LongVector b = DoubleVector.fromArray(DOUBLES, odd, i).reinterpretAsLongs();
            LongVector a = DoubleVector.fromArray(DOUBLES, even, i)
                    .reinterpretAsLongs()
                    .add(b);
            b = b.lanewise(ROL, Threefry.R0).lanewise(XOR, a);
            a = a.add(b);
            b = b.lanewise(ROL, Threefry.R1).lanewise(XOR, a);
            a = a.add(b);
            b = b.lanewise(ROL, Threefry.R2).lanewise(XOR, a);
            a = a.add(b);
            b = b.lanewise(ROL, Threefry.R3).lanewise(XOR, a);
            a = a.add(key0);
            b = b.add(key1 + 3);
            a = a.add(b);
            b = b.lanewise(ROL, Threefry.R4).lanewise(XOR, a);
            DoubleVector u = a.lanewise(LSHR, 12).or(Exponential.ONE_BITS).reinterpretAsDoubles();
            DoubleVector.broadcast(DOUBLES, 2.0).sub(u).intoArray(even, i);
            DoubleVector w = b.lanewise(LSHR, 12).or(Exponential.ONE_BITS).reinterpretAsDoubles();
            w.sub(1.0).mul(4.0).intoArray(odd, i);
        }
    }

    /** u → √(−2 ln u) for u in (0, 1]. */
    private static void radii(double[] u, int from, int to) {
        for (int i = from; i < to; i += COUNT) {
            LongVector bits = DoubleVector.fromArray(DOUBLES, u, i)
                    .reinterpretAsLongs()
                    .add(Exponential.ONE_BITS - Logarithm.SQRT_HALF_BITS);
            DoubleVector k = bits.lanewise(LSHR, 52)
                    .or(Lanes.INTEGER_BITS)
                    .reinterpretAsDoubles()
                    .sub(Lanes.BIASED_INTEGER);
            DoubleVector f = bits.and(Logarithm.MANTISSA)
                    .add(Logarithm.SQRT_HALF_BITS)
                    .reinterpretAsDoubles()
                    .sub(1.0);
            DoubleVector s = f.div(f.add(2.0));
            DoubleVector z = s.mul(s);
            DoubleVector p = z.fma(Logarithm.P6, Logarithm.P5);
            p = p.lanewise(FMA, z, Logarithm.P4);
            p = p.lanewise(FMA, z, Logarithm.P3);
            p = p.lanewise(FMA, z, Logarithm.P2);
            p = p.lanewise(FMA, z, Logarithm.P1);
            p = p.lanewise(FMA, z, Logarithm.P0);
            DoubleVector h = f.mul(0.5).mul(f);
            DoubleVector correction = h.sub(s.fma(z.fma(p, h), k.mul(Exponential.LN2_LOW)));
            DoubleVector log = k.fma(DoubleVector.broadcast(DOUBLES, Exponential.LN2), f.sub(correction));
            log.mul(-2.0).sqrt().intoArray(u, i);
        }
    }

    /** (radius, 4u) → radius·(cos 2πu, sin 2πu). */
    private static void rotate(double[] even, double[] odd, int from, int to) {
        for (int i = from; i < to; i += COUNT) {
            DoubleVector turn = DoubleVector.fromArray(DOUBLES, odd, i);
            DoubleVector shifted = turn.add(Exponential.TO_INTEGER);
            DoubleVector r = turn.sub(shifted.sub(Exponential.TO_INTEGER)).mul(Circular.HALF_PI);
            DoubleVector z = r.mul(r);
            DoubleVector s = z.fma(Circular.S5, Circular.S4);
            s = s.lanewise(FMA, z, Circular.S3);
            s = s.lanewise(FMA, z, Circular.S2);
            s = s.lanewise(FMA, z, Circular.S1);
            s = s.lanewise(FMA, z, Circular.S0);
            LongVector sine = r.mul(z).fma(s, r).reinterpretAsLongs();
            DoubleVector c = z.fma(Circular.C5, Circular.C4);
            c = c.lanewise(FMA, z, Circular.C3);
            c = c.lanewise(FMA, z, Circular.C2);
            c = c.lanewise(FMA, z, Circular.C1);
            c = c.lanewise(FMA, z, Circular.C0);
            c = c.lanewise(FMA, z, -0.5);
            LongVector cosine = c.lanewise(FMA, z, 1.0).reinterpretAsLongs();
            LongVector quadrant = shifted.reinterpretAsLongs();
            LongVector change = sine.lanewise(XOR, cosine).and(quadrant.and(1).add(-1));
            LongVector sineSign = quadrant.and(2).lanewise(LSHL, 62);
            LongVector cosineSign = quadrant.add(1).and(2).lanewise(LSHL, 62);
            DoubleVector radius = DoubleVector.fromArray(DOUBLES, even, i);
            sine.lanewise(XOR, change)
                    .lanewise(XOR, cosineSign)
                    .reinterpretAsDoubles()
                    .mul(radius)
                    .intoArray(even, i);
            cosine.lanewise(XOR, change)
                    .lanewise(XOR, sineSign)
                    .reinterpretAsDoubles()
                    .mul(radius)
                    .intoArray(odd, i);
        }
    }
}
