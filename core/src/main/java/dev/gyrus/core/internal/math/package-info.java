/** Elementary functions, noise, block sums and table look-ups, in plain Java and with the Vector API: the same bits. */
package dev.gyrus.core.internal.math;
