package dev.gyrus.cli.internal.run;

import dev.gyrus.analysis.Scores;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The outcome of an experiment in a few lines. */
final class ReportText {
    private final Report report;
    private final StringBuilder text = new StringBuilder();

    ReportText(Report report) {
        this.report = report;
    }

    String write() {
        Prepared prepared = report.prepared();
        String source = prepared.dataset()
                .map(data -> data.name().isEmpty() ? "" : " on " + data.name())
                .orElse("");
        String model = prepared.experiment().network().title();
        line("%s, %s%s", model, count(prepared.network().size(), "node"), source);
        report.results().forEach(this::result);
        report.yardstick().text().ifPresent(known -> item("to compare", known));
        return text.toString();
    }

    private void result(Result result) {
        double seconds =
                result.steps() * report.prepared().experiment().simulation().dt() / 1000;
        line(
                "seed %d: %s s in %.3g s, %.3g × real time%s",
                result.seed(),
                number(seconds),
                result.timing().wall(),
                seconds / result.timing().wall(),
                result.complete() ? "" : " (stopped before the end)");
        result.statistics().variables().forEach(this::variable);
        result.spikes().ifPresent(spikes -> spikes.counts().forEach(this::population));
        result.bold().ifPresent(bold -> item("bold", count(bold.samples(), "sample")));
        result.comparison().ifPresent(comparison -> {
            comparison.fc().ifPresent(scores -> item("fc", "correlation " + agreement(scores)));
            comparison.fcd().ifPresent(scores -> item("fcd", "distance " + agreement(scores)));
        });
    }

    private void variable(Statistics.Variable variable) {
        if (!variable.isEmpty()) {
            String numbers = String.format(
                    Locale.ROOT,
                    "mean %.4g, sd %.4g, range %.4g … %.4g",
                    variable.mean(),
                    variable.deviation(),
                    variable.low(),
                    variable.high());
            item(variable.name(), variable.unit().equals("1") ? numbers : numbers + " " + variable.unit());
        }
    }

    private void population(SpikeCounts counts) {
        String regularity = Double.isNaN(counts.cv()) ? "" : String.format(Locale.ROOT, ", CV %.3g", counts.cv());
        String rate = String.format(Locale.ROOT, "%.4g Hz", counts.rate());
        item(
                counts.name(),
                rate + regularity + ", " + counts.spikes() + " spikes of " + count(counts.neurons(), "neuron"));
    }

    private static String agreement(Scores scores) {
        List<Double> values = scores.values();
        String each = values.stream()
                .map(value -> String.format(Locale.ROOT, "%.3f", value))
                .collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "%.3f with %s: %s", scores.mean(), count(values.size(), "subject"), each);
    }

    private static String count(int n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.6g", value);
    }

    private void item(String name, String what) {
        line("  %-12s %s", name, what);
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
