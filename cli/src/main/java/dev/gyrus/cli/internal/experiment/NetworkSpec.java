package dev.gyrus.cli.internal.experiment;

import dev.gyrus.core.Problem;
import dev.gyrus.spiking.Synapse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The {@code network} section: one model at one node per region of a connectome, groups of nodes and connections between
 * them, or a type of network that brings both.
 *
 * @param type empty where groups and connections are written out
 * @param groups one without a name where the network is homogeneous
 * @param connections between groups
 * @param connectome that groups take regions of; a homogeneous network's is its group's
 * @param speed along its fibres, in mm/ms; 0 for no delays
 * @param maps over its regions, or over all nodes where there is none
 * @param texts models and synapses by name, as they were written
 * @param seed of the wiring between neurons; empty for the simulation's
 */
public record NetworkSpec(
        Optional<TypeSpec> type,
        List<GroupSpec> groups,
        List<ConnectionSpec> connections,
        Optional<ConnectomeSpec> connectome,
        double speed,
        Map<String, MapSpec> maps,
        Map<String, Object> texts,
        Optional<Long> seed) {
    private static final String TEMPLATE = "template";
    private static final List<String> OF_GROUPS = List.of("model", "options", "coupling");
    private static final List<String> OF_OTHERS = List.of("model", "groups", "connections", "coupling");

    static NetworkSpec read(Section section, Vocabulary vocabulary) {
        boolean groups = section.has("groups") | section.has("connections");
        Map<String, Object> models = models(section, vocabulary);
        NetworkSpec spec = section.has("type") || section.has(TEMPLATE)
                ? ofType(section, vocabulary)
                : groups ? heterogeneous(section, vocabulary, models) : homogeneous(section, vocabulary, models);
        section.done();
        return spec;
    }

    /** Models that the experiment brings; as they were written. */
    private static Map<String, Object> models(Section section, Vocabulary vocabulary) {
        Section models = section.section("models");
        for (String name : models.keys()) {
            Value value = models.value(name).orElseThrow();
            if (vocabulary.models().contains(name)) {
                models.problem(name, Problem.of(models.path(name), "a name that no other model has", "'" + name + "'"));
            } else {
                models.findings()
                        .at("", () -> ModelFile.read(models, value, name))
                        .ifPresent(vocabulary::define);
            }
        }
        return section.value("models")
                .filter(value -> !models.keys().isEmpty())
                .<Map<String, Object>>map(value -> Map.of("models", value.plain()))
                .orElse(Map.of());
    }

    private static NetworkSpec homogeneous(Section section, Vocabulary vocabulary, Map<String, Object> models) {
        GroupSpec only = GroupSpec.readOnly(section, vocabulary);
        return new NetworkSpec(
                Optional.empty(),
                List.of(only),
                List.of(),
                Optional.empty(),
                only.speed(),
                Map.of(),
                models,
                Optional.empty());
    }

    private static NetworkSpec ofType(Section section, Vocabulary vocabulary) {
        for (String key : OF_OTHERS) {
            section.unavailable(key, "nothing here beside 'type', which brings what it needs");
        }
        Optional<String> template = section.text(TEMPLATE);
        Optional<String> name = template.isPresent()
                ? Optional.of(TEMPLATE)
                : section.value("type").flatMap(value -> type(section, value, vocabulary));
        Map<String, String> options = new LinkedHashMap<>(
                GroupSpec.options(section.section("options"), name.map(vocabulary::networkOptions)));
        template.ifPresent(text -> {
            int hash = text.lastIndexOf('#');
            options.put("file", hash < 0 ? text : text.substring(0, hash));
            options.put("circuit", hash < 0 ? "" : text.substring(hash + 1));
        });
        TypeSpec type = new TypeSpec(name.orElse(""), options);
        Optional<ConnectomeSpec> connectome = section.section("connectome", s -> ConnectomeSpec.read(s, vocabulary));
        double speed = GroupSpec.speed(section, connectome);
        boolean laid = name.map(vocabulary::isOnConnectome).orElse(true);
        if (laid && name.isPresent() && connectome.isEmpty()) {
            section.missing("connectome", "the connectome that " + name.get() + " is laid over");
        }
        for (String key : List.of("connectome", "speed")) {
            section.value(key)
                    .filter(value -> !laid)
                    .ifPresent(value -> section.wrong(
                            value, section.path(key), "nothing here: " + type.name() + " brings its own connections"));
        }
        Map<String, MapSpec> maps = MapSpec.readAll(section.section("maps"));
        List<GroupSpec> groups =
                name.isEmpty() ? List.of() : vocabulary.groups(type, connectome, speed, section.findings());
        List<GroupSpec> complete =
                withParameters(section.section("parameters"), section.has("maps"), groups, vocabulary);
        return new NetworkSpec(
                Optional.of(type), complete, List.of(), connectome, speed, maps, Map.of(), Optional.empty());
    }

    /** The name of a type; that of a model is a common slip. */
    private static Optional<String> type(Section section, Value value, Vocabulary vocabulary) {
        String at = section.path("type");
        boolean model = value instanceof Value.Scalar scalar
                && vocabulary.models().contains(scalar.text())
                && !vocabulary.networks().contains(scalar.text());
        if (!model) {
            return section.name(value, at, "type of network", vocabulary.networks());
        }
        String given = value.shown() + ", which is a model";
        section.problem(
                "type", Problem.of(at, "the name of a type of network", given).hint("did you mean network.model?"));
        return Optional.empty();
    }

    private static NetworkSpec heterogeneous(Section section, Vocabulary vocabulary, Map<String, Object> models) {
        for (String key : OF_GROUPS) {
            section.unavailable(key, "it in each group, where there are groups");
        }
        if (!section.has("groups")) {
            section.missing("groups", "the groups that the connections connect");
        }
        Section named = section.section("groups");
        List<GroupSpec> groups = new ArrayList<>();
        for (String name : named.keys()) {
            if (!name.matches("[A-Za-z_][A-Za-z0-9_-]*")) {
                named.problem(
                        name, Problem.of(named.path(name), "a name of letters, digits, - and _", "'" + name + "'"));
            }
            groups.add(GroupSpec.readNamed(name, named.section(name), vocabulary, section.has("maps")));
        }
        if (named.isWhole() && groups.isEmpty() && section.has("groups")) {
            section.problem("groups", Problem.of(named.path(), "at least one group", "none"));
        }
        named.done();
        Optional<ConnectomeSpec> connectome = section.section("connectome", s -> ConnectomeSpec.read(s, vocabulary));
        double speed = GroupSpec.speed(section, connectome);
        section.value("speed")
                .filter(value -> connectome.isEmpty())
                .ifPresent(value -> section.wrong(value, section.path("speed"), GroupSpec.SPEED_BESIDE));
        checkRegions(section, groups, connectome.isPresent());
        Map<String, MapSpec> maps = MapSpec.readAll(section.section("maps"));
        boolean anyMaps = section.has("maps")
                || groups.stream().anyMatch(group -> !group.maps().isEmpty());
        List<GroupSpec> complete = withParameters(section.section("parameters"), anyMaps, groups, vocabulary);
        Map<String, Optional<Synapse>> synapses = SynapseReader.readAll(section.section("synapses"));
        List<ConnectionSpec> connections = ConnectionSpec.readAll(
                section, vocabulary, groups.stream().map(GroupSpec::name).toList(), synapses);
        checkWiring(section, connections, groups);
        Map<String, Object> texts = new LinkedHashMap<>(models);
        section.value("synapses")
                .filter(value -> !synapses.isEmpty())
                .ifPresent(value -> texts.put("synapses", value.plain()));
        Optional<Long> seed = section.has("seed")
                ? Optional.of(section.integer("seed", 0, Long.MIN_VALUE, Long.MAX_VALUE))
                : Optional.empty();
        return new NetworkSpec(Optional.empty(), complete, connections, connectome, speed, maps, texts, seed);
    }

    private static void checkRegions(Section section, List<GroupSpec> groups, boolean connectome) {
        Optional<GroupSpec> first = groups.stream()
                .filter(group -> group.regions().isPresent())
                .filter(group -> section.findings().sound(group.key()))
                .findFirst();
        if (connectome && first.isEmpty() && section.findings().sound("network.groups")) {
            section.problem(
                    "connectome",
                    Problem.of(section.path("connectome"), "groups with regions of it", "none")
                            .hint(
                                    "'regions: 0..79' in a group takes these, or 'connectome' in a group all of its own"));
        }
        if (!connectome && first.isPresent()) {
            String expected = "network.connectome, which " + first.get().key() + ".regions are of";
            section.missing(List.of("connectome"), Problem.of(section.path("connectome"), expected, "nothing"));
        }
    }

    /** Between regions of the common connectome there is one connection, and its delays are known. */
    private static void checkWiring(Section section, List<ConnectionSpec> connections, List<GroupSpec> groups) {
        Set<List<String>> seen = new LinkedHashSet<>();
        for (int k = 0; k < connections.size(); k++) {
            ConnectionSpec connection = connections.get(k);
            if (!connection.isWiring(groups)) {
                continue;
            }
            String key = ConnectionSpec.key(k);
            if (!seen.add(List.of(connection.from(), connection.to()))) {
                String expected = "each pair of groups with regions of one connectome once";
                String given = connection.from() + " → " + connection.to() + " again";
                section.findings().reject(key, Problem.of("", expected, given));
            }
            Map<String, Boolean> given = new LinkedHashMap<>();
            given.put("delay", connection.delay().isPresent());
            given.put("spread", connection.spread().isPresent());
            given.put("pairs", connection.pairs().isPresent() || connection.oneToOne());
            given.forEach((name, there) -> {
                if (there) {
                    String expected = "nothing here between regions of one connectome, which has it";
                    section.findings().reject(key, Problem.of(name, expected, name));
                }
            });
        }
    }

    /** The groups with what the network sets in all of them; a name that stands for nothing is a problem. */
    private static List<GroupSpec> withParameters(
            Section section, boolean maps, List<GroupSpec> groups, Vocabulary vocabulary) {
        Map<String, Values> given = Values.readAll(section, maps);
        Scope scope = new Scope(vocabulary, groups);
        Set<String> used = new LinkedHashSet<>();
        List<GroupSpec> out = new ArrayList<>();
        for (GroupSpec group : groups) {
            Map<String, Values> own = new LinkedHashMap<>();
            Map<String, String> places = new LinkedHashMap<>();
            given.forEach((written, values) -> group.matching(written, vocabulary)
                    .forEach(name -> {
                        own.put(name, values);
                        places.put(name, section.path(written));
                        used.add(written);
                    }));
            out.add(group.withParameters(own, places));
        }
        given.keySet().stream()
                .filter(name -> scope.isKnown() && !used.contains(name))
                .forEach(name -> section.problem(
                        name,
                        Problem.unknown(
                                section.path(name), "parameter", name, scope.parameters(), scope.command(name))));
        return out;
    }

    /** True for one model and no groups. */
    public boolean isHomogeneous() {
        return type.isEmpty() && groups.size() == 1 && groups.get(0).name().isEmpty();
    }

    /** The type or the models, for people: {@code aln}, or {@code aln + thalamus}. */
    public String title() {
        return type.isPresent() ? type.get().name() : models();
    }

    private String models() {
        return groups.stream().map(GroupSpec::model).distinct().collect(Collectors.joining(" + "));
    }

    Map<String, Object> written() {
        if (isHomogeneous()) {
            Map<String, Object> only = groups.get(0).written();
            only.putAll(texts);
            return only;
        }
        Map<String, Object> out = new LinkedHashMap<>(texts);
        if (type.isPresent()) {
            out.putAll(type.get().written());
        } else {
            Map<String, Object> named = new LinkedHashMap<>();
            groups.forEach(group -> named.put(group.name(), group.written()));
            out.put("groups", named);
            out.put(
                    "connections",
                    connections.stream()
                            .map(connection -> connection.written(connection.isWiring(groups)))
                            .toList());
        }
        seed.ifPresent(number -> out.put("seed", number));
        connectome.ifPresent(c -> out.put("connectome", c.written()));
        if (connectome.filter(c -> c.delays().isEmpty()).isPresent()) {
            out.put("speed", speed);
        }
        return out;
    }
}
