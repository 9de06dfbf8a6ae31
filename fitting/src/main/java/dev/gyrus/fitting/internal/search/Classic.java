package dev.gyrus.fitting.internal.search;

import dev.gyrus.fitting.DifferentialEvolution;
import dev.gyrus.fitting.Draws;
import dev.gyrus.fitting.Individual;

/** rand/1/bin (Storn and Price 1997). */
public final class Classic extends Trials {
    private final DifferentialEvolution settings;

    public Classic(DifferentialEvolution settings, int dimensions, Draws draws) {
        super(settings.population(), dimensions, draws);
        this.settings = settings;
    }

    @Override
    double[] mutant(int member) {
        int a = other(member);
        int b = other(member, a);
        int c = other(member, a, b);
        double[] mutant = place(a).clone();
        for (int i = 0; i < mutant.length; i++) {
            mutant[i] += settings.amplitude() * (place(b)[i] - place(c)[i]);
        }
        return mutant;
    }

    @Override
    double rate(int member) {
        return settings.rate();
    }

    @Override
    void succeeded(int member, Individual parent) {}

    @Override
    void adapt() {}

    @Override
    void prepare() {}
}
