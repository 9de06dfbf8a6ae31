package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.ConnectionSpec;
import dev.gyrus.cli.internal.experiment.ConnectomeSpec;
import dev.gyrus.cli.internal.experiment.CouplingSpec;
import dev.gyrus.cli.internal.experiment.Experiment;
import dev.gyrus.cli.internal.experiment.Findings;
import dev.gyrus.cli.internal.experiment.GroupSpec;
import dev.gyrus.cli.internal.experiment.Places;
import dev.gyrus.core.Catalogue;
import dev.gyrus.core.Coupling;
import dev.gyrus.core.Dataset;
import dev.gyrus.core.Drive;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Network;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Run;
import dev.gyrus.core.Simulation;
import dev.gyrus.core.spi.CouplingProvider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * An experiment ready to run.
 *
 * @param datasets where connectomes come from, by the key of what they are of; the network's own is the first
 * @param reference what the run is compared with, if anything
 * @param undriven the simulation without inputs and observers
 * @param drives the inputs of a run by its seed, which random ones have their paths from
 * @param hasRandomInputs whether they depend on it
 * @param notices what was ignored, in sentences
 * @param places where the experiment's keys stand
 * @param files absolute paths of what it refers to, by the paths as written
 * @param options all switches of models and of the type of network, by the key of what they are of
 * @param signals which groups give what
 */
public record Prepared(
        Experiment experiment,
        Network network,
        Map<String, Dataset> datasets,
        Optional<Dataset> reference,
        Simulation undriven,
        LongFunction<List<Drive>> drives,
        boolean hasRandomInputs,
        List<String> notices,
        Places places,
        Map<String, String> files,
        Map<String, Map<String, String>> options,
        Signals signals) {
    private static final Pattern OF_NETWORK = Pattern.compile("(parameters|connectome|groups|connections)\\b");

    /** A line of an expression and the mark below it. */
    private static final Pattern EXCERPT = Pattern.compile("\\n {4}(?:.*? = )?(?<expression>.*)\\n +\\^+");

    /** What the planner makes of source.x. */
    private static final Pattern MEMBER = Pattern.compile("\\b(source|target)_");

    /** What the planner calls the transform of weights. */
    private static final String WEIGHT = "weight";

    private static final Pattern COUPLING =
            Pattern.compile("(connections\\[[0-9]+]|groups\\..*|connectome)\\.coupling");

    /** Where the connectome comes from, the first of several, if there is one. */
    Optional<Dataset> dataset() {
        return datasets.values().stream().findFirst();
    }

    /** The simulation with the experiment's seed, without observers. */
    public Simulation simulation() {
        return simulation(experiment.simulation().seed());
    }

    /** The simulation with another seed. */
    public Simulation simulation(long seed) {
        return undriven.seed(seed).drive(drives.apply(seed));
    }

    /** New observers of BOLD, if it is asked for. */
    Optional<BoldSignal> bold() {
        return experiment.bold().map(spec -> Observation.signal(spec, signals));
    }

    /** Plans a run; problems are said of the experiment's file. */
    public Run start(Simulation simulation) {
        return located(simulation::start);
    }

    /** Reads the expressions of connections that aren't in the network, for something else is wrong with them. */
    void checkUnconnected(Findings findings, Catalogue<CouplingProvider> couplings) {
        List<ConnectionSpec> all = experiment.network().connections();
        for (int k = 0; k < all.size(); k++) {
            String key = ConnectionSpec.key(k);
            String place = key.substring("network.".length());
            boolean connected = network.projections().stream()
                    .anyMatch(projection -> projection.origin().place().equals(place));
            Optional<CouplingSpec> coupling = all.get(k).coupling();
            if (!connected && coupling.isPresent() && findings.sound(key + ".coupling")) {
                findings.at(
                        "",
                        () -> located(() -> {
                            Coupling made = coupling.get().coupling(couplings);
                            made.check(place + ".coupling");
                            return made;
                        }));
            }
        }
    }

    /** Makes so many steps; problems that observers find at the start are said of the experiment's file. */
    void advance(Run run, long steps) {
        located(() -> {
            run.advanceSteps(steps);
            return run;
        });
    }

    /** Problems are said of the experiment's file. */
    <T> T located(Supplier<T> action) {
        try {
            return action.get();
        } catch (GyrusException e) {
            if (e.kind() != GyrusException.Kind.INPUT) {
                throw e;
            }
            throw new GyrusException(
                    e.kind(), e.problems().stream().map(this::located).toList(), e);
        }
    }

    /** The same; what is wrong with one of some parameters that vary is said of its range in a section. */
    <T> T located(String section, List<String> parameters, Supplier<T> action) {
        try {
            return located(action);
        } catch (GyrusException e) {
            List<Problem> problems = e.problems().stream()
                    .map(problem -> parameters.contains(problem.key())
                            ? located(section + ".parameters." + problem.key(), problem)
                            : problem)
                    .toList();
            throw new GyrusException(e.kind(), problems, e);
        }
    }

    /** The problem at the place of its key; one of an expression is said of the connection that has it. */
    private Problem located(Problem problem) {
        Matcher coupling = COUPLING.matcher(problem.file());
        if (coupling.lookingAt()) {
            return places.locate(quoting(problem).under(key(coupling.group())));
        }
        if (problem.file().equals(WEIGHT) || problem.key().startsWith(WEIGHT + " '")) {
            return places.locate(quoting(problem).under(transform(problem.toString())));
        }
        return problem.file().isEmpty() ? places.locate(problem.under(key(problem.key()))) : problem;
    }

    /** A problem of a key of the experiment, at its place, on one line. */
    Problem located(String key, Problem problem) {
        return places.locate(quoting(problem).under(key));
    }

    /** With the expression quoted instead of shown on lines of its own. */
    static Problem quoting(Problem p) {
        return new Problem("", 0, p.key(), quoting(p.expected()), quoting(p.given()), quoting(p.hint()));
    }

    private static String quoting(String text) {
        Matcher excerpt = EXCERPT.matcher(text);
        if (!excerpt.find()) {
            return text;
        }
        String expression = MEMBER.matcher(excerpt.group("expression")).replaceAll("$1.");
        return excerpt.replaceFirst(Matcher.quoteReplacement(" in '" + expression + "'"));
    }

    /** The key of the transform that a problem quotes. */
    private String transform(String quoting) {
        List<ConnectionSpec> all = experiment.network().connections();
        return IntStream.range(0, all.size())
                .filter(k -> all.get(k).transform().filter(quoting::contains).isPresent())
                .mapToObj(k -> ConnectionSpec.key(k) + ".transform")
                .findFirst()
                .orElse("network");
    }

    /** The experiment's key for a key of the plan; where lengths stand in a file, the speed makes delays of them. */
    private String key(String planned) {
        String key = OF_NETWORK.matcher(planned).lookingAt() ? "network." + planned : planned;
        key = key.replaceFirst("\\bconnectome\\.coupling$", "coupling");
        for (GroupSpec group : experiment.network().groups()) {
            String connectome = group.key() + ".connectome";
            String parameters = group.key() + ".parameters.";
            if (key.startsWith(connectome + ".lengths") && isInFile(group.connectome())) {
                return group.key() + ".speed";
            }
            if (key.startsWith(parameters)) {
                return group.key(key.substring(parameters.length()));
            }
        }
        boolean ofFile = key.startsWith("network.connectome.lengths")
                && isInFile(experiment.network().connectome());
        return ofFile ? "network.speed" : key;
    }

    private static boolean isInFile(Optional<ConnectomeSpec> connectome) {
        return connectome.filter(given -> given.weights().isEmpty()).isPresent();
    }
}
