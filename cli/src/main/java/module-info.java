/** The {@code gyrus} program: commands, experiment files and the composition root. */
module dev.gyrus.cli {
    requires dev.gyrus.core;
    requires dev.gyrus.analysis;
    requires dev.gyrus.bold;
    requires dev.gyrus.datasets;
    requires dev.gyrus.dynamics;
    requires dev.gyrus.fitting;
    requires dev.gyrus.io;
    requires dev.gyrus.models.aln;
    requires dev.gyrus.plot;
    requires dev.gyrus.spiking;
    requires dev.gyrus.stimulus;
    requires dev.gyrus.store;
    requires dev.gyrus.studies;
    requires dev.gyrus.templates;
    requires transitive com.google.guice;
    requires jakarta.inject; // Guice is an automatic module: what it needs by name is not resolved with it
    requires info.picocli;
    requires org.slf4j;
    requires org.snakeyaml.engine;

    exports dev.gyrus.cli;

    opens dev.gyrus.cli.internal.command to
            com.google.guice,
            info.picocli;
    opens dev.gyrus.cli.internal.run to
            com.google.guice;

    uses dev.gyrus.core.spi.BackendProvider;
    uses dev.gyrus.core.spi.CouplingProvider;
    uses dev.gyrus.core.spi.DatasetProvider;
    uses dev.gyrus.core.spi.MetricProvider;
    uses dev.gyrus.core.spi.ModelProvider;
    uses dev.gyrus.core.spi.NetworkProvider;
    uses dev.gyrus.core.spi.StimulusProvider;
    uses dev.gyrus.fitting.OperatorProvider;
}
