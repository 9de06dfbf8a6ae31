package dev.gyrus.plot.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gyrus.plot.internal.Scene.Anchor;
import java.util.List;
import org.junit.jupiter.api.Test;

class SvgWriterTest {
    @Test
    void aSmallSceneIsExactlyThisDocument() {
        double[] x = {10, 20, Double.NaN, 30, 40};
        double[] y = {10, 12.345, 0, 5, 6};
        Scene scene = new Scene(
                100,
                50,
                List.of(
                        new Scene.Clip(0, 0, 100, 25, List.of(new Scene.Line(x, y, 0x0072B2, 0.9, 0.5, true))),
                        new Scene.Text(50, 45, "Power <10⁻³ Hz²>", 8, true, Anchor.MIDDLE, false, 0x222222)));
        assertThat(SvgWriter.write(scene)).isEqualTo("""
                <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="100pt" height="50pt" viewBox="0 0 100 50" xml:space="preserve" font-family="Helvetica, Arial, 'Liberation Sans', 'Nimbus Sans', 'DejaVu Sans Condensed', sans-serif">
                <rect width="100%" height="100%" fill="#ffffff"/>
                <clipPath id="clip-0-0-100-25"><rect x="0" y="0" width="100" height="25"/></clipPath>
                <g clip-path="url(#clip-0-0-100-25)">
                <path d="M10 10L20 12.35M30 5L40 6" fill="none" stroke="#0072b2" stroke-width="0.9" stroke-linejoin="round" stroke-dasharray="2.5 2" stroke-opacity="0.5"/>
                </g>
                <text x="50" y="45" font-size="8" fill="#222222" text-anchor="middle" font-weight="bold">Power &lt;10<tspan dy="-2.88" font-size="5.6">−3</tspan><tspan dy="2.88"> Hz</tspan><tspan dy="-2.88" font-size="5.6">2</tspan><tspan dy="2.88">&gt;</tspan></text>
                </svg>
                """);
    }

    @Test
    void numbersHaveAtMostTwoDecimals() {
        assertThat(List.of(0.0, -0.001, 1.5, -1.25, 0.05, 100.004, -0.5).stream()
                        .map(SvgWriter::number))
                .containsExactly("0", "0", "1.5", "-1.25", "0.05", "100", "-0.5");
    }

    @Test
    void textIsEscapedAndHoldsNothingXmlForbids() {
        assertThat(SvgWriter.escape("a<b>&\"c\"\u0000\uD800")).isEqualTo("a&lt;b&gt;&amp;&quot;c&quot;\uFFFD\uFFFD");
    }
}
