package dev.gyrus.templates;

import dev.gyrus.core.Connectome;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Network;
import dev.gyrus.core.Problem;
import dev.gyrus.core.spi.ModelProvider;
import dev.gyrus.core.spi.NetworkProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The type of network that is read from a file of templates. Thread-safe. */
public final class TemplateNetwork implements NetworkProvider {

    public TemplateNetwork() {}

    @Override
    public String name() {
        return "template";
    }

    @Override
    public String description() {
        return "A circuit of a template file, written network: {template: FILE#CIRCUIT}.";
    }

    @Override
    public List<ModelProvider.Option> options() {
        return List.of(
                ModelProvider.Option.file("file", "the file"),
                new ModelProvider.Option(
                        "circuit", "a circuit, node or operator of the file; its last circuit", List.of()),
                new ModelProvider.Option("time", "unit of its time: ms, s, min or us; as the file says", List.of()));
    }

    @Override
    public boolean isOnConnectome() {
        return false;
    }

    @Override
    public Network network(Optional<Connectome> connectome, double speed, Map<String, String> options) {
        String file = options.get("file");
        if (file == null) {
            throw GyrusException.input(Problem.of("network.template", "a file of templates", "none"));
        }
        Template template = Template.read(Path.of(file), options.getOrDefault("circuit", ""));
        String time = options.get("time");
        return (time == null ? template : template.time(time)).network();
    }
}
