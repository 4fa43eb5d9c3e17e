package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.server.course.Teaching;
import assay.server.store.PublishedAssignment;
import assay.server.store.Store;
import java.util.List;
import java.util.Map;

/** The assignments of a course, by version. */
final class AssignmentRoutes {
    private final Store store;
    private final Teaching teaching;

    AssignmentRoutes(Store store, Teaching teaching) {
        this.store = requireNonNull(store, "store is null");
        this.teaching = requireNonNull(teaching, "teaching is null");
    }

    List<Route> routes() {
        return List.of(
                Route.get(CourseRoutes.COURSE + "/assignments", Access.MEMBER, this::assignments),
                Route.put(SubmissionRoutes.BASE, Access.INSTRUCTOR, this::publish));
    }

    private void assignments(Call call) {
        List<PublishedAssignment> published = store.read(tx -> tx.courses().assignments(call.course()));
        Json.answer(
                call.http(),
                200,
                Json.items(published.stream().map(AssignmentRoutes::view).toList()));
    }

    private static Map<String, Object> view(PublishedAssignment one) {
        return Map.of(
                "id",
                one.id(),
                "version",
                one.version(),
                "title",
                one.title(),
                "deadline",
                one.deadline().toString(),
                "sha256",
                one.digest());
    }

    private void publish(Call call) {
        String id = call.assignment();
        if (!id.matches("[a-z0-9][a-z0-9-]{0,99}")) {
            throw HttpProblem.bad("an assignment's id has small letters, digits and hyphens");
        }
        Teaching.Publishing outcome = teaching.publish(
                call.course(), id, call.http().bodyAsBytes(), call.who().id());
        switch (outcome) {
            case Teaching.Publishing.Published(PublishedAssignment assignment) ->
                Json.answer(call.http(), 200, view(assignment));
            case Teaching.Publishing.Invalid(List<String> problems) ->
                throw new HttpProblem(422, "The assignment has problems.", Map.of("problems", problems));
            case Teaching.Publishing.VersionTaken(int version) ->
                throw new HttpProblem(
                        409,
                        "That version is published already, with another content; count the version up.",
                        Map.of("version", version));
        }
    }
}
