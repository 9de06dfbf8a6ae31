package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.Quantity;
import dev.gyrus.cli.internal.experiment.Values;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Unit;

/** Numbers as written to numbers in a declared unit. */
final class Conversion {
    private Conversion() {}

    static double[] to(String unit, Values values) {
        return values.items().stream().mapToDouble(item -> to(unit, item)).toArray();
    }

    /** The quantity in the declared unit; a bare number is in it already. */
    static double to(String unit, Quantity quantity) {
        if (quantity.unit().isEmpty()) {
            return quantity.value();
        }
        Unit declared = Unit.of(unit);
        Unit given = Unit.of(quantity.unit());
        if (!given.isCompatible(declared)) {
            String expected = declared.isDimensionless() ? "a number without a unit" : "a number in " + unit;
            throw GyrusException.input("", expected, "'" + quantity.value() + " " + quantity.unit() + "'");
        }
        return quantity.value() * given.toCoherent() / declared.toCoherent();
    }
}
