/**
 * The models that the field knows by name, each as the text of its equations.
 *
 * @provides dev.gyrus.core.spi.ModelProvider one per model
 */
module dev.gyrus.models.classic {
    requires transitive dev.gyrus.core;

    exports dev.gyrus.models.classic;

    provides dev.gyrus.core.spi.ModelProvider with
            dev.gyrus.models.classic.CoombesByrne,
            dev.gyrus.models.classic.CoombesByrne2D,
            dev.gyrus.models.classic.DecoBalancedExcInh,
            dev.gyrus.models.classic.DumontGutkin,
            dev.gyrus.models.classic.Epileptor,
            dev.gyrus.models.classic.Epileptor2D,
            dev.gyrus.models.classic.EpileptorCodim3,
            dev.gyrus.models.classic.EpileptorCodim3SlowMod,
            dev.gyrus.models.classic.EpileptorRestingState,
            dev.gyrus.models.classic.FitzHughNagumo,
            dev.gyrus.models.classic.GastSchmidtKnoscheSd,
            dev.gyrus.models.classic.GastSchmidtKnoscheSf,
            dev.gyrus.models.classic.Generic2dOscillator,
            dev.gyrus.models.classic.HindmarshRose,
            dev.gyrus.models.classic.Hopf,
            dev.gyrus.models.classic.Hopfield,
            dev.gyrus.models.classic.Izhikevich,
            dev.gyrus.models.classic.JansenRit,
            dev.gyrus.models.classic.KIonEx,
            dev.gyrus.models.classic.Kuramoto,
            dev.gyrus.models.classic.KuramotoTvb,
            dev.gyrus.models.classic.LarterBreakspear,
            dev.gyrus.models.classic.Linear,
            dev.gyrus.models.classic.MontbrioPazoRoxin,
            dev.gyrus.models.classic.OrnsteinUhlenbeckProcess,
            dev.gyrus.models.classic.QifSfa,
            dev.gyrus.models.classic.ReducedSetFitzHughNagumo,
            dev.gyrus.models.classic.ReducedSetHindmarshRose,
            dev.gyrus.models.classic.ReducedWongWang,
            dev.gyrus.models.classic.ReducedWongWangExcInh,
            dev.gyrus.models.classic.SupHopf,
            dev.gyrus.models.classic.Theta,
            dev.gyrus.models.classic.VanDerPol,
            dev.gyrus.models.classic.Wendling,
            dev.gyrus.models.classic.WilsonCowan,
            dev.gyrus.models.classic.WilsonCowanStp,
            dev.gyrus.models.classic.WilsonCowanThreePopulation,
            dev.gyrus.models.classic.WilsonCowanTvb,
            dev.gyrus.models.classic.WongWang,
            dev.gyrus.models.classic.ZerlautAdaptationFirstOrder,
            dev.gyrus.models.classic.ZerlautAdaptationSecondOrder,
            dev.gyrus.models.classic.ZetterbergJansen;
}
