package assay.core.domain;

/** What came of a case, a part or a compilation, in the words of the programming-contest field. */
public enum Verdict {
    /** Accepted: the output matches the golden. */
    AC("accepted"),
    /** Wrong answer: an output came, and it does not match. */
    WA("wrong answer"),
    /** Compile error. */
    CE("compile error"),
    /** Run-time error: an exception, an early exit or a crash. */
    RTE("run-time error"),
    /** Time limit exceeded, of processor or wall time. */
    TLE("time limit exceeded"),
    /** Memory limit exceeded. */
    MLE("memory limit exceeded"),
    /** Output limit exceeded: too much was printed. */
    OLE("output limit exceeded"),
    /** Policy violation: a forbidden library, or a broken output contract. */
    PV("policy violation"),
    /** Skipped; the reason stands beside it. */
    SK("skipped"),
    /** Internal error: ours. It never costs the student anything and is retried. */
    IE("internal error"),
    /** Pending: a person grades it, or only grading can. It changes no verdict beside it. */
    PD("pending");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** The verdict in words, e.g. {@code wrong answer}. */
    public String words() {
        return words;
    }
}
