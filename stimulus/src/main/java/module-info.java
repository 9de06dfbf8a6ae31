import dev.gyrus.core.spi.StimulusProvider;
import dev.gyrus.stimulus.internal.Noises;
import dev.gyrus.stimulus.internal.Shapes;
import dev.gyrus.stimulus.internal.Waves;

/** Input signals, periodic, transient, random and sampled; masks, protocols, closed loops and electric fields. */
module dev.gyrus.stimulus {
    requires transitive dev.gyrus.core;

    exports dev.gyrus.stimulus;

    provides StimulusProvider with
            Shapes.ZeroProvider,
            Shapes.ConstantProvider,
            Shapes.StepProvider,
            Shapes.RampProvider,
            Shapes.ExponentialProvider,
            Shapes.GaussianProvider,
            Shapes.RectifiedProvider,
            Waves.SinusoidProvider,
            Waves.SquareProvider,
            Waves.PulseTrainProvider,
            Waves.ChirpProvider,
            Noises.OrnsteinUhlenbeckProvider,
            Noises.WienerProvider,
            Noises.WhiteNoiseProvider,
            Noises.ColouredNoiseProvider,
            Noises.PoissonTrainProvider;
}
