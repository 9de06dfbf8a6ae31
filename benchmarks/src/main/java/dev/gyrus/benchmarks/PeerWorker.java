package dev.gyrus.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.gyrus.analysis.Fc;
import dev.gyrus.analysis.Fcd;
import dev.gyrus.analysis.Windows;
import dev.gyrus.bold.Bold;
import dev.gyrus.core.Catalogue;
import dev.gyrus.core.Dataset;
import dev.gyrus.core.Initial;
import dev.gyrus.core.Integrator;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Recording;
import dev.gyrus.core.Run;
import dev.gyrus.core.Series;
import dev.gyrus.core.Simulation;
import dev.gyrus.core.Sweep;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Gyrus's side of the comparison with other simulators: for each line that arrives, runs its case once and answers with
 * one line of JSON, the seconds it took (planning included) and figures to compare. {@code peers/run.py} drives it in
 * turn with a worker of the other simulator.
 */
final class PeerWorker {
    private PeerWorker() {}

    public static void main(String[] words) throws IOException {
        PeerOptions options = PeerOptions.parse(words);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (options.has("export")) {
            export(options.dataset(), Path.of(options.text("export")));
            return;
        }
        boolean spiking = options.has("spiking");
        Simulation simulation = spiking ? SpikingWork.simulation(options) : simulation(network(options), options);
        Run going =
                options.has("continue") ? simulation.observe(recorder(options)).start() : null;
        out.println("{\"ready\": true}");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.println(answer(simulation, going, options, line.strip()));
            }
        }
    }

    private static String answer(Simulation simulation, Run going, PeerOptions options, String trace)
            throws IOException {
        if (options.has("spiking")) {
            return spiking(options);
        }
        if (!options.under("sweep.").isEmpty()) {
            return sweep(simulation, options, trace);
        }
        return going != null && trace.isEmpty() ? advance(going, options) : run(simulation, options, trace);
    }

    private static Network network(PeerOptions options) throws IOException {
        Node node = Catalogue.models().get(options.text("model")).node(options.under("option."));
        Node set = node.with(options.under("parameter.").entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> PeerOptions.numbers(entry.getValue()))));
        if (options.has("mean")) {
            return aroundTheirMean(set, (int) options.number("size", 1));
        }
        return options.connectome()
                .map(connectome -> Network.of(set, connectome, options.number("speed", 20)))
                .orElseGet(() -> options.has("size")
                        ? Network.builder()
                                .group("nodes", set, (int) options.number("size", 1))
                                .build()
                        : Network.of(set));
    }

    /** Nodes that see each other only through the mean of their rates, which a population of its own hands on a step later. */
    private static Network aroundTheirMean(Node node, int size) {
        Mass mean = Mass.named("relay")
                .input("rates", "1/ms", "mean rate")
                .hold("m", "1/ms", Initial.constant(0))
                .equations("hold m = rates")
                .build();
        return Network.builder()
                .group("nodes", node, size)
                .node("mean", Node.named("mean").mass(mean).build())
                .connect("nodes", "mean", all -> all.output("r").input("rates").weight(1.0 / size))
                .connect("mean", "nodes", one -> one.output("m").input("c_r").weight(1))
                .build();
    }

    private static Simulation simulation(Network network, PeerOptions options) {
        Simulation simulation = Simulation.of(network)
                .dt(options.number("dt", 0.1))
                .duration(options.number("duration", 1000))
                .integrator(Integrator.named(options.values().getOrDefault("integrator", "euler")))
                .frozenCoupling(options.has("frozen"))
                .threads((int) options.number("threads", 1))
                .seed((long) options.number("seed", 1));
        for (var start : options.under("initial.").entrySet()) {
            simulation = simulation.initial(start.getKey(), Double.parseDouble(start.getValue()));
        }
        if (options.has("bold")) {
            Bold bold = Bold.tr(options.number("bold", 2000));
            simulation = simulation.observe(
                    options.has("source") ? bold.source(options.text("source")).drive(1, 0) : bold);
        }
        return simulation;
    }

    /** A whole run: planning, stepping and, where BOLD is asked for, functional connectivity and its dynamics. */
    private static String run(Simulation simulation, PeerOptions options, String trace) throws IOException {
        Clock clock = new Clock();
        Recording recording = (options.has("record") ? simulation.observe(recorder(options)) : simulation).run();
        if (options.has("bold")) {
            Series bold = recording.get("bold");
            Fc.matrix(bold.values());
            Fcd.matrix(bold, new Windows(options.number("window", 30), options.number("window_step", 5)));
        }
        clock.stop();
        if (!trace.isEmpty()) {
            write(Path.of(trace), recording.get(options.text("record")).values());
        }
        return answer(clock, recording.get(options.has("record") ? options.text("record") : "bold"));
    }

    /** A whole run of spiking neurons: who is joined to whom, planning and stepping. */
    private static String spiking(PeerOptions options) {
        Clock clock = new Clock();
        Simulation simulation = SpikingWork.simulation(options);
        Recording recording =
                simulation.observe(new SpikingWork.Rates(simulation)).run();
        clock.stop();
        return answer(clock, recording.get("rate"));
    }

    /** A run that has been planned before and goes on. */
    private static String advance(Run run, PeerOptions options) {
        double from = run.time();
        Clock clock = new Clock();
        run.advance(options.number("duration", 1000));
        clock.stop();
        return answer(clock, run.recording().get(options.text("record")).from(from));
    }

    /** One simulation at many points; the series it answers with has a column for each. */
    private static String sweep(Simulation simulation, PeerOptions options, String trace) throws IOException {
        Clock clock = new Clock();
        Sweep sweep = Sweep.of(simulation);
        for (var values : options.under("sweep.").entrySet()) {
            sweep = sweep.vary(values.getKey(), PeerOptions.numbers(values.getValue()));
        }
        List<Sweep.Point> points =
                sweep.observe(point -> List.of(recorder(options))).run();
        clock.stop();
        List<Series> series = points.stream()
                .map(point -> point.recording().get(options.text("record")))
                .toList();
        double[][] rows = new double[series.get(0).samples()][];
        Arrays.setAll(
                rows,
                row -> series.stream().mapToDouble(one -> one.values()[row][0]).toArray());
        Series all = new Series(
                options.text("record"),
                series.get(0).unit(),
                series.get(0).times(),
                IntStream.range(0, series.size()).mapToObj(Integer::toString).toList(),
                rows);
        if (!trace.isEmpty()) {
            write(Path.of(trace), rows);
        }
        return answer(clock, all);
    }

    private static Recorder recorder(PeerOptions options) {
        return Recorder.every(options.number("every", 1), options.text("record"));
    }

    /** Seconds by the clock, and of the processor for all threads of this process. */
    private static final class Clock {
        private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        private final long processor = system.getProcessCpuTime();
        private final long start = System.nanoTime();
        private double seconds;
        private double busy;

        void stop() {
            seconds = (System.nanoTime() - start) * 1e-9;
            busy = (system.getProcessCpuTime() - processor) * 1e-9;
        }
    }

    /** As the figures of the other workers: over all samples and nodes, and the mean correlation of two nodes. */
    private static String answer(Clock clock, Series series) {
        double[][] fc = Fc.matrix(series.values());
        double mean = series.mean();
        double squares = Arrays.stream(series.values())
                .flatMapToDouble(Arrays::stream)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
        double between = 0;
        for (int i = 0; i < fc.length; i++) {
            for (int j = 0; j < i; j++) {
                between += fc[i][j] / (fc.length * (fc.length - 1) / 2.0);
            }
        }
        return String.format(
                Locale.ROOT,
                "{\"seconds\": %.6f, \"cpu\": %.6f, \"mean\": %.9g, \"sd\": %.9g, \"fc\": %.9g}",
                clock.seconds,
                clock.busy,
                mean,
                Math.sqrt(squares),
                between);
    }

    /** Writes a connectome and the subjects' functional connectivity for programs that read plain CSV. */
    private static void export(Dataset dataset, Path folder) throws IOException {
        Files.createDirectories(folder);
        write(folder.resolve("weights.csv"), dataset.connectome().weights());
        dataset.connectome().lengths().ifPresent(lengths -> {
            try {
                write(folder.resolve("lengths.csv"), lengths);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        for (int k = 0; k < dataset.subjects().size(); k++) {
            write(folder.resolve("fc-" + k + ".csv"), dataset.subjects().get(k).functionalConnectivity());
        }
    }

    private static void write(Path file, double[][] rows) throws IOException {
        try (var writer = Files.newBufferedWriter(file)) {
            for (double[] row : rows) {
                StringJoiner cells = new StringJoiner(",", "", "\n");
                for (double value : row) {
                    cells.add(Double.toString(value));
                }
                writer.write(cells.toString());
            }
        }
    }
}
