package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.EvolveSpec;
import dev.gyrus.cli.internal.experiment.ExploreSpec;
import dev.gyrus.cli.internal.experiment.Setting;
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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** The experiment with the parameters of a candidate, as a file that {@code gyrus run} takes. */
final class BestExperiment {
    private static final String NETWORK = "network";
    private static final String PARAMETERS = "parameters";
    private static final int WIDTH = 120;

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
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.AUTO)
                .setWidth(WIDTH)
                .build();
        String text = comment(best, run) + new Dump(settings).dumpToString(plain(written(best)));
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
                settings.add(new Setting("evolve", axes.get(a).name() + "=" + best.parameters()[a]));
            }
        }
        Prepared own = experiments.prepare(new ExperimentSource(source.file(), source.text(), settings));
        Map<String, Object> out = new CompleteExperiment(own, List.of()).written();
        out.keySet().removeAll(Set.of("explore", "evolve"));
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

    /** Lists in place of arrays; whole numbers without a fraction where they are counts. */
    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, inner) -> copy.put(String.valueOf(key), plain(inner)));
            return copy;
        }
        if (value instanceof Iterable<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(inner -> copy.add(plain(inner)));
            return copy;
        }
        if (value instanceof double[] numbers) {
            return Arrays.stream(numbers).boxed().toList();
        }
        if (value instanceof Object[] list) {
            return plain(Arrays.asList(list));
        }
        return value instanceof Number || value instanceof Boolean || value == null ? value : value.toString();
    }
}
