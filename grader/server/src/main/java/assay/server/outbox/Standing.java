package assay.server.outbox;

/** Where a student's grade is, over all platforms that it goes to: as on the one where it is worst. The worst come first. */
public enum Standing {
    REFUSED("refused"),
    GIVEN_UP("no answer"),
    HELD("changed there"),
    /** No platform has both a column for the assignment and this student. */
    NOWHERE("nothing to send to"),
    WAITING("on its way"),
    /** Students may not see it yet, so that it is not sent. */
    KEPT_BACK("not released yet"),
    ARRIVED("arrived");

    private final String words;

    Standing(String words) {
        this.words = words;
    }

    /** For a table. */
    public String words() {
        return words;
    }

    /** Of what was taken up to be sent and is the newest. */
    static Standing of(ArrivalState state) {
        return switch (state) {
            case WAITING -> WAITING;
            case DELIVERED -> ARRIVED;
            case HELD -> HELD;
            case REFUSED -> REFUSED;
            case GIVEN_UP -> GIVEN_UP;
        };
    }
}
