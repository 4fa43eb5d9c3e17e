package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Points;
import assay.server.course.Teaching;
import assay.server.store.Grade;
import assay.server.store.PublishedAssignment;
import assay.server.store.Store;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What counts, and what teachers decide by hand. */
final class GradeRoutes {
    private static final BigDecimal MOST_POINTS = new BigDecimal("1000000");

    private final Store store;
    private final Teaching teaching;

    GradeRoutes(Store store, Teaching teaching) {
        this.store = requireNonNull(store, "store is null");
        this.teaching = requireNonNull(teaching, "teaching is null");
    }

    List<Route> routes() {
        return List.of(
                Route.get(SubmissionRoutes.BASE + "/grades", Access.STAFF, this::grades),
                Route.get(SubmissionRoutes.BASE + "/grades.csv", Access.STAFF, this::csv),
                Route.post(SubmissionRoutes.BASE + "/overrides", Access.STAFF_CHANGES, this::override));
    }

    private void grades(Call call) {
        List<Map<String, @Nullable Object>> views =
                all(call).stream().map(GradeRoutes::view).toList();
        Json.answer(call.http(), 200, Json.items(views));
    }

    private List<Grade> all(Call call) {
        return store.read(tx -> tx.grades().all(call.course(), call.assignment()));
    }

    private static Map<String, @Nullable Object> view(Grade grade) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("student", grade.person());
        view.put("points", Json.number(grade.points()));
        view.put("maximum", grade.maximum().value());
        view.put("verdict", grade.verdict().map(Enum::name).orElse(null));
        view.put("days_late", grade.daysLate());
        view.put("overridden_by", grade.overriddenBy().orElse(null));
        view.put("changed_at", grade.changedAt().toString());
        return view;
    }

    private void csv(Call call) {
        call.http()
                .contentType("text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"grades.csv\"")
                .result(GradeTable.csv(all(call)).getBytes(StandardCharsets.UTF_8));
    }

    record WantedOverride(String student, @Nullable BigDecimal points, String reason) {}

    private void override(Call call) {
        WantedOverride wanted = Json.read(call.http(), WantedOverride.class);
        override(call, wanted.student(), Optional.ofNullable(wanted.points()), wanted.reason());
        Json.answer(call.http(), 200, Map.of("student", wanted.student()));
    }

    /** For the API and the page alike. */
    void override(Call call, @Nullable String student, Optional<BigDecimal> points, @Nullable String reason) {
        PublishedAssignment assignment = assignment(call);
        String person = member(call, student);
        if (points.filter(given -> given.compareTo(MOST_POINTS) > 0).isPresent()) {
            throw HttpProblem.bad("points are at most " + MOST_POINTS);
        }
        try {
            teaching.override(
                    assignment,
                    person,
                    points.map(Points::new),
                    Fields.line(reason, "reason"),
                    call.who().id());
        } catch (IllegalArgumentException e) {
            throw HttpProblem.bad(String.valueOf(e.getMessage()));
        }
    }

    private PublishedAssignment assignment(Call call) {
        return store.read(tx -> tx.courses().assignment(call.course(), call.assignment()))
                .orElseThrow(HttpProblem::notFound);
    }

    private String member(Call call, @Nullable String student) {
        String person = Fields.id(student);
        if (store.read(tx -> tx.people().role(call.course(), person)).isEmpty()) {
            throw new HttpProblem(422, "There is no such student in the course.");
        }
        return person;
    }
}
