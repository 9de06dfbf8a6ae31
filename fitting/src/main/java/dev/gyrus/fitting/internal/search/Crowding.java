package dev.gyrus.fitting.internal.search;

import dev.gyrus.fitting.Front;
import dev.gyrus.fitting.Individual;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Survivors by fronts and crowding distance (Deb et al. 2002). */
public final class Crowding {
    private Crowding() {}

    public static List<Individual> select(List<Individual> from, int count) {
        List<Individual> survivors = new ArrayList<>();
        for (List<Integer> front : Front.sort(objectives(from))) {
            List<Individual> members = front.stream().map(from::get).toList();
            if (survivors.size() + members.size() > count) {
                double[] distance = distances(objectives(members));
                List<Integer> order = new ArrayList<>(indices(members.size()));
                order.sort(Comparator.comparingDouble(k -> -distance[k]));
                order.subList(0, count - survivors.size()).forEach(k -> survivors.add(members.get(k)));
                break;
            }
            survivors.addAll(members);
        }
        return survivors;
    }

    static List<double[]> objectives(List<Individual> individuals) {
        return individuals.stream().map(Individual::objectives).toList();
    }

    private static List<Integer> indices(int size) {
        return IntStream.range(0, size).boxed().toList();
    }

    /**
     * For each member of a front the extent of the gap between its neighbours, summed over objectives; ∞ at the ends.
     */
    static double[] distances(List<double[]> front) {
        double[] distance = new double[front.size()];
        for (int objective = 0; objective < front.get(0).length; objective++) {
            int m = objective;
            Integer[] order = indices(front.size()).toArray(Integer[]::new);
            Arrays.sort(order, Comparator.comparingDouble(k -> front.get(k)[m]));
            int last = order.length - 1;
            double extent = front.get(order[last])[m] - front.get(order[0])[m];
            distance[order[0]] = Double.POSITIVE_INFINITY;
            distance[order[last]] = Double.POSITIVE_INFINITY;
            for (int k = 1; k < last && extent > 0; k++) {
                distance[order[k]] += (front.get(order[k + 1])[m] - front.get(order[k - 1])[m]) / extent;
            }
        }
        return distance;
    }
}
