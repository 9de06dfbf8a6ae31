package dev.gyrus.core.internal.language;

import dev.gyrus.core.internal.language.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Cuts a text into tokens; never fails: what belongs nowhere becomes a {@link Kind#STRAY} token. */
final class Lexer {
    /** Two-character symbols and typographic ones, and their plain spelling. */
    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("**", "^"),
            Map.entry("&&", "and"),
            Map.entry("||", "or"),
            Map.entry("==", "=="),
            Map.entry("!=", "!="),
            Map.entry("<=", "<="),
            Map.entry(">=", ">="),
            Map.entry("!", "not"),
            Map.entry("−", "-"),
            Map.entry("·", "*"),
            Map.entry("×", "*"),
            Map.entry("≤", "<="),
            Map.entry("≥", ">="),
            Map.entry("≠", "!="),
            Map.entry("′", "'"));

    private static final int LONGEST_UNIT = 200;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    /** The tokens of a text, ending with one of kind {@link Kind#END}. */
    static List<Token> tokens(String text) {
        Lexer lexer = new Lexer(text);
        while (lexer.at < text.length()) {
            lexer.next();
        }
        lexer.add(Kind.END, "", lexer.at);
        return lexer.tokens;
    }

    private void next() {
        int start = at;
        char c = text.charAt(at);
        if (c == '\n') {
            at++;
            add(Kind.NEWLINE, "", start);
        } else if (Character.isWhitespace(c) || c == '\u00A0') {
            at++;
        } else if (c == '#') {
            int newline = text.indexOf('\n', at);
            at = newline < 0 ? text.length() : newline;
        } else if (digit(at) || (c == '.' && digit(at + 1))) {
            number(start);
        } else if (Character.isLetter(c) || c == '_') {
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
                at++;
            }
            String name = text.substring(start, at);
            boolean word = name.equals("and") || name.equals("or") || name.equals("not");
            add(word ? Kind.SYMBOL : Kind.NAME, name, start);
        } else if (c == '[') {
            unit(start);
        } else {
            symbol(start, c);
        }
    }

    private void number(int start) {
        digits();
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits();
        }
        if (at < text.length() && (text.charAt(at) | 32) == 'e') {
            int sign = at + 1 < text.length() && "+-".indexOf(text.charAt(at + 1)) >= 0 ? 1 : 0;
            if (digit(at + 1 + sign)) {
                at += 1 + sign;
                digits();
            }
        }
        String digits = text.substring(start, at);
        tokens.add(new Token(Kind.NUMBER, digits, start, at, Double.parseDouble(digits)));
    }

    /** {@code [mV/ms]}, on one line. */
    private void unit(int start) {
        int close = at;
        while (close < text.length() && close - at < LONGEST_UNIT && "]\n".indexOf(text.charAt(close)) < 0) {
            close++;
        }
        boolean closed = close < text.length() && text.charAt(close) == ']';
        at = closed ? close + 1 : at + 1;
        add(closed ? Kind.UNIT : Kind.STRAY, closed ? text.substring(start + 1, close) : "[", start);
    }

    private void symbol(int start, char c) {
        String pair = at + 1 < text.length() ? text.substring(at, at + 2) : "";
        String plain = SPELLINGS.get(pair);
        if (plain != null) {
            at += 2;
            add(Kind.SYMBOL, plain, start);
            return;
        }
        int length = Character.charCount(text.codePointAt(at));
        at += length;
        String single = text.substring(start, at);
        plain = "+-*/^()<>=,.'".indexOf(c) >= 0 ? single : SPELLINGS.get(single);
        add(plain == null ? Kind.STRAY : Kind.SYMBOL, plain == null ? single : plain, start);
    }

    private void digits() {
        while (digit(at)) {
            at++;
        }
    }

    private boolean digit(int i) {
        return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }

    private void add(Kind kind, String value, int start) {
        tokens.add(new Token(kind, value, start, at, 0));
    }
}
