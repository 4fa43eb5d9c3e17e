package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.server.secret.Tokens;
import assay.server.store.Credential;
import assay.server.store.Role;
import assay.server.store.Scope;
import assay.server.store.Store;
import assay.server.store.StoredSubmission;
import assay.server.store.Tx;
import io.javalin.http.Context;
import java.util.Optional;

/**
 * Lets a request through to its route, or does not: who it is, by token or session; that a browser's request comes from
 * our own pages; and what they may do there. What somebody may not see looks like what is not there.
 */
final class Guard {
    static final String SESSION = "assay_session";
    private static final String BEARER = "Bearer ";

    private final Store store;
    private final String origin;
    private final RateLimit limit;

    /** @param origin of our own pages, e.g. {@code https://assay.example.org} */
    Guard(Store store, String origin, RateLimit limit) {
        this.store = requireNonNull(store, "store is null");
        this.origin = requireNonNull(origin, "origin is null");
        this.limit = requireNonNull(limit, "limit is null");
    }

    Call admit(Route route, Context http) {
        if (route.access() == Access.EXTERNAL) {
            limit.count("address " + http.ip());
            return new Call(http, Optional.empty(), Optional.empty(), Optional.empty());
        }
        Optional<Caller> caller = store.read(tx -> caller(tx, http));
        limit.count(caller.map(Caller::id).orElse("address " + http.ip()));
        if (route.changes() && caller.flatMap(Caller::token).isEmpty()) {
            ours(http);
        }
        if (route.access() == Access.PUBLIC) {
            return new Call(http, caller, Optional.empty(), Optional.empty());
        }
        Caller known = caller.orElseThrow(() -> new HttpProblem(401, "Please sign in."));
        return store.read(tx -> admit(tx, route, http, known));
    }

    private Optional<Caller> caller(Tx tx, Context http) {
        String header = http.header("Authorization");
        if (header != null && header.startsWith(BEARER)) {
            Optional<Credential> token = tx.credentials()
                    .token(Tokens.hash(header.substring(BEARER.length()).strip()));
            if (token.isEmpty()) {
                throw new HttpProblem(401, "The token is unknown, expired or revoked.");
            }
            return token.flatMap(one -> tx.people().find(one.person()).map(person -> new Caller(person, token)));
        }
        return Optional.ofNullable(http.cookie(SESSION))
                .flatMap(cookie -> tx.credentials().session(Tokens.hash(cookie)))
                .flatMap(tx.people()::find)
                .map(person -> new Caller(person, Optional.empty()));
    }

    /** A browser sends Origin with every request that is not a GET; another page's is not ours, nor is {@code null}. */
    private void ours(Context http) {
        if (!origin.equals(http.header("Origin"))) {
            throw new HttpProblem(403, "The request does not come from one of Assay's own pages.");
        }
    }

    private Call admit(Tx tx, Route route, Context http, Caller caller) {
        Optional<StoredSubmission> submission = Optional.empty();
        Optional<Role> role = Optional.empty();
        switch (route.access()) {
            case PUBLIC, EXTERNAL, SIGNED_IN, OWN_ACCOUNT -> {}
            case ADMIN -> allow(caller.admin());
            case MEMBER, HANDS_IN -> role = Optional.of(role(tx, caller, http.pathParam("course")));
            case STAFF, STAFF_CHANGES -> {
                role = Optional.of(role(tx, caller, http.pathParam("course")));
                allow(atLeast(role, Role.ASSISTANT));
            }
            case INSTRUCTOR -> {
                role = Optional.of(role(tx, caller, http.pathParam("course")));
                allow(atLeast(role, Role.INSTRUCTOR));
            }
            case OWNER, OWNER_HANDS_IN, OWNER_STAFF, OWNER_STAFF_CHANGES -> {
                submission = tx.submissions().find(http.pathParam("submission"));
                StoredSubmission found = submission.orElseThrow(HttpProblem::notFound);
                role = Optional.of(role(tx, caller, found.course()));
                if (!atLeast(role, Role.ASSISTANT)) {
                    seen(tx.submissions().owners(found).contains(caller.id()));
                    allow(route.access() == Access.OWNER || route.access() == Access.OWNER_HANDS_IN);
                }
            }
        }
        allow(good(caller, route.access().scope()));
        return new Call(http, Optional.of(caller), role, submission);
    }

    /** Of somebody who is not in it, the course is not there; nor is it for a token that is confined to another. */
    private static Role role(Tx tx, Caller caller, String course) {
        seen(caller.token()
                .filter(token -> !token.course().isEmpty() && !token.course().equals(course))
                .isEmpty());
        if (caller.admin() && tx.courses().find(course).isPresent()) {
            return Role.INSTRUCTOR;
        }
        return tx.people().role(course, caller.id()).orElseThrow(HttpProblem::notFound);
    }

    private static boolean atLeast(Optional<Role> role, Role least) {
        return role.filter(own -> own.compareTo(least) >= 0).isPresent();
    }

    private static boolean good(Caller caller, Scope needed) {
        return caller.token()
                .filter(token -> token.scope() == Scope.WORKER
                        || token.scope().compareTo(needed) < 0
                        // What is confined to a course cannot run the installation.
                        || (needed == Scope.ADMIN && !token.course().isEmpty()))
                .isEmpty();
    }

    private static void seen(boolean visible) {
        if (!visible) {
            throw HttpProblem.notFound();
        }
    }

    private static void allow(boolean allowed) {
        if (!allowed) {
            throw new HttpProblem(403, "You may not do that.");
        }
    }
}
