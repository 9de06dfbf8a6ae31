package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.spi.ModelProvider.Option;
import java.util.List;
import java.util.Map;

/** What the models of the Epileptor family share: states, parameters and lines of equations. */
final class EpileptorParts {
    static final Option MODIFICATION = new Option(
            "modification", "whether x1 acts on z through a sigmoid instead of linearly", List.of("false", "true"));

    private EpileptorParts() {}

    /** Parameters of the first population and of z; the unit of {@code tt} gives all variables their time. */
    static Mass.Builder fastAndSlow(Mass.Builder mass) {
        return mass.parameter("a", 1, "1", "cubic coefficient of x1")
                .parameter("b", 3, "1", "quadratic coefficient of x1")
                .parameter("c", 1, "1", "offset of y1")
                .parameter("d", 5, "1", "quadratic coefficient of y1")
                .parameter("r", 0.00035, "1", "slowness of z")
                .parameter("x0", -1.6, "1", "excitability; seizures recur above −2.06")
                .parameter("Iext", 3.1, "1", "input to the first population")
                .parameter("slope", 0, "1", "linear coefficient of x1")
                .parameter("Kvf", 0, "1", "very fast coupling, onto x1")
                .parameter("Ks", 0, "1", "permittivity coupling, onto z; as published it is negative")
                .parameter("tt", 1, "1/ms", "speed of the whole system")
                .positive()
                .input("c_x1", "1", "coupling of x1");
    }

    /** The six variables of the full model, without their equations. */
    static Mass.Builder full(String name) {
        return fastAndSlow(Mass.named(name)
                        .state("x1", "1", Initial.uniform(-1.8, -1.4))
                        .state("y1", "1", Initial.uniform(-15, -10))
                        .state("z", "1", Initial.uniform(3.6, 4))
                        .state("x2", "1", Initial.uniform(-1.1, -0.9))
                        .state("y2", "1", Initial.uniform(0.001, 0.01))
                        .state("g", "1", Initial.uniform(-1, 1)))
                .output("lfp", "1")
                .parameter("s", 4, "1", "linear coefficient of z")
                .parameter("Iext2", 0.45, "1", "input to the second population")
                .parameter("tau", 10, "1", "time constant of y2")
                .positive()
                .parameter("aa", 6, "1", "linear coefficient of y2")
                .parameter("bb", 2, "1", "effect of the filtered x1 on x2")
                .parameter("Kf", 0, "1", "fast coupling, onto x2")
                .parameter(Model.sigma("x1", "1"))
                .parameter(Model.sigma("y1", "1"))
                .parameter(Model.sigma("z", "1"))
                .parameter(Model.sigma("x2", "1"))
                .parameter(Model.sigma("y2", "1"))
                .parameter(Model.sigma("g", "1"))
                .input("c_x2", "1", "coupling of x2");
    }

    /** The equations of the full model. */
    static String fullEquations(Map<String, String> options) {
        return slow("s", options) + """
                f1 = where(x1 < 0, b*x1 - a*x1^2, slope - x2 + 0.6*(z - 4)^2)
                f2 = where(x2 < -0.25, 0, aa*(x2 + 0.25))
                dx1/dt = tt*(y1 - z + Iext + Kvf*c_x1 + f1*x1) + sigma_x1*xi_x1
                dy1/dt = tt*(c - d*x1^2 - y1) + sigma_y1*xi_y1
                dx2/dt = tt*(-y2 + x2 - x2^3 + Iext2 + bb*g - 0.3*(z - 3.5) + Kf*c_x2) + sigma_x2*xi_x2
                dy2/dt = tt*(f2 - y2)/tau + sigma_y2*xi_y2
                dg/dt = -0.01*tt*(g - 0.1*x1) + sigma_g*xi_g
                """;
    }

    /**
     * The equation of z.
     *
     * @param s the linear coefficient, as written in equations
     */
    static String slow(String s, Map<String, String> options) {
        String drive = "true".equals(options.get(MODIFICATION.name()))
                ? "x0 + 3*sigmoid((x1 + 0.5)/0.1)"
                : s + "*(x1 - x0) + where(z < 0, -0.1*z^7, 0)";
        return "dz/dt = tt*r*(%s - z + Ks*c_x1) + sigma_z*xi_z\n".formatted(drive);
    }
}
