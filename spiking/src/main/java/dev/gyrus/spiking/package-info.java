/** Spiking networks: neurons, synapses and who is joined to whom, as equations and rules. */
package dev.gyrus.spiking;
