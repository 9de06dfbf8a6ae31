/**
 * Input signals, and what they are put together with: {@link dev.gyrus.stimulus.Channels} and {@link dev.gyrus.stimulus.Mask} in
 * space, {@link dev.gyrus.stimulus.Protocol} in time, {@link dev.gyrus.stimulus.Feedback} to what the network does.
 *
 * <p>Sums, products, windows and sequences of any signal are methods of {@link dev.gyrus.core.Stimulus}. {@link
 * dev.gyrus.stimulus.BallAndStick} and {@link dev.gyrus.stimulus.PointNeuron} turn electric fields and currents into the drive of a
 * rate model.
 */
package dev.gyrus.stimulus;
