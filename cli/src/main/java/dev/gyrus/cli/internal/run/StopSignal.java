package dev.gyrus.cli.internal.run;

import dev.gyrus.core.Run;

/** Ends whatever run it is attached to, now or later. Thread-safe. */
final class StopSignal {
    private boolean given;
    private Run run;

    synchronized void give() {
        given = true;
        if (run != null) {
            run.stop();
        }
    }

    synchronized boolean isGiven() {
        return given;
    }

    /** The run that the signal ends from now on. */
    synchronized void attach(Run run) {
        this.run = run;
        if (given) {
            run.stop();
        }
    }
}
