package dev.gyrus.core;

import dev.gyrus.core.internal.engine.Planner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/**
 * A network, how to advance it, what drives it and who watches.
 *
 * <pre>{@code
 * var recording = Simulation.of(network).dt(0.1).duration(1000).seed(42)
 *         .observe(Recorder.every(1.0, "rates_exc")).run();
 * }</pre>
 *
 * <p>Each method returns a changed copy; a simulation can be run many times, one after the other where it has observers:
 * they are shared. Values are in declared units, times in ms. Errors in the description are thrown together by {@link #start()}.
 */
public final class Simulation {
    /** The default step, in ms. */
    public static final double DEFAULT_DT = 0.1;

    /** The default relative error of one adaptive step. */
    public static final double DEFAULT_TOLERANCE = 1e-8;

    private final Settings settings;

    private Simulation(Settings settings) {
        this.settings = settings;
    }

    /** Everything a plan is made from; what the methods of {@link Simulation} set. */
    public record Settings(
            Network network,
            double dt,
            double duration,
            Integrator integrator,
            boolean frozenCoupling,
            double tolerance,
            long seed,
            int threads,
            OptionalDouble runaway,
            Map<String, double[]> initial,
            List<Drive> drives,
            List<Observer> observers,
            Optional<NoiseSource> noise,
            Optional<ExecutorService> executor) {

        public Settings {
            initial = Map.copyOf(initial);
            drives = List.copyOf(drives);
            observers = List.copyOf(observers);
        }
    }

    /** One second of a network: Euler–Maruyama at the default step, seed 0, one thread, nothing observed. */
    public static Simulation of(Network network) {
        return new Simulation(new Settings(
                network,
                DEFAULT_DT,
                1000,
                Integrator.EULER,
                false,
                DEFAULT_TOLERANCE,
                0,
                1,
                OptionalDouble.empty(),
                Map.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty()));
    }

    public Settings settings() {
        return settings;
    }

    /** The step, in ms. */
    public Simulation dt(double dt) {
        return change(b -> b.dt = dt);
    }

    /** How long {@link #run()} simulates, in ms. */
    public Simulation duration(double duration) {
        return change(b -> b.duration = duration);
    }

    /** The scheme that takes the steps; the default is Euler–Maruyama. */
    public Simulation integrator(Integrator integrator) {
        return change(b -> b.integrator = integrator);
    }

    /** Whether later stages of a step use the coupling of its start instead of their own time's. */
    public Simulation frozenCoupling(boolean frozen) {
        return change(b -> b.frozen = frozen);
    }

    /**
     * The relative error that one step of an adaptive scheme may make (of values below 10⁻³ in coherent units: in relation to
     * 10⁻³); without meaning for the others.
     */
    public Simulation tolerance(double tolerance) {
        return change(b -> b.tolerance = tolerance);
    }

    /** The seed of noise and of initial values. */
    public Simulation seed(long seed) {
        return change(b -> b.seed = seed);
    }

    /**
     * The mean rate of a population over 50 ms, in Hz, above which a run stops with an error as running away; infinity for
     * none. Unless it is given, 500 Hz or 80 % of what the refractory period allows, and only populations whose neurons fire by
     * their states and receive spikes are watched.
     */
    public Simulation runaway(double rate) {
        return change(b -> b.runaway = OptionalDouble.of(rate));
    }

    /** How many threads one run may use; results do not depend on it. */
    public Simulation threads(int threads) {
        return change(b -> b.threads = threads);
    }

    /** Threads of the caller instead of the run's own. */
    public Simulation executor(ExecutorService executor) {
        return change(b -> b.executor = Optional.of(executor));
    }

    /** Increments of the caller instead of the seed's; {@code uniform} in thresholds and initial values stay the seed's. */
    public Simulation noise(NoiseSource noise) {
        return change(b -> b.noise = Optional.of(noise));
    }

    /** The start of a state or hold (and its constant past): one value, or one per node. */
    public Simulation initial(String variable, double... values) {
        return change(b -> b.initial.put(variable, values.clone()));
    }

    /** Drives an input or a parameter of every node. */
    public Simulation drive(String target, Stimulus stimulus) {
        return drive(Drive.everywhere("", target, stimulus));
    }

    /** Drives an input or a parameter of some nodes. */
    public Simulation drive(Drive drive) {
        return change(b -> b.drives.add(drive));
    }

    /** Drives inputs or parameters of some nodes each. */
    public Simulation drive(List<Drive> drives) {
        return change(b -> b.drives.addAll(drives));
    }

    /** Adds observers; their order is that of the series in the recording. */
    public Simulation observe(Observer... observers) {
        return change(b -> b.observers.addAll(List.of(observers)));
    }

    /**
     * Makes the plan, reporting everything that is wrong with the description, and returns a run at t = 0.
     *
     * <p>Sequences of signals share out the {@link #duration}, whatever the run is advanced by.
     */
    public Run start() {
        Settings played = played();
        return new Run(played, Planner.plan(played));
    }

    /** The settings with every signal as it is played in a run of the duration. */
    Settings played() {
        return change(b -> b.drives.replaceAll(drive -> drive.over(b.duration))).settings;
    }

    /** Makes the plan and returns a run that continues where another one was when the snapshot was taken. */
    public Run resume(Snapshot snapshot) {
        Run run = start();
        run.restore(snapshot);
        return run;
    }

    /** Runs for the duration. */
    public Recording run() {
        try (Run run = start()) {
            run.advance(settings.duration());
            return run.recording();
        }
    }

    private Simulation change(Consumer<Draft> change) {
        Draft draft = new Draft(settings);
        change.accept(draft);
        return new Simulation(draft.settings());
    }

    private static final class Draft {
        private final Network network;
        private double dt;
        private double duration;
        private Integrator integrator;
        private boolean frozen;
        private double tolerance;
        private long seed;
        private int threads;
        private OptionalDouble runaway;
        private final Map<String, double[]> initial;
        private final List<Drive> drives;
        private final List<Observer> observers;
        private Optional<NoiseSource> noise;
        private Optional<ExecutorService> executor;

        Draft(Settings s) {
            network = s.network();
            dt = s.dt();
            duration = s.duration();
            integrator = s.integrator();
            frozen = s.frozenCoupling();
            tolerance = s.tolerance();
            seed = s.seed();
            threads = s.threads();
            runaway = s.runaway();
            initial = new LinkedHashMap<>(s.initial());
            drives = new ArrayList<>(s.drives());
            observers = new ArrayList<>(s.observers());
            noise = s.noise();
            executor = s.executor();
        }

        Settings settings() {
            return new Settings(
                    network,
                    dt,
                    duration,
                    integrator,
                    frozen,
                    tolerance,
                    seed,
                    threads,
                    runaway,
                    initial,
                    drives,
                    observers,
                    noise,
                    executor);
        }
    }
}
