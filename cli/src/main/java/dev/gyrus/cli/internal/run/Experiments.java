package dev.gyrus.cli.internal.run;

import com.google.inject.Guice;
import dev.gyrus.cli.GyrusModule;
import dev.gyrus.cli.internal.experiment.CompareSpec;
import dev.gyrus.cli.internal.experiment.Experiment;
import dev.gyrus.cli.internal.experiment.Findings;
import dev.gyrus.cli.internal.experiment.InputSpec;
import dev.gyrus.cli.internal.experiment.Setting;
import dev.gyrus.cli.internal.experiment.SimulationSpec;
import dev.gyrus.cli.internal.experiment.Values;
import dev.gyrus.cli.internal.plugin.Plugins;
import dev.gyrus.core.Catalogue;
import dev.gyrus.core.Dataset;
import dev.gyrus.core.Drive;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Integrator;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Run;
import dev.gyrus.core.Simulation;
import dev.gyrus.core.spi.MetricProvider;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/** Makes simulations of experiment files: names become models, connectomes and signals. */
public final class Experiments {
    private final Catalogues catalogues;

    private final Provider<Plugins> plugins;

    @Inject
    Experiments(Catalogues catalogues, Provider<Plugins> plugins) {
        this.catalogues = catalogues;
        this.plugins = plugins;
    }

    /** Experiments of what comes with Gyrus and perhaps the plugins of a folder: for a process that got one as data. */
    static Experiments with(Optional<Path> plugins) {
        GyrusModule module = plugins.map(GyrusModule::withPlugins).orElseGet(GyrusModule::create);
        return Guice.createInjector(module).getInstance(Experiments.class);
    }

    /** The folder of plugins, if there is one. */
    Optional<Path> plugins() {
        return plugins.get().folder();
    }

    /**
     * Reads a file and makes everything that a run needs of it.
     *
     * @throws GyrusException with all problems that were found, each with its file, line and key
     */
    public Prepared prepare(Path file, List<Setting> settings) {
        return prepare(ExperimentSource.of(file, settings));
    }

    /** The same of a text that was read already. */
    public Prepared prepare(ExperimentSource given) {
        Path folder = given.file().toAbsolutePath().getParent();
        Datafiles files = new Datafiles(catalogues.datasets(), folder);
        Names names = new Names(catalogues, files);
        Experiment.Source source = Experiment.read(given.file(), given.text(), given.settings(), names);
        return new Preparation(source, files, names).prepare();
    }

    /** What can be measured of runs. */
    Catalogue<MetricProvider> metrics() {
        return catalogues.metrics();
    }

    /** One experiment on its way: what is sound is made and checked, also beside what is not. */
    private final class Preparation {
        private final Experiment experiment;
        private final Findings findings;
        private final Datafiles files;
        private final Optional<Network> ofType;
        private final Catalogues catalogues;
        private final List<String> notices = new ArrayList<>();

        Preparation(Experiment.Source source, Datafiles files, Names names) {
            experiment = source.experiment();
            findings = source.findings();
            this.files = files;
            ofType = names.network();
            catalogues = names.catalogues();
        }

        Prepared prepare() {
            Networks networks = new Networks(
                    catalogues,
                    files,
                    findings,
                    notices,
                    experiment.network(),
                    experiment.simulation().seed(),
                    ofType);
            List<Group> groups = networks.groups();
            Map<String, Dataset> datasets = networks.datasets();
            Network network = networks.network();
            Map<String, double[]> initial = initial(groups);
            RandomPaths paths = new RandomPaths(experiment.inputs());
            Drives drives = drives(paths, groups);
            List<Drive> driven =
                    drives.all(experiment.inputs(), experiment.simulation().seed());
            noticeOfIdleInputs();
            Experiment complete = complete(groups);
            Signals signals = new Signals(groups);
            complete.bold().ifPresent(bold -> Observation.check(bold, signals, findings));
            Optional<Dataset> reference =
                    reference(complete, datasets.values().stream().findFirst(), signals);
            if (network.populations().isEmpty()) {
                findings.throwIfAny();
            }
            boolean whole = networks.isWhole();
            LongFunction<List<Drive>> ofSeed =
                    seed -> paths.dependOnSeed() ? drives.all(experiment.inputs(), seed) : driven;
            Prepared prepared = new Prepared(
                    complete,
                    network,
                    datasets,
                    reference,
                    simulation(network, whole ? initial : Map.of()),
                    whole ? ofSeed : seed -> List.of(),
                    whole && paths.dependOnSeed(),
                    notices,
                    findings.places(),
                    files.found(),
                    networks.options(),
                    signals);
            if (!findings.isEmpty()) {
                prepared.checkUnconnected(findings, catalogues.couplings());
                plan(prepared, whole ? complete.record().variables() : List.of());
                findings.throwIfAny();
            }
            return prepared;
        }

        /** The experiment with what the models add to it, as far as they are known. */
        private Experiment complete(List<Group> groups) {
            List<Node> nodes =
                    groups.stream().flatMap(group -> group.node().stream()).toList();
            if (nodes.isEmpty() || nodes.size() < groups.size()) {
                return experiment;
            }
            List<String> variables = groups.stream()
                    .filter(group -> !group.fires())
                    .map(group -> group.node().orElseThrow().defaultOutput())
                    .distinct()
                    .toList();
            Signals signals = new Signals(groups);
            List<String> sources = experiment.bold().map(signals::ownSources).orElse(List.of());
            List<String> measured = new ArrayList<>(variables);
            groups.stream().filter(Group::fires).forEach(group -> measured.add(group.qualified(Neurons.RATE)));
            Experiment complete = experiment.withDefaults(variables, measured, sources);
            if (experiment.bold().filter(bold -> bold.sources().isEmpty()).isPresent()) {
                noticeWithoutBold(signals.undriven(sources));
            }
            return complete;
        }

        /** What a model names may be no rate. */
        private void noticeWithoutBold(List<String> groups) {
            if (!groups.isEmpty()) {
                notices.add("BOLD, and what is computed from it, is without " + String.join(", ", groups)
                        + ": not a rate in Hz or kHz. bold.source names other variables, bold.drive says what rate they"
                        + " stand for");
            }
        }

        /** What only shows up in the plan, of the groups that can be planned, is reported beside what was found before. */
        private void plan(Prepared prepared, List<String> variables) {
            Simulation simulation = prepared.simulation();
            Simulation watched = variables.isEmpty()
                    ? simulation
                    : simulation.observe(Recorder.every(1, variables.toArray(String[]::new)));
            findings.at("", () -> {
                Run run = prepared.start(watched);
                run.close();
                return run;
            });
        }

        /** Starts by name; in groups each under the name of the group, the more particular last. */
        private Map<String, double[]> initial(List<Group> groups) {
            Map<String, double[]> initial = new LinkedHashMap<>();
            List<String> names = new ArrayList<>(experiment.initial().keySet());
            names.sort(Comparator.comparing(
                    name -> groups.stream().anyMatch(group -> !group.local(name).equals(name))));
            for (String name : names) {
                Values values = experiment.initial().get(name);
                for (Group group : groups) {
                    if (findings.sound("initial." + name) && group.hasVariable(name)) {
                        initial(group, name, values, initial);
                    }
                }
            }
            return initial;
        }

        private void initial(Group group, String name, Values values, Map<String, double[]> initial) {
            String key = "initial." + name;
            Node node = group.node().orElseThrow();
            String local = group.local(name);
            if (Declared.isOutput(node, local)) {
                notices.add(key + " is ignored: it follows from the state");
                return;
            }
            String full = group.name().isEmpty() ? local : group.name() + "." + local;
            Amplitudes amplitudes = Amplitudes.ofValue(node, local, Declared.variable(node, local));
            findings.at(key, () -> Conversion.perNode(amplitudes.convert(values), values, group.labels()))
                    .ifPresent(numbers -> initial.put(full, numbers));
        }

        private Drives drives(RandomPaths paths, List<Group> groups) {
            double dt = experiment.simulation().dt();
            return new Drives(
                    new InputSignals(catalogues.signals(), paths, files, dt, findings, notices), groups, findings);
        }

        private void noticeOfIdleInputs() {
            double dt = experiment.simulation().dt();
            for (int i = 0; i < experiment.inputs().size(); i++) {
                String key = "inputs[" + i + "]";
                InputSpec input = experiment.inputs().get(i);
                if (input.start() >= experiment.simulation().duration()) {
                    notices.add(key + " never acts: the run ends before its start, " + input.start() + " ms");
                } else if (findings.sound(key) && !coversStep(input, dt)) {
                    notices.add(key + " never acts: there is no step of " + dt + " ms between its start and its end");
                }
            }
        }

        /** Whether some step begins from the start on and before the end. */
        private static boolean coversStep(InputSpec input, double dt) {
            double first = Math.ceil(input.start() / dt - 1e-9) * dt;
            return input.end().isEmpty() || first < input.end().get() - 1e-9;
        }

        private Simulation simulation(Network network, Map<String, double[]> initial) {
            SimulationSpec spec = experiment.simulation();
            Simulation simulation = Simulation.of(network)
                    .dt(spec.dt())
                    .duration(spec.duration())
                    .integrator(Integrator.named(spec.integrator()))
                    .frozenCoupling(spec.coupling().equals("frozen"))
                    .tolerance(spec.tolerance())
                    .seed(spec.seed())
                    .threads(spec.threads());
            if (spec.runaway().isPresent()) {
                double limit = spec.runaway().get();
                simulation = simulation.runaway(limit == 0 ? Double.POSITIVE_INFINITY : limit);
            }
            for (Map.Entry<String, double[]> entry : initial.entrySet()) {
                simulation = simulation.initial(entry.getKey(), entry.getValue());
            }
            return simulation;
        }

        /** What the run is compared with, if anything. */
        private Optional<Dataset> reference(Experiment complete, Optional<Dataset> dataset, Signals signals) {
            if (complete.compare().isEmpty()) {
                return Optional.empty();
            }
            CompareSpec spec = complete.compare().get();
            Optional<Dataset> reference = spec.dataset().isEmpty()
                    ? dataset
                    : spec.dataset()
                            .filter(given -> findings.sound("compare.dataset"))
                            .flatMap(given -> findings.at("compare.dataset", () -> files.subjects(given)));
            Comparison.check(complete, reference, signals.compared(complete), findings);
            return reference;
        }
    }
}
