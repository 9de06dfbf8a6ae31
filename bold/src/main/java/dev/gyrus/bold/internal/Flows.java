package dev.gyrus.bold.internal;

import dev.gyrus.bold.HaemodynamicParameters;
import java.util.List;

/** The {@link Flow} of each region over h seconds, entry by entry. */
record Flows(double h, double[] xx, double[] xf, double[] fx, double[] ff) {

    static Flows over(double h, List<HaemodynamicParameters> parameters) {
        int n = parameters.size();
        Flows out = new Flows(h, new double[n], new double[n], new double[n], new double[n]);
        Flow flow = null;
        for (int i = 0; i < n; i++) {
            HaemodynamicParameters p = parameters.get(i);
            if (i == 0 || !p.equals(parameters.get(i - 1))) {
                flow = Flow.over(h, p.kappa(), p.gamma());
            }
            out.xx[i] = flow.xx();
            out.xf[i] = flow.xf();
            out.fx[i] = flow.fx();
            out.ff[i] = flow.ff();
        }
        return out;
    }
}
