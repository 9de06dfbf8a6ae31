package dev.gyrus.cli.internal.experiment;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Unit;
import java.math.BigInteger;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with the unit behind it.
 *
 * @param unit "" where none is written: the unit is the declared one
 * @param shown as it was written
 */
public record Quantity(double value, String unit, String shown) {
    private static final Pattern WRITTEN = Pattern.compile(
            "(?<number>[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)(?:\\s+(?<unit>\\S.*))?");

    private static final Pattern CLOSE = Pattern.compile(
            "(?<number>[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)(?<unit>[a-zA-Zµ].*)");

    /** Whole numbers of YAML 1.2's core schema. */
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+|0x[0-9a-fA-F]+|0o[0-7]+");

    /** Sizes of the units of length, in mm. */
    private static final Map<String, Double> MILLIMETRES =
            Map.of("µm", 1e-3, "um", 1e-3, "mm", 1.0, "cm", 10.0, "m", 1e3);

    private static final int MOST_DIGITS = 400;

    /** Sizes of the units of time, in ms. */
    private static final Map<String, Double> MILLISECONDS =
            Map.of("us", 1e-3, "µs", 1e-3, "ms", 1.0, "s", 1e3, "min", 60e3, "h", 3600e3);

    /** A number that nobody wrote, shown without a decimal point that it doesn't need. */
    public Quantity(double value, String unit) {
        this(value, unit, (String.valueOf(value).replaceFirst("\\.0$", "") + " " + unit).strip());
    }

    public static Quantity of(double value) {
        return new Quantity(value, "");
    }

    /** Reads {@code 60}, {@code 1e-3}, {@code 0x3c} or {@code 60 pA}; empty for anything else, infinities and NaN included. */
    static Optional<Quantity> parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return integer(text)
                    .map(whole -> new Quantity(whole.doubleValue(), "", text.strip()))
                    .filter(q -> Double.isFinite(q.value));
        }
        double value = Double.parseDouble(written.group("number"));
        String unit = written.group("unit");
        return Double.isFinite(value)
                ? Optional.of(new Quantity(value, unit == null ? "" : unit, text.strip()))
                : Optional.empty();
    }

    /** Reads likewise, and {@code 60pA}: only a unit that is known may stand directly behind its number. */
    public static Optional<Quantity> parseClose(String text) {
        Matcher close = CLOSE.matcher(text.strip());
        return close.matches() && isUnit(close.group("unit"))
                ? parse(close.group("number") + " " + close.group("unit"))
                        .map(quantity -> new Quantity(quantity.value, quantity.unit, text.strip()))
                : parse(text);
    }

    private static boolean isUnit(String unit) {
        try {
            return MILLISECONDS.containsKey(unit) || !Unit.of(unit).isDimensionless();
        } catch (GyrusException e) {
            return false;
        }
    }

    /** Reads {@code 16}, {@code 0x10} or {@code 0o20}. */
    static Optional<BigInteger> integer(String text) {
        String digits = text.strip();
        if (digits.length() > MOST_DIGITS || !INTEGER.matcher(digits).matches()) {
            return Optional.empty();
        }
        int base = digits.startsWith("0x") ? 16 : digits.startsWith("0o") ? 8 : 10;
        return Optional.of(new BigInteger(base == 10 ? digits : digits.substring(2), base));
    }

    /** The quantity in a unit, which a bare number is in; empty where it is of another dimension. */
    Optional<Double> in(String declared) {
        if (unit.isEmpty()) {
            return Optional.of(value);
        }
        try {
            Unit given = Unit.of(unit);
            Unit wanted = Unit.of(declared);
            return given.isCompatible(wanted)
                    ? Optional.of(value * given.toCoherent() / wanted.toCoherent())
                    : Optional.empty();
        } catch (GyrusException e) {
            return Optional.empty();
        }
    }

    /** The quantity in ms; a bare number is in {@code declared}. Empty where the unit is not one of time. */
    Optional<Double> milliseconds(String declared) {
        Double size = MILLISECONDS.get(unit.isEmpty() ? declared : unit);
        return size == null ? Optional.empty() : Optional.of(value * size);
    }

    /** The quantity in mm; a bare number is in mm. Empty where the unit is not one of length. */
    Optional<Double> millimetres() {
        Double size = MILLIMETRES.get(unit.isEmpty() ? "mm" : unit);
        return size == null ? Optional.empty() : Optional.of(value * size);
    }

    /** However it was written. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Quantity q && Double.compare(value, q.value) == 0 && unit.equals(q.unit);
    }

    @Override
    public int hashCode() {
        return Objects.hash(value, unit);
    }

    /** As it goes into a file: a bare number, or text with the unit. */
    Object written() {
        return unit.isEmpty() ? (Object) value : value + " " + unit;
    }
}
