package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.Experiment;
import dev.gyrus.cli.internal.experiment.Places;
import dev.gyrus.core.Dataset;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Network;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Run;
import dev.gyrus.core.Simulation;
import java.util.List;
import java.util.Optional;

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

    /** Plans a run, problems placed in the experiment's file. */
    public Run start(Simulation simulation) {
        try {
            return simulation.start();
        } catch (GyrusException e) {
            Problems problems = new Problems();
            e.problems().forEach(problem -> problems.add(locate(places, "", problem)));
            throw new GyrusException(e.kind(), problems.list(), e);
        }
    }

    /** The problem under a key, at the key's line unless it stands in a file of its own. */
    static Problem locate(Places places, String key, Problem problem) {
        if (!problem.file().isEmpty()) {
            return problem;
        }
        String below = problem.key();
        if (key.isEmpty() && below.startsWith("parameters.")) {
            below = "network." + below;
        }
        String separator = key.isEmpty() || below.isEmpty() || below.startsWith("[") ? "" : ".";
        return places.locate(problem.under(key + separator + below));
    }
}
