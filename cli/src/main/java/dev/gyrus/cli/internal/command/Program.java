package dev.gyrus.cli.internal.command;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.ProvisionException;
import dev.gyrus.cli.GyrusModule;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Runs one command and turns its outcome into an exit status: 0 done, 1 the run failed, 2 bad input. (An interrupted
 * run ends the virtual machine with 130, see {@link Interruption}.)
 */
public final class Program {
    private static final int FAILED = 1;
    private static final int BAD_INPUT = 2;
    private static final int WIDTH = 100;

    private final Terminal terminal;
    private final Gyrus root = new Gyrus();

    private Program(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Runs the command that the arguments name. */
    public static int run(Terminal terminal, String... arguments) {
        return new Program(terminal).execute(arguments);
    }

    private int execute(String... arguments) {
        try {
            CommandLine line = new CommandLine(root, factory())
                    .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                    .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                    .setUsageHelpWidth(WIDTH)
                    .setParameterExceptionHandler((error, args) -> misuse(error))
                    .setExecutionExceptionHandler((error, command, parsed) -> report(error));
            return line.execute(arguments);
        } catch (OutOfMemoryError e) {
            terminal.err().println("gyrus: out of memory (" + e.getMessage() + "); record less, or less often");
            return FAILED;
        } catch (RuntimeException | Error e) {
            return report(e);
        }
    }

    private Injector injector() {
        return Guice.createInjector(
                GyrusModule.withPlugins(() -> Optional.ofNullable(root.plugins)),
                binder -> binder.bind(Terminal.class).toInstance(terminal));
    }

    /** Commands come from Guice, what picocli needs for itself from picocli. */
    private CommandLine.IFactory factory() {
        Injector injector = injector();
        CommandLine.IFactory other = CommandLine.defaultFactory();
        return new CommandLine.IFactory() {
            @Override
            public <T> T create(Class<T> type) throws Exception {
                return type.getPackage() == Program.class.getPackage()
                        ? injector.getInstance(type)
                        : other.create(type);
            }
        };
    }

    private int misuse(ParameterException error) {
        CommandLine command = error.getCommandLine();
        String text = error.getMessage().replaceAll("\\s*\\R\\s*", " ");
        if (error instanceof UnmatchedArgumentException unmatched) {
            String given = unmatched.getUnmatched().get(0);
            boolean option = unmatched.isUnknownOption();
            Set<String> known = option
                    ? command.getCommandSpec().optionsMap().keySet()
                    : command.getSubcommands().keySet();
            Problem problem = known.isEmpty()
                    ? Problem.of("", "nothing more", "'" + given + "'")
                    : Problem.unknown("", option ? "option" : "command", given, known);
            text = problem.toString();
        }
        String name = command.getCommandSpec().qualifiedName();
        String see = text.endsWith("?") ? " See '" : "; see '";
        terminal.err().println(name + ": " + text + see + name + " --help'");
        return BAD_INPUT;
    }

    private int report(Throwable error) {
        // Guice wraps what its providers throw.
        Throwable cause = error instanceof ProvisionException && error.getCause() != null ? error.getCause() : error;
        int status = FAILED;
        if (cause instanceof GyrusException expected) {
            expected.problems().forEach(terminal.err()::println);
            status = expected.kind() == GyrusException.Kind.INPUT ? BAD_INPUT : FAILED;
        } else {
            String hint = root.debug ? "" : "; --debug shows where";
            terminal.err().println("gyrus: internal error: " + cause + hint);
        }
        if (root.debug) {
            cause.printStackTrace(terminal.err());
        }
        return status;
    }
}
