package dev.gyrus.fitting;

import dev.gyrus.core.GyrusException;
import java.util.Arrays;
import java.util.Optional;

/** What a node does under the {@link Probe}; {@link #letter()} is the one of maps. */
public enum Regime {
    /** A low steady rate. */
    DOWN('d', "down"),
    /** A high steady rate. */
    UP('u', "up"),
    /** Oscillation by excitation and inhibition, LC_EI. */
    FAST('o', "fast oscillation"),
    /** Oscillation by adaptation, LC_aE. */
    SLOW('s', "slow oscillation"),
    /** Down and up, by what went before. */
    BISTABLE('b', "bistable"),
    /** Up, and an oscillation where it is pushed down. */
    BOTH('B', "oscillation and up");

    private final char letter;
    private final String description;

    Regime(char letter, String description) {
        this.letter = letter;
        this.description = description;
    }

    public char letter() {
        return letter;
    }

    public String description() {
        return description;
    }

    /** The number that stands for it in a table: its place in the order above, from 0. */
    public int code() {
        return ordinal();
    }

    /** The regime of a number; absent for one that stands for none, such as NaN. */
    public static Optional<Regime> of(double code) {
        return Arrays.stream(values()).filter(regime -> regime.code() == code).findFirst();
    }

    /** The regime of a letter. */
    public static Regime of(char letter) {
        return Arrays.stream(values())
                .filter(regime -> regime.letter == letter)
                .findFirst()
                .orElseThrow(() -> GyrusException.input("regime", "one of d, u, o, s, b, B", "'" + letter + "'"));
    }
}
