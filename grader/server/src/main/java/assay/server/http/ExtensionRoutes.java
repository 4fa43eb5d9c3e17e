package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Extension;
import assay.server.course.Extending;
import assay.server.course.ShownResults;
import assay.server.store.PublishedAssignment;
import assay.server.store.Store;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** More time, for one or for several at once: all of them have it then, or nobody. */
final class ExtensionRoutes {
    private static final int MOST_STUDENTS = 1000;

    private final Store store;
    private final Extending extending;
    private final ShownResults results;

    ExtensionRoutes(Store store, Extending extending, ShownResults results) {
        this.store = requireNonNull(store, "store is null");
        this.extending = requireNonNull(extending, "extending is null");
        this.results = requireNonNull(results, "results is null");
    }

    List<Route> routes() {
        return List.of(
                Route.post(SubmissionRoutes.BASE + "/extensions", Access.STAFF_CHANGES, this::extend),
                Route.post(StudentRoutes.BASE + "/extend", Access.STAFF_CHANGES, this::one),
                Route.post(StudentRoutes.BASE + "/extend-several", Access.STAFF_CHANGES, this::several));
    }

    /** For either one student or several. */
    record Wanted(
            @Nullable String student,
            @Nullable List<@Nullable String> students,
            @Nullable String until,
            @Nullable String by,
            @Nullable String reason) {}

    private void extend(Call call) {
        Wanted wanted = Json.read(call.http(), Wanted.class);
        if ((wanted.student() == null) == (wanted.students() == null)) {
            throw HttpProblem.bad("an extension is either for a student or for students");
        }
        List<String> granted = extend(
                call,
                store.read(tx -> ClassRoutes.published(tx, call)),
                wanted.students() == null ? Arrays.asList(wanted.student()) : wanted.students(),
                MoreTime.read(Optional.ofNullable(wanted.until()), Optional.ofNullable(wanted.by())),
                wanted.reason());
        Json.answer(
                call.http(),
                200,
                wanted.students() == null ? Map.of("student", granted.getFirst()) : Map.of("students", granted));
    }

    private void one(Call call) {
        String student = call.form("student").orElse("");
        extend(call, List.of(student));
        Html.redirect(call.http(), LearnerRoutes.address(call, student));
    }

    private void several(Call call) {
        List<String> students = Arrays.stream(call.form("students").orElse("").split("[,;\\s]+"))
                .filter(id -> !id.isEmpty())
                .toList();
        Html.redirect(
                call.http(),
                PageText.address(call.course(), call.assignment()) + "/class?extended="
                        + extend(call, students).size());
    }

    private List<String> extend(Call call, List<String> students) {
        PublishedAssignment published = store.read(tx -> ClassRoutes.published(tx, call));
        return extend(
                call,
                published,
                students,
                MoreTime.form(
                        call.form("hours"),
                        call.form("until"),
                        results.assignment(published).zone()),
                call.form("reason").orElse(""));
    }

    /**
     * For the API and the pages alike.
     *
     * @return whom it was granted, each once
     */
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // an extension or its end
    private List<String> extend(
            Call call,
            PublishedAssignment published,
            List<? extends @Nullable String> students,
            Optional<Extension> extension,
            @Nullable String reason) {
        Extending.Outcome outcome = extending.extend(
                published,
                named(students),
                new Extending.Decision(extension, Fields.line(reason, "reason")),
                call.who().id());
        return switch (outcome) {
            case Extending.Outcome.Granted(List<String> people) -> people;
            case Extending.Outcome.Strangers(List<String> people) -> throw strangers(people);
        };
    }

    private static List<String> named(List<? extends @Nullable String> students) {
        if (students.isEmpty()) {
            throw new HttpProblem(422, "Nobody is named.");
        }
        if (students.size() > MOST_STUDENTS) {
            throw HttpProblem.bad("more than " + MOST_STUDENTS + " students at once");
        }
        return students.stream()
                .map(one -> Optional.<String>ofNullable(one)
                        .filter(id -> !id.isBlank())
                        .orElseThrow(() -> HttpProblem.bad("students are named by their ids")))
                .toList();
    }

    private static HttpProblem strangers(List<String> people) {
        List<String> names = people.stream().map(PageText::line).toList();
        return new HttpProblem(
                422,
                "Nobody has been given time, since somebody named is not in the course.",
                Map.of(
                        "detail",
                        PageText.line("Not in the course: " + String.join(", ", names)),
                        "problems",
                        names.stream()
                                .map(name -> name + " is not in the course")
                                .toList()));
    }
}
