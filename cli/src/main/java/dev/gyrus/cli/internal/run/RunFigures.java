package dev.gyrus.cli.internal.run;

import dev.gyrus.core.Dataset;
import dev.gyrus.core.Series;
import dev.gyrus.core.Subject;
import dev.gyrus.plot.Figure;
import dev.gyrus.plot.Figures;
import dev.gyrus.plot.Raster;
import dev.gyrus.plot.SpikeFigures;
import dev.gyrus.spiking.Spikes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of a run: activity, BOLD, functional connectivity. */
final class RunFigures {
    /** The figure of spikes. */
    static final String RASTER = "raster";

    /** How long BOLD takes to settle, in ms. */
    private static final double SETTLING = 20_000;

    private final Prepared prepared;
    private final Result result;

    RunFigures(Prepared prepared, Result result) {
        this.prepared = prepared;
        this.result = result;
    }

    /** Writes each as PNG and SVG; they are drawn at the same time. */
    void write(Path folder) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        result.overview().forEach(view -> figures.put(view.whole().name(), Figures.rates(view.whole(), view.recent())));
        result.spikes()
                .filter(spikes -> !spikes.shown().isEmpty())
                .ifPresent(spikes -> figures.put(RASTER, raster(spikes)));
        result.bold().filter(bold -> bold.samples() > 1).ifPresent(bold -> figures.put("bold", bold(bold)));
        result.comparison().ifPresent(comparison -> figures.put("fc", connectivity(comparison)));
        String subtitle = subtitle();
        figures.entrySet().parallelStream()
                .forEach(entry -> entry.getValue().subtitle(subtitle).write(folder.resolve(entry.getKey())));
    }

    private Figure raster(SpikeResult spikes) {
        double from = spikes.shownFrom();
        double to = Math.max(
                from + 1e-3, result.steps() * prepared.experiment().simulation().dt());
        List<Raster> rasters = new ArrayList<>();
        List<Series> rates = new ArrayList<>();
        for (int i = 0; i < spikes.shown().size(); i++) {
            Spikes shown = spikes.shown().get(i);
            String name = spikes.counts().get(i).name();
            rasters.add(new Raster(name, spikes.counts().get(i).neurons(), shown.times(), shown.neurons()));
            if (!spikes.rates().isEmpty()) {
                Series rate = spikes.rates().get(i).from(from);
                rates.add(new Series(name, rate.unit(), rate.times(), rate.labels(), rate.values()));
            }
        }
        return SpikeFigures.raster(rasters, from, to, rates, InputTraces.of(prepared, result.seed(), from, to));
    }

    /** Without the onset where there is enough left: from rest, the signal takes some seconds to reach its level. */
    private static Figure bold(Series bold) {
        Series settled = bold.from(SETTLING);
        boolean enough = settled.samples() >= bold.samples() / 2;
        return Figures.bold(enough ? settled : bold, true);
    }

    private Figure connectivity(Comparison comparison) {
        return prepared.reference()
                .map(data -> Figures.functionalConnectivity(
                        comparison.shared().matrix(), mean(comparison.subjects()), subjects(data)))
                .orElseGet(() ->
                        Figures.functionalConnectivity(comparison.simulated().matrix(), "Simulated"));
    }

    /** What the reference is called: synthetic data are labelled so wherever they show. */
    private static String subjects(Dataset data) {
        boolean synthetic = Figures.name(data).contains("synthetic data");
        String who = synthetic ? "synthetic subjects" : "subjects";
        return data.subjects().size() == 1
                ? "One of " + who
                : "Mean of " + data.subjects().size() + " " + who;
    }

    private static double[][] mean(List<Subject> subjects) {
        int n = subjects.get(0).functionalConnectivity().length;
        double[][] mean = new double[n][n];
        for (Subject subject : subjects) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    mean[i][j] += subject.functionalConnectivity()[i][j] / subjects.size();
                }
            }
        }
        return mean;
    }

    private String subtitle() {
        String model = prepared.experiment().network().title() + ", seed " + result.seed();
        return prepared.dataset()
                .filter(data -> !data.name().isEmpty())
                .map(data -> model + ", " + Figures.name(data))
                .orElse(model);
    }
}
