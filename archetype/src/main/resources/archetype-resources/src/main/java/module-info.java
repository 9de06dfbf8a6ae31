/** The model ${model} for Gyrus. */
module ${package} {
    requires transitive dev.gyrus.core;

    exports ${package};

    provides dev.gyrus.core.spi.ModelProvider with
            ${package}.${className};
}
