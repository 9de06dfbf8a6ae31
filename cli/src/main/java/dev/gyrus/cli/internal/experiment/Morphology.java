package dev.gyrus.cli.internal.experiment;

import dev.gyrus.stimulus.BallAndStick;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The {@code morphology} of an input: the cell through which an electric field acts. */
enum Morphology {
    DENDRITE("dendrite", "µm", BallAndStick::dendriteLength),
    DENDRITE_DIAMETER("dendrite_diameter", "µm", BallAndStick::dendriteDiameter),
    SOMA_DIAMETER("soma_diameter", "µm", BallAndStick::somaDiameter),
    CAPACITANCE("membrane_capacitance", "µF/cm²", BallAndStick::membraneCapacitance),
    RESISTANCE("membrane_resistance", "Ω·m²", BallAndStick::membraneResistance),
    RESISTIVITY("axial_resistivity", "Ω·m", BallAndStick::axialResistivity);

    private final String key;
    private final String unit;
    private final ToDoubleFunction<BallAndStick> value;

    Morphology(String key, String unit, ToDoubleFunction<BallAndStick> value) {
        this.key = key;
        this.unit = unit;
        this.value = value;
    }

    /** The usual cell with what the section says otherwise; bare numbers are in the units above. */
    static BallAndStick read(Section section) {
        BallAndStick cell = new BallAndStick(
                SOMA_DIAMETER.read(section, BallAndStick.pyramidal()),
                DENDRITE_DIAMETER.read(section, BallAndStick.pyramidal()),
                DENDRITE.read(section, BallAndStick.pyramidal()),
                CAPACITANCE.read(section, BallAndStick.pyramidal()),
                RESISTANCE.read(section, BallAndStick.pyramidal()),
                RESISTIVITY.read(section, BallAndStick.pyramidal()));
        section.done();
        return cell;
    }

    private double read(Section section, BallAndStick usual) {
        return section.value(key)
                .flatMap(written -> section.number(
                        written, section.path(key), unit, "a positive number of " + unit, number -> number > 0))
                .orElse(value.applyAsDouble(usual));
    }

    static Map<String, Object> written(BallAndStick cell) {
        Map<String, Object> out = new LinkedHashMap<>();
        for (Morphology part : values()) {
            out.put(part.key, new Quantity(part.value.applyAsDouble(cell), part.unit).written());
        }
        return out;
    }
}
