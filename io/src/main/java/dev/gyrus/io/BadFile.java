package dev.gyrus.io;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.List;

/** Errors about files, worded alike in all formats. */
final class BadFile {
    private BadFile() {}

    /** The content is not what it should be. */
    static GyrusException content(String file, String expected, String given) {
        return content(file, 0, "", expected, given);
    }

    /** The content of an array or a line is not what it should be. */
    static GyrusException content(String file, long line, String key, String expected, String given) {
        return GyrusException.input(Problem.of(key, expected, given).at(file, (int) line));
    }

    /** The same with the exception that told so. */
    static GyrusException content(String file, String expected, String given, Throwable cause) {
        return new GyrusException(
                GyrusException.Kind.INPUT,
                List.of(Problem.of("", expected, given).at(file, 0)),
                cause);
    }

    /** The file can't be read at all. */
    static GyrusException unreadable(String file, IOException cause) {
        return content(file, "a file that can be read", reason(cause), cause);
    }

    /** The file can't be written: a failed run, since the folder was checked before it started. */
    static GyrusException unwritable(String file, IOException cause) {
        return new GyrusException(
                GyrusException.Kind.RUN,
                List.of(Problem.of("", "a file that can be written", reason(cause))
                        .at(file, 0)),
                cause);
    }

    static String reason(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "no such file";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "a file where a folder has to be";
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
