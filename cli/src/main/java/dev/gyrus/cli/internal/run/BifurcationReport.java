package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.BifurcationSpec;
import dev.gyrus.core.Parameter;
import dev.gyrus.core.VectorField;
import dev.gyrus.dynamics.Branch;
import dev.gyrus.dynamics.BranchPoint;
import dev.gyrus.dynamics.Diagram;
import dev.gyrus.dynamics.DiagramFigure;
import dev.gyrus.dynamics.Eigenvalue;
import dev.gyrus.dynamics.PointType;
import dev.gyrus.io.CsvFiles;
import dev.gyrus.io.Json;
import dev.gyrus.io.Staging;
import dev.gyrus.plot.Figure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A diagram, for files and for people.
 *
 * @param field whose states the diagram shows
 * @param complete false where it was stopped before its end
 */
public record BifurcationReport(
        Prepared prepared,
        BifurcationSpec spec,
        Diagram diagram,
        VectorField field,
        List<String> notices,
        boolean complete,
        double seconds) {

    /** Writes tables, figures and {@code summary.json}. */
    void write(Path folder) {
        List<String> states = StateNames.shown(diagram.states());
        CsvFiles.write(folder.resolve("branches.csv"), branchHeader(states), branchRows());
        CsvFiles.write(folder.resolve("points.csv"), pointHeader(states), pointRows());
        if (prepared.experiment().output().figures()) {
            figures(folder);
        }
        List<String> files = new ArrayList<>(Staging.files(folder));
        files.add(Report.SUMMARY);
        Json.write(folder.resolve(Report.SUMMARY), summary(files));
    }

    private void figures(Path folder) {
        int state = shownState();
        int inField = field.states().indexOf(diagram.states().get(state));
        String unit = inField < 0 ? "" : field.stateUnits().get(inField);
        Figure figure = DiagramFigure.of(diagram, state, unit, unit(spec.range().parameter()));
        figure.title(prepared.experiment().network().title()).write(folder.resolve("branches"));
        spec.second()
                .ifPresent(second -> DiagramFigure.ofTwo(
                                diagram, second.parameter(), unit(spec.range().parameter()), unit(second.parameter()))
                        .title(prepared.experiment().network().title())
                        .write(folder.resolve("plane")));
    }

    /** The state that is asked for, the model's default output if it is a state, or the first. */
    private int shownState() {
        List<String> wanted = new ArrayList<>();
        spec.variable().ifPresent(wanted::add);
        wanted.addAll(prepared.experiment().record().variables());
        for (String name : wanted) {
            for (int i = 0; i < diagram.states().size(); i++) {
                if (StateNames.isMeant(diagram.states().get(i), name)) {
                    return i;
                }
            }
        }
        return 0;
    }

    private String unit(String parameter) {
        return prepared.network().populations().stream()
                .flatMap(population -> population.node().masses().stream()
                        .flatMap(mass -> mass.parameters().stream().filter(own -> parameter.endsWith(own.name()))))
                .findFirst()
                .map(Parameter::unit)
                .orElse("");
    }

    private List<String> branchHeader(List<String> states) {
        List<String> names = new ArrayList<>(List.of("branch", "kind", "point"));
        names.addAll(diagram.parameters());
        names.addAll(columns(states));
        names.addAll(List.of("period", "stable"));
        return names;
    }

    private List<String> pointHeader(List<String> states) {
        List<String> names = new ArrayList<>(List.of("type", "branch"));
        names.addAll(diagram.parameters());
        names.addAll(columns(states));
        names.addAll(List.of("period", "coefficient"));
        return names;
    }

    private boolean hasRanges() {
        return diagram.branches().stream()
                .anyMatch(branch -> branch.kind() == Branch.Kind.CYCLE || branch.kind() == Branch.Kind.SWEEP);
    }

    private List<String> columns(List<String> states) {
        if (!hasRanges()) {
            return states;
        }
        List<String> columns = new ArrayList<>();
        states.forEach(state -> columns.addAll(List.of("min_" + state, "max_" + state)));
        return columns;
    }

    private List<List<Object>> branchRows() {
        List<List<Object>> rows = new ArrayList<>();
        for (Branch branch : diagram.branches()) {
            int number = 0;
            for (BranchPoint point : branch.points()) {
                List<Object> row = new ArrayList<>(
                        List.of(branch.name(), branch.kind().name().toLowerCase(Locale.ROOT), number++));
                addPlace(point, row);
                row.add(point.stable());
                rows.add(row);
            }
        }
        return rows;
    }

    private List<List<Object>> pointRows() {
        List<List<Object>> rows = new ArrayList<>();
        for (Branch branch : diagram.branches()) {
            for (BranchPoint point : branch.special()) {
                List<Object> row = new ArrayList<>(List.of(point.type().orElseThrow(), branch.name()));
                addPlace(point, row);
                row.add(point.coefficient());
                rows.add(row);
            }
        }
        return rows;
    }

    private void addPlace(BranchPoint point, List<Object> row) {
        for (double value : point.parameters()) {
            row.add(value);
        }
        for (int i = 0; i < point.low().length; i++) {
            row.add(point.low()[i]);
            if (hasRanges()) {
                row.add(point.high()[i]);
            }
        }
        row.add(point.period());
    }

    private Map<String, Object> summary(List<String> files) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("version", Report.version());
        out.put("model", prepared.experiment().network().title());
        out.put("nodes", prepared.network().size());
        out.put("seed", prepared.experiment().simulation().seed());
        out.put("noise_version", Report.NOISE_VERSION);
        out.put("parameter", diagram.parameter());
        out.put(
                "branches",
                diagram.branches().stream().map(BifurcationReport::branch).toList());
        out.put("points", points());
        out.put("searched", diagram.searched());
        out.put("total_seconds", seconds);
        out.put("complete", complete);
        out.put("notices", notices);
        out.put("files", files);
        out.put("experiment", new CompleteExperiment(prepared, List.of()).written());
        return out;
    }

    private static Map<String, Object> branch(Branch branch) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("branch", branch.name());
        out.put("kind", branch.kind().name().toLowerCase(Locale.ROOT));
        out.put("points", branch.points().size());
        out.put("stable", branch.points().stream().filter(BranchPoint::stable).count());
        return out;
    }

    private List<Map<String, Object>> points() {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Branch branch : diagram.branches()) {
            for (BranchPoint point : branch.special()) {
                Map<String, Object> out = new LinkedHashMap<>();
                out.put("type", point.type().orElseThrow().name());
                out.put("title", point.type().orElseThrow().title());
                out.put("branch", branch.name());
                for (int k = 0; k < diagram.parameters().size(); k++) {
                    out.put(diagram.parameters().get(k), point.parameters()[k]);
                }
                out.put("period", point.period());
                if (!Double.isNaN(point.coefficient())) {
                    out.put("coefficient", point.coefficient());
                }
                out.put(
                        "spectrum",
                        point.spectrum().stream()
                                .map(BifurcationReport::written)
                                .toList());
                all.add(out);
            }
        }
        return all;
    }

    private static List<Double> written(Eigenvalue value) {
        return List.of(value.real(), value.imaginary());
    }

    /** A few lines for a person. */
    public String text() {
        StringBuilder text = new StringBuilder();
        long special = diagram.special().size();
        line(
                text,
                "%s over %s: %d %s, %d special %s in %.3g s%s",
                prepared.experiment().network().title(),
                diagram.parameter(),
                diagram.branches().size(),
                diagram.branches().size() == 1 ? "branch" : "branches",
                special,
                special == 1 ? "point" : "points",
                seconds,
                complete ? "" : " (stopped before the end)");
        for (Branch branch : diagram.branches()) {
            for (BranchPoint point : branch.special()) {
                line(text, "  %-4s %-4s %s", point.type().orElseThrow(), branch.name(), place(point));
            }
        }
        return text.toString();
    }

    private String place(BranchPoint point) {
        StringBuilder place = new StringBuilder();
        for (int k = 0; k < diagram.parameters().size(); k++) {
            place.append(String.format(
                    Locale.ROOT, "%s = %.8g  ", diagram.parameters().get(k), point.parameters()[k]));
        }
        place.append(point.type().orElseThrow().title());
        if (point.type().orElseThrow() == PointType.HB) {
            place.append(point.coefficient() < 0 ? ", supercritical" : point.coefficient() > 0 ? ", subcritical" : "");
        }
        if (point.period() > 0) {
            place.append(String.format(Locale.ROOT, ", period %.6g ms", point.period()));
        }
        return place.toString();
    }

    private static void line(StringBuilder text, String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
