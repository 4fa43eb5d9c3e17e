package assay.e2e;

import assay.core.starter.StarterZip;
import assay.sandbox.selfcheck.SelfCheck;
import assay.sandbox.train.TrainerKit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A starter as a student has it: zipped, and unzipped again. */
final class StarterProject {
    private final String assignment;
    private final Path folder;

    private StarterProject(String assignment, Path folder) {
        this.assignment = assignment;
        this.folder = folder;
    }

    static StarterProject unzipped(String assignment, Path into) throws IOException {
        Path zip = into.resolve(assignment + ".zip");
        new StarterZip(SelfCheck.class, TrainerKit.API_CLASSES)
                .write(
                        House.assignment(assignment),
                        House.goldens(),
                        House.root().resolve("submissions/starter").resolve(assignment),
                        House.root()
                                .resolve("reference/assignments")
                                .resolve(assignment)
                                .resolve("statement.md"),
                        zip);
        unzip(zip, into);
        return new StarterProject(assignment, into.resolve(assignment));
    }

    Path folder() {
        return folder;
    }

    Path jar() {
        return folder.resolve("lib/assay-selfcheck.jar");
    }

    List<Path> sources() throws IOException {
        return javaFiles(folder.resolve("src/main/java"));
    }

    /** Puts a sample's classes in place of those that are there. */
    StarterProject with(String student) throws IOException {
        for (Path own : sources()) {
            Files.delete(own);
        }
        Path sample = House.samples(assignment).resolve(student);
        for (Path file : javaFiles(sample)) {
            Path target =
                    folder.resolve("src/main/java").resolve(packageFolder(file)).resolve(file.getFileName());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
        return this;
    }

    private static Path packageFolder(Path file) throws IOException {
        Optional<String> name = Files.readString(file)
                .lines()
                .filter(line -> line.startsWith("package "))
                .map(line -> line.substring("package ".length(), line.indexOf(';')))
                .findFirst();
        return Path.of(name.orElse("").replace('.', '/'));
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static void unzip(Path zip, Path into) throws IOException {
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream in = new ZipInputStream(file)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path target = into.resolve(entry.getName());
                Files.createDirectories(target.getParent());
                Files.copy(in, target);
            }
        }
    }
}
