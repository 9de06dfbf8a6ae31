package dev.gyrus.spark;

import dev.gyrus.core.Network;
import dev.gyrus.core.Simulation;
import dev.gyrus.core.spi.Backend;
import dev.gyrus.fitting.Axis;
import dev.gyrus.fitting.Exploration;
import dev.gyrus.fitting.MeasuredRun;
import dev.gyrus.fitting.Measurement;
import dev.gyrus.fitting.Metrics;
import dev.gyrus.fitting.Outcome;
import dev.gyrus.fitting.ParameterSpace;
import dev.gyrus.fitting.Scenario;
import dev.gyrus.models.aln.Aln;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Explores on two executors, each a process of its own, kills one of them as soon as the first batch is done, and says
 * whether the outcomes are those of local threads. For {@link KilledExecutorTest}, in a process of its own: Spark's
 * stand-alone mode asks its environment where Spark is.
 *
 * <p>Argument: a file, to which executors write a line at each batch that they begin.
 */
public final class KilledExecutorProgram {
    private KilledExecutorProgram() {}

    public static void main(String[] args) {
        ParameterSpace space = ParameterSpace.of(
                Axis.range("duration", 1000, 1700).steps(8), Axis.values("mue_ext_mean", 0.5, 1.5, 2.5));
        Exploration exploration = Exploration.of(new Cortex(args[0]), space, space.grid());
        List<Outcome> outcomes = new ArrayList<>();
        List<Long> killed = new ArrayList<>();
        try (Backend spark = new SparkBackendProvider().open(Map.of("master", "local-cluster[2,1,1024]"))) {
            exploration.start(spark, run -> true).forEach(done -> {
                outcomes.addAll(done);
                if (killed.isEmpty()) {
                    killed.add(kill(Path.of(args[0])));
                }
            });
        }
        outcomes.sort(Comparator.comparingInt(Outcome::run));
        List<Outcome> local =
                Exploration.of(new Cortex(""), space, space.grid()).run();
        System.out.println("killed " + killed);
        System.out.println("equal " + outcomes.equals(local));
        System.out.println("ok " + outcomes.stream().filter(Outcome::isOk).count());
    }

    /** Kills the executor that was the last to begin a batch, as the system does when memory is short. */
    private static long kill(Path log) {
        try {
            List<String> begun = Files.readAllLines(log);
            String last = begun.get(begun.size() - 1);
            long executor = Long.parseLong(last.substring(0, last.indexOf(' ')));
            ProcessHandle.of(executor).orElseThrow().destroyForcibly();
            return executor;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A node of ALN, for as long as the setting says. */
    private record Cortex(String log) implements Scenario {
        private static final String METRIC = "mean(rates_exc)";

        @Override
        public Role role(String name) {
            return name.equals("duration") ? Role.SETTING : Role.PARAMETER;
        }

        @Override
        public Trial trial(Map<String, String> settings) {
            Simulation simulation = Simulation.of(Network.of(Aln.node().with("sigma_ou", 0.1)))
                    .duration(Double.parseDouble(settings.getOrDefault("duration", "1000")))
                    .seed(42);
            Metrics metrics = Metrics.of(MeasuredRun.of(simulation), METRIC);
            return new Trial(simulation, log.isEmpty() ? metrics : new Logged(metrics, settings, Path.of(log)));
        }
    }

    /** Says that a batch has begun, and takes a moment, so that there is something to kill. */
    private record Logged(Metrics measured, Map<String, String> settings, Path log) implements Measurement {
        private static final int MOMENT = 100;

        @Override
        public List<String> names() {
            return measured.names();
        }

        @Override
        public Watch begin() {
            String line = ProcessHandle.current().pid() + " " + settings + "\n";
            try {
                Files.writeString(log, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                Thread.sleep(MOMENT);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return measured.begin();
        }
    }
}
