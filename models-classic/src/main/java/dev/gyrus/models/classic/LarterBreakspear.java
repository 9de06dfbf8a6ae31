package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;
import java.util.Map;

/**
 * Pyramidal cells with calcium, potassium and sodium channels and feedback inhibition, whose dynamics are periodic or
 * chaotic.
 *
 * <pre>
 *   dV/dt = t_scale (−(gCa + rNMDA aee Q) m_Ca (V − VCa) − gK W (V − VK) − gL (V − VL)
 *                    − (gNa m_Na + aee Q) (V − VNa) − aie Z QZ + ane Iext)
 *   dW/dt = t_scale φ (m_K − W)/tau_K
 *   dZ/dt = t_scale b (ani Iext + aei V QV)
 *   Q = (1 − C) QV + C c_QV        m_ion = (1 + tanh((V − T_ion)/d_ion))/2
 *   QV = QV_max (1 + tanh((V − VT)/d_V))/2        QZ = QZ_max (1 + tanh((Z − ZT)/d_Z))/2
 * </pre>
 *
 * <p>Potentials V and Z of pyramidal cells and interneurons, and W, the open fraction of potassium channels, are
 * dimensionless, as are the rates QV and QZ. {@code c_QV} is the weighted sum of other nodes' QV, to be a mean:
 * normalise the weights by {@code region}. Names and defaults are those of TVB's {@code LarterBreakspear}, which leaves
 * the rate function to its coupling.
 *
 * <p>References: Larter, Speelman, Worth, Chaos 9, 1999, doi:10.1063/1.166453; Breakspear, Terry, Friston, Network 14,
 * 2003, doi:10.1088/0954-898X/14/4/305.
 */
public final class LarterBreakspear extends Model {
    /** For the service loader. */
    public LarterBreakspear() {
        super("larter-breakspear", "conductance");
    }

    @Override
    public Node node(Map<String, String> options) {
        return node();
    }

    /** The model with TVB's defaults. */
    public static Node node() {
        return Node.named("larter-breakspear")
                .doc("conductance-based pyramidal cells with feedback inhibition")
                .reference("Breakspear, Terry, Friston, Network 14, 2003, doi:10.1088/0954-898X/14/4/305")
                .mass(mass())
                .sync(Sync.additive("QV", "c_QV"))
                .defaultOutput("V")
                .build();
    }

    private static Mass mass() {
        return Mass.named("column")
                .state("V", "1", Initial.uniform(-1.5, 1.5))
                .state("W", "1", Initial.uniform(-1.5, 1.5))
                .state("Z", "1", Initial.uniform(-1.5, 1.5))
                .output("QV", "1")
                .parameter("gCa", 1.1, "1", "conductance of calcium channels")
                .parameter("gK", 2, "1", "conductance of potassium channels")
                .parameter("gL", 0.5, "1", "conductance of the leak")
                .parameter("gNa", 6.7, "1", "conductance of sodium channels")
                .parameter("TCa", -0.01, "1", "threshold of calcium channels")
                .parameter("TK", 0, "1", "threshold of potassium channels")
                .parameter("TNa", 0.3, "1", "threshold of sodium channels")
                .parameter("d_Ca", 0.15, "1", "width of the thresholds of calcium channels")
                .parameter("d_K", 0.3, "1", "width of the thresholds of potassium channels")
                .parameter("d_Na", 0.15, "1", "width of the thresholds of sodium channels")
                .parameter("VCa", 1, "1", "reversal potential of calcium")
                .parameter("VK", -0.7, "1", "reversal potential of potassium")
                .parameter("VL", -0.5, "1", "reversal potential of the leak")
                .parameter("VNa", 0.53, "1", "reversal potential of sodium")
                .parameter("phi", 0.7, "1", "temperature factor of potassium channels")
                .parameter("tau_K", 1, "1", "time constant of potassium channels")
                .positive()
                .parameter("aee", 0.4, "1", "synaptic strength, E to E")
                .parameter("aei", 2, "1", "synaptic strength, E to I")
                .parameter("aie", 2, "1", "synaptic strength, I to E")
                .parameter("ane", 1, "1", "strength of the external input to E")
                .parameter("ani", 0.4, "1", "strength of the external input to I")
                .parameter("b", 0.1, "1", "speed of inhibition")
                .parameter("C", 0.1, "1", "share of long-range in all excitation")
                .within(0, 1)
                .parameter("Iext", 0.3, "1", "external input")
                .parameter("rNMDA", 0.25, "1", "ratio of NMDA to AMPA receptors")
                .parameter("VT", 0, "1", "threshold of pyramidal cells")
                .parameter("d_V", 0.65, "1", "width of the thresholds of pyramidal cells")
                .parameter("ZT", 0, "1", "threshold of interneurons")
                .parameter("d_Z", 0.7, "1", "width of the thresholds of interneurons")
                .parameter("QV_max", 1, "1", "largest rate of pyramidal cells")
                .parameter("QZ_max", 1, "1", "largest rate of interneurons")
                .parameter("t_scale", 1, "1/ms", "speed of the whole system")
                .positive()
                .parameter(sigma("V", "1"))
                .parameter(sigma("W", "1"))
                .parameter(sigma("Z", "1"))
                .input("c_QV", "1", "Σ w QV of other nodes")
                .equations("""
                        output QV = QV_max*(1 + tanh((V - VT)/d_V))/2
                        QZ = QZ_max*(1 + tanh((Z - ZT)/d_Z))/2
                        m_Ca = (1 + tanh((V - TCa)/d_Ca))/2
                        m_K = (1 + tanh((V - TK)/d_K))/2
                        m_Na = (1 + tanh((V - TNa)/d_Na))/2
                        glutamate = aee*((1 - C)*QV + C*c_QV)
                        calcium = (gCa + rNMDA*glutamate)*m_Ca*(V - VCa)
                        potassium = gK*W*(V - VK)
                        sodium = (gNa*m_Na + glutamate)*(V - VNa)
                        leak = gL*(V - VL)
                        dV/dt = t_scale*(ane*Iext - calcium - potassium - sodium - leak - aie*Z*QZ) + sigma_V*xi_V
                        dW/dt = t_scale*phi*(m_K - W)/tau_K + sigma_W*xi_W
                        dZ/dt = t_scale*b*(ani*Iext + aei*V*QV) + sigma_Z*xi_Z
                        """)
                .build();
    }
}
