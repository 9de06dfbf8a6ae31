package dev.gyrus.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTest {

    @ParameterizedTest
    @CsvSource({
        "kHz, 1/ms",
        "mS, mA/V",
        "nS, pA/mV",
        "pF, pA*ms/mV",
        "pF, pA·ms/mV",
        "GΩ, mV/pA",
        "MOhm, MΩ",
        "nC, nA·s",
        "J, W*s",
        "W, V·A",
        "mol, M*L",
        "mV/√ms, mV/sqrt(ms)",
        "mV/√ms, mV*ms^-0.5",
        "mV/√ms, mV·ms^(-1/2)",
        "mV/ms/√ms, mV/ms^1.5",
        "mV/ms/√ms, mV·ms^(-3/2)",
        "√(mV²/ms), mV/√ms",
        "√ms², ms",
        "mV^2, mV²",
        "mV**2, mV²",
        "ms^-1, 1/ms",
        "ms⁻¹, 1/ms",
        "µA, uA",
        "μA, uA",
        "rad, 1",
        "rad/ms, kHz",
        "1/(nA*ms), 1/nA/ms",
        "1/nC, Hz/nA",
        "m/s, mm/ms",
    })
    void bothTextsAreTheSameUnit(String left, String right) {
        assertThat(Unit.of(left)).isEqualTo(Unit.of(right)).hasSameHashCodeAs(Unit.of(right));
    }

    /** Factors from the SI definitions of prefixes. */
    @ParameterizedTest
    @CsvSource({
        "'', 1",
        "1, 1",
        "%, 0.01",
        "mV, 1",
        "V, 1e3",
        "μV, 1e-3",
        "ms, 1",
        "s, 1e3",
        "Hz, 1e-3",
        "kHz, 1",
        "pA, 1",
        "nA, 1e3",
        "A, 1e12",
        "nS, 1",
        "μS, 1e3",
        "pF, 1",
        "nF, 1e3",
        "nC, 1e6",
        "1/nC, 1e-6",
        "mm, 1",
        "cm, 10",
        "m/s, 1",
        "mM, 1",
        "mol/L, 1e3",
        "MΩ, 1e-3",
        "V/m, 1",
        "mV²/s, 1e-3",
        "rad/s, 1e-3",
    })
    void factorsAreExact(String unit, double factor) {
        assertThat(Unit.of(unit).toCoherent()).isEqualTo(factor);
    }

    @Test
    void valuesAreRoundedOnce() {
        for (int k = 1; k < 1000; k++) {
            assertThat(Unit.of("Hz").toCoherent(k / 10.0))
                    .isEqualTo(new BigDecimal(k / 10.0).movePointLeft(3).doubleValue());
        }
        assertThat(Unit.of("nA").toCoherent(0.382)).isEqualTo(382);
        assertThat(Unit.of("1/√s").toCoherent(2)).isCloseTo(2 / Math.sqrt(1000), within(1e-16));
    }

    @Test
    void rootsOfTenAreRoundedOnce() {
        assertThat(Unit.of("mV/√s").toCoherent()).isCloseTo(1 / Math.sqrt(1000), within(1e-17));
        assertThat(Unit.of("mV/√s").times(Unit.of("√s")).toCoherent()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "mV",
                "mV/√ms",
                "1/ms",
                "mV²/ms",
                "mV/ms^1.5",
                "1/(nA·ms)",
                "√ms",
                "mV·ms",
                "μA",
                "%",
                "rad/ms",
                "mm¹⁰/√pA"
            })
    void prettyTextsPrintAsTheyAre(String text) {
        assertThat(Unit.of(text)).hasToString(text);
    }

    @Test
    void arithmeticCombinesSymbols() {
        Unit current = Unit.of("nS").times(Unit.of("mV"));
        assertThat(current).isEqualTo(Unit.of("pA")).hasToString("nS·mV");
        assertThat(current.over(Unit.of("nS"))).hasToString("mV");
        assertThat(Unit.of("mV²").pow(0.5)).isEqualTo(Unit.of("mV"));
        assertThat(Unit.of("mV^3").pow(1 / 3.0)).isEqualTo(Unit.of("mV"));
        assertThat(Unit.of("V/mV").isDimensionless()).isTrue();
        assertThat(Unit.of("V/mV")).isNotEqualTo(Unit.ONE);
    }

    @Test
    void compatibleUnitsHaveOneCoherentUnit() {
        assertThat(Unit.of("Hz").isCompatible(Unit.of("1/ms"))).isTrue();
        assertThat(Unit.of("Hz").isCompatible(Unit.of("ms"))).isFalse();
        assertThat(Unit.of("Hz").coherent()).hasToString("1/ms");
        assertThat(Unit.of("mA/V").coherent()).hasToString("nS");
        assertThat(Unit.of("V/√s").coherent()).hasToString("mV/√ms");
    }

    @Test
    void dimensionsAreNamed() {
        assertThat(Unit.of("V/s").dimensionText()).isEqualTo("voltage/time");
        assertThat(Unit.of("mV/√ms").dimensionText()).isEqualTo("voltage/√time");
        assertThat(Unit.of("rad").dimensionText()).isEqualTo("a plain number");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '"', textBlock = """
                    mv              → 'mv' at position 1 of 'mv'; did you mean 'mV'?
                    mV/msec         → given 'msec' at position 4 of 'mV/msec'
                    khz             → did you mean 'kHz'?
                    mV ms           → expected * or / between units, given 'ms' at position 4
                    (mV             → expected a closing ')', given the end of '(mV'
                    mV^             → expected an exponent such as 2, -1 or 0.5, given the end
                    mV^0.3          → half-integer exponents, given the power 0.3
                    mV^x            → expected an exponent
                    mV^(1/0)        → half-integer exponents
                    mV^99999        → half-integer exponents
                    2               → given '2' at position 1
                    mV//ms          → given '/' at position 4
                    mV**-           → expected an exponent
                    """)
    void malformedTextsAreExplained(String text, String message) {
        assertThatThrownBy(() -> Unit.of(text))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining(message);
    }

    @Test
    void longTextsAndLargePowersAreRefused() {
        assertThatThrownBy(() -> Unit.of("(".repeat(100_000))).isInstanceOf(GyrusException.class);
        assertThatThrownBy(() -> Unit.of("mV^500*mV^500")).isInstanceOf(GyrusException.class);
    }
}
