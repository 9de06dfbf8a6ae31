package dev.gyrus.cli.internal.run;

import dev.gyrus.fitting.Candidate;
import dev.gyrus.fitting.Generation;
import dev.gyrus.fitting.Outcome;
import dev.gyrus.fitting.Point;
import dev.gyrus.io.CsvFiles;
import dev.gyrus.store.ResultStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Candidates, generations and the last population of an evolution as tables. */
final class EvolveTables {
    private final EvolveReport report;

    EvolveTables(EvolveReport report) {
        this.report = report;
    }

    void write(Path folder) {
        List<List<Object>> candidates =
                report.run().candidates().stream().map(this::row).toList();
        CsvFiles.write(folder.resolve("results.csv"), header(), candidates);
        CsvFiles.write(folder.resolve("generations.csv"), generationHeader(), generations());
        CsvFiles.write(folder.resolve("population.csv"), populationHeader(), population());
        store(folder.resolve(EvolveReport.STORE));
    }

    private void store(Path file) {
        List<String> names = new ArrayList<>(report.metrics().names());
        names.addAll(List.of(EvolveReport.SCORE, EvolveReport.GENERATION));
        List<Point> points = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        long seed = report.prepared().experiment().simulation().seed();
        for (Candidate one : report.run().candidates()) {
            points.add(new Point(one.index(), one.parameters()));
            List<Double> numbers =
                    new ArrayList<>(Arrays.stream(one.metrics()).boxed().toList());
            numbers.add(one.score());
            numbers.add((double) one.generation());
            long own = report.spec().firstSeed(one.index(), seed);
            outcomes.add(new Outcome(one.index(), one.index(), own, numbers, Map.of(), report.reason(one)));
        }
        ExploreHeader header =
                new ExploreHeader(report.prepared(), report.spec().axes(), 1, names);
        try (ResultStore store = ResultStore.create(file, header.of(), points)) {
            store.add(outcomes);
        }
    }

    private List<String> header() {
        List<String> names = new ArrayList<>(List.of("run", EvolveReport.GENERATION));
        names.addAll(report.evolution().space().names());
        names.addAll(report.metrics().names());
        names.addAll(List.of(EvolveReport.SCORE, "status", "reason"));
        return names;
    }

    private List<Object> row(Candidate one) {
        List<Object> row = new ArrayList<>(List.of(one.index(), one.generation()));
        Arrays.stream(one.parameters()).forEach(row::add);
        Arrays.stream(one.metrics()).forEach(row::add);
        row.add(one.score());
        row.add(one.failed() ? Outcome.FAILED : Outcome.OK);
        row.add(report.reason(one));
        return row;
    }

    private List<String> generationHeader() {
        List<String> names = new ArrayList<>(List.of(
                EvolveReport.GENERATION, "candidates", "failed", "best_score", "median_score", "best_so_far", "front"));
        report.evolution().space().names().forEach(name -> names.addAll(List.of("mean_" + name, "sd_" + name)));
        return names;
    }

    private List<List<Object>> generations() {
        List<List<Object>> rows = new ArrayList<>();
        for (Generation one : report.run().generations()) {
            List<Object> row = new ArrayList<>(
                    List.of(one.index(), one.candidates().size(), one.failed(), one.bestScore(), one.medianScore()));
            row.add(one.best().map(Candidate::score).orElse(Double.NaN));
            row.add(one.front());
            for (int a = 0; a < report.evolution().space().size(); a++) {
                row.add(one.mean(a));
                row.add(one.deviation(a));
            }
            rows.add(row);
        }
        return rows;
    }

    private List<String> populationHeader() {
        List<String> names = new ArrayList<>(List.of("weight"));
        names.addAll(report.evolution().space().names());
        return names;
    }

    /** The population at the end. */
    private List<List<Object>> population() {
        List<List<Object>> rows = new ArrayList<>();
        report.last().ifPresent(last -> {
            for (int k = 0; k < last.weights().length; k++) {
                List<Object> row = new ArrayList<>(List.of(last.weights()[k]));
                Arrays.stream(last.population().get(k)).forEach(row::add);
                rows.add(row);
            }
        });
        return rows;
    }
}
