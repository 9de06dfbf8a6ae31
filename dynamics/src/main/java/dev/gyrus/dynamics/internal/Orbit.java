package dev.gyrus.dynamics.internal;

/**
 * A solution of a periodic problem and the direction in which its branch goes on.
 *
 * @param scalars s
 * @param direction dU/dℓ, of any length
 * @param scalarDirection ds/dℓ
 * @param multipliers of the linearised problem
 * @param iterations of Newton's method
 */
public record Orbit(
        Profile profile,
        double[] scalars,
        Profile direction,
        double[] scalarDirection,
        Multipliers multipliers,
        int iterations) {
    /** The same on another mesh. */
    public Orbit on(double[] mesh) {
        return new Orbit(profile.on(mesh), scalars, direction.on(mesh), scalarDirection, multipliers, iterations);
    }

    /** The same with its direction scaled. */
    public Orbit scaled(double factor) {
        double[] changed = scalarDirection.clone();
        for (int q = 0; q < changed.length; q++) {
            changed[q] *= factor;
        }
        Profile other = direction.zero(direction.size()).plus(factor, direction);
        return new Orbit(profile, scalars, other, changed, multipliers, iterations);
    }
}
