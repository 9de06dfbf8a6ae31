package dev.gyrus.plot;

/**
 * How numbers become colours.
 *
 * @param map the colours
 * @param axis the quantity and its range; a range that is left open is found from the data, and is symmetric about zero
 *     for {@link ColorMap#BLUE_WHITE_RED}
 * @param bar whether a colour bar stands beside the panel
 */
public record ColorScale(ColorMap map, Axis axis, boolean bar) {

    /** Colours with a bar. */
    public static ColorScale of(ColorMap map, Axis axis) {
        return new ColorScale(map, axis, true);
    }

    /** The same without the bar, for a panel that shares it with its neighbour. */
    public ColorScale withoutBar() {
        return new ColorScale(map, axis, false);
    }
}
