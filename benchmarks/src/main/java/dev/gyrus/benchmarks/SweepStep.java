package dev.gyrus.benchmarks;

import dev.gyrus.core.Network;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Simulation;
import dev.gyrus.core.Sweep;
import dev.gyrus.core.SweepRun;
import dev.gyrus.datasets.Datasets;
import dev.gyrus.models.aln.Aln;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One step of one node in sweeps of the ALN model, setting up included, on one thread. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 8, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 2,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "-XX:+UseSerialGC"})
public class SweepStep {
    private static final int STEPS = 1000;
    private static final int NODES = 4096;
    private static final int BRAINS = 16;
    private static final int REGIONS = 80;

    /** Single nodes, one per point, recorded every ms. */
    @State(Scope.Benchmark)
    public static class Nodes {
        @Param({"1", "4", "16", "64", "256", "512", "1024", "4096"})
        private int lanes;

        private Sweep sweep;

        @Setup
        public void describe() {
            sweep = of(Simulation.of(Network.of(Aln.node())), NODES).lanes(lanes);
        }
    }

    /** Brains of 80 regions with delays and noise, recorded every ms; one after the other or side by side. */
    @State(Scope.Benchmark)
    public static class Brains {
        @Param({"1", "4", "16"})
        private int together;

        private Sweep sweep;

        @Setup
        public void describe() {
            Network network = Network.of(
                    Aln.node().with("sigma_ou", 0.05),
                    Datasets.load("synthetic80").connectome(),
                    20.0);
            sweep = of(Simulation.of(network), BRAINS).lanes(together * REGIONS);
        }
    }

    private static Sweep of(Simulation simulation, int points) {
        double[] excitation = new double[points];
        double[] inhibition = new double[points];
        int side = (int) Math.sqrt(points);
        for (int p = 0; p < points; p++) {
            excitation[p] = 3.0 * (p / side) / side;
            inhibition[p] = 3.0 * (p % side) / side;
        }
        return Sweep.of(simulation.duration(STEPS * Simulation.DEFAULT_DT))
                .vary("mue_ext_mean", excitation)
                .vary("mui_ext_mean", inhibition)
                .observe(point -> List.of(Recorder.every(1.0, "rates_exc")));
    }

    private static double run(Sweep sweep) {
        double[] sum = {0};
        SweepRun run = sweep.start();
        run.forEach(point -> sum[0] += point.recording().get("rates_exc").mean());
        return sum[0];
    }

    @Benchmark
    @OperationsPerInvocation(NODES * STEPS)
    public double node(Nodes nodes) {
        return run(nodes.sweep);
    }

    @Benchmark
    @OperationsPerInvocation(BRAINS * REGIONS * STEPS)
    public double brain(Brains brains) {
        return run(brains.sweep);
    }
}
