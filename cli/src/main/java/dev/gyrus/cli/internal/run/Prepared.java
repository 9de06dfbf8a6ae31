package dev.gyrus.cli.internal.run;

import dev.gyrus.bold.Bold;
import dev.gyrus.cli.internal.experiment.Experiment;
import dev.gyrus.cli.internal.experiment.Places;
import dev.gyrus.core.Dataset;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Network;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Run;
import dev.gyrus.core.Simulation;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * An experiment ready to run.
 *
 * @param dataset where the connectome comes from, if there is one
 * @param reference what the run is compared with, if anything
 * @param simulation without observers
 * @param notices what was ignored, in sentences
 * @param places where the experiment's keys stand
 */
public record Prepared(
        Experiment experiment,
        Network network,
        Optional<Dataset> dataset,
        Optional<Dataset> reference,
        Simulation simulation,
        List<String> notices,
        Places places) {
    private static final Pattern OF_NETWORK = Pattern.compile("(parameters|connectome|groups|connections)\\b");

    /** A new BOLD observer, if one is asked for. */
    Optional<Bold> bold() {
        return experiment.bold().map(spec -> Observation.bold(spec, network.size()));
    }

    /** Plans a run; problems are said of the experiment's file. */
    public Run start(Simulation simulation) {
        return located(simulation::start);
    }

    /** Makes so many steps; problems that observers find at the start are said of the experiment's file. */
    void advance(Run run, long steps) {
        located(() -> {
            run.advanceSteps(steps);
            return run;
        });
    }

    private <T> T located(Supplier<T> action) {
        try {
            return action.get();
        } catch (GyrusException e) {
            if (e.kind() != GyrusException.Kind.INPUT) {
                throw e;
            }
            List<Problem> problems = e.problems().stream()
                    .map(problem ->
                            problem.file().isEmpty() ? places.locate(problem.under(key(problem.key()))) : problem)
                    .toList();
            throw new GyrusException(e.kind(), problems, e);
        }
    }

    /** The experiment's key for a key of the plan; where lengths stand in a file, the speed makes delays of them. */
    private String key(String planned) {
        boolean inFile = experiment
                .network()
                .connectome()
                .filter(connectome -> connectome.weights().isEmpty())
                .isPresent();
        if (inFile && planned.startsWith("connectome.lengths")) {
            return "network.speed";
        }
        return OF_NETWORK.matcher(planned).lookingAt() ? "network." + planned : planned;
    }
}
