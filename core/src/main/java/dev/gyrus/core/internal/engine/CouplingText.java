package dev.gyrus.core.internal.engine;

import dev.gyrus.core.Coupling;
import dev.gyrus.core.internal.language.Parser;
import dev.gyrus.core.internal.language.Script;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The expressions of a coupling as a script: a line for each sum, then what arrives. */
public final class CouplingText {
    private static final Pattern MEMBER = Pattern.compile("\\b(source|target)\\s*\\.\\s*(?=[\\p{L}_])");

    private CouplingText() {}

    /** What {@code post} calls the sums. */
    static List<String> sums(Coupling coupling) {
        int count = coupling.pre().size();
        return IntStream.rangeClosed(1, count)
                .mapToObj(k -> "sum" + (count == 1 ? "" : k))
                .toList();
    }

    /**
     * Reads the expressions.
     *
     * @param result the name of what arrives
     * @param origin what errors call the expressions
     * @throws dev.gyrus.core.GyrusException where one is no expression
     */
    public static Script read(Coupling coupling, String result, String origin) {
        List<String> sums = sums(coupling);
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < sums.size(); k++) {
            text.append(line(sums.get(k), coupling.pre().get(k)));
        }
        text.append(line("output " + result, coupling.post()));
        return Parser.script(text.toString(), origin);
    }

    private static String line(String name, String expression) {
        return name + " = " + flat(expression.replace('\n', ' ').strip()) + "\n";
    }

    /** A dot becomes an underscore, so that a member is one name and carets stay in their place. */
    static String flat(String expression) {
        return MEMBER.matcher(expression).replaceAll("$1_");
    }
}
