package assay.server.outbox;

/** Where a grade stands on its way to a learning platform. */
public enum ArrivalState {
    /** Is sent when its time comes. */
    WAITING("on its way"),
    /** The platform has it. */
    DELIVERED("in the course's system"),
    /** The platform holds another grade than ours, which somebody decided there: a person decides what counts. */
    HELD("changed in the course's system, and left as it is there"),
    /** The platform does not take it, and will not if it is asked again. */
    REFUSED("not taken by the course's system"),
    /** Nobody answered for three days. */
    GIVEN_UP("not delivered, since the course's system did not answer");

    private final String words;

    ArrivalState(String words) {
        this.words = words;
    }

    /** For the student's page. */
    public String words() {
        return words;
    }
}
