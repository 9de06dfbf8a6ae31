package dev.gyrus.dynamics;

/** The equilibrium equations of a flow with two parameters free, and the change of their linearisation. */
final class PlaneField {
    private final Flow flow;
    private final int first;
    private final int second;
    private final double[] parameters;
    private final double[][] past;
    private final int n;
    private final double[] scale;
    private final double[] rates;

    /**
     * @param parameters the values of those that don't move
     * @param scale typical sizes of the states, then of both parameters
     */
    PlaneField(Flow flow, double[] parameters, int first, int second, double[] scale) {
        this.flow = flow;
        this.first = first;
        this.second = second;
        this.parameters = parameters.clone();
        this.scale = scale;
        n = flow.states().size();
        rates = new double[n];
        past = new double[1 + flow.delays(parameters).length][n];
    }

    int size() {
        return n;
    }

    double[] parameters(double p, double q) {
        double[] all = parameters.clone();
        all[first] = p;
        all[second] = q;
        return all;
    }

    /** z is the state, then both parameters. */
    private double[][] move(double[] z) {
        for (double[] one : past) {
            System.arraycopy(z, 0, one, 0, n);
        }
        parameters[first] = z[n];
        parameters[second] = z[n + 1];
        return past;
    }

    /** Puts f into the first elements of an array. */
    void derivative(double[] z, double[] out) {
        flow.derivative(move(z), parameters, rates);
        System.arraycopy(rates, 0, out, 0, n);
    }

    /** ∂f/∂x. */
    double[][] jacobian(double[] z) {
        move(z);
        double[][] sum = new double[n][n];
        double[][] one = new double[n][n];
        for (int k = 0; k < past.length; k++) {
            flow.jacobian(past, parameters, k, one);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    sum[i][j] += one[i][j];
                }
            }
        }
        return sum;
    }

    /** ∂f/∂p of the first (0) or second (1) parameter. */
    void sensitivity(double[] z, int which, double[] out) {
        flow.sensitivity(move(z), parameters, which == 0 ? first : second, out);
    }

    /** The derivative of ∂f/∂x by an element of z, by central differences. */
    double[][] change(double[] z, int element) {
        double h = 1e-5 * scale[element];
        double[] moved = z.clone();
        moved[element] = z[element] + h;
        double[][] above = jacobian(moved);
        moved[element] = z[element] - h;
        double[][] below = jacobian(moved);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                above[i][j] = (above[i][j] - below[i][j]) / (2 * h);
            }
        }
        return above;
    }
}
