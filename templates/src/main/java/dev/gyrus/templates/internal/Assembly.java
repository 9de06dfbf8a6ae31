package dev.gyrus.templates.internal;

import dev.gyrus.core.Problem;
import dev.gyrus.templates.internal.Declared.Complex;
import dev.gyrus.templates.internal.Declared.Kind;
import dev.gyrus.templates.internal.Splitting.Parts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Joins the operators of a node into one set of real equations. */
final class Assembly {
    private final Unit unit;
    private final Set<String> complex;
    private final Naming naming;
    private final boolean united;
    private final Map<String, Parts> names = new LinkedHashMap<>();
    private final List<Model.Quantity> quantities = new ArrayList<>();
    private final List<Model.Constant> constants = new ArrayList<>();
    private final List<Model.Port> inputs = new ArrayList<>();
    private final Map<String, Model.Past> pasts = new LinkedHashMap<>();

    private Assembly(Unit unit, Set<String> complex) {
        this.unit = unit;
        this.complex = complex;
        this.naming = new Naming(unit, complex);
        this.united = unit.instances.stream()
                .flatMap(i -> i.operator().variables().values().stream())
                .anyMatch(declared -> !declared.unit().isEmpty());
    }

    static Model of(Unit unit, Set<String> complex) {
        Assembly assembly = new Assembly(unit, complex);
        assembly.name();
        assembly.define();
        List<Model.Quantity> quantities = assembly.recordable();
        return new Model(
                unit.kind,
                quantities,
                assembly.constants,
                assembly.inputs,
                List.copyOf(assembly.pasts.values()),
                assembly.names,
                assembly.united);
    }

    private void name() {
        for (Unit.Instance instance : unit.instances) {
            for (String variable : instance.operator().names()) {
                String key = instance.label() + "/" + variable;
                if (!naming.resolved(key).equals(key)) {
                    continue;
                }
                String name = naming.of(key);
                Complex value = instance.value(variable).get(0);
                boolean constant = isConstant(instance, variable);
                if (complex.contains(key) && constant) {
                    names.put(key, new Parts(new Expr.Num(value.re()), new Expr.Num(value.im())));
                } else if (complex.contains(key)) {
                    names.put(
                            key,
                            new Parts(
                                    new Expr.Name(naming.free(name + "_re")),
                                    new Expr.Name(naming.free(name + "_im"))));
                } else {
                    names.put(key, Parts.real(new Expr.Name(name)));
                }
                if (constant && !complex.contains(key)) {
                    Declared declared = instance.operator().variables().get(variable);
                    constants.add(new Model.Constant(name, unitOf(declared), declared.doc(), key));
                }
            }
        }
        for (Unit.Instance instance : unit.instances) {
            for (String variable : instance.operator().names()) {
                String key = instance.label() + "/" + variable;
                names.computeIfAbsent(key, k -> names.get(naming.resolved(k)));
            }
        }
    }

    /** Whether nothing defines a variable: a constant, a variable without equation, or an input that nothing feeds. */
    private boolean isConstant(Unit.Instance instance, String variable) {
        Declared declared = instance.operator().variables().get(variable);
        if (declared == null || instance.operator().equation(variable).isPresent()) {
            return false;
        }
        return declared.kind() != Kind.INPUT
                || (Complexity.sources(unit, instance, variable).isEmpty()
                        && !unit.fed.containsKey(instance.label() + "/" + variable));
    }

    private static String unitOf(Declared declared) {
        return declared == null || declared.unit().isEmpty() ? "1" : declared.unit();
    }

    private void define() {
        for (Unit.Instance instance : unit.instances) {
            instance.operator().variables().forEach((variable, declared) -> {
                String key = instance.label() + "/" + variable;
                if (declared.kind() == Kind.INPUT
                        && naming.resolved(key).equals(key)
                        && !isConstant(instance, variable)) {
                    input(instance, variable, key, declared);
                }
            });
            for (Equation equation : instance.operator().equations()) {
                equation(instance, equation);
            }
        }
    }

    /** The sum of what feeds an input, or the input of the node itself where only edges do. */
    private void input(Unit.Instance instance, String variable, String key, Declared declared) {
        List<String> sources = Complexity.sources(unit, instance, variable);
        Parts own = names.get(key);
        for (int part = 0; part < (own.isReal() ? 1 : 2); part++) {
            String name = ((Expr.Name) (part == 0 ? own.re() : own.im())).name();
            Expr sum = null;
            for (String source : sources) {
                Parts parts = names.get(source);
                Expr term = part == 0 ? parts.re() : parts.imaginary();
                sum = sum == null ? term : Sums.add(sum, term);
            }
            boolean fed = unit.fed.containsKey(key);
            String port = sources.isEmpty() ? name : naming.free(name + "_in");
            if (fed) {
                inputs.add(new Model.Port(port, unitOf(declared), declared.doc()));
                sum = sum == null ? null : new Expr.Binary("+", sum, new Expr.Name(port));
            }
            if (sum != null) {
                quantities.add(new Model.Quantity(name, Model.Kind.VALUE, sum, unitOf(declared), key, part, null));
            }
        }
    }

    private void equation(Unit.Instance instance, Equation equation) {
        String key = instance.label() + "/" + equation.name();
        Parts value = splitting(instance, equation).split(equation.value());
        Parts own = names.get(key);
        Declared declared = instance.operator().variables().get(equation.name());
        Model.Kind kind = equation.differential() ? Model.Kind.STATE : Model.Kind.VALUE;
        String re = ((Expr.Name) own.re()).name();
        quantities.add(new Model.Quantity(re, kind, value.re(), unitOf(declared), key, 0, equation));
        if (!own.isReal()) {
            String im = ((Expr.Name) own.im()).name();
            quantities.add(new Model.Quantity(im, kind, value.imaginary(), unitOf(declared), key, 1, equation));
        }
    }

    private Splitting splitting(Unit.Instance instance, Equation equation) {
        return new Splitting(
                name -> {
                    Parts known = names.get(instance.label() + "/" + name);
                    return known == null ? Parts.real(new Expr.Name(name)) : known;
                },
                past -> past(instance, equation, past),
                what -> dev.gyrus.core.GyrusException.input(equation.problem(
                        0, instance.label(), "what can be split into real and imaginary parts", what, "")));
    }

    private Parts past(Unit.Instance instance, Equation equation, Expr.Past past) {
        Parts now = names.get(instance.label() + "/" + past.name());
        Expr delay = splitting(instance, equation).split(past.delay()).re();
        Expr.names(delay, read -> {
            if (constants.stream().noneMatch(constant -> constant.name().equals(read))) {
                throw dev.gyrus.core.GyrusException.input(equation.problem(
                        equation.column(past.name()),
                        instance.label(),
                        "a delay made of constants",
                        "'" + read + "'",
                        ""));
            }
        });
        return now.isReal()
                ? Parts.real(past(now.re(), delay))
                : new Parts(past(now.re(), delay), past(now.im(), delay));
    }

    private Expr past(Expr quantity, Expr delay) {
        String name = ((Expr.Name) quantity).name();
        Model.Past known = pasts.computeIfAbsent(
                name + " " + delay, k -> new Model.Past(naming.free(name + "_past"), name, delay));
        return new Expr.Name(known.name());
    }

    /** Values that read no input become outputs, after it is sure that none needs itself. */
    private List<Model.Quantity> recordable() {
        Map<String, Model.Quantity> values = new LinkedHashMap<>();
        quantities.stream().filter(q -> q.kind() == Model.Kind.VALUE).forEach(q -> values.put(q.name(), q));
        Set<String> done = new HashSet<>();
        for (Model.Quantity quantity : values.values()) {
            checkCircle(quantity, values, new ArrayList<>(), done);
        }
        Set<String> driven = new HashSet<>();
        inputs.forEach(port -> driven.add(port.name()));
        pasts.values().forEach(past -> driven.add(past.name()));
        driven.add("t");
        for (boolean changed = true; changed; ) {
            changed = false;
            for (Model.Quantity quantity : values.values()) {
                boolean[] reads = {false};
                Expr.names(quantity.value(), n -> reads[0] |= driven.contains(n) || n.startsWith("xi_"));
                changed |= reads[0] && driven.add(quantity.name());
            }
        }
        return quantities.stream()
                .map(q -> q.kind() == Model.Kind.VALUE && !driven.contains(q.name()) && (!united || hasUnit(q))
                        ? new Model.Quantity(
                                q.name(), Model.Kind.OUTPUT, q.value(), q.unit(), q.origin(), q.part(), q.equation())
                        : q)
                .toList();
    }

    private boolean hasUnit(Model.Quantity quantity) {
        String[] origin = quantity.origin().split("/");
        Declared declared = unit.instance(origin[0]).operator().variables().get(origin[1]);
        return declared != null && (!declared.unit().isEmpty() || declared.kind() == Kind.OUTPUT);
    }

    private void checkCircle(
            Model.Quantity quantity, Map<String, Model.Quantity> values, List<String> path, Set<String> done) {
        if (done.contains(quantity.name())) {
            return;
        }
        int before = path.indexOf(quantity.origin());
        if (before >= 0) {
            path.add(quantity.origin());
            String circle = String.join(" → ", path.subList(before, path.size()));
            String expected = "variables without d/dt that do not need themselves";
            throw dev.gyrus.core.GyrusException.input(
                    quantity.equation() == null
                            ? unit.place.problem(unit.path, expected, circle, "")
                            : quantity.equation().problem(0, unit.path, expected, circle, ""));
        }
        path.add(quantity.origin());
        Expr.names(quantity.value(), read -> {
            if (values.containsKey(read)) {
                checkCircle(values.get(read), values, path, done);
            }
        });
        path.remove(path.size() - 1);
        done.add(quantity.name());
    }

    /** The problem of an edge that starts where an input passes through. */
    static Problem passing(Wire wire) {
        return wire.place()
                .problem(
                        wire.from().path + "/" + wire.source(),
                        "an edge that starts at a variable with d/dt, or at a function of such",
                        "one that other edges feed at the same moment",
                        "");
    }
}
