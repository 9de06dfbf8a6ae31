package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.CompareSpec;
import dev.gyrus.cli.internal.experiment.ConnectomeSpec;
import dev.gyrus.cli.internal.experiment.Experiment;
import dev.gyrus.cli.internal.experiment.Findings;
import dev.gyrus.cli.internal.experiment.InputSpec;
import dev.gyrus.cli.internal.experiment.Setting;
import dev.gyrus.cli.internal.experiment.SimulationSpec;
import dev.gyrus.core.Dataset;
import dev.gyrus.core.Drive;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Integrator;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Run;
import dev.gyrus.core.Simulation;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes simulations of experiment files: names become models, connectomes and signals. */
public final class Experiments {
    private final Catalogues catalogues;

    @Inject
    Experiments(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    /**
     * Reads a file and makes everything that a run needs of it.
     *
     * @throws GyrusException with all problems that were found, each with its file, line and key
     */
    public Prepared prepare(Path file, List<Setting> settings) {
        Experiment.Source source = Experiment.read(file, settings, new Names(catalogues));
        return new Preparation(source, file.toAbsolutePath().getParent()).prepare();
    }

    /** One experiment on its way: what is sound is made and checked, also beside what is not. */
    private final class Preparation {
        private final Experiment experiment;
        private final Findings findings;
        private final Datafiles files;
        private final List<String> notices = new ArrayList<>();

        Preparation(Experiment.Source source, Path folder) {
            experiment = source.experiment();
            findings = source.findings();
            files = new Datafiles(catalogues.datasets(), folder);
        }

        Prepared prepare() {
            Optional<Dataset> dataset = experiment.network().connectome().flatMap(this::dataset);
            Optional<List<String>> labels = labels(dataset);
            Optional<Node> node = new Nodes(catalogues.models(), files, findings, notices).of(experiment.network());
            Optional<Dataset> reference = reference(dataset, labels);
            Map<String, double[]> initial =
                    node.map(made -> initial(made, labels)).orElse(Map.of());
            List<Drive> drives = drives(node, labels);
            Experiment complete = node.map(made -> experiment
                            .withDefaults(made.defaultOutput(), made.boldInput())
                            .withDefaultOptions(defaultOptions()))
                    .orElse(experiment);
            complete.bold().ifPresent(bold -> Observation.check(bold, node, labels, findings));
            if (node.isEmpty() || labels.isEmpty()) {
                findings.throwIfAny();
            }
            double speed = experiment.network().speed();
            Network network = dataset.map(data -> Network.of(node.orElseThrow(), data.connectome(), speed))
                    .orElseGet(() -> Network.of(node.orElseThrow()));
            Simulation simulation = simulation(network, initial, drives);
            Prepared prepared =
                    new Prepared(complete, network, dataset, reference, simulation, notices, findings.places());
            if (!findings.isEmpty()) {
                plan(prepared);
                findings.throwIfAny();
            }
            return prepared;
        }

        /** The first choice of each switch of the model. */
        private Map<String, String> defaultOptions() {
            Map<String, String> defaults = new LinkedHashMap<>();
            catalogues.models().get(experiment.network().model()).options().stream()
                    .filter(option -> !option.choices().isEmpty())
                    .forEach(option ->
                            defaults.put(option.name(), option.choices().get(0)));
            return defaults;
        }

        /** What only shows up in the plan is reported beside what was found before. */
        private void plan(Prepared prepared) {
            String[] variables = prepared.experiment().record().variables().toArray(String[]::new);
            findings.at("", () -> {
                Run run = prepared.start(prepared.simulation().observe(Recorder.every(1, variables)));
                run.close();
                return run;
            });
        }

        private Optional<Dataset> dataset(ConnectomeSpec spec) {
            String key = "network.connectome";
            if (findings.sound(key)) {
                Optional<Dataset> dataset = findings.at(key, () -> files.dataset(spec));
                dataset.ifPresent(read -> noticeOf(spec));
                return dataset;
            }
            spec.path()
                    .filter(path -> findings.sound(key + ".path"))
                    .ifPresent(path -> findings.at(key, () -> files.find("path", path)));
            return Optional.empty();
        }

        private void noticeOf(ConnectomeSpec spec) {
            Optional<Path> path =
                    spec.path().filter(given -> spec.subcortical()).map(given -> files.find("", given));
            if (path.isPresent() && !Files.isDirectory(path.get().resolve("subjects"))) {
                notices.add("network.connectome.subcortical is ignored: it means nothing but to a folder of subjects");
            }
        }

        /** The names of the nodes, if it is known how many there are. */
        private Optional<List<String>> labels(Optional<Dataset> dataset) {
            boolean single = experiment.network().connectome().isEmpty()
                    && findings.sound("network.connectome", "network.groups");
            return single
                    ? Optional.of(List.of("0"))
                    : dataset.map(data -> data.connectome().labels());
        }

        private Map<String, double[]> initial(Node node, Optional<List<String>> labels) {
            Map<String, double[]> initial = new LinkedHashMap<>();
            experiment.initial().forEach((name, values) -> {
                String key = "initial." + name;
                if (!findings.sound(key)) {
                    return;
                }
                if (Declared.isOutput(node, name)) {
                    notices.add(key + " is ignored: it follows from the state");
                    return;
                }
                findings.at(key, () -> Conversion.perNode(Declared.variable(node, name), values, labels))
                        .ifPresent(numbers -> initial.put(name, numbers));
            });
            return initial;
        }

        private List<Drive> drives(Optional<Node> node, Optional<List<String>> labels) {
            double dt = experiment.simulation().dt();
            Drives drives = new Drives(catalogues.signals(), node, labels, files, dt, findings);
            List<Drive> all = new ArrayList<>();
            for (int i = 0; i < experiment.inputs().size(); i++) {
                String key = "inputs[" + i + "]";
                InputSpec input = experiment.inputs().get(i);
                all.addAll(drives.of(key, input));
                if (input.start() >= experiment.simulation().duration()) {
                    notices.add(key + " never acts: the run ends before its start, " + input.start() + " ms");
                }
            }
            return all;
        }

        private Simulation simulation(Network network, Map<String, double[]> initial, List<Drive> drives) {
            SimulationSpec spec = experiment.simulation();
            Simulation simulation = Simulation.of(network)
                    .dt(spec.dt())
                    .duration(spec.duration())
                    .integrator(Integrator.named(spec.integrator()))
                    .frozenCoupling(spec.coupling().equals("frozen"))
                    .seed(spec.seed())
                    .threads(spec.threads());
            for (Map.Entry<String, double[]> entry : initial.entrySet()) {
                simulation = simulation.initial(entry.getKey(), entry.getValue());
            }
            for (Drive drive : drives) {
                simulation = simulation.drive(drive);
            }
            return simulation;
        }

        /** What the run is compared with, if anything. */
        private Optional<Dataset> reference(Optional<Dataset> dataset, Optional<List<String>> labels) {
            if (experiment.compare().isEmpty()) {
                return Optional.empty();
            }
            CompareSpec spec = experiment.compare().get();
            Optional<Dataset> reference = spec.dataset().isEmpty()
                    ? dataset
                    : spec.dataset()
                            .filter(given -> findings.sound("compare.dataset"))
                            .flatMap(given -> findings.at("compare.dataset", () -> files.subjects(given)));
            Comparison.check(experiment, reference, labels.map(List::size), findings);
            return reference;
        }
    }
}
