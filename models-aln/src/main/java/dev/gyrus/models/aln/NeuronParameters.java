package dev.gyrus.models.aln;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The exponential integrate-and-fire neuron whose population response the cascade tables hold.
 *
 * <p>With the membrane time constant τ = C/g_L,
 *
 * <pre>  τ dV = (E_L − V + Δ_T exp((V − V_T)/Δ_T) + τ µ) dt + τ σ dW.</pre>
 *
 * A spike is counted when V reaches V_s; after the refractory time T_ref the neuron restarts at V_r. The components
 * carry the names of the model's parameters. Thread-safe: immutable.
 *
 * <p>Source: N. Fourcaud-Trocmé, D. Hansel, C. van Vreeswijk, N. Brunel, How spike generation mechanisms determine the
 * neuronal response to fluctuating inputs, Journal of Neuroscience 23 (2003) 11628,
 * doi:10.1523/JNEUROSCI.23-37-11628.2003.
 *
 * @param C membrane capacitance, pF
 * @param gL leak conductance, nS
 * @param EL leak reversal potential, mV
 * @param DeltaT threshold slope factor Δ_T, mV
 * @param VT effective threshold V_T, mV
 * @param Vr reset potential, mV
 * @param Vs potential at which a spike is counted, mV
 * @param Tref refractory time, ms
 */
@SuppressWarnings("MemberName") // the names parameter sets of this model use
public record NeuronParameters(
        double C, double gL, double EL, double DeltaT, double VT, double Vr, double Vs, double Tref) {

    private static final List<String> NAMES = List.of("C", "gL", "EL", "DeltaT", "VT", "Vr", "Vs", "Tref");
    private static final List<String> UNITS = List.of("pF", "nS", "mV", "mV", "mV", "mV", "mV", "ms");

    public NeuronParameters {
        var problems = new Problems();
        require(problems, "C", C, C > 0, "a positive number of pF");
        require(problems, "gL", gL, gL > 0, "a positive number of nS");
        require(problems, "EL", EL, true, "a number of mV");
        require(problems, "DeltaT", DeltaT, DeltaT > 0, "a positive number of mV");
        require(problems, "VT", VT, true, "a number of mV");
        require(problems, "Vr", Vr, true, "a number of mV");
        require(problems, "Vs", Vs, !(Vs <= Vr) && !(Vs <= VT), "more than Vr and VT, in mV");
        require(problems, "Tref", Tref, Tref >= 0, "0 or more ms");
        problems.throwIfAny();
    }

    private static void require(Problems problems, String key, double value, boolean holds, String expected) {
        problems.require(holds && Double.isFinite(value), key, expected, value);
    }

    /**
     * The published neuron: C 200 pF, g_L 10 nS, E_L −65 mV, Δ_T 1.5 mV, V_T −50 mV, V_r −70 mV, V_s −40 mV,
     * T_ref 1.5 ms.
     *
     * <p>Source: C. Cakan, K. Obermayer, Biophysically grounded mean-field models of neural populations under
     * electrical stimulation, PLOS Computational Biology 16 (2020) e1007822, doi:10.1371/journal.pcbi.1007822.
     */
    public static NeuronParameters published() {
        return new NeuronParameters(200, 10, -65, 1.5, -50, -70, -40, 1.5);
    }

    /** The membrane time constant C/g_L, in ms. */
    public double tau() {
        return C / gL;
    }

    /**
     * The unit of a parameter.
     *
     * @throws GyrusException when there is none of that name
     */
    public static String unit(String name) {
        if (!NAMES.contains(name)) {
            throw GyrusException.input(Problem.unknown(name, "neuron parameter", name, NAMES));
        }
        return UNITS.get(NAMES.indexOf(name));
    }

    /** Names and values in the order of the components. */
    public Map<String, Double> toMap() {
        var map = new LinkedHashMap<String, Double>();
        double[] values = {C, gL, EL, DeltaT, VT, Vr, Vs, Tref};
        for (int i = 0; i < values.length; i++) {
            map.put(NAMES.get(i), values[i]);
        }
        return map;
    }

    /**
     * The same neuron with the given parameters replaced.
     *
     * @throws GyrusException when a name is unknown or the result is not a neuron
     */
    public NeuronParameters with(Map<String, Double> changes) {
        var problems = new Problems();
        for (String name : changes.keySet()) {
            if (!NAMES.contains(name)) {
                problems.add(Problem.unknown(name, "neuron parameter", name, NAMES));
            }
        }
        problems.throwIfAny();
        Map<String, Double> values = toMap();
        values.putAll(changes);
        double[] v = NAMES.stream().mapToDouble(values::get).toArray();
        return new NeuronParameters(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]);
    }
}
