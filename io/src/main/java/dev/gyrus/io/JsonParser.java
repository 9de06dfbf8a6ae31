package dev.gyrus.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A recursive-descent parser for JSON (RFC 8259) that names the line of an error. */
final class JsonParser {
    private static final int DEEPEST = 200;
    private static final int END = -1;

    private final String file;
    private final String text;
    private int at;
    private int depth;

    JsonParser(String file, String text) {
        this.file = file;
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    Object parse() {
        Object value = value();
        if (peek() != END) {
            throw bad("the end of the file");
        }
        return value;
    }

    private Object value() {
        return switch (peek()) {
            case '{' -> object();
            case '[' -> list();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, Object> object() {
        enter();
        Map<String, Object> map = new LinkedHashMap<>();
        if (!skip('}')) {
            do {
                if (peek() != '"') {
                    throw bad("a key in double quotes");
                }
                String key = string();
                expect(':');
                if (map.containsKey(key)) {
                    throw bad("the key '" + key + "' once");
                }
                map.put(key, value());
            } while (skip(','));
            expect('}');
        }
        depth--;
        return map;
    }

    private List<Object> list() {
        enter();
        List<Object> list = new ArrayList<>();
        if (!skip(']')) {
            do {
                list.add(value());
            } while (skip(','));
            expect(']');
        }
        depth--;
        return list;
    }

    private void enter() {
        at++;
        if (++depth > DEEPEST) {
            throw bad("at most " + DEEPEST + " levels");
        }
    }

    private String string() {
        StringBuilder out = new StringBuilder();
        at++;
        while (true) {
            if (at >= text.length() || text.charAt(at) < ' ') {
                throw bad("a closing double quote");
            }
            char c = text.charAt(at++);
            if (c == '"') {
                return out.toString();
            }
            out.append(c == '\\' ? escaped() : c);
        }
    }

    private char escaped() {
        char c = at < text.length() ? text.charAt(at++) : ' ';
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                String code = text.substring(at, Math.min(at + 4, text.length()));
                if (!code.matches("[0-9a-fA-F]{4}")) {
                    throw bad("four hexadecimal digits");
                }
                at += 4;
                yield (char) Integer.parseInt(code, 16);
            }
            default -> throw bad("an escape such as \\n");
        };
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw bad("a value");
        }
        at += word.length();
        return value;
    }

    private Double number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String number = text.substring(start, at);
        if (!number.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?")) {
            at = start;
            throw bad("a value");
        }
        return Double.valueOf(number);
    }

    private void expect(char c) {
        if (!skip(c)) {
            throw bad("'" + c + "'");
        }
    }

    private boolean skip(char c) {
        if (peek() != c) {
            return false;
        }
        at++;
        return true;
    }

    /** The next character that isn't white space. */
    private int peek() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : END;
    }

    private RuntimeException bad(String expected) {
        long line = 1 + text.substring(0, Math.min(at, text.length())).lines().count();
        boolean atLineStart = at == 0 || at > text.length() || text.charAt(at - 1) == '\n';
        String given = at < text.length() ? "'" + text.charAt(at) + "'" : "the end of the file";
        return BadFile.content(file, line - (atLineStart ? 0 : 1), "", expected, given);
    }
}
