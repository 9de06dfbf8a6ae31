package dev.gyrus.studies;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Network;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Series;
import dev.gyrus.plot.Figure;
import dev.gyrus.plot.Raster;
import dev.gyrus.plot.SpikeFigures;
import dev.gyrus.spiking.DecisionNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Decisions of a spiking network, after X.-J. Wang, Probabilistic decision making by slow reverberation in cortical circuits, Neuron
 * 36, 2002, doi:10.1016/S0896-6273(02)01092-9: one trial in full, trajectories of many, and how often the favoured choice is made
 * depending on the coherence of the evidence. Numbers are those of BrainPy's tutorial of the network, run with other seeds.
 *
 * <pre>{@code
 * DecisionStudy.standard().threads(2).run((what, share) -> {}).write(Path.of("out"));
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class DecisionStudy {
    /** Trials at each coherence. */
    public static final int TRIALS = 40;

    /** Of the stimulus, in percent. */
    private static final double[] COHERENCES = {0, 3.2, 6.4, 12.8, 25.6, 51.2};

    /** The one that is looked at closely, with the delay after it. */
    private static final int CLOSELY = 4;

    /** So many of its trials are drawn, and judged. */
    private static final int JUDGED = 20;

    private static final long FIRST_SEED = 1;

    private final int trials;
    private final int threads;

    private DecisionStudy(int trials, int threads) {
        this.trials = trials;
        this.threads = threads;
    }

    /** {@value #TRIALS} trials at each coherence, on one thread. */
    public static DecisionStudy standard() {
        return new DecisionStudy(TRIALS, 1);
    }

    /** With so many trials at each coherence. */
    public DecisionStudy trials(int trials) {
        return new DecisionStudy(trials, threads);
    }

    /** On so many threads, a trial on each; numbers do not depend on it. */
    public DecisionStudy threads(int threads) {
        return new DecisionStudy(trials, threads);
    }

    /**
     * Runs all trials.
     *
     * @throws GyrusException for settings that are out of range
     * @throws CancellationException if progress stopped it
     */
    public StudyReport run(Progress progress) {
        Problems problems = new Problems();
        problems.require(trials > 0, "trials", "a whole number from 1", trials);
        problems.require(threads > 0, "threads", "a whole number from 1", threads);
        problems.throwIfAny();
        long start = System.nanoTime();
        DecisionTrial[][] done = trials(DecisionNetwork.network(), progress);
        double seconds = (System.nanoTime() - start) / 1e9;
        Part.Draft closely = new Part.Draft();
        closely(Arrays.asList(done[CLOSELY]), closely);
        Part.Draft curve = new Part.Draft();
        curve(done, curve);
        return new StudyReport(
                "Decision study",
                List.of(
                        closely.part("Trials", seconds / COHERENCES.length),
                        curve.part("Psychometric curve", seconds)));
    }

    private DecisionTrial[][] trials(Network network, Progress progress) {
        DecisionTrial[][] done = new DecisionTrial[COHERENCES.length][trials];
        int all = COHERENCES.length * trials;
        AtomicInteger count = new AtomicInteger();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int trial = 0; trial < trials; trial++) {
                for (int c = 0; c < COHERENCES.length; c++) {
                    int coherence = c;
                    int number = trial;
                    running.add(executor.submit(() -> {
                        if (!progress.isStopped()) {
                            done[coherence][number] = trial(network, coherence, number);
                            progress.at(
                                    "coherence " + COHERENCES[coherence] + " %",
                                    count.incrementAndGet() / (double) all);
                        }
                    }));
                }
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof GyrusException expected ? expected : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } finally {
            executor.shutdownNow();
        }
        if (progress.isStopped()) {
            throw new CancellationException("decision");
        }
        return done;
    }

    /** The network keeps its choice in the delay: only where that is looked at is it run. */
    private static DecisionTrial trial(Network network, int coherence, int number) {
        DecisionNetwork whole = DecisionNetwork.of(COHERENCES[coherence]);
        boolean closely = coherence == CLOSELY && number < JUDGED;
        DecisionNetwork shown =
                closely ? whole : new DecisionNetwork(whole.coherence(), whole.before(), whole.stimulus(), 0);
        return DecisionTrial.run(shown, network, FIRST_SEED + number, closely);
    }

    /** One raster, the trajectories, and the rates of winner and loser. */
    private static void closely(List<DecisionTrial> all, Part.Draft draft) {
        List<DecisionTrial> judged = all.subList(0, Math.min(JUDGED, all.size()));
        DecisionTrial first = judged.get(0);
        Figure raster = SpikeFigures.raster(
                List.of(raster(first, 0), raster(first, 1)),
                0,
                first.duration(),
                List.of(named("A", first.rateA()), named("B", first.rateB())),
                first.inputs());
        draft.pictures.add(
                new Part.Picture("trial", raster, "One trial: spikes, rates over 50 ms, rates of the stimulus."));
        draft.pictures.add(new Part.Picture(
                "decisions",
                SpikeFigures.decisions(
                        side(judged, DecisionTrial::rateA), side(judged, DecisionTrial::rateB), List.of("A", "B")),
                "Trials at a coherence of 25.6 %: rates over 50 ms."));
        List<DecisionTrial> won =
                judged.stream().filter(DecisionTrial::favoured).toList();
        String group = "Coherence 25.6 %";
        int needed = (int) Math.ceil(0.95 * judged.size());
        draft.checks.add(Check.that(
                group,
                "trials that A wins, of " + judged.size(),
                "at least " + needed,
                String.valueOf(won.size()),
                won.size() >= needed));
        draft.checks.add(Check.between(group, "late rate of A, Hz", 42, 50, mean(won, DecisionTrial::lateA)));
        draft.checks.add(Check.between(group, "late rate of B, Hz", 0, 2, mean(won, DecisionTrial::lateB)));
        draft.checks.add(Check.between(group, "rate of A in the delay, Hz", 34, 44, mean(won, DecisionTrial::delayA)));
        draft.tables.add(new Part.Table(
                "trials",
                List.of("trial", "late_A", "late_B", "delay_A", "delay_B"),
                IntStream.range(0, judged.size())
                        .mapToObj(k -> new double[] {
                            k,
                            judged.get(k).lateA(),
                            judged.get(k).lateB(),
                            judged.get(k).delayA(),
                            judged.get(k).delayB()
                        })
                        .toList()));
    }

    private static Raster raster(DecisionTrial trial, int group) {
        var spikes = trial.spikes().get(group);
        return new Raster(spikes.population(), spikes.size(), spikes.times(), spikes.neurons());
    }

    private static Series named(String name, Series series) {
        return new Series(name, series.unit(), series.times(), series.labels(), series.values());
    }

    /** One column for each trial. */
    private static Series side(List<DecisionTrial> trials, Function<DecisionTrial, Series> rate) {
        Series first = rate.apply(trials.get(0));
        double[][] values = new double[first.samples()][trials.size()];
        for (int trial = 0; trial < trials.size(); trial++) {
            double[] column = rate.apply(trials.get(trial)).column(0);
            for (int k = 0; k < values.length; k++) {
                values[k][trial] = column[k];
            }
        }
        List<String> labels =
                IntStream.range(0, trials.size()).mapToObj(Integer::toString).toList();
        return new Series(first.name(), first.unit(), first.times(), labels, values);
    }

    private static double mean(List<DecisionTrial> trials, ToDoubleFunction<DecisionTrial> of) {
        return trials.stream().mapToDouble(of).average().orElse(Double.NaN);
    }

    /** How often A is chosen. */
    private void curve(DecisionTrial[][] done, Part.Draft draft) {
        double[] favoured = Arrays.stream(done)
                .mapToDouble(trials ->
                        Arrays.stream(trials).filter(DecisionTrial::favoured).count() / (double) trials.length)
                .toArray();
        draft.pictures.add(
                new Part.Picture(
                        "psychometric",
                        SpikeFigures.psychometric(COHERENCES, favoured, trials),
                        "How often A, which the evidence favours, fires more at the end of the stimulus. Bars: Wilson's interval of 68 %."));
        String group = "Psychometric curve";
        // Three standard deviations of a fair coin; twelve of twelve in the tutorial's network at 12.8 % are at least
        // 78 % of many.
        double chance = Math.min(0.5, 1.5 / Math.sqrt(trials));
        draft.checks.add(Check.between(group, "part that A wins at 0 %", 0.5 - chance, 0.5 + chance, favoured[0]));
        draft.checks.add(Check.between(group, "part that A wins at 12.8 %", 0.7, 1, favoured[3]));
        draft.checks.add(Check.between(group, "part that A wins at 51.2 %", 0.95, 1, favoured[5]));
        draft.tables.add(new Part.Table(
                "psychometric",
                List.of("coherence", "favoured", "trials"),
                IntStream.range(0, COHERENCES.length)
                        .mapToObj(c -> new double[] {COHERENCES[c], favoured[c], trials})
                        .toList()));
    }
}
