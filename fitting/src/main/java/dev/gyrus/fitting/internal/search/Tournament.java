package dev.gyrus.fitting.internal.search;

import dev.gyrus.fitting.Draws;
import dev.gyrus.fitting.Front;
import dev.gyrus.fitting.Individual;
import java.util.ArrayList;
import java.util.List;

/**
 * Tournaments of two by dominance, then crowding distance in the own front, then chance (Deb et al. 2002). Each takes
 * part once before anyone takes part again.
 */
public final class Tournament {
    private Tournament() {}

    public static List<Individual> select(List<Individual> from, int count, Draws draws) {
        double[] crowding = new double[from.size()];
        for (List<Integer> front : Front.sort(Crowding.objectives(from))) {
            double[] own = Crowding.distances(
                    front.stream().map(k -> from.get(k).objectives()).toList());
            for (int k = 0; k < own.length; k++) {
                crowding[front.get(k)] = own[k];
            }
        }
        List<Individual> chosen = new ArrayList<>();
        int[] order = {};
        int next = 0;
        while (chosen.size() < count) {
            if (next + 1 >= order.length) {
                order = from.size() > 1 ? draws.shuffled(from.size()) : new int[] {0, 0};
                next = 0;
            }
            chosen.add(from.get(winner(from, crowding, order[next], order[next + 1], draws)));
            next += 2;
        }
        return chosen;
    }

    private static int winner(List<Individual> from, double[] crowding, int one, int other, Draws draws) {
        double[] first = from.get(one).objectives();
        double[] second = from.get(other).objectives();
        if (Front.dominates(first, second)) {
            return one;
        }
        if (Front.dominates(second, first)) {
            return other;
        }
        if (crowding[one] != crowding[other]) {
            return crowding[one] > crowding[other] ? one : other;
        }
        return draws.uniform() < 0.5 ? one : other;
    }
}
