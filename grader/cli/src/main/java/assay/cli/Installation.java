package assay.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where this copy of Assay finds its own things and keeps what it makes.
 *
 * @param root holds {@code reference} and {@code submissions}
 * @param config holds the secret from which hidden cases are drawn; to be backed up
 * @param cache holds what can be made again: goldens
 */
record Installation(Path root, Path config, Path cache) {
    Installation {
        requireNonNull(root, "root is null");
        requireNonNull(config, "config is null");
        requireNonNull(cache, "cache is null");
    }

    /** By {@code ASSAY_HOME}, or else by the XDG base directories. */
    static Installation of(Path root, Map<String, String> environment, Path userHome) {
        String home = environment.getOrDefault("ASSAY_HOME", "");
        if (!home.isEmpty()) {
            return new Installation(root, Path.of(home), Path.of(home).resolve("cache"));
        }
        Path config = folder(environment, "XDG_CONFIG_HOME", userHome.resolve(".config"));
        Path cache = folder(environment, "XDG_CACHE_HOME", userHome.resolve(".cache"));
        return new Installation(root, config.resolve("assay"), cache.resolve("assay"));
    }

    private static Path folder(Map<String, String> environment, String name, Path otherwise) {
        String value = environment.getOrDefault(name, "");
        return value.isEmpty() ? otherwise : Path.of(value);
    }

    /** The folder of an assignment, given by its id or by a path. */
    Path assignment(String idOrPath) {
        Path path = Path.of(idOrPath);
        if (Files.isDirectory(path)) {
            return path.toAbsolutePath().normalize();
        }
        Path known = assignments().resolve(idOrPath);
        if (idOrPath.matches("[A-Za-z0-9._-]+") && Files.isDirectory(known)) {
            return known;
        }
        throw new UsageProblem("There is no assignment '%s'. Known are: %s. A path of a folder works as well."
                .formatted(idOrPath, String.join(", ", known())));
    }

    Path samples(String assignment) {
        return root.resolve("submissions").resolve("samples").resolve(assignment);
    }

    Path starter(String assignment) {
        return root.resolve("submissions").resolve("starter").resolve(assignment);
    }

    /** The JUnit console, which the build lays beside the program for {@code assay bench} alone. */
    Path junitConsole() {
        return root.resolve("grader/cli/target/assay/bench/junit-console.jar");
    }

    private Path assignments() {
        return root.resolve("reference").resolve("assignments");
    }

    /** The ids of the assignments. */
    List<String> known() {
        try (Stream<Path> folders = Files.list(assignments())) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
