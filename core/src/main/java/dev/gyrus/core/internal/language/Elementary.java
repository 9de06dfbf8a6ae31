package dev.gyrus.core.internal.language;

/** The functions that IEEE 754 does not fix: whoever evaluates brings theirs. */
public interface Elementary {
    /** The correctly defined ones of {@link StrictMath}: the same bits on every machine. */
    Elementary STRICT = new Elementary() {
        @Override
        public double exp(double x) {
            return StrictMath.exp(x);
        }

        @Override
        public double log(double x) {
            return StrictMath.log(x);
        }

        @Override
        public double tanh(double x) {
            return StrictMath.tanh(x);
        }

        @Override
        public double sin(double x) {
            return StrictMath.sin(x);
        }

        @Override
        public double cos(double x) {
            return StrictMath.cos(x);
        }

        @Override
        public double sigmoid(double x) {
            return 1 / (1 + StrictMath.exp(-x));
        }

        @Override
        public double pow(double x, double y) {
            return StrictMath.pow(x, y);
        }
    };

    double exp(double x);

    double log(double x);

    double tanh(double x);

    double sin(double x);

    double cos(double x);

    /** 1/(1 + e^−x). */
    double sigmoid(double x);

    double pow(double x, double y);

    /** The remainder with the sign of the divisor, in [0, y) for y &gt; 0: x − y·⌊x/y⌋. */
    default double mod(double x, double y) {
        return x - y * Math.floor(x / y);
    }
}
