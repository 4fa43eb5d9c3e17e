package assay.sandbox.oci;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;

/**
 * With whose rights containers are made, and what they allow.
 *
 * @param ofRoot whether they are root's
 * @param home where to keep what containers need; gone after a start of the machine, as they are
 * @param groups in which they are held
 * @param users whom they have
 */
record Rights(boolean ofRoot, Path home, ControlGroups groups, Users users) {
    /** Not below {@code /run/assay}, which systemd gives to a service of that name and its user. */
    private static final Path OF_ROOT = Path.of("/run/assay-oci");

    Rights {
        requireNonNull(home, "home is null");
        requireNonNull(groups, "groups is null");
        requireNonNull(users, "users is null");
    }

    /** Of whoever runs this. */
    static Claim ofThisProcess() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return new Claim.Refused(new Obstacle("this machine has no Linux kernel of its own", "--sandbox docker"));
        }
        UserFacts user = UserFacts.ofThisProcess();
        return user.number() == 0 ? ofRoot(user.groups(), user.known()) : Rootless.claim(user);
    }

    /**
     * @param groups where control groups are mounted
     * @param known the users that this process knows, as the kernel lists them
     */
    static Claim ofRoot(Path groups, List<String> known) {
        Users.Nobodys users = new Users.Nobodys();
        if (!users.areKnown(known)) {
            return new Claim.Refused(new Obstacle(
                    "this root is one of a container, which knows too few users for containers of its own",
                    "a container that is given all of them, or --sandbox docker with the machine's engine"));
        }
        return ControlGroups.at(groups)
                .<Claim>map(there -> new Claim.Granted(new Rights(true, OF_ROOT, there, users)))
                .orElseGet(() -> new Claim.Refused(new Obstacle(
                        "there are no control groups for memory at " + groups,
                        "boot with cgroup_enable=memory and mount them there, or take --sandbox docker")));
    }

    /** @throws assay.core.domain.GraderFault where there are none; says why */
    static Rights require() {
        return switch (ofThisProcess()) {
            case Claim.Granted(Rights rights) -> rights;
            case Claim.Refused(Obstacle obstacle) -> throw obstacle.fault();
        };
    }

    /** Whether somebody may make containers. */
    sealed interface Claim {
        /** Nothing is in the way. */
        record Granted(Rights rights) implements Claim {
            public Granted {
                requireNonNull(rights, "rights is null");
            }
        }

        /** Something is. */
        record Refused(Obstacle obstacle) implements Claim {
            public Refused {
                requireNonNull(obstacle, "obstacle is null");
            }
        }
    }
}
