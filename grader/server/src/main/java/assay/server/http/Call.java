package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.server.store.Role;
import assay.server.store.StoredSubmission;
import io.javalin.http.Context;
import java.util.Optional;

/**
 * A request that may be answered.
 *
 * @param caller empty on public routes, for whoever is not signed in
 * @param role the caller's in the course that the route names
 * @param submission that the route names
 */
public record Call(Context http, Optional<Caller> caller, Optional<Role> role, Optional<StoredSubmission> submission) {
    private static final int LONGEST = 200;

    public Call {
        requireNonNull(http, "http is null");
        requireNonNull(caller, "caller is null");
        requireNonNull(role, "role is null");
        requireNonNull(submission, "submission is null");
    }

    /** On routes that are not public. */
    public Caller who() {
        return caller.orElseThrow(HttpProblem::notFound);
    }

    /** On routes with a submission. */
    public StoredSubmission handedIn() {
        return submission.orElseThrow(HttpProblem::notFound);
    }

    public boolean staff() {
        return role.filter(own -> own.compareTo(Role.ASSISTANT) >= 0).isPresent();
    }

    public boolean instructs() {
        return role.filter(Role.INSTRUCTOR::equals).isPresent();
    }

    public String course() {
        return submission.map(StoredSubmission::course).orElseGet(() -> path("course"));
    }

    public String assignment() {
        return submission.map(StoredSubmission::assignment).orElseGet(() -> path("assignment"));
    }

    /** A part of the path. */
    public String path(String name) {
        String value = http.pathParam(name);
        if (value.length() > LONGEST) {
            throw HttpProblem.notFound();
        }
        return value;
    }

    /** A field of a form; empty where it was left blank. */
    public Optional<String> form(String name) {
        return Optional.ofNullable(http.formParam(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(http.queryParam(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
