package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.ExploreSpec;
import dev.gyrus.cli.internal.experiment.Setting;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.fitting.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An experiment file whose values vary: its text as it was when the exploration began, read anew for each combination of
 * settings.
 */
final class ExperimentScenario implements Scenario {
    private static final long serialVersionUID = 1L;

    /** The section that values come from. */
    private final String section;

    private final String file;
    private final String text;
    private final ArrayList<Setting> settings;
    private final ArrayList<String> metrics;
    private final transient Experiments experiments;
    private final transient Prepared prepared;

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
        this.experiments = experiments;
        this.prepared = prepared;
        this.file = source.file().toString();
        this.text = source.text();
        this.settings = new ArrayList<>(source.settings());
        this.metrics = new ArrayList<>(metrics);
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
    public Trial trial(Map<String, String> values) {
        Prepared own = values.isEmpty() ? prepared : prepare(values);
        return new Trial(own.simulation(), Measurements.of(own, metrics, experiments.metrics()));
    }

    private Prepared prepare(Map<String, String> values) {
        List<Setting> all = new ArrayList<>(settings);
        values.forEach((name, value) -> all.add(new Setting(section, name + "=" + value)));
        try {
            return experiments.prepare(new ExperimentSource(Path.of(file), text, all));
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
                .map(name ->
                        prepared.places().locate(problem.at("", 0).under(section + ".parameters." + problem.key())))
                .orElse(problem);
    }
}
