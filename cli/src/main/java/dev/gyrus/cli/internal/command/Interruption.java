package dev.gyrus.cli.internal.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C into a request to stop: the virtual machine waits until what was under way has finished its files, and
 * then ends with the signal's own status (130 for Ctrl-C).
 *
 * <p>While it is open, a shutdown runs the action and waits for {@link #close}.
 */
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean requested;

    private Interruption(Runnable stop) {
        hook = new Thread(() -> request(stop), "gyrus-interruption");
    }

    /** Calls {@code stop}, from another thread, when the user wants the program to end. */
    static Interruption calling(Runnable stop) {
        Interruption interruption = new Interruption(stop);
        try {
            Runtime.getRuntime().addShutdownHook(interruption.hook);
        } catch (IllegalStateException e) {
            // The virtual machine is ending already.
            interruption.requested = true;
        }
        return interruption;
    }

    /** Whether the program was asked to end. */
    boolean isRequested() {
        return requested;
    }

    private void request(Runnable stop) {
        requested = true;
        stop.run();
        try {
            finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            assert requested : "the virtual machine is ending, and that is the only way to get here";
        }
    }
}
