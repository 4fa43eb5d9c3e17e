package assay.sandbox.selfcheck;

import static java.util.Objects.requireNonNull;

/** What came of a case. */
public sealed interface Finding {
    /**
     * The output is right.
     *
     * @param note something to know all the same; empty where there is nothing
     */
    record Accepted(String note) implements Finding {
        public Accepted {
            requireNonNull(note, "note is null");
        }
    }

    /** There is nothing to run yet. */
    record Skipped(String reason) implements Finding {
        public Skipped {
            requireNonNull(reason, "reason is null");
        }
    }

    /**
     * The output is wrong, or there is none.
     *
     * @param report what is wrong and where, several lines
     * @param expected what should have come, as far as it can be shown; empty where nothing came
     * @param actual what came, in the same form
     */
    record Rejected(String report, String expected, String actual) implements Finding {
        public Rejected {
            requireNonNull(report, "report is null");
            requireNonNull(expected, "expected is null");
            requireNonNull(actual, "actual is null");
        }
    }
}
