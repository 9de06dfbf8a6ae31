package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.CompareSpec;
import dev.gyrus.cli.internal.experiment.Experiment;
import dev.gyrus.cli.internal.experiment.InputSpec;
import dev.gyrus.cli.internal.experiment.NetworkSpec;
import dev.gyrus.cli.internal.experiment.Places;
import dev.gyrus.cli.internal.experiment.Setting;
import dev.gyrus.cli.internal.experiment.SimulationSpec;
import dev.gyrus.cli.internal.experiment.Values;
import dev.gyrus.core.Dataset;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Integrator;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Simulation;
import dev.gyrus.core.spi.ModelProvider;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

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

    /** One experiment on its way; collects problems until the end. */
    private final class Preparation {
        private final Experiment experiment;
        private final Places places;
        private final Datafiles files;
        private final Problems problems = new Problems();
        private final List<String> notices = new ArrayList<>();

        Preparation(Experiment.Source source, Path folder) {
            experiment = source.experiment();
            places = source.places();
            files = new Datafiles(catalogues.datasets(), folder);
        }

        Prepared prepare() {
            NetworkSpec spec = experiment.network();
            Optional<Dataset> dataset =
                    spec.connectome().flatMap(connectome -> at("network.connectome", () -> files.dataset(connectome)));
            Optional<Node> node = at("network", () -> node(spec)).flatMap(made -> made);
            problems.throwIfAny();
            Prepared prepared = prepare(node.orElseThrow(), dataset);
            problems.throwIfAny();
            return prepared;
        }

        private Prepared prepare(Node node, Optional<Dataset> dataset) {
            double speed = experiment.network().speed();
            Network network = dataset.map(data -> Network.of(node, data.connectome(), speed))
                    .orElseGet(() -> Network.of(node));
            Experiment complete = experiment
                    .withDefaults(node.defaultOutput(), node.boldInput())
                    .withDefaultOptions(defaultOptions());
            complete.bold().ifPresent(bold -> at("bold", () -> Observation.bold(bold, network.size())));
            Optional<Dataset> reference =
                    at("compare", () -> reference(dataset, network.size())).flatMap(found -> found);
            return new Prepared(complete, network, dataset, reference, simulation(network, node), notices, places);
        }

        /** Runs an action; what it finds wrong is said of the key, and of the file unless it names another. */
        private <T> Optional<T> at(String key, Supplier<T> action) {
            try {
                return Optional.of(action.get());
            } catch (GyrusException e) {
                if (e.kind() != GyrusException.Kind.INPUT) {
                    throw e;
                }
                e.problems().forEach(problem -> problems.add(Prepared.locate(places, key, problem)));
                return Optional.empty();
            }
        }

        private void reject(String key, Problem problem) {
            problems.add(Prepared.locate(places, key, problem));
        }

        private static Problem baked(double fixed, double given) {
            return Problem.of("", fixed + ", which the model's tables were made with", String.valueOf(given))
                    .hint("'gyrus tables' makes tables for other values");
        }

        private Optional<Node> node(NetworkSpec spec) {
            ModelProvider provider = catalogues.models().get(spec.model());
            if (!optionsFit(provider, spec.options())) {
                return Optional.empty();
            }
            Node node = provider.node(spec.options());
            Map<String, double[]> values = new LinkedHashMap<>();
            spec.parameters().forEach((name, given) -> {
                String key = "network.parameters." + name;
                Double fixed = provider.fixed().get(name);
                if (node.parameterNames().contains(name)) {
                    at(key, () -> Conversion.to(Declared.parameter(node, name), given))
                            .ifPresent(numbers -> values.put(name, numbers));
                } else if (fixed == null) {
                    notices.add(key + " is ignored: it means nothing to " + spec.model());
                } else {
                    given.items().stream()
                            .filter(item -> item.value() != fixed)
                            .findFirst()
                            .ifPresent(item -> reject(key, baked(fixed, item.value())));
                }
            });
            return Optional.of(node.with(values));
        }

        private boolean optionsFit(ModelProvider provider, Map<String, String> chosen) {
            boolean fit = true;
            for (ModelProvider.Option option : provider.options()) {
                String choice = chosen.get(option.name());
                if (choice != null
                        && !option.choices().isEmpty()
                        && !option.choices().contains(choice)) {
                    fit = false;
                    reject("network.options." + option.name(), Problem.unknown("", "choice", choice, option.choices()));
                }
            }
            return fit;
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

        private Simulation simulation(Network network, Node node) {
            SimulationSpec spec = experiment.simulation();
            Simulation simulation = Simulation.of(network)
                    .dt(spec.dt())
                    .duration(spec.duration())
                    .integrator(Integrator.named(spec.integrator()))
                    .frozenCoupling(spec.coupling().equals("frozen"))
                    .seed(spec.seed())
                    .threads(spec.threads());
            for (Map.Entry<String, Values> entry : experiment.initial().entrySet()) {
                String name = entry.getKey();
                if (Declared.isOutput(node, name)) {
                    notices.add("initial." + name + " is ignored: it follows from the state");
                    continue;
                }
                Optional<double[]> values =
                        at("initial." + name, () -> Conversion.to(Declared.variable(node, name), entry.getValue()));
                simulation = values.isPresent() ? simulation.initial(name, values.get()) : simulation;
            }
            Drives drives =
                    new Drives(catalogues.signals(), network.populations().get(0), files, spec.dt());
            for (int i = 0; i < experiment.inputs().size(); i++) {
                InputSpec input = experiment.inputs().get(i);
                for (var drive : at("inputs[" + i + "]", () -> drives.of(input)).orElse(List.of())) {
                    simulation = simulation.drive(drive);
                }
            }
            return simulation;
        }

        private Optional<Dataset> reference(Optional<Dataset> dataset, int nodes) {
            Optional<CompareSpec> compare = experiment.compare();
            Optional<Dataset> reference =
                    compare.flatMap(spec -> spec.dataset().map(files::subjects).or(() -> dataset));
            compare.ifPresent(spec -> {
                double interval = spec.signal().equals(CompareSpec.BOLD)
                        ? experiment.bold().orElseThrow().tr()
                        : experiment.record().every();
                Comparison.check(
                        spec,
                        reference.map(Dataset::subjects).orElse(List.of()),
                        nodes,
                        interval,
                        experiment.simulation().duration());
            });
            return compare.isPresent() ? reference : Optional.empty();
        }
    }
}
