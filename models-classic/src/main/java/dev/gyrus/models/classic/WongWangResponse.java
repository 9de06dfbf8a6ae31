package dev.gyrus.models.classic;

/**
 * The response of a population of leaky integrate-and-fire neurons in the models after Wong and Wang, as equations.
 *
 * <pre>
 *   H = y/(1 − exp(−d y))
 * </pre>
 *
 * <p>Reference: Abbott, Chance, Prog. Brain Res. 149, 2005, doi:10.1016/S0079-6123(05)49011-1.
 */
final class WongWangResponse {
    private WongWangResponse() {}

    /**
     * Defines the rate {@code rate_H} and keeps it as the hold H. Near y = 0, where the quotient loses its digits and then is
     * 0/0, stands its series; the next term is below 1e-18.
     *
     * @param hold name of the hold
     * @param y name of the excess drive, defined elsewhere, in units of rate
     * @param d name of the parameter d, in units of time
     */
    static String rate(String hold, String y, String d) {
        return """
                u_%1$s = %3$s*%2$s
                rate_%1$s = where(abs(u_%1$s) < 1e-4, 1 + u_%1$s/2 + u_%1$s^2/12, u_%1$s/(1 - exp(-u_%1$s)))/%3$s
                hold %1$s = rate_%1$s
                """.formatted(hold, y, d);
    }
}
