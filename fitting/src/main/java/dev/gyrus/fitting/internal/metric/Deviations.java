package dev.gyrus.fitting.internal.metric;

/**
 * Mean and standard deviation of samples that come one after the other.
 *
 * <p>Samples are gathered in blocks, each has a mean and a sum of squares about it, and blocks are joined by the formulas of T.
 * F. Chan, G. H. Golub and R. J. LeVeque, The American Statistician 37 (1983) 242–247, doi:10.1080/00031305.1983.10483115. So
 * squares of large numbers are never subtracted, and the bits don't depend on how many samples come at a time.
 */
final class Deviations {
    private static final int BLOCK = 64;

    private final double[] block = new double[BLOCK];
    private int filled;
    private long count;
    private double mean;
    private double squares;

    void add(double[] samples, int from, int to) {
        for (int k = from; k < to; ) {
            int length = Math.min(to - k, BLOCK - filled);
            System.arraycopy(samples, k, block, filled, length);
            filled += length;
            k += length;
            if (filled == BLOCK) {
                join();
            }
        }
    }

    private void join() {
        if (filled == 0) {
            return;
        }
        double sum = 0;
        for (int k = 0; k < filled; k++) {
            sum += block[k] - block[0];
        }
        double own = block[0] + sum / filled;
        for (int k = 0; k < filled; k++) {
            squares += (block[k] - own) * (block[k] - own);
        }
        double shift = own - mean;
        double part = (double) filled / (count + filled);
        mean = count == 0 ? own : mean + part * shift;
        squares += count * part * shift * shift;
        count += filled;
        filled = 0;
    }

    /** Of all samples. */
    double mean() {
        join();
        return mean;
    }

    /** Of all samples: √(Σ(x − mean)²/n). */
    double deviation() {
        join();
        return Math.sqrt(squares / count);
    }
}
