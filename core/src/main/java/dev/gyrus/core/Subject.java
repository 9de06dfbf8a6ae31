package dev.gyrus.core;

import java.util.Optional;

/**
 * One subject's functional data.
 *
 * @param id the subject's name
 * @param bold its BOLD signal per region, if the dataset has it
 * @param functionalConnectivity N × N correlations; from {@code bold}, or given as such
 */
public record Subject(String id, Optional<Series> bold, double[][] functionalConnectivity) {}
