package dev.gyrus.cli.internal.command;

import dev.gyrus.core.Catalogue;
import dev.gyrus.core.Node;
import dev.gyrus.core.spi.ModelProvider;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code gyrus models [NAME]}. */
@Command(name = "models", description = "List the models, or describe one.")
final class ModelsCommand implements Runnable {
    private final Provider<Catalogue<ModelProvider>> models;
    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "A model.")
    private String name;

    @Inject
    ModelsCommand(Provider<Catalogue<ModelProvider>> models, Terminal terminal) {
        this.models = models;
        this.terminal = terminal;
    }

    @Override
    public void run() {
        if (name == null) {
            list();
        } else {
            ModelProvider provider = models.get().get(name);
            describe(provider, provider.node(Map.of()));
        }
    }

    private void list() {
        Map<String, List<ModelProvider>> families = models.get().all().stream()
                .collect(Collectors.groupingBy(ModelProvider::family, TreeMap::new, Collectors.toList()));
        families.forEach((family, members) -> {
            terminal.out().println(family);
            TextTable table = new TextTable();
            members.forEach(member -> table.row(member.name(), member.description()));
            table.print(terminal.out());
        });
    }

    private void describe(ModelProvider provider, Node node) {
        terminal.out().println(node.name() + ": " + node.doc());
        new TextTable().row(node.reference()).print(terminal.out());

        TextTable options = new TextTable();
        provider.options().forEach(o -> options.row(o.name(), String.join(" | ", o.choices()), o.doc()));
        section("options (the first is the default)", options);

        TextTable parameters = new TextTable();
        node.parameters().forEach(p -> parameters.row(p.name(), number(p.value()), p.unit(), p.doc(), ""));
        Map<String, String> owners = new TreeMap<>();
        node.masses()
                .forEach(mass -> mass.parameters()
                        .forEach(p -> owners.merge(p.name(), mass.name(), (one, other) -> one + ", " + other)));
        node.masses().stream()
                .flatMap(mass -> mass.parameters().stream())
                .collect(
                        Collectors.toMap(p -> p.name(), p -> p, (first, second) -> first, java.util.LinkedHashMap::new))
                .values()
                .forEach(p -> parameters.row(p.name(), number(p.value()), p.unit(), p.doc(), owners.get(p.name())));
        section("parameters, defaults and units", parameters);

        TextTable variables = new TextTable();
        node.masses()
                .forEach(mass -> mass.variables()
                        .forEach(v -> variables.row(
                                v.name(),
                                v.unit(),
                                v.kind().name().toLowerCase(java.util.Locale.ROOT),
                                mass.name() + (v.name().equals(node.defaultOutput()) ? "; recorded by default" : ""))));
        section("variables", variables);

        TextTable inputs = new TextTable();
        node.masses().forEach(mass -> mass.inputs().forEach(i -> inputs.row(i.name(), i.unit(), i.doc(), mass.name())));
        section("inputs", inputs);

        node.masses().forEach(mass -> {
            terminal.out().println("\nequations of " + mass.name());
            terminal.out().print(mass.equations().strip().indent(2));
        });
    }

    private void section(String title, TextTable table) {
        if (!table.isEmpty()) {
            terminal.out().println("\n" + title);
            table.print(terminal.out());
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
