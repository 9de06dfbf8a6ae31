package dev.gyrus.core.internal.coupling;

import dev.gyrus.core.Coupling;
import dev.gyrus.core.spi.CouplingProvider;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The couplings of core as services, under the names of experiment files and with their published defaults. */
public abstract class BuiltIn implements CouplingProvider {
    private static final Parameter GAIN = new Parameter("a", 1, "gain");
    private static final Parameter SMALL_GAIN = new Parameter("a", 0.00390625, "gain");
    private static final Parameter MIDPOINT = new Parameter("midpoint", 0, "where the curve is steepest");
    private static final List<Parameter> ACTIVATION = List.of(
            new Parameter("H", 0.5, "gain"),
            new Parameter("Q", 1, "offset"),
            new Parameter("G", 60, "steepness"),
            new Parameter("P", 1, "gain of the source"),
            new Parameter("theta", 0.5, "threshold"));

    private final String name;
    private final String description;
    private final List<Parameter> parameters;
    private final Function<Map<String, Double>, Coupling> factory;

    private BuiltIn(
            String name,
            String description,
            List<Parameter> parameters,
            Function<Map<String, Double>, Coupling> factory) {
        this.name = name;
        this.description = description;
        this.parameters = parameters;
        this.factory = factory;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public Coupling create(Map<String, Double> values) {
        return factory.apply(values);
    }

    /** Σ w x_j. */
    public static final class Additive extends BuiltIn {
        public Additive() {
            super("additive", "Σ w x_j", List.of(), values -> Coupling.additive());
        }
    }

    /** Σ w (x_j − x_i). */
    public static final class Diffusive extends BuiltIn {
        public Diffusive() {
            super("diffusive", "Σ w (x_j − x_i)", List.of(), values -> Coupling.diffusive());
        }
    }

    /** x_i Σ w x_j. */
    public static final class Multiplicative extends BuiltIn {
        public Multiplicative() {
            super("multiplicative", "x_i Σ w x_j", List.of(), values -> Coupling.multiplicative());
        }
    }

    /** Σ w sin(x_j − x_i). */
    public static final class Sine extends BuiltIn {
        public Sine() {
            super("sine", "Σ w sin(x_j − x_i)", List.of(), values -> Coupling.sine());
        }
    }

    /** a Σ w x_j + b. */
    public static final class Linear extends BuiltIn {
        public Linear() {
            super(
                    "linear",
                    "a Σ w x_j + b",
                    List.of(SMALL_GAIN, new Parameter("b", 0, "offset")),
                    v -> Coupling.linear(v.get("a"), v.get("b")));
        }
    }

    /** a Σ w x_j. */
    public static final class Scaling extends BuiltIn {
        public Scaling() {
            super("scaling", "a Σ w x_j", List.of(SMALL_GAIN), v -> Coupling.scaling(v.get("a")));
        }
    }

    /** Σ w a (1 + tanh((b x_j − midpoint)/σ)). */
    public static final class HyperbolicTangent extends BuiltIn {
        public HyperbolicTangent() {
            super(
                    "hyperbolic-tangent",
                    "Σ w a (1 + tanh((b x_j − midpoint)/σ))",
                    List.of(
                            new Parameter("a", 1, "half of the largest value"),
                            new Parameter("b", 1, "gain of the source"),
                            MIDPOINT,
                            new Parameter("sigma", 1, "width")),
                    v -> Coupling.hyperbolicTangent(v.get("a"), v.get("b"), v.get("midpoint"), v.get("sigma")));
        }
    }

    /** cmin + (cmax − cmin)/(1 + exp(−a (Σ w x_j − midpoint)/σ)). */
    public static final class Sigmoidal extends BuiltIn {
        public Sigmoidal() {
            super(
                    "sigmoidal",
                    "cmin + (cmax − cmin)/(1 + exp(−a (Σ w x_j − midpoint)/σ))",
                    List.of(
                            new Parameter("cmin", -1, "lower limit"),
                            new Parameter("cmax", 1, "upper limit"),
                            MIDPOINT,
                            GAIN,
                            new Parameter("sigma", 230, "width")),
                    v -> Coupling.sigmoidal(
                            v.get("cmin"), v.get("cmax"), v.get("midpoint"), v.get("a"), v.get("sigma")));
        }
    }

    /** a Σ w (cmin + (cmax − cmin)/(1 + exp(r (midpoint − (x_j − y2_j))))). */
    public static final class SigmoidalJansenRit extends BuiltIn {
        public SigmoidalJansenRit() {
            super(
                    "sigmoidal-jansen-rit",
                    "a Σ w (cmin + (cmax − cmin)/(1 + exp(r (midpoint − (x_j − y2_j)))))",
                    List.of(
                            new Parameter("cmin", 0, "lower limit"),
                            new Parameter("cmax", 0.005, "upper limit"),
                            new Parameter("midpoint", 6, "where the curve is steepest"),
                            new Parameter("r", 0.56, "steepness"),
                            GAIN),
                    v -> Coupling.sigmoidalJansenRit(
                            "y2", v.get("cmin"), v.get("cmax"), v.get("midpoint"), v.get("r"), v.get("a")));
        }
    }

    /** Σ w H (Q + tanh(G (P x_j − θ))). */
    public static final class PreSigmoidal extends BuiltIn {
        public PreSigmoidal() {
            super(
                    "pre-sigmoidal",
                    "Σ w H (Q + tanh(G (P x_j − θ)))",
                    ACTIVATION,
                    v -> Coupling.preSigmoidal(v.get("H"), v.get("Q"), v.get("G"), v.get("P"), v.get("theta")));
        }
    }

    /** Σ w H (Q + tanh(G (P x_j − theta_j))), theta a variable of the source. */
    public static final class PreSigmoidalDynamic extends BuiltIn {
        public PreSigmoidalDynamic() {
            super(
                    "pre-sigmoidal-dynamic",
                    "Σ w H (Q + tanh(G (P x_j − theta_j))), theta a variable of the source",
                    ACTIVATION.subList(0, 4),
                    v -> Coupling.preSigmoidal("source.theta", v.get("H"), v.get("Q"), v.get("G"), v.get("P")));
        }
    }

    /** a Σ w (x_j − x_i). */
    public static final class Difference extends BuiltIn {
        public Difference() {
            super(
                    "difference",
                    "a Σ w (x_j − x_i)",
                    List.of(new Parameter("a", 0.1, "gain")),
                    v -> Coupling.difference(v.get("a")));
        }
    }

    /** (a/N) Σ w sin(x_j − x_i). */
    public static final class Kuramoto extends BuiltIn {
        public Kuramoto() {
            super("kuramoto", "(a/N) Σ w sin(x_j − x_i)", List.of(GAIN), v -> Coupling.kuramoto(v.get("a")));
        }
    }
}
