package dev.gyrus.plot.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Where an axis is marked, and what is written there.
 *
 * <p>Linear steps are 1, 2 or 5 times a power of ten, after P. Heckbert, "Nice numbers for graph labels", in A. Glassner
 * (ed.), <i>Graphics Gems</i>, Academic Press 1990, pp. 61–63. Logarithmic axes are marked at powers of ten, or at 1, 2
 * and 5 times these where they span less than two decades. Thread-safe: immutable.
 *
 * @param values ascending
 * @param labels one per value
 * @param minor further marks without labels
 * @param exponent the labels are to be multiplied by ten to this power
 */
public record Ticks(double[] values, List<String> labels, double[] minor, int exponent) {
    private static final int[] MANTISSAS = {1, 2, 5};
    private static final double[] NONE = {};

    /** A step {@code mantissa · 10^power}. */
    private record Step(int mantissa, int power) {
        BigDecimal times(long count) {
            return BigDecimal.valueOf(count * mantissa).scaleByPowerOfTen(power);
        }

        double value() {
            return times(1).doubleValue();
        }
    }

    public Ticks {
        labels = List.copyOf(labels);
    }

    /** The smallest nice step that cuts a span into no more than so many pieces. */
    public static double step(double span, int pieces) {
        return stepOf(span, pieces).value();
    }

    /** Marks between two numbers, ends included where they are round, at most {@code most + 1} of them. */
    public static Ticks linear(double min, double max, int most) {
        Step step = stepOf(max - min, most);
        long first = (long) Math.ceil(min / step.value() - 1e-6);
        long last = (long) Math.floor(max / step.value() + 1e-6);
        return marked(step, first, last);
    }

    /** Marks of which the first and last enclose the two numbers, at most {@code most + 1} of them. */
    public static Ticks enclosing(double min, double max, int most) {
        int pieces = Math.max(min < 0 && max > 0 ? 2 : 1, most);
        Step step = stepOf(max - min, pieces);
        while (true) {
            long first = (long) Math.floor(min / step.value() + 1e-6);
            long last = (long) Math.ceil(max / step.value() - 1e-6);
            if (last - first <= pieces) {
                return marked(step, first, last);
            }
            step = stepOf(step.value() * 1.5, 1);
        }
    }

    private static Ticks marked(Step step, long first, long last) {
        double largest = step.value() * Math.max(Math.abs(first), Math.abs(last));
        int exponent = 0;
        if (largest >= 1e5 || largest < 1e-2) {
            exponent = 3 * Math.floorDiv((int) Math.floor(Math.log10(largest)), 3);
        }
        double[] values = new double[(int) (last - first + 1)];
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            BigDecimal value = step.times(first + i);
            values[i] = value.doubleValue();
            labels.add(written(value.scaleByPowerOfTen(-exponent)));
        }
        return new Ticks(values, labels, NONE, exponent);
    }

    /** The first value. */
    public double first() {
        return values[0];
    }

    /** The last value. */
    public double last() {
        return values[values.length - 1];
    }

    /** Marks between two positive numbers, on a logarithmic axis, at most {@code most + 1} of them if decades allow. */
    public static Ticks logarithmic(double min, double max, int most) {
        int low = (int) Math.ceil(Math.log10(min) - 1e-9);
        int high = (int) Math.floor(Math.log10(max) + 1e-9);
        if (high - low < 1) {
            return withinDecade(min, max, most);
        }
        int every = Math.max(1, (int) Math.ceil((high - low) / (double) Math.max(1, most)));
        boolean plain = low >= -3 && high <= 4;
        List<Double> values = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        List<Double> minor = new ArrayList<>();
        for (int decade = low - 1; decade <= high; decade++) {
            BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(decade);
            if (decade >= low && Math.floorMod(decade - low, every) == 0) {
                values.add(power.doubleValue());
                labels.add(plain ? written(power) : "10" + superscript(decade));
            } else if (decade >= low) {
                minor.add(power.doubleValue());
            }
            for (int digit = 2; digit <= 9 && every == 1; digit++) {
                double value = power.multiply(BigDecimal.valueOf(digit)).doubleValue();
                if (value >= min && value <= max) {
                    minor.add(value);
                }
            }
        }
        return new Ticks(toArray(values), labels, toArray(minor), 0);
    }

    /** A range that can be drawn: finite, ascending, wide enough to be told apart from a point. */
    public static double[] drawable(double min, double max) {
        if (!(min <= max)) {
            return new double[] {0, 1};
        }
        double size = Math.max(Math.abs(min), Math.abs(max));
        if (max - min > 1e-9 * size) {
            return new double[] {min, max};
        }
        double half = size == 0 ? 1 : 0.1 * size;
        return new double[] {min - half, max + half};
    }

    /** The power of ten as superscript digits. */
    public static String superscript(int power) {
        StringBuilder text = new StringBuilder(power < 0 ? "⁻" : "");
        for (char digit : Integer.toString(Math.abs(power)).toCharArray()) {
            text.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
        }
        return text.toString();
    }

    /** A number with at most so many significant digits, as ticks are written; a dash for what is no number. */
    public static String rounded(double value, int digits) {
        return Double.isFinite(value) ? written(new BigDecimal(value, new MathContext(digits))) : "–";
    }

    /** A number with so many decimals, as ticks are written; a dash for what is no number. */
    public static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString()
                .replace('-', '−');
    }

    private static Ticks withinDecade(double min, double max, int most) {
        List<Double> values = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (int decade = (int) Math.floor(Math.log10(min)); decade <= Math.ceil(Math.log10(max)); decade++) {
            for (int mantissa : MANTISSAS) {
                BigDecimal value = BigDecimal.valueOf(mantissa).scaleByPowerOfTen(decade);
                if (value.doubleValue() >= min * (1 - 1e-9) && value.doubleValue() <= max * (1 + 1e-9)) {
                    values.add(value.doubleValue());
                    labels.add(written(value));
                }
            }
        }
        return values.size() < 2 ? linear(min, max, most) : new Ticks(toArray(values), labels, NONE, 0);
    }

    private static Step stepOf(double span, int pieces) {
        double least = span / Math.max(1, pieces);
        int power = (int) Math.floor(Math.log10(least)) - 1;
        while (true) {
            for (int mantissa : MANTISSAS) {
                Step step = new Step(mantissa, power);
                if (step.value() >= least * (1 - 1e-9)) {
                    return step;
                }
            }
            power++;
        }
    }

    private static String written(BigDecimal value) {
        return value.signum() == 0
                ? "0"
                : value.stripTrailingZeros().toPlainString().replace('-', '−');
    }

    private static double[] toArray(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
