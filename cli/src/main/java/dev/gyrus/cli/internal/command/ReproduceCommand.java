package dev.gyrus.cli.internal.command;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.io.Staging;
import dev.gyrus.studies.Check;
import dev.gyrus.studies.DecisionStudy;
import dev.gyrus.studies.NetworkStudy;
import dev.gyrus.studies.Part;
import dev.gyrus.studies.Progress;
import dev.gyrus.studies.StimulationStudy;
import dev.gyrus.studies.StudyReport;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gyrus reproduce STUDY}. */
@Command(
        name = "reproduce",
        description = "Do a published study again: its figures, and its numbers beside those found here.",
        footer = "Status: 0 all numbers are as published, 1 some are not, 2 bad input, 130 interrupted.")
final class ReproduceCommand implements Callable<Integer> {
    private static final List<String> STUDIES = List.of("stimulation", "stimulation-network", "decision");
    private static final int DONE = 0;
    private static final int DIFFERENT = 1;
    private static final int INTERRUPTED = 130;

    private final Terminal terminal;

    @Parameters(
            paramLabel = "STUDY",
            description = {
                "stimulation: Cakan, Obermayer, PLOS Comput. Biol. 2020, mean field.",
                "stimulation-network: its network of neurons.",
                "decision: Wang, Neuron 2002, trials and psychometric curve of a spiking network."
            })
    private String study;

    @Option(names = "--out", paramLabel = "DIR", description = "Write report, figures and tables here.")
    private Path out;

    @Option(
            names = "--figure",
            paramLabel = "N",
            split = ",",
            description = "Only this figure, from 2 to 6 (network: 2, 4, 5, 6; 7 for the supplement); repeatable.")
    private Set<Integer> figures = new LinkedHashSet<>();

    @Option(
            names = "--grid",
            paramLabel = "N",
            description = "Cells along each axis of the maps; 41 by default, 251 as published (network: 21, 91).")
    private Integer grid;

    @Option(
            names = "--neurons",
            paramLabel = "N",
            description =
                    "Of each population of the network, in maps; ${DEFAULT-VALUE} by default, 10000 as published.")
    private int neurons = NetworkStudy.NEURONS;

    @Option(
            names = "--trials",
            paramLabel = "N",
            description = "Of the decision, at each coherence; ${DEFAULT-VALUE} by default.")
    private int trials = DecisionStudy.TRIALS;

    @Option(names = "--threads", paramLabel = "N", description = "Threads to use; all processors by default.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Inject
    ReproduceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!STUDIES.contains(study)) {
            throw GyrusException.input(Problem.unknown("STUDY", "study", study, STUDIES));
        }
        Function<Progress, StudyReport> chosen = switch (study) {
            case "stimulation" -> meanField();
            case "decision" -> DecisionStudy.standard().trials(trials).threads(threads)::run;
            default -> network();
        };
        try (Interruption interruption = Interruption.calling(() -> {})) {
            StudyReport report;
            if (out == null) {
                report = run(chosen, interruption);
            } else {
                try (Staging staging = Staging.open(out)) {
                    report = run(chosen, interruption);
                    report.write(staging);
                }
            }
            return tell(report);
        } catch (CancellationException e) {
            return INTERRUPTED;
        }
    }

    private Function<Progress, StudyReport> meanField() {
        StimulationStudy settings = StimulationStudy.standard()
                .grid(grid == null ? StimulationStudy.GRID : grid)
                .threads(threads);
        return (figures.isEmpty() ? settings : settings.figures(figures))::run;
    }

    private Function<Progress, StudyReport> network() {
        NetworkStudy settings = NetworkStudy.standard()
                .grid(grid == null ? NetworkStudy.GRID : grid)
                .neurons(neurons)
                .threads(threads);
        return (figures.isEmpty() ? settings : settings.figures(figures))::run;
    }

    private StudyReport run(Function<Progress, StudyReport> chosen, Interruption interruption) {
        ProgressLine line = new ProgressLine(terminal.err(), System::nanoTime);
        try {
            return chosen.apply(new Progress() {
                @Override
                public void at(String what, double share) {
                    if (terminal.interactive()) {
                        line.show(share, () -> what);
                    }
                }

                @Override
                public boolean isStopped() {
                    return interruption.isRequested();
                }
            });
        } finally {
            line.wipe();
        }
    }

    private int tell(StudyReport report) {
        TextTable table = new TextTable();
        for (Part part : report.parts()) {
            long passed = part.checks().stream().filter(Check::passed).count();
            String numbers = "%d of %d numbers as published"
                    .formatted(passed, part.checks().size());
            table.row(part.title(), numbers, String.format(Locale.ROOT, "%.1f s", part.seconds()));
        }
        table.print(terminal.out());
        if (out != null) {
            terminal.out().println("report in " + out.resolve("report.md"));
        }
        report.failures()
                .forEach(check -> terminal.err()
                        .println("gyrus: %s, %s: published %s %s, measured %s"
                                .formatted(
                                        check.group(),
                                        check.what(),
                                        check.expected(),
                                        check.tolerance(),
                                        check.measured())
                                .replace(" ,", ",")));
        return report.failures().isEmpty() ? DONE : DIFFERENT;
    }
}
