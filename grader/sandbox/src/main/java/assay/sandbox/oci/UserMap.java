package assay.sandbox.oci;

import java.util.List;
import java.util.Map;

/**
 * Whom a container's users and groups are outside it.
 *
 * @param users ranges that do not overlap
 * @param groups likewise
 */
record UserMap(List<Range> users, List<Range> groups) {
    UserMap {
        users = List.copyOf(users);
        groups = List.copyOf(groups);
    }

    /** The same numbers for users and groups. */
    static UserMap of(Range... ranges) {
        return new UserMap(List.of(ranges), List.of(ranges));
    }

    /**
     * Numbers that follow each other.
     *
     * @param inside the first one, as the container sees it
     * @param outside the first one, as this machine sees it
     */
    record Range(long inside, long outside, long size) {
        /** As the runtime takes it. */
        Map<String, Object> mapping() {
            return Map.of("containerID", inside, "hostID", outside, "size", size);
        }
    }
}
