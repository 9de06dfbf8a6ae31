package ${package};

import dev.gyrus.core.spi.ModelProvider;
import dev.gyrus.testkit.ModelContract;

/** What Gyrus asks of every model; add tests of what the literature says of yours. */
class ${className}Test implements ModelContract {
    @Override
    public ModelProvider provider() {
        return new ${className}();
    }
}
