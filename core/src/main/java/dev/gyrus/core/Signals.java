package dev.gyrus.core;

/** What the methods of {@link Stimulus} make. */
final class Signals {
    private Signals() {}

    static double[] sample(Stimulus signal, double duration, double dt) {
        long steps = Steps.of("duration", duration, dt);
        if (steps > Integer.MAX_VALUE - 8) {
            throw GyrusException.input("duration", "at most 2³¹ steps to sample", steps + " steps");
        }
        double[] out = new double[(int) steps];
        if (steps > 0) {
            signal.over(duration).fill(0, dt, out.length, out);
        }
        return out;
    }

    record Sum(Stimulus one, Stimulus other) implements Stimulus {
        @Override
        public double at(double t) {
            return one.at(t) + other.at(t);
        }

        @Override
        public Stimulus over(double duration) {
            return new Sum(one.over(duration), other.over(duration));
        }
    }

    record Product(Stimulus signal, double factor) implements Stimulus {
        Product {
            if (!Double.isFinite(factor)) {
                throw GyrusException.input("factor", "a finite number", String.valueOf(factor));
            }
        }

        @Override
        public double at(double t) {
            return factor * signal.at(t);
        }

        @Override
        public Stimulus over(double duration) {
            return new Product(signal.over(duration), factor);
        }
    }

    record Window(Stimulus signal, double start, double end) implements Stimulus {
        Window {
            if (!(Double.isFinite(start) && start < end)) {
                throw GyrusException.input("start", "a time in ms before the end (" + end + ")", String.valueOf(start));
            }
        }

        @Override
        public double at(double t) {
            return t >= start - SAME_TIME && t < end - SAME_TIME ? signal.at(t - start) : 0;
        }

        @Override
        public Stimulus over(double duration) {
            double length = (end < Double.POSITIVE_INFINITY ? end : duration) - start;
            return length > 0 ? new Window(signal.over(length), start, end) : this;
        }
    }
}
