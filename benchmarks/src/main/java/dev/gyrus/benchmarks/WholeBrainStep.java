package dev.gyrus.benchmarks;

import dev.gyrus.bold.Bold;
import dev.gyrus.core.Dataset;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Run;
import dev.gyrus.core.Simulation;
import dev.gyrus.datasets.Datasets;
import dev.gyrus.models.aln.Aln;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One step of the 80-region ALN brain with delays and noise, with and without BOLD, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 2,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "-XX:+UseSerialGC"})
public class WholeBrainStep {
    private static final int STEPS = 10_000;

    @Param({"false", "true"})
    private boolean bold;

    private Run run;

    @Setup(Level.Trial)
    public void start() {
        Dataset data = Datasets.load("synthetic80");
        Node node =
                Aln.node().with("mue_ext_mean", 1.6).with("mui_ext_mean", 0.5).with("sigma_ou", 0.05);
        Simulation simulation =
                Simulation.of(Network.of(node, data.connectome(), 20.0)).dt(0.1).seed(1);
        run = (bold ? simulation.observe(Bold.tr(2000)) : simulation).start();
    }

    @TearDown(Level.Trial)
    public void stop() {
        run.close();
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public double step() {
        run.advanceSteps(STEPS);
        return run.time();
    }
}
