package assay.cli.bench;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import assay.core.domain.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;

/**
 * A Maven build a submission, offline, of the project that students have; without any sandbox, which favours it. Maven is
 * the one that builds Assay, with what that has fetched.
 */
final class MavenWay implements Way {
    private final Path maven;
    private final StarterContents contents;
    private final int atMost;
    private final Path folder;

    /**
     * @param maven the program
     * @param folder an empty one, for the projects
     */
    MavenWay(Path maven, StarterContents contents, int atMost, Path folder) {
        this.maven = requireNonNull(maven, "maven is null");
        this.contents = requireNonNull(contents, "contents is null");
        this.atMost = atMost;
        this.folder = requireNonNull(folder, "folder is null");
    }

    @Override
    public String name() {
        return "maven";
    }

    @Override
    public int cases() {
        return contents.cases();
    }

    @Override
    public int atMost() {
        return atMost;
    }

    /** The untouched starter is green, where Maven has all that it asks for. */
    @Override
    public void prepare() {
        Path project = folder.resolve("starter");
        try {
            StarterContents.copyTree(contents.starter(), project);
            if (test(project) != 0) {
                throw new GraderFault(
                        GraderFault.Code.STORAGE,
                        "build a submission with Maven",
                        "it could not even build the starter: "
                                + lastLine(Files.readString(project.resolve("maven.log"))));
            }
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "build a submission with Maven", e);
        }
    }

    @Override
    public void grade(List<Submission> submissions, int jobs, Walls walls) {
        Parallel.each(submissions, jobs, submission -> {
            try {
                build(submission);
            } catch (IOException e) {
                throw new GraderFault(GraderFault.Code.STORAGE, "build a submission with Maven", e);
            }
            walls.done();
        });
    }

    @Override
    public void close() {
        // The folder is whoever gave it's.
    }

    private void build(Submission submission) throws IOException {
        Path project = folder.resolve(submission.student());
        StarterContents.copyTree(contents.starter(), project);
        Path sources = project.resolve("src/main/java");
        PathUtils.deleteDirectory(sources);
        PathUtils.deleteDirectory(project.resolve("target"));
        SampleClass.writeSources(submission, project.resolve("handed-in"));
        try (Stream<Path> files = Files.walk(project.resolve("handed-in"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = sources.resolve(packageFolder(file)).resolve(String.valueOf(file.getFileName()));
                Files.createDirectories(target.getParent());
                Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        int status = test(project);
        if (status != 0 && status != 1) { // 1: red
            throw new IOException("Maven ended with " + status);
        }
        PathUtils.deleteDirectory(project);
    }

    private int test(Path project) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(maven.toString(), "--batch-mode", "--offline", "--quiet", "test")
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(project.resolve("maven.log").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            return builder.start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static Path packageFolder(Path source) throws IOException {
        return Path.of(Files.readString(source)
                .lines()
                .filter(line -> line.startsWith("package "))
                .map(line ->
                        line.substring("package ".length(), line.indexOf(';')).replace('.', '/'))
                .findFirst()
                .orElse(""));
    }

    private static String lastLine(String text) {
        return text.lines().filter(line -> !line.isBlank()).reduce("", (before, line) -> line);
    }
}
