package assay.sandbox.engine;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Version;
import com.github.dockerjava.api.model.VersionComponent;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.testcontainers.dockerclient.TransportConfig;
import org.testcontainers.shaded.com.github.dockerjava.core.DefaultDockerClientConfig;
import org.testcontainers.shaded.com.github.dockerjava.core.DockerClientImpl;
import org.testcontainers.shaded.com.github.dockerjava.core.RemoteApiVersion;

/** A Docker engine that answers. Safe for use by several threads at once. */
public final class Engine implements AutoCloseable {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

    private final URI endpoint;
    private final DockerHttpClient http;
    private final DockerClient client;
    private final ApiVersion api;
    private final Version version;

    private Engine(URI endpoint, DockerHttpClient http, DockerClient client, ApiVersion api, Version version) {
        this.endpoint = endpoint;
        this.http = http;
        this.client = client;
        this.api = api;
        this.version = version;
    }

    /**
     * Connects and agrees on an API version.
     *
     * <p>Not by Testcontainers' own client: that would speak 1.44 or else 1.32 only, look for the host's address and
     * perhaps pull images.
     *
     * @throws RuntimeException of docker-java's, if nobody answers
     */
    static Engine connect(TransportConfig transport) {
        DockerHttpClient http = new TimedHttpClient(
                http(transport).build(),
                http(transport).responseTimeout(ANSWER_WITHIN).build());
        try {
            // Without a version in its path a request is for whatever the engine speaks.
            Version engine = client(transport, http, RemoteApiVersion.unknown())
                    .versionCmd()
                    .exec();
            ApiVersion newest = ApiVersion.parse(requireNonNull(engine.getApiVersion(), "no API version"));
            ApiVersion oldest =
                    engine.getMinAPIVersion() == null ? newest : ApiVersion.parse(engine.getMinAPIVersion());
            ApiVersion api = ApiVersion.negotiate(oldest, newest);
            DockerClient client = client(transport, http, RemoteApiVersion.create(api.major(), api.minor()));
            return new Engine(transport.getDockerHost(), http, client, api, engine);
        } catch (RuntimeException e) {
            close(http);
            throw e;
        }
    }

    public DockerClient client() {
        return client;
    }

    /** Where it listens, e.g. {@code unix:///var/run/docker.sock}. */
    public URI endpoint() {
        return endpoint;
    }

    /** Its own version, e.g. {@code 20.10.24}. */
    public String version() {
        return String.valueOf(version.getVersion());
    }

    /** What its containers run, e.g. {@code linux}. */
    public String os() {
        return String.valueOf(version.getOperatingSystem());
    }

    /** Of its processors, in Go's words, e.g. {@code amd64}. */
    public String architecture() {
        return String.valueOf(version.getArch());
    }

    /** The version of a program that it uses, e.g. {@code runc}; empty if it does not say. */
    public String component(String name) {
        List<VersionComponent> components = version.getComponents();
        return (components == null ? List.<VersionComponent>of() : components)
                .stream()
                        .filter(component -> name.equals(component.getName()))
                        .map(component -> String.valueOf(component.getVersion()))
                        .findFirst()
                        .orElse("");
    }

    /** Whether the engine knows a runtime of that name, e.g. {@code nvidia}. */
    public boolean hasRuntime(String name) {
        return get("/info").contains("\"" + name + "\":{");
    }

    /** The API version that is spoken. */
    public String apiVersion() {
        return api.toString();
    }

    /**
     * The answer to a request that docker-java has no command for.
     *
     * @param path below the version, e.g. {@code /containers/x/stats?one-shot=true}
     * @throws DockerException if the engine refuses it
     */
    public String get(String path) {
        DockerHttpClient.Request request = DockerHttpClient.Request.builder()
                .method(DockerHttpClient.Request.Method.GET)
                .path("/v" + api + path)
                .build();
        try (DockerHttpClient.Response response = http.execute(request)) {
            String body = new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8);
            if (response.getStatusCode() != 200) {
                throw new DockerException(body, response.getStatusCode());
            }
            return body;
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.ENGINE, "ask the Docker engine for " + path, e);
        }
    }

    @Override
    public void close() {
        close(http);
    }

    private static ZerodepDockerHttpClient.Builder http(TransportConfig transport) {
        return new ZerodepDockerHttpClient.Builder()
                .dockerHost(transport.getDockerHost())
                .sslConfig(transport.getSslConfig())
                .connectionTimeout(CONNECT_WITHIN);
    }

    private static DockerClient client(TransportConfig transport, DockerHttpClient http, RemoteApiVersion version) {
        DefaultDockerClientConfig config = DefaultDockerClientConfig.createDefaultConfigBuilder()
                .withDockerHost(transport.getDockerHost().toString())
                .withApiVersion(version)
                .build();
        return DockerClientImpl.getInstance(config, http);
    }

    private static void close(DockerHttpClient http) {
        try {
            http.close();
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.ENGINE, "close the connection to the Docker engine", e);
        }
    }
}
