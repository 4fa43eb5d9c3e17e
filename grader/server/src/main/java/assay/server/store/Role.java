package assay.server.store;

/** What a person is in a course; each may do what those before may. */
public enum Role {
    STUDENT,
    ASSISTANT,
    INSTRUCTOR
}
