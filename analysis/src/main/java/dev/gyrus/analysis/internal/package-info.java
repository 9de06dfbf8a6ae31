/** Fourier transforms, peaks and filters. */
package dev.gyrus.analysis.internal;
