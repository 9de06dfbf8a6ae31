package dev.gyrus.cli.internal.command;

import dev.gyrus.cli.internal.run.Provided;
import dev.gyrus.core.Connectome;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Parameter;
import dev.gyrus.core.Population;
import dev.gyrus.core.Simulation;
import dev.gyrus.core.spi.ModelProvider;
import dev.gyrus.core.spi.NetworkProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An experiment file with everything of a model, or of a type of network, that can be set: two nodes that drive each
 * other, or one where the model listens to no others.
 */
final class ModelExperiment {
    private static final double[][] WEIGHTS = {{0, 0.1}, {0.1, 0}};
    private static final double[][] LENGTHS = {{0, 40}, {40, 0}};
    private static final double SPEED = 20;
    private static final double DURATION = 1000;
    private static final long SEED = 42;

    /** The steps to choose from, in ms. */
    private static final double[] STEPS = {0.1, 0.01, 0.001};

    private ModelExperiment() {}

    static String of(ModelProvider provider, Node node) {
        StringBuilder text = new StringBuilder();
        text.append("# ").append(node.name()).append(": ").append(node.doc()).append('\n');
        text.append("network:\n  model: ").append(node.name()).append('\n');
        boolean couples = !node.syncs().isEmpty();
        Network network = couples ? Network.of(node, connectome(), SPEED) : Network.of(node);
        text.append(options(provider.options()));
        text.append(parameters(network));
        if (couples) {
            text.append("  # two nodes, 40 mm apart; without the connectome a single one\n")
                    .append(connectomeText());
        }
        return text.append(rest(network)).toString();
    }

    /** A type of network, over two regions where it is laid over a connectome. */
    static String of(NetworkProvider provider, Network network) {
        return "# " + provider.name() + ": " + provider.description() + "\nnetwork:\n  type: " + provider.name() + "\n"
                + options(provider.options())
                + parameters(network)
                + (provider.isOnConnectome() ? "  # two regions, 40 mm apart\n" + connectomeText() : "")
                + rest(network);
    }

    /** The network of a type, over two regions where it is laid over a connectome. */
    static Network network(NetworkProvider provider) {
        Optional<Connectome> connectome = provider.isOnConnectome() ? Optional.of(connectome()) : Optional.empty();
        return Provided.network(provider, () -> provider.network(connectome, SPEED, Map.of()));
    }

    private static Connectome connectome() {
        return Connectome.of(WEIGHTS, LENGTHS);
    }

    private static String connectomeText() {
        return "  connectome: {weights: " + Arrays.deepToString(WEIGHTS) + ", lengths: " + Arrays.deepToString(LENGTHS)
                + "}\n  speed: " + SPEED + "  # mm/ms\n";
    }

    private static String rest(Network network) {
        String outputs = network.populations().stream()
                .map(population -> population.node().defaultOutput())
                .distinct()
                .collect(Collectors.joining(", "));
        return "simulation: {dt: " + step(network) + ", duration: " + Numbers.text(DURATION)
                + ", integrator: euler, seed: " + SEED + "}\nrecord: {variables: [" + outputs + "], every: 1.0}\n";
    }

    /** The largest step with which the experiment does not diverge. */
    private static double step(Network network) {
        int last = STEPS.length - 1;
        for (double dt : Arrays.copyOf(STEPS, last)) {
            try {
                Simulation.of(network).dt(dt).duration(DURATION).seed(SEED).run();
                return dt;
            } catch (GyrusException e) {
                if (e.kind() == GyrusException.Kind.INPUT) {
                    throw e;
                }
            }
        }
        return STEPS[last];
    }

    private static String options(List<ModelProvider.Option> options) {
        String chosen = options.stream()
                .filter(option -> !option.choices().isEmpty())
                .map(option -> "    " + option.name() + ": " + option.choices().get(0) + "  # "
                        + String.join(" | ", option.choices()) + "\n")
                .collect(Collectors.joining());
        return chosen.isEmpty() ? "" : "  options:\n" + chosen;
    }

    private static String parameters(Network network) {
        List<String> names = new ArrayList<>();
        List<String> comments = new ArrayList<>();
        for (Population population : network.populations()) {
            String group = population.name().isEmpty() ? "" : population.name() + ".";
            for (ModelParameter each : ModelParameter.of(population.node())) {
                names.add("    " + group + each.name() + ": " + Numbers.text(each.value()));
                comments.add(comment(each.parameter()));
            }
        }
        int width = names.stream().mapToInt(String::length).max().orElse(0);
        String lines = IntStream.range(0, names.size())
                .mapToObj(i -> names.get(i) + " ".repeat(width - names.get(i).length()) + comments.get(i))
                .collect(Collectors.joining());
        return lines.isEmpty() ? "" : "  parameters:\n" + lines;
    }

    private static String comment(Parameter parameter) {
        String unit = parameter.unit().equals("1") ? "" : parameter.unit() + ", ";
        return "  # " + unit + parameter.doc() + "\n";
    }
}
