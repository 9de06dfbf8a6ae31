package dev.gyrus.cli.internal.command;

import dev.gyrus.bold.Bold;
import dev.gyrus.core.Coupling;
import dev.gyrus.core.Firing;
import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Parameter;
import dev.gyrus.core.Sync;
import dev.gyrus.core.Variable;
import dev.gyrus.core.spi.ModelProvider;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** All there is to know about a model before it is run. */
final class ModelSheet {
    private final ModelProvider provider;
    private final Node node;
    private final PrintStream out;

    ModelSheet(ModelProvider provider, Node node, PrintStream out) {
        this.provider = provider;
        this.node = node;
        this.out = out;
    }

    void print() {
        out.println(node.name() + ": " + node.doc());
        new TextTable().row(node.reference()).print(out);
        equations();
        section("spikes", spikes());
        section("variables", variables());
        section("parameters", parameters());
        section("inputs", inputs());
        section("options; the first choice is the published model", options(provider.options()));
        section("inside a node", locals());
        section("from other nodes", syncs());
        bold();
        out.println("\nan experiment (gyrus models " + node.name() + " --experiment > " + node.name() + ".yaml)");
        out.print(ModelExperiment.of(provider, node).indent(2));
    }

    private void section(String title, TextTable table) {
        if (!table.isEmpty()) {
            out.println("\n" + title);
            table.print(out);
        }
    }

    private void equations() {
        for (Mass mass : node.masses()) {
            out.println("\nequations" + (single() ? "" : " of " + mass.name()));
            out.print(mass.equations().strip().indent(2).replaceAll("(?m)^ +$", ""));
        }
    }

    private TextTable spikes() {
        TextTable table = new TextTable();
        for (Mass mass : node.masses()) {
            mass.firing().ifPresent(firing -> {
                String reset = firing.reset().strip().replaceAll("\\s*\n\\s*", ", ");
                table.row("fires when", firing.threshold(), owner(mass.name()));
                table.row(reset.isEmpty() ? "" : "then", reset);
                if (!firing.refractory().isEmpty()) {
                    table.row("refractory for", firing.refractory(), still(firing));
                }
            });
        }
        return table;
    }

    private static String still(Firing firing) {
        return firing.frozen().isEmpty() ? "" : "in which " + String.join(", ", firing.frozen()) + " stand still";
    }

    private TextTable variables() {
        TextTable table = new TextTable();
        for (Mass mass : node.masses()) {
            for (Variable v : mass.variables()) {
                String kind = v.kind().name().toLowerCase(Locale.ROOT);
                String recorded = v.name().equals(node.defaultOutput()) ? "recorded by default" : "";
                table.row(v.name(), v.unit(), kind, range(v), start(v), owner(mass.name()), recorded);
            }
        }
        return table;
    }

    private static String range(Variable v) {
        return v.wraps() ? "circle " + Numbers.range(v.low(), v.high()) : Numbers.range(v.low(), v.high());
    }

    private static String start(Variable variable) {
        if (variable.kind() == Variable.Kind.OUTPUT) {
            return "";
        } else if (variable.initial() instanceof Initial.Constant constant) {
            return "starts at " + Numbers.text(constant.value());
        } else if (variable.initial() instanceof Initial.Uniform uniform) {
            return "starts in " + Numbers.text(uniform.low()) + " … " + Numbers.text(uniform.high());
        } else if (variable.initial() instanceof Initial.Normal normal) {
            return "starts at " + Numbers.text(normal.mean()) + " ± " + Numbers.text(normal.deviation());
        }
        return "starts at " + ((Initial.Expression) variable.initial()).text();
    }

    private TextTable parameters() {
        TextTable table = new TextTable();
        for (ModelParameter each : ModelParameter.of(node)) {
            Parameter p = each.parameter();
            String range = Numbers.range(p.low(), p.high());
            table.row(each.name(), Numbers.text(each.value()), p.unit(), range, owner(each.owners()), p.doc());
        }
        return table;
    }

    private TextTable inputs() {
        TextTable table = new TextTable();
        for (Mass mass : node.masses()) {
            mass.inputs().forEach(i -> table.row(i.name(), i.unit(), owner(mass.name()), i.doc()));
        }
        return table;
    }

    static TextTable options(List<ModelProvider.Option> options) {
        TextTable table = new TextTable();
        options.forEach(o -> table.row(o.name(), String.join(" | ", o.choices()), o.doc()));
        return table;
    }

    private TextTable locals() {
        TextTable table = new TextTable();
        node.locals()
                .forEach(l -> table.row(
                        l.output(),
                        "→ " + l.input(),
                        l.weight().equals("1") ? "" : "weight " + l.weight(),
                        l.delay().equals("0") ? "" : "delay " + l.delay()));
        return table;
    }

    private TextTable syncs() {
        TextTable table = new TextTable();
        node.syncs()
                .forEach(s ->
                        table.row(s.output(), "→ " + s.input(), s.coupling().name(), formula(s)));
        return table;
    }

    /** What arrives, such as {@code Σ w^2 rates_exc}; j and i tell source and target apart where both are read. */
    static String formula(Sync sync) {
        Coupling coupling = sync.coupling();
        String source = sync.target().isEmpty() ? sync.output() : sync.output() + "_j";
        String target = sync.target().isEmpty() ? "target" : sync.target() + "_i";
        String weight = sync.weight().matches("\\w+(\\^\\d)?") ? sync.weight() : "(" + sync.weight() + ")";
        List<String> sums = coupling.pre().stream()
                .map(pre -> "Σ " + weight + " " + pre.replaceAll("\\bsource\\b(?!\\.)", source))
                .toList();
        String post = coupling.post().replaceAll("\\btarget\\b(?!\\.)", target);
        if (post.equals("sum")) {
            return sums.get(0);
        } else if (sums.size() == 1) {
            return post + ", sum = " + sums.get(0);
        }
        StringBuilder text = new StringBuilder(post);
        for (int i = 0; i < sums.size(); i++) {
            text.append(", sum").append(i + 1).append(" = ").append(sums.get(i));
        }
        return text.toString();
    }

    private void bold() {
        boolean isRate = node.masses().stream()
                .flatMap(mass -> mass.variable(node.boldInput()).stream())
                .anyMatch(variable -> Bold.isRate(variable.unit()));
        out.println(
                isRate
                        ? "\nBOLD is driven by " + node.boldInput()
                        : "\nBOLD needs a rate: bold.drive says which " + node.defaultOutput() + " stands for");
    }

    private boolean single() {
        return node.masses().size() == 1;
    }

    /** A mass, where there are several. */
    private String owner(String mass) {
        return single() ? "" : mass;
    }

    private String owner(List<String> masses) {
        return masses.size() == node.masses().size() && !single()
                ? "all"
                : owner(masses.stream().collect(Collectors.joining(", ")));
    }
}
