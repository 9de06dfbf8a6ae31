package dev.gyrus.spark;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.spi.Backend;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.SparkException;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.Function1;
import scala.Function2;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/**
 * Executors of Spark: one Spark task for each input, so that what an executor has lost when it dies is done again elsewhere and
 * nothing else is.
 *
 * <p>An exception of the function is an output like any other; only errors, such as of memory, make Spark try again.
 */
final class SparkBackend implements Backend {
    private static final String GROUP = "gyrus";

    private final JavaSparkContext context;
    private volatile boolean stopped;

    SparkBackend(JavaSparkContext context) {
        this.context = context;
        context.setLogLevel("ERROR");
    }

    @Override
    public int workers() {
        return Math.max(1, context.defaultParallelism());
    }

    @Override
    public void stop() {
        stopped = true;
        context.cancelJobGroup(GROUP);
    }

    @Override
    public void close() {
        context.close();
    }

    @Override
    public <I extends Serializable, O extends Serializable> void map(
            Task<I, O> task, List<I> inputs, Delivery<O> delivery) {
        if (inputs.isEmpty() || stopped) {
            return;
        }
        Broadcast<Opened<I, O>> shared = context.broadcast(new Opened<>(task));
        AtomicReference<RuntimeException> thrown = new AtomicReference<>();
        context.setJobGroup(GROUP, "Gyrus", true);
        try {
            run(shared, inputs, (input, applied) -> {
                try {
                    deliver(applied, (Integer) input, delivery);
                } catch (RuntimeException e) {
                    thrown.compareAndSet(null, e);
                    context.cancelJobGroup(GROUP);
                }
                return BoxedUnit.UNIT;
            });
        } catch (Exception e) { // a SparkException, which Scala does not declare
            if (thrown.get() == null && !stopped) {
                throw failure(e);
            }
        } finally {
            shared.destroy();
        }
        if (thrown.get() != null) {
            throw thrown.get();
        }
    }

    private <I extends Serializable, O extends Serializable> void run(
            Broadcast<Opened<I, O>> shared, List<I> inputs, Function2<Object, Applied<O>, BoxedUnit> handler) {
        var rdd = context.parallelize(new ArrayList<>(inputs), inputs.size()).rdd();
        Function1<scala.collection.Iterator<I>, Applied<O>> apply =
                (Function1<scala.collection.Iterator<I>, Applied<O>> & Serializable)
                        one -> shared.value().apply(one.next());
        ClassTag<Applied<O>> tag = ClassTag$.MODULE$.apply(Applied.class);
        context.sc().runJob(rdd, apply, handler, tag);
    }

    private static <O> void deliver(Applied<O> applied, int input, Delivery<O> delivery) {
        if (applied.failure() == null) {
            delivery.done(input, applied.output());
        } else {
            delivery.failed(input, applied.failure());
        }
    }

    private static GyrusException failure(Exception e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return GyrusException.run((e instanceof SparkException ? "Spark gave up: " : "Spark failed: ") + message);
    }

    /** What became of an input: an output or a failure. */
    private record Applied<O>(O output, RuntimeException failure) implements Serializable {}

    /** A task, opened once in each process that it has been sent to. */
    private static final class Opened<I, O> implements Serializable {
        private static final long serialVersionUID = 1L;

        private final Task<I, O> task;
        private transient Function<I, O> function;

        Opened(Task<I, O> task) {
            this.task = task;
        }

        private synchronized Function<I, O> function() {
            if (function == null) {
                function = task.open();
            }
            return function;
        }

        Applied<O> apply(I input) {
            try {
                return new Applied<>(function().apply(input, new Killable(TaskContext.get())), null);
            } catch (RuntimeException e) {
                return new Applied<>(null, e);
            }
        }
    }

    /** Shares of an input stay on the executor; that the job was given up is heard. */
    private record Killable(TaskContext context) implements Progress {
        @Override
        public void report(double share) {}

        @Override
        public boolean isStopped() {
            return context.isInterrupted();
        }
    }
}
