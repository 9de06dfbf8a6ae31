package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.Quantity;
import dev.gyrus.cli.internal.experiment.Values;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Unit;
import java.util.List;
import java.util.Optional;

/** Numbers as written to numbers in a declared unit. */
public final class Conversion {
    private Conversion() {}

    /** A text as a number in the declared unit, which it may repeat or convert from; empty where it isn't one. */
    public static Optional<Double> number(String unit, String text) {
        return Quantity.parseClose(text)
                .filter(quantity -> quantity.unit().isEmpty() || isCompatible(quantity.unit(), unit))
                .map(quantity -> to(unit, quantity));
    }

    static boolean isCompatible(String given, String declared) {
        try {
            return Unit.of(given).isCompatible(Unit.of(declared));
        } catch (GyrusException e) {
            return false;
        }
    }

    static double[] to(String unit, Values values) {
        return values.items().stream().mapToDouble(item -> to(unit, item)).toArray();
    }

    /** Refuses another number of values than one, or one per node if it is known how many there are. */
    static double[] perNode(double[] numbers, Values values, Optional<List<String>> nodes) {
        int n = nodes.map(List::size).orElse(numbers.length);
        if (values.perNode() && numbers.length != 1 && numbers.length != n) {
            String expected = n == 1 ? "one value" : "one value, or one for each of " + n + " nodes";
            throw GyrusException.input("", expected, numbers.length + " values");
        }
        return numbers;
    }

    /** The quantity in the declared unit; a bare number is in it already. */
    static double to(String unit, Quantity quantity) {
        return to(unit, unit, quantity);
    }

    /** The same; {@code others} names all units that would do. */
    static double to(String unit, String others, Quantity quantity) {
        if (quantity.unit().isEmpty()) {
            return quantity.value();
        }
        if ("+-*/^".indexOf(quantity.unit().charAt(0)) >= 0) {
            throw GyrusException.input(
                    "",
                    "a number, perhaps with a unit; only parameters may be expressions, of maps that network.maps declares",
                    "'" + quantity.shown() + "'");
        }
        Unit declared = Unit.of(unit);
        Unit given = Unit.of(quantity.unit());
        if (!given.isCompatible(declared)) {
            String expected = declared.isDimensionless() ? "a number without a unit" : "a number in " + others;
            throw GyrusException.input("", expected, "'" + quantity.shown() + "'");
        }
        return quantity.value() * given.toCoherent() / declared.toCoherent();
    }
}
