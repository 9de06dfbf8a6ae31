/**
 * Measures of recorded signals: plain functions, thread-safe, of arrays laid out as in {@link dev.gyrus.core.Series},
 * {@code [sample][column]}.
 */
package dev.gyrus.analysis;
