package dev.gyrus.fitting;

import java.util.List;
import java.util.Optional;

/**
 * One turn of an evolution.
 *
 * @param index from 0
 * @param candidates those tried in it
 * @param population {@code [axis]} in declared units: those that the next generation comes from
 * @param weights of the population; they sum to one
 * @param best the best candidate so far
 * @param front how many candidates so far no other dominates
 */
public record Generation(
        int index,
        List<Candidate> candidates,
        List<double[]> population,
        double[] weights,
        Optional<Candidate> best,
        int front) {
    /** How many were not worth anything. */
    public long failed() {
        return candidates.stream().filter(Candidate::failed).count();
    }

    /** The best score of this generation; NaN where all failed. */
    public double bestScore() {
        return candidates.stream()
                .filter(one -> !one.failed())
                .mapToDouble(Candidate::score)
                .max()
                .orElse(Double.NaN);
    }

    /** The median score of those that did not fail; NaN where all did. */
    public double medianScore() {
        double[] scores = candidates.stream()
                .filter(one -> !one.failed())
                .mapToDouble(Candidate::score)
                .sorted()
                .toArray();
        int half = scores.length / 2;
        if (scores.length == 0) {
            return Double.NaN;
        }
        return scores.length % 2 == 1 ? scores[half] : (scores[half - 1] + scores[half]) / 2;
    }

    /** The weighted mean of a parameter in the population; NaN without one. */
    public double mean(int axis) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * population.get(k)[axis];
        }
        return weights.length == 0 ? Double.NaN : sum;
    }

    /** The weighted standard deviation of a parameter in the population; NaN without one. */
    public double deviation(int axis) {
        double mean = mean(axis);
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            double off = population.get(k)[axis] - mean;
            sum += weights[k] * off * off;
        }
        return weights.length == 0 ? Double.NaN : Math.sqrt(sum);
    }
}
