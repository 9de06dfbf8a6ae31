package dev.gyrus.cli.internal.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

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
     * announces incubator modules), gives the number of the true one's descriptor in {@code gyrus.stderr}, and says in
     * {@code gyrus.interactive} whether that is a terminal.
     */
    public static Terminal system() {
        FileDescriptor err = inherited(Integer.getInteger("gyrus.stderr", -1)).orElse(FileDescriptor.err);
        return new Terminal(
                utf8(new FileOutputStream(FileDescriptor.out)),
                utf8(new FileOutputStream(err)),
                Boolean.getBoolean("gyrus.interactive"));
    }

    /**
     * A descriptor that the process was started with. Java has no public way to one, and opening {@code /dev/fd/3} instead
     * would not share the position in a file that standard output goes to as well. Where {@code java.io} is not open to
     * this module, standard error is the filtered one.
     */
    private static Optional<FileDescriptor> inherited(int number) {
        if (number < 0) {
            return Optional.empty();
        }
        try {
            FileDescriptor descriptor = new FileDescriptor();
            Field value = FileDescriptor.class.getDeclaredField("fd");
            value.setAccessible(true);
            value.setInt(descriptor, number);
            return Optional.of(descriptor);
        } catch (ReflectiveOperationException | InaccessibleObjectException e) {
            return Optional.empty();
        }
    }

    private static PrintStream utf8(OutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
