package dev.gyrus.cli.internal.run;

import dev.gyrus.core.GyrusException;
import dev.gyrus.io.Json;
import dev.gyrus.io.Staging;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The outcome of an experiment, for files and for people.
 *
 * @param results one per seed
 * @param yardstick what the scores are to be seen beside
 * @param seconds from before the first setup until after the last file
 */
public record Report(Prepared prepared, List<Result> results, Yardstick yardstick, double seconds) {
    static final int NOISE_VERSION = 1;
    static final String SUMMARY = "summary.json";

    static Report of(Prepared prepared, List<Result> results, Yardstick yardstick, long start) {
        return new Report(prepared, List.copyOf(results), yardstick, (System.nanoTime() - start) / 1e9);
    }

    /** The version of this build, from the module's descriptor; "unknown" on the class path. */
    public static String version() {
        return Optional.ofNullable(Report.class.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion)
                .orElse("unknown");
    }

    /** False when the experiment was stopped before its end. */
    public boolean isComplete() {
        return results.size() == prepared.experiment().simulation().repeat()
                && results.stream().allMatch(Result::complete);
    }

    /** What was left out, in sentences. */
    public List<String> notices() {
        return results.stream()
                .flatMap(result -> result.notices().stream())
                .distinct()
                .toList();
    }

    /** Writes {@code summary.json}, which names itself and the files that are there. */
    void write(Path folder) {
        List<String> files = new ArrayList<>(Staging.files(folder));
        files.add(SUMMARY);
        Json.write(folder.resolve(SUMMARY), summary(files));
    }

    /** The files of the results in a folder, as its {@code summary.json} says; none where that isn't one of ours. */
    static List<String> files(Path folder) {
        Path summary = folder.resolve(SUMMARY);
        if (!Files.isRegularFile(summary)) {
            return List.of();
        }
        try {
            return Json.read(summary) instanceof Map<?, ?> written
                            && written.containsKey("noise_version")
                            && written.get("files") instanceof List<?> files
                    ? files.stream().map(String::valueOf).toList()
                    : List.of();
        } catch (GyrusException e) {
            return List.of();
        }
    }

    private Map<String, Object> summary(List<String> files) {
        double wall = results.stream().mapToDouble(r -> r.timing().wall()).sum();
        long steps = results.stream().mapToLong(Result::steps).sum();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("version", version());
        out.put("model", prepared.experiment().network().title());
        out.put("nodes", prepared.network().size());
        out.put("steps", steps);
        out.put("seed", results.get(0).seed());
        out.put("noise_version", NOISE_VERSION);
        out.put(
                "setup_seconds",
                results.stream().mapToDouble(r -> r.timing().setup()).sum());
        out.put("wall_seconds", wall);
        out.put("steps_per_second", steps / wall);
        out.put("total_seconds", seconds);
        out.put("complete", isComplete());
        results.get(0).spikes().ifPresent(spikes -> out.put("populations", spikes.written()));
        out.put("scores", scores());
        out.putAll(yardstick.written());
        if (results.size() > 1) {
            out.put("runs", results.stream().map(Report::run).toList());
        }
        out.put("notices", notices());
        out.put("files", files);
        out.put("experiment", new CompleteExperiment(prepared, results.get(0).notices()).written());
        return out;
    }

    private static Map<String, Object> run(Result result) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("seed", result.seed());
        out.put("complete", result.complete());
        out.put("wall_seconds", result.timing().wall());
        result.spikes().ifPresent(spikes -> out.put("populations", spikes.written()));
        out.put("scores", result.comparison().map(Comparison::written).orElse(Map.of()));
        return out;
    }

    /** Of the only run, or the means over the runs. */
    private Map<String, Object> scores() {
        List<Map<String, Object>> each = results.stream()
                .flatMap(result -> result.comparison().stream())
                .map(Comparison::written)
                .toList();
        if (each.size() == 1) {
            return each.get(0);
        }
        Map<String, Object> out = new LinkedHashMap<>();
        for (String name : List.of("fc_mean", "fcd_mean")) {
            each.stream()
                    .filter(scores -> scores.containsKey(name))
                    .mapToDouble(scores -> (double) scores.get(name))
                    .average()
                    .ifPresent(mean -> out.put(name, mean));
        }
        return out;
    }

    /** A few lines for a person. */
    public String text() {
        return new ReportText(this).write();
    }
}
