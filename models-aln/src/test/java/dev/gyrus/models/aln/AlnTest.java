package dev.gyrus.models.aln;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gyrus.core.Node;
import dev.gyrus.core.Parameter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlnTest {
    private static final Node ALN = Aln.node();

    @ParameterizedTest
    @CsvSource({
        "C,0",
        "gL,0",
        "tau_se,0",
        "tau_si,0",
        "tau_ou,0",
        "tauA,0",
        "Jee_max,0",
        "Jie_max,0",
        "Jei_max,0",
        "Jii_max,0",
        "Ke,-1",
        "Ki,-1",
        "Ke_gl,-1",
        "c_gl,-1",
        "cee,-1",
        "cei,-1",
        "cie,-1",
        "cii,-1",
        "sigma_ou,-1",
        "sigmae_ext,-1",
        "sigmai_ext,-1",
        "ext_exc_rate,-1",
        "ext_inh_rate,-1",
        "de,-1",
        "di,-1"
    })
    void valuesWithoutMeaningLieOutsideTheBounds(String name, double value) {
        List<Parameter> named = parameters().filter(p -> p.name().equals(name)).toList();
        assertThat(named)
                .isNotEmpty()
                .allSatisfy(p -> assertThat(value < p.low() || value > p.high()).isTrue());
    }

    @Test
    void defaultsLieWithinTheBounds() {
        assertThat(parameters()).allSatisfy(p -> assertThat(p.value()).isBetween(p.low(), p.high()));
    }

    @Test
    void inhibitoryCurrentsAreNegativeInWords() {
        assertThat(parameters().filter(p -> p.name().equals("Jei_max")).map(Parameter::expectation))
                .containsExactly("a negative number of mV/ms");
    }

    private static Stream<Parameter> parameters() {
        return Stream.concat(
                ALN.parameters().stream(), ALN.masses().stream().flatMap(mass -> mass.parameters().stream()));
    }
}
