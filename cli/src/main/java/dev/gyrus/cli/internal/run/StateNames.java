package dev.gyrus.cli.internal.run;

import java.util.List;

/** How states are called in files: {@code population/node/mass.variable}, without what no other state needs. */
final class StateNames {
    private StateNames() {}

    /** Names of all states; the variable alone where no other state has it. */
    static List<String> shown(List<String> states) {
        List<String> variables = states.stream().map(StateNames::variable).toList();
        boolean unique = variables.stream().distinct().count() == states.size();
        return unique ? variables : states;
    }

    /** Whether a name is that of a state: whole, {@code mass.variable}, or the variable alone. */
    static boolean isMeant(String state, String name) {
        return state.equals(name)
                || state.endsWith("/" + name)
                || variable(state).equals(name);
    }

    private static String variable(String state) {
        return state.substring(state.lastIndexOf('.') + 1);
    }
}
