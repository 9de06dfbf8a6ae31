package dev.gyrus.fitting.internal.metric;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/** A metric, or an expression of metrics. */
public sealed interface Expression {

    /** The value, once those of the metrics are known. */
    double value(ToDoubleFunction<Call> metrics);

    /** Visits every metric, from left to right. */
    void calls(Consumer<Call> visitor);

    record Number(double number) implements Expression {
        @Override
        public double value(ToDoubleFunction<Call> metrics) {
            return number;
        }

        @Override
        public void calls(Consumer<Call> visitor) {}
    }

    record Unary(DoubleUnaryOperator operator, Expression operand) implements Expression {
        @Override
        public double value(ToDoubleFunction<Call> metrics) {
            return operator.applyAsDouble(operand.value(metrics));
        }

        @Override
        public void calls(Consumer<Call> visitor) {
            operand.calls(visitor);
        }
    }

    record Binary(DoubleBinaryOperator operator, Expression left, Expression right) implements Expression {
        @Override
        public double value(ToDoubleFunction<Call> metrics) {
            return operator.applyAsDouble(left.value(metrics), right.value(metrics));
        }

        @Override
        public void calls(Consumer<Call> visitor) {
            left.calls(visitor);
            right.calls(visitor);
        }
    }

    /**
     * A metric of a signal.
     *
     * @param signal the standard one where it is absent
     * @param options in the order given; names may recur
     */
    record Call(Word metric, Optional<Word> signal, List<Option> options) implements Expression {
        public Call {
            options = List.copyOf(options);
        }

        @Override
        public double value(ToDoubleFunction<Call> metrics) {
            return metrics.applyAsDouble(this);
        }

        @Override
        public void calls(Consumer<Call> visitor) {
            visitor.accept(this);
        }
    }

    /** {@code name=value}. */
    record Option(Word name, Word value) {}

    /** A part of the text, from its place on. */
    record Word(String text, int start) {
        int end() {
            return start + text.length();
        }
    }
}
