package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.Findings;
import dev.gyrus.cli.internal.experiment.GroupSpec;
import dev.gyrus.cli.internal.experiment.Quantity;
import dev.gyrus.cli.internal.experiment.Values;
import dev.gyrus.cli.internal.run.RegionalMaps.Maps;
import dev.gyrus.core.Coupling;
import dev.gyrus.core.Node;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Sync;
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
     * @param maps that expressions may read
     */
    Optional<Node> of(GroupSpec spec, Optional<Integer> size, Maps maps) {
        if (spec.model().isEmpty()) {
            return Optional.empty();
        }
        ModelProvider provider = catalogues.models().get(spec.model());
        Node node = coupled(spec, made(provider, spec));
        return Optional.of(with(node, spec, provider.fixed(), size, maps));
    }

    /**
     * A node with a group's parameters, without what was found wrong with them.
     *
     * @param fixed what is built into the model's tables, by name
     */
    Node with(Node node, GroupSpec spec, Map<String, Double> fixed, Optional<Integer> size, Maps maps) {
        Map<String, double[]> values = new LinkedHashMap<>();
        Map<String, Values> converted = new LinkedHashMap<>();
        spec.parameters().forEach((name, given) -> {
            String key = spec.key(name);
            if (!node.parameterNames().contains(name)) {
                ignore(node.name(), fixed.get(name), key, name, given);
            } else if (given.items().stream().anyMatch(item -> isOther(item, Declared.parameter(node, name)))) {
                converted.put(name, given);
            } else if (given.expression().isEmpty()) {
                findings.at(key, () -> Conversion.to(Declared.parameter(node, name), given))
                        .ifPresent(numbers -> values.put(name, numbers));
            } else if (size.isPresent() && maps.values().isPresent()) {
                findings.at(
                                key,
                                () -> RegionalMaps.evaluate(
                                        given.expression().get(), maps.values().get(), size.get()))
                        .ifPresent(numbers -> values.put(name, numbers));
            } else {
                findings.at(key, () -> RegionalMaps.checked(given.expression().get(), maps.names()));
            }
        });
        // Through others, which have their values by now.
        Node set = node.with(values);
        converted.forEach((name, given) -> findings.at(
                        spec.key(name),
                        () -> Amplitudes.ofValue(set, name, Declared.parameter(node, name))
                                .convert(given))
                .ifPresent(numbers -> values.put(name, numbers)));
        return node.with(values);
    }

    /** Whether a number's unit is of another dimension. */
    private static boolean isOther(Quantity quantity, String unit) {
        return !quantity.unit().isEmpty() && !Conversion.isCompatible(quantity.unit(), unit);
    }

    private Node coupled(GroupSpec spec, Node node) {
        String key = spec.key() + ".coupling";
        return spec.coupling()
                .filter(coupling -> findings.sound(key))
                .flatMap(coupling -> findings.at(key, () -> coupling.coupling(catalogues.couplings())))
                .map(coupling -> replace(node, coupling))
                .orElse(node);
    }

    /**
     * A node that takes from others what it declares, but through another coupling: its target variable is the declared
     * one, or else the one that others give.
     */
    private static Node replace(Node node, Coupling coupling) {
        return node.with(node.syncs().stream()
                .map(sync -> new Sync(
                        sync.output(),
                        sync.input(),
                        coupling,
                        sync.weight(),
                        sync.target().isEmpty() ? sync.output() : sync.target()))
                .toList());
    }

    /** The model with its switches; where they don't do, the published one, so that the rest can be checked. */
    private Node made(ModelProvider provider, GroupSpec spec) {
        String all = spec.key() + ".options";
        Switches switches = new Switches(provider.options(), files, findings);
        Map<String, String> options = switches.checked(spec.options(), all);
        return findings.at(switches.key(options, all), () -> Provided.node(provider, options))
                .orElseGet(() -> Provided.node(provider, Map.of()));
    }

    /** Refuses a value that would change the model; a notice says that others mean nothing to it. */
    private void ignore(String model, Double fixed, String key, String name, Values given) {
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
            notices.add(key + " is ignored: it means nothing to " + model);
        }
    }

    private static Optional<Double> other(Values given, double value) {
        return given.items().stream()
                .map(item -> item.value())
                .filter(item -> item != value)
                .findFirst();
    }
}
