package dev.gyrus.studies;

import dev.gyrus.core.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The network side of C. Cakan, K. Obermayer, Biophysically grounded mean-field models of neural populations under electrical
 * stimulation, PLOS Comput. Biol. 16, 2020, doi:10.1371/journal.pcbi.1007822: figures 2, 4, 5, a row of figure 6 and tables of the
 * supplement, each beside the published numbers.
 *
 * <pre>{@code
 * StudyReport report = NetworkStudy.standard().threads(2).run((what, share) -> {});
 * }</pre>
 *
 * <p>{@link AdexNetwork}s with the connections of the published network, Euler with 0.1 ms. Immutable and thread-safe.
 */
public final class NetworkStudy {
    /** Cells along each axis of the maps. */
    public static final int GRID = 21;

    /** Neurons of each population in maps. */
    public static final int NEURONS = 1000;

    /** Stands for the supplement among the figures. */
    public static final int SUPPLEMENT = 7;

    /** Spectra and single traces are made with so many times the neurons of maps. */
    private static final int SPECTRA = 5;

    private static final int TRACES = 10;

    private static final int LEAST_GRID = 5;
    private static final int LEAST_NEURONS = 800;
    private static final Set<Integer> FIGURES = Set.of(2, 4, 5, 6, SUPPLEMENT);

    private final int grid;
    private final int neurons;
    private final int threads;
    private final Set<Integer> figures;

    private NetworkStudy(int grid, int neurons, int threads, Set<Integer> figures) {
        this.grid = grid;
        this.neurons = neurons;
        this.threads = threads;
        this.figures = Set.copyOf(figures);
    }

    /** All figures, on one thread. */
    public static NetworkStudy standard() {
        return new NetworkStudy(GRID, NEURONS, 1, FIGURES);
    }

    /** With so many cells along each axis of the maps. */
    public NetworkStudy grid(int grid) {
        return new NetworkStudy(grid, neurons, threads, figures);
    }

    /** With so many neurons of each population in maps, five times as many in spectra, and ten times in traces and tongue. */
    public NetworkStudy neurons(int neurons) {
        return new NetworkStudy(grid, neurons, threads, figures);
    }

    /** On so many threads; numbers do not depend on it. */
    public NetworkStudy threads(int threads) {
        return new NetworkStudy(grid, neurons, threads, figures);
    }

    /** Some figures only: 2, 4, 5, 6 or {@link #SUPPLEMENT}. */
    public NetworkStudy figures(Set<Integer> figures) {
        return new NetworkStudy(grid, neurons, threads, figures);
    }

    /**
     * Runs all figures one after the other.
     *
     * @throws dev.gyrus.core.GyrusException for settings that are out of range
     * @throws java.util.concurrent.CancellationException if progress stopped it
     */
    public StudyReport run(Progress progress) {
        Problems problems = new Problems();
        problems.require(grid >= LEAST_GRID, "grid", "a whole number from " + LEAST_GRID, grid);
        problems.require(
                neurons >= LEAST_NEURONS,
                "neurons",
                "a whole number from " + LEAST_NEURONS + ", the inputs of a neuron",
                neurons);
        problems.require(threads > 0, "threads", "a whole number from 1", threads);
        problems.require(
                !figures.isEmpty() && FIGURES.containsAll(figures),
                "figure",
                "some of 2, 4, 5, 6, 7",
                new TreeSet<>(figures));
        problems.throwIfAny();
        Workshop workshop =
                new Workshop(threads, figures.stream().mapToDouble(this::work).sum(), progress);
        List<Part> parts = new ArrayList<>();
        for (int figure : new TreeSet<>(figures)) {
            long start = System.nanoTime();
            Part.Draft draft = new Part.Draft();
            switch (figure) {
                case 2 -> NetworkMaps.make(grid, neurons, workshop, draft);
                case 4 -> NetworkExamples.make(TRACES * neurons, workshop, draft);
                case 5 -> NetworkEntrainment.make(SPECTRA * neurons, workshop, draft);
                case 6 -> NetworkLocking.make(TRACES * neurons, workshop, draft);
                default -> NetworkSupplement.make(workshop, draft);
            }
            String title = figure == SUPPLEMENT ? "Supplement" : "Figure " + figure;
            parts.add(draft.part(title, (System.nanoTime() - start) / 1e9));
        }
        return new StudyReport("Stimulation study, network", parts);
    }

    /** Neurons × ms. */
    private double work(int figure) {
        return switch (figure) {
            case 2 -> NetworkMaps.work(grid, neurons);
            case 4 -> NetworkExamples.work(TRACES * neurons);
            case 5 -> NetworkEntrainment.work(SPECTRA * neurons);
            case 6 -> NetworkLocking.work(TRACES * neurons);
            default -> NetworkSupplement.work();
        };
    }
}
