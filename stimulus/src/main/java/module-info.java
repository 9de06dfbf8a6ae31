import dev.gyrus.core.spi.StimulusProvider;
import dev.gyrus.stimulus.internal.ConstantProvider;
import dev.gyrus.stimulus.internal.SinusoidProvider;
import dev.gyrus.stimulus.internal.StepProvider;

/** Input signals: constant, step, sinusoid and sampled. */
module dev.gyrus.stimulus {
    requires transitive dev.gyrus.core;

    exports dev.gyrus.stimulus;

    provides StimulusProvider with
            ConstantProvider,
            SinusoidProvider,
            StepProvider;
}
