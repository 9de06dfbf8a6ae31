package dev.gyrus.core;

/**
 * One line of wiring: which output feeds which input, through which coupling and which function of the weights.
 *
 * @param output variable of the source node
 * @param input input of the target node
 * @param coupling how sources are combined
 * @param weight what becomes of a connection's weight: an expression in {@code w}, such as {@code w} or {@code w^2}
 * @param target the target's own variable for couplings that read it; "" where none does
 */
public record Sync(String output, String input, Coupling coupling, String weight, String target) {

    /** Written out, as a network of many connections compares lines often, and at once: a record's own starts slowly. */
    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Sync sync
                        && output.equals(sync.output)
                        && input.equals(sync.input)
                        && weight.equals(sync.weight)
                        && target.equals(sync.target)
                        && coupling.equals(sync.coupling));
    }

    /** Of what tells lines of wiring apart at once. */
    @Override
    public int hashCode() {
        return 31 * output.hashCode() + input.hashCode();
    }

    /** A weighted sum. */
    public static Sync additive(String output, String input) {
        return new Sync(output, input, Coupling.additive(), "w", "");
    }

    /** A coupling between a variable and the same variable of the target. */
    public static Sync of(String variable, String input, Coupling coupling) {
        return new Sync(variable, input, coupling, "w", variable);
    }

    /** The same line with another function of the weight. */
    public Sync weighted(String weight) {
        return new Sync(output, input, coupling, weight, target);
    }
}
