package dev.gyrus.core.internal.engine;

import dev.gyrus.core.Mass;
import dev.gyrus.core.internal.language.Expr;
import dev.gyrus.core.internal.language.Parser;
import dev.gyrus.core.internal.language.Statement;
import java.util.*;

record MassModel(
        Map<String, Expr> lets,
        Map<String, Expr> outputs,
        Map<String, Expr> holds,
        Map<String, Expr> drift,
        Map<String, Map<String, Expr>> noise,
        List<String> noiseNames) {
    static MassModel of(Mass mass) {
        var m = new MassModel(
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new ArrayList<>());
        for (Statement s : Parser.parse(mass.equations(), mass.name())) {
            if (s instanceof Statement.Let) m.lets.put(s.name(), s.value());
            else if (s instanceof Statement.Hold) m.holds.put(s.name(), s.value());
            else if (s instanceof Statement.Output) m.outputs.put(s.name(), s.value());
            else {
                Expr e = s.value();
                if (e instanceof Expr.Binary b
                        && b.op() == Expr.Op.ADD
                        && names(b.right()).stream().anyMatch(n -> n.startsWith("xi"))) {
                    m.drift.put(s.name(), b.left());
                    Expr.Binary prod = (Expr.Binary) b.right();
                    String xi = ((Expr.Name) prod.right()).name();
                    m.noise.put(s.name(), Map.of(xi, prod.left()));
                    m.noiseNames.add(xi);
                } else m.drift.put(s.name(), e);
            }
        }
        return m;
    }

    Optional<Expr> slope(Expr value) {
        return Optional.empty();
    }

    static Expr substitute(Expr e, Map<String, Expr> names) {
        if (e instanceof Expr.Name n) return names.getOrDefault(n.name(), e);
        if (e instanceof Expr.Binary b)
            return new Expr.Binary(b.op(), substitute(b.left(), names), substitute(b.right(), names));
        if (e instanceof Expr.Negate b) return new Expr.Negate(substitute(b.operand(), names));
        if (e instanceof Expr.Call c)
            return new Expr.Call(
                    c.function(),
                    c.arguments().stream().map(a -> substitute(a, names)).toList());
        return e;
    }

    static Set<String> names(Expr e) {
        if (e instanceof Expr.Name n) return Set.of(n.name());
        Set<String> s = new HashSet<>();
        if (e instanceof Expr.Binary b) {
            s.addAll(names(b.left()));
            s.addAll(names(b.right()));
        }
        if (e instanceof Expr.Negate b) s.addAll(names(b.operand()));
        if (e instanceof Expr.Call c) c.arguments().forEach(a -> s.addAll(names(a)));
        return s;
    }
}
