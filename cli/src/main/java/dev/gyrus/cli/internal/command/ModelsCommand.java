package dev.gyrus.cli.internal.command;

import dev.gyrus.core.Catalogue;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Problem;
import dev.gyrus.core.spi.ModelProvider;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gyrus models [NAME]}. */
@Command(name = "models", description = "List the models, or describe one.")
final class ModelsCommand implements Runnable {
    private final Provider<Catalogue<ModelProvider>> models;
    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "A model.")
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
    ModelsCommand(Provider<Catalogue<ModelProvider>> models, Terminal terminal) {
        this.models = models;
        this.terminal = terminal;
    }

    @Override
    public void run() {
        if (name == null) {
            requireNoForm();
            ModelList all = ModelList.of(models.get().all());
            (family == null ? all : all.family(family)).print(terminal.out());
            return;
        }
        if (family != null) {
            throw GyrusException.input("--family", "a family or the name of a model, not both", "both");
        }
        ModelProvider provider = models.get().get(name);
        Node node = node(provider);
        if (form.latex) {
            node.masses().forEach(mass -> terminal.out().print(latex(node, mass)));
        } else if (form.experiment) {
            terminal.out().print(ModelExperiment.of(provider, node));
        } else {
            new ModelSheet(provider, node, terminal.out()).print();
        }
    }

    private void requireNoForm() {
        if (form.latex || form.experiment) {
            throw GyrusException.input("NAME", "the name of a model; 'gyrus models' lists them", "none");
        }
    }

    private static Node node(ModelProvider provider) {
        try {
            return provider.node(Map.of());
        } catch (GyrusException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) { // whatever the code of others throws
            Problem problem = Problem.of("the model '" + provider.name() + "' cannot be made: " + e);
            throw new GyrusException(GyrusException.Kind.RUN, List.of(problem), e);
        }
    }

    private static String latex(Node node, Mass mass) {
        String title = node.masses().size() == 1 ? node.name() : node.name() + ", " + mass.name();
        return "% " + title + "\n" + mass.latex() + "\n";
    }
}
