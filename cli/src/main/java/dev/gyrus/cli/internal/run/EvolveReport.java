package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.EvolveSpec;
import dev.gyrus.fitting.Candidate;
import dev.gyrus.fitting.Evolution;
import dev.gyrus.fitting.EvolutionRun;
import dev.gyrus.fitting.Generation;
import dev.gyrus.fitting.Metrics;
import dev.gyrus.fitting.RunEvaluator;
import dev.gyrus.io.Json;
import dev.gyrus.io.Staging;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The outcome of an evolution, for files and for people.
 *
 * @param earlier how many candidates were there before
 * @param wall seconds that the others took
 * @param seconds from before the first was prepared
 */
public record EvolveReport(
        Prepared prepared,
        EvolveSpec spec,
        Evolution evolution,
        EvolutionRun run,
        RunEvaluator evaluator,
        Metrics metrics,
        int earlier,
        double wall,
        double seconds)
        implements JobReport {
    static final String STORE = "results.duckdb";
    static final String GENERATION = "generation";
    static final String SCORE = "score";

    /** What is written besides figures. */
    static final List<String> FILES =
            List.of("results.csv", STORE, "generations.csv", "population.csv", "best.yaml", Report.SUMMARY);

    /** False when it was stopped before its end. */
    public boolean isComplete() {
        return !run.ended().equals(Optional.of(EvolutionRun.STOPPED));
    }

    /** Why nothing came of it, where all candidates failed. */
    @Override
    public Optional<String> defeat() {
        List<Candidate> all = run.candidates();
        return all.isEmpty() || run.best().isPresent()
                ? Optional.empty()
                : Optional.of("all of " + all.size() + " candidates failed, the first: " + reason(all.get(0)));
    }

    /** Why a candidate failed; "" where it did not. */
    String reason(Candidate one) {
        if (!one.failed()) {
            return "";
        }
        return evaluator.failure(one.index()).orElseGet(() -> {
            List<String> undefined = IntStream.range(0, spec.objectives().size())
                    .filter(k -> !Double.isFinite(one.metrics()[k]))
                    .mapToObj(k -> metrics.names().get(k))
                    .toList();
            return String.join(", ", undefined) + " undefined";
        });
    }

    /** Writes tables, the store, figures, the best experiment and {@code summary.json}. */
    void write(Path folder, Experiments experiments, ExperimentSource source) {
        new EvolveTables(this).write(folder);
        run.best()
                .ifPresent(best -> new BestExperiment(experiments, source, prepared, spec)
                        .write(folder.resolve("best.yaml"), best, run));
        if (prepared.experiment().output().figures() && run.best().isPresent()) {
            new EvolveFigure(this).write(folder.resolve("evolution"));
        }
        List<String> files = new ArrayList<>(Staging.files(folder));
        files.add(Report.SUMMARY);
        Json.write(folder.resolve(Report.SUMMARY), summary(files));
    }

    /** The last generation. */
    Optional<Generation> last() {
        List<Generation> all = run.generations();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    private long failed() {
        return run.candidates().stream().filter(Candidate::failed).count();
    }

    private Map<String, Object> summary(List<String> files) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("version", Report.version());
        out.put("model", prepared.experiment().network().title());
        out.put("nodes", prepared.network().size());
        out.put("algorithm", spec.algorithm());
        out.put("generations", run.generations().size());
        out.put("candidates", run.candidates().size());
        out.put("runs", run.candidates().size() * spec.replicate());
        out.put("failed", failed());
        out.put("resumed", earlier);
        out.put("seed", prepared.experiment().simulation().seed());
        out.put("noise_version", Report.NOISE_VERSION);
        out.put("setup_seconds", Math.max(0, seconds - wall));
        out.put("wall_seconds", wall);
        out.put("runs_per_second", (run.candidates().size() - earlier) * spec.replicate() / wall);
        out.put("total_seconds", seconds);
        out.put("complete", isComplete());
        out.put("ended", run.ended().orElse(""));
        if (spec.samples()) {
            out.put("tolerance", run.tolerance());
        }
        run.best().ifPresent(best -> out.put("best", candidate(best)));
        out.put("front", run.front().stream().map(this::candidate).toList());
        last().ifPresent(last -> out.put("population", spread(last)));
        out.putAll(Yardstick.of(prepared).written());
        out.put("notices", prepared.notices());
        out.put("files", files);
        out.put("experiment", new CompleteExperiment(prepared, List.of()).written());
        return out;
    }

    private Map<String, Object> candidate(Candidate one) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("run", one.index());
        out.put(GENERATION, one.generation());
        out.put(SCORE, one.score());
        for (int a = 0; a < one.parameters().length; a++) {
            out.put(evolution.space().names().get(a), one.parameters()[a]);
        }
        for (int m = 0; m < one.metrics().length; m++) {
            out.put(metrics.names().get(m), one.metrics()[m]);
        }
        return out;
    }

    private Map<String, Object> spread(Generation last) {
        Map<String, Object> out = new LinkedHashMap<>();
        for (int a = 0; a < evolution.space().size(); a++) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("mean", last.mean(a));
            one.put("sd", last.deviation(a));
            out.put(evolution.space().names().get(a), one);
        }
        return out;
    }

    /** A few lines for a person. */
    @Override
    public String text() {
        StringBuilder text = new StringBuilder();
        int made = (run.candidates().size() - earlier) * spec.replicate();
        line(
                text,
                "%s: %s, %d generations, %d candidates%s, %d runs in %.3g s, %.3g runs/s%s",
                prepared.experiment().network().title(),
                spec.algorithm(),
                run.generations().size(),
                run.candidates().size(),
                spec.replicate() == 1 ? "" : " × " + spec.replicate() + " seeds",
                made,
                wall,
                made / wall,
                earlier == 0 ? "" : ", " + earlier + " candidates were there before");
        line(text, "  ended: %s", isComplete() ? run.ended().orElse("") : "stopped before the end");
        if (failed() > 0) {
            line(text, "  %d candidates failed", failed());
        }
        run.best().ifPresent(best -> {
            for (int m = 0; m < best.metrics().length; m++) {
                line(text, "  %-28s %.4g", metrics.names().get(m), best.metrics()[m]);
            }
            for (int a = 0; a < best.parameters().length; a++) {
                int axis = a;
                String spread = last().map(last -> String.format(
                                Locale.ROOT, "population %.4g ± %.2g", last.mean(axis), last.deviation(axis)))
                        .orElse("");
                line(text, "  %-28s %-10.4g %s", evolution.space().names().get(a), best.parameters()[a], spread);
            }
        });
        if (spec.objectives().size() > 1 && !run.front().isEmpty()) {
            line(text, "  %d candidates on the front", run.front().size());
        }
        Yardstick.of(prepared).text().ifPresent(known -> line(text, "  %-28s %s", "to compare", known));
        return text.toString();
    }

    private static void line(StringBuilder text, String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
