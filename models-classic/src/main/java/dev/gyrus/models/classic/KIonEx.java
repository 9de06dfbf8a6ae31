package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;
import java.util.Map;

/**
 * The mean field of Hodgkin–Huxley-like neurons that exchange potassium with a bath.
 *
 * <pre>
 *   dx/dt = Δ + 2 R (V − c) x − J r x                 r = R₋ x/π;  R = R₋, c = c₋ where V ≤ V*, else R₊, c₊
 *   dV/dt = −(I_Na + I_K + I_Cl + I_pump)/C_m − R x² + η + (R₋/π) c_x (E − V)
 *   dn/dt = (n_∞(V) − n)/τ_n
 *   dΔK_i/dt = −(γ/ω_i)(I_K − 2 I_pump)
 *   dK_g/dt = ε (K_bath − K_o)                  K_o = 4.8 − 3 ΔK_i + K_g
 * </pre>
 *
 * <p>The step-wise quadratic approximation of the current around its minimum and maximum has the vertices c and
 * curvatures R. x (mV, never negative) is the width of the potentials, V (mV) their centre, n the gating of potassium
 * channels, ΔK_i and K_g (mM) the change of intracellular potassium and the potassium buffered outside. {@code c_x} is
 * the weighted sum of other nodes' x. Volumes ω are in µm³, as plain numbers. Names, defaults and bounds are those of
 * TVB's {@code KIonEx}.
 *
 * <p>Reference: Bandyopadhyay, Rabuffo et al., bioRxiv, 2021, doi:10.1101/2021.10.29.466427.
 */
public final class KIonEx extends Model {
    /** For the service loader. */
    public KIonEx() {
        super("k-ion-ex", "next generation");
    }

    @Override
    public Node node(Map<String, String> options) {
        return node();
    }

    /** The model with TVB's defaults. */
    public static Node node() {
        return Node.named("k-ion-ex")
                .doc("Hodgkin–Huxley-like neurons that exchange potassium with a bath")
                .reference("Bandyopadhyay, Rabuffo et al., bioRxiv, 2021, doi:10.1101/2021.10.29.466427")
                .mass(mass())
                .sync(Sync.additive("x", "c_x"))
                .defaultOutput("V")
                .build();
    }

    private static Mass mass() {
        double none = Double.POSITIVE_INFINITY;
        return Mass.named("population")
                .state("x", "mV", Initial.uniform(0, 1))
                .bounded(0, none)
                .state("V", "mV", Initial.uniform(-90, 10))
                .bounded(-500, none)
                .state("n", "1", Initial.uniform(0, 1))
                .bounded(0, none)
                .state("DKi", "mM", Initial.uniform(-10, -5))
                .bounded(-100, none)
                .state("Kg", "mM", Initial.uniform(-15, -5))
                .bounded(-100, none)
                .parameter("E", 0, "mV", "reversal potential of synapses")
                .parameter("K_bath", 5.5, "mM", "potassium in the bath")
                .parameter("J", 0.1, "1", "synaptic weight")
                .parameter("eta", 0, "mV/ms", "centre of the excitabilities")
                .parameter("Delta", 1, "mV/ms", "half width of the excitabilities")
                .notNegative()
                .parameter("c_minus", -40, "mV", "vertex of the left parabola")
                .parameter("R_minus", 0.5, "1/(mV*ms)", "curvature of the left parabola")
                .parameter("c_plus", -20, "mV", "vertex of the right parabola")
                .parameter("R_plus", -0.5, "1/(mV*ms)", "curvature of the right parabola")
                .parameter("Vstar", -31, "mV", "where the parabolas meet")
                .parameter("Cm", 1, "pF", "membrane capacitance")
                .positive()
                .parameter("tau_n", 4, "ms", "time constant of potassium gating")
                .positive()
                .parameter("gamma", 0.04, "mM/(pA*ms)", "concentration per charge, in a volume of 1 µm³")
                .parameter("epsilon", 0.001, "1/ms", "rate of diffusion")
                .parameter(sigma("x", "mV"))
                .parameter(sigma("V", "mV"))
                .parameter(sigma("n", "1"))
                .parameter(sigma("DKi", "mM"))
                .parameter(sigma("Kg", "mM"))
                .input("c_x", "mV", "Σ w x of other nodes")
                .equations("""
                        K_i = 130 + DKi
                        K_o = 4.8 - 2160/720*DKi + Kg
                        Na_i = 16 - DKi
                        Na_o = 138 + 2160/720*DKi
                        m_inf = sigmoid((V + 24)/12)
                        n_inf = sigmoid((V + 19)/18)
                        h = 1.1 - sigmoid(8*(n - 0.4))
                        I_K = (0.12 + 22*n)*(V - 26.64*log(K_o/K_i))
                        I_Na = (0.02 + 40*m_inf*h)*(V - 26.64*log(Na_o/Na_i))
                        I_Cl = 7.5*(V + 26.64*log(112/5))
                        I_pump = 250*sigmoid((Na_i - 21)/2)*sigmoid((K_o - 5.5)/1[mM])
                        R = where(V <= Vstar, R_minus, R_plus)
                        c = where(V <= Vstar, c_minus, c_plus)
                        I_m = I_Cl + I_Na + I_K + I_pump
                        dx/dt = Delta + 2*R*(V - c)*x - J*(R_minus*x/pi)*x + sigma_x*xi_x
                        dV/dt = -I_m/Cm - R*x^2 + eta + R_minus/pi*c_x*(E - V) + sigma_V*xi_V
                        dn/dt = (n_inf - n)/tau_n + sigma_n*xi_n
                        dDKi/dt = -gamma/2160*(I_K - 2*I_pump) + sigma_DKi*xi_DKi
                        dKg/dt = epsilon*(K_bath - K_o) + sigma_Kg*xi_Kg
                        """)
                .build();
    }
}
