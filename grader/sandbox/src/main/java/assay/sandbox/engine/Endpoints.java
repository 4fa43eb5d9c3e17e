package assay.sandbox.engine;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.DockerDesktopClientProviderStrategy;
import org.testcontainers.dockerclient.EnvironmentAndSystemPropertyClientProviderStrategy;
import org.testcontainers.dockerclient.InvalidConfigurationException;
import org.testcontainers.dockerclient.NpipeSocketClientProviderStrategy;
import org.testcontainers.dockerclient.RootlessDockerClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;
import org.testcontainers.dockerclient.UnixSocketClientProviderStrategy;

/**
 * Where an engine may listen, in the order in which Testcontainers would try. Its strategies are asked one by one:
 * its own loop gives up for the life of the JVM once it found nothing, so that no engine could be installed afterwards,
 * and writes what it found to a file in the user's home.
 */
@SuppressWarnings("deprecation") // the strategies are meant for that loop, which would be asked only once
final class Endpoints {
    private Endpoints() {}

    static List<TransportConfig> all(Map<String, String> environment) {
        if (environment.containsKey("DOCKER_HOST") || System.getProperty("docker.host") != null) {
            // The user said where: nothing else will do.
            return transport(new EnvironmentAndSystemPropertyClientProviderStrategy()).stream()
                    .toList();
        }
        return switch (OperatingSystem.current()) {
            case LINUX -> present(List.of(rootless(), transport(new UnixSocketClientProviderStrategy()), desktop()));
            case MAC, OTHER -> present(List.of(transport(new UnixSocketClientProviderStrategy()), desktop()));
            case WINDOWS -> present(List.of(transport(new NpipeSocketClientProviderStrategy())));
        };
    }

    /** Of the system's own engine, as it listens after an installation. */
    static TransportConfig ofSystem() {
        return TransportConfig.builder()
                .dockerHost(URI.create("unix:///var/run/docker.sock"))
                .build();
    }

    private static Optional<TransportConfig> rootless() {
        RootlessDockerClientProviderStrategy rootless = new RootlessDockerClientProviderStrategy();
        return Optional.ofNullable(rootless.getSocketPath()).flatMap(path -> transport(rootless));
    }

    private static Optional<TransportConfig> desktop() {
        DockerDesktopClientProviderStrategy desktop = new DockerDesktopClientProviderStrategy();
        return Optional.ofNullable(desktop.getSocketPath()).flatMap(path -> transport(desktop));
    }

    private static Optional<TransportConfig> transport(DockerClientProviderStrategy strategy) {
        try {
            return Optional.of(strategy.getTransportConfig());
        } catch (InvalidConfigurationException | UnsupportedOperationException e) {
            return Optional.empty(); // not on this machine
        }
    }

    private static List<TransportConfig> present(List<Optional<TransportConfig>> found) {
        return found.stream().flatMap(Optional::stream).toList();
    }
}
