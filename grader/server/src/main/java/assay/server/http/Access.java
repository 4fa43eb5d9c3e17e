package assay.server.http;

import assay.server.store.Scope;

/** Who may call a route. Each route has exactly one; a test calls every route as everybody. */
public enum Access {
    /** Everybody. */
    PUBLIC(Scope.READ),
    /** Another system, which proves by a signature of its own that it may; the handler checks it. */
    EXTERNAL(Scope.READ),
    /** Whoever is signed in, about what is their own. */
    SIGNED_IN(Scope.READ),
    /** The same, to change something of their own account. */
    OWN_ACCOUNT(Scope.ADMIN),
    /** Whoever is in the course {@code {course}}. */
    MEMBER(Scope.READ),
    /** The same, to hand in. */
    HANDS_IN(Scope.SUBMIT),
    /** Assistants and instructors of the course, to look. */
    STAFF(Scope.READ),
    /** Assistants and instructors of the course, to change something. */
    STAFF_CHANGES(Scope.TEACH),
    /** Instructors of the course. */
    INSTRUCTOR(Scope.TEACH),
    /** Whose submission {@code {submission}} it is, and the staff of its course. */
    OWNER(Scope.READ),
    /** The same, to change what is theirs of it. */
    OWNER_HANDS_IN(Scope.SUBMIT),
    /** The staff of the course of {@code {submission}}, to look. */
    OWNER_STAFF(Scope.READ),
    /** The staff of the course of {@code {submission}}, to change something. */
    OWNER_STAFF_CHANGES(Scope.TEACH),
    /** Who runs the installation. */
    ADMIN(Scope.ADMIN);

    private final Scope scope;

    Access(Scope scope) {
        this.scope = scope;
    }

    /** What a token must be good for. */
    public Scope scope() {
        return scope;
    }
}
