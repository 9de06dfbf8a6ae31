package dev.gyrus.cli.internal.command;

import dev.gyrus.core.Connectome;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Parameter;
import dev.gyrus.core.Simulation;
import dev.gyrus.core.spi.ModelProvider;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An experiment file with everything of a model that can be set: two nodes that drive each other, or one where the model
 * listens to no others.
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
        text.append(options(provider)).append(parameters(node));
        text.append(connectome(node));
        text.append("simulation: {dt: ")
                .append(step(node))
                .append(", duration: ")
                .append(Numbers.text(DURATION));
        text.append(", integrator: euler, seed: ").append(SEED).append("}\n");
        text.append("record: {variables: [").append(node.defaultOutput()).append("], every: 1.0}\n");
        return text.toString();
    }

    private static String connectome(Node node) {
        return !couples(node)
                ? ""
                : "  # two nodes, 40 mm apart; without the connectome a single one\n"
                        + "  connectome: {weights: " + Arrays.deepToString(WEIGHTS) + ", lengths: "
                        + Arrays.deepToString(LENGTHS) + "}\n  speed: " + SPEED + "  # mm/ms\n";
    }

    private static boolean couples(Node node) {
        return !node.syncs().isEmpty();
    }

    /** The largest step with which the experiment does not diverge. */
    private static double step(Node node) {
        Network network = couples(node) ? Network.of(node, Connectome.of(WEIGHTS, LENGTHS), SPEED) : Network.of(node);
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

    private static String options(ModelProvider provider) {
        String chosen = provider.options().stream()
                .filter(option -> !option.choices().isEmpty())
                .map(option -> "    " + option.name() + ": " + option.choices().get(0) + "  # "
                        + String.join(" | ", option.choices()) + "\n")
                .collect(Collectors.joining());
        return chosen.isEmpty() ? "" : "  options:\n" + chosen;
    }

    private static String parameters(Node node) {
        List<ModelParameter> all = ModelParameter.of(node);
        int width = all.stream().mapToInt(each -> setting(each).length()).max().orElse(0);
        String lines = all.stream()
                .map(each -> setting(each) + " ".repeat(width - setting(each).length()) + comment(each.parameter()))
                .collect(Collectors.joining());
        return lines.isEmpty() ? "" : "  parameters:\n" + lines;
    }

    private static String setting(ModelParameter parameter) {
        return "    " + parameter.name() + ": " + Numbers.text(parameter.value());
    }

    private static String comment(Parameter parameter) {
        String unit = parameter.unit().equals("1") ? "" : parameter.unit() + ", ";
        return "  # " + unit + parameter.doc() + "\n";
    }
}
