/** Models in files: operators, nodes, edges and circuits, and what they can be written out as. */
module dev.gyrus.templates {
    requires transitive dev.gyrus.core;
    requires org.snakeyaml.engine;

    exports dev.gyrus.templates;

    provides dev.gyrus.core.spi.NetworkProvider with
            dev.gyrus.templates.TemplateNetwork;
}
