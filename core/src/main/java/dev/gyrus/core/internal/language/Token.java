package dev.gyrus.core.internal.language;

/**
 * One piece of a text.
 *
 * @param text what it stands for: a symbol in its plain spelling ({@code ^} for {@code **}), a name or a unit's text
 * @param start offset of its first character in the text
 * @param end offset after its last character
 * @param value the number, for {@link Kind#NUMBER}
 */
record Token(Kind kind, String text, int start, int end, double value) {
    enum Kind {
        NUMBER,
        NAME,
        SYMBOL,
        /** A unit in brackets, {@code text} being what stands between them. */
        UNIT,
        /** A character that belongs to no token. */
        STRAY,
        NEWLINE,
        END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** How an error message names it. */
    String shown() {
        return switch (kind) {
            case NEWLINE, END -> "the end of the line";
            case NUMBER -> "the number " + text;
            case UNIT -> "'[" + text + "]'";
            default -> "'" + text + "'";
        };
    }
}
