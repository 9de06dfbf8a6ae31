package dev.gyrus.fitting.internal.search;

import dev.gyrus.fitting.Draws;
import dev.gyrus.fitting.Genome;
import dev.gyrus.fitting.Individual;
import dev.gyrus.fitting.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What variants of differential evolution share: a population of which each member meets one trial per generation. */
abstract class Trials implements Search {
    private static final double CONVERGED = 1e-12;

    final int dimensions;
    final Draws draws;
    final List<Individual> members = new ArrayList<>();
    private final int size;
    private List<double[]> asked = List.of();

    Trials(int size, int dimensions, Draws draws) {
        this.size = size;
        this.dimensions = dimensions;
        this.draws = draws;
    }

    /** The mutant for a member and how it is made. */
    abstract double[] mutant(int member);

    /** Probability of a component to come from the mutant of a member. */
    abstract double rate(int member);

    /** Called for each trial that was better than its parent. */
    abstract void succeeded(int member, Individual parent);

    /** Called when all trials of a generation have been compared. */
    abstract void adapt();

    /** Called before the trials of a generation are made. */
    abstract void prepare();

    @Override
    public List<double[]> ask() {
        asked = new ArrayList<>();
        if (members.isEmpty()) {
            for (int k = 0; k < size; k++) {
                asked.add(draws.point(dimensions));
            }
        } else {
            prepare();
            for (int k = 0; k < size; k++) {
                asked.add(trial(k));
            }
        }
        return asked.stream().map(double[]::clone).toList();
    }

    /** Binomial crossover of parent and mutant; outside the cube, half way from the parent to the bound. */
    private double[] trial(int member) {
        double[] parent = place(member);
        double[] mutant = mutant(member);
        double[] trial = parent.clone();
        int forced = draws.below(dimensions);
        for (int i = 0; i < dimensions; i++) {
            if (draws.uniform() < rate(member) || i == forced) {
                boolean inside = mutant[i] >= 0 && mutant[i] <= 1;
                trial[i] = inside ? mutant[i] : (parent[i] + (mutant[i] < 0 ? 0 : 1)) / 2;
            }
        }
        return trial;
    }

    final double[] place(int member) {
        return members.get(member).genome().position();
    }

    /** A member that is none of the given. */
    final int other(int... than) {
        while (true) {
            int k = draws.below(size);
            boolean taken = false;
            for (int one : than) {
                taken |= one == k;
            }
            if (!taken) {
                return k;
            }
        }
    }

    @Override
    public void tell(List<double[]> objectives) {
        boolean first = members.isEmpty();
        for (int k = 0; k < size; k++) {
            Individual trial =
                    new Individual(Genome.at(asked.get(k)), objectives.get(k).clone());
            if (first) {
                members.add(trial);
                continue;
            }
            Individual parent = members.get(k);
            boolean better = trial.valid() && (!parent.valid() || trial.sum() < parent.sum());
            if (better) {
                succeeded(k, parent);
            }
            if (better || trial.valid() == parent.valid() && trial.sum() == parent.sum()) {
                members.set(k, trial);
            }
        }
        if (!first) {
            adapt();
        }
    }

    @Override
    public List<Individual> population() {
        return members.stream().filter(Individual::valid).toList();
    }

    @Override
    public Optional<String> finished() {
        if (members.isEmpty() || population().size() < size) {
            return Optional.empty();
        }
        for (int i = 0; i < dimensions; i++) {
            int axis = i;
            double high = members.stream()
                    .mapToDouble(one -> one.genome().position()[axis])
                    .max()
                    .orElseThrow();
            double low = members.stream()
                    .mapToDouble(one -> one.genome().position()[axis])
                    .min()
                    .orElseThrow();
            if (high - low > CONVERGED) {
                return Optional.empty();
            }
        }
        return Optional.of("converged: all members are in one place");
    }
}
