package dev.gyrus.models.classic;

import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;
import dev.gyrus.core.spi.ModelProvider.Option;
import java.util.List;
import java.util.Map;

/**
 * What the bursters on the unfolding of the degenerate Takens–Bogdanov point share.
 *
 * <p>The parameters (µ2, µ1, ν) of a fast subsystem move on a sphere of radius R, along the great circle through two
 * points:
 *
 * <pre>
 *   (µ2, µ1, ν) = R (e cos z + f sin z)
 * </pre>
 *
 * <p>e is the unit vector to the first point, f the one orthogonal to it in the plane of both. The slow variable z
 * moves with the distance of (x, y) from the resting state (x_s, 0).
 */
final class TakensBogdanovParts {
    private static final Option BRANCH = new Option(
            "N", "branch of resting states: the largest, the smallest, the middle root", List.of("1", "2", "3"));

    private static final Option MODIFICATION = new Option(
            "modification", "whether z is kept near the arc, as negative dstar needs", List.of("true", "false"));

    static final List<Option> OPTIONS = List.of(BRANCH, MODIFICATION, NetworkInput.OPTION);

    private TakensBogdanovParts() {}

    /** A node of one such burster. */
    static Node node(String name, String doc, Mass mass, Map<String, String> options) {
        return Node.named(name)
                .doc(doc)
                .reference("Saggio, Spiegler, Bernard, Jirsa, J. Math. Neurosci. 7, 2017,"
                        + " doi:10.1186/s13408-017-0050-8")
                .mass(mass)
                .sync(Sync.of("x", "c_x", NetworkInput.of(options).coupling()))
                .defaultOutput("x")
                .build();
    }

    /** The coordinates of a point in the unfolding: {@code mu1_<point>}, {@code mu2_<point>}, {@code nu_<point>}. */
    static void point(Mass.Builder mass, String point, double mu1, double mu2, double nu, String doc) {
        mass.parameter("mu1_" + point, mu1, "1", "µ1 at " + doc)
                .parameter("mu2_" + point, mu2, "1", "µ2 at " + doc)
                .parameter("nu_" + point, nu, "1", "ν at " + doc);
    }

    /** Parameters other than those of the arc. */
    static Mass.Builder common(Mass.Builder mass, double c) {
        return mass.parameter("b", 1, "1", "type of the unfolding; the default is of focus type")
                .parameter("R", 0.4, "1", "radius of the sphere in the unfolding")
                .positive()
                .parameter("c", c, "1", "slowness of z")
                .parameter("dstar", 0.3, "1", "distance from rest at which z turns")
                .parameter("Ks", 0, "1", "permittivity coupling, onto z")
                .parameter("tt", 1, "1/ms", "speed of the whole system")
                .positive()
                .parameter(Model.sigma("x", "1"))
                .parameter(Model.sigma("y", "1"))
                .parameter(Model.sigma("z", "1"))
                .input("c_x", "1", "coupling of x");
    }

    /** Defines the unit vector {@code <vector>_mu2, …} towards a point. */
    static String towards(String vector, String point) {
        return """
                %1$s_norm = sqrt(mu2_%2$s^2 + mu1_%2$s^2 + nu_%2$s^2)
                %1$s_mu2 = mu2_%2$s/%1$s_norm
                %1$s_mu1 = mu1_%2$s/%1$s_norm
                %1$s_nu = nu_%2$s/%1$s_norm
                """.formatted(vector, point);
    }

    /** Defines the unit vector orthogonal to one unit vector, in its plane with another. */
    static String orthogonal(String vector, String to, String with) {
        return """
                %1$s_dot = %2$s_mu2*%3$s_mu2 + %2$s_mu1*%3$s_mu1 + %2$s_nu*%3$s_nu
                %1$s_rest_mu2 = %3$s_mu2 - %1$s_dot*%2$s_mu2
                %1$s_rest_mu1 = %3$s_mu1 - %1$s_dot*%2$s_mu1
                %1$s_rest_nu = %3$s_nu - %1$s_dot*%2$s_nu
                %1$s_norm = sqrt(%1$s_rest_mu2^2 + %1$s_rest_mu1^2 + %1$s_rest_nu^2)
                %1$s_mu2 = %1$s_rest_mu2/%1$s_norm
                %1$s_mu1 = %1$s_rest_mu1/%1$s_norm
                %1$s_nu = %1$s_rest_nu/%1$s_norm
                """.formatted(vector, to, with);
    }

    /** Defines a unit vector on the circle of two orthogonal ones. */
    static String turned(String vector, String first, String second, String angle) {
        return """
                %1$s_mu2 = %2$s_mu2*cos(%4$s) + %3$s_mu2*sin(%4$s)
                %1$s_mu1 = %2$s_mu1*cos(%4$s) + %3$s_mu1*sin(%4$s)
                %1$s_nu = %2$s_nu*cos(%4$s) + %3$s_nu*sin(%4$s)
                """.formatted(vector, first, second, angle);
    }

    /** The equations of x, y and z on the circle of {@code e} and {@code f}. */
    static String dynamics(Map<String, String> options) {
        boolean kept = !"false".equals(options.get(MODIFICATION.name()));
        return turned("here", "e", "f", "z") + """
                mu2 = R*here_mu2
                mu1 = R*here_mu1
                nu = R*here_nu
                """ + restingState(options.getOrDefault(BRANCH.name(), "1"))
                + """
                dx/dt = -tt*y + sigma_x*xi_x
                dy/dt = tt*(x^3 - mu2*x - mu1 - y*(nu + b*x + x^2)) + sigma_y*xi_y
                dz/dt = -tt*c*(sqrt((x - xs)^2 + y^2) - dstar + KEPT + Ks*c_x) + sigma_z*xi_z
                """.replace("KEPT", kept ? "0.1*(z - 0.5)^7" : "0");
    }

    /**
     * Defines xs, a root of x³ − µ2 x − µ1.
     *
     * <p>Of three real roots the largest is s (1 + w) with s = √(µ2/3) and w √(w + 3) = √(2 + µ1/s³), 0 ≤ w ≤ 1: three
     * Newton steps from a quadratic guess give all digits, also where roots meet. The smallest is minus the largest
     * root for −µ1, and all three sum to zero. Beyond a fold one real root is left; xs then goes on as in the published
     * code, which adds real parts of principal cube roots (half of |q|^⅓ for negative q): on the vanished branch it is
     * the real part of the complex pair.
     */
    private static String restingState(String branch) {
        String roots = switch (branch) {
            case "1" -> largest("root", "mu1") + weights("root", 1, 0.5, 1, 0.5);
            case "2" -> largest("top", "-mu1") + "root = -top\n" + weights("root", -0.5, -1, -0.5, 0.5);
            default ->
                largest("high", "mu1")
                        + largest("low", "-mu1")
                        + "root = low - high\n"
                        + weights("root", -0.5, 0.5, -0.5, -1);
        };
        return """
                s = sqrt(max(mu2, 1e-12)/3)
                discriminant = mu1^2/4 - mu2^3/27
                q1 = mu1/2 + sqrt(max(discriminant, 0))
                q2 = mu1/2 - sqrt(max(discriminant, 0))
                """ + roots;
    }

    /** Defines the largest root, in terms of u² = 2 + µ1/s³. */
    private static String largest(String root, String mu1) {
        StringBuilder text = new StringBuilder("""
                u_%1$s = sqrt(2 + clip(%2$s/s^3, -2, 2))
                w0_%1$s = u_%1$s*(0.5773502691896258 - 0.0386751345948129*u_%1$s)
                """.formatted(root, mu1));
        for (int k = 0; k < 3; k++) {
            text.append("""
                    v%1$d_%3$s = sqrt(w%1$d_%3$s + 3)
                    w%2$d_%3$s = w%1$d_%3$s - (w%1$d_%3$s*v%1$d_%3$s - u_%3$s)/(v%1$d_%3$s + w%1$d_%3$s/(2*v%1$d_%3$s))
                    """.formatted(k, k + 1, root));
        }
        return text.append("%1$s = s*(1 + w3_%1$s)\n".formatted(root)).toString();
    }

    /**
     * Defines xs: the root inside the folds, beyond them a sum of |q1|^⅓ and |q2|^⅓. Their weights are real parts of
     * the branch's cube root of unity (its conjugate for q2), times exp(iπ/3) for negative q.
     */
    private static String weights(String root, double first, double firstBelow, double second, double secondBelow) {
        return """
                past = where(q1 < 0, %s, %s)*abs(q1)^(1/3) + where(q2 < 0, %s, %s)*abs(q2)^(1/3)
                xs = where(discriminant < 0, %s, past)
                """.formatted(firstBelow, first, secondBelow, second, root);
    }
}
