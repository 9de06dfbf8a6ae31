package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;
import java.util.Map;

/**
 * An excitatory and an inhibitory population of quadratic integrate-and-fire neurons with first-order synapses.
 *
 * <pre>
 *   τ_x dr_x/dt = Δ_x/(πτ_x) + 2 r_x V_x                                       x = e, i
 *   τ_x dV_x/dt = V_x² − (πτ_x r_x)² + η_x + I_x + τ_x (s_xe − s_xi)
 *   τ_s ds_ee/dt = −s_ee + J_ee r_e + c_r       τ_s ds_ei/dt = −s_ei + J_ei r_i
 *   τ_s ds_ie/dt = −s_ie + J_ie r_e + Γ c_r     τ_s ds_ii/dt = −s_ii + J_ii r_i
 * </pre>
 *
 * <p>Rates r (1/ms, never negative), mean potentials V (dimensionless) and synaptic activities s (1/ms); s_ei is that
 * of synapses from i to e. {@code c_r} is the weighted sum of other nodes' r_e. Names and defaults are those of TVB's
 * {@code DumontGutkin}, whose other coupling variables have no effect.
 *
 * <p>Reference: Dumont, Gutkin, PLoS Comput. Biol. 15, 2019, doi:10.1371/journal.pcbi.1007019.
 */
public final class DumontGutkin extends Model {
    private static final Qif EXCITATORY = new Qif("_e");
    private static final Qif INHIBITORY = new Qif("_i");

    /** For the service loader. */
    public DumontGutkin() {
        super("dumont-gutkin", "next generation");
    }

    @Override
    public Node node(Map<String, String> options) {
        return node();
    }

    /** The model with TVB's defaults. */
    public static Node node() {
        return Node.named("dumont-gutkin")
                .doc("excitatory and inhibitory quadratic integrate-and-fire neurons with first-order synapses")
                .reference("Dumont, Gutkin, PLoS Comput. Biol. 15, 2019, doi:10.1371/journal.pcbi.1007019")
                .mass(mass())
                .sync(Sync.additive("r_e", "c_r"))
                .defaultOutput("r_e")
                .build();
    }

    private static Mass mass() {
        Mass.Builder mass = Mass.named("pair");
        EXCITATORY.statesIn(mass, Initial.uniform(0, 2), Initial.uniform(-2, 1.5));
        synapse(synapse(mass, "s_ee"), "s_ei");
        INHIBITORY.statesIn(mass, Initial.uniform(0, 2), Initial.uniform(-2, 1.5));
        synapse(synapse(mass, "s_ie"), "s_ii");
        EXCITATORY.parametersIn(mass, 10, 1, -5);
        INHIBITORY.parametersIn(mass, 10, 1, -5);
        return mass.parameter("tau_s", 1, "ms", "time constant of the synapses")
                .positive()
                .parameter("J_ee", 0, "1", "weight of e in e")
                .parameter("J_ei", 10, "1", "weight of i in e")
                .parameter("J_ie", 0, "1", "weight of e in i")
                .parameter("J_ii", 15, "1", "weight of i in i")
                .parameter("Gamma", 5, "1", "weight of other nodes in i, relative to their weight in e")
                .input("c_r", "1/ms", "Σ w r_e of other nodes")
                .equations(
                        EXCITATORY.equations("tau_e*(s_ee - s_ei)") + INHIBITORY.equations("tau_i*(s_ie - s_ii)") + """
                        ds_ee/dt = (-s_ee + J_ee*r_e + c_r)/tau_s + sigma_s_ee*xi_s_ee
                        ds_ei/dt = (-s_ei + J_ei*r_i)/tau_s + sigma_s_ei*xi_s_ei
                        ds_ie/dt = (-s_ie + J_ie*r_e + Gamma*c_r)/tau_s + sigma_s_ie*xi_s_ie
                        ds_ii/dt = (-s_ii + J_ii*r_i)/tau_s + sigma_s_ii*xi_s_ii
                        """)
                .build();
    }

    private static Mass.Builder synapse(Mass.Builder mass, String name) {
        return mass.state(name, "1/ms", Initial.uniform(-1, 1)).parameter(sigma(name, "1/ms"));
    }
}
