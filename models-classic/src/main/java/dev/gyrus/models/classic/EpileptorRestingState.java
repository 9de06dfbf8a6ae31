package dev.gyrus.models.classic;

import dev.gyrus.core.Coupling;
import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;
import dev.gyrus.core.spi.ModelProvider;
import java.util.List;
import java.util.Map;

/**
 * The {@link Epileptor} beside an oscillator of resting-state rhythms, mixed in the local field potential.
 *
 * <pre>
 *   dx_rs/dt = d_rs τ_rs (α_rs y_rs − f_rs x_rs³ + e_rs x_rs² + γ_rs (I_rs + K_rs c_x_rs))
 *   dy_rs/dt = d_rs (a_rs + b_rs x_rs − β_rs y_rs)/τ_rs
 *   lfp = p (x2 − x1) + (1 − p) x_rs
 * </pre>
 *
 * <p>The other variables, their coupling and its option are those of the Epileptor. Names and defaults are those of
 * TVB's {@code EpileptorRestingState}.
 *
 * <p>Reference: Courtiol, Guye, Bartolomei, Petkoski, Jirsa, J. Neurosci. 40, 2020, doi:10.1523/JNEUROSCI.0905-19.2020.
 */
public final class EpileptorRestingState extends Model {
    /** For the service loader. */
    public EpileptorRestingState() {
        super("epileptor-resting-state", "epilepsy");
    }

    @Override
    public List<ModelProvider.Option> options() {
        return List.of(NetworkInput.OPTION);
    }

    /** The model with TVB's defaults. */
    public static Node node() {
        return new EpileptorRestingState().node(Map.of());
    }

    @Override
    public Node node(Map<String, String> options) {
        Coupling coupling = NetworkInput.of(options).coupling();
        return Node.named("epileptor-resting-state")
                .doc("the Epileptor beside an oscillator of resting-state rhythms")
                .reference("Courtiol, Guye, Bartolomei, Petkoski, Jirsa, J. Neurosci. 40, 2020,"
                        + " doi:10.1523/JNEUROSCI.0905-19.2020")
                .mass(mass())
                .sync(Sync.of("x1", "c_x1", coupling))
                .sync(Sync.of("x2", "c_x2", coupling))
                .sync(Sync.of("x_rs", "c_x_rs", coupling))
                .defaultOutput("lfp")
                .build();
    }

    private static Mass mass() {
        return EpileptorParts.full("epileptor")
                .state("x_rs", "1", Initial.uniform(-2, 4))
                .state("y_rs", "1", Initial.uniform(-6, 6))
                .parameter("tau_rs", 1, "1", "separation of time scales of the resting oscillator")
                .positive()
                .parameter("I_rs", 0, "1", "input to the resting oscillator")
                .parameter("a_rs", -2, "1", "vertical shift of y_rs's nullcline")
                .parameter("b_rs", -10, "1", "linear coefficient of y_rs")
                .parameter("d_rs", 0.02, "1/ms", "speed of the resting oscillator")
                .positive()
                .parameter("e_rs", 3, "1", "quadratic coefficient of x_rs")
                .parameter("f_rs", 1, "1", "cubic coefficient of x_rs")
                .parameter("alpha_rs", 1, "1", "feedback of y_rs to x_rs")
                .parameter("beta_rs", 1, "1", "feedback of y_rs to itself")
                .parameter("gamma_rs", 1, "1", "scale of all input to the resting oscillator")
                .parameter("K_rs", 1, "1", "coupling of resting oscillators")
                .parameter("p", 0, "1", "share of the Epileptor in the local field potential")
                .parameter(sigma("x_rs", "1"))
                .parameter(sigma("y_rs", "1"))
                .input("c_x_rs", "1", "coupling of x_rs")
                .equations(EpileptorParts.fullEquations(Map.of()) + """
                        input_rs = gamma_rs*(I_rs + K_rs*c_x_rs)
                        drift_rs = alpha_rs*y_rs - f_rs*x_rs^3 + e_rs*x_rs^2 + input_rs
                        dx_rs/dt = d_rs*tau_rs*drift_rs + sigma_x_rs*xi_x_rs
                        dy_rs/dt = d_rs*(a_rs + b_rs*x_rs - beta_rs*y_rs)/tau_rs + sigma_y_rs*xi_y_rs
                        output lfp = p*(x2 - x1) + (1 - p)*x_rs
                        """)
                .build();
    }
}
