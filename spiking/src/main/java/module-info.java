/** Spiking networks: neurons, synapses and who is joined to whom, as equations and rules. */
module dev.gyrus.spiking {
    requires transitive dev.gyrus.core;

    exports dev.gyrus.spiking;
}
