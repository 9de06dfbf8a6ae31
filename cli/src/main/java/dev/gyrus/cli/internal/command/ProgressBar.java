package dev.gyrus.cli.internal.command;

import dev.gyrus.core.Observer;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * One line on the terminal, drawn anew ten times a second: how far a run is, how fast, and how long it will take.
 *
 * <pre>{@code
 *  42 % ████████▍            126.0 of 300.0 s   41.3 × real time   4 s left
 * }</pre>
 */
final class ProgressBar implements Observer {
    private static final int CELLS = 24;
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";
    private static final long INTERVAL = 100_000_000;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream err;
    private final long steps;
    private final LongSupplier clock;
    private double dt;
    private long firstStep;
    private long start;
    private long drawn;

    /**
     * A bar for a run of so many steps.
     *
     * @param clock in ns, such as {@link System#nanoTime}
     */
    ProgressBar(PrintStream err, long steps, LongSupplier clock) {
        this.err = err;
        this.steps = steps;
        this.clock = clock;
    }

    @Override
    public List<String> variables() {
        return List.of();
    }

    @Override
    public void begin(Scope scope) {
        dt = scope.dt();
        firstStep = scope.firstStep();
        start = clock.getAsLong();
        drawn = start;
    }

    @Override
    public void observe(Block block) {
        long now = clock.getAsLong();
        if (now - drawn >= INTERVAL) {
            drawn = now;
            draw(block.firstStep() + block.steps() - firstStep, (now - start) / 1e9);
        }
    }

    @Override
    public void end() {
        if (drawn != start) {
            err.print(CLEAR);
            err.flush();
        }
    }

    private void draw(long done, double elapsed) {
        double share = Math.min(1, (double) done / steps);
        double left = elapsed * (1 - share) / share;
        err.print(CLEAR
                + String.format(
                        Locale.ROOT,
                        "%3.0f %% %s %.1f of %.1f s   %.3g × real time   %s left",
                        Math.floor(100 * share),
                        bar(share),
                        done * dt / 1000,
                        steps * dt / 1000,
                        done * dt / 1000 / elapsed,
                        duration(left)));
        err.flush();
    }

    private static String bar(double share) {
        int eighths = (int) Math.floor(share * CELLS * 8);
        String full = "█".repeat(eighths / 8);
        String part = eighths % 8 == 0 ? "" : EIGHTHS.substring(eighths % 8, eighths % 8 + 1);
        return full + part + " ".repeat(CELLS - full.length() - part.length());
    }

    /** Two leading units: {@code 4 s}, {@code 2 min 5 s}, {@code 3 h 10 min}. */
    static String duration(double seconds) {
        long s = Math.round(seconds);
        if (s < 60) {
            return s + " s";
        }
        return s < 3600 ? s / 60 + " min " + s % 60 + " s" : s / 3600 + " h " + s / 60 % 60 + " min";
    }
}
