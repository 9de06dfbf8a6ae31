package dev.gyrus.spiking;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Observer;
import dev.gyrus.core.Series;
import dev.gyrus.core.Steps;
import java.util.ArrayList;
import java.util.List;

/**
 * A stand-in for the local field potential of point neurons: Σ_v |v|, averaged over the neurons of a population, where v are
 * currents of its synapses.
 *
 * <p>A. Mazzoni et al., PLoS Comput. Biol. 11, 2015, doi:10.1371/journal.pcbi.1004584: of what point neurons offer, sums of
 * magnitudes of synaptic currents follow the field of reconstructed neurons best. Serves one run at a time; not thread-safe.
 */
public final class LocalField implements Observer {
    private final String name;
    private final double every;
    private final List<String> currents;
    private Scope scope;
    private long stride;
    private final List<double[]> values = new ArrayList<>();
    private final List<Double> times = new ArrayList<>();

    private LocalField(String name, double every, List<String> currents) {
        this.name = name;
        this.every = every;
        this.currents = currents;
    }

    /**
     * Of some currents, kept every so many ms as the series of that name.
     *
     * @param currents such as {@code E.I_ampa} and {@code E.I_gaba}, all in one unit
     */
    public static LocalField of(String name, double every, String... currents) {
        if (currents.length == 0 || !(every > 0)) {
            throw GyrusException.input(name, "currents, and a positive interval in ms", currents.length + ", " + every);
        }
        return new LocalField(name, every, List.of(currents));
    }

    @Override
    public List<String> variables() {
        return currents;
    }

    @Override
    public void begin(Scope scope) {
        this.scope = scope;
        stride = Steps.of(name + ".every", every, scope.dt());
        values.clear();
        times.clear();
    }

    @Override
    public void observe(Block block) {
        for (int k = 0; k < block.steps(); k++) {
            long sample = block.firstStep() + k + 1;
            if (sample % stride == 0) {
                times.add(Steps.time(sample, scope.dt()));
                values.add(new double[] {field(block, k)});
            }
        }
    }

    private double field(Block block, int k) {
        double field = 0;
        for (int c = 0; c < currents.size(); c++) {
            double[] row = block.row(c, k);
            double sum = 0;
            for (double current : row) {
                sum += Math.abs(current);
            }
            field += sum / row.length * scope.channels().get(c).scale();
        }
        return field;
    }

    @Override
    public List<Series> series() {
        String unit = scope == null ? "pA" : scope.channels().get(0).unit();
        double[] at = times.stream().mapToDouble(t -> t).toArray();
        return List.of(new Series(name, unit, at, List.of(name), values.toArray(double[][]::new)));
    }
}
