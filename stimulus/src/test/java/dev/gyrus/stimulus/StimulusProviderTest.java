package dev.gyrus.stimulus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gyrus.core.Catalogue;
import dev.gyrus.core.Stimulus;
import dev.gyrus.core.Unit;
import dev.gyrus.core.spi.StimulusProvider;
import dev.gyrus.stimulus.internal.Noises.WienerProvider;
import dev.gyrus.stimulus.internal.Shapes.ConstantProvider;
import dev.gyrus.stimulus.internal.Shapes.StepProvider;
import dev.gyrus.stimulus.internal.Waves.SinusoidProvider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

    static Collection<StimulusProvider> providers() {
        return Catalogue.stimuli().all();
    }

    /** With 1 for whatever has no default; a coloured noise and pulses need a second number that is larger. */
    private static Map<String, Double> values(StimulusProvider provider) {
        Map<String, Double> given = new HashMap<>();
        for (StimulusProvider.Parameter parameter : provider.parameters()) {
            if (Double.isNaN(parameter.initial())) {
                given.put(parameter.name(), List.of("high", "period").contains(parameter.name()) ? 2.0 : 1.0);
            }
        }
        return provider.complete(given);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void everySignalIsMadeFromItsParametersAndSampled(StimulusProvider provider) {
        Stimulus signal = provider.create(values(provider));
        assertThat(signal.sample(60, 0.1)).hasSize(600).doesNotContain(Double.NaN);
        assertThat(provider.create(values(provider))).isEqualTo(signal);
        boolean random = signal instanceof RandomSignal;
        assertThat(provider.create(values(provider), 3).equals(signal)).isEqualTo(!random);
        assertThat(provider.parameters().stream().anyMatch(p -> p.name().equals("seed")))
                .isEqualTo(random);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void everySignalIsDescribedHereAndInTheDocumentation(StimulusProvider provider) throws IOException {
        assertThat(provider.name()).matches("[a-z]+(-[a-z]+)*");
        assertThat(provider.description()).isNotBlank();
        String document = Files.readString(Path.of("..", "docs", "stimuli.md"));
        String row = document.lines()
                .filter(line -> line.startsWith("| `" + provider.name() + "`"))
                .findFirst()
                .orElse("");
        assertThat(row).isNotEmpty();
        for (StimulusProvider.Parameter parameter : provider.parameters()) {
            assertThat(parameter.doc()).isNotBlank();
            assertThat(row).contains("`" + parameter.name() + "`");
            Unit.of(parameter.unit());
        }
    }

    @Test
    void aSeedIsAWholeNumber() {
        StimulusProvider wiener = new WienerProvider();
        assertThatThrownBy(() -> wiener.create(wiener.complete(Map.of("deviation", 1.0, "seed", 0.5))))
                .hasMessage("wiener.seed: expected a whole number up to 2⁵³, given 0.5");
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
