package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.EvolveSpec;
import dev.gyrus.cli.internal.experiment.ExploreSpec;
import dev.gyrus.cli.internal.experiment.Setting;
import dev.gyrus.cli.internal.experiment.Yaml;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Network;
import dev.gyrus.core.Population;
import dev.gyrus.fitting.Axis;
import dev.gyrus.fitting.Candidate;
import dev.gyrus.fitting.EvolutionRun;
import dev.gyrus.fitting.Scenario.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The experiment with the parameters of a candidate, as a file that {@code gyrus run} takes. */
final class BestExperiment {
    private static final String NETWORK = "network";
    private static final String PARAMETERS = "parameters";

    private final Experiments experiments;
    private final ExperimentSource source;
    private final Prepared prepared;
    private final EvolveSpec spec;

    BestExperiment(Experiments experiments, ExperimentSource source, Prepared prepared, EvolveSpec spec) {
        this.experiments = experiments;
        this.source = source;
        this.prepared = prepared;
        this.spec = spec;
    }

    void write(Path file, Candidate best, EvolutionRun run) {
        String text = comment(best, run) + Yaml.write(written(best));
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw GyrusException.run("cannot write '" + file + "': " + e.getMessage());
        }
    }

    private static String comment(Candidate best, EvolutionRun run) {
        List<String> values = new ArrayList<>();
        for (int m = 0; m < best.metrics().length; m++) {
            values.add(String.format(Locale.ROOT, "%s = %.6g", run.metrics().get(m), best.metrics()[m]));
        }
        return "# The best of " + run.candidates().size() + " candidates, number " + best.index() + ": "
                + String.join(", ", values) + "\n";
    }

    private Map<String, Object> written(Candidate best) {
        List<Axis> axes = spec.space().axes();
        List<Setting> settings = new ArrayList<>(source.settings());
        for (int a = 0; a < axes.size(); a++) {
            if (ExploreSpec.role(axes.get(a).name()) == Role.SETTING) {
                settings.add(new Setting(
                        "evolve", axes.get(a).name() + "=" + axes.get(a).text(best.parameters()[a])));
            }
        }
        Prepared own = experiments.prepare(new ExperimentSource(source.file(), source.text(), settings));
        Map<String, Object> out = new CompleteExperiment(own, List.of()).written();
        out.keySet().removeAll(Set.of("explore", "evolve"));
        section(out, "simulation")
                .put(
                        "seed",
                        spec.firstSeed(
                                best.index(), own.experiment().simulation().seed()));
        Network network = own.network();
        for (int a = 0; a < axes.size(); a++) {
            String name = axes.get(a).name();
            if (ExploreSpec.role(name) == Role.PARAMETER) {
                network = network.with(ExploreSpec.target(name), best.parameters()[a]);
            } else if (ExploreSpec.role(name) == Role.INITIAL) {
                section(out, "initial").put(ExploreSpec.target(name), best.parameters()[a]);
            }
        }
        for (Population population : network.populations()) {
            String group = population.name();
            Map<String, Object> before =
                    Attributes.parameters(own.network().population(group).node());
            Attributes.parameters(population.node()).forEach((name, value) -> {
                if (!Objects.deepEquals(value, before.get(name))) {
                    put(out, group, name, value);
                }
            });
        }
        return out;
    }

    private void put(Map<String, Object> out, String population, String name, Object value) {
        Map<String, Object> network = section(out, NETWORK);
        if (prepared.experiment().network().type().isPresent() && !population.isEmpty()) {
            section(network, PARAMETERS).put(population + "." + name, value);
        } else if (population.isEmpty()) {
            section(network, PARAMETERS).put(name, value);
        } else {
            section(section(section(network, "groups"), population), PARAMETERS).put(name, value);
        }
    }

    /** The mapping under a key, replaced by a copy that may change. */
    private static Map<String, Object> section(Map<String, Object> in, String key) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (in.get(key) instanceof Map<?, ?> map) {
            map.forEach((name, value) -> copy.put(String.valueOf(name), value));
        }
        in.put(key, copy);
        return copy;
    }
}
