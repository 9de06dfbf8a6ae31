package dev.gyrus.core.internal.engine;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Projection;
import dev.gyrus.core.Sync;
import dev.gyrus.core.Variable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The node whose states are chains of leaky integrators; see {@link SpreadDelays}. */
final class DelayChain {
    private static final String RATE = "delay__rate";
    private static final String FIRST = "delay__first";
    private static final Pattern MEMBER = Pattern.compile("\\bsource\\s*\\.\\s*([\\p{L}_][\\p{L}\\p{Nd}_]*)");

    private DelayChain() {}

    /** The input of a chain for a variable. */
    static String input(String variable) {
        return variable + "__in";
    }

    /** The variable that a state of a chain delays. */
    static String source(String state) {
        return state.replaceFirst("__\\d+$", "");
    }

    /** The variables that the lines of wiring read, by mass. */
    static Map<String, Set<String>> variables(Projection projection, Node node) {
        Map<String, Set<String>> read = new LinkedHashMap<>();
        for (Sync sync : projection.syncs()) {
            int dot = sync.output().indexOf('.');
            String name = sync.output().substring(dot + 1);
            for (Mass mass : node.masses()) {
                boolean named = dot < 0 || sync.output().substring(0, dot).equals(mass.name());
                if (named && mass.variable(name).isPresent()) {
                    Set<String> variables = read.computeIfAbsent(mass.name(), m -> new LinkedHashSet<>());
                    variables.add(name);
                    for (String pre : sync.coupling().pre()) {
                        Matcher members = MEMBER.matcher(pre);
                        while (members.find()) {
                            mass.variable(members.group(1)).ifPresent(v -> variables.add(v.name()));
                        }
                    }
                }
            }
        }
        return read;
    }

    /**
     * Chains of integrators under the names of the masses and variables that they delay.
     *
     * @param delayed variables by mass
     * @param orders number of integrators of each chain
     * @param rates of the integrators of each chain, in 1/ms
     */
    static Node of(Node source, Map<String, Set<String>> delayed, int[] orders, double[] rates) {
        int longest = Arrays.stream(orders).max().orElseThrow();
        double[] first =
                Arrays.stream(orders).mapToDouble(order -> longest - order + 1).toArray();
        boolean alike = Arrays.stream(first).allMatch(k -> k == 1);
        Node.Builder node = Node.named("delay").doc("gamma-distributed delays of " + source.name());
        for (Mass mass : source.masses()) {
            if (!delayed.containsKey(mass.name())) {
                continue;
            }
            Mass.Builder chain = Mass.named(mass.name())
                    .parameter(RATE, 1, "1/ms", "rate of each integrator")
                    .parameter(FIRST, 1, "1", "the integrator that takes the source");
            StringBuilder equations = new StringBuilder();
            for (String name : delayed.get(mass.name())) {
                Variable variable = mass.variable(name).orElseThrow();
                chain.input(input(name), variable.unit(), "the source");
                for (int k = 1; k <= longest; k++) {
                    String state = k == longest ? name : name + "__" + k;
                    String above = k == 1 ? input(name) : name + "__" + (k - 1);
                    String choice = "where(%s == %d, %s, %s)".formatted(FIRST, k, input(name), above);
                    chain.state(state, variable.unit(), Initial.constant(0));
                    equations.append(
                            "d%s/dt = %s*(%s - %s)%n".formatted(state, RATE, k == 1 || alike ? above : choice, state));
                }
            }
            node.mass(chain.equations(equations.toString()).build());
        }
        return node.build().with(RATE, rates).with(FIRST, first);
    }
}
