package assay.sandbox.oci;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Numbers that the machine has set aside for a user to give to containers: a line of {@code /etc/subuid} or
 * {@code /etc/subgid}, see subuid(5).
 *
 * @param first number
 * @param count of them, at least one
 */
record SubordinateIds(long first, long count) {
    SubordinateIds {
        if (first < 1 || count < 1) {
            throw new IllegalArgumentException("not a range of users: " + first + ":" + count);
        }
    }

    /** The first that a user has, by name or number; lines that say nothing are left out, as newuidmap does. */
    static Optional<SubordinateIds> of(List<String> lines, String name, long number) {
        return lines.stream()
                .map(line -> line.strip().split(":", -1))
                .filter(parts -> parts.length == 3)
                .filter(parts -> parts[0].equals(name) || parts[0].equals(Long.toString(number)))
                .filter(parts -> parts[1].matches("[1-9]\\d{0,9}") && parts[2].matches("[1-9]\\d{0,9}"))
                .map(parts -> new SubordinateIds(Long.parseLong(parts[1]), Long.parseLong(parts[2])))
                .findFirst();
    }

    long at(long index) {
        return first + Objects.checkIndex(index, count);
    }
}
