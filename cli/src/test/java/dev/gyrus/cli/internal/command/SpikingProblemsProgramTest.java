package dev.gyrus.cli.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is wrong with neurons and synapses. */
class SpikingProblemsProgramTest extends ProgramInProcess {

    @Test
    void everythingThatIsWrongWithConnectionsIsToldAtOnce() {
        assertThat(problems("""
                        network:
                          synapses: {ampa: {exponential: {tua: 5}}}
                          groups:
                            E: {model: lif, size: 100, initial: {W: 3}}
                            I: {model: lif, size: 10}
                            c: {model: wc}
                          connections:
                            - {from: E, to: [E, J], synapse: ampa, wiring: {probability: 2}}
                            - {from: E, to: I, synapse: {exponential: {tau: 5}}, delay: -1}
                            - {from: I, to: E, synapse: delta, delay: 0.05}
                            - {from: I, to: E, synapse: delta, wiring: {in-degree: 11}}
                            - {from: c, to: E, synapse: delta}
                            - {from: I, to: E, synapse: delat}
                        simulation: {duration: 10}
                        record: {spikes: [X]}
                        """))
                .containsExactly(
                        "e.yaml:2: network.synapses.ampa.exponential.tua: expected one of reversal, tau, given 'tua'; did you"
                                + " mean 'tau'?",
                        "e.yaml:4: network.groups.E.initial.W: expected one of I_delta, V, given 'W'",
                        "e.yaml:8: network.connections[0].wiring.probability: expected a number from 0 to 1, given '2'",
                        "e.yaml:8: network.connections[0].to[1]: expected one of E, I, c, given 'J'",
                        "e.yaml:9: network.connections[1].delay: expected a time in ms, from 0, given '-1'",
                        "e.yaml:10: network.connections[2].delay: expected no delay, or delays of at least dt = 0.1 ms, given"
                                + " 0.05 ms",
                        "e.yaml:11: network.connections[3].wiring.in-degree: expected a number from 0 to 10, the neurons that"
                                + " there are, given 11",
                        "e.yaml:12: network.connections[4].from: expected a population of neurons: one mass with a threshold,"
                                + " given 'c', where nothing fires",
                        "e.yaml:13: network.connections[5].synapse: expected one of alpha, ampa, biexponential, delta,"
                                + " exponential, exponential-current, nmda, saturating, tsodyks-markram, given 'delat'; did you"
                                + " mean 'delta'?",
                        "e.yaml:15: record.spikes[0]: expected one of E, I, c, given 'X'");
    }

    @Test
    void aResetWithoutAThresholdIsTold() {
        assertThat(problems("""
                        network:
                          models:
                            n: {states: {V: mV}, equations: dV/dt = -V/10, reset: V = 0, output: V}
                          groups: {n: {model: n}}
                        simulation: {duration: 1}
                        """))
                .anyMatch(problem -> problem.contains("network.models.n.threshold: expected when a neuron fires"));
    }

    @Test
    void runawayActivityFailsTheRunWithTimeAndRate() {
        assertThat(run("""
                        network:
                          groups: {E: {model: lif, size: 50, parameters: {I: 20, tau_ref: 1}}}
                          connections:
                            - {from: E, to: E, synapse: {exponential: {tau: 5, reversal: 0}}, weight: 5, wiring: {in-degree: 20}}
                        simulation: {duration: 500}
                        """)).isEqualTo(1);
        assertThat(err()).contains("runaway activity", "'E'", "Hz from", "ms", "simulation.runaway");
    }

    @Test
    void aNetworkTooLargeForMemoryIsSaidBeforeItIsMade() {
        assertThat(problems("""
                        network:
                          groups: {E: {model: lif, size: 1000000}}
                          connections: [{from: E, to: E, synapse: delta, wiring: {probability: 0.9}}]
                        simulation: {duration: 1}
                        """))
                .anyMatch(problem -> problem.contains("network.connections: expected at most")
                        && problem.contains("900000000000 synapses"));
    }
}
