package dev.gyrus.core;

/**
 * A connection between two masses of one node (or of a mass with itself).
 *
 * @param output {@code mass.variable} of the source
 * @param input {@code mass.input} of the target
 * @param weight an expression of the node's parameters, dimensionless
 * @param delay an expression of the node's parameters, in ms
 */
public record Local(String output, String input, String weight, String delay) {

    /** A connection of weight one with a delay named by a parameter or given in ms. */
    public static Local of(String output, String input, String delay) {
        return new Local(output, input, "1", delay);
    }
}
