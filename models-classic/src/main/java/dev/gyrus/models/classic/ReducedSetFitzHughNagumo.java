package dev.gyrus.models.classic;

import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import java.util.List;
import java.util.Map;

/**
 * Populations of FitzHugh–Nagumo cells that differ in excitability, in three modes i of excitatory cells (ξ, η) and of
 * inhibitory ones (α, β).
 *
 * <pre>
 *   dξ_i/dt = τ (ξ_i − e_i ξ_i³/3 − η_i) + K11 (Σ A_ik ξ_k − ξ_i) − K12 (Σ B_ik α_k − ξ_i) + τ (I_i + c_ξ)
 *   dη_i/dt = (ξ_i − b η_i + m_i)/τ
 *   dα_i/dt = τ (α_i − e_i α_i³/3 − β_i) + K21 (Σ A_ik ξ_k − α_i) + τ (I_i + c_ξ)
 *   dβ_i/dt = (α_i − b β_i + m_i)/τ
 * </pre>
 *
 * <p>All variables are dimensionless, the time unit is 1 ms; the output {@code activity} is the sum of ξ over modes,
 * {@code c_xi} the weighted sum of other nodes' activity. Coefficients come from the distribution of excitabilities,
 * see {@link ReducedSet}. Names and defaults are those of TVB's {@code ReducedSetFitzHughNagumo}, with a state
 * {@code xi0} for mode 0 of {@code xi} and so on.
 *
 * <p>Reference: Stefanescu, Jirsa, PLoS Comput. Biol. 4, 2008, doi:10.1371/journal.pcbi.1000219.
 */
public final class ReducedSetFitzHughNagumo extends Model {
    /** For the service loader. */
    public ReducedSetFitzHughNagumo() {
        super("reduced-set-fitz-hugh-nagumo", "oscillator");
    }

    @Override
    public List<Option> options() {
        return List.of(ReducedSet.VARIANT);
    }

    @Override
    public Node node(Map<String, String> options) {
        return node(ReducedSet.isTvb(options));
    }

    /** The model as published, with TVB's defaults. */
    public static Node node() {
        return node(false);
    }

    private static Node node(boolean tvb) {
        return ReducedSet.node(
                "reduced-set-fitz-hugh-nagumo",
                "three modes of excitatory and inhibitory FitzHugh–Nagumo cells that differ",
                mass(tvb));
    }

    private static Mass mass(boolean tvb) {
        Mass.Builder mass = Mass.named("modes");
        ReducedSet.stateIn(mass, "xi", -4, 4);
        ReducedSet.stateIn(mass, "eta", -3, 3);
        ReducedSet.stateIn(mass, "alpha", -4, 4);
        ReducedSet.stateIn(mass, "beta", -3, 3);
        mass.parameter("tau", 3, "1", "separation of time scales")
                .positive()
                .parameter("a", 0.45, "1", "level of recovery")
                .parameter("b", 0.9, "1", "decay of recovery");
        return ReducedSet.parametersIn(mass, 0.15, 0.35, 0)
                .equations(ReducedSet.equations("""
                        e{i} = {fourth}/sigma
                        m{i} = a*sqrt(sigma)*{length}
                        outside{i} = tau*(sqrt(sigma)*(mu*{length} + sigma*{centre}) + c_xi)
                        fast_xi{i} = tau*(xi{i} - e{i}*xi{i}^3/3 - eta{i})
                        fast_alpha{i} = tau*(alpha{i} - e{i}*alpha{i}^3/3 - beta{i})
                        dxi{i}/dt = (fast_xi{i} + to_xi{i})/1[ms] + sigma_xi{i}*xi_xi{i}
                        deta{i}/dt = (xi{i} - b*eta{i} + m{i})/tau/1[ms] + sigma_eta{i}*xi_eta{i}
                        dalpha{i}/dt = (fast_alpha{i} + to_alpha{i})/1[ms] + sigma_alpha{i}*xi_alpha{i}
                        dbeta{i}/dt = (alpha{i} - b*beta{i} + m{i})/tau/1[ms] + sigma_beta{i}*xi_beta{i}
                        """, tvb))
                .build();
    }
}
