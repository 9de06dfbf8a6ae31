package dev.gyrus.cli.internal.run;

import dev.gyrus.core.Catalogue;
import dev.gyrus.core.spi.CouplingProvider;
import dev.gyrus.core.spi.DatasetProvider;
import dev.gyrus.core.spi.MetricProvider;
import dev.gyrus.core.spi.ModelProvider;
import dev.gyrus.core.spi.NetworkProvider;
import dev.gyrus.core.spi.StimulusProvider;
import dev.gyrus.fitting.OperatorProvider;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** What experiments choose from. */
record Catalogues(
        Catalogue<ModelProvider> models,
        Catalogue<NetworkProvider> networks,
        Catalogue<StimulusProvider> signals,
        Catalogue<DatasetProvider> datasets,
        Catalogue<CouplingProvider> couplings,
        Catalogue<MetricProvider> metrics,
        Catalogue<OperatorProvider> operators) {

    @Inject
    Catalogues {}

    /** With one more model. */
    Catalogues with(ModelProvider model) {
        List<ModelProvider> all = new ArrayList<>(models.all());
        all.add(model);
        Catalogue<ModelProvider> more = Catalogue.of("model", all, ModelProvider::name);
        return new Catalogues(more, networks, signals, datasets, couplings, metrics, operators);
    }
}
