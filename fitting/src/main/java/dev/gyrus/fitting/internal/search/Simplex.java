package dev.gyrus.fitting.internal.search;

import dev.gyrus.fitting.Genome;
import dev.gyrus.fitting.Individual;
import dev.gyrus.fitting.Search;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The method of Nelder and Mead with coefficients 1, 2, ½, ½. Points outside the cube and failed ones are worth +∞; the
 * former are not asked for.
 */
public final class Simplex implements Search {
    private static final double[] ALONG = {1, 2, 0.5, -0.5};
    private static final int REFLECTED = 0;
    private static final int EXPANDED = 1;
    private static final int OUTSIDE = 2;
    private static final int INSIDE = 3;

    /** A corner of the simplex and its value. */
    private record Corner(double[] place, double value, double[] objectives) {}

    private enum Phase {
        FIRST,
        MOVE,
        SHRINK
    }

    private final double tolerance;
    private final int n;
    private List<Corner> corners = List.of();
    private List<double[]> asked;
    private Phase phase = Phase.FIRST;

    public Simplex(double[] start, double size, double tolerance) {
        this.tolerance = tolerance;
        this.n = start.length;
        asked = new ArrayList<>(List.of(start.clone()));
        for (int i = 0; i < n; i++) {
            double[] corner = start.clone();
            corner[i] += corner[i] + size <= 1 ? size : -size;
            asked.add(corner);
        }
    }

    @Override
    public List<double[]> ask() {
        List<double[]> inside = asked.stream().filter(Simplex::inCube).toList();
        return inside.stream().map(double[]::clone).toList();
    }

    private static boolean inCube(double[] point) {
        return Arrays.stream(point).allMatch(x -> x >= 0 && x <= 1);
    }

    @Override
    public void tell(List<double[]> objectives) {
        List<Corner> told = new ArrayList<>();
        int next = 0;
        for (double[] point : asked) {
            double[] worth = inCube(point) ? objectives.get(next++).clone() : new double[] {Double.POSITIVE_INFINITY};
            double sum = Arrays.stream(worth).sum();
            told.add(new Corner(point, Double.isFinite(sum) ? sum : Double.POSITIVE_INFINITY, worth));
        }
        switch (phase) {
            case FIRST -> corners = told;
            case MOVE -> move(told);
            case SHRINK -> {
                told.add(corners.get(0));
                corners = told;
                phase = Phase.FIRST;
            }
        }
        corners = corners.stream()
                .sorted((a, b) -> Double.compare(a.value(), b.value()))
                .toList();
        if (phase != Phase.SHRINK) {
            phase = Phase.MOVE;
            asked = moves();
        }
    }

    private List<double[]> moves() {
        double[] worst = corners.get(n).place();
        double[] centre = new double[n];
        for (Corner corner : corners.subList(0, n)) {
            for (int i = 0; i < n; i++) {
                centre[i] += corner.place()[i] / n;
            }
        }
        List<double[]> moves = new ArrayList<>();
        for (double along : ALONG) {
            double[] point = new double[n];
            Arrays.setAll(point, i -> centre[i] + along * (centre[i] - worst[i]));
            moves.add(point);
        }
        return moves;
    }

    private void move(List<Corner> told) {
        double reflected = told.get(REFLECTED).value();
        double best = corners.get(0).value();
        double second = corners.get(n - 1).value();
        double worst = corners.get(n).value();
        int choice = -1;
        if (reflected < best) {
            choice = told.get(EXPANDED).value() < reflected ? EXPANDED : REFLECTED;
        } else if (reflected < second) {
            choice = REFLECTED;
        } else if (reflected < worst) {
            choice = told.get(OUTSIDE).value() <= reflected ? OUTSIDE : -1;
        } else {
            choice = told.get(INSIDE).value() < worst ? INSIDE : -1;
        }
        if (choice >= 0) {
            List<Corner> kept = new ArrayList<>(corners.subList(0, n));
            kept.add(told.get(choice));
            corners = kept;
            return;
        }
        double[] lowest = corners.get(0).place();
        asked = new ArrayList<>();
        for (Corner corner : corners.subList(1, n + 1)) {
            double[] nearer = new double[n];
            Arrays.setAll(nearer, i -> lowest[i] + 0.5 * (corner.place()[i] - lowest[i]));
            asked.add(nearer);
        }
        phase = Phase.SHRINK;
    }

    @Override
    public List<Individual> population() {
        return corners.stream()
                .filter(corner -> corner.value() < Double.POSITIVE_INFINITY)
                .map(corner -> new Individual(Genome.at(corner.place()), corner.objectives()))
                .toList();
    }

    @Override
    public Optional<String> finished() {
        if (corners.isEmpty()) {
            return Optional.empty();
        }
        double extent = 0;
        for (Corner corner : corners) {
            for (int i = 0; i < n; i++) {
                extent = Math.max(
                        extent, Math.abs(corner.place()[i] - corners.get(0).place()[i]));
            }
        }
        return extent < tolerance
                ? Optional.of("converged: the simplex is smaller than " + tolerance)
                : Optional.empty();
    }
}
