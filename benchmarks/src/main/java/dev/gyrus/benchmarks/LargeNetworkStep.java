package dev.gyrus.benchmarks;

import dev.gyrus.core.Connectome;
import dev.gyrus.core.Network;
import dev.gyrus.core.Run;
import dev.gyrus.core.Simulation;
import dev.gyrus.models.aln.Aln;
import java.util.SplittableRandom;
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

/** One step of an ALN network of random weights and lengths, with noise, at 20 mm/ms and dt 0.1 ms. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 2,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "-XX:+UseSerialGC"})
public class LargeNetworkStep {
    private static final int STEPS = 320;

    @Param({"80", "200", "500", "1000", "2000"})
    private int nodes;

    @Param({"1", "2"})
    private int threads;

    /** Shortest and longest connection, in mm. */
    @Param("10-250")
    private String lengths;

    /** The share of pairs of nodes that are connected. */
    @Param("1")
    private double density;

    private Run run;

    @Setup(Level.Trial)
    public void start() {
        String[] range = lengths.split("-");
        double shortest = Double.parseDouble(range[0]);
        double longest = Double.parseDouble(range[1]);
        SplittableRandom random = new SplittableRandom(1);
        double[][] weights = new double[nodes][nodes];
        double[][] tracts = new double[nodes][nodes];
        for (int i = 0; i < nodes; i++) {
            for (int j = 0; j < nodes; j++) {
                weights[i][j] = i == j || random.nextDouble() >= density ? 0 : random.nextDouble() / nodes;
                tracts[i][j] = random.nextDouble(shortest, longest);
            }
        }
        Network network = Network.of(Aln.node().with("sigma_ou", 0.05), Connectome.of(weights, tracts), 20);
        run = Simulation.of(network).dt(0.1).seed(1).threads(threads).start();
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
