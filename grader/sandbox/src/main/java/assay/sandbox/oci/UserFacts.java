package assay.sandbox.oci;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What matters about somebody who would make containers.
 *
 * @param folder of their own until they log out or their service ends, as systemd names it
 * @param groups where control groups are mounted
 * @param ownGroups the kernel's list of the groups that this process is in, see cgroups(7)
 * @param known the kernel's list of the users that this process knows, see user_namespaces(7)
 * @param users lines of {@code /etc/subuid}
 * @param userGroups lines of {@code /etc/subgid}
 * @param mayMap whether the programs are there that give such numbers to containers
 */
record UserFacts(
        String name,
        long number,
        long group,
        Optional<Path> folder,
        Path groups,
        List<String> ownGroups,
        List<String> known,
        List<String> users,
        List<String> userGroups,
        boolean mayMap) {
    private static final List<String> MAPPERS = List.of("newuidmap", "newgidmap");

    UserFacts {
        requireNonNull(name, "name is null");
        requireNonNull(groups, "groups is null");
        ownGroups = List.copyOf(ownGroups);
        known = List.copyOf(known);
        users = List.copyOf(users);
        userGroups = List.copyOf(userGroups);
    }

    static UserFacts ofThisProcess() {
        return new UserFacts(
                System.getProperty("user.name"),
                number("unix:uid"),
                number("unix:gid"),
                Stream.of("RUNTIME_DIRECTORY", "XDG_RUNTIME_DIR")
                        .flatMap(name -> Optional.ofNullable(System.getenv(name)).stream())
                        .filter(text -> !text.isEmpty())
                        .map(text -> Path.of(text))
                        .findFirst(),
                ControlGroups.MOUNTED,
                lines("/proc/self/cgroup"),
                lines("/proc/self/uid_map"),
                lines("/etc/subuid"),
                lines("/etc/subgid"),
                MAPPERS.stream().allMatch(UserFacts::onPath));
    }

    private static long number(String attribute) {
        try {
            return ((Number) Files.getAttribute(Path.of("/proc/self"), attribute)).longValue();
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.SANDBOX, "ask the kernel who runs this", e);
        }
    }

    /** None where there is no such file. */
    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file));
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean onPath(String program) {
        return Arrays.stream(OciRuntime.PATH.split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
