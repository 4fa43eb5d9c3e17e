package assay.server.http;

import static java.util.Objects.requireNonNull;

import io.javalin.http.HandlerType;

/**
 * An address and what it does.
 *
 * @param path with {@code {course}}, {@code {assignment}} and {@code {submission}} where they stand
 */
public record Route(HandlerType method, String path, Access access, Handler handler) {
    /** Answers. */
    @FunctionalInterface
    public interface Handler {
        void handle(Call call) throws Exception;
    }

    public Route {
        requireNonNull(method, "method is null");
        requireNonNull(path, "path is null");
        requireNonNull(access, "access is null");
        requireNonNull(handler, "handler is null");
    }

    public static Route get(String path, Access access, Handler handler) {
        return new Route(HandlerType.GET, path, access, handler);
    }

    public static Route post(String path, Access access, Handler handler) {
        return new Route(HandlerType.POST, path, access, handler);
    }

    public static Route put(String path, Access access, Handler handler) {
        return new Route(HandlerType.PUT, path, access, handler);
    }

    public static Route delete(String path, Access access, Handler handler) {
        return new Route(HandlerType.DELETE, path, access, handler);
    }

    /** Whether a person reads the answer in a browser. */
    public boolean page() {
        return !path.startsWith("/api/");
    }

    /** Whether it changes something. */
    public boolean changes() {
        return !method.equals(HandlerType.GET);
    }
}
