/** Finds parameters: exploration of parameter space, evolution, and what is measured of each run. */
module dev.gyrus.fitting {
    requires transitive dev.gyrus.core;
    requires dev.gyrus.analysis;
    requires transitive dev.gyrus.bold;
    requires commons.math3;
    requires ejml.core;
    requires ejml.ddense;
    requires org.slf4j;

    exports dev.gyrus.fitting;

    uses dev.gyrus.fitting.OperatorProvider;

    provides dev.gyrus.core.spi.BackendProvider with
            dev.gyrus.fitting.internal.LocalBackendProvider;
    provides dev.gyrus.core.spi.MetricProvider with
            dev.gyrus.fitting.internal.metric.Moments.Min,
            dev.gyrus.fitting.internal.metric.Moments.Max,
            dev.gyrus.fitting.internal.metric.Moments.Amplitude,
            dev.gyrus.fitting.internal.metric.Moments.Mean,
            dev.gyrus.fitting.internal.metric.Moments.Sd,
            dev.gyrus.fitting.internal.metric.Regularity.Cv,
            dev.gyrus.fitting.internal.metric.Spectra.DominantFrequency,
            dev.gyrus.fitting.internal.metric.Spectra.PeakPower,
            dev.gyrus.fitting.internal.metric.Spectra.Power,
            dev.gyrus.fitting.internal.metric.Spectra.Entrainment,
            dev.gyrus.fitting.internal.metric.Probing.RegimeProvider,
            dev.gyrus.fitting.internal.metric.Probing.Bistable,
            dev.gyrus.fitting.internal.metric.Probing.UpDownDifference,
            dev.gyrus.fitting.internal.metric.Probing.ProbeFrequency,
            dev.gyrus.fitting.internal.metric.Empirical.FcMeanProvider,
            dev.gyrus.fitting.internal.metric.Empirical.FcProvider,
            dev.gyrus.fitting.internal.metric.Empirical.FcdDistance,
            dev.gyrus.fitting.internal.metric.Empirical.SpectrumDistance,
            dev.gyrus.fitting.internal.metric.Phases.KuramotoOrderProvider,
            dev.gyrus.fitting.internal.metric.Phases.Metastability,
            dev.gyrus.fitting.internal.metric.Phases.PhaseLocking,
            dev.gyrus.fitting.internal.metric.Phases.PhaseLockingSd;
    provides dev.gyrus.fitting.OperatorProvider with
            dev.gyrus.fitting.internal.search.Operators.Rank,
            dev.gyrus.fitting.internal.search.Operators.Tournaments,
            dev.gyrus.fitting.internal.search.Operators.Random,
            dev.gyrus.fitting.internal.search.Operators.Best,
            dev.gyrus.fitting.internal.search.Operators.CrowdingDistance,
            dev.gyrus.fitting.internal.search.Operators.ReferenceDirections,
            dev.gyrus.fitting.internal.search.Operators.Blend,
            dev.gyrus.fitting.internal.search.Operators.Binary,
            dev.gyrus.fitting.internal.search.Operators.Uniform,
            dev.gyrus.fitting.internal.search.Operators.SelfAdaptive,
            dev.gyrus.fitting.internal.search.Operators.PolynomialStep,
            dev.gyrus.fitting.internal.search.Operators.Gaussian;
}
