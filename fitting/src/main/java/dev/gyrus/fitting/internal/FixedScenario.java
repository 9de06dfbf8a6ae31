package dev.gyrus.fitting.internal;

import dev.gyrus.core.GyrusException;
import dev.gyrus.fitting.Scenario;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.Map;

/** A simulation that is there already, and stays on this machine. */
public final class FixedScenario implements Scenario {
    private static final long serialVersionUID = 1L;
    private static final String INITIAL = "initial.";

    private final transient Trial trial;

    public FixedScenario(Trial trial) {
        this.trial = trial;
    }

    @Override
    public Role role(String name) {
        return name.startsWith(INITIAL) ? Role.INITIAL : Role.PARAMETER;
    }

    @Override
    public String target(String name) {
        return name.startsWith(INITIAL) ? name.substring(INITIAL.length()) : name;
    }

    @Override
    public Trial trial(Map<String, String> settings) {
        if (!settings.isEmpty()) {
            throw GyrusException.input("settings", "parameters and initial values only", settings.keySet() + "");
        }
        return trial;
    }

    private void writeObject(ObjectOutputStream out) throws NotSerializableException {
        throw new NotSerializableException("a simulation made in Java runs on this machine only");
    }
}
