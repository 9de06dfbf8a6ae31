package dev.gyrus.analysis.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Local maxima of a signal that stand far enough apart and high enough above their surroundings, as found by SciPy's
 * {@code signal.find_peaks}.
 */
public final class Peaks {
    private Peaks() {}

    /**
     * The peaks, ascending.
     *
     * @param distance the least distance of two peaks, in samples: the lower of two closer ones goes
     * @param prominence the least height above the higher of the two deepest valleys that separate the peak, on the left
     *     and on the right, from anything higher or from the signal's end
     */
    public static int[] find(double[] signal, double distance, double prominence) {
        int[] apart = apart(maxima(signal), signal, distance);
        return Arrays.stream(apart)
                .filter(peak -> prominence(signal, peak) >= prominence)
                .toArray();
    }

    /** Samples that rise from the left and fall to the right; of a plateau its middle, rounded down. */
    private static int[] maxima(double[] x) {
        IntStream.Builder peaks = IntStream.builder();
        int k = 1;
        while (k < x.length - 1) {
            int end = k;
            while (end < x.length - 1 && x[end + 1] == x[k]) {
                end++;
            }
            if (x[k - 1] < x[k] && end < x.length - 1 && x[end + 1] < x[k]) {
                peaks.add((k + end) / 2);
            }
            k = end + 1;
        }
        return peaks.build().toArray();
    }

    /** Goes from the highest to the lowest, the later of equals first, and drops what is too near to a kept one. */
    private static int[] apart(int[] peaks, double[] x, double distance) {
        int gap = (int) Math.ceil(distance);
        boolean[] dropped = new boolean[peaks.length];
        int[] byHeight = IntStream.range(0, peaks.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer p) -> x[peaks[p]]).thenComparingInt(p -> p))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int rank = peaks.length - 1; rank >= 0; rank--) {
            int kept = byHeight[rank];
            if (dropped[kept]) {
                continue;
            }
            for (int p = kept - 1; p >= 0 && peaks[kept] - peaks[p] < gap; p--) {
                dropped[p] = true;
            }
            for (int p = kept + 1; p < peaks.length && peaks[p] - peaks[kept] < gap; p++) {
                dropped[p] = true;
            }
        }
        return IntStream.range(0, peaks.length)
                .filter(p -> !dropped[p])
                .map(p -> peaks[p])
                .toArray();
    }

    private static double prominence(double[] x, int peak) {
        double left = x[peak];
        for (int k = peak; k >= 0 && x[k] <= x[peak]; k--) {
            left = Math.min(left, x[k]);
        }
        double right = x[peak];
        for (int k = peak; k < x.length && x[k] <= x[peak]; k++) {
            right = Math.min(right, x[k]);
        }
        return x[peak] - Math.max(left, right);
    }
}
