package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.ExploreSpec;
import dev.gyrus.fitting.Axis;
import dev.gyrus.fitting.Exploration;
import dev.gyrus.fitting.Metrics;
import dev.gyrus.fitting.Outcome;
import dev.gyrus.io.CsvFiles;
import dev.gyrus.io.Json;
import dev.gyrus.io.Staging;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The outcome of an exploration, for files and for people.
 *
 * @param outcomes of all runs that there are, in their order
 * @param earlier how many of them were there before
 * @param wall seconds that the other runs took
 * @param seconds from before the first was prepared
 */
public record ExploreReport(
        Prepared prepared,
        ExploreSpec spec,
        Exploration exploration,
        Metrics metrics,
        List<Outcome> outcomes,
        int earlier,
        double wall,
        double seconds)
        implements JobReport {

    /** False when it was stopped before its end. */
    public boolean isComplete() {
        return outcomes.size() == exploration.runs();
    }

    private List<Outcome> failures() {
        return outcomes.stream().filter(outcome -> !outcome.isOk()).toList();
    }

    /** Why nothing came of it, where all runs failed. */
    @Override
    public Optional<String> defeat() {
        List<Outcome> failures = failures();
        return failures.isEmpty() || failures.size() < outcomes.size()
                ? Optional.empty()
                : Optional.of("all of " + failures.size() + " runs failed, the first: "
                        + failures.get(0).failure());
    }

    /** Writes tables, figures and {@code summary.json}. */
    void write(Path folder) {
        if (spec.formats().contains("csv")) {
            CsvFiles.write(folder.resolve("results.csv"), header(), rows());
        }
        if (prepared.experiment().output().figures()) {
            new ExploreFigure(this).write(folder.resolve("results"));
        }
        List<String> files = new ArrayList<>(Staging.files(folder));
        files.add(Report.SUMMARY);
        Json.write(folder.resolve(Report.SUMMARY), summary(files));
    }

    private List<String> header() {
        List<String> names = new ArrayList<>(List.of("run"));
        names.addAll(exploration.space().names());
        if (exploration.replicates() > 1) {
            names.add("seed");
        }
        names.addAll(metrics.names());
        names.addAll(List.of("status", "reason"));
        return names;
    }

    private List<List<Object>> rows() {
        return outcomes.stream().map(this::row).toList();
    }

    private List<Object> row(Outcome outcome) {
        List<Object> row = new ArrayList<>();
        row.add(outcome.run());
        double[] values = exploration.points().get(outcome.point()).values();
        for (int a = 0; a < values.length; a++) {
            Axis axis = exploration.space().axes().get(a);
            row.add(axis.isChoice() && !Double.isNaN(values[a]) ? axis.text(values[a]) : (Object) values[a]);
        }
        if (exploration.replicates() > 1) {
            row.add(outcome.seed());
        }
        for (int m = 0; m < outcome.metrics().size(); m++) {
            double value = outcome.metrics().get(m);
            row.add(metrics.label(m, value).map(label -> (Object) label).orElse(value));
        }
        row.add(outcome.status());
        row.add(outcome.failure());
        return row;
    }

    private Map<String, Object> summary(List<String> files) {
        int made = outcomes.size() - earlier;
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("version", Report.version());
        out.put("model", prepared.experiment().network().title());
        out.put("nodes", prepared.network().size());
        out.put("points", exploration.points().size());
        out.put("runs", exploration.runs());
        out.put("seed", prepared.experiment().simulation().seed());
        out.put("noise_version", Report.NOISE_VERSION);
        out.put("finished", outcomes.size());
        out.put("resumed", earlier);
        out.put("failed", failures().size());
        out.put("setup_seconds", Math.max(0, seconds - wall));
        out.put("wall_seconds", wall);
        out.put("runs_per_second", made / wall);
        out.put("total_seconds", seconds);
        out.put("complete", isComplete());
        out.put("metrics", ranges());
        out.putAll(Yardstick.of(prepared).written());
        out.put("notices", prepared.notices());
        out.put("files", files);
        out.put("experiment", new CompleteExperiment(prepared, List.of()).written());
        return out;
    }

    private Map<String, Object> ranges() {
        Map<String, Object> out = new LinkedHashMap<>();
        for (int m = 0; m < metrics.names().size(); m++) {
            DoubleSummaryStatistics of = statistics(m);
            if (of.getCount() > 0) {
                Map<String, Object> range = new LinkedHashMap<>();
                range.put("min", of.getMin());
                range.put("mean", of.getAverage());
                range.put("max", of.getMax());
                range.put("defined", of.getCount());
                out.put(metrics.names().get(m), range);
            }
        }
        return out;
    }

    private DoubleSummaryStatistics statistics(int metric) {
        return outcomes.stream()
                .mapToDouble(outcome -> outcome.metrics().get(metric))
                .filter(value -> !Double.isNaN(value))
                .summaryStatistics();
    }

    /** A few lines for a person. */
    @Override
    public String text() {
        StringBuilder text = new StringBuilder();
        int made = outcomes.size() - earlier;
        line(
                text,
                "%s: %d points%s, %d runs of %s s in %.3g s, %.3g runs/s%s%s",
                prepared.experiment().network().title(),
                exploration.points().size(),
                exploration.replicates() == 1 ? "" : " × " + exploration.replicates() + " seeds",
                made,
                seconds(prepared.experiment().simulation().duration() / 1000),
                wall,
                made / wall,
                earlier == 0 ? "" : ", " + earlier + " were there before",
                isComplete() ? "" : " (stopped before the end)");
        List<Outcome> failures = failures();
        if (!failures.isEmpty()) {
            line(
                    text,
                    "  %d failed, the first: %s",
                    failures.size(),
                    failures.get(0).failure());
        }
        for (int m = 0; m < metrics.names().size(); m++) {
            DoubleSummaryStatistics of = statistics(m);
            String range = of.getCount() == 0
                    ? "nowhere defined"
                    : String.format(
                            Locale.ROOT, "mean %.4g, range %.4g … %.4g", of.getAverage(), of.getMin(), of.getMax());
            line(text, "  %-28s %s", metrics.names().get(m), range);
        }
        Yardstick.of(prepared).text().ifPresent(known -> line(text, "  %-28s %s", "to compare", known));
        return text.toString();
    }

    private static String seconds(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.6g", value);
    }

    private static void line(StringBuilder text, String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
