package dev.gyrus.spiking;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How often a {@link DecisionNetwork} decides for the favoured direction, at several coherences.
 *
 * <pre>{@code
 * var curve = Psychometric.of(List.of(0.0, 3.2, 6.4, 12.8, 25.6, 51.2), 40, 1, 2);
 * }</pre>
 *
 * @param points in the order of the coherences
 */
public record Psychometric(List<Point> points) {

    public Psychometric {
        points = List.copyOf(points);
    }

    /**
     * One coherence.
     *
     * @param coherence in percent
     * @param outcomes of the trials, in the order of their seeds
     */
    public record Point(double coherence, List<DecisionNetwork.Outcome> outcomes) {

        public Point {
            outcomes = List.copyOf(outcomes);
        }

        /** The share of trials in which A won. */
        public double shareOfA() {
            return (double) outcomes.stream()
                            .filter(DecisionNetwork.Outcome::favoursA)
                            .count()
                    / outcomes.size();
        }
    }

    /**
     * Runs the tutorial's trial so many times at each coherence.
     *
     * @param seed of the first trial; the others have the numbers after it, the same at each coherence
     * @param threads trials that run at a time; the results do not depend on it
     */
    public static Psychometric of(List<Double> coherences, int trials, long seed, int threads) {
        return of(DecisionNetwork.of(0), coherences, trials, seed, threads);
    }

    /**
     * Runs a trial so many times at each coherence.
     *
     * @param trial its times; the coherence is replaced
     * @param seed of the first trial; the others have the numbers after it, the same at each coherence
     * @param threads trials that run at a time; the results do not depend on it
     */
    public static Psychometric of(DecisionNetwork trial, List<Double> coherences, int trials, long seed, int threads) {
        if (trials < 1 || threads < 1) {
            throw GyrusException.input("psychometric", "at least one trial and one thread", trials + " and " + threads);
        }
        Network network = DecisionNetwork.network();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<List<Future<DecisionNetwork.Outcome>>> runs = new ArrayList<>();
            for (double coherence : coherences) {
                DecisionNetwork decision =
                        new DecisionNetwork(coherence, trial.before(), trial.stimulus(), trial.after());
                List<Future<DecisionNetwork.Outcome>> own = new ArrayList<>();
                for (int k = 0; k < trials; k++) {
                    long number = seed + k;
                    own.add(executor.submit(() -> decision.trial(network, number)));
                }
                runs.add(own);
            }
            List<Point> points = new ArrayList<>();
            for (int c = 0; c < runs.size(); c++) {
                List<DecisionNetwork.Outcome> outcomes = new ArrayList<>();
                for (Future<DecisionNetwork.Outcome> run : runs.get(c)) {
                    outcomes.add(run.get());
                }
                points.add(new Point(coherences.get(c), outcomes));
            }
            return new Psychometric(points);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw GyrusException.run("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GyrusException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            executor.shutdownNow();
        }
    }
}
