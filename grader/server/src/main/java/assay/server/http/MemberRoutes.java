package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.server.store.Member;
import assay.server.store.Role;
import assay.server.store.Store;
import assay.server.store.Tx;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is in a course. */
final class MemberRoutes {
    private static final int MOST_MEMBERS = 5000;

    private final Store store;

    MemberRoutes(Store store) {
        this.store = requireNonNull(store, "store is null");
    }

    List<Route> routes() {
        return List.of(
                Route.get(CourseRoutes.COURSE + "/members", Access.STAFF, this::members),
                Route.put(CourseRoutes.COURSE + "/members", Access.INSTRUCTOR, this::enrol));
    }

    private void members(Call call) {
        List<Member> members = store.read(tx -> tx.people().members(call.course()));
        Json.answer(
                call.http(),
                200,
                Json.items(members.stream().map(MemberRoutes::view).toList()));
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
        enrol(store, call, wanted);
        Json.answer(call.http(), 200, Map.of("members", wanted.size()));
    }

    /** For the API and the page alike. */
    static void enrol(Store store, Call call, List<Enrolment> wanted) {
        if (wanted.size() > MOST_MEMBERS) {
            throw HttpProblem.bad("more than " + MOST_MEMBERS + " members at once");
        }
        store.write(tx -> {
            wanted.forEach(one -> enrol(tx, call, one));
            return true;
        });
    }

    /** What is wrong with it; empty where nothing is. */
    static Optional<String> problem(Enrolment one) {
        try {
            check(one);
            return Optional.empty();
        } catch (HttpProblem problem) {
            return Optional.of(String.valueOf(problem.more().get("detail")));
        }
    }

    private static void check(Enrolment one) {
        Fields.id(one.id());
        role(one.role());
        if (one.name() != null) {
            Fields.line(one.name(), "name");
        }
        if (one.email() != null) {
            Fields.line(one.email(), "email");
        }
    }

    private static void enrol(Tx tx, Call call, Enrolment one) {
        String id = Fields.id(one.id());
        Role role = role(one.role());
        // Who is known already keeps name and address: an instructor of one course must not rename people of another.
        if (tx.people().find(id).isEmpty()) {
            tx.people()
                    .put(
                            id,
                            one.name() == null ? id : Fields.line(one.name(), "name"),
                            one.email() == null ? "" : Fields.line(one.email(), "email"));
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
}
