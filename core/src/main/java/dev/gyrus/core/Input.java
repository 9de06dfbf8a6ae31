package dev.gyrus.core;

/**
 * What a mass receives from connections and stimuli; zero where nothing is connected.
 *
 * @param name as in equations
 * @param unit what the sum must have
 * @param doc one line
 */
public record Input(String name, String unit, String doc) {}
