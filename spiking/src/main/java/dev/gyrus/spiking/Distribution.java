package dev.gyrus.spiking;

import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Where weights or delays are drawn from; immutable, each a pure function of {@link Draws}.
 *
 * <pre>{@code
 * Distribution.constant(1.5)
 * Distribution.exponential(3).plus(1)          // a shortest delay and an exponential tail
 * }</pre>
 */
public sealed interface Distribution {
    /** The numbers of a row: one for each of {@code count} places, or a single one where they are all the same. */
    double[] draw(Draws draws, int row, int count);

    /** A number that no draw falls below; −∞ where there is none. */
    double least();

    /** Adds what is wrong with the numbers that describe it. */
    void check(String key, Problems problems);

    /** The one value of a constant. */
    default OptionalDouble value() {
        return OptionalDouble.empty();
    }

    /** The same shifted by a constant. */
    default Distribution plus(double shift) {
        return new Shifted(this, shift);
    }

    /** The same value everywhere. */
    static Distribution constant(double value) {
        return new Constant(value);
    }

    /** Equally likely in [low, high). */
    static Distribution uniform(double low, double high) {
        return new Uniform(low, high);
    }

    /** Gaussian; delays below 0 become 0. */
    static Distribution normal(double mean, double deviation) {
        return new Normal(mean, deviation);
    }

    /** e^x of a Gaussian x with that mean and standard deviation. */
    static Distribution logNormal(double mu, double sigma) {
        return new LogNormal(mu, sigma);
    }

    /** Exponential. */
    static Distribution exponential(double mean) {
        return new Exponential(mean);
    }

    /** {@link #constant}. */
    record Constant(double constant) implements Distribution {
        @Override
        public double[] draw(Draws draws, int row, int count) {
            return new double[] {constant};
        }

        @Override
        public double least() {
            return constant;
        }

        @Override
        public OptionalDouble value() {
            return OptionalDouble.of(constant);
        }

        @Override
        public void check(String key, Problems problems) {
            problems.require(Double.isFinite(constant), key, "a finite number", constant);
        }
    }

    /** {@link #uniform}. */
    record Uniform(double low, double high) implements Distribution {
        @Override
        public double[] draw(Draws draws, int row, int count) {
            double[] out = new double[count];
            Arrays.setAll(out, k -> low + (high - low) * draws.uniform(row, k));
            return out;
        }

        @Override
        public double least() {
            return low;
        }

        @Override
        public void check(String key, Problems problems) {
            problems.require(
                    low <= high && Double.isFinite(high - low),
                    key,
                    "a uniform distribution between two finite numbers, the smaller first",
                    low + ", " + high);
        }
    }

    /** {@link #normal}. */
    record Normal(double mean, double deviation) implements Distribution {
        @Override
        public double[] draw(Draws draws, int row, int count) {
            double[] out = draws.gaussians(row, count);
            Arrays.setAll(out, k -> mean + deviation * out[k]);
            return out;
        }

        @Override
        public double least() {
            // Its tail is cut where that matters: what counts is where it lies.
            return deviation == 0 ? mean : Double.NEGATIVE_INFINITY;
        }

        @Override
        public void check(String key, Problems problems) {
            problems.require(
                    deviation >= 0 && Double.isFinite(mean + deviation),
                    key,
                    "a normal distribution of finite mean and standard deviation",
                    mean + ", " + deviation);
        }
    }

    /** {@link #logNormal}. */
    record LogNormal(double mu, double sigma) implements Distribution {
        @Override
        public double[] draw(Draws draws, int row, int count) {
            double[] out = draws.gaussians(row, count);
            Arrays.setAll(out, k -> StrictMath.exp(mu + sigma * out[k]));
            return out;
        }

        @Override
        public double least() {
            return 0;
        }

        @Override
        public void check(String key, Problems problems) {
            problems.require(
                    sigma >= 0 && Double.isFinite(mu + sigma),
                    key,
                    "a log-normal distribution of finite mu and sigma",
                    mu + ", " + sigma);
        }
    }

    /** {@link #exponential}. */
    record Exponential(double mean) implements Distribution {
        @Override
        public double[] draw(Draws draws, int row, int count) {
            double[] out = new double[count];
            Arrays.setAll(out, k -> -mean * StrictMath.log1p(-draws.uniform(row, k)));
            return out;
        }

        @Override
        public double least() {
            return 0;
        }

        @Override
        public void check(String key, Problems problems) {
            if (!(mean > 0 && Double.isFinite(mean))) {
                problems.add(Problem.of(key, "an exponential distribution of positive mean", String.valueOf(mean)));
            }
        }
    }

    /** {@link #plus}. */
    record Shifted(Distribution drawn, double shift) implements Distribution {
        @Override
        public double[] draw(Draws draws, int row, int count) {
            double[] out = drawn.draw(draws, row, count);
            Arrays.setAll(out, k -> shift + out[k]);
            return out;
        }

        @Override
        public double least() {
            return shift + drawn.least();
        }

        @Override
        public OptionalDouble value() {
            return drawn.value().isPresent()
                    ? OptionalDouble.of(drawn.value().getAsDouble() + shift)
                    : OptionalDouble.empty();
        }

        @Override
        public void check(String key, Problems problems) {
            problems.require(Double.isFinite(shift), key, "a finite shift", shift);
            drawn.check(key, problems);
        }
    }
}
