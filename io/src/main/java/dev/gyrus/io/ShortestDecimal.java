package dev.gyrus.io;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/*
 * Schubfach [1]: the shortest decimal in the rounding interval of a double, and of the shortest the nearest.
 *
 * A double v = c·2^q is the nearest one to every real within (v⁻, v⁺), the midpoints to its neighbours. Let 10^k be the
 * largest power of ten not above the interval's width. Then the interval holds at least one multiple of 10^k, and at
 * most one multiple of 10^(k+1): if there is one, it has the fewest digits; else the shortest is one of the two multiples
 * of 10^k around v. So it suffices to compare v⁻, v, v⁺, scaled by 10^-k, with four integers. The scaled values are
 * products of a 55-bit integer with 10^-k rounded up to 126 bits; [1] shows that these, reduced to integers with a sticky
 * last bit ("round to odd"), compare as the exact ones do.
 *
 * Java's own Double.toString does this from version 19 on; in 17 it sometimes writes a digit too many (JDK-4511638).
 *
 * [1] R. Giulietti, The Schubfach way to render doubles, 2020, https://drive.google.com/file/d/1IEeATSVnEE6TkrHlCYNY2GjaraBjOT4f
 */
/**
 * Writes a double as the shortest decimal that reads back as the same double, in the form of {@link Double#toString}:
 * plain from 0.001 to below 10⁷, else with an exponent as in {@code 1.5E-7}; the same on every Java version.
 */
final class ShortestDecimal {
    /** No double needs more characters, as in {@code -1.2345678901234567E-308}. */
    static final int LONGEST = 24;

    private static final long MASK = (1L << 63) - 1;
    private static final int LOWEST_POWER = -292;
    private static final int HIGHEST_POWER = 324;

    /** For each power p: the upper and the lower 63 bits of ⌊10^p · 2^r⌋ + 1, r such that it has 126 bits. */
    private static final long[] POWERS = powers();

    private ShortestDecimal() {}

    /** The text of a double. */
    static String of(double value) {
        byte[] out = new byte[LONGEST];
        return new String(out, 0, write(value, out, 0), StandardCharsets.ISO_8859_1);
    }

    /** Writes the text at a position of {@code out}, which must have room for {@link #LONGEST} more, and returns its end. */
    static int write(double value, byte[] out, int at) {
        long bits = Double.doubleToRawLongBits(value);
        int biased = (int) (bits >>> 52) & 0x7ff;
        long fraction = bits & ((1L << 52) - 1);
        if (biased == 0x7ff && fraction != 0) {
            return text("NaN", out, at);
        }
        if (bits < 0) {
            out[at++] = '-';
        }
        if (biased == 0x7ff) {
            return text("Infinity", out, at);
        }
        if (biased == 0 && fraction == 0) {
            return text("0.0", out, at);
        }
        int q = biased == 0 ? -1074 : biased - 1075;
        long c = biased == 0 ? fraction : fraction | 1L << 52;
        if (q <= 0 && q > -53 && (c & ((1L << -q) - 1)) == 0) {
            return render(c >> -q, 0, out, at);
        }
        return shortest(c, q, fraction == 0 && biased > 1, out, at);
    }

    /** @param narrow whether v is a power of two, so that its lower neighbour is only half as far */
    private static int shortest(long c, int q, boolean narrow, byte[] out, int at) {
        int k = narrow ? floorLog10ThreeQuarters(q) : floorLog10(q);
        int h = q + floorLog2OfTen(-k) + 2;
        int power = 2 * (-k - LOWEST_POWER);
        long upper = POWERS[power];
        long lower = POWERS[power + 1];
        long v = scaled(upper, lower, c << 2 << h);
        long below = scaled(upper, lower, ((c << 2) - (narrow ? 1 : 2)) << h);
        long above = scaled(upper, lower, ((c << 2) + 2) << h);
        // The interval includes its ends for even c: ties go to even.
        int open = (int) c & 1;
        long s = v >> 2;
        if (s >= 100) {
            long s10 = s / 10 * 10;
            boolean lowInside = below + open <= s10 << 2;
            boolean highInside = ((s10 + 10) << 2) + open <= above;
            if (lowInside != highInside) {
                return render(lowInside ? s10 : s10 + 10, k, out, at);
            }
        }
        boolean lowInside = below + open <= s << 2;
        boolean highInside = ((s + 1) << 2) + open <= above;
        boolean low = lowInside;
        if (lowInside == highInside) {
            long middle = v - ((2 * s + 1) << 1);
            low = middle < 0 || (middle == 0 && (s & 1) == 0);
        }
        return render(low ? s : s + 1, k, out, at);
    }

    /** ⌊x · 10^p / 2^…⌋ with a sticky last bit. */
    private static long scaled(long upper, long lower, long x) {
        long carry = Math.multiplyHigh(lower, x);
        long middle = (upper * x >>> 1) + carry;
        long high = Math.multiplyHigh(upper, x) + (middle >>> 63);
        return high | (((middle & MASK) + MASK) >>> 63);
    }

    /** Writes digits · 10^k. */
    private static int render(long digits, int k, byte[] out, int at) {
        while (digits % 10 == 0) {
            digits /= 10;
            k++;
        }
        int n = 1;
        for (long ten = 10; n < 18 && digits >= ten; ten *= 10) {
            n++;
        }
        int point = n + k;
        if (point > 0 && point <= 7) {
            if (n <= point) {
                digits(digits, n, out, at);
                java.util.Arrays.fill(out, at + n, at + point, (byte) '0');
                return text(".0", out, at + point);
            }
            digits(digits, n, out, at + 1);
            System.arraycopy(out, at + 1, out, at, point);
            out[at + point] = '.';
            return at + n + 1;
        }
        if (point <= 0 && point > -3) {
            at = text("0.", out, at);
            java.util.Arrays.fill(out, at, at - point, (byte) '0');
            digits(digits, n, out, at - point);
            return at - point + n;
        }
        digits(digits, n, out, at + 1);
        out[at] = out[at + 1];
        out[at + 1] = '.';
        at = n == 1 ? text("0", out, at + 2) : at + n + 1;
        out[at++] = 'E';
        int exponent = point - 1;
        if (exponent < 0) {
            out[at++] = '-';
            exponent = -exponent;
        }
        int width = exponent < 10 ? 1 : exponent < 100 ? 2 : 3;
        digits(exponent, width, out, at);
        return at + width;
    }

    private static void digits(long digits, int n, byte[] out, int at) {
        for (int j = at + n - 1; j >= at; j--) {
            out[j] = (byte) ('0' + digits % 10);
            digits /= 10;
        }
    }

    private static int text(String text, byte[] out, int at) {
        for (int j = 0; j < text.length(); j++) {
            out[at + j] = (byte) text.charAt(j);
        }
        return at + text.length();
    }

    /** ⌊log₁₀ 2^q⌋; the constants are log₁₀ 2, log₁₀ ¾ and log₂ 10 in fixed point, exact over the range of doubles. */
    private static int floorLog10(int q) {
        return (int) (q * 661_971_961_083L >> 41);
    }

    /** ⌊log₁₀ (¾ · 2^q)⌋. */
    private static int floorLog10ThreeQuarters(int q) {
        return (int) (q * 661_971_961_083L - 274_743_187_321L >> 41);
    }

    /** ⌊log₂ 10^p⌋. */
    private static int floorLog2OfTen(int p) {
        return (int) (p * 913_124_641_741L >> 38);
    }

    private static long[] powers() {
        long[] powers = new long[2 * (HIGHEST_POWER - LOWEST_POWER + 1)];
        BigInteger mask = BigInteger.valueOf(MASK);
        for (int p = LOWEST_POWER; p <= HIGHEST_POWER; p++) {
            int r = 125 - floorLog2OfTen(p);
            BigInteger ten = BigInteger.TEN.pow(Math.abs(p));
            BigInteger scaled = p < 0 ? BigInteger.ONE.shiftLeft(r).divide(ten) : ten.shiftLeft(r);
            BigInteger g = scaled.add(BigInteger.ONE);
            powers[2 * (p - LOWEST_POWER)] = g.shiftRight(63).longValueExact();
            powers[2 * (p - LOWEST_POWER) + 1] = g.and(mask).longValueExact();
        }
        return powers;
    }
}
