package dev.gyrus.fitting;

import dev.gyrus.core.Simulation;
import dev.gyrus.fitting.internal.FixedScenario;
import java.io.Serializable;
import java.util.Map;

/**
 * What an exploration runs: knows which names can vary, and makes the simulation for those that need one of their own.
 *
 * <p>Sent to other machines as data where the back end has any; the one of {@link #of} stays on this machine. Thread-safe.
 */
public interface Scenario extends Serializable {

    /** Where a value goes. */
    enum Role {
        /** A parameter of nodes: points that differ in it run side by side. */
        PARAMETER,
        /** The start of a variable: likewise. */
        INITIAL,
        /** Anything else, such as the speed of conduction or a stimulus: points of one value run side by side. */
        SETTING
    }

    /** What a name means. */
    Role role(String name);

    /** The name of the parameter or variable, without what says its role. */
    default String target(String name) {
        return name;
    }

    /**
     * The simulation and what is measured of it.
     *
     * @param settings of role {@link Role#SETTING}, as texts by name; those not named are as the scenario has them
     * @throws dev.gyrus.core.GyrusException where they make no simulation
     */
    Trial trial(Map<String, String> settings);

    /**
     * Whether another seed makes more than other noise and other starts, such as other paths of random inputs: then only runs
     * of one seed share a simulation.
     */
    default boolean dependsOnSeed() {
        return false;
    }

    /**
     * The simulation of runs of one seed, and what is measured of it; asked for where {@link #dependsOnSeed}.
     *
     * @param settings likewise
     */
    default Trial trial(Map<String, String> settings, long seed) {
        return trial(settings);
    }

    /**
     * A simulation and what is measured of each point.
     *
     * @param simulation without observers
     * @param measurement asked for a new watch at each point
     */
    record Trial(Simulation simulation, Measurement measurement) {}

    /**
     * One simulation whose parameters vary, and starts of variables under names such as {@code initial.E}.
     *
     * @param simulation without observers; its threads don't count, those of the back end do
     */
    static Scenario of(Simulation simulation, Measurement measurement) {
        return new FixedScenario(new Trial(simulation, measurement));
    }
}
