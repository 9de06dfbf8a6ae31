package dev.gyrus.cli.internal.command;

/** Numbers as people write them. */
final class Numbers {
    private Numbers() {}

    /** The shortest text that reads back as the same number. */
    static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value).replace(".0E", "E").replace('E', 'e');
    }

    /** Bounds; the smallest positive and the largest negative number stand for open ends at zero. */
    static String range(double low, double high) {
        boolean below = low != Double.NEGATIVE_INFINITY;
        boolean above = high != Double.POSITIVE_INFINITY;
        if (below && above && low != Double.MIN_VALUE && high != -Double.MIN_VALUE) {
            return text(low) + " … " + text(high);
        }
        String lower = low == Double.MIN_VALUE ? "> 0" : below ? "≥ " + text(low) : "";
        String upper = high == -Double.MIN_VALUE ? "< 0" : above ? "≤ " + text(high) : "";
        return lower.isEmpty() || upper.isEmpty() ? lower + upper : lower + ", " + upper;
    }
}
