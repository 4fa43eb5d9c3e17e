package assay.sandbox.oci;

import static java.util.Objects.requireNonNull;

import assay.sandbox.jail.Confinement;
import java.util.List;

/** Whom the users of each container are outside: who got out of one would be nobody there, and the owner of nothing. */
sealed interface Users {
    /** For how many containers at once they are enough. */
    long count();

    /** @param container its number, from 0 and less than the count; of no other container that runs */
    UserMap of(long container);

    /** Whether what sets a container up may go where its own user may not, which nobody else can. */
    boolean entersOwnFolders();

    /** Numbers that nobody has, as root may take them: a range of each container's own. */
    record Nobodys() implements Users {
        private static final long SIZE = 65_536;

        /** Above all that systemd hands out, below what is no positive number in 32 bits. */
        private static final long LOWEST = 1_900_544_000;

        private static final long RANGES = 3_000;

        @Override
        public long count() {
            return RANGES;
        }

        @Override
        public UserMap of(long container) {
            return UserMap.of(new UserMap.Range(0, LOWEST + container * SIZE, SIZE));
        }

        @Override
        public boolean entersOwnFolders() {
            return false;
        }

        /**
         * Whether a process can give them away; one in a container mostly cannot.
         *
         * @param own lines of its {@code uid_map} or {@code gid_map}, see user_namespaces(7)
         */
        boolean areKnown(List<String> own) {
            return own.stream().map(line -> line.strip().split(" +")).anyMatch(line -> {
                long first = Long.parseLong(line[0]);
                return first <= LOWEST && LOWEST + RANGES * SIZE <= first + Long.parseLong(line[2]);
            });
        }
    }

    /**
     * Numbers that the machine has set aside for somebody who is not root. What sets a container up is that somebody, who
     * may enter their own folders; a submission is one of the numbers.
     */
    record SetAside(long user, long group, SubordinateIds users, SubordinateIds groups) implements Users {
        public SetAside {
            requireNonNull(users, "users is null");
            requireNonNull(groups, "groups is null");
        }

        @Override
        public long count() {
            return Math.min(users.count(), groups.count());
        }

        @Override
        public UserMap of(long container) {
            return new UserMap(ranges(user, users.at(container)), ranges(group, groups.at(container)));
        }

        @Override
        public boolean entersOwnFolders() {
            return true;
        }

        private static List<UserMap.Range> ranges(long own, long strangers) {
            return List.of(new UserMap.Range(0, own, 1), new UserMap.Range(Confinement.USER, strangers, 1));
        }
    }
}
