package dev.gyrus.benchmarks;

import dev.gyrus.analysis.Fc;
import dev.gyrus.analysis.Fcd;
import dev.gyrus.analysis.StreamingFc;
import dev.gyrus.analysis.Windows;
import dev.gyrus.bold.Bold;
import dev.gyrus.core.Observer;
import dev.gyrus.core.Observer.Channel;
import dev.gyrus.core.Series;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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

/**
 * What is made of a simulation's samples: BOLD of 1000 steps of 0.1 ms, functional connectivity of 20 minutes of BOLD at a
 * repetition time of 2 s, and its dynamics in windows of 60 s every 20 s.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class Observation {
    private static final double DT = 0.1;
    private static final double TR = 2000;
    private static final int BLOCK = 32;
    private static final int STEPS = 1000;
    private static final int SAMPLES = 600;

    @Param({"80", "1000"})
    private int nodes;

    private double[][] rates;
    private Series signal;
    private Bold bold;
    private StreamingFc streaming;
    private long step;

    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(1);
        rates = new double[BLOCK][nodes];
        for (double[] row : rates) {
            for (int i = 0; i < nodes; i++) {
                row[i] = 20 * random.nextDouble();
            }
        }
        double[][] samples = new double[SAMPLES][nodes];
        for (double[] row : samples) {
            double common = random.nextGaussian();
            for (int i = 0; i < nodes; i++) {
                row[i] = common + random.nextGaussian();
            }
        }
        List<String> labels =
                IntStream.range(0, nodes).mapToObj(Integer::toString).toList();
        double[] times =
                IntStream.rangeClosed(1, SAMPLES).mapToDouble(k -> k * TR).toArray();
        signal = new Series("bold", "1", times, labels, samples);
        bold = Bold.tr(TR);
        bold.begin(new Observer.Scope(DT, 0, List.of(new Channel("rates_exc", "Hz", 1, labels))));
        streaming = Fc.streaming("bold");
        streaming.begin(new Observer.Scope(TR, 0, List.of(new Channel("bold", "1", 1, labels))));
    }

    private record View(double[][] rows, long firstStep, int steps) implements Observer.Block {
        @Override
        public double[] row(int channel, int k) {
            return rows[k];
        }
    }

    /** The memory of samples grows by one row in 20 000 steps. */
    @Benchmark
    public long boldOf1000Steps() {
        for (int k = 0; k < STEPS; k += BLOCK) {
            int steps = Math.min(BLOCK, STEPS - k);
            bold.observe(new View(rates, step, steps));
            step += steps;
        }
        return step;
    }

    @Benchmark
    public Fc connectivity() {
        return Fc.of(signal);
    }

    @Benchmark
    public long streamedConnectivity() {
        for (int k = 0; k < SAMPLES; k++) {
            streaming.observe(new View(new double[][] {signal.row(k)}, k, 1));
        }
        return streaming.samples();
    }

    @Benchmark
    public double[][] dynamics() {
        return Fcd.matrix(signal, Windows.standard());
    }
}
