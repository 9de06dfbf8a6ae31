package dev.gyrus.spark;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.spi.Backend;
import dev.gyrus.core.spi.BackendProvider;
import dev.gyrus.core.spi.ModelProvider;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** The back end {@code spark}. */
public final class SparkBackendProvider implements BackendProvider {
    private static final String MASTER = "master";

    /** How often a batch may be lost with its worker before Spark gives up; on a cluster this is Spark's default. */
    private static final String TASK_FAILURES = "4";

    public SparkBackendProvider() {}

    @Override
    public String name() {
        return "spark";
    }

    @Override
    public String description() {
        return "Executors of Apache Spark.";
    }

    @Override
    public List<ModelProvider.Option> options() {
        return List.of(new ModelProvider.Option(
                MASTER, "such as local[2] or spark://host:7077; spark-submit's without", List.of()));
    }

    @Override
    public Backend open(Map<String, String> settings) {
        settings.keySet().stream()
                .filter(key -> !key.equals(MASTER))
                .findFirst()
                .ifPresent(key -> {
                    throw GyrusException.input(Problem.unknown("backend." + key, "setting", key, List.of(MASTER)));
                });
        SparkConf conf = new SparkConf()
                .setIfMissing("spark.app.name", "Gyrus")
                .setIfMissing("spark.ui.enabled", "false")
                .setIfMissing("spark.task.maxFailures", TASK_FAILURES);
        if (settings.containsKey(MASTER)) {
            conf.setMaster(settings.get(MASTER).replaceFirst("^(local\\[[^],]+)]$", "$1," + TASK_FAILURES + "]"));
        }
        if (!conf.contains("spark.master")) {
            throw GyrusException.input("backend.master", "a master, such as local[2]", "none");
        }
        try {
            return new SparkBackend(new JavaSparkContext(conf));
        } catch (Exception e) { // Spark, in Scala, throws what it likes
            throw GyrusException.input(
                    "backend.master", "a master that can be reached", conf.get("spark.master") + " (" + e + ")");
        }
    }
}
