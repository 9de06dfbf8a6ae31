/** From an experiment to a simulation, and from a simulation to files. */
package dev.gyrus.cli.internal.run;
