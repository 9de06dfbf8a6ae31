package dev.gyrus.core.internal.engine;

import dev.gyrus.core.Observer;
import java.util.Arrays;

/** The lanes of one part of a group that fired at each of the latest samples, ascending. */
final class SpikeLists {
    private final int[][] lists;
    private final int mask;

    /** @param samples how many must stay readable */
    SpikeLists(int samples) {
        int capacity = Integer.highestOneBit(Math.max(2, samples) - 1) << 1;
        lists = new int[capacity][];
        mask = capacity - 1;
        clear();
    }

    void clear() {
        Arrays.fill(lists, Observer.Block.NONE);
    }

    int[] at(long sample) {
        return lists[(int) sample & mask];
    }

    /** Keeps the first so many of some lanes. */
    void put(long sample, int[] lanes, int count) {
        lists[(int) sample & mask] = count == 0 ? Observer.Block.NONE : Arrays.copyOf(lanes, count);
    }

    /** The position of the first lane that is not below another. */
    static int find(int[] list, int lane) {
        if (list.length == 0 || list[0] >= lane) {
            return 0;
        }
        int at = Arrays.binarySearch(list, lane);
        return at >= 0 ? at : -at - 1;
    }
}
