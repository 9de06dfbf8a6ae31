package dev.gyrus.core.internal.math;

/** The inner loop of {@link Bilinear}: several quantities in given cells. */
interface CellLoop {
    /**
     * Evaluates all quantities. On entry {@code out[0][i]} and {@code out[1][i]} hold the positions p and q of point i, on
     * return {@code out[k][i]} holds quantity k there.
     *
     * @param cells {@code [i][j][a b c d][quantity]}, and at least two numbers more
     * @param row numbers per i
     * @param quantities two to four
     */
    void evaluate(double[] cells, int row, int quantities, double[][] out, int from, int to);
}
