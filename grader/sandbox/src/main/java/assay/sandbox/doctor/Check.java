package assay.sandbox.doctor;

import static java.util.Objects.requireNonNull;

/**
 * One thing that was looked at.
 *
 * @param name e.g. {@code memory limit}
 * @param detail what was found
 * @param remedy what to do about it; empty where there is nothing to do
 */
public record Check(String name, Status status, String detail, String remedy) {
    public Check {
        requireNonNull(name, "name is null");
        requireNonNull(status, "status is null");
        requireNonNull(detail, "detail is null");
        requireNonNull(remedy, "remedy is null");
    }

    static Check ok(String name, String detail) {
        return new Check(name, Status.OK, detail, "");
    }

    static Check warn(String name, String detail, String remedy) {
        return new Check(name, Status.WARN, detail, remedy);
    }

    static Check fail(String name, String detail, String remedy) {
        return new Check(name, Status.FAIL, detail, remedy);
    }

    /** How bad it is. */
    public enum Status {
        OK,
        /** Grading works, with less than there could be. */
        WARN,
        /** Strangers' code should not be graded here. */
        FAIL
    }
}
