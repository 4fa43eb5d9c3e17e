package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.server.course.HandingIn;
import assay.server.course.Teaching;
import assay.server.rule.Counting;
import assay.server.rule.CourseRules;
import assay.server.store.Course;
import assay.server.store.Member;
import assay.server.store.PublishedAssignment;
import assay.server.store.Role;
import assay.server.store.Store;
import assay.server.store.Tx;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Courses, who is in them, and what they ask for. */
final class CourseRoutes {
    private static final String COURSE = "/api/v1/courses/{course}";
    private static final String ID = "[A-Za-z0-9][A-Za-z0-9._@-]{0,99}";
    private static final int MOST_MEMBERS = 5000;
    private static final int LISTED = 500;

    private final Store store;
    private final Teaching teaching;

    CourseRoutes(Store store, Teaching teaching) {
        this.store = requireNonNull(store, "store is null");
        this.teaching = requireNonNull(teaching, "teaching is null");
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/v1/courses", Access.SIGNED_IN, this::courses),
                Route.post("/api/v1/courses", Access.ADMIN, this::add),
                Route.get(COURSE + "/members", Access.STAFF, this::members),
                Route.put(COURSE + "/members", Access.INSTRUCTOR, this::enrol),
                Route.get(COURSE + "/assignments", Access.MEMBER, this::assignments),
                Route.put(SubmissionRoutes.BASE, Access.INSTRUCTOR, this::publish),
                Route.get(SubmissionRoutes.BASE + "/rules", Access.MEMBER, this::rules),
                Route.put(SubmissionRoutes.BASE + "/rules", Access.INSTRUCTOR, this::set),
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
        String id = id(wanted.id());
        String title = line(wanted.title(), "title");
        boolean added = store.write(tx -> {
            boolean isNew = tx.courses().add(id, title);
            if (isNew) {
                tx.audit(call.who().id(), "course added", id, id, title);
            }
            return isNew;
        });
        if (!added) {
            throw new HttpProblem(409, "There is a course of that id.");
        }
        Json.answer(call.http(), 201, Map.of("id", id, "title", title));
    }

    private void members(Call call) {
        List<Member> members = store.read(tx -> tx.people().members(call.course()));
        Json.answer(
                call.http(),
                200,
                Json.items(members.stream().map(CourseRoutes::view).toList()));
    }

    private static Map<String, Object> view(Member member) {
        return Map.of(
                "id",
                member.person(),
                "name",
                member.name(),
                "email",
                member.email(),
                "role",
                member.role().name().toLowerCase(Locale.ROOT));
    }

    record Enrolment(
            String id,
            @Nullable String name,
            @Nullable String email,
            @Nullable String role) {}

    record Enrolments(List<Enrolment> members) {
        Enrolments {
            members = List.copyOf(members);
        }
    }

    /** Adds people or changes their role; whoever is not named stays as they are. */
    private void enrol(Call call) {
        List<Enrolment> wanted = Json.read(call.http(), Enrolments.class).members();
        if (wanted.size() > MOST_MEMBERS) {
            throw HttpProblem.bad("more than " + MOST_MEMBERS + " members at once");
        }
        store.write(tx -> {
            wanted.forEach(one -> enrol(tx, call, one));
            return true;
        });
        Json.answer(call.http(), 200, Map.of("members", wanted.size()));
    }

    private static void enrol(Tx tx, Call call, Enrolment one) {
        String id = id(one.id());
        Role role = role(one.role());
        // Who is known already keeps name and address: an instructor of one course must not rename people of another.
        if (tx.people().find(id).isEmpty()) {
            tx.people()
                    .put(
                            id,
                            one.name() == null ? id : line(one.name(), "name"),
                            one.email() == null ? "" : line(one.email(), "email"));
        }
        tx.people().enrol(call.course(), id, role);
        tx.audit(call.who().id(), "enrolled", call.course(), id, role.name());
    }

    private static Role role(@Nullable String word) {
        String name = word == null ? "STUDENT" : word.toUpperCase(Locale.ROOT);
        for (Role role : Role.values()) {
            if (role.name().equals(name)) {
                return role;
            }
        }
        throw HttpProblem.bad("a role is student, assistant or instructor");
    }

    private void assignments(Call call) {
        List<PublishedAssignment> published = store.read(tx -> tx.courses().assignments(call.course()));
        Json.answer(
                call.http(),
                200,
                Json.items(published.stream().map(CourseRoutes::view).toList()));
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

    private void rules(Call call) {
        CourseRules rules = store.read(tx -> tx.courses()
                        .assignment(call.course(), call.assignment())
                        .map(one -> HandingIn.rules(tx, one)))
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
        view.put("needs", rules.needs());
        return view;
    }

    record WantedRules(
            @Nullable Integer attempts,
            @Nullable Long cool_down_seconds,
            @Nullable String counting,
            @Nullable String released_at,
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
                    needs(wanted.needs()),
                    store.clock().instant(),
                    call.who().id()));
            Json.answer(call.http(), 200, view(rules));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw HttpProblem.bad(String.valueOf(e.getMessage()));
        }
    }

    private static String needs(@Nullable String word) {
        String needs = word == null ? "cpu" : word;
        if (!List.of("cpu", "gpu").contains(needs)) {
            throw HttpProblem.bad("needs is cpu or gpu");
        }
        return needs;
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

    static String id(@Nullable String id) {
        if (id == null || !id.matches(ID)) {
            throw HttpProblem.bad("an id has 1 to 100 letters, digits, dots, hyphens, underscores and @");
        }
        return id;
    }

    static String line(@Nullable String text, String name) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.isEmpty() || stripped.length() > 200 || stripped.chars().anyMatch(Character::isISOControl)) {
            throw HttpProblem.bad(name + " must be one line of 1 to 200 characters");
        }
        return stripped;
    }
}
