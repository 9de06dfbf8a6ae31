package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;

/**
 * The coloured noise that neurolib adds to its models: for each of some variables v, an Ornstein–Uhlenbeck process
 *
 * <pre>  dv_ou/dt = (v_ou_mean − v_ou)/tau_ou + sigma_ou ξ_v,</pre>
 *
 * <p>with one time scale and one intensity for all of them, started at its mean.
 *
 * @param unit of the processes
 * @param of the variables
 */
record OrnsteinUhlenbeck(String unit, String... of) {

    /** Adds states and parameters. */
    Mass.Builder declareIn(Mass.Builder mass) {
        mass.parameter("tau_ou", 5, "ms", "time scale of the Ornstein–Uhlenbeck input")
                .positive()
                .parameter("sigma_ou", 0, unit + "/√ms", "intensity of the Ornstein–Uhlenbeck input")
                .notNegative();
        for (String name : of) {
            mass.state(name + "_ou", unit, Initial.of(name + "_ou_mean"))
                    .parameter(name + "_ou_mean", 0, unit, "mean of the Ornstein–Uhlenbeck input to " + name);
        }
        return mass;
    }

    /** The equations of the model with those of the processes. */
    String after(String equations) {
        StringBuilder text = new StringBuilder(equations);
        for (String name : of) {
            text.append("d%1$s_ou/dt = (%1$s_ou_mean - %1$s_ou)/tau_ou + sigma_ou*xi_%1$s\n".formatted(name));
        }
        return text.toString();
    }
}
