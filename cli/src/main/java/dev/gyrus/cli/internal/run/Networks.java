package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.ConnectionSpec;
import dev.gyrus.cli.internal.experiment.ConnectomeSpec;
import dev.gyrus.cli.internal.experiment.Findings;
import dev.gyrus.cli.internal.experiment.GroupSpec;
import dev.gyrus.cli.internal.experiment.NetworkSpec;
import dev.gyrus.core.Dataset;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Projection;
import dev.gyrus.core.spi.ModelProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Makes the network of an experiment: its groups first, as far as nothing is wrong with each, then what connects them. */
final class Networks {
    /** Without these a connectome cannot be read at all. */
    private static final List<String> READING = List.of("dataset", "path", "weights", "keys");

    private final Catalogues catalogues;
    private final Datafiles files;
    private final Findings findings;
    private final List<String> notices;
    private final NetworkSpec spec;
    private final Optional<Network> ofType;
    private final Optional<Dataset> common;
    private final Optional<List<String>> regionLabels;
    private final List<Group> groups;
    private final Neurons neurons;

    /**
     * Makes the groups.
     *
     * @param seed of the wiring between neurons, unless the network names its own
     * @param ofType the network of the type that the experiment names, if it names one
     */
    Networks(
            Catalogues catalogues,
            Datafiles files,
            Findings findings,
            List<String> notices,
            NetworkSpec spec,
            long seed,
            Optional<Network> ofType) {
        this.catalogues = catalogues;
        this.files = files;
        this.findings = findings;
        this.notices = notices;
        this.spec = spec;
        this.ofType = ofType;
        common = spec.connectome().flatMap(connectome -> dataset("network.connectome", connectome));
        regionLabels = labels("network.connectome", common, spec.connectome());
        List<Group> given =
                withNodes(spec.groups().stream().map(this::withoutNode).toList());
        neurons = Neurons.of(spec, given, spec.seed().orElse(seed), findings);
        groups = neurons.groups();
        checkOverlap();
    }

    List<Group> groups() {
        return groups;
    }

    /** Where connectomes come from, by what they are of: the network's own first, then those of groups. */
    Map<String, Dataset> datasets() {
        Map<String, Dataset> all = new LinkedHashMap<>();
        common.ifPresent(data -> all.put("network", data));
        groups.forEach(
                group -> group.dataset().ifPresent(data -> all.put(group.spec().key(), data)));
        return all;
    }

    /** Whether nothing that is missing keeps the network from being made. */
    boolean isWhole() {
        return !groups.isEmpty() && groups.stream().allMatch(Group::isWhole);
    }

    /** The network of the groups that are whole, without connections that something is wrong with. */
    Network network() {
        List<Projection> projections =
                new ArrayList<>(ofType.map(Network::projections).orElse(List.of()));
        List<Group> whole = groups.stream().filter(Group::isWhole).toList();
        for (Group group : whole) {
            group.dataset()
                    .ifPresent(data -> projections.addAll(Network.builder()
                            .group(
                                    group.name(),
                                    group.node().orElseThrow(),
                                    data.connectome(),
                                    group.spec().speed())
                            .build()
                            .projections()));
        }
        projections.addAll(connections());
        projections.addAll(neurons.projections());
        return new Network(whole.stream().map(Group::population).toList(), projections, neurons.synapses());
    }

    /** All switches of models and of the type, by the key of what they are of. */
    Map<String, Map<String, String>> options() {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        spec.type()
                .filter(type -> !type.name().isEmpty())
                .ifPresent(type -> all.put(
                        "network",
                        complete(catalogues.networks().get(type.name()).options(), type.options())));
        spec.groups().stream()
                .filter(group -> spec.type().isEmpty() && !group.model().isEmpty())
                .forEach(group -> all.put(
                        group.key(),
                        complete(catalogues.models().get(group.model()).options(), group.options())));
        return all;
    }

    private Map<String, String> complete(List<ModelProvider.Option> known, Map<String, String> given) {
        Map<String, String> options = new Switches(known, files, findings).defaults();
        options.putAll(given);
        return options;
    }

    /** What connects groups. */
    private List<Projection> connections() {
        Connections connections = new Connections(catalogues.couplings(), groups, findings, notices);
        List<Projection> out = new ArrayList<>();
        common.filter(data -> spec.type().isEmpty())
                .ifPresent(data ->
                        out.addAll(connections.ofConnectome(data.connectome(), spec.speed(), spec.connections())));
        for (int k = 0; k < spec.connections().size(); k++) {
            ConnectionSpec connection = spec.connections().get(k);
            if (connection.synaptic().isEmpty() && !connection.isWiring(spec.groups())) {
                connections.explicit(k, connection).ifPresent(out::add);
            }
        }
        return out;
    }

    private Group withoutNode(GroupSpec group) {
        Optional<Dataset> own =
                group.connectome().flatMap(connectome -> dataset(group.key() + ".connectome", connectome));
        Optional<int[]> regions = Optional.empty();
        Optional<List<String>> labels;
        if (group.regions().isPresent()) {
            String key = group.key() + ".regions";
            regions = regionLabels
                    .filter(all -> findings.sound(key))
                    .flatMap(all ->
                            findings.at(key, () -> Regions.of(group.regions().get(), all)));
            labels = regions.map(indices -> IntStream.of(indices)
                    .mapToObj(regionLabels.orElseThrow()::get)
                    .toList());
        } else if (group.connectome().isPresent()) {
            labels = labels(group.key() + ".connectome", own, group.connectome());
        } else {
            labels = unconnected(group);
        }
        return new Group(group, Optional.empty(), labels, own, regions);
    }

    /** Labels of nodes without a connectome, if it is known how many there are. */
    private Optional<List<String>> unconnected(GroupSpec group) {
        String key = group.key();
        if (!findings.sound(key + ".connectome", key + ".size", key + ".regions", key + ".labels")) {
            return Optional.empty();
        }
        int size = group.size().orElse(Math.max(1, group.labels().size()));
        if (group.labels().isEmpty()) {
            return Optional.of(numbered(size));
        }
        long different = group.labels().stream().distinct().count();
        if (group.labels().size() != size || different != size) {
            String given = group.labels().size() + " labels, " + different + " of them different";
            findings.reject(
                    key + ".labels", Problem.of("", "a label of its own for each of " + size + " nodes", given));
            return Optional.empty();
        }
        return Optional.of(group.labels());
    }

    private void checkOverlap() {
        Map<Integer, String> owner = new HashMap<>();
        for (Group group : groups) {
            for (int region : group.regions().orElse(new int[0])) {
                String other = owner.putIfAbsent(region, group.name());
                if (other != null) {
                    String label = regionLabels.orElseThrow().get(region);
                    String given = "'" + label + "' (" + region + ") also in " + other;
                    findings.reject(group.spec().key() + ".regions", Problem.of("", "each region in one group", given));
                    break;
                }
            }
        }
    }

    private List<Group> withNodes(List<Group> bare) {
        RegionalMaps maps = new RegionalMaps(files, findings);
        Nodes nodes = new Nodes(catalogues, files, findings, notices);
        boolean known = bare.stream().allMatch(group -> group.labels().isPresent());
        Map<String, double[]> ofNetwork = regionLabels
                .filter(labels -> isOfRegions())
                .map(labels -> maps.read(spec.maps(), labels))
                .orElseGet(() -> known && !isOfRegions() ? maps.read(spec.maps(), mapped(bare)) : Map.of());
        List<Group> out = new ArrayList<>();
        int first = 0;
        for (Group group : bare) {
            Map<String, double[]> values = new LinkedHashMap<>();
            for (Map.Entry<String, double[]> map : ofNetwork.entrySet()) {
                part(map.getValue(), group, first).ifPresent(part -> values.put(map.getKey(), part));
            }
            group.labels()
                    .ifPresent(labels -> values.putAll(maps.read(group.spec().maps(), labels)));
            boolean sound = findings.sound("network.maps", group.spec().key() + ".maps")
                    && (known || spec.maps().isEmpty());
            Optional<Integer> size = group.labels().map(List::size);
            Set<String> names = new LinkedHashSet<>(spec.maps().keySet());
            names.addAll(group.spec().maps().keySet());
            RegionalMaps.Maps readable = new RegionalMaps.Maps(names, sound ? Optional.of(values) : Optional.empty());
            Optional<Node> node = spec.type().isEmpty()
                    ? nodes.of(group.spec(), size, readable)
                    : ofType.map(network -> network.population(group.name()).node())
                            .map(made -> nodes.with(made, group.spec(), Map.of(), size, readable));
            out.add(new Group(group.spec(), node, group.labels(), group.dataset(), group.regions()));
            first += group.labels().map(List::size).orElse(0);
        }
        return out;
    }

    /** Whether maps are over the regions of the common connectome; else over all nodes in the order of the groups. */
    private boolean isOfRegions() {
        return spec.type().isEmpty() && spec.connectome().isPresent();
    }

    /** What the rows of maps over all nodes may be called. */
    private static List<String> mapped(List<Group> groups) {
        return groups.stream()
                .flatMap(group -> group.columns().orElseThrow().stream())
                .toList();
    }

    /** A group's part of a map: of the common connectome's regions, or of all nodes in the order of the groups. */
    private Optional<double[]> part(double[] map, Group group, int first) {
        if (isOfRegions()) {
            return group.regions()
                    .map(regions ->
                            IntStream.of(regions).mapToDouble(i -> map[i]).toArray());
        }
        return group.labels().map(labels -> Arrays.copyOfRange(map, first, first + labels.size()));
    }

    /** What a connectome is read from; of one that something is wrong with, what can be read all the same. */
    private Optional<Dataset> dataset(String key, ConnectomeSpec connectome) {
        if (findings.sound(key)) {
            Optional<Dataset> dataset = findings.at(key, () -> files.dataset(connectome));
            dataset.ifPresent(read -> noticeOf(key, connectome));
            return dataset.or(() -> withoutWrongKeys(key, connectome));
        }
        boolean readable = READING.stream().allMatch(part -> findings.sound(key + "." + part))
                && (connectome.dataset().isPresent()
                        || connectome.path().isPresent()
                        || connectome.weights().isPresent());
        if (readable) {
            return findings.also(key, () -> files.dataset(connectome)).or(() -> withoutWrongKeys(key, connectome));
        }
        connectome
                .path()
                .filter(path -> findings.sound(key + ".path"))
                .ifPresent(path -> findings.at(key, () -> files.find("path", path)));
        return Optional.empty();
    }

    /** Names of arrays that mean nothing are told before anything is read: what else is wrong shows without them. */
    private Optional<Dataset> withoutWrongKeys(String key, ConnectomeSpec connectome) {
        Map<String, String> sound = new LinkedHashMap<>(connectome.keys());
        sound.keySet().removeIf(name -> !findings.sound(key + ".keys." + name));
        return sound.size() == connectome.keys().size()
                ? Optional.empty()
                : findings.also(key, () -> files.dataset(connectome.withKeys(sound)));
    }

    /** Names of the regions of a connectome, also where numbers in its matrices are wrong. */
    private Optional<List<String>> labels(String key, Optional<Dataset> dataset, Optional<ConnectomeSpec> spec) {
        return dataset.map(data -> data.connectome().labels())
                .or(() -> spec.flatMap(ConnectomeSpec::size)
                        .map(n -> labels(key, spec.get().labels(), n)));
    }

    private List<String> labels(String key, List<String> given, int size) {
        String at = key + ".labels";
        if (!given.isEmpty() && given.size() != size && findings.sound(at)) {
            String expected = size + " names, one per region";
            findings.reject(at, Problem.of("", expected, given.size() + " names"));
        }
        List<String> labels = new ArrayList<>(given.subList(0, Math.min(size, given.size())));
        labels.addAll(numbered(size).subList(labels.size(), size));
        return labels;
    }

    private static List<String> numbered(int size) {
        return IntStream.range(0, size).mapToObj(Integer::toString).toList();
    }

    private void noticeOf(String key, ConnectomeSpec connectome) {
        Optional<Path> path =
                connectome.path().filter(given -> connectome.subcortical()).map(given -> files.find("", given));
        if (path.isPresent() && !Files.isDirectory(path.get().resolve("subjects"))) {
            notices.add(key + ".subcortical is ignored: it means nothing but to a folder of subjects");
        }
    }
}
