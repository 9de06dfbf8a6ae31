package dev.gyrus.studies;

import dev.gyrus.core.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The mean-field side of C. Cakan, K. Obermayer, Biophysically grounded mean-field models of neural populations under electrical
 * stimulation, PLOS Comput. Biol. 16, 2020, doi:10.1371/journal.pcbi.1007822: figures 2 to 6 and the conversion of fields to
 * currents, each beside the published numbers.
 *
 * <pre>{@code
 * StudyReport report = StimulationStudy.standard().threads(2).run((what, share) -> {});
 * report.write(Path.of("out"));
 * }</pre>
 *
 * <p>Single nodes of the model {@code aln} with the adaptation of the study, Euler with 0.1 ms from zero, no noise. Immutable
 * and thread-safe.
 */
public final class StimulationStudy {
    /** Cells along each axis of the maps of figure 2 as they were published. */
    public static final int PUBLISHED_GRID = 251;

    /** Cells that are enough to see every regime. */
    public static final int GRID = 41;

    private static final int LEAST_GRID = 11;

    /** From this grid on, figures 3 and 6 are as fine as published. */
    private static final int FINE = Adaptation.FINE;

    private static final int COARSE_ADAPTATION = 36;
    private static final Set<Integer> FIGURES = Set.of(2, 3, 4, 5, 6);

    private final int grid;
    private final int threads;
    private final Set<Integer> figures;

    private StimulationStudy(int grid, int threads, Set<Integer> figures) {
        this.grid = grid;
        this.threads = threads;
        this.figures = Set.copyOf(figures);
    }

    /** All figures on a coarse grid, on one thread. */
    public static StimulationStudy standard() {
        return new StimulationStudy(GRID, 1, FIGURES);
    }

    /**
     * With other maps.
     *
     * @param grid cells along each axis of the maps of figure 2; from 71 on, figures 3 and 6 have their published resolution
     */
    public StimulationStudy grid(int grid) {
        return new StimulationStudy(grid, threads, figures);
    }

    /** On so many threads; numbers do not depend on it. */
    public StimulationStudy threads(int threads) {
        return new StimulationStudy(grid, threads, figures);
    }

    /** Some figures only, from 2 to 6. */
    public StimulationStudy figures(Set<Integer> figures) {
        return new StimulationStudy(grid, threads, figures);
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
        problems.require(threads > 0, "threads", "a whole number from 1", threads);
        problems.require(
                !figures.isEmpty() && FIGURES.containsAll(figures),
                "figure",
                "some of 2, 3, 4, 5, 6",
                new TreeSet<>(figures));
        problems.throwIfAny();
        boolean fine = grid >= FINE;
        int adaptation = fine ? FINE : COARSE_ADAPTATION;
        Workshop workshop = new Workshop(threads, work(fine, adaptation), progress);
        List<Part> parts = new ArrayList<>();
        for (int figure : new TreeSet<>(figures)) {
            workshop.goOn("Fig. " + figure, false);
            long start = System.nanoTime();
            Part.Draft draft = new Part.Draft();
            switch (figure) {
                case 2 -> StateSpace.make(grid, workshop, draft);
                case 3 -> Adaptation.make(adaptation, workshop, draft);
                case 4 -> {
                    Examples.make(draft);
                    ElectricField.make(draft);
                }
                case 5 -> Entrainment.make(workshop, draft);
                default -> PhaseLocking.make(fine, workshop, draft);
            }
            parts.add(draft.part("Figure " + figure, (System.nanoTime() - start) / 1e9));
        }
        return new StudyReport("Stimulation study", parts);
    }

    /** Points × ms of the sweeps. */
    private double work(boolean fine, int adaptation) {
        double work = 0;
        for (int figure : figures) {
            work += switch (figure) {
                case 2 -> StateSpace.runs(grid) * ProbeObserver.DURATION;
                case 3 -> Adaptation.runs(adaptation) * ProbeObserver.DURATION;
                case 5 -> Entrainment.work();
                case 6 -> PhaseLocking.work(fine);
                default -> 0;
            };
        }
        return work;
    }
}
