package dev.gyrus.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Spiking networks against plain loops: thresholds, then arrivals, then resets, as Brian2 orders them. */
class SpikingLoopTest {
    private static final double DT = 0.1;
    private static final int STEPS = 3000;
    private static final int E = 14;
    private static final int I = 6;

    private static Mass neuron(String name, String reset) {
        return Mass.named(name)
                .state("V", "mV", Initial.uniform(-65, -50))
                .state("s", "1", Initial.constant(0))
                .state("g", "1", Initial.constant(0))
                .parameter("tau", 20, "ms", "membrane time constant")
                .parameter("I0", 20, "mV", "drive")
                .parameter("V_th", -50, "mV", "threshold")
                .parameter("V_r", -60, "mV", "reset")
                .parameter("tau_ref", 2, "ms", "refractory period")
                .equations(
                        "dV/dt = (-60[mV] - V + I0 + 40[mV]*s - 9[mV]*g)/tau\n" + "ds/dt = -s/3[ms]\ndg/dt = -g/6[ms]")
                .firing(Firing.when("V >= V_th").reset(reset).refractory("tau_ref", "V", "s"))
                .build();
    }

    private static Network network() {
        Node e = Node.named("e").mass(neuron("e", "V = V_r")).build();
        Node i = Node.named("i")
                .mass(neuron("i", "g += 0.01\nV = V_r - g*1[mV]"))
                .build()
                .with("tau", 10);
        return Network.builder()
                .group("E", e, E)
                .group("I", i, I)
                .connect(new Synapses("E", "E", TestWiring.random(1, E, E, 0.4, 0.05, 0.5), "s += w*(1 - s)"))
                .connect(new Synapses("I", "E", TestWiring.random(2, I, E, 0.5, 0.3, 0), "g += w"))
                .connect(new Synapses(
                        "E", "I", TestWiring.random(3, E, I, 0.6, 0.1, 1).spread(4, 0, 0.3, 1.2), "s += w*(1 - s)"))
                .connect(new Synapses(
                        "E", "I", TestWiring.random(5, E, I, 0.3, 0.04, 0.2), "s += w*s*(1 - s)\ng += w*s"))
                .build();
    }

    /** One population of the plain loop. */
    private static final class Cells {
        final double tau;
        final double[] v;
        final double[] s;
        final double[] g;
        final int[] free;

        Cells(double tau, double[] v) {
            this.tau = tau;
            this.v = v;
            s = new double[v.length];
            g = new double[v.length];
            free = new int[v.length];
        }

        void move(int step) {
            for (int n = 0; n < v.length; n++) {
                double dv = (-60 - v[n] + 20 + 40 * s[n] - 9 * g[n]) / tau;
                double ds = -s[n] / 3;
                g[n] += DT * -g[n] / 6;
                if (step >= free[n]) {
                    v[n] += DT * dv;
                    s[n] += DT * ds;
                }
            }
        }

        List<Integer> fired(int sample) {
            List<Integer> fired = new ArrayList<>();
            for (int n = 0; n < v.length; n++) {
                if (v[n] >= -50 && sample > free[n]) {
                    fired.add(n);
                }
            }
            return fired;
        }
    }

    private static void arrive(Wiring w, List<List<Integer>> spikes, int sample, Cells to, boolean general) {
        for (int d = 40; d >= 0; d--) {
            for (int j : sample - d < 1 ? List.<Integer>of() : spikes.get(sample - d)) {
                for (int k = 0; k < w.targets(j).length; k++) {
                    int i = w.targets(j)[k];
                    double weight = w.weights(j)[w.weights(j).length == 1 ? 0 : k];
                    double delay = w.delays(j)[w.delays(j).length == 1 ? 0 : k];
                    if (Math.round(delay / DT) != d) {
                        continue;
                    }
                    if (general) {
                        to.s[i] += weight * to.s[i] * (1 - to.s[i]);
                        to.g[i] += weight * to.s[i];
                    } else {
                        to.s[i] += weight * (1 - to.s[i]);
                    }
                }
            }
        }
    }

    @Test
    void twentyNeuronsFireAndMoveAsThePlainLoopSays() {
        SpikeNotes notes = new SpikeNotes("E", "I");
        Recorder recorder = Recorder.every(DT, "V", "s", "g");
        Network network = network();
        Recording recording = Simulation.of(network)
                .dt(DT)
                .duration(STEPS * DT)
                .initial("E.V", start(E))
                .initial("I.V", start(I))
                .observe(notes, recorder)
                .run();
        Cells e = new Cells(20, start(E));
        Cells i = new Cells(10, start(I));
        List<List<Integer>> ofE = new ArrayList<>(List.of(List.of()));
        List<List<Integer>> ofI = new ArrayList<>(List.of(List.of()));
        List<String> spikes = new ArrayList<>();
        List<Synapses> synapses = network.synapses();
        for (int step = 0; step < STEPS; step++) {
            int sample = step + 1;
            e.move(step);
            i.move(step);
            ofE.add(e.fired(sample));
            ofI.add(i.fired(sample));
            arrive(synapses.get(0).wiring(), ofE, sample, e, false);
            for (int j : ofI.get(sample)) {
                for (int n : synapses.get(1).wiring().targets(j)) {
                    e.g[n] += 0.3;
                }
            }
            arrive(synapses.get(2).wiring(), ofE, sample, i, false);
            arrive(synapses.get(3).wiring(), ofE, sample, i, true);
            for (int n : ofE.get(sample)) {
                e.v[n] = -60;
                e.free[n] = sample + 20;
                spikes.add(sample + " E " + n);
            }
            for (int n : ofI.get(sample)) {
                i.g[n] += 0.01;
                i.v[n] = -60 - i.g[n];
                i.free[n] = sample + 20;
                spikes.add(sample + " I " + n);
            }
            compare(recording.get("V").row(step), e.v, i.v);
            compare(recording.get("s").row(step), e.s, i.s);
            compare(recording.get("g").row(step), e.g, i.g);
        }
        assertThat(spikes.size()).isGreaterThan(200);
        assertThat(notes.spikes).isEqualTo(spikes);
    }

    private static double[] start(int n) {
        return IntStream.range(0, n).mapToDouble(k -> -58 + 7.0 * k / n).toArray();
    }

    private static void compare(double[] row, double[] e, double[] i) {
        for (int n = 0; n < E + I; n++) {
            assertThat(row[n]).isCloseTo(n < E ? e[n] : i[n - E], within(1e-10));
        }
    }
}
