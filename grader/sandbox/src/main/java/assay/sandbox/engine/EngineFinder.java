package assay.sandbox.engine;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.testcontainers.dockerclient.TransportConfig;

/** Tries endpoints one after another. */
final class EngineFinder {
    private EngineFinder() {}

    /** The first engine that answers, or else how far one got. */
    static Reach first(List<TransportConfig> endpoints) {
        Reach furthest = new Reach.Nowhere();
        for (TransportConfig endpoint : endpoints) {
            Reach reach = reach(endpoint);
            if (reach instanceof Reach.Answers) {
                return reach;
            }
            if (rank(reach) > rank(furthest)) {
                furthest = reach;
            }
        }
        return furthest;
    }

    private static Reach reach(TransportConfig transport) {
        URI endpoint = transport.getDockerHost();
        if ("unix".equals(endpoint.getScheme())) {
            Path socket = Path.of(endpoint.getPath());
            if (!Files.exists(socket)) {
                return new Reach.Nowhere();
            }
            if (!Files.isWritable(socket)) {
                return new Reach.Denied(endpoint);
            }
        }
        try {
            return new Reach.Answers(Engine.connect(transport));
        } catch (RuntimeException e) { // docker-java wraps whatever went wrong with the connection
            return new Reach.Silent(endpoint, String.valueOf(e.getMessage()));
        }
    }

    private static int rank(Reach reach) {
        return switch (reach) {
            case Reach.Nowhere nowhere -> 0;
            case Reach.Silent silent -> 1;
            case Reach.Denied denied -> 2;
            case Reach.Answers answers -> 3;
        };
    }
}
