package dev.gyrus.fitting.internal;

import dev.gyrus.core.spi.Backend;
import dev.gyrus.fitting.Outcome;
import java.util.ArrayList;

/** A task that is opened once for many maps in one process, so that what it has prepared serves all of them. */
public final class KeptTask implements Backend.Task<Batch, ArrayList<Outcome>> {
    private static final long serialVersionUID = 1L;

    private final BatchTask task;
    private transient Backend.Function<Batch, ArrayList<Outcome>> opened;

    public KeptTask(BatchTask task) {
        this.task = task;
    }

    @Override
    public synchronized Backend.Function<Batch, ArrayList<Outcome>> open() {
        if (opened == null) {
            opened = task.open();
        }
        return opened;
    }
}
