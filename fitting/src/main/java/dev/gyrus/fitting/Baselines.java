package dev.gyrus.fitting;

import dev.gyrus.analysis.Fc;
import dev.gyrus.analysis.Scores;
import dev.gyrus.analysis.Similarity;
import dev.gyrus.core.Connectome;
import dev.gyrus.core.Dataset;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * What a fit of functional connectivity is worth: how well the anatomy alone does, and how well any model can.
 *
 * <pre>{@code
 * Baselines baselines = Baselines.of(dataset);
 * double gained = score - baselines.linearNetwork().mean();
 * }</pre>
 *
 * <p>All are correlations of the entries above the diagonal with the functional connectivity of each subject, as {@link
 * Fc#correlateWith} has them. Of directed weights, the mean of both directions counts, except in the network. Thread-safe.
 *
 * @param weights of the weights themselves
 * @param logWeights of log(w + 10⁻⁴ max w): absent connections stay finite
 * @param linearNetwork of a {@linkplain LinearNetwork#coupled linear network} at the coupling with the best mean
 * @param coupling that coupling, from 0 to 1, where the network would become unstable
 * @param ceiling of the mean over all other subjects, and so what a model of the average brain can reach; absent for one
 *     subject
 */
public record Baselines(
        Scores weights, Scores logWeights, Scores linearNetwork, double coupling, Optional<Scores> ceiling) {
    private static final double FLOOR = 1e-4;

    /** Distances of the coupling from 1 that are tried first, as powers of ten. */
    private static final double NEAREST = -4;

    private static final double SPACING = 0.5;
    private static final double TOLERANCE = 1e-3;
    private static final int MOST_EVALUATIONS = 100;

    /**
     * Of a dataset's own connectome and subjects.
     *
     * @throws GyrusException if there is no subject, for fewer than three regions, and for subjects with another number of
     *     regions
     */
    public static Baselines of(Dataset dataset) {
        return of(dataset.connectome(), dataset.subjects());
    }

    /** Of any connectome with the regions of these subjects. */
    public static Baselines of(Connectome connectome, List<Subject> subjects) {
        double[][] weights = connectome.weights();
        double[][] mutual = mutual(weights);
        double largest =
                Arrays.stream(mutual).flatMapToDouble(Arrays::stream).max().orElse(0);
        double floor = largest > 0 ? FLOOR * largest : 1;
        double[][] logarithms = Arrays.stream(mutual)
                .map(row -> Arrays.stream(row).map(w -> Math.log(w + floor)).toArray())
                .toArray(double[][]::new);
        Scores ofWeights = new Fc(connectome.labels(), mutual).correlateWith(subjects);
        Scores ofLogarithms = new Fc(connectome.labels(), logarithms).correlateWith(subjects);
        double radius = LinearNetwork.radius(weights);
        double coupling =
                radius > 0 ? best(c -> linear(connectome, c / radius, subjects).mean()) : 0;
        Scores ofNetwork = linear(connectome, radius > 0 ? coupling / radius : 0, subjects);
        return new Baselines(ofWeights, ofLogarithms, ofNetwork, coupling, ceiling(subjects));
    }

    /**
     * How well the mean over all other subjects agrees with each; empty for fewer than two subjects.
     *
     * @throws GyrusException for fewer than three regions, and subjects with different numbers of them
     */
    public static Optional<Scores> ceiling(List<Subject> subjects) {
        if (subjects.size() < 2) {
            return Optional.empty();
        }
        List<Double> values = new ArrayList<>();
        for (Subject subject : subjects) {
            List<Subject> others = subjects.stream().filter(s -> s != subject).toList();
            values.add(Similarity.pearson(mean(others), subject.functionalConnectivity()));
        }
        return Optional.of(new Scores(subjects.stream().map(Subject::id).toList(), values));
    }

    private static double[][] mean(List<Subject> subjects) {
        int n = subjects.get(0).functionalConnectivity().length;
        double[][] out = new double[n][n];
        for (Subject subject : subjects) {
            double[][] fc = subject.functionalConnectivity();
            if (fc.length != n) {
                throw GyrusException.input("fc of subject " + subject.id(), n + " regions", fc.length + " regions");
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    out[i][j] += fc[i][j] / subjects.size();
                }
            }
        }
        return out;
    }

    private static double[][] mutual(double[][] weights) {
        double[][] out = new double[weights.length][weights.length];
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                out[i][j] = (weights[i][j] + weights[j][i]) / 2;
            }
        }
        return out;
    }

    private static Scores linear(Connectome connectome, double scale, List<Subject> subjects) {
        double[][] correlations =
                LinearNetwork.scaled(connectome.weights(), scale).correlations();
        return new Fc(connectome.labels(), correlations).correlateWith(subjects);
    }

    /**
     * The coupling with the highest score: the best of a few at distances from 1 that shrink by equal factors, as the score
     * peaks close to 1, and then by Brent's method between its neighbours.
     */
    private static double best(DoubleUnaryOperator score) {
        DoubleUnaryOperator atDistance = exponent -> score.applyAsDouble(1 - Math.pow(10, exponent));
        double[] exponents =
                DoubleStream.iterate(NEAREST, e -> e < 0, e -> e + SPACING).toArray();
        double[] scores = Arrays.stream(exponents).map(atDistance).toArray();
        int top = 0;
        for (int k = 1; k < scores.length; k++) {
            top = scores[k] > scores[top] ? k : top;
        }
        double upper = Math.min(0, exponents[top] + SPACING);
        double found = new BrentOptimizer(TOLERANCE, TOLERANCE)
                .optimize(
                        GoalType.MAXIMIZE,
                        new MaxEval(MOST_EVALUATIONS),
                        new UnivariateObjectiveFunction(atDistance::applyAsDouble),
                        new SearchInterval(exponents[top] - SPACING, upper, exponents[top]))
                .getPoint();
        return 1 - Math.pow(10, found);
    }
}
