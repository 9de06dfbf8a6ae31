package dev.gyrus.cli.internal.run;

import dev.gyrus.core.Catalogue;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Problem;
import dev.gyrus.core.spi.ModelProvider;
import dev.gyrus.core.spi.NetworkProvider;
import java.util.Map;
import java.util.function.Supplier;

/** What the code of others makes: whatever goes wrong there is said with the file that it comes from. */
public final class Provided {
    private Provided() {}

    /** The node of a model. */
    public static Node node(ModelProvider provider, Map<String, String> options) {
        return made("model", provider.name(), provider, "node", () -> provider.node(options));
    }

    /** A network of a type. */
    public static Network network(NetworkProvider provider, Supplier<Network> maker) {
        return made("type of network", provider.name(), provider, "network", maker);
    }

    private static <T> T made(String what, String name, Object provider, String method, Supplier<T> maker) {
        String why;
        try {
            T made = maker.get();
            if (made != null) {
                return made;
            }
            why = method + "() returns null";
        } catch (GyrusException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) { // whatever the code of others throws
            why = e.toString().replaceAll("\\s*\\R\\s*", " ");
        }
        String given = "'" + name + "' of " + Catalogue.origin(provider) + ": " + why;
        throw GyrusException.input(Problem.of("", "a " + what + " that can be made", given));
    }
}
