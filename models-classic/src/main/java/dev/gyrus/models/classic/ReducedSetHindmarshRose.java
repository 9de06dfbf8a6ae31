package dev.gyrus.models.classic;

import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import java.util.List;
import java.util.Map;

/**
 * Populations of Hindmarsh–Rose cells that differ in excitability, in three modes i of excitatory cells (ξ, η, τ) and
 * of inhibitory ones (α, β, γ).
 *
 * <pre>
 *   dξ_i/dt = η_i − a_i ξ_i³ + b_i ξ_i² − τ_i + K11 (Σ A_ik ξ_k − ξ_i) − K12 (Σ B_ik α_k − ξ_i) + I_i + c_ξ
 *   dη_i/dt = c_i − d_i ξ_i² − η_i
 *   dτ_i/dt = r s ξ_i − r τ_i − m_i
 *   dα_i/dt = β_i − a_i α_i³ + b_i α_i² − γ_i + K21 (Σ A_ik ξ_k − α_i) + I_i + c_ξ
 *   dβ_i/dt = c_i − d_i α_i² − β_i
 *   dγ_i/dt = r s α_i − r γ_i − m_i
 * </pre>
 *
 * <p>All variables are dimensionless, the time unit is 1 ms; the output {@code activity} is the sum of ξ over modes,
 * {@code c_xi} the weighted sum of other nodes' activity. Coefficients come from the distribution of excitabilities,
 * see {@link ReducedSet}. Names and defaults are those of TVB's {@code ReducedSetHindmarshRose}, with a state
 * {@code xi0} for mode 0 of {@code xi} and so on; one cell is {@link HindmarshRose}.
 *
 * <p>Reference: Stefanescu, Jirsa, PLoS Comput. Biol. 4, 2008, doi:10.1371/journal.pcbi.1000219.
 */
public final class ReducedSetHindmarshRose extends Model {
    /** For the service loader. */
    public ReducedSetHindmarshRose() {
        super("reduced-set-hindmarsh-rose", "oscillator");
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
                "reduced-set-hindmarsh-rose",
                "three modes of excitatory and inhibitory Hindmarsh–Rose cells that differ",
                mass(tvb));
    }

    private static Mass mass(boolean tvb) {
        Mass.Builder mass = Mass.named("modes");
        ReducedSet.stateIn(mass, "xi", -4, 4);
        ReducedSet.stateIn(mass, "eta", -25, 20);
        ReducedSet.stateIn(mass, "tau", 2, 10);
        ReducedSet.stateIn(mass, "alpha", -4, 4);
        ReducedSet.stateIn(mass, "beta", -20, 20);
        ReducedSet.stateIn(mass, "gamma", 2, 10);
        mass.parameter("r", 0.006, "1", "rate of adaptation")
                .parameter("a", 1, "1", "strength of the cubic term")
                .parameter("b", 3, "1", "strength of the quadratic term")
                .parameter("c", 1, "1", "level of recovery")
                .parameter("d", 5, "1", "recovery per squared potential")
                .parameter("s", 4, "1", "adaptation per potential")
                .parameter("xo", -1.6, "1", "leftmost equilibrium of the potential");
        return ReducedSet.parametersIn(mass, 0.1, 0.3, 3.3)
                .equations(ReducedSet.equations("""
                        a{i} = a*{fourth}/sigma
                        b{i} = b*{cube}/sqrt(sigma)
                        c{i} = c*sqrt(sigma)*{length}
                        d{i} = d*{cube}/sqrt(sigma)
                        m{i} = r*s*xo*sqrt(sigma)*{length}
                        outside{i} = sqrt(sigma)*(mu*{length} + sigma*{centre}) + c_xi
                        fast_xi{i} = eta{i} - a{i}*xi{i}^3 + b{i}*xi{i}^2 - tau{i}
                        fast_alpha{i} = beta{i} - a{i}*alpha{i}^3 + b{i}*alpha{i}^2 - gamma{i}
                        dxi{i}/dt = (fast_xi{i} + to_xi{i})/1[ms] + sigma_xi{i}*xi_xi{i}
                        deta{i}/dt = (c{i} - d{i}*xi{i}^2 - eta{i})/1[ms] + sigma_eta{i}*xi_eta{i}
                        dtau{i}/dt = (r*s*xi{i} - r*tau{i} - m{i})/1[ms] + sigma_tau{i}*xi_tau{i}
                        dalpha{i}/dt = (fast_alpha{i} + to_alpha{i})/1[ms] + sigma_alpha{i}*xi_alpha{i}
                        dbeta{i}/dt = (c{i} - d{i}*alpha{i}^2 - beta{i})/1[ms] + sigma_beta{i}*xi_beta{i}
                        dgamma{i}/dt = (r*s*alpha{i} - r*gamma{i} - m{i})/1[ms] + sigma_gamma{i}*xi_gamma{i}
                        """, tvb))
                .build();
    }
}
