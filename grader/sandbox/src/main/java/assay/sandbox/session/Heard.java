package assay.sandbox.session;

import assay.runner.frame.Frame;

/** What came from a process, or did not. */
sealed interface Heard<F extends Frame> {
    /**
     * A well-formed frame.
     *
     * @param at by {@code System.nanoTime}
     */
    record Said<F extends Frame>(F frame, long at) implements Heard<F> {}

    /** Something that is no frame; nothing after it is listened to. */
    record Nonsense<F extends Frame>(String what, boolean tooLong) implements Heard<F> {}

    /** Its output ended. */
    record HungUp<F extends Frame>() implements Heard<F> {}

    /** Nothing came in that time, or something else wants to be looked at. */
    record Silence<F extends Frame>() implements Heard<F> {}
}
