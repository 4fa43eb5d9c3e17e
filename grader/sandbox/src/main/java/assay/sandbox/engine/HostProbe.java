package assay.sandbox.engine;

import assay.sandbox.engine.HostFacts.Privilege;
import assay.sandbox.engine.HostFacts.State;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers the facts of this machine. */
final class HostProbe {
    private static final Duration SUDO_WITHIN = Duration.ofSeconds(5);

    private final Map<String, String> environment;
    private final Shell shell;

    HostProbe(Map<String, String> environment, Shell shell) {
        this.environment = environment;
        this.shell = shell;
    }

    HostFacts facts(Reach reach, Consent consent) {
        String user = System.getProperty("user.name");
        return new HostFacts(
                OperatingSystem.current(),
                distributions(Path.of("/etc/os-release")),
                Optional.of(environment.getOrDefault("DOCKER_HOST", "")).filter(host -> !host.isEmpty()),
                state(reach),
                installed(),
                Files.isDirectory(Path.of("/run/systemd/system")),
                privilege(user),
                consent.interactive(),
                consent.explicit(),
                user);
    }

    /** What {@code ID} and {@code ID_LIKE} say. */
    static Set<String> distributions(Path osRelease) {
        try (Stream<String> lines = Files.lines(osRelease)) {
            return lines.filter(line -> line.startsWith("ID=") || line.startsWith("ID_LIKE="))
                    .map(line -> line.substring(line.indexOf('=') + 1).replace("\"", ""))
                    .flatMap(ids -> Arrays.stream(ids.split(" ", -1)))
                    .filter(id -> !id.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            return Set.of();
        }
    }

    private static State state(Reach reach) {
        return switch (reach) {
            case Reach.Nowhere nowhere -> State.NOWHERE;
            case Reach.Silent silent -> State.SILENT;
            case Reach.Denied denied -> State.DENIED;
            case Reach.Answers answers -> State.ANSWERS;
        };
    }

    private boolean installed() {
        return switch (OperatingSystem.current()) {
            case LINUX, OTHER -> onPath("dockerd") || Files.isExecutable(Path.of("/usr/sbin/dockerd"));
            case MAC -> Files.isDirectory(Path.of("/Applications/Docker.app"));
            case WINDOWS ->
                Files.isDirectory(Path.of(environment.getOrDefault("ProgramFiles", "C:\\Program Files"))
                        .resolve("Docker"));
        };
    }

    private Privilege privilege(String user) {
        if (user.equals("root")) {
            return Privilege.ROOT;
        }
        if (!onPath("sudo")) {
            return Privilege.NONE;
        }
        return shell.succeeds(List.of("sudo", "-n", "true"), SUDO_WITHIN)
                ? Privilege.SUDO
                : Privilege.SUDO_WITH_PASSWORD;
    }

    private boolean onPath(String program) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
