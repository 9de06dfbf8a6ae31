package dev.gyrus.models.aln;

import dev.gyrus.core.GyrusException;
import dev.gyrus.models.aln.internal.CascadeColumn;
import dev.gyrus.models.aln.internal.CascadeColumn.Entry;
import dev.gyrus.models.aln.internal.Membrane;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Computes cascade tables: stationary rate, mean voltage and linear response of exponential integrate-and-fire neurons
 * driven by white noise of mean µ and standard deviation σ.
 *
 * <p>The stationary Fokker–Planck equation and its first-order perturbations are integrated from the threshold
 * downwards; time constants of exponential and damped oscillating filters are fitted to the response. The columns of
 * one σ are independent and are computed in parallel; the numbers do not depend on how many threads do it. All methods
 * are thread-safe.
 *
 * <p>Sources: M. J. E. Richardson, Physical Review E 76 (2007) 021919, doi:10.1103/PhysRevE.76.021919; M. Augustin, J.
 * Ladenbauer, F. Baumann, K. Obermayer, PLOS Computational Biology 13 (2017) e1005545,
 * doi:10.1371/journal.pcbi.1005545.
 */
public final class CascadeGenerator {
    /**
     * How far a computation is.
     *
     * @param done grid points computed
     * @param total grid points in all
     * @param pointsPerSecond grid points per second so far
     */
    public record Progress(int done, int total, double pointsPerSecond) {
        /** The share done, 0 to 1. */
        public double fraction() {
            return (double) done / total;
        }
    }

    private CascadeGenerator() {}

    /**
     * Computes a table.
     *
     * @param executor runs one task per σ; it is not shut down
     * @param progress told after each grid point, from the executor's threads, one call at a time
     * @return the table, equal to the last bit for any executor
     * @throws GyrusException when the settings don't allow a table, or the neuron is silent over a whole column
     * @throws InterruptedException when the calling thread is interrupted; the tasks are cancelled
     */
    public static CascadeTable generate(CascadeSettings settings, ExecutorService executor, Consumer<Progress> progress)
            throws InterruptedException {
        TableGrid grid = settings.grid();
        var membrane = new Membrane(settings.neuron(), grid);
        var counter = new Counter(grid.size(), progress);
        List<Future<Entry[]>> columns = new ArrayList<>();
        try {
            for (int j = 0; j < grid.sigmaSize(); j++) {
                var column = new CascadeColumn(settings, membrane, j);
                columns.add(executor.submit(() -> column.compute(counter::increment)));
            }
            Entry[] entries = new Entry[grid.size()];
            for (int j = 0; j < grid.sigmaSize(); j++) {
                Entry[] column = columns.get(j).get();
                for (int i = 0; i < grid.muSize(); i++) {
                    entries[i * grid.sigmaSize() + j] = column[i];
                }
            }
            return table(settings, List.of(entries));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("a cascade table could not be computed", e.getCause());
        } catch (CancellationException e) {
            throw new InterruptedException("the computation of a cascade table was cancelled");
        } finally {
            columns.forEach(column -> column.cancel(true));
        }
    }

    private static CascadeTable table(CascadeSettings settings, List<Entry> entries) {
        return new CascadeTable(
                settings,
                entries.stream().mapToDouble(Entry::rate).toArray(),
                entries.stream().mapToDouble(Entry::meanVoltage).toArray(),
                entries.stream().mapToInt(Entry::tauMu).toArray(),
                entries.stream().mapToInt(Entry::tauSigma).toArray(),
                entries.stream().mapToDouble(Entry::oscillatorTau).toArray(),
                entries.stream().mapToDouble(Entry::oscillatorFrequency).toArray());
    }

    private static final class Counter {
        private final long start = System.nanoTime();
        private final int total;
        private final Consumer<Progress> progress;
        private int done;

        Counter(int total, Consumer<Progress> progress) {
            this.total = total;
            this.progress = progress;
        }

        synchronized void increment() {
            done++;
            progress.accept(new Progress(done, total, done / ((System.nanoTime() - start) * 1e-9)));
        }
    }
}
