/**
 * Masses, nodes and networks of neural masses, their equations, and the engine that advances them.
 *
 * <p>Models, couplings, stimuli, observation models and datasets attach through the interfaces of {@link
 * dev.gyrus.core.spi}.
 */
module dev.gyrus.core {
    requires org.slf4j;
    requires org.objectweb.asm;
    requires static jdk.incubator.vector;

    uses dev.gyrus.core.spi.DatasetProvider;
    uses dev.gyrus.core.spi.ModelProvider;
    uses dev.gyrus.core.spi.StimulusProvider;

    exports dev.gyrus.core;
    exports dev.gyrus.core.spi;
}
