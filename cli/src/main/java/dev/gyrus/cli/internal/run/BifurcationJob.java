package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.BifurcationSpec;
import dev.gyrus.cli.internal.experiment.BifurcationSpec.Range;
import dev.gyrus.core.DelayedVectorField;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Network;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.VectorField;
import dev.gyrus.dynamics.CycleOptions;
import dev.gyrus.dynamics.Diagram;
import dev.gyrus.dynamics.DiagramSearch;
import dev.gyrus.dynamics.Flow;
import dev.gyrus.dynamics.Flows;
import dev.gyrus.dynamics.PlaneSearch;
import dev.gyrus.dynamics.Reach;
import dev.gyrus.io.Staging;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Draws up the diagram that an experiment's {@code bifurcation} section asks for.
 *
 * <p>{@link #stop()} may be called from any thread; the rest is for one thread.
 */
public final class BifurcationJob {
    private static final List<String> FILES = List.of(
            "summary.json", "branches.csv", "points.csv", "branches.png", "branches.svg", "plane.png", "plane.svg");

    private static final int PROBES = 5;

    /** Short steps: lines between the points of a branch look like the curve. */
    private static final CycleOptions CYCLES = CycleOptions.defaults().withSteps(0.02, 1e-7, 0.1);

    private static final int MOST_DELAYS = 12;
    private static final int MOST_STATES = 60;

    private final Prepared prepared;
    private final BifurcationSpec spec;
    private final Optional<Path> folder;
    private final Progress progress;
    private final StopSignal stop = new StopSignal();
    private final List<String> notices = new ArrayList<>();

    /** Follows the work. */
    @FunctionalInterface
    public interface Progress {
        /**
         * @param fraction that is done
         * @param doing what is being done
         */
        void at(double fraction, String doing);
    }

    /**
     * A job.
     *
     * @param prepared an experiment with a section {@code bifurcation}
     * @param folder where results go; empty for nowhere
     */
    public BifurcationJob(Prepared prepared, Optional<Path> folder, Progress progress) {
        this.prepared = prepared;
        this.folder = folder;
        this.progress = progress;
        spec = prepared.experiment().bifurcation().orElseThrow();
    }

    /** Asks the work to end early. */
    public void stop() {
        stop.give();
    }

    /** Draws up the diagram; results appear in their folder when all is done. */
    public BifurcationReport run() {
        long start = System.nanoTime();
        if (folder.isEmpty()) {
            return report(start);
        }
        try (Staging staging = Staging.open(folder.get(), FILES.stream())) {
            BifurcationReport report = report(start);
            report.write(staging.folder());
            staging.commit(Report.files(folder.get()));
            return report;
        }
    }

    private BifurcationReport report(long start) {
        checkEnds();
        VectorField field =
                prepared.located(() -> VectorField.of(prepared.network()).free(names()));
        Diagram diagram = spec.isSweep() ? new StateSweep(prepared, spec, stop, progress).run() : continued(field);
        double seconds = (System.nanoTime() - start) / 1e9;
        return new BifurcationReport(prepared, spec, diagram, field, List.copyOf(notices), !stop.isGiven(), seconds);
    }

    private String[] names() {
        List<String> names = new ArrayList<>(List.of(spec.range().parameter()));
        spec.second().ifPresent(second -> names.add(second.parameter()));
        return names.toArray(String[]::new);
    }

    /** Refuses ends of ranges that the model refuses. */
    private void checkEnds() {
        Problems problems = new Problems();
        checkEnds("bifurcation", spec.range(), problems);
        spec.second().ifPresent(second -> checkEnds("bifurcation.second", second, problems));
        problems.throwIfAny();
    }

    private void checkEnds(String section, Range range, Problems problems) {
        for (String end : List.of("from", "to")) {
            double value = end.equals("from") ? range.from() : range.to();
            Network network = prepared.network().with(range.parameter(), value);
            try {
                VectorField.of(network);
            } catch (GyrusException e) {
                e.problems()
                        .forEach(problem -> problems.add(prepared.places().locate(problem.under(section + "." + end))));
            }
        }
    }

    private Diagram continued(VectorField field) {
        if (field.isNoisy()) {
            notices.add("noise is left out: states and their stability are those of the equations without it");
        }
        if (!prepared.experiment().inputs().isEmpty()) {
            notices.add("inputs are left out: states stay only where nothing changes");
        }
        double[] parameters = new double[names().length];
        for (int k = 0; k < parameters.length; k++) {
            parameters[k] = field.parameter(k);
        }
        progress.at(0.02, "looking for equilibria");
        List<double[]> probed = probed(parameters);
        Flow plain = Flows.of(field);
        Reach reach = Reach.of(
                plain, probed, field.start(), prepared.experiment().simulation().duration());
        Flow flow = plain;
        if (field.isDelayed()) {
            Optional<Flow> delayed = delayed();
            if (delayed.isPresent()) {
                flow = delayed.get();
                reach = Reach.of(flow, probed, field.states(), reach);
            } else {
                notices.add("delays are left out, for they are too many: equilibria are the same, but their stability "
                        + "may differ; method 'sweep' has them");
            }
        }
        within(spec.box(), flow.states(), reach);
        DiagramSearch search = DiagramSearch.of(
                flow,
                spec.range().parameter(),
                spec.range().from(),
                spec.range().to(),
                reach.low(),
                reach.high());
        Diagram diagram = search.run(parameters);
        if (diagram.branches().isEmpty()) {
            throw GyrusException.run("no equilibrium found; "
                    + diagram.searched().get(0) + "; bifurcation.box gives other ranges of states");
        }
        progress.at(0.3, "following cycles");
        Diagram whole = search.withCycles(diagram, CYCLES);
        if (spec.second().isEmpty()) {
            return whole;
        }
        progress.at(0.6, "following special points in two parameters");
        Range second = spec.second().get();
        PlaneSearch plane = new PlaneSearch(
                flow, diagram, spec.range().from(), spec.range().to(), second.parameter(), second.from(), second.to());
        return whole.with(plane.run(diagram.special()));
    }

    /** The flow with the network's delays; empty where they are more than can be continued. */
    private Optional<Flow> delayed() {
        DelayedVectorField delayed = prepared.located(() -> DelayedVectorField.of(prepared.network(), names()));
        return delayed.delays().length > MOST_DELAYS || delayed.size() > MOST_STATES
                ? Optional.empty()
                : Optional.of(Flows.of(delayed));
    }

    /** Parameters with which trajectories tell where states are. */
    private List<double[]> probed(double[] parameters) {
        List<double[]> at = new ArrayList<>();
        for (int k = 0; k < PROBES; k++) {
            double[] values = parameters.clone();
            values[0] = spec.range().from() + (spec.range().to() - spec.range().from()) * k / (PROBES - 1);
            at.add(values);
        }
        return at;
    }

    /** Puts ranges that are given in place of those that were found. */
    private void within(Map<String, double[]> box, List<String> states, Reach reach) {
        for (Map.Entry<String, double[]> range : box.entrySet()) {
            boolean known = false;
            for (int i = 0; i < states.size(); i++) {
                if (StateNames.isMeant(states.get(i), range.getKey())) {
                    reach.low()[i] = range.getValue()[0];
                    reach.high()[i] = range.getValue()[1];
                    known = true;
                }
            }
            if (!known) {
                String key = "bifurcation.box." + range.getKey();
                throw GyrusException.input(prepared.places()
                        .locate(Problem.unknown(key, "state", range.getKey(), StateNames.shown(states))));
            }
        }
    }
}
