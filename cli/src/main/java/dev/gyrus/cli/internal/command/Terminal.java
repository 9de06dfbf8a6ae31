package dev.gyrus.cli.internal.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command writes, in UTF-8 whatever the locale.
 *
 * @param out results
 * @param err problems and progress
 * @param interactive whether someone watches {@code err}
 */
public record Terminal(PrintStream out, PrintStream err, boolean interactive) {

    /**
     * The process's own streams. The launcher filters what the virtual machine itself says on standard error (it
     * announces incubator modules), names the true one in {@code gyrus.stderr}, and says in {@code gyrus.interactive}
     * whether that is a terminal.
     */
    public static Terminal system() {
        return new Terminal(
                utf8(new FileOutputStream(FileDescriptor.out)),
                utf8(standardError()),
                Boolean.getBoolean("gyrus.interactive"));
    }

    private static OutputStream standardError() {
        String path = System.getProperty("gyrus.stderr");
        if (path != null && !path.isEmpty()) {
            try {
                return new FileOutputStream(path, true);
            } catch (IOException e) {
                return new FileOutputStream(FileDescriptor.err); // a socket, say: the filter passes it on
            }
        }
        return new FileOutputStream(FileDescriptor.err);
    }

    private static PrintStream utf8(OutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
