package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.BifurcationSpec;
import dev.gyrus.cli.internal.experiment.BifurcationSpec.Range;
import dev.gyrus.core.Drive;
import dev.gyrus.core.Observer;
import dev.gyrus.core.Population;
import dev.gyrus.core.Run;
import dev.gyrus.core.Simulation;
import dev.gyrus.dynamics.Branch;
import dev.gyrus.dynamics.BranchPoint;
import dev.gyrus.dynamics.Diagram;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Goes up and down a staircase of a parameter's values in one long run, so that each value begins where the one before
 * ended, noise, delays and all, and notes the range of the mean over nodes of each recorded variable in the second half of
 * every stair.
 */
final class StateSweep {
    private final Prepared prepared;
    private final BifurcationSpec spec;
    private final StopSignal stop;
    private final BifurcationJob.Progress progress;
    private double present;

    StateSweep(Prepared prepared, BifurcationSpec spec, StopSignal stop, BifurcationJob.Progress progress) {
        this.prepared = prepared;
        this.spec = spec;
        this.stop = stop;
        this.progress = progress;
    }

    Diagram run() {
        Range range = spec.range();
        List<String> variables = prepared.experiment().record().variables();
        Ranges ranges = new Ranges(variables);
        double stair = prepared.experiment().simulation().duration();
        long steps = Math.round(stair / prepared.experiment().simulation().dt());
        List<Branch> branches = new ArrayList<>();
        present = range.from();
        try (Run run = prepared.located(simulation(range).observe(ranges)::start)) {
            stop.attach(run);
            for (String direction : List.of("up", "down")) {
                List<BranchPoint> points = new ArrayList<>();
                for (int k = 0; k < spec.steps() && !stop.isGiven(); k++) {
                    int up = direction.equals("up") ? k : spec.steps() - 1 - k;
                    present = range.from() + (range.to() - range.from()) * up / (spec.steps() - 1);
                    run.advanceSteps(steps - steps / 2);
                    ranges.reset();
                    run.advanceSteps(steps / 2);
                    points.add(ranges.point(present));
                    int done = k + (direction.equals("up") ? 0 : spec.steps());
                    String value = String.format(Locale.ROOT, "%s = %.5g", range.parameter(), present);
                    progress.at((done + 1.0) / (2 * spec.steps()), value);
                }
                branches.add(new Branch(Branch.Kind.SWEEP, direction, points));
            }
        }
        String searched = spec.steps() + " values up and down, " + stair + " ms each, the second half looked at";
        return new Diagram(variables, List.of(range.parameter()), range.parameter(), branches, List.of(searched));
    }

    /** The experiment's simulation in which the parameter is at its start, and is driven to where it should be. */
    private Simulation simulation(Range range) {
        Simulation simulation = prepared.simulation();
        double base = base(range);
        for (Population population : prepared.network().populations()) {
            String prefix = population.name().isEmpty() ? "" : population.name() + ".";
            String name = range.parameter();
            boolean meant = name.startsWith(prefix)
                    && population.node().parameterNames().contains(name.substring(prefix.length()));
            if (meant) {
                simulation = simulation.drive(
                        Drive.everywhere(population.name(), name.substring(prefix.length()), t -> present - base));
            }
        }
        return simulation;
    }

    /** The parameter's value in the network. */
    private double base(Range range) {
        return dev.gyrus.core.VectorField.of(prepared.network())
                .free(range.parameter())
                .parameter(0);
    }

    /** Ranges of means over nodes since the last reset. */
    private static final class Ranges implements Observer {
        private final List<String> variables;
        private final double[] low;
        private final double[] high;
        private double[] scales = {};

        Ranges(List<String> variables) {
            this.variables = variables;
            low = new double[variables.size()];
            high = new double[variables.size()];
            reset();
        }

        void reset() {
            Arrays.fill(low, Double.POSITIVE_INFINITY);
            Arrays.fill(high, Double.NEGATIVE_INFINITY);
        }

        @Override
        public List<String> variables() {
            return variables;
        }

        @Override
        public void begin(Scope scope) {
            scales = scope.channels().stream().mapToDouble(Channel::scale).toArray();
        }

        @Override
        public void observe(Block block) {
            for (int k = 0; k < block.steps(); k++) {
                for (int v = 0; v < low.length; v++) {
                    double[] row = block.row(v, k);
                    double mean = Arrays.stream(row).sum() / row.length * scales[v];
                    low[v] = Math.min(low[v], mean);
                    high[v] = Math.max(high[v], mean);
                }
            }
        }

        BranchPoint point(double value) {
            return new BranchPoint(
                    new double[] {value}, low.clone(), high.clone(), 0, 0, List.of(), Optional.empty(), Double.NaN);
        }
    }
}
