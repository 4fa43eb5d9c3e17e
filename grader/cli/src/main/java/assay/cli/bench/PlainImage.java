package assay.cli.bench;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.domain.GraderFault;
import assay.core.port.GoldenSource;
import assay.core.starter.StarterZip;
import assay.sandbox.selfcheck.SelfCheck;
import java.io.IOException;
import java.io.OutputStream;
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
 * The image of the plain way: the installed JDK with its C libraries and a shell, the JUnit console, and the tests of the
 * starter, which carry the public goldens. Made without a registry, and removed when closed.
 */
final class PlainImage implements AutoCloseable {
    static final String CONSOLE = "/grader/junit-console.jar";
    static final String SELF_CHECK = "/grader/selfcheck.jar";
    static final String TESTS = "/grader/tests";
    static final String TEST = "SelfCheckTest";

    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));
    private static final Path SHELL = Path.of("/bin/sh");

    private final DockerCli docker;
    private final String name;

    private PlainImage(DockerCli docker, String name) {
        this.docker = docker;
        this.name = name;
    }

    /**
     * What the image holds besides the JDK.
     *
     * @param console the jar of the JUnit console, with all that it needs
     * @param starter the starter of the assignment, as students have it
     */
    record Contents(Path console, Path starter) {
        Contents {
            requireNonNull(console, "console is null");
            requireNonNull(starter, "starter is null");
        }

        Path selfCheck() {
            return starter.resolve("lib/assay-selfcheck.jar");
        }

        Path tests() {
            return starter.resolve("target/test-classes");
        }
    }

    /** The starter of that assignment, unpacked below a folder, its tests compiled. */
    static Contents contents(
            Assignment assignment, GoldenSource goldens, StarterSources sources, Path console, Path folder) {
        Path zip = folder.resolve("starter.zip");
        new StarterZip(SelfCheck.class).write(assignment, goldens, sources.template(), sources.statement(), zip);
        Path starter = folder.resolve("starter");
        try (FileSystem inside = FileSystems.newFileSystem(zip)) {
            copyTree(inside.getPath("/" + assignment.id()), starter);
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "unpack the starter", e);
        }
        Contents contents = new Contents(console, starter);
        compileTests(contents);
        return contents;
    }

    static PlainImage build(DockerCli docker, Contents contents) {
        String name = "assay-bench-plain:" + ProcessHandle.current().pid();
        docker.order(out -> write(contents, out), "import", "--change", "ENV PATH=/jdk/bin", "-", name);
        return new PlainImage(docker, name);
    }

    String name() {
        return name;
    }

    @Override
    public void close() {
        docker.order(_ -> {}, "rmi", name);
    }

    private static void write(Contents contents, OutputStream out) throws IOException {
        try (RootTar tar = new RootTar(out)) {
            tar.temporaryFolder();
            tar.file(SHELL, "bin/sh");
            tar.tree(
                    JAVA_HOME,
                    "jdk",
                    file -> Stream.of("jmods", "man", "demo", "lib/src.zip").noneMatch(file::startsWith));
            for (Path program : List.of(
                    SHELL,
                    JAVA_HOME.resolve("bin/java"),
                    JAVA_HOME.resolve("lib/server/libjvm.so"),
                    JAVA_HOME.resolve("lib/libzip.so"),
                    JAVA_HOME.resolve("lib/libnio.so"))) {
                for (Path library : SharedLibraries.of(program)) {
                    if (!library.startsWith(JAVA_HOME)) {
                        tar.file(library, library.toString().substring(1));
                    }
                }
            }
            tar.file(contents.console(), CONSOLE.substring(1));
            tar.file(contents.selfCheck(), SELF_CHECK.substring(1));
            tar.tree(contents.tests(), TESTS.substring(1), _ -> true);
        }
    }

    /** Beforehand, not once a submission: this, too, favours the plain way. */
    private static void compileTests(Contents contents) {
        ToolProvider javac = ToolProvider.findFirst("javac")
                .orElseThrow(() -> new GraderFault(GraderFault.Code.IMAGE, "compile the tests", "there is no javac"));
        StringWriter said = new StringWriter();
        int status = javac.run(
                new PrintWriter(said),
                new PrintWriter(said),
                "-proc:none",
                "-d",
                contents.tests().toString(),
                "-cp",
                contents.console() + ":" + contents.selfCheck(),
                contents.starter().resolve("src/test/java/" + TEST + ".java").toString());
        if (status != 0) {
            throw new GraderFault(GraderFault.Code.IMAGE, "compile the tests of the starter", said.toString());
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
