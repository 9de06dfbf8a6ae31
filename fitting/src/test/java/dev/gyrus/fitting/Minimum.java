package dev.gyrus.fitting;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Runs searches on functions whose minimum is known. */
final class Minimum {
    /** What became of a search: evaluations until the target was reached, or those spent without. */
    record Found(double value, double[] point, int evaluations) {}

    private Minimum() {}

    static double sphere(double[] x) {
        return Arrays.stream(x).map(v -> v * v).sum();
    }

    /** Condition 10⁶. */
    static double ellipsoid(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Math.pow(1e6, i / (x.length - 1.0)) * x[i] * x[i];
        }
        return sum;
    }

    static double rosenbrock(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double valley = x[i] * x[i] - x[i + 1];
            sum += 100 * valley * valley + (x[i] - 1) * (x[i] - 1);
        }
        return sum;
    }

    static double rastrigin(double[] x) {
        return Arrays.stream(x)
                .map(v -> v * v + 10 * (1 - Math.cos(2 * Math.PI * v)))
                .sum();
    }

    /** Searches [low, high]ⁿ until the target or a number of evaluations is reached. */
    static Found search(
            Search search, double low, double high, ToDoubleFunction<double[]> function, double target, int most) {
        double best = Double.POSITIVE_INFINITY;
        double[] point = {};
        int evaluations = 0;
        while (search.finished().isEmpty() && evaluations < most) {
            List<double[]> places = search.ask().stream()
                    .map(unit ->
                            Arrays.stream(unit).map(u -> low + u * (high - low)).toArray())
                    .toList();
            List<double[]> values = places.stream()
                    .map(x -> new double[] {function.applyAsDouble(x)})
                    .toList();
            for (int k = 0; k < values.size(); k++) {
                evaluations++;
                if (values.get(k)[0] < best) {
                    best = values.get(k)[0];
                    point = places.get(k);
                }
                if (best <= target) {
                    return new Found(best, point, evaluations);
                }
            }
            search.tell(values);
        }
        return new Found(best, point, evaluations);
    }
}
