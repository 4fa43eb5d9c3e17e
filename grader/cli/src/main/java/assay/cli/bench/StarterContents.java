package assay.cli.bench;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.assignment.CaseSpec;
import assay.core.assignment.Part;
import assay.core.assignment.Part.KernelPart;
import assay.core.domain.GraderFault;
import assay.core.domain.Visibility;
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
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * What the ways that grade by tests have: the starter of the assignment, its tests compiled, with no case hidden, so that
 * they do for a submission what the other ways do.
 *
 * @param console the jar of the JUnit console, with all that it needs
 * @param cases of a submission
 */
record StarterContents(Path console, Path starter, int cases) {
    StarterContents {
        requireNonNull(console, "console is null");
        requireNonNull(starter, "starter is null");
    }

    /** Unpacked below a folder. */
    static StarterContents make(
            Assignment assignment, GoldenSource goldens, StarterSources sources, Path console, Path folder) {
        Assignment shown = shown(assignment);
        Path zip = folder.resolve("starter.zip");
        new StarterZip(SelfCheck.class).write(shown, goldens, sources.template(), sources.statement(), zip);
        Path starter = folder.resolve("starter");
        try (FileSystem inside = FileSystems.newFileSystem(zip)) {
            copyTree(inside.getPath("/" + assignment.id()), starter);
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "unpack the starter", e);
        }
        StarterContents contents = new StarterContents(console, starter, GoldenTime.cases(shown));
        contents.compileTests();
        return contents;
    }

    private static Assignment shown(Assignment assignment) {
        return assignment.with(assignment.parts().stream()
                .map(part -> part instanceof KernelPart kernel ? shown(kernel) : part)
                .toList());
    }

    private static Part shown(KernelPart part) {
        List<CaseSpec> cases = part.cases().stream()
                .map(spec -> new CaseSpec(
                        spec.id(), Visibility.PUBLIC, spec.arguments(), spec.tolerance(), spec.misconceptions()))
                .toList();
        return new KernelPart(part.id(), part.title(), part.points(), part.kernel(), part.form(), cases);
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
