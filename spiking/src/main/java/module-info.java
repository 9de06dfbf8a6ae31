/**
 * Spiking networks: neurons, synapses and who is joined to whom, as equations and rules.
 *
 * @provides dev.gyrus.core.spi.ModelProvider one per neuron
 */
module dev.gyrus.spiking {
    requires transitive dev.gyrus.core;

    exports dev.gyrus.spiking;

    provides dev.gyrus.core.spi.ModelProvider with
            dev.gyrus.spiking.AdEx,
            dev.gyrus.spiking.ConductanceLif,
            dev.gyrus.spiking.Eif,
            dev.gyrus.spiking.HodgkinHuxley,
            dev.gyrus.spiking.Izhikevich,
            dev.gyrus.spiking.Lif,
            dev.gyrus.spiking.Poisson,
            dev.gyrus.spiking.Qif;
}
