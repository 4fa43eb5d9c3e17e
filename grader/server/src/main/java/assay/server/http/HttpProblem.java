package assay.server.http;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/** Why a request is not done, as RFC 9457 tells it; ends a handler. */
public final class HttpProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;
    private final transient Map<String, Object> more;

    /**
     * @param title a sentence, the same for each occurrence
     * @param more members besides, such as {@code detail} and {@code retry_at}
     */
    public HttpProblem(int status, String title, Map<String, Object> more) {
        super(title);
        this.status = status;
        this.title = requireNonNull(title, "title is null");
        this.more = Map.copyOf(more);
    }

    public HttpProblem(int status, String title) {
        this(status, title, Map.of());
    }

    /** What is not there and what is not yours look alike. */
    public static HttpProblem notFound() {
        return new HttpProblem(404, "There is nothing here for you.");
    }

    public static HttpProblem bad(String detail) {
        return new HttpProblem(400, "The request is not understood.", Map.of("detail", detail));
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public Map<String, Object> more() {
        return more;
    }
}
