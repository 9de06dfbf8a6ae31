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
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From a description to a run that can be advanced, in a cold machine: parsing, checking, compiling, laying out. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(
        value = 5,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "-XX:+UseSerialGC"})
public class PlanTime {
    @Param({"10", "1000"})
    private int nodes;

    private Network network;

    @Setup
    public void describe() {
        SplittableRandom random = new SplittableRandom(1);
        double[][] weights = new double[nodes][nodes];
        double[][] lengths = new double[nodes][nodes];
        for (int i = 0; i < nodes; i++) {
            for (int j = 0; j < nodes; j++) {
                weights[i][j] = i == j ? 0 : random.nextDouble();
                lengths[i][j] = random.nextDouble(10, 250);
            }
        }
        network = Network.of(Aln.node().with("sigma_ou", 0.05), Connectome.of(weights, lengths), 20);
    }

    @Benchmark
    public Run plan() {
        return Simulation.of(network).start();
    }
}
