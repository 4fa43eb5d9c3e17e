package assay.cli.bench;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.domain.GraderFault;
import assay.core.port.GoldenSource;
import assay.core.starter.StarterZip;
import assay.sandbox.selfcheck.SelfCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * What the ways that grade by tests have: the starter of the assignment as students have it, its tests compiled.
 *
 * @param console the jar of the JUnit console, with all that it needs
 * @param cases of a submission: the public ones
 */
record StarterContents(Path console, Path starter, int cases) {
    StarterContents {
        requireNonNull(console, "console is null");
        requireNonNull(starter, "starter is null");
    }

    /** Unpacked below a folder. */
    static StarterContents make(
            Assignment assignment, GoldenSource goldens, StarterSources sources, Path console, Path folder) {
        Path zip = folder.resolve("starter.zip");
        new StarterZip(SelfCheck.class).write(assignment, goldens, sources.template(), sources.statement(), zip);
        Path starter = folder.resolve("starter");
        try (FileSystem inside = FileSystems.newFileSystem(zip)) {
            copyTree(inside.getPath("/" + assignment.id()), starter);
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "unpack the starter", e);
        }
        StarterContents contents = new StarterContents(console, starter, GoldenTime.cases(assignment.publicOnly()));
        contents.compileTests();
        return contents;
    }

    Path selfCheck() {
        return starter.resolve("lib/assay-selfcheck.jar");
    }

    Path tests() {
        return starter.resolve("target/test-classes");
    }

    /** Beforehand, not once a submission: this, too, favours the plain way. */
    private void compileTests() {
        ToolProvider javac = ToolProvider.findFirst("javac")
                .orElseThrow(() -> new GraderFault(GraderFault.Code.IMAGE, "compile the tests", "there is no javac"));
        StringWriter said = new StringWriter();
        int status = javac.run(
                new PrintWriter(said),
                new PrintWriter(said),
                "-proc:none",
                "-d",
                tests().toString(),
                "-cp",
                console + ":" + selfCheck(),
                starter.resolve("src/test/java/" + PlainImage.TEST + ".java").toString());
        if (status != 0) {
            throw new GraderFault(GraderFault.Code.IMAGE, "compile the tests of the starter", said.toString());
        }
    }

    static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
