package dev.gyrus.core.internal.language;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.internal.language.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads equations.
 *
 * <p>One statement per line; a line continues inside open brackets and after a trailing operator; {@code #} starts a
 * comment.
 *
 * <pre>
 * statement  = name "=" value                       an intermediate
 *            | "d" name "/dt" "=" value             a differential equation, also written name' = value
 *            | "hold" name "=" value
 *            | "output" name "=" value
 * value      = value ("+" | "-" | "*" | "/" | "^" | "**") value | ("-" | "+") value | "(" value ")"
 *            | number ["[" unit "]"] | name | "pi" | function "(" … ")"
 *            | table "." quantity ["." "d" {"x"} {"y"}] "(" value "," value ")"
 * condition  = value ("<" | "<=" | ">" | ">=" | "==" | "!=") value
 *            | condition ("and" | "or") condition | "not" condition | "(" condition ")"
 * </pre>
 *
 * <p>Powers bind tightest and to the right ({@code -x^2} is −(x²)), then signs, {@code * /}, {@code + -}, comparisons,
 * {@code not}, {@code and}, {@code or}; {@code && || !} are accepted too. Conditions stand only in the first place of
 * {@code where}. A literal with a unit, {@code 20[s]}, is converted to ms, mV, pA; {@code cascade.r.dx(x, y)} is the
 * derivative of a look-up along its first axis.
 *
 * <p>Every syntax error of a text is reported at once.
 */
public final class Parser {
    private static final int LONGEST = 1_000_000;
    private static final int MOST_PROBLEMS = 100;
    private static final String FORMS = "an equation: dx/dt = …, x' = …, y = …, hold r = … or output q = …";

    private final Source source;
    private final List<Problem> problems = new ArrayList<>();

    private Parser(String text, String origin) {
        if (text.length() > LONGEST) {
            throw GyrusException.input(
                    Problem.of("", "at most " + LONGEST + " characters of equations", text.length() + " characters")
                            .at(origin, 0));
        }
        source = new Source(origin, text);
    }

    /**
     * Reads the statements of a text.
     *
     * @param origin what error messages call the text: a file or a model
     * @throws GyrusException with all syntax errors
     */
    public static Script script(String text, String origin) {
        Parser parser = new Parser(text, origin);
        List<Statement> statements = new ArrayList<>();
        for (List<Token> line : Lines.split(Lexer.tokens(text))) {
            parser.statement(line, statements);
            if (parser.problems.size() >= MOST_PROBLEMS) {
                parser.problems.add(Problem.of("too many errors: the rest of the text was not read"));
                break;
            }
        }
        parser.throwIfAny();
        return new Script(statements, parser.source);
    }

    /** The statements of {@link #script}, without their places. */
    public static List<Statement> parse(String text, String origin) {
        return script(text, origin).statements();
    }

    /** Reads one expression; it may stretch over several lines. */
    public static Expr expression(String text, String origin) {
        Parser parser = new Parser(text, origin);
        List<Token> tokens = Lexer.tokens(text);
        tokens.removeIf(token -> token.kind() == Kind.NEWLINE);
        Expr value = parser.value(tokens, 0);
        parser.throwIfAny();
        return value;
    }

    private void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new GyrusException(GyrusException.Kind.INPUT, problems, null);
        }
    }

    /** Reads the statement of one logical line, or adds what is wrong with it. */
    private void statement(List<Token> line, List<Statement> statements) {
        Token first = line.get(0);
        int head = Lines.head(line);
        if (head == 0) {
            malformed(line);
            return;
        }
        Expr value = value(line, head);
        if (value == null) {
            return;
        }
        boolean keyword = line.get(1).kind() == Kind.NAME;
        Token defined = keyword ? line.get(1) : first;
        String name = defined.text();
        int number = source.line(first.start());
        Statement statement;
        if (keyword) {
            statement = first.text().equals("hold")
                    ? new Statement.Hold(name, value, number)
                    : new Statement.Output(name, value, number);
        } else if (head == 2) {
            statement = new Statement.Let(name, value, number);
        } else {
            statement = new Statement.Differential(head == 3 ? name : name.substring(1), value, number);
        }
        statements.add(source.mark(statement, defined.start(), defined.end()));
    }

    private Expr value(List<Token> tokens, int from) {
        return new ExpressionParser(tokens, from, source, problems).whole();
    }

    private void malformed(List<Token> line) {
        Token first = line.get(0);
        Token wrong = first;
        String hint = "";
        if (first.kind() == Kind.SYMBOL && Lines.isOperator(first)) {
            hint = "to continue a line, end it with the operator or put it in brackets";
        } else if (line.size() > 1 && line.get(1).is("==")) {
            wrong = line.get(1);
            hint = "an equation is written with a single =";
        } else if (first.kind() == Kind.NAME
                && line.get(1).is("/")
                && line.size() > 3
                && line.get(3).is("=")) {
            String name = first.text().replaceFirst("^d", "");
            hint = "a derivative is written d" + name + "/dt = …";
        } else if (first.kind() == Kind.NAME) {
            wrong = line.get(1);
        }
        problems.add(source.problem(wrong.start(), wrong.end(), FORMS, wrong.shown(), hint));
    }
}
