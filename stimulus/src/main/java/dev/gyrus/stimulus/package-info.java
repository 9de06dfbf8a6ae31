/** Input signals; sums and time windows of any signal are methods of {@link dev.gyrus.core.Stimulus}. */
package dev.gyrus.stimulus;
