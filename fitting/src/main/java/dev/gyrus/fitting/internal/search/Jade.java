package dev.gyrus.fitting.internal.search;

import dev.gyrus.fitting.DifferentialEvolution;
import dev.gyrus.fitting.Draws;
import dev.gyrus.fitting.Individual;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * JADE: current-to-pbest/1/bin with an archive (Zhang and Sanderson 2009).
 *
 * <p>CR ~ N(μ_CR, 0.1) cut to [0, 1], F ~ Cauchy(μ_F, 0.1) cut at 1, drawn again below 0; μ_CR moves by c = 0.1 towards
 * the mean of the successful CR, μ_F towards their Lehmer mean Σ F²/Σ F.
 */
public final class Jade extends Trials {
    private static final double GREED = 0.05;
    private static final double LEARNING = 0.1;
    private static final double SPREAD = 0.1;

    private final int size;
    private final List<double[]> archive = new ArrayList<>();
    private final double[] amplitudes;
    private final double[] rates;
    private final List<Integer> successes = new ArrayList<>();
    private List<Integer> ranked = List.of();
    private double amplitude;
    private double rate;

    public Jade(DifferentialEvolution settings, int dimensions, Draws draws) {
        super(settings.population(), dimensions, draws);
        this.size = settings.population();
        this.amplitude = settings.amplitude();
        this.rate = settings.rate();
        this.amplitudes = new double[size];
        this.rates = new double[size];
    }

    @Override
    void prepare() {
        Comparator<Integer> valid = Comparator.comparing(k -> !members.get(k).valid());
        ranked = IntStream.range(0, size)
                .boxed()
                .sorted(valid.thenComparingDouble(k -> members.get(k).sum()))
                .toList();
        for (int k = 0; k < size; k++) {
            rates[k] = Math.max(0, Math.min(1, rate + SPREAD * draws.gaussian()));
            do {
                amplitudes[k] = Math.min(1, amplitude + SPREAD * draws.cauchy());
            } while (amplitudes[k] <= 0);
        }
    }

    @Override
    double[] mutant(int member) {
        double[] best = place(ranked.get(draws.below(Math.max(1, (int) Math.round(GREED * size)))));
        int one = other(member);
        int k = draws.below(size + archive.size());
        while (k == member || k == one) {
            k = draws.below(size + archive.size());
        }
        double[] other = k < size ? place(k) : archive.get(k - size);
        double[] mutant = place(member).clone();
        for (int i = 0; i < mutant.length; i++) {
            mutant[i] += amplitudes[member] * (best[i] - place(member)[i] + place(one)[i] - other[i]);
        }
        return mutant;
    }

    @Override
    double rate(int member) {
        return rates[member];
    }

    @Override
    void succeeded(int member, Individual parent) {
        successes.add(member);
        archive.add(parent.genome().position());
    }

    @Override
    void adapt() {
        while (archive.size() > size) {
            archive.remove(draws.below(archive.size()));
        }
        if (!successes.isEmpty()) {
            double sum = successes.stream().mapToDouble(k -> amplitudes[k]).sum();
            double squares = successes.stream()
                    .mapToDouble(k -> amplitudes[k] * amplitudes[k])
                    .sum();
            double mean =
                    successes.stream().mapToDouble(k -> rates[k]).average().orElseThrow();
            amplitude += LEARNING * (squares / sum - amplitude);
            rate += LEARNING * (mean - rate);
        }
        successes.clear();
    }
}
