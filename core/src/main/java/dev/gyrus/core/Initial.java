package dev.gyrus.core;

/** Where a variable starts, in its declared unit. */
public sealed interface Initial {

    /** Every node starts at the same value. */
    record Constant(double value) implements Initial {}

    /** Each node draws from [low, high), from a stream of its own under the run's seed. */
    record Uniform(double low, double high) implements Initial {}

    /** Each node draws from a normal distribution, from a stream of its own under the run's seed. */
    record Normal(double mean, double deviation) implements Initial {}

    /** An expression of parameters, such as the mean of a stationary process. */
    record Expression(String text) implements Initial {}

    static Initial constant(double value) {
        return new Constant(value);
    }

    static Initial uniform(double low, double high) {
        return new Uniform(low, high);
    }

    static Initial normal(double mean, double deviation) {
        return new Normal(mean, deviation);
    }

    static Initial of(String expression) {
        return new Expression(expression);
    }
}
