package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.Quantity;
import dev.gyrus.cli.internal.experiment.Values;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Parameter;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Unit;
import dev.gyrus.stimulus.BallAndStick;
import dev.gyrus.stimulus.InputConversion;
import dev.gyrus.stimulus.PointNeuron;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Numbers as written to numbers in the unit of a part of a mass: besides those of that dimension, currents through the
 * mass's capacitance {@code C}, and fields through a cell's morphology and the mass's leak {@code gL} as well.
 */
final class Amplitudes {
    private static final Unit CURRENT = Unit.of("pA");
    private static final Unit DRIVE = Unit.of("mV/ms");
    private static final Unit FIELD = Unit.of("V/m");
    private static final Unit CAPACITANCE = Unit.of("pF");
    private static final Unit CONDUCTANCE = Unit.of("nS");

    private final Node node;
    private final Optional<Mass> mass;
    private final String unit;
    private final Optional<BallAndStick> cell;

    private Amplitudes(Node node, Optional<Mass> mass, String unit, Optional<BallAndStick> cell) {
        this.node = node;
        this.mass = mass;
        this.unit = unit;
        this.cell = cell;
    }

    /** Of an input or a parameter that a signal is added to, by its flat or qualified name. */
    static Amplitudes ofTarget(Node node, String name, BallAndStick cell) {
        return new Amplitudes(node, Declared.mass(node, name), Declared.target(node, name), Optional.of(cell));
    }

    /** Of a parameter or a variable that has a value; no field is one. */
    static Amplitudes ofValue(Node node, String name, String unit) {
        return new Amplitudes(node, Declared.mass(node, name), unit, Optional.empty());
    }

    /** The number in the declared unit; a field's is the amplitude of its equivalent at a frequency in Hz. */
    double convert(Quantity quantity, double frequency) {
        return reaches(quantity) && !Unit.of(quantity.unit()).isCompatible(Unit.of(unit))
                ? new InputConversion(neuron(isField(quantity)), cell.orElseGet(BallAndStick::pyramidal))
                        .convert(quantity.value(), Unit.of(quantity.unit()), Unit.of(unit), frequency)
                : compatible(quantity);
    }

    /** Numbers in the declared unit. */
    double[] convert(Values values) {
        return values.items().stream().mapToDouble(item -> convert(item, 0)).toArray();
    }

    /** How far the equivalent of an oscillating quantity is ahead of it, in rad: of a field, at a frequency in Hz. */
    double lead(Quantity quantity, double frequency) {
        return isField(quantity) && reaches(quantity) ? cell.orElseThrow().lead(frequency, neuron(true)) : 0;
    }

    static boolean isField(Quantity quantity) {
        return Conversion.isCompatible(quantity.unit(), FIELD.toString());
    }

    /** Whether there is a way from the quantity's unit to the declared one that is not a mere factor. */
    private boolean reaches(Quantity quantity) {
        return Conversion.isCompatible(quantity.unit(), CURRENT.toString()) && takesCurrent()
                || isField(quantity) && takesField();
    }

    private boolean takesCurrent() {
        return isDrive() && has("C", CAPACITANCE);
    }

    private boolean takesField() {
        return cell.isPresent()
                && (isDrive() || Unit.of(unit).isCompatible(CURRENT))
                && has("C", CAPACITANCE)
                && has("gL", CONDUCTANCE);
    }

    private boolean isDrive() {
        return Unit.of(unit).isCompatible(DRIVE);
    }

    private boolean has(String parameter, Unit measure) {
        return mass.flatMap(own -> own.parameter(parameter))
                .map(Parameter::unit)
                .filter(own -> Unit.of(own).isCompatible(measure))
                .isPresent();
    }

    /** For currents the capacitance alone matters. */
    private PointNeuron neuron(boolean leaky) {
        PointNeuron usual = PointNeuron.adex();
        double leak = leaky ? value("gL") : usual.leak();
        return new PointNeuron(value("C"), leak, usual.threshold(), usual.sharpness(), usual.potential());
    }

    private double value(String parameter) {
        String name = mass.orElseThrow().name();
        Parameter declared = mass.orElseThrow().parameter(parameter).orElseThrow();
        double[] values = node.value(name, declared);
        for (double value : values) {
            if (value != values[0]) {
                String expected = "a number in " + unit + " where " + name + "." + parameter
                        + ", which converts others, is not the same for all nodes";
                throw GyrusException.input("", expected, "one in another unit");
            }
        }
        return Unit.of(declared.unit()).toCoherent(values[0]);
    }

    private double compatible(Quantity quantity) {
        List<String> others = new ArrayList<>(List.of(unit));
        if (takesCurrent()) {
            others.add("pA");
        }
        if (takesField()) {
            others.add("V/m");
        }
        String last = others.remove(others.size() - 1);
        String expected = others.isEmpty() ? last : String.join(", ", others) + " or " + last;
        try {
            return Conversion.to(unit, expected, quantity);
        } catch (GyrusException e) {
            throw hintOfCapacitance(quantity, e);
        }
    }

    /** A mass without capacitance cannot say what a current is to it. */
    private GyrusException hintOfCapacitance(Quantity quantity, GyrusException e) {
        boolean electric =
                isField(quantity) || Conversion.isCompatible(quantity.unit(), CURRENT.toString()) && isDrive();
        if (!electric || mass.isEmpty() || has("C", CAPACITANCE) || e.problems().size() != 1) {
            return e;
        }
        Problem problem = e.problems().get(0);
        String hint = "'" + mass.get().name() + "' has no capacitance C to convert others with";
        return new GyrusException(e.kind(), List.of(problem.hint(hint)), e);
    }
}
