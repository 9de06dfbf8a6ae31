package dev.gyrus.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A unit of measurement: a power of ten times a product of ms, mV, pA, mm and mM to half-integer powers.
 *
 * <p>These five are coherent with kHz = 1/ms, nS = pA/mV, pF = pA·ms/mV and GΩ = mV/pA, so equations written in them
 * need no conversion factors; {@link #toCoherent()} converts everything else at the border. Exponents are stored doubled
 * and the scale as a doubled power of ten: products and roots such as mV/√ms are exact.
 *
 * <p>Written forms: {@code mV}, {@code mV/√ms}, {@code mV/sqrt(ms)}, {@code mV²/ms}, {@code ms^-1}, {@code pA*ms},
 * {@code 1/(nA·ms)}, {@code %}; {@code 1} and the empty text are dimensionless, as is {@code rad}. {@code a/b*c} is read
 * from the left, as in equations.
 *
 * <p>Two units are equal when they are the same quantity, however written: {@code kHz} equals {@code 1/ms}. Thread-safe:
 * immutable.
 */
public final class Unit {
    /** The dimensionless unit. */
    public static final Unit ONE = new Unit(Map.of(), 0, new int[5]);

    private static final String[] BASE = {"ms", "mV", "pA", "mm", "mM"};
    private static final String[] DIMENSION = {"time", "voltage", "current", "length", "concentration"};
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final int LARGEST = 1000;

    /** Symbols as written, with doubled exponents, none of them zero. */
    private final Map<String, Integer> symbols;

    /** The unit is 10^(decimals/2) coherent units. */
    private final int decimals;

    /** Doubled exponents of {@link #BASE}. */
    private final int[] exponents;

    private Unit(Map<String, Integer> symbols, int decimals, int[] exponents) {
        this.symbols = symbols;
        this.decimals = decimals;
        this.exponents = exponents;
    }

    /**
     * Reads a unit.
     *
     * @throws GyrusException for an unknown symbol or a malformed text, with the position and the nearest known unit
     */
    public static Unit of(String text) {
        return new UnitReader(text).read();
    }

    /** One symbol worth {@code 10^decimals} of the base units to the given (undoubled) powers. */
    static Unit symbol(String symbol, int decimals, int... exponents) {
        int[] doubled = Arrays.copyOf(exponents, BASE.length);
        Arrays.setAll(doubled, i -> 2 * doubled[i]);
        return new Unit(Map.of(symbol, 2), 2 * decimals, doubled);
    }

    /** This symbol with a prefix worth {@code 10^decimals}. */
    Unit prefixed(String symbol, int decimals) {
        return new Unit(Map.of(symbol, 2), this.decimals + 2 * decimals, exponents);
    }

    /** Whether values in one unit can be converted to the other. */
    public boolean isCompatible(Unit other) {
        return Arrays.equals(exponents, other.exponents);
    }

    /** Whether this is a plain number, as are {@code 1}, {@code rad} and {@code %}. */
    public boolean isDimensionless() {
        return isCompatible(ONE);
    }

    /** The factor from values in this unit to coherent values: 1e-3 for Hz, 1e3 for nA and for s. */
    public double toCoherent() {
        if (decimals == 0) {
            return 1;
        }
        double whole = Double.parseDouble("1e" + Math.floorDiv(decimals, 2));
        return Math.floorMod(decimals, 2) == 0 ? whole : whole * Math.sqrt(10);
    }

    /** A value in this unit as a coherent value, rounded once unless the scale is a root of ten. */
    public double toCoherent(double value) {
        // Powers of ten are exact from 1 to 1e22, so division by one is better than multiplication by its inverse.
        boolean small = decimals < 0 && decimals % 2 == 0;
        return small ? value / Double.parseDouble("1e" + -decimals / 2) : value * toCoherent();
    }

    /** The compatible unit of factor 1: {@code 1/ms} for Hz, {@code pA} for nA. */
    public Unit coherent() {
        for (Unit named : UnitReader.COHERENT) {
            if (isCompatible(named)) {
                return named;
            }
        }
        Map<String, Integer> base = new LinkedHashMap<>();
        for (int i = 0; i < BASE.length; i++) {
            if (exponents[i] != 0) {
                base.put(BASE[i], exponents[i]);
            }
        }
        return new Unit(base, 0, exponents);
    }

    public Unit times(Unit other) {
        return combine(other, 1);
    }

    public Unit over(Unit other) {
        return combine(other, -1);
    }

    /**
     * This unit to a power that leaves half-integer exponents, such as −1, 0.5 (the square root) or 1.5.
     *
     * @throws GyrusException if an exponent of the result is not a half-integer, or is beyond ±500
     */
    public Unit pow(double exponent) {
        Map<String, Integer> powers = new LinkedHashMap<>();
        symbols.forEach((symbol, doubled) -> put(powers, symbol, scaled(doubled, exponent)));
        return new Unit(
                powers,
                scaled(decimals, exponent),
                Arrays.stream(exponents)
                        .map(doubled -> scaled(doubled, exponent))
                        .toArray());
    }

    private Unit combine(Unit other, int sign) {
        Map<String, Integer> product = new LinkedHashMap<>(symbols);
        other.symbols.forEach(
                (symbol, doubled) -> put(product, symbol, product.getOrDefault(symbol, 0) + sign * doubled));
        int[] sum = new int[BASE.length];
        Arrays.setAll(sum, i -> checked(exponents[i] + sign * other.exponents[i]));
        return new Unit(product, checked(decimals + sign * other.decimals), sum);
    }

    private static void put(Map<String, Integer> powers, String symbol, int doubled) {
        if (doubled == 0) {
            powers.remove(symbol);
        } else {
            powers.put(symbol, checked(doubled));
        }
    }

    private int scaled(int doubled, double exponent) {
        double exact = doubled * exponent;
        if (Math.abs(exact - Math.rint(exact)) > 1e-9 || !(Math.abs(exact) <= LARGEST)) {
            throw GyrusException.input(
                    Problem.of("", "a power of " + this + " with half-integer exponents", "the power " + exponent));
        }
        return (int) Math.rint(exact);
    }

    private static int checked(int doubled) {
        if (Math.abs(doubled) > LARGEST) {
            throw GyrusException.input("", "a unit with exponents up to " + LARGEST / 2, "a larger one");
        }
        return doubled;
    }

    /** What it measures, such as {@code voltage/time}, or {@code a plain number}. */
    public String dimensionText() {
        Map<String, Integer> powers = new LinkedHashMap<>();
        for (int i : new int[] {1, 2, 3, 4, 0}) {
            put(powers, DIMENSION[i], exponents[i]);
        }
        return powers.isEmpty() ? "a plain number" : written(powers);
    }

    private static String written(Map<String, Integer> powers) {
        List<String> above = new ArrayList<>();
        List<String> below = new ArrayList<>();
        powers.forEach((symbol, doubled) -> (doubled > 0 ? above : below).add(power(symbol, Math.abs(doubled))));
        String numerator = above.isEmpty() ? "1" : String.join("·", above);
        return switch (below.size()) {
            case 0 -> numerator;
            case 1 -> numerator + "/" + below.get(0);
            default -> numerator + "/(" + String.join("·", below) + ")";
        };
    }

    private static String power(String symbol, int doubled) {
        if (doubled % 2 != 0) {
            return doubled == 1 ? "√" + symbol : symbol + "^" + doubled / 2 + ".5";
        }
        StringBuilder text = new StringBuilder(symbol);
        if (doubled > 2) {
            Integer.toString(doubled / 2).chars().forEach(digit -> text.append(SUPERSCRIPTS.charAt(digit - '0')));
        }
        return text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Unit unit && decimals == unit.decimals && isCompatible(unit);
    }

    @Override
    public int hashCode() {
        return 31 * decimals + Arrays.hashCode(exponents);
    }

    /** The unit as written, in a form that reads back: {@code mV/√ms}; {@code 1} when dimensionless. */
    @Override
    public String toString() {
        return written(symbols);
    }
}
