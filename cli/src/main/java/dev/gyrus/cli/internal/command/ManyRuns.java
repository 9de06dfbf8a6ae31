package dev.gyrus.cli.internal.command;

import dev.gyrus.cli.internal.run.JobReport;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.spi.Backend;
import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Carries out jobs of many runs: on a back end, until they are done or interrupted. */
final class ManyRuns {
    private static final int DONE = 0;
    private static final int INTERRUPTED = 130;

    private final Terminal terminal;
    private final Path out;

    /** @param out where results go; null for nowhere */
    ManyRuns(Terminal terminal, Path out, boolean resume) {
        if (resume && out == null) {
            throw GyrusException.input("--resume", "--out with the folder to go on in", "none");
        }
        this.terminal = terminal;
        this.out = out;
    }

    /**
     * Runs a job and prints what came of it; returns the status to exit with.
     *
     * @param stop asks the job to end, from any thread
     * @param job does it, and may show how far it is
     */
    int carryOut(Runnable stop, Supplier<Backend> place, BiFunction<Backend, ProgressLine, JobReport> job) {
        try (Interruption interruption = Interruption.calling(stop);
                Backend backend = place.get()) {
            if (interruption.isRequested()) {
                return INTERRUPTED;
            }
            ProgressLine line = new ProgressLine(terminal.err(), System::nanoTime);
            JobReport report = job.apply(backend, line);
            line.wipe();
            terminal.out().print(report.text());
            if (out != null) {
                terminal.out().println("results in " + out);
            }
            report.defeat().ifPresent(reason -> {
                throw GyrusException.run(reason);
            });
            return interruption.isRequested() ? INTERRUPTED : DONE;
        }
    }
}
