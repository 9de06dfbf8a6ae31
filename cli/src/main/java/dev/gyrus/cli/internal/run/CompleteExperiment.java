package dev.gyrus.cli.internal.run;

import dev.gyrus.bold.HaemodynamicParameters;
import dev.gyrus.cli.internal.experiment.ConnectomeSpec;
import dev.gyrus.cli.internal.experiment.Experiment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An experiment with what only its model, its connectome and its outcome know filled in: run again, it gives the same
 * bits whatever the defaults will be then.
 */
final class CompleteExperiment {
    private final Prepared prepared;
    private final Experiment experiment;
    private final Result result;

    CompleteExperiment(Prepared prepared, Result result) {
        this.prepared = prepared;
        this.experiment = prepared.experiment();
        this.result = result;
    }

    /** As nested maps, lists, numbers and text. */
    Map<String, Object> written() {
        Map<String, Object> out = new LinkedHashMap<>(experiment.written());
        Map<String, Object> network = section(out, "network");
        network.put(
                "parameters",
                Attributes.parameters(prepared.network().populations().get(0).node()));
        experiment.network().connectome().ifPresent(spec -> {
            Map<String, Object> connectome = section(network, "connectome");
            connectome.putIfAbsent("normalize", normalization(spec));
            if (out.containsKey("compare")) {
                section(out, "compare").putIfAbsent("dataset", connectome);
            }
        });
        experiment.bold().ifPresent(spec -> {
            Map<String, Object> parameters = haemodynamics();
            parameters.putAll(section(section(out, "bold"), "parameters"));
            section(out, "bold").put("parameters", parameters);
        });
        section(out, "output")
                .putIfAbsent("formats", result.notices().isEmpty() ? List.of("csv", "netcdf") : List.of("netcdf"));
        return out;
    }

    private static Map<String, Object> haemodynamics() {
        HaemodynamicParameters p = HaemodynamicParameters.friston2003();
        return new LinkedHashMap<>(Map.of(
                "rho", p.rho(), "alpha", p.alpha(), "V0", p.v0(), "k1", p.k1(), "k2", p.k2(), "k3", p.k3(), "gamma",
                p.gamma(), "kappa", p.kappa(), "tau", p.tau()));
    }

    /** A section of a mapping, replaced by a copy that may change. */
    private static Map<String, Object> section(Map<String, Object> in, String name) {
        Map<String, Object> copy = new LinkedHashMap<>();
        ((Map<?, ?>) in.get(name)).forEach((key, value) -> copy.put(String.valueOf(key), value));
        in.put(name, copy);
        return copy;
    }

    /** Datasets and folders of subjects are normalized by their maximum unless the experiment says otherwise. */
    private String normalization(ConnectomeSpec spec) {
        boolean subjects =
                prepared.dataset().map(data -> !data.subjects().isEmpty()).orElse(false);
        return spec.dataset().isPresent() || subjects ? "max" : "none";
    }
}
