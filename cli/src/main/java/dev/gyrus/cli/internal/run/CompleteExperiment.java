package dev.gyrus.cli.internal.run;

import dev.gyrus.bold.HaemodynamicParameters;
import dev.gyrus.cli.internal.experiment.ConnectomeSpec;
import dev.gyrus.cli.internal.experiment.Experiment;
import dev.gyrus.cli.internal.experiment.GroupSpec;
import dev.gyrus.cli.internal.experiment.SynapticNames;
import dev.gyrus.core.Population;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An experiment with what only its model, its connectome and its outcome know filled in: run again, it gives the same
 * bits whatever the defaults will be then.
 */
final class CompleteExperiment {
    private static final Set<String> FILE = Set.of("path", "file");

    /** Mappings whose values may name files. */
    private static final Set<String> FILES_BY_NAME = Set.of("options", "maps");

    private final Prepared prepared;
    private final Experiment experiment;
    private final List<String> notices;

    /** @param notices what a run left out */
    CompleteExperiment(Prepared prepared, List<String> notices) {
        this.prepared = prepared;
        this.experiment = prepared.experiment();
        this.notices = notices;
    }

    /** As nested maps, lists, numbers and text. */
    Map<String, Object> written() {
        Map<String, Object> out = new LinkedHashMap<>(experiment.written());
        Map<String, Object> network = section(out, "network");
        if (experiment.network().type().isPresent()) {
            completeType(network);
        } else if (experiment.network().isHomogeneous()) {
            complete(network, experiment.network().groups().get(0));
        } else {
            Map<String, Object> groups = section(network, "groups");
            experiment.network().groups().forEach(group -> complete(section(groups, group.name()), group));
        }
        experiment
                .network()
                .connectome()
                .ifPresent(spec -> normalized(section(network, "connectome"), spec, "network"));
        if (out.containsKey("compare")) {
            firstConnectome(network).ifPresent(first -> section(out, "compare").putIfAbsent("dataset", first));
        }
        experiment.bold().ifPresent(spec -> {
            Map<String, Object> parameters = haemodynamics();
            parameters.putAll(section(section(out, "bold"), "parameters"));
            section(out, "bold").put("parameters", parameters);
        });
        section(out, "output")
                .putIfAbsent(
                        "formats",
                        notices.stream().anyMatch(RecordingFiles::isNotice)
                                ? List.of("netcdf")
                                : List.of("csv", "netcdf"));
        out.replaceAll((key, value) -> located(key, value));
        return out;
    }

    /** The same with absolute paths, since what is written lies elsewhere than the experiment did. */
    private Object located(String key, Object value) {
        if (value instanceof Map<?, ?> map) {
            boolean files = FILES_BY_NAME.contains(key);
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((name, inner) -> copy.put(
                    String.valueOf(name),
                    files && inner instanceof String ? located("file", inner) : located(String.valueOf(name), inner)));
            return copy;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(inner -> located(key, inner)).toList();
        }
        return FILE.contains(key) ? prepared.files().getOrDefault(String.valueOf(value), String.valueOf(value)) : value;
    }

    /** Switches of a type of network, and the parameters of all its groups. */
    private void completeType(Map<String, Object> out) {
        out.put("options", prepared.options().get("network"));
        Map<String, Object> all = new LinkedHashMap<>();
        for (Population population : prepared.network().populations()) {
            String group = population.name().isEmpty() ? "" : population.name() + ".";
            Attributes.parameters(population.node()).forEach((name, value) -> all.put(group + name, value));
        }
        out.put("parameters", all);
    }

    /** Switches, parameters and connectome of a group. */
    private void complete(Map<String, Object> out, GroupSpec group) {
        out.put("options", prepared.options().get(group.key()));
        Map<String, Object> parameters = Attributes.parameters(
                prepared.network().population(group.name()).node());
        // Those that synapses brought stand where the synapses do.
        parameters
                .keySet()
                .removeAll(
                        SynapticNames.of(group, prepared.experiment().network().connections())
                                .parameters());
        out.put("parameters", parameters);
        group.connectome().ifPresent(spec -> normalized(section(out, "connectome"), spec, group.key()));
    }

    /** The connectome that subjects are taken from where nothing else is said: the common one, or the first group's. */
    private static Optional<Object> firstConnectome(Map<String, Object> network) {
        Object common = network.get("connectome");
        if (common != null || !network.containsKey("groups")) {
            return Optional.ofNullable(common);
        }
        return ((Map<?, ?>) network.get("groups"))
                .values().stream()
                        .map(group -> (Object) ((Map<?, ?>) group).get("connectome"))
                        .filter(Objects::nonNull)
                        .findFirst();
    }

    /** Datasets and folders of subjects are normalized by their maximum unless the experiment says otherwise. */
    private void normalized(Map<String, Object> connectome, ConnectomeSpec spec, String key) {
        boolean subjects = !prepared.datasets().get(key).subjects().isEmpty();
        connectome.putIfAbsent("normalize", spec.dataset().isPresent() || subjects ? "max" : "none");
    }

    private static Map<String, Object> haemodynamics() {
        HaemodynamicParameters p = HaemodynamicParameters.friston2003();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("rho", p.rho());
        out.put("alpha", p.alpha());
        out.put("V0", p.v0());
        out.put("k1", p.k1());
        out.put("k2", p.k2());
        out.put("k3", p.k3());
        out.put("gamma", p.gamma());
        out.put("kappa", p.kappa());
        out.put("tau", p.tau());
        return out;
    }

    /** A section of a mapping, replaced by a copy that may change. */
    private static Map<String, Object> section(Map<String, Object> in, String name) {
        Map<String, Object> copy = new LinkedHashMap<>();
        ((Map<?, ?>) in.get(name)).forEach((key, value) -> copy.put(String.valueOf(key), value));
        in.put(name, copy);
        return copy;
    }
}
