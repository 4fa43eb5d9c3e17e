package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.server.store.ComparisonState;
import assay.server.store.Comparisons;
import assay.server.store.Progress;
import assay.server.store.Store;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells a waiting browser how far its grading or comparison is, as server-sent events, until it is over. It looks into the store,
 * since the worker may be on another host. Each stream has a virtual thread of its own.
 */
final class EventStream implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(700);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);
    private static final int MOST_A_PERSON = 10;

    private final ProgressWatch submissions;
    private final ProgressWatch checks;
    private final ProgressWatch comparisons;
    private final Map<String, Integer> open = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    EventStream(Store store) {
        requireNonNull(store, "store is null");
        this.submissions = new ProgressWatch(
                watched -> store.read(tx -> news(tx.watching().shown(watched), EventStream::news)), LOOK);
        this.checks = new ProgressWatch(
                watched -> store.read(tx -> news(tx.watching().selfChecks(watched), EventStream::news)), LOOK);
        this.comparisons = new ProgressWatch(
                watched -> store.read(tx -> news(new Comparisons(tx).states(watched), EventStream::news)), LOOK);
    }

    /** Of the grading that is shown for the submission. */
    void open(Call call) throws IOException {
        open(call, call.handedIn().id(), submissions);
    }

    /** Of its newest self-check. */
    void openCheck(Call call) throws IOException {
        open(call, call.handedIn().id(), checks);
    }

    /** Of submissions' comparison with one another. */
    void openComparison(Call call, String comparison) throws IOException {
        open(call, comparison, comparisons);
    }

    private void open(Call call, String id, ProgressWatch watch) throws IOException {
        String who = call.who().id();
        if (open.merge(who, 1, Integer::sum) > MOST_A_PERSON) {
            leave(who);
            throw new HttpProblem(429, "Too many pages are waiting for results.", Map.of("retry_after", 5));
        }
        watch.enter(id);
        try {
            stream(call.http().res(), id, watch);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            watch.leave(id);
            leave(who);
        }
    }

    private void leave(String who) {
        open.computeIfPresent(who, (_, count) -> count == 1 ? null : count - 1);
    }

    private void stream(HttpServletResponse response, String id, ProgressWatch watch)
            throws IOException, InterruptedException {
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no"); // or nginx would keep it until it is over
        ServletOutputStream out = response.getOutputStream();
        long start = System.nanoTime();
        long quiet = start;
        String last = "";
        boolean over = false;
        while (!over && System.nanoTime() - start < LONGEST.toNanos()) {
            Optional<ProgressWatch.News> news = watch.look(id);
            String now = news.map(EventStream::event).orElse("");
            over = news.filter(ProgressWatch.News::over).isPresent();
            boolean silent = System.nanoTime() - quiet > SIGN_OF_LIFE.toNanos();
            if (!now.equals(last) || silent) {
                out.write((now.equals(last) ? ": still here\n\n" : now).getBytes(StandardCharsets.UTF_8));
                out.flush();
                last = now;
                quiet = System.nanoTime();
            }
            over |= !over && closed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static <T> Map<String, ProgressWatch.News> news(
            Map<String, T> found, Function<T, ProgressWatch.News> reading) {
        return found.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> reading.apply(one.getValue())));
    }

    private static ProgressWatch.News news(Progress progress) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("state", SubmissionViews.state(progress.state()));
        data.put("cases_done", progress.casesDone());
        data.put("cases_total", progress.casesTotal());
        return new ProgressWatch.News(Json.text(data), progress.ended());
    }

    private static ProgressWatch.News news(ComparisonState state) {
        return new ProgressWatch.News(Json.text(Map.of("state", ComparisonRoutes.state(state))), state.ended());
    }

    private static String event(ProgressWatch.News news) {
        return "event: progress\ndata: " + news.data() + "\n\n";
    }

    /** Ends all streams. */
    @Override
    public void close() {
        closed.countDown();
    }
}
