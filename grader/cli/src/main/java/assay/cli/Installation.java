package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.core.report.text.SafeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where this copy of Assay finds its own things and keeps what it makes.
 *
 * @param root holds {@code reference} and {@code submissions}
 * @param config holds the secret from which hidden cases are drawn; to be backed up
 * @param cache holds what can be made again: goldens
 */
record Installation(Path root, Path config, Path cache) {
    private static final int NAME_CAP = 200;

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

    /** The folder of an assignment, given by its id or by a path. Results that were put beside it may be called as it is. */
    Path assignment(String idOrPath) {
        Optional<Path> path = folder(idOrPath);
        boolean known = known().contains(idOrPath);
        if (path.isPresent() && (!known || Files.exists(path.get().resolve("assignment.yaml")))) {
            return path.get().toAbsolutePath().normalize();
        }
        if (known) {
            return assignments().resolve(idOrPath);
        }
        throw new UsageProblem("There is no assignment '%s'. Known are: %s. A path of a folder works as well."
                .formatted(SafeText.line(idOrPath, NAME_CAP), String.join(", ", known())));
    }

    /** An empty name is a slip, such as a variable of a shell that is not set, and not this folder. */
    private static Optional<Path> folder(String name) {
        try {
            return Optional.of(name)
                    .filter(text -> !text.isBlank())
                    .map(text -> Path.of(text))
                    .filter(Files::isDirectory);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Where a new assignment of that id belongs. */
    Path newAssignment(String id) {
        return assignments().resolve(id);
    }

    /** The starter from which new ones take what is the same in all: build file, tests, what is ignored. */
    Path starterProject() {
        return starter("cs5242-hw4");
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
