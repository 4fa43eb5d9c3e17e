package assay.sandbox.engine;

import static java.util.Objects.requireNonNull;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.IOException;
import java.util.regex.Pattern;

/** Waits for an engine's answer only so long, but for requests whose answer comes when something has ended. */
final class TimedHttpClient implements DockerHttpClient {
    private static final Pattern LASTING = Pattern.compile("(/v[0-9.]+)?(/containers/[^/]+/(attach|wait)|/build)");

    private final DockerHttpClient patient;
    private final DockerHttpClient hasty;

    /**
     * @param patient waits for ever
     * @param hasty gives up after a while
     */
    TimedHttpClient(DockerHttpClient patient, DockerHttpClient hasty) {
        this.patient = requireNonNull(patient, "patient is null");
        this.hasty = requireNonNull(hasty, "hasty is null");
    }

    @Override
    public Response execute(Request request) {
        return (lasts(request.path()) ? patient : hasty).execute(request);
    }

    /** Whether the answer to a request for that path may take any time. */
    static boolean lasts(String path) {
        return LASTING.matcher(path.split("\\?", 2)[0]).matches();
    }

    @Override
    public void close() throws IOException {
        try (patient) {
            hasty.close();
        }
    }
}
