package assay.server.store;

/** What a token may be used for; each includes those before, but for a worker's, which is for nothing else. */
public enum Scope {
    READ,
    SUBMIT,
    TEACH,
    ADMIN,
    WORKER
}
