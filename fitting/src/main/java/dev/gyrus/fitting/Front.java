package dev.gyrus.fitting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Dominance among vectors of objectives that are to be minimised: one dominates another that is nowhere better and
 * somewhere worse.
 *
 * <p>All arrays are {@code [objective]}. Thread-safe.
 */
public final class Front {
    private Front() {}

    /** Whether the first dominates the second. */
    public static boolean dominates(double[] one, double[] other) {
        boolean better = false;
        for (int k = 0; k < one.length; k++) {
            if (one[k] > other[k]) {
                return false;
            }
            better |= one[k] < other[k];
        }
        return better;
    }

    /**
     * The fronts: those that nothing dominates, those that only the former dominate, and so on, by the fast sort of Deb
     * et al. 2002, doi:10.1109/4235.996017.
     *
     * @return indices, ascending in each front
     */
    public static List<List<Integer>> sort(List<double[]> objectives) {
        int size = objectives.size();
        int[] dominators = new int[size];
        List<List<Integer>> dominated = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            dominated.add(new ArrayList<>());
            for (int j = 0; j < size; j++) {
                if (dominates(objectives.get(i), objectives.get(j))) {
                    dominated.get(i).add(j);
                } else if (dominates(objectives.get(j), objectives.get(i))) {
                    dominators[i]++;
                }
            }
        }
        List<List<Integer>> fronts = new ArrayList<>();
        List<Integer> front = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (dominators[i] == 0) {
                front.add(i);
            }
        }
        while (!front.isEmpty()) {
            fronts.add(front);
            List<Integer> next = new ArrayList<>();
            for (int i : front) {
                for (int j : dominated.get(i)) {
                    if (--dominators[j] == 0) {
                        next.add(j);
                    }
                }
            }
            next.sort(Comparator.naturalOrder());
            front = next;
        }
        return fronts;
    }

    /** Indices of those that nothing dominates, ascending; vectors that are not finite throughout don't count. */
    public static List<Integer> of(List<double[]> objectives) {
        List<Integer> front = new ArrayList<>();
        for (int i = 0; i < objectives.size(); i++) {
            double[] one = objectives.get(i);
            if (finite(one) && objectives.stream().noneMatch(other -> finite(other) && dominates(other, one))) {
                front.add(i);
            }
        }
        return front;
    }

    private static boolean finite(double[] objectives) {
        return Arrays.stream(objectives).allMatch(Double::isFinite);
    }

    /**
     * The volume that the vectors dominate below a reference: E. Zitzler and L. Thiele, IEEE Trans. Evol. Comput. 3
     * (1999) 257–271, doi:10.1109/4235.797969. By slices along the last objective: for a few objectives.
     *
     * @param reference worse than all that is to count, in each objective
     */
    public static double hypervolume(List<double[]> objectives, double[] reference) {
        List<double[]> counted = objectives.stream()
                .filter(one -> finite(one) && below(one, reference))
                .toList();
        return volume(counted, reference, reference.length);
    }

    private static boolean below(double[] one, double[] reference) {
        for (int k = 0; k < reference.length; k++) {
            if (one[k] >= reference[k]) {
                return false;
            }
        }
        return true;
    }

    private static double volume(List<double[]> objectives, double[] reference, int dimensions) {
        int last = dimensions - 1;
        List<double[]> sorted = objectives.stream()
                .sorted(Comparator.comparingDouble(one -> one[last]))
                .toList();
        if (dimensions == 1) {
            return sorted.isEmpty() ? 0 : reference[0] - sorted.get(0)[0];
        }
        double volume = 0;
        for (int k = 0; k < sorted.size(); k++) {
            double end = k + 1 < sorted.size() ? sorted.get(k + 1)[last] : reference[last];
            double thickness = end - sorted.get(k)[last];
            if (thickness > 0) {
                volume += thickness * volume(sorted.subList(0, k + 1), reference, last);
            }
        }
        return volume;
    }
}
