package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.ConnectomeSpec;
import dev.gyrus.cli.internal.experiment.CouplingNames;
import dev.gyrus.cli.internal.experiment.Findings;
import dev.gyrus.cli.internal.experiment.GroupSpec;
import dev.gyrus.cli.internal.experiment.ModelFile;
import dev.gyrus.cli.internal.experiment.Quantity;
import dev.gyrus.cli.internal.experiment.TypeSpec;
import dev.gyrus.cli.internal.experiment.Vocabulary;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Integrator;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Population;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Variable;
import dev.gyrus.core.spi.ModelProvider;
import dev.gyrus.fitting.OperatorProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The names that catalogues, models and integrators offer to experiment files. */
final class Names implements Vocabulary {
    /** The signal that is made of samples in the experiment or in a file rather than of a few numbers. */
    static final String SAMPLED = "sampled";

    /** What parameter sets of neurolib and The Virtual Brain carry beside what their equations read. */
    private static final Set<String> TOLERATED =
            Set.of("N", "warn", "dosc_version", "fast_interp", "dI", "ds", "name", "description");

    /** neurolib's switches of variants that are not offered here, with the value that leaves them off. */
    static final Map<String, Double> VARIANTS = Map.of("distr_delay", 0.0, "filter_sigma", 0.0);

    /** Between a type of network and one of its groups. */
    private static final String OF_TYPE = "/";

    private Catalogues catalogues;
    private final Datafiles files;
    private final CouplingNames couplings;

    /** By model, or by type of network and group. */
    private final Map<String, Node> nodes = new HashMap<>();

    private Optional<Network> network = Optional.empty();

    Names(Catalogues catalogues, Datafiles files) {
        this.catalogues = catalogues;
        this.files = files;
        couplings = CouplingNames.of(catalogues.couplings());
    }

    /** The network of the type that the experiment names, if it names one. */
    Optional<Network> network() {
        return network;
    }

    /** What there is to choose from, with what the experiment adds. */
    Catalogues catalogues() {
        return catalogues;
    }

    /** A model that an experiment says. */
    private record Said(ModelFile model) implements ModelProvider {
        @Override
        public String name() {
            return model.name();
        }

        @Override
        public String family() {
            return model.family();
        }

        @Override
        public String description() {
            return model.doc();
        }

        @Override
        public Node node(Map<String, String> options) {
            return model.node();
        }
    }

    @Override
    public void define(ModelFile model) {
        catalogues = catalogues.with(new Said(model));
    }

    @Override
    public Collection<String> models() {
        return catalogues.models().names();
    }

    @Override
    public List<Problem> faults(String model) {
        try {
            node(model);
            return List.of();
        } catch (GyrusException e) {
            return e.problems();
        }
    }

    @Override
    public Collection<String> networks() {
        return catalogues.networks().names();
    }

    @Override
    public Collection<String> networkOptions(String type) {
        return names(catalogues.networks().get(type).options());
    }

    @Override
    public boolean isOnConnectome(String type) {
        return catalogues.networks().get(type).isOnConnectome();
    }

    @Override
    public List<GroupSpec> groups(TypeSpec type, Optional<ConnectomeSpec> connectome, double speed, Findings findings) {
        network = new NetworkTypes(catalogues.networks(), files).make(type, connectome, speed, findings);
        List<GroupSpec> groups = new ArrayList<>();
        for (Population population : network.map(Network::populations).orElse(List.of())) {
            String kind = type.name() + OF_TYPE + population.name();
            nodes.put(kind, population.node());
            groups.add(GroupSpec.ofType(population.name(), kind, population.labels()));
        }
        return groups;
    }

    @Override
    public String command(String model) {
        int end = model.indexOf(OF_TYPE);
        return "gyrus models " + (end < 0 ? model : model.substring(0, end));
    }

    @Override
    public Collection<String> datasets() {
        return catalogues.datasets().names();
    }

    @Override
    public Collection<String> integrators() {
        return Integrator.all().stream().map(Integrator::name).toList();
    }

    @Override
    public Collection<OperatorProvider> operators() {
        return catalogues.operators().all();
    }

    @Override
    public Collection<String> signals() {
        List<String> names = new ArrayList<>(catalogues.signals().names());
        names.add(SAMPLED);
        return names;
    }

    @Override
    public Map<String, Boolean> arguments(String signal) {
        Map<String, Boolean> names = new LinkedHashMap<>();
        if (signal.equals(SAMPLED)) {
            Samples.KEYS.forEach(key -> names.put(key, false));
        } else {
            catalogues
                    .signals()
                    .get(signal)
                    .parameters()
                    .forEach(parameter -> names.put(parameter.name(), Double.isNaN(parameter.initial())));
        }
        return names;
    }

    @Override
    public Collection<String> couplings() {
        return couplings.couplings();
    }

    @Override
    public Collection<String> couplingParameters(String coupling) {
        return couplings.couplingParameters(coupling);
    }

    @Override
    public Collection<String> parameters(String model) {
        return node(model).parameterNames();
    }

    @Override
    public Collection<String> tolerated(String model) {
        Set<String> names = new LinkedHashSet<>(TOLERATED);
        names.addAll(VARIANTS.keySet());
        if (model.indexOf(OF_TYPE) < 0) {
            names.addAll(catalogues.models().get(model).fixed().keySet());
        }
        return names;
    }

    @Override
    public double inDeclaredUnit(GroupSpec group, String name, Quantity quantity) {
        Node node = node(group.model());
        String unit =
                node.parameterNames().contains(name) ? Declared.parameter(node, name) : Declared.variable(node, name);
        Map<String, double[]> set = new LinkedHashMap<>(); // currents go through the capacitance that is set
        group.parameters().forEach((parameter, values) -> {
            boolean converts = node.parameterNames().contains(parameter)
                    && values.items().stream()
                            .allMatch(item -> item.unit().isEmpty()
                                    || Conversion.isCompatible(item.unit(), Declared.parameter(node, parameter)));
            if (converts && values.items().size() == 1) {
                set.put(parameter, Conversion.to(Declared.parameter(node, parameter), values));
            }
        });
        return Amplitudes.ofValue(node.with(set), name, unit).convert(quantity, 0);
    }

    @Override
    public Collection<String> options(String model) {
        return names(catalogues.models().get(model).options());
    }

    private static List<String> names(List<ModelProvider.Option> options) {
        return options.stream().map(ModelProvider.Option::name).toList();
    }

    @Override
    public Collection<String> initials(String model) {
        return variables(model);
    }

    @Override
    public Collection<String> targets(String model) {
        return names(
                model,
                mass -> Stream.concat(
                        mass.inputs().stream().map(input -> input.name()),
                        mass.parameters().stream().map(parameter -> parameter.name())));
    }

    @Override
    public Collection<String> variables(String model) {
        return names(model, mass -> mass.variables().stream().map(Variable::name));
    }

    /** Flat names, then those qualified by their mass. */
    private Collection<String> names(String model, Function<Mass, Stream<String>> parts) {
        List<Mass> masses = node(model).masses();
        Set<String> names = new LinkedHashSet<>();
        masses.forEach(mass -> parts.apply(mass).forEach(names::add));
        masses.forEach(mass -> parts.apply(mass).forEach(name -> names.add(mass.name() + "." + name)));
        return names;
    }

    private Node node(String model) {
        return nodes.computeIfAbsent(
                model, name -> Provided.node(catalogues.models().get(name), Map.of()));
    }
}
