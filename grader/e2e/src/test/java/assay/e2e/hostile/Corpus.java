package assay.e2e.hostile;

import assay.core.assignment.Assignment;
import assay.e2e.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code submissions/hostile}: the cases as they lie there, and as a class's folder with all that is made for them. */
final class Corpus {
    static final List<String> GROUPS = List.of("A", "B", "C", "D", "E", "F", "G", "twins");

    private static final Path ROOT = House.root().resolve("submissions/hostile");
    static final Path FOLDER = ROOT.resolve("corpus");

    private static final Path OTHERS = ROOT.resolve("honest/Others.java");

    private Corpus() {}

    static Assignment assignment() {
        return House.assignmentIn(FOLDER);
    }

    /** All of them, in the order of their groups; the twins come last. */
    static List<HostileCase> cases() {
        return GROUPS.stream()
                .flatMap(group -> folders(ROOT.resolve(group)).stream().map(folder -> HostileCase.at(group, folder)))
                .toList();
    }

    /** Those of that name. */
    static List<HostileCase> of(String... ids) {
        return cases().stream().filter(one -> List.of(ids).contains(one.id())).toList();
    }

    /** Lays out what those hand in, each as a folder or an archive of its name. */
    static Path lay(Path into, List<HostileCase> cases) throws IOException {
        for (HostileCase one : cases) {
            Optional<ArchiveRecipe> archive = one.expected().archive();
            if (archive.isPresent()) {
                Path file = into.resolve(one.id() + "." + archive.get().suffix());
                Files.createDirectories(into);
                Files.write(file, archive.get().bytes(right()));
            } else {
                copy(one, into.resolve(one.id()));
            }
        }
        return into;
    }

    private static void copy(HostileCase one, Path into) throws IOException {
        Files.createDirectories(into);
        try (Stream<Path> all = Files.walk(one.folder())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path target = into.resolve(one.folder().relativize(file).toString());
                Files.createDirectories(target.getParent());
                if (!target.endsWith("expect.yaml")) {
                    Files.copy(file, target);
                }
            }
        }
        Files.copy(OTHERS, into.resolve("Others.java"));
        for (FileRecipe recipe : one.expected().allOf(one.expected().make())) {
            for (int i = 0; i < recipe.count(); i++) {
                Files.writeString(into.resolve(recipe.pathOf(i)), recipe.textOf(i));
            }
        }
    }

    private static String right() throws IOException {
        String honest = Files.readString(ROOT.resolve("twins/twin-plain/Honest.java"));
        return honest.replace("public class Honest", "class Honest"); // whatever the file is called
    }

    private static List<Path> folders(Path group) {
        try (Stream<Path> folders = Files.list(group)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new AssertionError("there is no group " + group, e);
        }
    }
}
