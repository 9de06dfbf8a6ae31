package dev.gyrus.cli.internal.experiment;

import dev.gyrus.core.Problem;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Nodes of one model: an element of {@code network.groups}, or the whole of a homogeneous network.
 *
 * @param name "" for a homogeneous network
 * @param parameters by flat or qualified name
 * @param keys where each parameter is set, where that isn't in the group itself
 * @param options the model's switches
 * @param coupling that takes the place of the model's own
 * @param maps that its parameters may read, by name
 * @param connectome of its own
 * @param speed along the fibres of its own connectome, in mm/ms; 0 for no delays
 * @param size so many nodes without connections
 * @param labels of these; empty for 0…N−1
 * @param regions of the network's connectome: indices, ranges such as {@code 0..79}, labels
 * @param neurons what it says of neurons
 */
public record GroupSpec(
        String name,
        String model,
        Map<String, Values> parameters,
        Map<String, String> keys,
        Map<String, String> options,
        Optional<CouplingSpec> coupling,
        Map<String, MapSpec> maps,
        Optional<ConnectomeSpec> connectome,
        double speed,
        Optional<Integer> size,
        List<String> labels,
        Optional<List<String>> regions,
        NeuronSpec neurons) {
    private static final double SPEED = 20.0;
    /** What a speed stands beside; elsewhere it would mean nothing. */
    static final String SPEED_BESIDE = "speed beside the connectome that it is of";

    private static final int MOST_NODES = 1_000_000;

    /** The only group of a homogeneous network. */
    static GroupSpec readOnly(Section section, Vocabulary vocabulary) {
        return read("", section, vocabulary, section.has("maps"));
    }

    /** A group of that name; {@code maps} where the network has some. */
    static GroupSpec readNamed(String name, Section section, Vocabulary vocabulary, boolean maps) {
        List<String> kinds = List.of("connectome", "size", "regions").stream()
                .filter(section::has)
                .toList();
        if (kinds.size() > 1) {
            section.problem(
                    kinds.get(1),
                    Problem.of(section.path(), "one of connectome, size and regions", String.join(" and ", kinds)));
        }
        GroupSpec spec = read(name, section, vocabulary, maps || section.has("maps"));
        section.value("labels")
                .filter(value -> !kinds.isEmpty() && !kinds.equals(List.of("size")))
                .ifPresent(value -> section.wrong(value, section.path("labels"), "labels beside size"));
        section.value("speed")
                .filter(value -> !section.has("connectome"))
                .ifPresent(value -> section.wrong(value, section.path("speed"), SPEED_BESIDE));
        section.done();
        return spec;
    }

    /** A group that a type of network brings; {@code kind} stands for its model. */
    public static GroupSpec ofType(String name, String kind, List<String> labels) {
        return new GroupSpec(
                name,
                kind,
                Map.of(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                SPEED,
                Optional.empty(),
                labels,
                Optional.empty(),
                NeuronSpec.NONE);
    }

    private static GroupSpec read(String name, Section section, Vocabulary vocabulary, boolean maps) {
        Optional<String> model = section.value("model").flatMap(value -> model(section, value, vocabulary));
        if (!section.has("model")) {
            section.missing("model", "the name of a model; 'gyrus models' lists them");
        }
        Map<String, Values> parameters = parameters(section.section("parameters"), maps, vocabulary, model);
        Map<String, String> options = options(section.section("options"), model.map(vocabulary::options));
        Optional<ConnectomeSpec> connectome = section.section("connectome", s -> ConnectomeSpec.read(s, vocabulary));
        boolean named = !name.isEmpty();
        long size = named ? section.integer("size", 1, 1, MOST_NODES) : 1;
        List<String> labels = named ? section.list("labels", section::text) : List.of();
        return new GroupSpec(
                name,
                model.orElse(""),
                parameters,
                Map.of(),
                options,
                CouplingSpec.read(section, "coupling", vocabulary),
                MapSpec.readAll(section.section("maps")),
                connectome,
                speed(section, connectome),
                named && section.has("size") ? Optional.of((int) size) : Optional.empty(),
                labels,
                named ? section.value("regions").map(value -> regions(section, value)) : Optional.empty(),
                named ? NeuronSpec.read(section) : NeuronSpec.NONE);
    }

    /** The name of a model that can be made. */
    private static Optional<String> model(Section section, Value value, Vocabulary vocabulary) {
        String at = section.path("model");
        boolean type = value instanceof Value.Scalar scalar
                && vocabulary.networks().contains(scalar.text())
                && !vocabulary.models().contains(scalar.text());
        if (type) {
            String given = value.shown() + ", which is a type of network";
            section.problem(
                    "model", Problem.of(at, "the name of a model", given).hint("did you mean " + TypeSpec.KEY + "?"));
            return Optional.empty();
        }
        return section.name(value, at, "model", vocabulary.models(), "gyrus models")
                .filter(name -> {
                    List<Problem> faults = vocabulary.faults(name);
                    faults.forEach(fault -> section.findings().reject(at, fault));
                    return faults.isEmpty();
                });
    }

    /** The speed beside a connectome. */
    static double speed(Section section, Optional<ConnectomeSpec> connectome) {
        boolean delays = connectome.flatMap(ConnectomeSpec::delays).isPresent();
        section.value("speed")
                .filter(value -> delays)
                .ifPresent(value -> section.wrong(
                        value, section.path("speed"), "no speed where the connectome gives delays in ms"));
        return section.value("speed")
                .filter(value -> !delays)
                .flatMap(value -> speed(section, value))
                .orElse(SPEED);
    }

    private static Optional<Double> speed(Section section, Value value) {
        return section.number(
                value, section.path("speed"), "mm/ms", "a speed in mm/ms, or 0 for no delays", speed -> speed >= 0);
    }

    private static List<String> regions(Section section, Value value) {
        String at = section.path("regions");
        if (value instanceof Value.Items items && !items.values().isEmpty()) {
            return section.list(value, at, section::text);
        }
        if (value instanceof Value.Scalar scalar && !value.isNothing()) {
            return List.of(scalar.text().strip());
        }
        section.wrong(value, at, "regions such as 0..79 or [0, 3, Precentral_L]");
        return List.of();
    }

    /** A name with {@code *} stands for all names it matches; without a known model any name will do for now. */
    private static Map<String, Values> parameters(
            Section section, boolean maps, Vocabulary vocabulary, Optional<String> model) {
        Map<String, Values> given = Values.readAll(section, maps);
        if (model.isEmpty()) {
            return given;
        }
        Collection<String> names = vocabulary.parameters(model.get());
        Collection<String> tolerated = vocabulary.tolerated(model.get());
        Map<String, Values> out = new LinkedHashMap<>();
        given.forEach((name, values) -> {
            List<String> matches = tolerated.contains(name) ? List.of(name) : matches(name, names);
            if (matches.isEmpty()) {
                section.problem(
                        name,
                        Problem.unknown(section.path(name), "parameter", name, names, vocabulary.command(model.get())));
            }
            matches.forEach(match -> out.put(match, values));
        });
        return out;
    }

    private static List<String> matches(String name, Collection<String> names) {
        Pattern pattern = pattern(name);
        return names.stream().filter(known -> pattern.matcher(known).matches()).toList();
    }

    private static Pattern pattern(String name) {
        return Pattern.compile(Pattern.quote(name).replace("*", "\\E.*\\Q"));
    }

    /** Switches; any name where it isn't known which there are. */
    static Map<String, String> options(Section section, Optional<Collection<String>> known) {
        Map<String, String> out = new LinkedHashMap<>();
        for (String name : section.keys()) {
            if (known.isEmpty() || known.get().contains(name)) {
                section.text(name).ifPresent(text -> out.put(name, text));
            } else {
                section.problem(name, Problem.unknown(section.path(name), "option", name, known.get()));
            }
        }
        return out;
    }

    /** The names of the group's parameters that a name of the whole network, with or without {@code *}, stands for. */
    List<String> matching(String networkWide, Vocabulary vocabulary) {
        if (model.isEmpty() || vocabulary.tolerated(model).contains(networkWide)) {
            return model.isEmpty() ? List.of() : List.of(networkWide);
        }
        Pattern pattern = pattern(networkWide);
        return vocabulary.parameters(model).stream()
                .filter(known -> pattern.matcher(known).matches()
                        || pattern.matcher(name + "." + known).matches())
                .toList();
    }

    /**
     * The same with parameters that the network sets: those of the group itself are more particular, also a flat name
     * against one qualified by a mass.
     */
    GroupSpec withParameters(Map<String, Values> general, Map<String, String> places) {
        Map<String, Values> all = new LinkedHashMap<>(general);
        parameters.keySet().forEach(own -> all.keySet().removeIf(other -> other.endsWith("." + own)));
        all.putAll(parameters);
        Map<String, String> at = new LinkedHashMap<>(places);
        at.keySet().removeAll(parameters.keySet());
        return new GroupSpec(
                name, model, all, at, options, coupling, maps, connectome, speed, size, labels, regions, neurons);
    }

    /** Where the group stands in the file. */
    public String key() {
        return name.isEmpty() ? "network" : "network.groups." + name;
    }

    /** Where a parameter is set. */
    public String key(String parameter) {
        return keys.getOrDefault(parameter, key() + ".parameters." + parameter);
    }

    Map<String, Object> written() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("model", model);
        out.put("parameters", Values.written(parameters));
        out.put("options", options);
        coupling.ifPresent(c -> out.put("coupling", c.written()));
        connectome.ifPresent(c -> out.put("connectome", c.written()));
        boolean ownSpeed = name.isEmpty() || connectome.isPresent();
        if (ownSpeed && connectome.flatMap(ConnectomeSpec::delays).isEmpty()) {
            out.put("speed", speed);
        }
        if (!name.isEmpty() && connectome.isEmpty() && regions.isEmpty()) {
            out.put("size", size.orElse(1));
        }
        if (!labels.isEmpty()) {
            out.put("labels", labels);
        }
        regions.ifPresent(list -> out.put("regions", list));
        neurons.writeTo(out);
        return out;
    }
}
