package dev.gyrus.core;

import dev.gyrus.core.internal.engine.Engine;
import dev.gyrus.core.internal.engine.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Points that run side by side in one engine. */
final class SweepBatch {
    private final Engine engine;
    private final int first;
    private final List<Watched> points = new ArrayList<>();

    /** A point and who watches it. */
    private static final class Watched {
        private final List<Observer> observers;
        private final List<ObserverView> views = new ArrayList<>();
        private long steps;
        private String failure;

        Watched(Engine engine, int set, List<Observer> observers) {
            this.observers = observers;
            checkVariables(engine.plan());
            int probe = 0;
            for (Observer observer : observers) {
                views.add(new ObserverView(engine, observer, probe, set));
                probe += observer.variables().size();
            }
        }

        private void checkVariables(Plan plan) {
            List<String> own = observers.stream()
                    .flatMap(observer -> observer.variables().stream())
                    .toList();
            List<String> planned = plan.probes().stream().map(Plan.Probe::name).toList();
            if (!own.equals(planned)) {
                throw GyrusException.input("sweep.observers", "the same variables at each point: " + planned, "" + own);
            }
        }

        void observe(long before, int length) {
            views.forEach(view -> view.observe(before, length));
            steps = before + length;
        }
    }

    /** @param first the number of the first point */
    SweepBatch(Plan plan, List<NoiseSource> noise, int first, IntFunction<List<Observer>> observers) {
        this.first = first;
        engine = new Engine(plan, noise, null, 1);
        for (int set = 0; set < plan.sets(); set++) {
            points.add(new Watched(engine, set, observers.apply(first + set)));
        }
        points.forEach(point -> point.views.forEach(ObserverView::begin));
    }

    /** Advances by a block of at most so many steps and returns its length, or 0 where no point is left. */
    int advance(long steps) {
        long before = engine.sample();
        int length = 0;
        try {
            length = engine.advance(steps);
        } catch (GyrusException e) {
            if (e.kind() != GyrusException.Kind.RUN) {
                throw e;
            }
            points.forEach(point -> point.failure = e.getMessage());
        }
        for (int set = 0; set < points.size(); set++) {
            Watched point = points.get(set);
            if (point.failure == null) {
                point.failure = engine.failure(set).orElse(null);
            }
            if (point.failure == null) {
                point.observe(before, length);
            }
        }
        return length;
    }

    /** What became of the points, of so many steps each; ends their observers. */
    List<Sweep.Point> finish(long steps) {
        List<Sweep.Point> results = new ArrayList<>();
        for (Watched point : points) {
            List<Series> series = new ArrayList<>();
            point.observers.forEach(observer -> series.addAll(observer.series()));
            point.observers.forEach(Observer::end);
            double time = Steps.time(point.steps, engine.plan().dt());
            Recording recording = new Recording(series, point.steps == steps, point.steps, time);
            results.add(new Sweep.Point(first + results.size(), recording, Optional.ofNullable(point.failure)));
        }
        return results;
    }
}
