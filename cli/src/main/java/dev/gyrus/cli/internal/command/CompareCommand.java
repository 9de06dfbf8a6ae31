package dev.gyrus.cli.internal.command;

import dev.gyrus.cli.internal.run.Conversion;
import dev.gyrus.core.Node;
import dev.gyrus.core.Parameter;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.models.aln.Aln;
import dev.gyrus.models.aln.CascadeGenerator;
import dev.gyrus.models.aln.CascadeSettings;
import dev.gyrus.models.aln.CascadeTable;
import dev.gyrus.models.aln.CascadeTables;
import dev.gyrus.models.aln.NeuronParameters;
import dev.gyrus.studies.MeanFieldComparison;
import dev.gyrus.studies.MeanFieldComparison.Activity;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gyrus compare}. */
@Command(
        name = "compare",
        description = {
            "Run the mean field aln beside the network of AdEx neurons behind it, and tell how they differ.",
            "For another neuron its tables are computed first, or read from a file that gyrus tables has written."
        })
final class CompareCommand implements Callable<Integer> {
    private static final List<String> HEADER =
            List.of("mue", "mui", "of", "E, Hz", "I, Hz", "frequency, Hz", "E from, Hz", "to, Hz");

    private final Terminal terminal;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A parameter of the neuron (VT=-52) or of the model aln (b='40 pA', Ke=400); repeatable.")
    private Map<String, String> changes = new LinkedHashMap<>();

    @Option(
            names = "--point",
            paramLabel = "MUE,MUI",
            description = "Mean inputs to excitation and inhibition, in mV/ms; repeatable. 1.3,0.5 by default.")
    private List<String> points = new ArrayList<>();

    @Option(names = "--table", paramLabel = "FILE", description = "Tables of the neuron; its parameters are theirs.")
    private Path table;

    @Option(
            names = "--neurons",
            paramLabel = "N",
            description = "Of each population of the network; ${DEFAULT-VALUE} by default.")
    private int neurons = 5000;

    @Option(
            names = "--duration",
            paramLabel = "MS",
            description = "Of each run, the first second of which is left out; ${DEFAULT-VALUE} by default.")
    private double duration = 3000;

    @Option(names = "--seed", paramLabel = "N", description = "Of the network's noise and starts; 1 by default.")
    private long seed = 1;

    @Option(names = "--threads", paramLabel = "N", description = "Threads for tables; all processors by default.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Inject
    CompareCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        Problems problems = new Problems();
        problems.require(neurons > 0, "--neurons", "a whole number from 1", neurons);
        problems.require(threads > 0, "--threads", "a whole number from 1", threads);
        problems.require(
                duration > MeanFieldComparison.TRANSIENT,
                "--duration",
                "more than " + MeanFieldComparison.TRANSIENT + " ms",
                duration);
        List<double[]> inputs = inputs(problems);
        Map<String, Double> ofNeuron = new LinkedHashMap<>();
        Map<String, Double> ofModel = new LinkedHashMap<>();
        sort(ofNeuron, ofModel, problems);
        problems.throwIfAny();
        NeuronParameters neuron = NeuronParameters.published().with(ofNeuron);
        Optional<CascadeTable> tables = tables(neuron);
        NeuronParameters compared = tables.map(t -> t.settings().neuron()).orElse(neuron);
        Node node = tables.map(t -> Aln.node(t.table(), t.table(), Aln.AdaptationRate.CURRENT))
                .orElseGet(() ->
                        Aln.node(CascadeTables.reference(), CascadeTables.reference(), Aln.AdaptationRate.CURRENT))
                .with("C", compared.C())
                .with("gL", compared.gL());
        for (Map.Entry<String, Double> change : ofModel.entrySet()) {
            node = node.with(change.getKey(), change.getValue());
        }
        TextTable rows = new TextTable();
        rows.row(HEADER.toArray(String[]::new));
        for (double[] input : inputs) {
            Node at = node.with("mue_ext_mean", input[0]).with("mui_ext_mean", input[1]);
            MeanFieldComparison found = MeanFieldComparison.of(at, compared, neurons, duration, seed);
            row(rows, input, "mean field", found.meanField());
            row(rows, input, "network", found.network());
        }
        rows.print(terminal.out());
        return 0;
    }

    private List<double[]> inputs(Problems problems) {
        List<double[]> inputs = new ArrayList<>();
        for (String point : points.isEmpty() ? List.of("1.3,0.5") : points) {
            try {
                String[] parts = point.split(",", -1);
                double[] input = {Double.parseDouble(parts[0].strip()), Double.parseDouble(parts[1].strip())};
                problems.require(parts.length == 2, "--point", "two numbers in mV/ms, such as 1.3,0.5", point);
                inputs.add(input);
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                problems.add(Problem.of("--point", "two numbers in mV/ms, such as 1.3,0.5", "'" + point + "'"));
            }
        }
        return inputs;
    }

    /** What is set belongs to the neuron or to the model; C and gL, which both have, to the neuron. */
    private void sort(Map<String, Double> ofNeuron, Map<String, Double> ofModel, Problems problems) {
        Map<String, String> units = new LinkedHashMap<>();
        Node model = Aln.node();
        model.parameters().forEach(parameter -> units.put(parameter.name(), parameter.unit()));
        model.masses().forEach(mass -> mass.parameters().forEach((Parameter p) -> units.put(p.name(), p.unit())));
        Set<String> neuronNames = NeuronParameters.published().toMap().keySet();
        neuronNames.forEach(name -> units.put(name, NeuronParameters.unit(name)));
        changes.forEach((name, text) -> {
            String key = "--set " + name;
            if (!units.containsKey(name)) {
                problems.add(Problem.unknown("--set", "parameter", name, new LinkedHashSet<>(units.keySet())));
                return;
            }
            Optional<Double> number = Conversion.number(units.get(name), text);
            if (number.isEmpty()) {
                problems.add(Problem.of(key, "a number in " + units.get(name), "'" + text + "'"));
            } else {
                (neuronNames.contains(name) ? ofNeuron : ofModel).put(name, number.get());
            }
        });
        if (table != null && !ofNeuron.isEmpty()) {
            problems.add(Problem.of(
                    "--set",
                    "no parameter of the neuron beside --table",
                    ofNeuron.keySet().toString()));
        }
    }

    /** Tables of another neuron than the published one. */
    private Optional<CascadeTable> tables(NeuronParameters neuron) throws InterruptedException {
        if (table != null) {
            return Optional.of(CascadeTables.read(table));
        }
        if (neuron.equals(NeuronParameters.published())) {
            return Optional.empty();
        }
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        ProgressLine line = new ProgressLine(terminal.err(), System::nanoTime);
        try {
            return Optional.of(CascadeGenerator.generate(CascadeSettings.of(neuron), executor, progress -> {
                if (terminal.interactive()) {
                    line.show(progress.fraction(), () -> "tables of the neuron");
                }
            }));
        } finally {
            line.wipe();
            executor.shutdownNow();
        }
    }

    private static void row(TextTable rows, double[] input, String of, Activity activity) {
        rows.row(
                number(input[0]),
                number(input[1]),
                of,
                number(activity.exc()),
                number(activity.inh()),
                Double.isNaN(activity.frequency()) ? "-" : number(activity.frequency()),
                number(activity.lowest()),
                number(activity.highest()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
