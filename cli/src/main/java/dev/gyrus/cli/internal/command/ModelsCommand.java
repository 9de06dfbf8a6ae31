package dev.gyrus.cli.internal.command;

import dev.gyrus.cli.internal.run.Provided;
import dev.gyrus.core.Catalogue;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Problem;
import dev.gyrus.core.spi.ModelProvider;
import dev.gyrus.core.spi.NetworkProvider;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gyrus models [NAME]}. */
@Command(name = "models", description = "List the models and types of network, or describe one.")
final class ModelsCommand implements Runnable {
    private final Provider<Catalogue<ModelProvider>> models;
    private final Provider<Catalogue<NetworkProvider>> networks;
    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "A model or a type of network.")
    private String name;

    @Option(names = "--family", paramLabel = "FAMILY", description = "List only this family.")
    private String family;

    @ArgGroup
    private Form form = new Form();

    /** What to print of a model instead of everything. */
    static final class Form {
        @Option(names = "--latex", description = "Print only the equations, in LaTeX (amsmath).")
        private boolean latex;

        @Option(names = "--experiment", description = "Print only an experiment file that 'gyrus run' takes.")
        private boolean experiment;
    }

    @Inject
    ModelsCommand(
            Provider<Catalogue<ModelProvider>> models,
            Provider<Catalogue<NetworkProvider>> networks,
            Terminal terminal) {
        this.models = models;
        this.networks = networks;
        this.terminal = terminal;
    }

    @Override
    public void run() {
        if (name == null) {
            requireNoForm();
            ModelList all = ModelList.of(models.get().all());
            if (family == null) {
                all.with(networks.get().all()).print(terminal.out());
            } else {
                all.family(family).print(terminal.out());
            }
            return;
        }
        if (family != null) {
            throw GyrusException.input("--family", "a family or the name of a model, not both", "both");
        }
        if (models.get().names().contains(name)) {
            describe(models.get().get(name));
        } else if (networks.get().names().contains(name)) {
            describe(networks.get().get(name));
        } else {
            List<String> known = new ArrayList<>(models.get().names());
            known.addAll(networks.get().names());
            throw GyrusException.input(Problem.unknown("model", "model", name, known, "gyrus models"));
        }
    }

    private void describe(ModelProvider provider) {
        Node node = Provided.node(provider, Map.of());
        if (form.latex) {
            terminal.out().print(latex(node));
        } else if (form.experiment) {
            terminal.out().print(ModelExperiment.of(provider, node));
        } else {
            new ModelSheet(provider, node, terminal.out()).print();
        }
    }

    private void describe(NetworkProvider provider) {
        Network network = ModelExperiment.network(provider);
        if (form.latex) {
            network.populations().stream()
                    .map(population -> latex(population.node()))
                    .distinct()
                    .forEach(terminal.out()::print);
        } else if (form.experiment) {
            terminal.out().print(ModelExperiment.of(provider, network));
        } else {
            new NetworkSheet(provider, network, terminal.out()).print();
        }
    }

    private void requireNoForm() {
        if (form.latex || form.experiment) {
            throw GyrusException.input("NAME", "the name of a model; 'gyrus models' lists them", "none");
        }
    }

    /** The equations of each mass. */
    private static String latex(Node node) {
        boolean single = node.masses().size() == 1;
        return node.masses().stream()
                .map(mass -> "% " + node.name() + (single ? "" : ", " + mass.name()) + "\n" + mass.latex() + "\n")
                .collect(Collectors.joining());
    }
}
