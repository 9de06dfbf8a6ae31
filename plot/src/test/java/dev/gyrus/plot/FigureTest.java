package dev.gyrus.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gyrus.core.GyrusException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class FigureTest {
    private static final Axis TIME = Axis.of("Time", "s").tighten();
    private static final Axis RATE = Axis.of("Rate", "Hz");

    @Test
    void ticksAndLabelsStandAtRoundNumbers() throws Exception {
        double[] x = {0, 30, 60};
        Panel panel = Panel.of(TIME, RATE).line(x, new double[] {1.3, 9.2, 4}, Style.of(Palette.BLUE));
        List<String> texts = texts(Figure.of(100, panel).svg());
        assertThat(texts).contains("0", "10", "60", "2", "8", "Time (s)", "Rate (Hz)");
    }

    @Test
    void everyTextLiesOnThePage() throws Exception {
        double[] x = {1e-3, 1};
        Panel panel = Panel.of(
                        Axis.of("Frequency", "Hz").log(),
                        Axis.of("Power", "Hz²/Hz").log())
                .line(x, new double[] {1e-7, 1e-2}, Style.of(Palette.BLUE).label("a long label"))
                .matrix(new double[][] {{1}}, ColorScale.of(ColorMap.VIRIDIS, Axis.of("Value", "")));
        Figure figure = Figure.ofSquares(panel, panel, panel).width(89).title("A title");
        Document document = parse(figure.svg());
        String box = document.getDocumentElement().getAttribute("viewBox");
        double width = Double.parseDouble(box.split(" ")[2]);
        NodeList texts = document.getElementsByTagName("text");
        for (int i = 0; i < texts.getLength(); i++) {
            double at = Double.parseDouble(
                    texts.item(i).getAttributes().getNamedItem("x").getNodeValue());
            assertThat(at).isBetween(0.0, width);
        }
    }

    @Test
    void theSameFigureIsTheSameText() {
        assertThat(panels().svg()).isEqualTo(panels().svg());
    }

    @Test
    void textIsEscaped() throws Exception {
        String title = "r < 0.5 & \"p\" > 1";
        String svg = Figure.of(80, Panel.of(TIME, RATE)).title(title).svg();
        assertThat(texts(svg)).contains(title);
    }

    @Test
    void aLongRecordingGivesASmallFileWithItsExtremes() throws Exception {
        int n = 300_000;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = i;
            y[i] = Math.sin(0.37 * i);
        }
        y[123_456] = 10;
        y[234_567] = -10;
        Figure figure = Figure.of(100, Panel.of(TIME, RATE).line(x, y, Style.of(Palette.BLUE)));
        String svg = figure.svg();
        assertThat(svg).hasSizeLessThan(100_000);
        double top = 5 + 6.5 / 2;
        assertThat(svg).contains(" " + number(top) + "L").contains(" " + number(top + 100) + "L");
    }

    @Test
    void pngIsAsLargeAsTheResolutionSays() throws IOException {
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(panels().width(100).png(127)));
        assertThat(image.getWidth()).isEqualTo(500);
        assertThat(image.getRGB(0, 0)).isEqualTo(0xFFFFFFFF);
        assertThatThrownBy(() -> panels().png(0))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("dpi");
        assertThatThrownBy(() -> panels().png(1e6)).isInstanceOf(GyrusException.class);
    }

    @Test
    void cellsOfAMatrixHaveTheirColoursAndMissingOnesAreGrey() throws Exception {
        double[][] values = {{0, 1}, {Double.NaN, 0.5}};
        Panel panel = Panel.of(
                        Axis.of("", "").tighten(), Axis.of("", "").tighten().reverse())
                .matrix(values, ColorScale.of(ColorMap.GREY, Axis.of("", "")));
        BufferedImage cells = embedded(Figure.ofSquares(panel).svg()).get(0);
        int w = cells.getWidth();
        int h = cells.getHeight();
        assertThat(cells.getRGB(w / 4, h / 4) & 0xFFFFFF).isEqualTo(0xFFFFFF);
        assertThat(cells.getRGB(3 * w / 4, h / 4) & 0xFFFFFF).isEqualTo(0x000000);
        assertThat(cells.getRGB(w / 4, 3 * h / 4) & 0xFFFFFF).isEqualTo(ColorMap.MISSING);
        assertThat(cells.getRGB(3 * w / 4, 3 * h / 4) & 0xFF).isBetween(0x7E, 0x81);
    }

    @Test
    void theSameCellsAreInThePng() throws Exception {
        double[][] values = {{0, 1}, {Double.NaN, 0.5}};
        Panel panel = Panel.of(
                        Axis.of("", "").tighten().hide(),
                        Axis.of("", "").tighten().reverse().hide())
                .matrix(values, ColorScale.of(ColorMap.VIRIDIS, Axis.of("", "")).withoutBar());
        BufferedImage image = ImageIO.read(
                new ByteArrayInputStream(Figure.ofSquares(panel).width(50).png(144)));
        int w = image.getWidth();
        int h = image.getHeight();
        assertThat(image.getRGB(w / 3, h / 3) & 0xFFFFFF).isEqualTo(0x440154);
        assertThat(image.getRGB(2 * w / 3, h / 3) & 0xFFFFFF).isEqualTo(0xFDE725);
        assertThat(image.getRGB(w / 3, 2 * h / 3) & 0xFFFFFF).isEqualTo(ColorMap.MISSING);
    }

    @Test
    void emptyConstantAndHugeDataAreDrawn() {
        double[] none = {};
        double[] x = {1, 1, 1};
        double[] strange = {Double.NaN, Double.POSITIVE_INFINITY, 1e308};
        Style style = Style.of(Palette.BLUE).label("x");
        for (Axis axis : List.of(RATE, RATE.log(), RATE.tighten(), RATE.log().tighten(), RATE.range(2, Double.NaN))) {
            Panel panel = Panel.of(axis, axis);
            Figure figure = Figure.of(50, panel, panel.line(none, none, style).band(none, none, none, style))
                    .row(
                            50,
                            panel.line(x, x, style),
                            panel.line(x, strange, style).dots(strange, x, style))
                    .row(50, panel.histogram(none, 5, style), panel.histogram(x, 5, style))
                    .row(50, panel.matrix(new double[0][0], ColorScale.of(ColorMap.MAGMA, axis)))
                    .row(50, panel.matrix(new double[][] {x, strange}, ColorScale.of(ColorMap.BLUE_WHITE_RED, axis)));
            assertThat(figure.svg()).doesNotContain("NaN").doesNotContain("Infinity");
            assertThat(figure.png(72)).isNotEmpty();
        }
    }

    @Test
    void histogramsCountEveryValueOnce() {
        Panel whole = Panel.of(RATE, RATE).histogram(new double[] {1, 1, 2, 4, 4, 4}, 10, Style.of(0));
        Layer.Bars bars = (Layer.Bars) whole.layers().get(0);
        assertThat(bars.edges()).containsExactly(0.5, 1.5, 2.5, 3.5, 4.5);
        assertThat(bars.heights()).containsExactly(2, 1, 0, 3);
        Panel real = Panel.of(RATE, RATE).histogram(new double[] {0, 0.1, 0.35, 0.99, 1}, 2, Style.of(0));
        bars = (Layer.Bars) real.layers().get(0);
        assertThat(bars.edges()).containsExactly(0, 0.5, 1, 1.5);
        assertThat(bars.heights()).containsExactly(3, 1, 1);
    }

    @Test
    void bothFilesAreWrittenAndNothingElse(@TempDir Path folder) throws IOException {
        List<Path> files = panels().write(folder.resolve("new/fig.1"));
        assertThat(files).extracting(file -> file.getFileName().toString()).containsExactly("fig.1.svg", "fig.1.png");
        try (var listing = Files.list(folder.resolve("new"))) {
            assertThat(listing).containsExactlyInAnyOrderElementsOf(files);
        }
        assertThat(Files.readString(files.get(0))).isEqualTo(panels().svg());
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> panels().write(file.resolve("figure")))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("figure.svg");
    }

    @Test
    void dataThatDoNotFitAreRefused() {
        Panel panel = Panel.of(TIME, RATE);
        assertThatThrownBy(() -> panel.line(new double[2], new double[3], Style.of(0)))
                .isInstanceOf(GyrusException.class)
                .hasMessage("line: expected 2 values, given 3 values");
        assertThatThrownBy(() -> RATE.range(3, 3)).isInstanceOf(GyrusException.class);
        assertThatThrownBy(() -> RATE.range(0, 3).log()).hasMessageContaining("two ascending positive numbers");
        assertThatThrownBy(() -> Figure.of(100)).isInstanceOf(GyrusException.class);
        assertThatThrownBy(() -> panels().width(0)).isInstanceOf(GyrusException.class);
    }

    private static Figure panels() {
        double[] x = {0, 1, 2};
        Panel panel = Panel.of(TIME, RATE)
                .line(x, new double[] {1, 3, 2}, Style.of(Palette.GREEN).label("cortex"));
        return Figure.of(60, panel, panel.key().title("b")).title("Two panels").subtitle("made up");
    }

    static List<BufferedImage> embedded(String svg) throws IOException {
        Matcher matcher = Pattern.compile("base64,([^\"]+)").matcher(svg);
        List<BufferedImage> images = new ArrayList<>();
        while (matcher.find()) {
            byte[] png = Base64.getDecoder().decode(matcher.group(1).getBytes(StandardCharsets.US_ASCII));
            images.add(ImageIO.read(new ByteArrayInputStream(png)));
        }
        return images;
    }

    static List<String> texts(String svg) throws Exception {
        NodeList nodes = parse(svg).getElementsByTagName("text");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static String number(double value) {
        return String.valueOf(value);
    }
}
