package dev.gyrus.templates;

import dev.gyrus.core.Integrator;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Series;
import dev.gyrus.core.Simulation;
import java.nio.file.Path;

/** The templates of the examples, and runs of them. */
final class Files {
    private static final Path FOLDER = Path.of("..", "examples", "templates");

    private Files() {}

    /** A circuit of the examples, {@code file#circuit}. */
    static Template example(String name) {
        int hash = name.indexOf('#');
        return Template.read(FOLDER.resolve(name.substring(0, hash)), name.substring(hash + 1));
    }

    /** A variable of a circuit whose time is in {@code unit}, by RK4. */
    static Series run(Template template, String variable, double dt, double duration) {
        return Simulation.of(template.network())
                .integrator(Integrator.RK4)
                .dt(dt)
                .duration(duration)
                .observe(Recorder.every(dt, variable))
                .run()
                .series()
                .get(0);
    }
}
