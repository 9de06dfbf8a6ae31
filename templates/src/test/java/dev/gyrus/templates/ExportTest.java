package dev.gyrus.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Network;
import dev.gyrus.core.Population;
import dev.gyrus.core.VectorField;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What templates are written as says the same as they do. */
class ExportTest {
    private static final Pattern WORD = Pattern.compile("(?<![0-9.A-Za-z_])[A-Za-z_][A-Za-z_0-9]*");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jansen-rit.yaml#two_columns",
                "jansen-rit.yaml#columns",
                "qif.yaml#mpr_plastic",
                "qif.yaml#mpr_adapting",
                "theta.yaml#conductance",
                "oscillators.yaml#two_phases",
                "oscillators.yaml#two_fields",
                "wilson-cowan.yaml#pair_plastic",
                "kernels.yaml#pair"
            })
    void yamlReadsBackAsTheSameNetwork(String name) {
        Template template = Files.example(name);
        String yaml = template.export(Template.Form.YAML);
        Template again = Template.parse(yaml, "again", template.name());
        Network first = template.network();
        Network second = again.network();
        assertThat(second.populations().stream().map(Population::labels).toList())
                .isEqualTo(first.populations().stream().map(Population::labels).toList());
        for (int p = 0; p < first.populations().size(); p++) {
            assertThat(second.populations().get(p).node().masses())
                    .isEqualTo(first.populations().get(p).node().masses());
            assertThat(second.populations().get(p).node().settings())
                    .usingRecursiveComparison()
                    .isEqualTo(first.populations().get(p).node().settings());
        }
        assertThat(second.projections())
                .usingRecursiveComparison()
                .ignoringFields("origin")
                .isEqualTo(first.projections());
        assertThat(again.export(Template.Form.YAML)).isEqualTo(yaml);
    }

    @Test
    void javaClassComputesTheSameDerivatives() throws ReflectiveOperationException, java.io.IOException {
        Template template = Files.example("jansen-rit.yaml#column");
        Path file = folder.resolve("column.java");
        java.nio.file.Files.writeString(file, template.export(Template.Form.JAVA), StandardCharsets.UTF_8);
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(), file.toString()))
                .isZero();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            Class<?> column = loader.loadClass("column");
            double[] y = state(((double[]) column.getField("START").get(null)).length);
            double[] rates = new double[y.length];
            Method derivative = column.getMethod("derivative", double.class, double[].class, double[].class);
            derivative.invoke(column.getConstructor().newInstance(), 0.0, y, rates);
            assertClose(
                    rates,
                    expected(
                            template,
                            List.of((String[]) column.getField("STATES").get(null)),
                            y));
        }
    }

    @Test
    void numpyModuleComputesTheSameDerivatives() throws java.io.IOException, InterruptedException {
        Template template = Files.example("qif.yaml#mpr_adapting");
        double[] y = state(4);
        String script = template.export(Template.Form.NUMPY) + "\nprint('\\n'.join(STATES))\n"
                + "for d in derivative(0.0, np.array(" + java.util.Arrays.toString(y) + ")): print(repr(float(d)))\n";
        Path file = folder.resolve("adapting.py");
        java.nio.file.Files.writeString(file, script, StandardCharsets.UTF_8);
        Path out = folder.resolve("out");
        int status;
        try {
            Process python = new ProcessBuilder("python3", file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            status = python.waitFor(60, TimeUnit.SECONDS) ? python.exitValue() : -1;
        } catch (java.io.IOException e) {
            status = -1;
        }
        String printed = java.nio.file.Files.exists(out) ? java.nio.file.Files.readString(out) : "";
        Assumptions.assumeTrue(status == 0 || !printed.contains("No module"), "needs python3 with numpy");
        Assumptions.assumeTrue(status != -1, "needs python3");
        assertThat(status).as(printed).isZero();
        List<String> lines = printed.lines().toList();
        double[] rates =
                lines.subList(4, 8).stream().mapToDouble(Double::parseDouble).toArray();
        assertClose(rates, expected(template, lines.subList(0, 4), y));
    }

    /** A state in which nothing cancels. */
    private static double[] state(int size) {
        double[] y = new double[size];
        for (int i = 0; i < size; i++) {
            y[i] = 0.01 * (i + 1) - 0.003 * i * i;
        }
        return y;
    }

    /** The derivatives that the network has, in the order of other names {@code population/state}. */
    private static double[] expected(Template template, List<String> states, double[] y) {
        VectorField field = VectorField.of(template.time("ms").network());
        List<String> names = new ArrayList<>();
        field.states()
                .forEach(name -> names.add(name.replaceAll("/0/[^.]*[.]", "/").replaceAll("^[^/]*[.]", "")));
        double[] ordered = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            ordered[names.indexOf(states.get(i))] = y[i];
        }
        double[] rates = new double[y.length];
        field.derivative(ordered, rates);
        return states.stream().mapToDouble(name -> rates[names.indexOf(name)]).toArray();
    }

    private static void assertClose(double[] given, double[] expected) {
        for (int i = 0; i < given.length; i++) {
            assertThat(given[i]).isCloseTo(expected[i], within(1e-12 * Math.max(1, Math.abs(expected[i]))));
        }
    }

    /** Rules of the schema: what may stand where, and that names are declared. */
    @ParameterizedTest
    @ValueSource(strings = {"jansen-rit.yaml#two_columns", "qif.yaml#mpr_depression", "theta.yaml#current"})
    void lemsDeclaresWhatItUses(String name) throws Exception {
        String lems = Files.example(name).export(Template.Form.LEMS);
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(lems.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("Lems");
        NodeList types = document.getElementsByTagName("ComponentType");
        assertThat(types.getLength()).isPositive();
        for (int k = 0; k < types.getLength(); k++) {
            Element type = (Element) types.item(k);
            Set<String> known = new HashSet<>(Set.of("t", "exp", "sin", "cos", "tan", "sinh", "cosh", "tanh", "sqrt"));
            known.addAll(Set.of("abs", "ln", "H"));
            for (String tag : List.of("Parameter", "Constant", "Requirement", "StateVariable", "DerivedVariable")) {
                names(type, tag, "name")
                        .forEach(each -> assertThat(known.add(each)).as(each).isTrue());
            }
            assertThat(names(type, "StateVariable", "name")).isEqualTo(names(type, "TimeDerivative", "variable"));
            assertThat(names(type, "StateVariable", "name")).isEqualTo(names(type, "StateAssignment", "variable"));
            for (String tag : List.of("TimeDerivative", "DerivedVariable", "StateAssignment")) {
                for (String value : names(type, tag, "value")) {
                    WORD.matcher(value)
                            .results()
                            .forEach(word -> assertThat(known).as(value).contains(word.group()));
                }
            }
        }
        for (String type : names(document.getDocumentElement(), "Component", "type")) {
            assertThat(lems).contains("<ComponentType name=\"" + type + "\"");
        }
    }

    private static List<String> names(Element parent, String tag, String attribute) {
        List<String> out = new ArrayList<>();
        NodeList found = parent.getElementsByTagName(tag);
        for (int i = 0; i < found.getLength(); i++) {
            out.add(((Element) found.item(i)).getAttribute(attribute));
        }
        return out;
    }

    @Test
    void latexIsThatOfTheMasses() {
        assertThat(Files.example("wilson-cowan.yaml#pair").export(Template.Form.LATEX))
                .contains("% excitatory")
                .contains("% inhibitory")
                .contains("\\begin{align*}");
    }
}
