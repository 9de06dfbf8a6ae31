package dev.gyrus.cli.internal.command;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * One line on a terminal, drawn anew at most ten times a second and wiped at the end.
 *
 * <pre>{@code
 *  42 % ████████▍             126.0 of 300.0 s, 41.3 × real time, 4 s left
 * }</pre>
 *
 * <p>Thread-safe.
 */
final class ProgressLine {
    private static final int CELLS = 24;
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";
    private static final long INTERVAL = 100_000_000;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream err;
    private final LongSupplier clock;
    private final long start;
    private long drawn;

    /**
     * A line that is not drawn yet; time is counted from here.
     *
     * @param clock in ns, such as {@link System#nanoTime}
     */
    ProgressLine(PrintStream err, LongSupplier clock) {
        this.err = err;
        this.clock = clock;
        this.start = clock.getAsLong();
    }

    /** Seconds since the line was made. */
    double elapsed() {
        return (clock.getAsLong() - start) / 1e9;
    }

    /** Draws the line unless it was drawn just now; {@code share} of the work is done. */
    synchronized void show(double share, Supplier<String> details) {
        long now = clock.getAsLong() - start;
        if (now - drawn < INTERVAL || share <= 0) {
            return;
        }
        drawn = now;
        double done = Math.min(1, share);
        String left = duration(now / 1e9 * (1 - done) / done);
        err.print(CLEAR
                + String.format(
                        Locale.ROOT,
                        "%3.0f %% %s %s, %s left",
                        Math.floor(100 * done),
                        bar(done),
                        details.get(),
                        left));
        err.flush();
    }

    synchronized void wipe() {
        if (drawn > 0) {
            err.print(CLEAR);
            err.flush();
        }
    }

    private static String bar(double share) {
        int eighths = (int) Math.floor(share * CELLS * 8);
        String full = "█".repeat(eighths / 8);
        String part = eighths % 8 == 0 ? "" : EIGHTHS.substring(eighths % 8, eighths % 8 + 1);
        return full + part + " ".repeat(CELLS - full.length() - part.length());
    }

    /** Its two leading units: {@code 4 s}, {@code 2 min 5 s}, {@code 3 h 10 min}. */
    static String duration(double seconds) {
        long s = Math.round(seconds);
        if (s < 60) {
            return s + " s";
        }
        return s < 3600 ? s / 60 + " min " + s % 60 + " s" : s / 3600 + " h " + s / 60 % 60 + " min";
    }
}
