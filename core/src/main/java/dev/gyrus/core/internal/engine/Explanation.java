package dev.gyrus.core.internal.engine;

import dev.gyrus.core.internal.engine.EventPlan.SynapsePlan;
import dev.gyrus.core.internal.engine.Plan.Arrival;
import dev.gyrus.core.internal.engine.Plan.GroupPlan;
import dev.gyrus.core.internal.engine.Plan.InputPlan;
import dev.gyrus.core.internal.engine.Plan.PairPlan;
import dev.gyrus.core.internal.engine.Plan.WirePlan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A plan in words. */
public final class Explanation {
    private final Plan plan;
    private final StringBuilder text = new StringBuilder();

    private Explanation(Plan plan) {
        this.plan = plan;
    }

    public static String of(Plan plan) {
        Explanation explanation = new Explanation(plan);
        explanation.write();
        return explanation.text.toString();
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }

    private void write() {
        line(
                "integrator %s, dt = %s ms, seed %d",
                plan.scheme().integrator().name(), plan.dt(), plan.seeds().get(0));
        line("");
        line("groups");
        plan.groups().forEach(this::group);
        line("");
        line("wires (delays in steps)");
        for (int w = 0; w < plan.wires().size(); w++) {
            wire(w, plan.wires().get(w));
        }
        plan.events().synapses().forEach(this::synapses);
        line("");
        Set<String> listed = new LinkedHashSet<>();
        for (GroupPlan group : plan.groups()) {
            String listing = group.compiled().listing();
            if (listed.add(listing)) {
                line("loops of %s", group.title());
                text.append(listing.indent(2));
            }
        }
    }

    private void group(GroupPlan group) {
        line(
                "  %-24s %d lanes; states %s; kept %s",
                group.title(),
                group.lanes(),
                group.states().stream().map(s -> s.variable().name()).collect(Collectors.joining(", ")),
                group.channels().stream().map(c -> c.name()).collect(Collectors.joining(", ")));
        if (group.mass().firing().isPresent()) {
            line("    fires when %s", group.mass().firing().get().threshold());
        }
        if (!group.noise().isEmpty()) {
            line("    noise variables: %d", group.noise().size());
        }
        for (InputPlan input : group.inputs()) {
            String arrivals = input.arrivals().stream().map(this::sum).collect(Collectors.joining(" + "));
            for (PairPlan pair : input.pairs()) {
                int count = pair.connections().sources().length;
                String source = plan.groups().get(pair.source()).title();
                arrivals += (arrivals.isEmpty() ? "" : " + ") + count + " pairs from " + source;
            }
            int stimuli = input.stimuli().size();
            line("    %s ← %s%s", input.name(), arrivals, stimuli > 0 ? " + " + stimuli + " stimuli" : "");
        }
    }

    private void synapses(SynapsePlan synapses) {
        Rows rows = synapses.rows();
        line(
                "  spikes %s: %d synapses, delays %d–%d, %s; %s",
                synapses.description(),
                rows.count(),
                rows.shortest(),
                rows.longest(),
                rows.isCommon() ? "one weight" : "a weight each",
                synapses.affine().isPresent() ? "x ← a·x + b" : "several states");
    }

    private String sum(Arrival arrival) {
        boolean several = plan.wires().get(arrival.wire()).sums() > 1;
        return "wire " + arrival.wire() + (several ? "." + arrival.sum() : "");
    }

    private void wire(int number, WirePlan wire) {
        if (!wire.pools().isEmpty()) {
            line("  %d  %s: all of a population to all, longest %d", number, wire.description(), wire.longest());
            return;
        }
        if (wire.aligned() >= 0) {
            line("  %d  %s: one sample, delay %d", number, wire.description(), wire.aligned());
            return;
        }
        List<String> classes = new ArrayList<>();
        for (int c = DelayClasses.LARGEST; c >= 0; c--) {
            int count = wire.classes().classes()[c].sources().length;
            if (count > 0) {
                String range = c == DelayClasses.LARGEST ? "≥ " + (1 << c) : (1 << c) + "–" + ((2 << c) - 1);
                classes.add(count + " of " + range);
            }
        }
        add(classes, wire.classes().prompt(), "at the step's start");
        add(classes, wire.classes().instant(), "without delay");
        line(
                "  %d  %s: %s; longest %d",
                number,
                wire.description(),
                classes.isEmpty() ? "no connections" : String.join(", ", classes),
                wire.classes().longest());
    }

    private static void add(List<String> classes, Csr csr, String what) {
        if (!csr.isEmpty()) {
            classes.add(csr.sources().length + " " + what);
        }
    }
}
