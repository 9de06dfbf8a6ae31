package dev.gyrus.studies;

import dev.gyrus.core.GyrusException;
import dev.gyrus.io.Json;
import dev.gyrus.io.Staging;
import dev.gyrus.studies.Part.Picture;
import dev.gyrus.studies.Part.Table;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A study done again: its figures and its numbers beside those that were published. Immutable.
 *
 * @param title of the study
 * @param parts one per figure
 */
public record StudyReport(String title, List<Part> parts) {
    public StudyReport {
        parts = List.copyOf(parts);
    }

    /** Every comparison with a published number. */
    public List<Check> checks() {
        return parts.stream().flatMap(part -> part.checks().stream()).toList();
    }

    /** Those that are not as published. */
    public List<Check> failures() {
        return checks().stream().filter(check -> !check.passed()).toList();
    }

    /**
     * Writes {@code report.md}, {@code checks.csv}, {@code summary.json}, and of each part its pictures as PNG and SVG and its
     * tables as CSV. The folder appears when all of them are there.
     */
    public void write(Path folder) {
        try (Staging staging = Staging.open(folder)) {
            write(staging);
        }
    }

    /** The same into a folder that was prepared before the study ran. */
    public void write(Staging staging) {
        for (Part part : parts) {
            for (Picture picture : part.pictures()) {
                picture.figure().write(staging.file(picture.name()));
            }
            for (Table table : part.tables()) {
                write(table, staging.file(table.name() + ".csv"));
            }
        }
        lines(staging.file("checks.csv"), checkRows());
        lines(staging.file("report.md"), markdown());
        Json.write(staging.file("summary.json"), summary());
        staging.commit();
    }

    private static void write(Table table, Path file) {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", table.header()));
        for (double[] row : table.rows()) {
            StringBuilder line = new StringBuilder();
            for (double value : row) {
                line.append(line.length() == 0 ? "" : ",")
                        .append(value == Math.rint(value) ? Check.number(value) : value);
            }
            lines.add(line.toString());
        }
        lines(file, lines);
    }

    private static void lines(Path file, List<String> lines) {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (String line : lines) {
                writer.write(line);
                writer.write('\n');
            }
        } catch (IOException e) {
            throw GyrusException.input(file.toString(), "a file that can be written", e.getMessage());
        }
    }

    private List<String> checkRows() {
        List<String> lines = new ArrayList<>(List.of("part,check,expected,tolerance,measured,passed"));
        for (Check check : checks()) {
            lines.add(String.join(
                    ",",
                    quoted(check.group()),
                    quoted(check.what()),
                    quoted(check.expected()),
                    quoted(check.tolerance()),
                    quoted(check.measured()),
                    String.valueOf(check.passed())));
        }
        return lines;
    }

    private static String quoted(String text) {
        return text.contains(",") || text.contains("\"") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private List<String> markdown() {
        List<String> lines = new ArrayList<>();
        lines.add("# " + title);
        lines.add("");
        lines.add("%d of %d comparisons with published numbers hold."
                .formatted(checks().size() - failures().size(), checks().size()));
        for (Part part : parts) {
            lines.add("");
            lines.add("## " + part.title());
            for (Picture picture : part.pictures()) {
                lines.add("");
                lines.add("![%s](%s.png)".formatted(part.title(), picture.name()));
                lines.add("");
                lines.add(picture.caption());
            }
            lines.add("");
            lines.add("| | published | tolerance | here | |");
            lines.add("|---|---|---|---|---|");
            for (Check check : part.checks()) {
                lines.add("| %s | %s | %s | %s | %s |"
                        .formatted(
                                check.what(),
                                check.expected(),
                                check.tolerance(),
                                check.measured(),
                                check.passed() ? "holds" : "**differs**"));
            }
        }
        return lines;
    }

    private Map<String, Object> summary() {
        List<Object> all = new ArrayList<>();
        for (Part part : parts) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("part", part.title());
            one.put("checks", part.checks().size());
            one.put("passed", part.checks().stream().filter(Check::passed).count());
            one.put("wall_seconds", part.seconds());
            all.add(one);
        }
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("study", title);
        summary.put("checks", checks().size());
        summary.put("passed", checks().size() - failures().size());
        summary.put("parts", all);
        return summary;
    }
}
