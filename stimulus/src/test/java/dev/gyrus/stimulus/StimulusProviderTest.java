package dev.gyrus.stimulus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gyrus.core.spi.StimulusProvider;
import dev.gyrus.stimulus.internal.Shapes.ConstantProvider;
import dev.gyrus.stimulus.internal.Shapes.StepProvider;
import dev.gyrus.stimulus.internal.Waves.SinusoidProvider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StimulusProviderTest {

    @Test
    void defaultsCompleteTheGivenValues() {
        StimulusProvider sinusoid = new SinusoidProvider();
        Map<String, Double> values = sinusoid.complete(Map.of("frequency", 8.0, "amplitude", 0.2));
        assertThat(values.keySet()).containsExactly("amplitude", "frequency", "phase", "bias");
        assertThat(sinusoid.create(values)).isEqualTo(Sinusoid.of(0.2, 8));
        StimulusProvider step = new StepProvider();
        assertThat(step.create(step.complete(Map.of("amplitude", 2.0)))).isEqualTo(Step.of(2, 0));
        StimulusProvider constant = new ConstantProvider();
        assertThat(constant.create(constant.complete(Map.of("value", 2.0)))).isEqualTo(Constant.of(2));
    }

    @Test
    void everyWrongParameterIsReportedAtOnce() {
        assertThatThrownBy(() -> new SinusoidProvider().complete(Map.of("amplitud", 0.2, "phase", Double.NaN)))
                .hasMessageContaining("sinusoid.amplitud: expected one of amplitude, bias, frequency, phase")
                .hasMessageContaining("did you mean 'amplitude'?")
                .hasMessageContaining("sinusoid.phase: expected a finite number, given NaN");
        assertThatThrownBy(() -> new SinusoidProvider().complete(Map.of("phase", 1.0)))
                .hasMessageContaining("sinusoid.amplitude: expected a finite number, given nothing")
                .hasMessageContaining("sinusoid.frequency: expected a finite number, given nothing");
    }

    @Test
    void whatAMisspeltNameStandsForIsNotMissedAsWell() {
        assertThatThrownBy(() -> new SinusoidProvider().complete(Map.of("amplitud", 0.2, "frequency", 8.0)))
                .hasMessageContaining("sinusoid.amplitud: ")
                .hasMessageNotContaining("given nothing");
    }

    /** Programs on the class path must find the same plugins as those on the module path. */
    @Test
    void classPathAndModulePathRegisterTheSameProviders() throws IOException {
        List<String> services;
        try (InputStream in = resource("/META-INF/services/" + StimulusProvider.class.getName())) {
            services = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        ModuleDescriptor module;
        try (InputStream in = resource("/module-info.class")) {
            module = ModuleDescriptor.read(in);
        }
        List<String> provided = module.provides().stream()
                .filter(p -> p.service().equals(StimulusProvider.class.getName()))
                .flatMap(p -> p.providers().stream())
                .toList();
        assertThat(services).containsExactlyElementsOf(provided).hasSize(16);
    }

    private static InputStream resource(String name) {
        return StimulusProviderTest.class.getResourceAsStream(name);
    }
}
