package dev.gyrus.models.classic;

/**
 * The firing rate r = u/(1 − exp(−d u)) of an excess current u, after Abbott and Chance.
 *
 * <p>At u = 0 the quotient is 0/0 and its limit 1/d. With z = d u, |z| &lt; 0.01, the series (1 + z/2 + z²/12 − z⁴/720)/d is
 * used, whose next term is below 4·10⁻¹⁷.
 *
 * <p>Reference: Abbott, Chance, Prog. Brain Res. 149, 2005, doi:10.1016/S0079-6123(05)49011-1.
 */
final class Response {
    private Response() {}

    /**
     * The statements that define a rate.
     *
     * @param rate its name
     * @param excess expression of u, in kHz
     * @param d name of the curvature, in ms
     */
    static String of(String rate, String excess, String d) {
        return """
                excess_%1$s = %2$s
                z_%1$s = %3$s*excess_%1$s
                near_%1$s = (1 + z_%1$s/2 + z_%1$s^2/12 - z_%1$s^4/720)/%3$s
                %1$s = where(abs(z_%1$s) < 0.01, near_%1$s, excess_%1$s/(1 - exp(-z_%1$s)))
                """.formatted(rate, excess, d);
    }
}
