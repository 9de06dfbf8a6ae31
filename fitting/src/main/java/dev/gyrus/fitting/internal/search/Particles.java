package dev.gyrus.fitting.internal.search;

import dev.gyrus.fitting.AbcSmc;
import dev.gyrus.fitting.Draws;
import dev.gyrus.fitting.Genome;
import dev.gyrus.fitting.Individual;
import dev.gyrus.fitting.Sampler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Populations of ABC-SMC.
 *
 * <p>Proposals come in rounds of the population's size. The first N that meet the tolerance, in the order in which they
 * were proposed, are the next population: which they are does not depend on which simulation ends first. Particle i of
 * a population has the weight
 *
 * <pre>wᵢ ∝ 1 / Σⱼ vⱼ K(xᵢ − xⱼ)</pre>
 *
 * with particles xⱼ and weights vⱼ of the one before and kernel K; the first population, drawn from the prior, has
 * equal weights.
 */
public final class Particles implements Sampler {
    private final AbcSmc settings;
    private final int dimensions;
    private final Draws draws;
    private final List<Individual> accepted = new ArrayList<>();
    private List<double[]> asked = List.of();
    private List<Individual> population = List.of();
    private double[] weights = {};
    private Optional<Kernel> kernel = Optional.empty();
    private double tolerance = Double.POSITIVE_INFINITY;
    private double next;
    private int stage;
    private long proposed;
    private Optional<String> finished = Optional.empty();

    public Particles(AbcSmc settings, int dimensions, Draws draws) {
        this.settings = settings;
        this.dimensions = dimensions;
        this.draws = draws;
        this.next = settings.tolerances().length > 0 ? settings.tolerances()[0] : Double.MAX_VALUE;
    }

    @Override
    public List<double[]> ask() {
        asked = new ArrayList<>();
        while (asked.size() < settings.population()) {
            asked.add(kernel.isEmpty() ? draws.point(dimensions) : moved());
        }
        return asked.stream().map(double[]::clone).toList();
    }

    /** A particle chosen by weight and moved; chosen again where that leaves the prior. */
    private double[] moved() {
        while (true) {
            double left = draws.uniform();
            int chosen = 0;
            while (chosen < weights.length - 1 && (left -= weights[chosen]) > 0) {
                chosen++;
            }
            double[] point =
                    kernel.orElseThrow().moved(population.get(chosen).genome().position(), draws);
            if (Arrays.stream(point).allMatch(x -> x >= 0 && x <= 1)) {
                return point;
            }
        }
    }

    @Override
    public void tell(List<double[]> objectives) {
        for (int k = 0; k < asked.size() && accepted.size() < settings.population(); k++) {
            proposed++;
            Individual one =
                    new Individual(Genome.at(asked.get(k)), objectives.get(k).clone());
            if (one.valid() && one.sum() <= next) {
                accepted.add(one);
            }
        }
        double rate = (double) accepted.size() / proposed;
        if (accepted.size() == settings.population()) {
            advance();
        }
        if (proposed >= settings.population() && rate < settings.acceptance()) {
            finished = Optional.of(
                    "fewer than " + settings.acceptance() + " of the proposals meet a tolerance of " + next);
        }
    }

    private void advance() {
        double[] fresh = new double[accepted.size()];
        for (int k = 0; k < fresh.length; k++) {
            fresh[k] =
                    kernel.isEmpty() ? 1 : 1 / density(accepted.get(k).genome().position());
        }
        double total = Arrays.stream(fresh).sum();
        weights = Arrays.stream(fresh).map(weight -> weight / total).toArray();
        population = List.copyOf(accepted);
        tolerance = settings.tolerances().length > 0
                ? next
                : population.stream().mapToDouble(Individual::sum).max().orElseThrow();
        accepted.clear();
        proposed = 0;
        stage++;
        kernel = Optional.of(Kernel.of(population, weights));
        choose();
    }

    private double density(double[] point) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k]
                    * kernel.orElseThrow()
                            .density(point, population.get(k).genome().position());
        }
        return sum;
    }

    private void choose() {
        if (settings.tolerances().length > 0) {
            if (stage == settings.tolerances().length) {
                finished = Optional.of("the last tolerance is met");
            } else {
                next = settings.tolerances()[stage];
            }
        } else if (tolerance <= settings.target()) {
            finished = Optional.of("the target tolerance is met");
        } else {
            next = Math.max(settings.target(), adapted());
            if (next >= tolerance) {
                finished = Optional.of("the tolerance does not get smaller");
            }
        }
    }

    /** The least distance below which particles still have the wanted share of the effective sample size (Σw)²/Σw². */
    private double adapted() {
        Integer[] order = IntStream.range(0, weights.length).boxed().toArray(Integer[]::new);
        Arrays.sort(
                order,
                (a, b) -> Double.compare(
                        population.get(a).sum(), population.get(b).sum()));
        double wanted =
                settings.share() / Arrays.stream(weights).map(w -> w * w).sum();
        double sum = 0;
        double squares = 0;
        for (int k : order) {
            sum += weights[k];
            squares += weights[k] * weights[k];
            if (sum * sum / squares >= wanted) {
                return population.get(k).sum();
            }
        }
        return tolerance;
    }

    @Override
    public List<Individual> population() {
        return population;
    }

    @Override
    public double[] weights() {
        return weights.clone();
    }

    @Override
    public double tolerance() {
        return tolerance;
    }

    @Override
    public Optional<String> finished() {
        return finished;
    }
}
