package dev.gyrus.examples;

import dev.gyrus.core.Recorder;
import dev.gyrus.core.Series;
import dev.gyrus.core.Simulation;
import dev.gyrus.templates.Template;
import java.nio.file.Path;

/**
 * How coherent two columns of a template are in the alpha band (8 to 12 Hz), over the strength and the delay of what
 * connects them.
 */
final class CoupledColumns {
    private static final int SEGMENTS = 20;

    private CoupledColumns() {}

    public static void main(String[] args) {
        Template pair = Template.read(Path.of("examples", "templates", "jansen-rit.yaml"), "noisy_columns");
        System.out.println("| weight | 1 ms | 2 ms | 3 ms | 4 ms | 5 ms |\n|---|---|---|---|---|---|");
        for (double weight : new double[] {0, 10, 20, 40}) {
            System.out.print("| " + weight + " ");
            for (double delay = 1; delay <= 5; delay++) {
                System.out.printf("| %.2f ", coherence(coupled(pair, weight, delay / 1000)));
            }
            System.out.println("|");
        }
    }

    private static Template coupled(Template pair, double weight, double delay) {
        Template coupled = pair;
        for (int edge = 0; edge < 2; edge++) {
            coupled = coupled.withEdge(edge, "weight", weight).withEdge(edge, "delay", delay);
        }
        return coupled;
    }

    private static double coherence(Template pair) {
        var recording = Simulation.of(pair.network())
                .dt(0.2)
                .duration(1000 * (SEGMENTS + 1))
                .observe(Recorder.every(1, "left_pc.rate_v", "right_pc.rate_v").from(1000))
                .run();
        double sum = 0;
        for (int frequency = 8; frequency <= 12; frequency++) {
            sum += coherence(recording.series().get(0), recording.series().get(1), frequency) / 5;
        }
        return sum;
    }

    /** |Σ X Y*|²/(Σ |X|² Σ |Y|²) over Hann-windowed segments of a second. */
    private static double coherence(Series left, Series right, int frequency) {
        double re = 0;
        double im = 0;
        double ofLeft = 0;
        double ofRight = 0;
        for (int segment = 0; segment < SEGMENTS; segment++) {
            double[] x = component(left.column(0), 1000 * segment, frequency);
            double[] y = component(right.column(0), 1000 * segment, frequency);
            re += x[0] * y[0] + x[1] * y[1];
            im += x[1] * y[0] - x[0] * y[1];
            ofLeft += x[0] * x[0] + x[1] * x[1];
            ofRight += y[0] * y[0] + y[1] * y[1];
        }
        return (re * re + im * im) / (ofLeft * ofRight);
    }

    private static double[] component(double[] values, int from, int frequency) {
        double[] sum = new double[2];
        for (int k = 0; k < 1000; k++) {
            double windowed = values[from + k] * (1 - Math.cos(2 * Math.PI * k / 1000));
            sum[0] += windowed * Math.cos(2 * Math.PI * frequency * k / 1000);
            sum[1] -= windowed * Math.sin(2 * Math.PI * frequency * k / 1000);
        }
        return sum;
    }
}
