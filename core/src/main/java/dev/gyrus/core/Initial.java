package dev.gyrus.core;

/** Where a variable starts, in its declared unit. */
public sealed interface Initial {

    /** Every node starts at the same value. */
    record Constant(double value) implements Initial {}

    /** Each node draws from [low, high), from a stream of its own under the run's seed. */
    record Uniform(double low, double high) implements Initial {}

    /** An expression of parameters, such as the mean of a stationary process. */
    record Expression(String text) implements Initial {}

    static Initial constant(double value) {
        return new Constant(value);
    }

    static Initial uniform(double low, double high) {
        return new Uniform(low, high);
    }

    static Initial of(String expression) {
        return new Expression(expression);
    }
}
