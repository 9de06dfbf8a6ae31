package dev.gyrus.core.internal.language;

import java.util.List;

/**
 * Parsed statements in the order of their text.
 *
 * @param source where each of their nodes stands
 */
public record Script(List<Statement> statements, Source source) {
    public Script {
        statements = List.copyOf(statements);
    }
}
