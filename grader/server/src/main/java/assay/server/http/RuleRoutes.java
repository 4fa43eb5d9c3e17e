package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.server.course.InForce;
import assay.server.course.Teaching;
import assay.server.rule.Counting;
import assay.server.rule.CourseRules;
import assay.server.store.Store;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a course asks for in an assignment, besides the assignment itself. */
final class RuleRoutes {
    private final Store store;
    private final Teaching teaching;

    RuleRoutes(Store store, Teaching teaching) {
        this.store = requireNonNull(store, "store is null");
        this.teaching = requireNonNull(teaching, "teaching is null");
    }

    List<Route> routes() {
        return List.of(
                Route.get(SubmissionRoutes.BASE + "/rules", Access.MEMBER, this::rules),
                Route.put(SubmissionRoutes.BASE + "/rules", Access.INSTRUCTOR, this::set));
    }

    private void rules(Call call) {
        CourseRules rules = store.read(tx -> tx.courses()
                        .assignment(call.course(), call.assignment())
                        .map(one -> InForce.rules(tx, one)))
                .orElseThrow(HttpProblem::notFound);
        Json.answer(call.http(), 200, view(rules));
    }

    private static Map<String, @Nullable Object> view(CourseRules rules) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("version", rules.version());
        view.put("attempts", rules.attempts().orElse(null));
        view.put("cool_down_seconds", rules.coolDown().toSeconds());
        view.put("counting", rules.counting().name().toLowerCase(Locale.ROOT));
        view.put("released_at", rules.releaseAt().map(Instant::toString).orElse(null));
        view.put("team_size", rules.teamSize());
        view.put("reveals", rules.reveals().orElse(null));
        view.put("needs", rules.needs());
        return view;
    }

    record WantedRules(
            @Nullable Integer attempts,
            @Nullable Long cool_down_seconds,
            @Nullable String counting,
            @Nullable String released_at,
            @Nullable Integer team_size,
            @Nullable Integer reveals,
            @Nullable String needs) {}

    private void set(Call call) {
        WantedRules wanted = Json.read(call.http(), WantedRules.class);
        if (store.read(tx -> tx.courses().assignment(call.course(), call.assignment()))
                .isEmpty()) {
            throw HttpProblem.notFound();
        }
        try {
            CourseRules rules = teaching.set(new CourseRules(
                    call.course(),
                    call.assignment(),
                    1,
                    Optional.ofNullable(wanted.attempts()),
                    Duration.ofSeconds(wanted.cool_down_seconds() == null ? 0 : wanted.cool_down_seconds()),
                    Counting.valueOf(Optional.ofNullable(wanted.counting())
                            .orElse("best")
                            .toUpperCase(Locale.ROOT)),
                    Optional.ofNullable(wanted.released_at()).map(Instant::parse),
                    wanted.team_size() == null ? 1 : wanted.team_size(),
                    Optional.ofNullable(wanted.reveals()),
                    needs(Optional.ofNullable(wanted.needs())),
                    store.clock().instant(),
                    call.who().id()));
            Json.answer(call.http(), 200, view(rules));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw HttpProblem.bad(String.valueOf(e.getMessage()));
        }
    }

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // as the request has it
    static String needs(Optional<String> word) {
        String needs = word.orElse("cpu");
        if (!List.of("cpu", "gpu").contains(needs)) {
            throw HttpProblem.bad("needs is cpu or gpu");
        }
        return needs;
    }
}
