/** The BOLD signal of simulated activity, computed while the simulation runs. */
package dev.gyrus.bold;
