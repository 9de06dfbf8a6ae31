package dev.gyrus.analysis.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FourierTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 12, 16, 17, 64, 97, 100, 255})
    void transformIsTheSumThatDefinesIt(int n) {
        SplittableRandom random = new SplittableRandom(n);
        double[] re = random.doubles(n).toArray();
        double[] im = random.doubles(n).toArray();
        double[] actualRe = re.clone();
        double[] actualIm = im.clone();
        Fourier fourier = Fourier.of(n);
        fourier.forward(actualRe, actualIm);
        for (int k = 0; k < n; k++) {
            double sumRe = 0;
            double sumIm = 0;
            for (int j = 0; j < n; j++) {
                double angle = 2 * Math.PI * (j * k % n) / n;
                sumRe += re[j] * Math.cos(angle) + im[j] * Math.sin(angle);
                sumIm += im[j] * Math.cos(angle) - re[j] * Math.sin(angle);
            }
            assertThat(actualRe[k]).isCloseTo(sumRe, within(1e-12));
            assertThat(actualIm[k]).isCloseTo(sumIm, within(1e-12));
        }
        fourier.inverse(actualRe, actualIm);
        assertThat(actualRe).containsExactly(re, within(1e-13));
        assertThat(actualIm).containsExactly(im, within(1e-13));
    }
}
