package dev.gyrus.fitting.internal.metric;

import dev.gyrus.bold.Bold;
import dev.gyrus.core.Observer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** The BOLD of several observers side by side, as one signal. For one run. */
final class Joined {
    private final Observer target;
    private final List<Part> parts = new ArrayList<>();
    private long taken;

    private Joined(Observer target) {
        this.target = target;
    }

    /** The observers, handing what they make to one of all of it. */
    static List<Observer> into(Observer target, List<Bold> observers) {
        if (observers.size() == 1) {
            return List.of(observers.get(0).into(target));
        }
        Joined joined = new Joined(target);
        List<Observer> into = new ArrayList<>();
        for (Bold observer : observers) {
            Part part = joined.new Part();
            joined.parts.add(part);
            into.add(observer.into(part));
        }
        return into;
    }

    /** One observer's nodes; what the others don't have yet waits. */
    private final class Part implements Observer {
        private final Deque<double[]> waiting = new ArrayDeque<>();
        private Scope scope;

        @Override
        public List<String> variables() {
            return List.of(Use.BOLD);
        }

        @Override
        public void begin(Scope scope) {
            this.scope = scope;
            taken = scope.firstStep();
            if (parts.stream().allMatch(part -> part.scope != null)) {
                List<String> labels = parts.stream()
                        .flatMap(part -> part.scope.channels().get(0).labels().stream())
                        .toList();
                Channel one = scope.channels().get(0);
                Channel all = new Channel(one.name(), one.unit(), one.scale(), labels);
                target.begin(new Scope(scope.dt(), scope.firstStep(), List.of(all)));
            }
        }

        @Override
        public void observe(Block block) {
            for (int k = 0; k < block.steps(); k++) {
                waiting.add(block.row(0, k).clone());
            }
            while (parts.stream().noneMatch(part -> part.waiting.isEmpty())) {
                double[] row = parts.stream()
                        .flatMapToDouble(part -> Arrays.stream(part.waiting.remove()))
                        .toArray();
                target.observe(new Row(taken++, row));
            }
        }
    }

    /** A block of one sample. */
    private record Row(long firstStep, double[] sample) implements Observer.Block {
        @Override
        public int steps() {
            return 1;
        }

        @Override
        public double[] row(int channel, int k) {
            return sample;
        }
    }
}
