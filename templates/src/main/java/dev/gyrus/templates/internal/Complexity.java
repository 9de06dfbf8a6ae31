package dev.gyrus.templates.internal;

import dev.gyrus.templates.internal.Declared.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds out which variables are complex: those declared so, and those that complex ones make so. */
final class Complexity {
    private final Map<Unit, Set<String>> complex = new HashMap<>();

    private Complexity() {}

    static Complexity of(Flattening.Flat flat) {
        Complexity complexity = new Complexity();
        Map<Operator, Boolean> mentioned = new IdentityHashMap<>();
        boolean any = false;
        for (Unit unit : flat.units()) {
            for (Unit.Instance instance : unit.instances) {
                any |= mentioned.computeIfAbsent(instance.operator(), Complexity::mentions);
            }
        }
        for (boolean changed = any; changed; ) {
            changed = false;
            for (Unit unit : flat.units()) {
                for (Unit.Instance instance : unit.instances) {
                    for (String variable : instance.operator().names()) {
                        if (!complexity.has(unit, instance.label() + "/" + variable)
                                && complexity.becomes(unit, instance, variable)) {
                            complexity
                                    .complex
                                    .computeIfAbsent(unit, u -> new HashSet<>())
                                    .add(instance.label() + "/" + variable);
                            changed = true;
                        }
                    }
                }
            }
        }
        return complexity;
    }

    private static boolean mentions(Operator operator) {
        return operator.variables().values().stream().anyMatch(Declared::complex)
                || operator.equations().stream().anyMatch(e -> imaginary(e.value()));
    }

    private static boolean imaginary(Expr e) {
        return e instanceof Expr.Imaginary || children(e).stream().anyMatch(Complexity::imaginary);
    }

    private static List<Expr> children(Expr e) {
        if (e instanceof Expr.Negate n) {
            return List.of(n.operand());
        } else if (e instanceof Expr.Binary b) {
            return List.of(b.left(), b.right());
        } else if (e instanceof Expr.Call c) {
            return c.arguments();
        }
        return List.of();
    }

    /** Whether {@code operator/variable} of a unit is complex. */
    boolean has(Unit unit, String variable) {
        return complex.getOrDefault(unit, Set.of()).contains(variable);
    }

    /** The complex variables of a unit. */
    Set<String> of(Unit unit) {
        return complex.getOrDefault(unit, Set.of());
    }

    private boolean becomes(Unit unit, Unit.Instance instance, String variable) {
        Declared declared = instance.operator().variables().get(variable);
        List<Declared.Complex> values = instance.value(variable);
        if ((declared != null && declared.complex()) || values.stream().anyMatch(v -> v.im() != 0)) {
            return true;
        }
        if (declared != null && declared.kind() == Kind.INPUT) {
            List<String> sources = sources(unit, instance, variable);
            List<Wire> wires = unit.fed.getOrDefault(instance.label() + "/" + variable, List.of());
            return sources.stream().anyMatch(source -> has(unit, source))
                    || wires.stream().anyMatch(wire -> wire.pairwise().isEmpty() && has(wire.from(), wire.source()));
        }
        boolean saidReal = declared != null && declared.valued();
        return !saidReal
                && instance.operator()
                        .equation(variable)
                        .filter(e -> isComplex(unit, instance, e.value()))
                        .isPresent();
    }

    private boolean isComplex(Unit unit, Unit.Instance instance, Expr e) {
        if (e instanceof Expr.Imaginary) {
            return true;
        } else if (e instanceof Expr.Name n) {
            return has(unit, instance.label() + "/" + n.name());
        } else if (e instanceof Expr.Past p) {
            return has(unit, instance.label() + "/" + p.name());
        } else if (e instanceof Expr.Call c && Set.of("real", "imag", "abs").contains(c.function())) {
            return false;
        }
        return children(e).stream().anyMatch(child -> isComplex(unit, instance, child));
    }

    /** The variables of the same unit that feed an input. */
    static List<String> sources(Unit unit, Unit.Instance instance, String input) {
        String explicit = instance.feeds().get(input);
        if (explicit != null) {
            return List.of(explicit);
        }
        List<String> sources = new ArrayList<>();
        for (Unit.Instance other : unit.instances) {
            if (other != instance
                    && other.scope().equals(instance.scope())
                    && other.operator().output().equals(input)) {
                sources.add(other.label() + "/" + input);
            }
        }
        return sources;
    }
}
