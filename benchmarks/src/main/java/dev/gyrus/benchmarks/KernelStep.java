package dev.gyrus.benchmarks;

import dev.gyrus.core.Connectome;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Run;
import dev.gyrus.core.Simulation;
import dev.gyrus.models.aln.Aln;
import dev.gyrus.models.classic.FitzHughNagumo;
import dev.gyrus.models.classic.Hopf;
import dev.gyrus.models.classic.JansenRit;
import dev.gyrus.models.classic.ReducedWongWang;
import dev.gyrus.models.classic.WilsonCowan;
import dev.gyrus.models.classic.WongWang;
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

/**
 * One step of uncoupled nodes, with noise and without: what the compiled equations cost.
 *
 * <p>From 80 nodes to 1000 the time per node must fall. Where it stays and {@code -jvmArgsAppend -XX:LoopUnrollLimit=240}
 * makes it fall by a third, the loops have outgrown what C2 turns into vector instructions.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "-XX:+UseSerialGC"})
public class KernelStep {
    private static final int STEPS = 1000;

    @Param({"aln", "fhn", "hopf", "wc", "ww", "reduced-wong-wang", "jansen-rit"})
    private String model;

    @Param({"1", "80", "1000"})
    private int nodes;

    @Param({"0", "0.01"})
    private double noise;

    private Run run;

    @Setup(Level.Trial)
    public void start() {
        Connectome unconnected = Connectome.of(new double[nodes][nodes], new double[nodes][nodes]);
        run = Simulation.of(Network.of(node(), unconnected, 20)).dt(0.1).seed(1).start();
    }

    private Node node() {
        return switch (model) {
            case "aln" -> Aln.node().with("sigma_ou", noise);
            case "fhn" -> FitzHughNagumo.node().with("sigma_ou", noise);
            case "hopf" -> Hopf.node().with("sigma_ou", noise);
            case "wc" -> WilsonCowan.node().with("sigma_ou", noise);
            case "ww" -> WongWang.node().with("sigma_ou", noise);
            case "reduced-wong-wang" -> ReducedWongWang.node().with("sigma_S", noise);
            default -> JansenRit.node().with("sigma_y4", noise);
        };
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
