/** Exploration of parameter space, evolution, and what is measured of each run. */
package dev.gyrus.fitting;
