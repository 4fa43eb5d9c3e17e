package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.server.store.Course;
import assay.server.store.Store;
import assay.server.store.Tx;
import java.util.List;
import java.util.Map;

/** Courses, and what was done in them. */
final class CourseRoutes {
    static final String COURSE = "/api/v1/courses/{course}";
    private static final int LISTED = 500;

    private final Store store;

    CourseRoutes(Store store) {
        this.store = requireNonNull(store, "store is null");
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/v1/courses", Access.SIGNED_IN, this::courses),
                Route.post("/api/v1/courses", Access.ADMIN, this::add),
                Route.get(COURSE + "/audit", Access.STAFF, this::audit));
    }

    private void courses(Call call) {
        List<Map<String, Object>> views = store.read(tx -> mine(tx, call.who())).stream()
                .map(course -> Map.<String, Object>of("id", course.id(), "title", course.title()))
                .toList();
        Json.answer(call.http(), 200, Json.items(views));
    }

    static List<Course> mine(Tx tx, Caller caller) {
        return (caller.admin() ? tx.courses().all() : tx.courses().of(caller.id()))
                .stream()
                        .filter(course -> caller.token()
                                .filter(token -> !token.course().isEmpty()
                                        && !token.course().equals(course.id()))
                                .isEmpty())
                        .toList();
    }

    record NewCourse(String id, String title) {}

    private void add(Call call) {
        NewCourse wanted = Json.read(call.http(), NewCourse.class);
        String id = Fields.id(wanted.id());
        String title = Fields.line(wanted.title(), "title");
        add(store, call.who().id(), id, title);
        Json.answer(call.http(), 201, Map.of("id", id, "title", title));
    }

    /** For the API and the page alike. */
    static void add(Store store, String admin, String id, String title) {
        boolean added = store.write(tx -> {
            boolean isNew = tx.courses().add(id, title);
            if (isNew) {
                tx.audit(admin, "course added", id, id, title);
            }
            return isNew;
        });
        if (!added) {
            throw new HttpProblem(409, "There is a course of that id.");
        }
    }

    private void audit(Call call) {
        Json.answer(
                call.http(),
                200,
                Json.items(store.read(tx -> tx.courses().audit(call.course(), LISTED)).stream()
                        .map(entry -> Map.of(
                                "at", entry.at().toString(),
                                "actor", entry.actor(),
                                "action", entry.action(),
                                "subject", entry.subject(),
                                "detail", entry.detail()))
                        .toList()));
    }
}
