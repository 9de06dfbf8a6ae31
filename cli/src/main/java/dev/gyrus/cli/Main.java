package dev.gyrus.cli;

import dev.gyrus.cli.internal.command.Program;
import dev.gyrus.cli.internal.command.Terminal;

/** The {@code gyrus} program. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Terminal terminal = Terminal.system();
        System.setErr(terminal.err());
        System.exit(Program.run(terminal, arguments));
    }
}
