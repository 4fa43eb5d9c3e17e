package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import assay.server.page.Pages;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.NotFoundResponse;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.ServletException;
import java.io.EOFException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens, and answers by the table of routes; whatever goes wrong becomes a problem that says no more than it must. */
public final class WebServer implements AutoCloseable {
    private static final Logger logger = LoggerFactory.getLogger(WebServer.class);
    private static final int MEBIBYTE = 1024 * 1024;
    private static final int KEPT_IN_MEMORY = 1;

    private final Javalin javalin;
    private final Guard guard;
    private final Pages pages;
    private final boolean secure;
    private final MeterRegistry meters;

    /** @param maxUpload in bytes */
    WebServer(
            List<Route> routes,
            Guard guard,
            Pages pages,
            boolean secure,
            long maxUpload,
            SlowBodies.Pace pace,
            MeterRegistry meters) {
        this.guard = requireNonNull(guard, "guard is null");
        this.pages = requireNonNull(pages, "pages is null");
        this.secure = secure;
        this.meters = requireNonNull(meters, "meters is null");
        this.javalin = Javalin.create(config -> {
            set(config, maxUpload, pace);
            routes.forEach(route -> add(config, route));
            problems(config);
        });
    }

    private static void set(JavalinConfig config, long maxUpload, SlowBodies.Pace pace) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = maxUpload;
        config.http.prefer405over404 = false; // which methods there are is nobody's business
        config.jetty.multipartConfig.maxFileSize(maxUpload, SizeUnit.BYTES);
        config.jetty.multipartConfig.maxTotalRequestSize(maxUpload + MEBIBYTE, SizeUnit.BYTES);
        config.jetty.multipartConfig.maxInMemoryFileSize(KEPT_IN_MEMORY, SizeUnit.MB);
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setSendDateHeader(false);
        });
        config.jetty.modifyServer(server -> server.setHandler(new SlowBodies(pace)));
    }

    private void add(JavalinConfig config, Route route) {
        config.routes.addHttpHandler(route.method(), route.path(), http -> {
            Timer.Sample time = Timer.start(meters);
            Headers.put(http, secure);
            try {
                plain(http);
                route.handler().handle(guard.admit(route, http));
            } finally {
                time.stop(meters.timer("assay.http", "route", route.method().name() + " " + route.path()));
            }
        });
    }

    /** Javalin would take this for the method of the request, which no proxy before us then knows. */
    private static void plain(Context http) {
        if (http.header("X-HTTP-Method-Override") != null) {
            throw HttpProblem.bad("X-HTTP-Method-Override is not taken");
        }
    }

    private void problems(JavalinConfig config) {
        config.routes.exception(HttpProblem.class, (problem, http) -> answer(http, problem));
        config.routes.exception(
                ContentTooLargeResponse.class,
                (_, http) -> answer(http, new HttpProblem(413, "The upload is too large.")));
        config.routes.exception(NotFoundResponse.class, (_, http) -> answer(http, HttpProblem.notFound()));
        config.routes.exception(
                HttpResponseException.class,
                (response, http) ->
                        answer(http, new HttpProblem(response.getStatus(), "The request cannot be answered.")));
        config.routes.exception(Exception.class, this::broken);
    }

    /** Of ours: logged under a number, which is all that the answer tells. */
    private void broken(Exception bug, Context http) {
        if (tooLarge(bug)) {
            answer(http, new HttpProblem(413, "The upload is too large."));
            return;
        }
        if (hasCause(bug, SlowBodies.TooSlow.class) || hasCause(bug, TimeoutException.class)) {
            answer(http, new HttpProblem(408, "The request came too slowly."));
            return;
        }
        if (hasCause(bug, EOFException.class)) { // who sent it has hung up
            answer(http, HttpProblem.bad("the request ends early"));
            return;
        }
        if (bug instanceof ServletException) { // Jetty's, where the body is not what its type says
            answer(http, HttpProblem.bad("the body is not what its type says"));
            return;
        }
        String incident = Incidents.next();
        logger.error("incident {}: {} {}", incident, http.method(), http.path().replaceAll("\\p{Cntrl}", "?"), bug);
        int status = bug instanceof GraderFault ? 503 : 500;
        answer(
                http,
                new HttpProblem(status, "Something of ours broke; it has been noted.", Map.of("incident", incident)));
    }

    private static boolean hasCause(Throwable bug, Class<? extends Exception> kind) {
        for (Throwable at = bug; at != null; at = at.getCause()) {
            if (kind.isInstance(at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean tooLarge(Throwable bug) {
        for (Throwable at = bug; at != null; at = at.getCause()) {
            String message = String.valueOf(at.getMessage());
            if (message.contains(" exceeded")) {
                return true;
            }
        }
        return false;
    }

    private void answer(Context http, HttpProblem problem) {
        Headers.put(http, secure);
        Optional.ofNullable(problem.more().get("retry_after"))
                .ifPresent(wait -> http.header("Retry-After", wait.toString()));
        String wanted = Optional.ofNullable(http.header("Accept")).orElse("");
        if (!http.path().startsWith("/api/") && wanted.contains("text/html")) {
            page(http, problem);
            return;
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", problem.title());
        body.put("status", problem.status());
        body.putAll(problem.more());
        http.status(problem.status()).contentType("application/problem+json").result(Json.bytes(body));
    }

    private void page(Context http, HttpProblem problem) {
        if (problem.status() == 401) {
            Html.redirect(http, "/sign-in");
            return;
        }
        Html.answer(http, problem.status(), pages.problem(problem.title(), detail(problem)));
    }

    private static String detail(HttpProblem problem) {
        Object detail = problem.more().getOrDefault("detail", problem.more().get("incident"));
        return detail == null ? "" : detail.toString();
    }

    /** @return the port at which it listens */
    public int start(String host, int port) {
        javalin.start(host, port);
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
