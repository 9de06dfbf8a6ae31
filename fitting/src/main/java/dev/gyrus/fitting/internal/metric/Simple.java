package dev.gyrus.fitting.internal.metric;

import dev.gyrus.core.spi.Measured;
import dev.gyrus.core.spi.Metric;
import dev.gyrus.core.spi.MetricProvider;
import java.util.List;
import java.util.Map;

/** A metric as a service: name, parameters, and how it is made from their values. */
abstract class Simple implements MetricProvider {
    private final String name;
    private final String description;
    private final Standard standard;
    private final List<Parameter> parameters;
    private final Factory factory;

    /** Makes the metric. */
    interface Factory {
        Metric create(Map<String, Double> values, Measured measured);
    }

    Simple(String name, String description, Standard standard, List<Parameter> parameters, Factory factory) {
        this.name = name;
        this.description = description;
        this.standard = standard;
        this.parameters = List.copyOf(parameters);
        this.factory = factory;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public Standard standard() {
        return standard;
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public Metric create(Map<String, Double> values, Measured measured) {
        return factory.create(values, measured);
    }
}
