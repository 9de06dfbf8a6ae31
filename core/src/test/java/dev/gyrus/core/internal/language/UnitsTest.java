package dev.gyrus.core.internal.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Table;
import dev.gyrus.core.Unit;
import dev.gyrus.core.internal.language.Units.Mode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {
    private static final Table CASCADE = new Table(
            "cascade",
            new Table.Axis("mu", "mV/ms", 0, 1, 1),
            new Table.Axis("sigma", "mV/√ms", 0, 1, 1),
            List.of(
                    new Table.Quantity("r", "kHz", new double[1]),
                    new Table.Quantity("V", "mV", new double[1]),
                    new Table.Quantity("tau_mu", "ms", new double[1])));

    private static Map<String, Unit> units(String text) {
        Map<String, Unit> units = new LinkedHashMap<>();
        for (String entry : text.split(",", -1)) {
            String[] parts = entry.strip().split(" ", -1);
            units.put(parts[0], Unit.of(parts.length > 1 ? parts[1] : ""));
        }
        return units;
    }

    private static final Declarations SMALL = new Declarations(
            units("V mV, s 1"),
            units("r Hz"),
            units("q nA"),
            units("tau ms, I pA, g nS, C pF, sigma mV/√ms, a 1/mV, n"),
            List.of(CASCADE));

    private static Problems check(String text, Declarations declared, Mode mode) {
        Script script = Parser.script(text, "model");
        Problems problems = new Problems();
        Names.check(script, declared, problems);
        // Declared variables without an equation do not matter here.
        Problems found = new Problems();
        problems.list().stream()
                .filter(problem -> !problem.given().equals("none"))
                .forEach(found::add);
        Units.check(script, Names.order(script, found), declared, mode, found);
        return found;
    }

    private static List<String> problems(String text, Mode mode) {
        return check(text, SMALL, mode).list().stream().map(Problem::toString).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dV/dt = -V/tau + I/C + sigma*xi/1 + g*(V - 20[mV])/C",
                "dV/dt = where(V > 0, 1[mV/ms], 0)",
                "dV/dt = min(0, V)/tau",
                "ds/dt = (1 - s)/tau - 2*s*0.1[kHz]",
                "hold r = sqrt(s)/tau + 0.001[Hz]",
                "output q = g*V + 1e-3[nA]",
                "z = exp(a*V) + tanh(V/10[mV]) + s^n + (V/1[mV])^n",
                "z = V^2 + V*V + (V^3)^(1/3)*V^1 + abs(V)^2 + sqrt(V^4)",
                "z = sigma^2*tau - V^2",
                "hold r = cascade.r(V/tau, sigma)",
                "z = cascade.V.dx(V/tau, sigma)*V/tau + cascade.V(0, 0)",
                "z = clip(V, 0, 3[mV]) + mod(V, 2[mV]) + t*V/tau",
                "z = xi*sigma + 1[mV/s]",
                "z = where(not (V > 0 or tau < 1[s]), sign(V), floor(V*a))",
            })
    void coherentEquationsPass(String text) {
        assertThat(problems(text, Mode.STRICT)).isEmpty();
    }

    @Test
    void everyMismatchIsReportedWithBothUnitsAndItsPlace() {
        assertThat(problems("""
                dV/dt = -V + I
                z = V + 3
                hold r = V
                output q = tau
                y = exp(V) + V^n + sqrt(V*sqrt(V*sqrt(V)))
                x = where(V > tau, 1, 2) + cascade.r(V, sigma)
                ds/dt = s
                """, Mode.STRICT))
                .containsExactlyInAnyOrder("""
                        model:1: expected a sum in one unit, given '-V' in mV (voltage) and 'I' in pA (current)
                            dV/dt = -V + I
                                       ^""", """
                        model:2: expected a sum in one unit, given 'V' in mV (voltage) and '3' in 1 (a plain number); a literal may carry its unit, as in 20[ms]
                            z = V + 3
                                  ^""", """
                        model:3: expected a value in 1/ms, as 'r' is in Hz, given mV (voltage)
                            hold r = V
                                 ^""", """
                        model:4: expected a value in pA, as 'q' is in nA, given ms (time)
                            output q = tau
                                   ^""", """
                        model:5: expected an argument of exp that is a plain number, given 'V' in mV (voltage)
                            y = exp(V) + V^n + sqrt(V*sqrt(V*sqrt(V)))
                                    ^""", """
                        model:5: expected a literal exponent of a base in mV, given 'n'
                            y = exp(V) + V^n + sqrt(V*sqrt(V*sqrt(V)))
                                          ^""", """
                        model:5: expected a power of mV^1.5 with half-integer exponents, given the power 0.5
                            y = exp(V) + V^n + sqrt(V*sqrt(V*sqrt(V)))
                                                      ^^^^""", """
                        model:6: expected a comparison in one unit, given 'V' in mV (voltage) and 'tau' in ms (time)
                            x = where(V > tau, 1, 2) + cascade.r(V, sigma)
                                        ^""", """
                        model:6: expected axis 'mu' in mV/ms, given mV (voltage)
                            x = where(V > tau, 1, 2) + cascade.r(V, sigma)
                                                                 ^""", """
                        model:6: expected a sum in one unit, given 'where(V > tau, 1, 2)' in 1 (a plain number) and 'cascade.r(V, sigma)' in 1/ms (1/time)
                            x = where(V > tau, 1, 2) + cascade.r(V, sigma)
                                                     ^""", """
                        model:7: expected ds/dt in 1/ms, as 's' is in 1, given 1 (a plain number)
                            ds/dt = s
                            ^^""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
                    z = V + 59                        → 0
                    z = 1/(1 + exp(-(V + 59)/6.2))    → 0
                    z = clip(V, -80, 20)              → 0
                    z = where(V > -40, tau, 3)        → 0
                    dV/dt = 0.04*V^2 + 5*V + 140      → 0
                    z = V + tau                       → 1
                    z = exp(V)                        → 1
                    z = V + 1/tau                     → 1
                    z = V + 3[ms]                     → 1
                    z = exp(V/6.2) + tau              → 1
                    """)
    void lenientLiteralsTakeTheUnitAskedOfThem(String text, int expected) {
        assertThat(problems(text, Mode.LENIENT)).hasSize(expected);
    }

    @Test
    void outputsOfVariablesHaveTheirUnits() {
        Declarations declared = new Declarations(units("V mV"), Map.of(), units("V ms"), Map.of(), List.of());
        assertThat(check("dV/dt = 0", declared, Mode.STRICT).list())
                .extracting(Problem::toString)
                .containsExactly("model: V: expected an output in mV, as the variable, given ms");
    }

    @Test
    void unitsOfIntermediatesAreFound() {
        Script script = Parser.script("z = w*V\nw = g\ny = 2\nv = 0", "model");
        Problems problems = new Problems();
        Map<String, Unit> found = Units.check(script, Names.order(script, problems), SMALL, Mode.STRICT, problems);
        assertThat(found).containsOnlyKeys("z", "w", "y").containsEntry("z", Unit.of("pA"));
        assertThat(found.get("w")).hasToString("nS");
    }

    /** The excitatory population of the ALN (Cakan and Obermayer 2020, doi:10.1371/journal.pcbi.1007822). */
    @Test
    void theExcitatoryAlnPopulationIsCoherent() {
        Declarations declared = new Declarations(
                units("mufe mV/ms, IA pA, seem 1, seim 1, seev 1, seiv 1, ou mV/ms"),
                units("rates_exc Hz"),
                units("rates_exc Hz"),
                units(
                        "exc kHz, exc_sq kHz, inh kHz, ext_exc_current mV/ms, ext_exc_rate kHz, tau_ou ms, mue_ext_mean mV/ms,"
                                + "sigma_ou mV/ms/√ms, sigmae_ext mV/√ms, Ke, Ki, Ke_gl, tau_se ms, tau_si ms, cee mV/ms, cei mV/ms,"
                                + "c_gl mV/ms, Jee_max mV/ms, Jei_max mV/ms, a nS, b pA, EA mV, tauA ms, C pF, gL nS"),
                List.of(CASCADE));
        assertThat(check("""
                tau_m = C/gL
                c_ee = cee*tau_se/Jee_max
                c_ei = cei*tau_si/abs(Jei_max)
                c_g  = c_gl*tau_se/Jee_max
                z1ee = c_ee*Ke*rates_exc + c_g*Ke_gl*(exc + ext_exc_rate)
                z2ee = c_ee^2*Ke*rates_exc + c_g^2*Ke_gl*(exc_sq + ext_exc_rate)
                z1ei = c_ei*Ki*inh
                z2ei = c_ei^2*Ki*inh
                mu    = Jee_max*seem + Jei_max*seim + ou + ext_exc_current
                sigma = sqrt(2*Jee_max^2*seev*tau_se*tau_m/((1 + z1ee)*tau_m + tau_se) +
                             2*Jei_max^2*seiv*tau_si*tau_m/((1 + z1ei)*tau_m + tau_si) + sigmae_ext^2)
                m     = mufe - IA/C
                hold rates_exc = cascade.r(m, sigma)
                dmufe/dt = (mu - mufe)/cascade.tau_mu(m, sigma)
                dIA/dt   = (a*(cascade.V(m, sigma) - EA) - IA + tauA*b*rates_exc)/tauA
                dseem/dt = ((1 - seem)*z1ee - seem)/tau_se
                dseim/dt = ((1 - seim)*z1ei - seim)/tau_si
                dseev/dt = ((1 - seem)^2*z2ee + (z2ee - 2*tau_se*(z1ee + 1))*seev)/tau_se^2
                dseiv/dt = ((1 - seim)^2*z2ei + (z2ei - 2*tau_si*(z1ei + 1))*seiv)/tau_si^2
                dou/dt   = (mue_ext_mean - ou)/tau_ou + sigma_ou*xi
                """, declared, Mode.STRICT).list())
                .extracting(Problem::toString)
                .isEmpty();
    }
}
