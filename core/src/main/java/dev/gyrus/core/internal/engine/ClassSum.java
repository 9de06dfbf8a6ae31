package dev.gyrus.core.internal.engine;

import dev.gyrus.core.internal.math.BlockSum;
import java.util.Arrays;

/**
 * The connections of one delay class, laid out to be summed over one tape.
 *
 * <p>Each target reads some hundred steps of the past of every source. The pasts of a large network do not fit into the
 * near caches, so the sources are cut into tiles that do, and all targets take the sources of one tile before those of the
 * next: each sum still meets its sources in ascending order.
 */
final class ClassSum {
    /** Of the past of one tile, in bytes: between the first-level cache and the second. */
    private static final int TILE = 96 << 10;

    /** Below this, in bytes, the second-level cache is good enough. */
    private static final int SMALL = 256 << 10;

    /** Fewer connections per target would not be worth fetching its sums for. */
    private static final int FEWEST = 64;

    private final BlockSum blockSum;
    private final Tape tape;
    private final int nodes;
    private final boolean[] repeats;
    private final BlockSum.Rows[][] tiles;

    /**
     * @param size how many steps are summed at once
     * @param squares whether the second weights are the squares of the first ones
     * @param repeats targets that have the same connections as the one before, or null where there are none
     */
    ClassSum(Csr csr, BlockSum blockSum, Tape tape, int size, boolean squares, boolean[] repeats) {
        this.blockSum = blockSum;
        this.tape = tape;
        this.repeats = repeats;
        nodes = csr.targets();
        int[] offsets = csr.offsets(tape.length());
        int[][] borders = borders(csr, size, tape.lanes());
        int sums = squares ? 1 : csr.weights().length;
        tiles = new BlockSum.Rows[sums][csr.isEmpty() ? 0 : borders.length - 1];
        for (int v = 0; v < sums; v++) {
            for (int tile = 0; tile < tiles[v].length; tile++) {
                tiles[v][tile] = new BlockSum.Rows(csr.weights()[v], offsets, borders[tile], borders[tile + 1]);
            }
        }
    }

    /** Where the connections of each tile begin, by target, and where the last ones end. */
    private static int[][] borders(Csr csr, int size, int sources) {
        int targets = csr.targets();
        int count = tiles(csr, (csr.longest() + size) * (long) Double.BYTES, sources);
        int[][] borders = new int[count + 1][];
        borders[0] = Arrays.copyOf(csr.starts(), targets);
        for (int tile = 1; tile < count; tile++) {
            int first = (int) ((long) sources * tile / count);
            borders[tile] = borders[tile - 1].clone();
            for (int i = 0; i < targets; i++) {
                while (borders[tile][i] < csr.starts()[i + 1] && csr.sources()[borders[tile][i]] < first) {
                    borders[tile][i]++;
                }
            }
        }
        borders[count] = Arrays.copyOfRange(csr.starts(), 1, targets + 1);
        return borders;
    }

    private static int tiles(Csr csr, long bytes, int sources) {
        if (csr.isEmpty() || sources * bytes <= SMALL) {
            return 1;
        }
        long full = csr.sources().length / ((long) csr.targets() * FEWEST);
        return (int) Math.max(1, Math.min(full, sources * bytes / TILE));
    }

    /**
     * Adds the connections of some targets.
     *
     * @param sums one array, or one per function of the weight
     * @param at first step within the block
     * @param to behind the last target, in lanes
     */
    void add(double[][] sums, int at, int length, int from, int to) {
        int count = tiles[0].length;
        if (count == 0) {
            return;
        }
        int stride = tape.lanes() / (sums[0].length / BlockSum.STRIDE / nodes) * tape.length();
        for (int tile = 0; tile < count; tile++) {
            for (int first = from / nodes * nodes; first < to; first += nodes) {
                int shift = tape.head() + at + first / nodes * stride;
                int end = Math.min(to, first + nodes) - first;
                int i = Math.max(from, first) - first;
                while (i < end) {
                    int next = repeats == null ? end : nextRepeat(i, end);
                    add(tile, i, next, shift, sums, first * BlockSum.STRIDE + at, length);
                    i = repeats == null ? end : nextOriginal(next, end);
                }
            }
        }
    }

    private void add(int tile, int from, int to, int shift, double[][] sums, int at, int length) {
        double[] history = tape.values();
        if (tiles.length < sums.length) {
            blockSum.addWithSquares(tiles[0][tile], from, to, history, shift, sums[0], sums[1], at, length);
        } else {
            for (int v = 0; v < sums.length; v++) {
                blockSum.add(tiles[v][tile], from, to, history, shift, sums[v], at, length);
            }
        }
    }

    private int nextRepeat(int i, int end) {
        int next = i + 1;
        while (next < end && !repeats[next]) {
            next++;
        }
        return next;
    }

    private int nextOriginal(int i, int end) {
        int next = i;
        while (next < end && repeats[next]) {
            next++;
        }
        return next;
    }
}
