/**
 * The models that the field knows by name, each as the text of its equations.
 *
 * @provides dev.gyrus.core.spi.ModelProvider one per model
 */
module dev.gyrus.models.classic {
    requires transitive dev.gyrus.core;

    exports dev.gyrus.models.classic;

    provides dev.gyrus.core.spi.ModelProvider with
            dev.gyrus.models.classic.FitzHughNagumo,
            dev.gyrus.models.classic.Hopf,
            dev.gyrus.models.classic.Kuramoto,
            dev.gyrus.models.classic.MontbrioPazoRoxin,
            dev.gyrus.models.classic.WilsonCowan,
            dev.gyrus.models.classic.WongWang;
}
