package dev.gyrus.cli.internal.command;

import dev.gyrus.core.Catalogue;
import dev.gyrus.core.spi.MetricProvider;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.PrintStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code gyrus metrics [NAME]}. */
@Command(name = "metrics", description = "List what can be measured of runs, or describe one metric.")
final class MetricsCommand implements Runnable {
    private final Provider<Catalogue<MetricProvider>> metrics;
    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "A metric.")
    private String name;

    @Inject
    MetricsCommand(Provider<Catalogue<MetricProvider>> metrics, Terminal terminal) {
        this.metrics = metrics;
        this.terminal = terminal;
    }

    @Override
    public void run() {
        PrintStream out = terminal.out();
        if (name != null) {
            describe(metrics.get().get(name), out);
            return;
        }
        TextTable table = new TextTable();
        metrics.get().all().forEach(metric -> table.row(metric.name(), metric.description()));
        table.print(out);
        out.printf("%n'gyrus metrics NAME' shows one%n");
    }

    private static void describe(MetricProvider metric, PrintStream out) {
        boolean bold = metric.standard() == MetricProvider.Standard.BOLD;
        out.println(metric.name() + ": " + metric.description());
        out.println();
        out.println("of " + (bold ? "BOLD" : "the model's default output") + ", or of a signal: " + metric.name()
                + "(rates_exc)");
        TextTable table = new TextTable();
        metric.parameters().forEach(parameter -> table.row(parameter.name(), initial(parameter), parameter.doc()));
        standard(
                metric,
                table,
                "from",
                bold ? "discard" : "0 ms",
                "samples after this time; a negative one counts from the end");
        standard(metric, table, "to", "duration", "samples up to this time");
        standard(metric, table, "every", bold ? "tr" : "dt", "between two samples, in ms");
        standard(metric, table, "node", "all", "label or index of the only node that counts");
        out.println("options, as in " + metric.name() + "(from=1000):");
        table.print(out);
    }

    private static String initial(MetricProvider.Parameter parameter) {
        String unit = parameter.unit().isEmpty() || parameter.unit().equals("1") ? "" : " " + parameter.unit();
        return Double.isNaN(parameter.initial()) ? unit.strip() : Numbers.text(parameter.initial()) + unit;
    }

    /** An option of every metric, unless this one has it among its own. */
    private static void standard(MetricProvider metric, TextTable table, String name, String initial, String doc) {
        if (metric.parameters().stream().noneMatch(parameter -> parameter.name().equals(name))) {
            table.row(name, initial, doc);
        }
    }
}
