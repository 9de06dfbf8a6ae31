package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.ExploreSpec;
import dev.gyrus.cli.internal.experiment.Setting;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Simulation;
import dev.gyrus.fitting.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An experiment file whose values vary: its text as it was when the exploration began, read anew for each combination of
 * settings, and in each process that it is sent to.
 */
final class ExperimentScenario implements Scenario {
    private static final long serialVersionUID = 1L;

    /** The section that values come from. */
    private final String section;

    private final String file;
    private final String text;
    private final ArrayList<Setting> settings;
    private final ArrayList<String> metrics;
    private final String plugins;
    private transient Here here;

    /** What a process needs to make simulations: its catalogues, and the experiment as it is. */
    private record Here(Experiments experiments, Prepared prepared) {}

    /**
     * A scenario.
     *
     * @param section of the experiment, whose {@code parameters} vary
     * @param prepared the experiment as it is, of these settings
     * @param metrics what is measured of each run
     */
    ExperimentScenario(
            String section, Experiments experiments, Prepared prepared, ExperimentSource source, List<String> metrics) {
        this.section = section;
        here = new Here(experiments, prepared);
        this.file = source.file().toString();
        this.text = source.text();
        this.settings = new ArrayList<>(source.settings());
        this.metrics = new ArrayList<>(metrics);
        this.plugins = experiments
                .plugins()
                .map(folder -> "" + folder.toAbsolutePath())
                .orElse("");
    }

    private ExperimentScenario(ExperimentScenario of, String file) {
        this.section = of.section;
        this.file = file;
        this.text = of.text;
        this.settings = of.settings;
        this.metrics = of.metrics;
        this.plugins = of.plugins;
    }

    /** What is sent: elsewhere the working directory is another one. */
    private Object writeReplace() {
        return new ExperimentScenario(this, Path.of(file).toAbsolutePath().toString());
    }

    /** In another process than the first: with the catalogues of that place. */
    private synchronized Here here() {
        if (here == null) {
            Optional<Path> folder =
                    Optional.of(plugins).filter(name -> !name.isEmpty()).map(Path::of);
            Experiments own = Experiments.with(folder);
            here = new Here(own, own.prepare(new ExperimentSource(Path.of(file), text, settings)));
        }
        return here;
    }

    @Override
    public Role role(String name) {
        return ExploreSpec.role(name);
    }

    @Override
    public String target(String name) {
        return ExploreSpec.target(name);
    }

    @Override
    public boolean dependsOnSeed() {
        return here().prepared().hasRandomInputs();
    }

    @Override
    public Trial trial(Map<String, String> values) {
        return trial(values, here().prepared().experiment().simulation().seed());
    }

    @Override
    public Trial trial(Map<String, String> values, long seed) {
        Here now = here();
        Prepared own = values.isEmpty() ? now.prepared() : prepare(values);
        Simulation simulation = own.simulation(seed);
        return new Trial(
                simulation,
                Measurements.of(own, simulation, metrics, now.experiments().metrics()));
    }

    private Prepared prepare(Map<String, String> values) {
        List<Setting> all = new ArrayList<>(settings);
        values.forEach((name, value) -> all.add(new Setting(section, name + "=" + value)));
        try {
            return here().experiments().prepare(new ExperimentSource(Path.of(file), text, all));
        } catch (GyrusException e) {
            throw new GyrusException(
                    e.kind(),
                    e.problems().stream()
                            .map(problem -> located(problem, values))
                            .toList(),
                    e);
        }
    }

    /** What is wrong with a value is said where the exploration has it. */
    private Problem located(Problem problem, Map<String, String> values) {
        return values.keySet().stream()
                .filter(name -> problem.file().equals(section) && problem.key().startsWith(name))
                .findFirst()
                .map(name -> here().prepared()
                        .places()
                        .locate(problem.at("", 0).under(section + ".parameters." + problem.key())))
                .orElse(problem);
    }
}
