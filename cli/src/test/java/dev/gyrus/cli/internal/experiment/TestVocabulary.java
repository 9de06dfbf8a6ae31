package dev.gyrus.cli.internal.experiment;

import dev.gyrus.core.Problem;
import dev.gyrus.fitting.OperatorProvider;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small world of names for tests of reading. */
final class TestVocabulary implements Vocabulary {
    @Override
    public Collection<String> models() {
        return List.of("aln", "wc");
    }

    @Override
    public List<Problem> faults(String model) {
        return List.of();
    }

    @Override
    public Collection<String> networks() {
        return List.of("motif");
    }

    @Override
    public Collection<String> networkOptions(String type) {
        return List.of("form");
    }

    @Override
    public boolean isOnConnectome(String type) {
        return false;
    }

    @Override
    public List<GroupSpec> groups(TypeSpec type, Optional<ConnectomeSpec> connectome, double speed, Findings findings) {
        return List.of(
                GroupSpec.ofType("cortex", "aln", List.of("left", "right")),
                GroupSpec.ofType("thalamus", "wc", List.of("0")));
    }

    @Override
    public double inDeclaredUnit(GroupSpec group, String name, Quantity quantity) {
        return quantity.value();
    }

    @Override
    public String command(String model) {
        return "gyrus models " + model;
    }

    @Override
    public Collection<String> datasets() {
        return List.of("synthetic80");
    }

    @Override
    public Collection<String> integrators() {
        return List.of("euler", "heun", "rk4");
    }

    @Override
    public Collection<OperatorProvider> operators() {
        return OperatorProvider.catalogue().all();
    }

    @Override
    public Collection<String> signals() {
        return List.of("constant", "sampled", "sinusoid", "step");
    }

    @Override
    public Map<String, Boolean> arguments(String signal) {
        return switch (signal) {
            case "constant" -> Map.of("value", true);
            case "sinusoid" -> Map.of("amplitude", true, "frequency", true, "phase", false);
            case "step" -> Map.of("amplitude", true, "onset", false);
            default -> Map.of("values", false, "file", false, "interval", false);
        };
    }

    @Override
    public Collection<String> couplings() {
        return List.of("additive", "sigmoidal");
    }

    @Override
    public Collection<String> couplingParameters(String coupling) {
        return coupling.equals("sigmoidal") ? List.of("a", "sigma") : List.of();
    }

    @Override
    public Collection<String> parameters(String model) {
        return List.of("b", "mue_ext_mean", "sigma_ou", "excitatory.tau", "inhibitory.tau");
    }

    @Override
    public Collection<String> tolerated(String model) {
        return List.of("N", "VT");
    }

    @Override
    public Collection<String> options(String model) {
        return List.of("adaptation_rate");
    }

    @Override
    public Collection<String> initials(String model) {
        return List.of("mufe", "mue_ou", "rates_exc");
    }

    @Override
    public Collection<String> targets(String model) {
        return List.of("ext_exc_current", "ext_inh_rate");
    }

    @Override
    public Collection<String> variables(String model) {
        return List.of("IA", "rates_exc", "rates_inh");
    }
}
