package assay.sandbox.engine;

import java.util.List;

/** Whether something may be done to this machine. */
public interface Consent {
    /** Whether there is somebody who can be asked, for consent and for a password. */
    boolean interactive();

    /** Whether a yes is a person's: one is asked, or has said it beforehand. */
    boolean explicit();

    /**
     * Asks, if there is somebody to ask; else says what will be done and agrees.
     *
     * @param what a sentence without its subject, e.g. {@code start the Docker engine}
     * @param commands that will be run, in order
     */
    boolean allows(String what, List<String> commands);

    /** Agrees to everything and asks nobody. */
    static Consent given() {
        return new Consent() {
            @Override
            public boolean interactive() {
                return false;
            }

            @Override
            public boolean explicit() {
                return true;
            }

            @Override
            public boolean allows(String what, List<String> commands) {
                return true;
            }
        };
    }
}
