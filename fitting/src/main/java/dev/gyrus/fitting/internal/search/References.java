package dev.gyrus.fitting.internal.search;

import dev.gyrus.fitting.Draws;
import dev.gyrus.fitting.Front;
import dev.gyrus.fitting.Individual;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Survivors of NSGA-III: whole fronts, and of the first that does not fit those members that lie nearest to the
 * directions with the fewest survivors so far.
 *
 * <p>Objectives are translated by the best value of each and divided by the intercepts of the plane through the extreme
 * members (by the worst values of the first front where there is no such plane). Directions are those of Das and
 * Dennis's lattice: all vectors of multiples of 1/divisions that sum to one. K. Deb and H. Jain, IEEE Trans. Evol.
 * Comput. 18 (2014) 577–601, doi:10.1109/TEVC.2013.2281535; unlike there, extreme members are found anew each time.
 *
 * @param divisions of the lattice
 */
public record References(int divisions) {
    private static final double SMALL = 1e-6;

    public List<Individual> select(List<Individual> from, int count, Draws draws) {
        List<Individual> survivors = new ArrayList<>();
        List<Individual> candidates = List.of();
        List<List<Integer>> fronts = Front.sort(Crowding.objectives(from));
        for (List<Integer> front : fronts) {
            candidates = front.stream().map(from::get).toList();
            if (survivors.size() + candidates.size() > count) {
                break;
            }
            survivors.addAll(candidates);
            candidates = List.of();
        }
        if (!candidates.isEmpty() && survivors.size() < count) {
            List<double[]> first =
                    fronts.get(0).stream().map(k -> from.get(k).objectives()).toList();
            fill(survivors, candidates, first, count, draws);
        }
        return survivors;
    }

    private void fill(
            List<Individual> survivors, List<Individual> candidates, List<double[]> first, int count, Draws draws) {
        int objectives = first.get(0).length;
        double[] ideal = new double[objectives];
        Arrays.setAll(
                ideal, m -> first.stream().mapToDouble(one -> one[m]).min().orElseThrow());
        double[] scale = scale(first, ideal);
        List<double[]> directions = lattice(objectives, divisions);
        int[] niche = new int[directions.size()];
        survivors.forEach(one -> niche[nearest(directions, one, ideal, scale).direction()]++);
        List<Member> left = new ArrayList<>();
        candidates.forEach(one -> left.add(nearest(directions, one, ideal, scale)));
        while (survivors.size() < count) {
            int fewest = left.stream()
                    .mapToInt(member -> niche[member.direction()])
                    .min()
                    .orElseThrow();
            int[] emptiest = left.stream()
                    .mapToInt(Member::direction)
                    .filter(direction -> niche[direction] == fewest)
                    .distinct()
                    .sorted()
                    .toArray();
            int direction = emptiest[draws.below(emptiest.length)];
            List<Member> there = left.stream()
                    .filter(member -> member.direction() == direction)
                    .toList();
            Member chosen = fewest == 0 ? closest(there) : there.get(draws.below(there.size()));
            niche[direction]++;
            left.remove(chosen);
            survivors.add(chosen.individual());
        }
    }

    private static Member closest(List<Member> members) {
        return members.stream()
                .reduce((a, b) -> b.distance() < a.distance() ? b : a)
                .orElseThrow();
    }

    /** An individual, the direction nearest to it, and how far away that is. */
    private record Member(Individual individual, int direction, double distance) {}

    private static Member nearest(List<double[]> directions, Individual one, double[] ideal, double[] scale) {
        double[] place = new double[ideal.length];
        Arrays.setAll(place, m -> (one.objectives()[m] - ideal[m]) / scale[m]);
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int d = 0; d < directions.size(); d++) {
            double[] direction = directions.get(d);
            double share = dot(place, direction) / dot(direction, direction);
            double distance = 0;
            for (int m = 0; m < place.length; m++) {
                double off = place[m] - share * direction[m];
                distance += off * off;
            }
            if (distance < least) {
                least = distance;
                best = d;
            }
        }
        return new Member(one, best, least);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    /** Intercepts of the plane through the extreme members of the front, from the ideal point. */
    private static double[] scale(List<double[]> front, double[] ideal) {
        int objectives = ideal.length;
        DMatrixRMaj plane = new DMatrixRMaj(objectives, objectives);
        for (int axis = 0; axis < objectives; axis++) {
            double[] extreme = front.get(0);
            for (double[] one : front) {
                extreme = achievement(one, ideal, axis) < achievement(extreme, ideal, axis) ? one : extreme;
            }
            for (int m = 0; m < objectives; m++) {
                plane.set(axis, m, extreme[m] - ideal[m]);
            }
        }
        DMatrixRMaj ones = new DMatrixRMaj(objectives, 1);
        CommonOps_DDRM.fill(ones, 1);
        DMatrixRMaj inverse = new DMatrixRMaj(objectives, 1);
        boolean solved = CommonOps_DDRM.solve(plane, ones, inverse);
        double[] scale = new double[objectives];
        for (int m = 0; m < objectives; m++) {
            int objective = m;
            double worst =
                    front.stream().mapToDouble(one -> one[objective]).max().orElseThrow() - ideal[m];
            double intercept = solved ? 1 / inverse.get(m) : Double.NaN;
            boolean usable = intercept > SMALL && intercept < Double.POSITIVE_INFINITY;
            scale[m] = Math.max(SMALL, usable ? intercept : worst);
        }
        return scale;
    }

    /** Small for those that are good in all objectives but one. */
    private static double achievement(double[] one, double[] ideal, int axis) {
        double worst = 0;
        for (int m = 0; m < one.length; m++) {
            worst = Math.max(worst, (one[m] - ideal[m]) / (m == axis ? 1 : SMALL));
        }
        return worst;
    }

    /** All vectors of non-negative multiples of 1/divisions that sum to one. */
    public static List<double[]> lattice(int objectives, int divisions) {
        List<double[]> directions = new ArrayList<>();
        extend(new double[objectives], 0, divisions, divisions, directions);
        return directions;
    }

    private static void extend(double[] start, int from, int left, int divisions, List<double[]> directions) {
        if (from == start.length - 1) {
            double[] direction = start.clone();
            direction[from] = (double) left / divisions;
            directions.add(direction);
            return;
        }
        for (int k = 0; k <= left; k++) {
            start[from] = (double) k / divisions;
            extend(start, from + 1, left - k, divisions, directions);
        }
    }
}
