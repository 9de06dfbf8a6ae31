package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.Findings;
import dev.gyrus.cli.internal.experiment.GroupSpec;
import dev.gyrus.cli.internal.experiment.Values;
import dev.gyrus.core.Node;
import dev.gyrus.core.Problem;
import dev.gyrus.core.spi.ModelProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the node of a group's model, with its switches, its coupling and its parameters. */
final class Nodes {
    private final Catalogues catalogues;
    private final Datafiles files;
    private final Findings findings;
    private final List<String> notices;

    Nodes(Catalogues catalogues, Datafiles files, Findings findings, List<String> notices) {
        this.catalogues = catalogues;
        this.files = files;
        this.findings = findings;
        this.notices = notices;
    }

    /**
     * The node, without what was found wrong; empty where the model isn't known.
     *
     * @param size how many nodes there are, if that is known
     * @param maps values of the maps that expressions may read; empty where something is wrong with any
     */
    Optional<Node> of(GroupSpec spec, Optional<Integer> size, Optional<Map<String, double[]>> maps) {
        if (spec.model().isEmpty()) {
            return Optional.empty();
        }
        ModelProvider provider = catalogues.models().get(spec.model());
        Node node = coupled(spec, made(provider, spec));
        Map<String, double[]> values = new LinkedHashMap<>();
        spec.parameters().forEach((name, given) -> {
            String key = spec.key(name);
            if (!node.parameterNames().contains(name)) {
                ignore(provider, key, name, given);
            } else if (given.expression().isEmpty()) {
                findings.at(key, () -> Conversion.to(Declared.parameter(node, name), given))
                        .ifPresent(numbers -> values.put(name, numbers));
            } else if (size.isPresent() && maps.isPresent()) {
                findings.at(key, () -> RegionalMaps.evaluate(given.expression().get(), maps.get(), size.get()))
                        .ifPresent(numbers -> values.put(name, numbers));
            }
        });
        return Optional.of(node.with(values));
    }

    private Node coupled(GroupSpec spec, Node node) {
        String key = spec.key() + ".coupling";
        return spec.coupling()
                .filter(coupling -> findings.sound(key))
                .flatMap(coupling -> findings.at(key, () -> Couplings.of(coupling, catalogues.couplings())))
                .map(coupling -> Couplings.replace(node, coupling))
                .orElse(node);
    }

    /** The model with its switches; where they don't do, the published one, so that the rest can be checked. */
    private Node made(ModelProvider provider, GroupSpec spec) {
        String all = spec.key() + ".options";
        Map<String, String> options = options(provider, spec.options(), all);
        List<String> chosen = provider.options().stream()
                .filter(ModelProvider.Option::isFile)
                .map(ModelProvider.Option::name)
                .filter(options::containsKey)
                .toList();
        String key = all + (chosen.size() == 1 ? "." + chosen.get(0) : "");
        return findings.at(key, () -> provider.node(options)).orElseGet(() -> provider.node(Map.of()));
    }

    /** The switches that may be set so; paths of files as the working directory sees them. */
    private Map<String, String> options(ModelProvider provider, Map<String, String> given, String all) {
        Map<String, String> options = new LinkedHashMap<>();
        for (ModelProvider.Option option : provider.options()) {
            String choice = given.get(option.name());
            String key = all + "." + option.name();
            if (choice == null) {
                continue;
            }
            if (option.isFile()) {
                findings.at(key, () -> files.find("", choice).toString())
                        .ifPresent(path -> options.put(option.name(), path));
            } else if (option.choices().isEmpty() || option.choices().contains(choice)) {
                options.put(option.name(), choice);
            } else {
                findings.reject(key, Problem.unknown("", "choice", choice, option.choices()));
            }
        }
        return options;
    }

    /** Refuses a value that would change the model; a notice says that others mean nothing to it. */
    private void ignore(ModelProvider provider, String key, String name, Values given) {
        Double fixed = provider.fixed().get(name);
        Double off = Names.VARIANTS.get(name);
        if (fixed != null) {
            other(given, fixed)
                    .ifPresent(value -> findings.reject(
                            key,
                            Problem.of("", fixed + ", which the model's tables were made with", String.valueOf(value))
                                    .hint("'gyrus tables' makes tables for other values")));
            return;
        }
        Optional<Double> variant = off == null ? Optional.empty() : other(given, off);
        if (variant.isPresent()) {
            String expected = off + "; the variant of the model that it switches on is not offered";
            findings.reject(key, Problem.of("", expected, String.valueOf(variant.get())));
        } else {
            notices.add(key + " is ignored: it means nothing to " + provider.name());
        }
    }

    private static Optional<Double> other(Values given, double value) {
        return given.items().stream()
                .map(item -> item.value())
                .filter(item -> item != value)
                .findFirst();
    }
}
