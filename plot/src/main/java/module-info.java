/**
 * Figures: one scene drawn as SVG text and as PNG.
 *
 * <p>{@link dev.gyrus.plot.Figures} makes the figures of a run or a dataset; {@link dev.gyrus.plot.Panel} and
 * {@link dev.gyrus.plot.Figure} make any other.
 */
module dev.gyrus.plot {
    requires transitive dev.gyrus.core;
    requires java.desktop;

    exports dev.gyrus.plot;
}
