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
                    .map(problem -> locate(places, "", problem))
                    .toList();
            throw new GyrusException(e.kind(), problems, e);
        }
    }

    /** The problem under a key, at the key's line unless it stands in a file of its own. */
    static Problem locate(Places places, String key, Problem problem) {
        if (!problem.file().isEmpty()) {
            return problem;
        }
        String below = problem.key();
        if (key.isEmpty() && OF_NETWORK.matcher(below).lookingAt()) {
            below = "network." + below;
        }
        String separator = key.isEmpty() || below.isEmpty() || below.startsWith("[") ? "" : ".";
        return places.locate(problem.under(key + separator + below));
    }
}
