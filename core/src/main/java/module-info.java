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

    uses dev.gyrus.core.spi.BackendProvider;
    uses dev.gyrus.core.spi.CouplingProvider;
    uses dev.gyrus.core.spi.DatasetProvider;
    uses dev.gyrus.core.spi.MetricProvider;
    uses dev.gyrus.core.spi.ModelProvider;
    uses dev.gyrus.core.spi.NetworkProvider;
    uses dev.gyrus.core.spi.StimulusProvider;

    provides dev.gyrus.core.spi.CouplingProvider with
            dev.gyrus.core.internal.coupling.BuiltIn.Additive,
            dev.gyrus.core.internal.coupling.BuiltIn.Diffusive,
            dev.gyrus.core.internal.coupling.BuiltIn.Multiplicative,
            dev.gyrus.core.internal.coupling.BuiltIn.Sine,
            dev.gyrus.core.internal.coupling.BuiltIn.Linear,
            dev.gyrus.core.internal.coupling.BuiltIn.Scaling,
            dev.gyrus.core.internal.coupling.BuiltIn.HyperbolicTangent,
            dev.gyrus.core.internal.coupling.BuiltIn.Sigmoidal,
            dev.gyrus.core.internal.coupling.BuiltIn.SigmoidalJansenRit,
            dev.gyrus.core.internal.coupling.BuiltIn.PreSigmoidal,
            dev.gyrus.core.internal.coupling.BuiltIn.PreSigmoidalDynamic,
            dev.gyrus.core.internal.coupling.BuiltIn.Difference,
            dev.gyrus.core.internal.coupling.BuiltIn.Kuramoto;

    exports dev.gyrus.core;
    exports dev.gyrus.core.spi;
    exports dev.gyrus.core.internal.math to
            dev.gyrus.bold;
}
