package dev.gyrus.benchmarks;

import dev.gyrus.core.Connectome;
import dev.gyrus.core.Network;
import dev.gyrus.core.Run;
import dev.gyrus.core.Simulation;
import dev.gyrus.models.classic.FitzHughNagumo;
import dev.gyrus.models.classic.Hopf;
import dev.gyrus.models.classic.JansenRit;
import dev.gyrus.models.classic.MontbrioPazoRoxin;
import dev.gyrus.models.classic.WilsonCowan;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Whether C2 still turns the loops of compiled equations into vector instructions: the same steps in this virtual machine and
 * in one that may not ({@code -XX:-UseSuperWord}). Ends with status 1 where a model gains less than a fifth (without vectors it would gain nothing).
 *
 * <pre>
 *   java --add-modules jdk.incubator.vector -cp … dev.gyrus.benchmarks.Vectorisation
 * </pre>
 *
 * <p>Elementary functions do not count: they are vectors of Gyrus's own in both.
 */
public final class Vectorisation {
    private static final int NODES = 160;
    private static final int STEPS = 10_000;
    private static final int ROUNDS = 40;
    private static final double LEAST = 1.2;
    private static final String SCALAR = "scalar";

    private static final Map<String, Supplier<Network>> MODELS = models();

    private Vectorisation() {}

    private static Map<String, Supplier<Network>> models() {
        Connectome unconnected = Connectome.of(new double[NODES][NODES], new double[NODES][NODES]);
        Map<String, Supplier<Network>> models = new LinkedHashMap<>();
        models.put("fhn", () -> Network.of(FitzHughNagumo.node(), unconnected, 20));
        models.put("hopf", () -> Network.of(Hopf.node(), unconnected, 20));
        models.put("wc", () -> Network.of(WilsonCowan.node(), unconnected, 20));
        models.put("jansen-rit", () -> Network.of(JansenRit.node(), unconnected, 20));
        models.put("montbrio-pazo-roxin", () -> Network.of(MontbrioPazoRoxin.node(), unconnected, 20));
        return models;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length > 0 && arguments[0].equals(SCALAR)) {
            MODELS.forEach((name, model) -> System.out.println(name + " " + nanoseconds(model.get())));
            return;
        }
        Map<String, Double> scalar = scalar();
        boolean all = true;
        for (String name : MODELS.keySet()) {
            double vector = nanoseconds(MODELS.get(name).get());
            double ratio = scalar.get(name) / vector;
            all &= ratio >= LEAST;
            System.out.printf(
                    Locale.ROOT,
                    "%-20s %6.2f ns per node and step, %6.2f without vectors: %.1f times%s%n",
                    name,
                    vector,
                    scalar.get(name),
                    ratio,
                    ratio < LEAST ? "  NOT VECTORISED" : "");
        }
        System.exit(all ? 0 : 1);
    }

    /** The times of a virtual machine that may not vectorise loops. */
    private static Map<String, Double> scalar() throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-XX:-UseSuperWord", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Vectorisation.class.getName(), SCALAR));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Map<String, Double> times = new LinkedHashMap<>();
        try (var lines = process.inputReader()) {
            lines.lines().map(line -> line.split(" ")).forEach(pair -> times.put(pair[0], Double.valueOf(pair[1])));
        }
        process.waitFor();
        return times;
    }

    /** Of processor time per node and step: the least of many rounds. */
    private static double nanoseconds(Network network) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double least = Double.POSITIVE_INFINITY;
        try (Run run = Simulation.of(network).dt(0.01).seed(1).start()) {
            for (int round = 0; round < ROUNDS; round++) {
                long start = threads.getCurrentThreadCpuTime();
                run.advanceSteps(STEPS);
                least = Math.min(least, threads.getCurrentThreadCpuTime() - start);
            }
        }
        return least / NODES / STEPS;
    }
}
