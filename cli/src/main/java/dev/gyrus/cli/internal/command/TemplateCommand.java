package dev.gyrus.cli.internal.command;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.templates.Template;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gyrus template FILE[#CIRCUIT] [--export FORM]}. */
@Command(name = "template", description = "Describe a circuit of a template file, or write it in another form.")
final class TemplateCommand implements Runnable {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE[#CIRCUIT]", description = "A template file; without a circuit its last one.")
    private String file;

    @Option(names = "--export", paramLabel = "FORM", description = "Print it as yaml, latex, lems, java or numpy.")
    private String form;

    @Option(names = "--time", paramLabel = "UNIT", description = "Its unit of time: ms, s, min or us.")
    private String time;

    @Inject
    TemplateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        int hash = file.lastIndexOf('#');
        Template read = Template.read(
                Path.of(hash < 0 ? file : file.substring(0, hash)), hash < 0 ? "" : file.substring(hash + 1));
        Template template = time == null ? read : read.time(time);
        if (form != null) {
            terminal.out().print(template.export(form(form)));
            return;
        }
        terminal.out().println(template.name() + ": variables, and their names in experiments");
        TextTable table = new TextTable();
        template.addresses().forEach(table::row);
        table.print(terminal.out());
    }

    private static Template.Form form(String name) {
        List<String> known = Stream.of(Template.Form.values())
                .map(form -> form.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!known.contains(name)) {
            throw GyrusException.input(Problem.unknown("--export", "form", name, known));
        }
        return Template.Form.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
